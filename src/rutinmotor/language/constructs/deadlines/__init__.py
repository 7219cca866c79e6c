"""The kinds of deadline, one file each: how it is counted, told and measured, and which facts it reads."""

from __future__ import annotations

from rutinmotor.language.constructs.deadlines.count import BoundDeadline
from rutinmotor.language.constructs.deadlines.day_of_month import ByDayOfMonth
from rutinmotor.language.constructs.deadlines.end_of import ByEndOf
from rutinmotor.language.constructs.deadlines.extent import Range, difference, longest
from rutinmotor.language.constructs.deadlines.fact_date import ByFactDate
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, FindCalendar, Timing
from rutinmotor.language.constructs.deadlines.registry import COMPANIONS, DEADLINE_KINDS, KIND_OF, DeadlineKeys
from rutinmotor.language.constructs.deadlines.roll import Roll, RollBack, RollOn
from rutinmotor.language.constructs.deadlines.span import (
    NegativeNumber,
    Span,
    SpanByFact,
    UnboundWorkingDays,
    bind_span,
    make_span,
)
from rutinmotor.language.constructs.deadlines.steps import (
    Counted,
    CountStep,
    DayOfMonth,
    EventRef,
    FactGiven,
    FactRef,
    FreeDay,
    GivenDay,
    Length,
    OwnStep,
    PeriodEnd,
    Rolled,
    Working,
    clipped_told,
    free_days,
)

__all__ = [
    "COMPANIONS",
    "DEADLINE_KINDS",
    "KIND_OF",
    "BoundDeadline",
    "ByDayOfMonth",
    "ByEndOf",
    "ByFactDate",
    "CountStep",
    "Counted",
    "DayOfMonth",
    "DeadlineKeys",
    "DeadlineKind",
    "EventRef",
    "FactGiven",
    "FactRef",
    "FindCalendar",
    "FreeDay",
    "GivenDay",
    "Length",
    "NegativeNumber",
    "OwnStep",
    "PeriodEnd",
    "Range",
    "Roll",
    "RollBack",
    "RollOn",
    "Rolled",
    "Span",
    "SpanByFact",
    "Timing",
    "UnboundWorkingDays",
    "Working",
    "bind_span",
    "clipped_told",
    "difference",
    "free_days",
    "longest",
    "make_span",
]
