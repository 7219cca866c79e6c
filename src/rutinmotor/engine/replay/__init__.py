"""A Plan, a case's log and a day in, all that arose out: a fold over days, the heart of every evaluation."""

from rutinmotor.engine.replay.fold import Replay
from rutinmotor.engine.replay.found import Asked, PassedDate
from rutinmotor.engine.replay.instance import NEVER, Breach, Cause, Instance
from rutinmotor.engine.replay.situation import uncountable
from rutinmotor.engine.replay.world import Happening, View, World

__all__ = [
    "NEVER",
    "Asked",
    "Breach",
    "Cause",
    "Happening",
    "Instance",
    "PassedDate",
    "Replay",
    "View",
    "World",
    "uncountable",
]
