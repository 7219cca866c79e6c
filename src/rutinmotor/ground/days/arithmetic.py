"""Day numbers and counts of days or months in, day numbers out; used whenever the trip works out a date."""

from itertools import accumulate
from typing import Final

from rutinmotor.ground.days.units import PERIODS, Period

# A day is its proleptic Gregorian ordinal, as date.toordinal() gives it.
FIRST_DAY: Final = 1  # 0001-01-01, a Monday
LAST_DAY: Final = 3_652_059  # 9999-12-31

# The Gregorian calendar repeats itself, weekdays and all, every 400 years.
CYCLE_DAYS: Final = 146_097
CYCLE_MONTHS: Final = 4_800
_LAST_CYCLE: Final = 24 * CYCLE_DAYS + 1  # 9601-01-01; the cycle that begins there is not whole
_MONTHS: Final = 9999 * 12


def _month_lengths() -> list[int]:
    lengths: list[int] = []
    for year in range(1, 401):
        leap = year % 4 == 0 and (year % 100 != 0 or year == 400)
        lengths += (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return lengths


# How many days of the cycle have passed when each of its months begins, and at last the cycle's own length.
_STARTS: Final = tuple(accumulate(_month_lengths(), initial=0))


class DayOutOfRange(ValueError):
    """A day outside the years 1 to 9999, or outside a calendar's table."""


def add_days(day: int, n: int) -> int:
    """Give the day `n` calendar days after `day`, or before it if `n` is negative; `day` itself is not counted.

    Raises:
        DayOutOfRange: `day` or the result lies outside the years 1 to 9999.
    """
    result = day + n
    if not (FIRST_DAY <= day <= LAST_DAY and FIRST_DAY <= result <= LAST_DAY):
        raise _outside()
    return result


def add_months(day: int, months: int) -> int:
    """Give the day of the same number `months` calendar months on, or the month's last day where it has none such.

    Negative months go back. Years are twelve months each.

    Raises:
        DayOutOfRange: `day` or the result lies outside the years 1 to 9999.
    """
    # What _split and _join do, written out for the common case that both days lie in one cycle of 400 years: this is
    # the sum that replay does over and over.
    rest = (day - 1) % CYCLE_DAYS
    at = (rest * 1600 - 4000) // 48_699
    if _STARTS[at + 1] <= rest:
        at += 1
    to = at + months
    if 0 <= to < CYCLE_MONTHS and FIRST_DAY <= day < _LAST_CYCLE:
        result = day - _STARTS[at] + _STARTS[to]
        end = day - rest + _STARTS[to + 1]
        return result if result < end else end - 1
    month, passed = _split(day)
    return _join(month + months, passed)


def nth_of_month(day: int, number: int, months_ahead: int) -> int:
    """Give the day `number` (1 is the first) of the month that comes `months_ahead` months after the month of `day`.

    In a month with fewer days it is the month's last day. With no months ahead the result may lie before `day`.

    Raises:
        ValueError: `number` is below 1.
        DayOutOfRange: `day` or the result lies outside the years 1 to 9999.
    """
    if number < 1:
        raise ValueError(f"a month has no day {number}")
    month, _ = _split(day)
    return _join(month + months_ahead, number - 1)


def first_of(day: int, period: Period) -> int:
    """Give the first day of the period that `day` lies in; a week begins on Monday.

    Raises:
        DayOutOfRange: `day` lies outside the years 1 to 9999.
    """
    month, _ = _split(day)
    if period == "week":
        return day - (day - 1) % 7
    return _join(month - month % PERIODS[period], 0)


def last_of(day: int, period: Period) -> int:
    """Give the last day, itself part of it, of the period that `day` lies in; a week ends on Sunday.

    Raises:
        DayOutOfRange: `day` or the result lies outside the years 1 to 9999.
    """
    month, _ = _split(day)
    if period == "week":
        return add_days(day, 6 - (day - 1) % 7)
    length = PERIODS[period]
    return _join(month - month % length + length - 1, 30)


def _split(day: int) -> tuple[int, int]:
    """Give the month of `day`, counted from 0 for January of year 1, and how many days of that month have passed."""
    if not FIRST_DAY <= day <= LAST_DAY:
        raise _outside()
    cycle, rest = divmod(day - 1, CYCLE_DAYS)
    # A month is 48 699/1 600 days long on average. With anything from 454 to 43 725 taken off before the division
    # the quotient is the right month or the one before it, on every day of the cycle.
    at = (rest * 1600 - 4000) // 48_699
    if _STARTS[at + 1] <= rest:
        at += 1
    return cycle * CYCLE_MONTHS + at, rest - _STARTS[at]


def _join(month: int, passed: int) -> int:
    """Give the day before which `passed` days of the month have passed, or its last day; the reverse of `_split`."""
    if not 0 <= month < _MONTHS:
        raise _outside()
    cycle, at = divmod(month, CYCLE_MONTHS)
    return min(_STARTS[at] + passed, _STARTS[at + 1] - 1) + cycle * CYCLE_DAYS + 1


def _outside() -> DayOutOfRange:
    return DayOutOfRange("the day lies outside the years 1 to 9999")
