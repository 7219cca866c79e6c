"""A Plan, a case's log and a day in, a Timeline of what arose out: a pure fold, the heart of every evaluation."""

from rutinmotor.engine.replay.fold import Replay
from rutinmotor.engine.replay.instance import Breach, Cause, Instance, Undecided
from rutinmotor.engine.replay.ledger import Asked, uncountable
from rutinmotor.engine.replay.world import World

__all__ = ["Asked", "Breach", "Cause", "Instance", "Replay", "Undecided", "World", "uncountable"]
