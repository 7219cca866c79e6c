"""Checked catalogues in, a Plan out: names bound, rules found by what sets them off; made once for each engine."""

from rutinmotor.engine.plan.bound import (
    ENDS,
    EXTENDS,
    FULFILS,
    NOTES,
    SETS_DUE,
    TURNS,
    BoundRule,
    EventSteps,
    Late,
    Listener,
    Opening,
    Repetition,
    RuleLabel,
)
from rutinmotor.engine.plan.bound_conditions import Holds, Node, NoOther, bind_test, facts_of, parts_of, settled, typed
from rutinmotor.engine.plan.plan import Plan, make_plan
from rutinmotor.engine.plan.single import alone, states_named

__all__ = [
    "ENDS",
    "EXTENDS",
    "FULFILS",
    "NOTES",
    "SETS_DUE",
    "TURNS",
    "BoundRule",
    "EventSteps",
    "Holds",
    "Late",
    "Listener",
    "NoOther",
    "Node",
    "Opening",
    "Plan",
    "Repetition",
    "RuleLabel",
    "alone",
    "bind_test",
    "facts_of",
    "make_plan",
    "parts_of",
    "settled",
    "states_named",
    "typed",
]
