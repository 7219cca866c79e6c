"""How many calendar days months, periods and working days hold at least and at most: known answers, and every day."""

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from rutinmotor.ground.days import (
    UNITS,
    Calendar,
    Period,
    days_of_months,
    days_of_period,
    days_of_working_days,
    days_to_working,
    first_of,
    last_of,
    make_calendar,
)
from rutinmotor.ground.days.units import PERIODS

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri")
SWEDISH = make_calendar(WEEKDAYS, "SE", eves_free=True)


def test_units_and_periods_are_those_of_the_language() -> None:
    assert UNITS == ("days", "weeks", "months", "years", "working_days")
    assert set(PERIODS) == set(get_args(Period))


@pytest.mark.parametrize(
    ("months", "least", "most"),
    [
        (0, 0, 0),
        (1, 28, 31),
        (2, 59, 62),  # January and February of a common year; July and August
        (3, 89, 92),  # December to February; July to September
        (6, 181, 184),
        (11, 334, 337),
        (12, 365, 366),
        (48, 1460, 1461),  # 1897 to 1901 has no leap day
        (96, 2921, 2922),  # eight years with two leap days, or with one: 1897 to 1904
        (4800, 146_097, 146_097),
        (4812, 146_462, 146_463),
    ],
)
def test_months(months: int, least: int, most: int) -> None:
    assert days_of_months(months) == (least, most)


@pytest.mark.parametrize(
    ("period", "least", "most"),
    [
        ("week", 7, 7),
        ("month", 28, 31),
        ("quarter", 90, 92),  # the first of a common year; the third and the fourth
        ("half_year", 181, 184),  # the first of a common year; the second
        ("year", 365, 366),
    ],
)
def test_periods(period: Period, least: int, most: int) -> None:
    assert days_of_period(period) == (least, most)


@pytest.mark.parametrize("period", get_args(Period))
def test_periods_hold_what_their_first_and_last_days_say(period: Period) -> None:
    days = range(date(1896, 1, 1).toordinal(), date(2101, 1, 1).toordinal())
    lengths = {last_of(day, period) - first_of(day, period) + 1 for day in days}
    assert (min(lengths), max(lengths)) == days_of_period(period)


@pytest.mark.parametrize(
    ("number", "least", "most"),
    [
        (0, 0, 0),
        (1, 1, 6),  # Tuesday 23 to Monday 29 December 2025
        (2, 2, 7),
        (5, 5, 15),  # Tuesday 23 December 2025 to Wednesday 7 January 2026
    ],
)
def test_working_days(number: int, least: int, most: int) -> None:
    assert days_of_working_days(number, SWEDISH) == (least, most)


def test_working_days_hold_every_count() -> None:
    days = range(date(2019, 1, 1).toordinal(), date(2033, 1, 1).toordinal())
    for number in (1, 2, 3, 4, 5, 10):
        least, most = days_of_working_days(number, SWEDISH) or (0, 0)
        taken = {SWEDISH.nth_after(day, number) - day for day in days}
        taken |= {day - SWEDISH.nth_before(day, number) for day in days}
        assert (min(taken), max(taken)) == (least, most)


def _working_on(*days: date) -> Calendar:
    return make_calendar((), None, eves_free=False, extra_working=(day.toordinal() for day in days))


def test_a_calendar_with_too_few_days_says_so() -> None:
    two = _working_on(date(2026, 3, 2), date(2026, 3, 9))
    # The first of the two can still be counted to the second; a second on from there is none.
    assert days_of_working_days(1, two) == (1, 7)
    assert days_of_working_days(2, two) is None


def test_the_most_days_to_a_working_day() -> None:
    assert days_to_working(SWEDISH) == max(later - one for one, later in pairwise(day for day in SWEDISH.working))
    first, last = date.fromordinal(SWEDISH.first), date.fromordinal(SWEDISH.last)
    middle = first + timedelta(10)
    # To the edges of the table, where there is no working day beyond.
    assert days_to_working(_working_on(middle)) == (last - middle).days + 1
    assert days_to_working(_working_on(last - timedelta(10))) == (last - first).days - 10 + 1
