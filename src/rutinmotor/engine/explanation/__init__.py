"""A rule, a case and a day in, an Explanation out: why the rule did or did not give an obligation; after the engine."""

from rutinmotor.engine.explanation.asking import explain
from rutinmotor.engine.explanation.explanation import (
    AbsentTrigger,
    AskedQuestion,
    ConditionLine,
    EndedBy,
    Ending,
    ExplainedBreach,
    ExplainedObligation,
    ExplainedStep,
    Explanation,
    Moment,
    NotCounted,
    Refusal,
    Trigger,
    TriggerLine,
    Wanted,
)
from rutinmotor.engine.explanation.obligations import explained
from rutinmotor.engine.explanation.refusals import refusals_of
from rutinmotor.engine.explanation.replayed import ReplayedCase, bears
from rutinmotor.engine.explanation.steps import Inherited, OnEvent, Paused, Start, Step
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.explanation.triggers import absent, came, lines_of
from rutinmotor.language.constructs import (
    Counted,
    EventRef,
    FactGiven,
    FactRef,
    FreeDay,
    GivenDay,
    Length,
    PeriodEnd,
    Rolled,
)

__all__ = [
    "AbsentTrigger",
    "AskedQuestion",
    "ConditionLine",
    "Counted",
    "EndedBy",
    "Ending",
    "EventRef",
    "ExplainedBreach",
    "ExplainedObligation",
    "ExplainedStep",
    "Explanation",
    "FactGiven",
    "FactRef",
    "FreeDay",
    "GivenDay",
    "Inherited",
    "Length",
    "Moment",
    "Named",
    "NotCounted",
    "OnEvent",
    "Paused",
    "PeriodEnd",
    "Refusal",
    "ReplayedCase",
    "Rolled",
    "Start",
    "Step",
    "Trigger",
    "TriggerLine",
    "Wanted",
    "absent",
    "bears",
    "came",
    "explain",
    "explained",
    "lines_of",
    "refusals_of",
]
