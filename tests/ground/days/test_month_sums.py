"""Sums of days and months, against python-dateutil, a definition in words, and answers known beforehand."""

from calendar import monthrange
from datetime import date, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.ground.days.arithmetic import FIRST_DAY, LAST_DAY, DayOutOfRange, add_days, add_months, nth_of_month

DAYS = st.integers(FIRST_DAY, LAST_DAY)
FROM, THROUGH = date(1970, 1, 1).toordinal(), date(2100, 12, 31).toordinal()


def ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def on_or_last(year: int, month: int, number: int) -> date:
    """The day of that number in the month, or the month's last."""
    return date(year, month, min(number, monthrange(year, month)[1]))


def test_the_span_is_that_of_date() -> None:
    assert date.min.toordinal() == FIRST_DAY
    assert date.max.toordinal() == LAST_DAY


@pytest.mark.parametrize("months", [*range(1, 37), 0, -1, -2, -3, -11, -12, -13, -36])
def test_months_as_dateutil_for_every_day_1970_to_2100(months: int) -> None:
    span = relativedelta(months=months)
    differing = [
        day for day in range(FROM, THROUGH + 1) if add_months(day, months) != (date.fromordinal(day) + span).toordinal()
    ]
    assert differing == []


@pytest.mark.parametrize("months", [-4800, -12, -1, 1, 2, 12, 4800, 9600])
def test_months_as_dateutil_at_the_ends_of_every_month_of_every_year(months: int) -> None:
    years = range(max(1, 1 - months // 12 + 1), min(9999, 9999 - months // 12 - 1) + 1)
    span = relativedelta(months=months)
    ends = [
        day
        for year in years
        for month in range(1, 13)
        for day in (date(year, month, 1), date(year, month, monthrange(year, month)[1]))
    ]
    assert [day for day in ends if add_months(day.toordinal(), months) != (day + span).toordinal()] == []


def test_every_day_of_the_years_1_to_9999_is_its_own_sum() -> None:
    assert all(add_months(day, 0) == day for day in range(FIRST_DAY, LAST_DAY + 1))


@given(DAYS, st.integers(-130_000, 130_000))
def test_months_by_the_definition(day: int, months: int) -> None:
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    if 1 <= year <= 9999:
        assert add_months(day, months) == on_or_last(year, month + 1, start.day).toordinal()
    else:
        with pytest.raises(DayOutOfRange):
            add_months(day, months)


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2025-11-30", 3, "2026-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2026-03-19", 3, "2026-06-19"),
        ("2026-09-24", 3, "2026-12-24"),
        ("2026-01-31", 1, "2026-02-28"),
        ("2026-01-31", 2, "2026-03-31"),  # from the 31st, not from the clipped 28th
        ("2026-01-31", 3, "2026-04-30"),
        ("2026-03-31", -1, "2026-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2000-12-31", 1, "2001-01-31"),
        ("2001-01-01", -1, "2000-12-01"),
        ("1899-12-31", 2, "1900-02-28"),
        ("0001-01-31", 1, "0001-02-28"),
        ("9999-11-30", 1, "9999-12-30"),
        ("9999-12-31", -119_987, "0001-01-31"),
        ("0001-01-31", 119_987, "9999-12-31"),
    ],
)
def test_known_sums(day: str, months: int, expected: str) -> None:
    assert date.fromordinal(add_months(ordinal(day), months)) == date.fromisoformat(expected)


def test_three_weeks_in_1999() -> None:
    assert add_days(ordinal("1999-03-16"), 21) == ordinal("1999-04-06")


def test_the_first_day_and_the_last_can_be_reached() -> None:
    assert add_days(LAST_DAY - 1, 1) == LAST_DAY
    assert add_days(FIRST_DAY + 1, -1) == FIRST_DAY


@given(DAYS, st.integers(-4_000_000, 4_000_000))
def test_days_by_the_definition(day: int, n: int) -> None:
    try:
        expected = (date.fromordinal(day) + timedelta(n)).toordinal()
    except OverflowError:
        with pytest.raises(DayOutOfRange):
            add_days(day, n)
    else:
        assert add_days(day, n) == expected


@pytest.mark.parametrize(
    ("day", "n"), [(FIRST_DAY, -1), (LAST_DAY, 1), (0, 1), (LAST_DAY + 1, -1), (0, 0), (1, 10**30)]
)
def test_days_that_leave_the_years(day: int, n: int) -> None:
    with pytest.raises(DayOutOfRange, match="1 to 9999"):
        add_days(day, n)


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (ordinal("9999-12-01"), 1),
        (ordinal("9601-01-01"), 4788),  # the first day of the last cycle of 400 years, which is not whole
        (ordinal("0001-01-31"), -1),
        (0, 0),
        (0, 1),
        (-500, 4800),
        (LAST_DAY + 1, 0),
        (LAST_DAY + 1, -1),
        (LAST_DAY + 200_000, -9600),
        (ordinal("2025-01-01"), 10**30),
        (ordinal("2025-01-01"), -(10**30)),
    ],
)
def test_months_that_leave_the_years(day: int, months: int) -> None:
    with pytest.raises(DayOutOfRange, match="1 to 9999"):
        add_months(day, months)


def test_a_day_out_of_range_is_a_value_error() -> None:
    assert issubclass(DayOutOfRange, ValueError)


@given(DAYS, DAYS, st.integers(-60, 60))
def test_a_later_day_never_gives_an_earlier_one(one: int, other: int, months: int) -> None:
    earlier, later = sorted((one, other))
    try:
        assert add_months(earlier, months) <= add_months(later, months)
    except DayOutOfRange:
        assert later > date(9990, 1, 1).toordinal() or earlier < date(10, 1, 1).toordinal()


@given(DAYS, st.integers(1, 31), st.integers(-30, 30))
def test_nth_of_month_by_the_definition(day: int, number: int, ahead: int) -> None:
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + ahead, 12)
    if 1 <= year <= 9999:
        assert nth_of_month(day, number, ahead) == on_or_last(year, month + 1, number).toordinal()
    else:
        with pytest.raises(DayOutOfRange):
            nth_of_month(day, number, ahead)


@pytest.mark.parametrize(
    ("day", "number", "ahead", "expected"),
    [
        ("2026-01-31", 5, 1, "2026-02-05"),
        ("2026-01-31", 30, 1, "2026-02-28"),
        ("2024-01-31", 31, 1, "2024-02-29"),
        ("2026-01-20", 5, 0, "2026-01-05"),  # earlier than the day itself: the reader of the rule decides
        ("2025-12-31", 31, 4, "2026-04-30"),
        ("9999-12-31", 31, 0, "9999-12-31"),
    ],
)
def test_known_days_of_months(day: str, number: int, ahead: int, expected: str) -> None:
    assert date.fromordinal(nth_of_month(ordinal(day), number, ahead)) == date.fromisoformat(expected)


@pytest.mark.parametrize("number", [0, -1])
def test_no_month_has_such_a_day(number: int) -> None:
    with pytest.raises(ValueError, match=f"no day {number}"):
        nth_of_month(ordinal("2026-01-20"), number, 1)


def test_a_month_after_the_last_or_before_the_first() -> None:
    with pytest.raises(DayOutOfRange):
        nth_of_month(LAST_DAY, 1, 1)
    with pytest.raises(DayOutOfRange):
        nth_of_month(FIRST_DAY, 31, -1)
    with pytest.raises(DayOutOfRange):
        nth_of_month(0, 1, 1)
