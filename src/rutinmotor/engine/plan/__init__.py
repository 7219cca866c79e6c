"""Checked catalogues in, a Plan out: names bound, rules found by what sets them off; made once for each engine."""

from rutinmotor.engine.plan.binding import calendar_finder
from rutinmotor.engine.plan.bound import (
    ENDS,
    EXTENDS,
    FULFILS,
    NOTES,
    SETS_DUE,
    TURNS,
    Ahead,
    Awaited,
    BoundRule,
    Dated,
    EventSteps,
    Lasting,
    Opening,
    Repetition,
    RuleLabel,
)
from rutinmotor.engine.plan.bound_conditions import Holds, Node, NoOther, bind_test, typed
from rutinmotor.engine.plan.plan import Plan, make_plan
from rutinmotor.engine.plan.spans import FindCalendar, NegativeNumber, Span, bind_span, shifted

__all__ = [
    "ENDS",
    "EXTENDS",
    "FULFILS",
    "NOTES",
    "SETS_DUE",
    "TURNS",
    "Ahead",
    "Awaited",
    "BoundRule",
    "Dated",
    "EventSteps",
    "FindCalendar",
    "Holds",
    "Lasting",
    "NegativeNumber",
    "NoOther",
    "Node",
    "Opening",
    "Plan",
    "Repetition",
    "RuleLabel",
    "Span",
    "bind_span",
    "bind_test",
    "calendar_finder",
    "make_plan",
    "shifted",
    "typed",
]
