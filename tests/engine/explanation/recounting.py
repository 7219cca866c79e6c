"""An explained obligation in, its due date out, counted again day by day from what the explanation says alone."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from rutinmotor.engine.explanation import Counted, ExplainedObligation, Paused, PeriodEnd, Rolled, Step
from rutinmotor.language.constructs import DayOfMonth, FreeDay

_DAY = timedelta(days=1)
_MONTHS_IN = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


def recount(explained: ExplainedObligation) -> date | None:
    """Count the due date by the steps of the explanation; None where they lead to none, as while it is paused.

    Only what the steps say is used, never the day that a step says it ends on, other than where a day is given: the
    start, a fact, an event, an inherited due date. Of the engine's tables and arithmetic nothing is used.
    """
    day: date | None = None
    for step in explained.steps:
        day = _after(step, day)
    last = next((step for step in reversed(explained.steps) if isinstance(step, Paused)), None)
    if day is not None and last is not None and last.ongoing and day >= last.last:
        return None
    return day


def _after(step: Step, day: date | None) -> date | None:
    match step:
        case Counted():
            return None if day is None else _counted(step, day)
        case DayOfMonth():
            return None if day is None else _in_month(day, step.months_ahead, step.number)
        case PeriodEnd():
            return None if day is None else _period_end(day, step.period)
        case Paused():
            return None if day is None else _paused(step, day)
        case Rolled():
            way = _DAY if step.direction == "next" else -_DAY
            return None if day is None else _off(day, way, _days(step.free))
        case _:
            return step.end


def _counted(step: Counted, day: date) -> date:
    number = step.length.number * step.times
    way = -_DAY if step.back else _DAY
    if step.length.unit in ("months", "years"):
        months = number * (12 if step.length.unit == "years" else 1)
        return _in_month(day, -months if step.back else months, day.day)
    free = _days(step.free)
    for _ in range(number * 7 if step.length.unit == "weeks" else number):
        day = _off(day + way, way, free)
    return day


def _paused(step: Paused, day: date) -> date:
    free = _days(step.free)
    for number in range(step.first.toordinal(), step.last.toordinal() + 1):
        paused = date.fromordinal(number)
        if step.since < paused <= day and paused not in free:
            day = _off(day + _DAY, _DAY, free)
    return day


def _off(day: date, way: timedelta, free: frozenset[date]) -> date:
    """Go on from a free day, day by day, to the first that is not."""
    while day in free:
        day += way
    return day


def _in_month(day: date, months: int, number: int) -> date:
    """Give the day of that number in the month so many months on, or its last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(number, monthrange(year, month + 1)[1]))


def _period_end(day: date, period: str) -> date:
    if period == "week":
        while day.weekday() != 6:
            day += _DAY
        return day
    length = _MONTHS_IN[period]
    return _in_month(day, length - 1 - (day.month - 1) % length, 31)


def _days(free: Iterable[FreeDay]) -> frozenset[date]:
    return frozenset(one.day for one in free)
