"""The kinds of deadline, one file each: how it is counted, told and measured, and which facts it reads."""

from __future__ import annotations

from typing import TypeAlias

from rutinmotor.language.constructs.deadlines.day_of_month import ByDayOfMonth
from rutinmotor.language.constructs.deadlines.end_of import ByEndOf
from rutinmotor.language.constructs.deadlines.extent import Range, difference, longest
from rutinmotor.language.constructs.deadlines.fact_date import ByFactDate
from rutinmotor.language.constructs.deadlines.roll import Roll, RollBack, RollOn
from rutinmotor.language.constructs.deadlines.span import (
    NegativeNumber,
    Span,
    SpanByFact,
    UnboundWorkingDays,
    make_span,
)
from rutinmotor.language.constructs.deadlines.steps import (
    Counted,
    CountStep,
    DayOfMonth,
    EventRef,
    FactRef,
    Facts,
    FreeDay,
    Given,
    GivenDay,
    Length,
    PeriodEnd,
    Purpose,
    Rolled,
    Working,
    free_days,
)

# What counts a due date from the day that a time begins.
BoundDeadline: TypeAlias = Span | SpanByFact | ByDayOfMonth | ByEndOf | ByFactDate

__all__ = [
    "BoundDeadline",
    "ByDayOfMonth",
    "ByEndOf",
    "ByFactDate",
    "CountStep",
    "Counted",
    "DayOfMonth",
    "EventRef",
    "FactRef",
    "Facts",
    "FreeDay",
    "Given",
    "GivenDay",
    "Length",
    "NegativeNumber",
    "PeriodEnd",
    "Purpose",
    "Range",
    "Roll",
    "RollBack",
    "RollOn",
    "Rolled",
    "Span",
    "SpanByFact",
    "UnboundWorkingDays",
    "Working",
    "difference",
    "free_days",
    "longest",
    "make_span",
]
