"""First and last days of weeks, months, quarters, half-years and years."""

from datetime import date, timedelta
from itertools import pairwise
from typing import get_args

import pytest

from rutinmotor.ground.days.arithmetic import FIRST_DAY, LAST_DAY, DayOutOfRange, Period, first_of, last_of

FROM, THROUGH = date(1970, 1, 1), date(2100, 12, 31)


def label(day: date, period: Period) -> tuple[int, int]:
    """What two days of one period have in common, and two of different periods have not."""
    if period == "week":
        return day.isocalendar()[:2]
    length = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[period]
    return day.year, (day.month - 1) // length


@pytest.mark.parametrize("period", get_args(Period))
def test_every_day_1970_to_2100_lies_in_its_period(period: Period) -> None:
    """Walks the days: a period begins where the label changes, and ends on the day before the next one begins."""
    days = [FROM + timedelta(n) for n in range((THROUGH - FROM).days + 1)]
    begins = [day for day in days if label(day, period) != label(day - timedelta(1), period)]
    for first, following in pairwise(begins):
        for day in range(first.toordinal(), following.toordinal()):
            assert first_of(day, period) == first.toordinal()
            assert last_of(day, period) == following.toordinal() - 1


@pytest.mark.parametrize(
    ("day", "period", "first", "last"),
    [
        ("2026-06-19", "week", "2026-06-15", "2026-06-21"),  # Monday, Sunday
        ("2026-06-21", "week", "2026-06-15", "2026-06-21"),
        ("2026-06-22", "week", "2026-06-22", "2026-06-28"),
        ("2025-12-31", "week", "2025-12-29", "2026-01-04"),
        ("2024-02-10", "month", "2024-02-01", "2024-02-29"),
        ("2026-02-28", "month", "2026-02-01", "2026-02-28"),
        ("1900-02-28", "month", "1900-02-01", "1900-02-28"),
        ("2026-05-31", "quarter", "2026-04-01", "2026-06-30"),
        ("2026-06-30", "half_year", "2026-01-01", "2026-06-30"),
        ("2026-07-01", "half_year", "2026-07-01", "2026-12-31"),
        ("2026-07-01", "year", "2026-01-01", "2026-12-31"),
        ("0001-01-01", "week", "0001-01-01", "0001-01-07"),
        ("0001-03-31", "year", "0001-01-01", "0001-12-31"),
        ("9999-12-26", "week", "9999-12-20", "9999-12-26"),
        ("9999-12-31", "month", "9999-12-01", "9999-12-31"),
        ("9999-12-31", "quarter", "9999-10-01", "9999-12-31"),
        ("9999-12-31", "half_year", "9999-07-01", "9999-12-31"),
        ("9999-12-31", "year", "9999-01-01", "9999-12-31"),
    ],
)
def test_known_periods(day: str, period: Period, first: str, last: str) -> None:
    asked = date.fromisoformat(day).toordinal()
    assert date.fromordinal(first_of(asked, period)).isoformat() == first
    assert date.fromordinal(last_of(asked, period)).isoformat() == last


def test_the_last_week_of_all_has_no_sunday() -> None:
    assert date.fromordinal(first_of(LAST_DAY, "week")) == date(9999, 12, 27)
    with pytest.raises(DayOutOfRange):
        last_of(LAST_DAY, "week")


@pytest.mark.parametrize("period", get_args(Period))
@pytest.mark.parametrize("day", [FIRST_DAY - 1, LAST_DAY + 1])
def test_no_period_outside_the_years(day: int, period: Period) -> None:
    with pytest.raises(DayOutOfRange):
        first_of(day, period)
    with pytest.raises(DayOutOfRange):
        last_of(day, period)
