"""Spans of time in, how many calendar days they take at least and at most out; so that a lint is sure of itself."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from rutinmotor.ground.days import FIRST_DAY, Calendar, Period, add_months
from rutinmotor.language.catalogue import Deadline, Duration, Names, table_of

# Months and weekdays repeat themselves every 400 years.
_CYCLE_MONTHS = 4800
_CYCLE_DAYS = 146_097
_IN_DAYS = {"days": 1, "weeks": 7}
_IN_MONTHS = {"months": 1, "years": 12}
_LAST_OF = {"week": 6, "month": 30, "quarter": 91, "half_year": 183, "year": 365}


class Length(NamedTuple):
    """Calendar days from one day to another, at least and at most, over all days to count from.

    `unit` and `number` say it exactly: `days`, `months`, or `working_days` of the calendar named; `written` is how its
    author wrote it.
    """

    least: int
    greatest: int
    unit: str
    number: int
    written: str

    def surely_longer(self, other: Length) -> bool:
        """Say whether this is longer than the other from whatever day both are counted."""
        if self.unit and self.unit == other.unit:
            return self.number > other.number
        return self.least > other.greatest

    def reversed(self) -> Length:
        """Return the same span backward, in days below zero."""
        return Length(-self.greatest, -self.least, self.unit, -self.number, self.written)


def length_of(duration: Duration | Deadline, names: Names) -> Length | None:
    """Measure a duration, or a deadline that is a number of units; None if a fact gives the number."""
    unit = next((unit for unit in (*_IN_DAYS, *_IN_MONTHS, "working_days") if getattr(duration, unit) is not None), "")
    number = getattr(duration, unit, None)
    if not isinstance(number, int):
        return None
    written = f"{{{unit}: {number}}}"
    if unit in _IN_DAYS:
        days = number * _IN_DAYS[unit]
        return Length(days, days, "days", days, written)
    if unit in _IN_MONTHS:
        months = number * _IN_MONTHS[unit]
        return Length(*_days_of_months(months), "months", months, written)
    calendar = duration.calendar or ""
    found = _days_of_working_days(number, table_of(names.calendars[calendar].text))
    return Length(*found, f"working_days {calendar}", number, written) if found else None


def difference(last: Length, first: Length) -> Length:
    """Measure from the day that `first` leads to, to that of `last`, both counted from one day."""
    same = last.unit == first.unit or not last.number or not first.number
    unit = (last.unit or first.unit) if same else ""
    number = last.number - first.number
    return Length(last.least - first.greatest, last.greatest - first.least, unit, number, last.written)


def deadline_length(deadline: Deadline, names: Names) -> Length | None:
    """Measure from its trigger's day to a deadline's due date; None where that depends on a fact or an event."""
    found = _unrolled(deadline, names)
    return rolled(found, deadline, names) if found else None


def rolled(length: Length, deadline: Deadline, names: Names) -> Length:
    """Widen a length by the days that `roll` can move its end (semantics 4.6)."""
    if deadline.roll is None or deadline.calendar is None:
        return length
    gap = _widest_gap(table_of(names.calendars[deadline.calendar].text))
    if deadline.roll == "next_working_day":
        return length._replace(greatest=length.greatest + gap, unit="")
    return length._replace(least=length.least - gap, unit="")


def _unrolled(deadline: Deadline, names: Names) -> Length | None:
    if deadline.day_of_month is not None:
        ahead = deadline.months_ahead or 0
        # From the month's last day at least, from its first at most.
        least = _days_of_months(ahead - 1)[0] + min(deadline.day_of_month, 28) if ahead else -30
        greatest = _days_of_months(ahead)[1] + deadline.day_of_month - 1
        further = f", months_ahead: {ahead}" if deadline.months_ahead is not None else ""
        return Length(least, greatest, "", 0, f"{{day_of_month: {deadline.day_of_month}{further}}}")
    if deadline.end_of is not None:
        return Length(0, _LAST_OF[deadline.end_of], "", 0, f"{{end_of: {deadline.end_of}}}")
    return length_of(deadline, names)


def period_length(period: Period, deadline: Length | None) -> Length:
    """Measure from the opening of one in a calendar period to its due date, its last or counted from that."""
    most = _LAST_OF[period]
    if deadline is None:
        return Length(0, most, "", 0, f"{{each: {period}}}")
    return Length(deadline.least, deadline.greatest + most, "", 0, f"{{each: {period}}} + {deadline.written}")


def longest(lengths: Iterable[Length]) -> Length | None:
    """Return the one of greatest length, None of none."""
    return max(lengths, key=lambda length: length.greatest, default=None)


@cache
def _month_starts() -> tuple[int, ...]:
    return tuple(add_months(FIRST_DAY, month) for month in range(2 * _CYCLE_MONTHS))


@cache
def _days_of_months(months: int) -> tuple[int, int]:
    """Count the days of so many months, at least and at most: each is as long as some run of whole months."""
    cycles, rest = divmod(months, _CYCLE_MONTHS)
    starts = _month_starts()
    days = [starts[at + rest] - starts[at] for at in range(_CYCLE_MONTHS)]
    return min(days) + cycles * _CYCLE_DAYS, max(days) + cycles * _CYCLE_DAYS


@cache
def _days_of_working_days(number: int, calendar: Calendar) -> tuple[int, int] | None:
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
def _widest_gap(calendar: Calendar) -> int:
    """Count the most days that a day which is no working day can be moved, within the calendar's table."""
    edges = (calendar.first - 1, *calendar.working, calendar.last + 1)
    return max(then - one for one, then in pairwise(edges))
