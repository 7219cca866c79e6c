"""A Plan, a case's log and a day in, all that arose out: a fold over days, the heart of every evaluation."""

from rutinmotor.engine.replay.behind import event_behind, seen_facts
from rutinmotor.engine.replay.ceiling import AT_MOST
from rutinmotor.engine.replay.fold import Replay
from rutinmotor.engine.replay.found import Asked, ByAnswer, PassedDate
from rutinmotor.engine.replay.instance import NEVER, Answered, Breach, BreachKind, Cause, Instance
from rutinmotor.engine.replay.learning import Clockless, learned
from rutinmotor.engine.replay.periods import is_due_after, named_period, period_of
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.serving import Order
from rutinmotor.engine.replay.situation import uncountable
from rutinmotor.engine.replay.world import Happening, View, World

__all__ = [
    "AT_MOST",
    "NEVER",
    "Answered",
    "Asked",
    "Breach",
    "BreachKind",
    "ByAnswer",
    "Cause",
    "Clockless",
    "Happening",
    "Instance",
    "Order",
    "PassedDate",
    "Question",
    "Replay",
    "View",
    "World",
    "event_behind",
    "is_due_after",
    "learned",
    "named_period",
    "period_of",
    "seen_facts",
    "uncountable",
]
