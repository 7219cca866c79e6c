"""A Plan, a case's log and a day in, a Timeline of what arose out: a pure fold, the heart of every evaluation."""

from rutinmotor.replay.course import Breach, Cause, Course, Undecided
from rutinmotor.replay.fold import Replay
from rutinmotor.replay.ledger import Asked, uncountable

__all__ = ["Asked", "Breach", "Cause", "Course", "Replay", "Undecided", "uncountable"]
