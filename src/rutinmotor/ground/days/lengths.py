"""Months, periods and working days in, how many calendar days they hold at least and at most out; asked of no day."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

from rutinmotor.ground.days.arithmetic import CYCLE_DAYS, CYCLE_MONTHS, FIRST_DAY, add_months
from rutinmotor.ground.days.calendars import Calendar
from rutinmotor.ground.days.units import DAYS_IN, PERIODS, Period


@cache
def days_of_months(months: int) -> tuple[int, int]:
    """Count the days of so many months, at least and at most: each is as long as some run of whole months."""
    return _span_of_months(months, 1)


@cache
def days_of_period(period: Period) -> tuple[int, int]:
    """Count the days of a calendar period, its first and last included, at least and at most."""
    months = PERIODS[period]
    return _span_of_months(months, months) if months else (DAYS_IN["weeks"], DAYS_IN["weeks"])


@cache
def days_of_working_days(number: int, calendar: Calendar) -> tuple[int, int] | None:
    """Count the calendar days of so many working days, at least and at most; None if the calendar has too few."""
    working = calendar.working
    if number == 0:
        return 0, 0
    if number >= len(working):
        return None
    # At least from the day before a working day, at most from a working day itself.
    least = min(last - first for first, last in zip(working, working[number - 1 :], strict=False)) + 1
    greatest = max(last - first for first, last in zip(working, working[number:], strict=False))
    return least, greatest


@cache
def days_to_working(calendar: Calendar) -> int:
    """Count the most days that one which is no working day can be moved, either way, within the calendar's table."""
    edges = (calendar.first - 1, *calendar.working, calendar.last + 1)
    return max(then - one for one, then in pairwise(edges))


def _span_of_months(months: int, every: int) -> tuple[int, int]:
    """Count the days of a run of months, at least and at most, over those that begin with every so manieth month."""
    # Months repeat themselves every 400 years.
    cycles, rest = divmod(months, CYCLE_MONTHS)
    starts = _month_starts()
    days = [starts[at + rest] - starts[at] for at in range(0, CYCLE_MONTHS, every)]
    return min(days) + cycles * CYCLE_DAYS, max(days) + cycles * CYCLE_DAYS


@cache
def _month_starts() -> tuple[int, ...]:
    return tuple(add_months(FIRST_DAY, month) for month in range(2 * CYCLE_MONTHS))
