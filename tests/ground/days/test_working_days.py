"""Counting working days: answers known beforehand, a count day by day, numpy, and laws that hold for any calendar."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from typing import Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.ground.days.arithmetic import DayOutOfRange, add_days, add_months
from rutinmotor.ground.days.calendars import Calendar, make_calendar
from tests.ground.days.swedish_law import EVES, HOLIDAYS

MON_TO_FRI = ("mon", "tue", "wed", "thu", "fri")
MOST = 250
FROM, THROUGH = date(1990, 1, 1).toordinal(), date(2029, 12, 31).toordinal()
EPOCH = date(1970, 1, 1).toordinal()


def ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


def day_of(written: str) -> int:
    """Read `fre 2026-06-19`; the weekday must be that of the date."""
    weekday, iso = written.split()
    assert ("mån", "tis", "ons", "tor", "fre", "lör", "sön")[date.fromisoformat(iso).weekday()] == weekday
    return ordinal(iso)


@cache
def vardag() -> Calendar:
    return make_calendar(MON_TO_FRI, "SE", True)


@cache
def calendars() -> tuple[Calendar, ...]:
    """Calendars as unlike as they come."""
    closed_weeks = range(ordinal("2025-07-07"), ordinal("2025-08-04"))
    return (
        vardag(),
        make_calendar(MON_TO_FRI, None, False),
        make_calendar((*MON_TO_FRI, "sat", "sun"), None, False),
        make_calendar(("tue",), "SE", False),
        make_calendar(("sat", "sun"), "SE", True, extra_working=[ordinal("2026-06-20")]),
        make_calendar(MON_TO_FRI, "SE", True, extra_free=closed_weeks, extra_working=[ordinal("2025-12-24")]),
    )


def is_vardag(day: date) -> bool:
    """Monday to Friday, no public holiday, none of the three eves: by the statutes' table, not by the calendar."""
    return day.weekday() < 5 and day not in HOLIDAYS and day not in EVES


def walked(start: date, step: timedelta) -> list[int]:
    """The day itself, then the working days one meets from it, one day at a time, up to the 250th."""
    met, day = [start.toordinal()], start
    while len(met) <= MOST:
        day += step
        if day in OPEN:
            met.append(day.toordinal())
    return met


OPEN = {day for n in range(-800, THROUGH - FROM + 800) if is_vardag(day := date.fromordinal(FROM + n))}


@pytest.mark.parametrize("decade", range(1990, 2030, 10))
def test_forward_as_counted_day_by_day(decade: int) -> None:
    nth_after = vardag().nth_after
    for day in range(ordinal(f"{decade}-01-01"), ordinal(f"{decade + 10}-01-01")):
        assert [nth_after(day, n) for n in range(MOST + 1)] == walked(date.fromordinal(day), timedelta(1))


@pytest.mark.parametrize("decade", range(1990, 2030, 10))
def test_backward_as_counted_day_by_day(decade: int) -> None:
    nth_before = vardag().nth_before
    for day in range(ordinal(f"{decade}-01-01"), ordinal(f"{decade + 10}-01-01")):
        assert [nth_before(day, n) for n in range(MOST + 1)] == walked(date.fromordinal(day), timedelta(-1))


def as_numpy(n: int, roll: Literal["forward", "backward", "preceding"]) -> list[int]:
    free = np.array([day.isoformat() for day in HOLIDAYS | EVES], dtype="datetime64[D]")
    starts = np.arange(FROM - EPOCH, THROUGH - EPOCH + 1).astype("datetime64[D]")
    found = np.busday_offset(starts, n, roll=roll, busdaycal=np.busdaycalendar("1111100", free))
    return (found.astype(np.int64) + EPOCH).tolist()


def test_forward_as_numpy() -> None:
    nth_after = vardag().nth_after
    for n in range(1, MOST + 1):
        assert [nth_after(day, n) for day in range(FROM, THROUGH + 1)] == as_numpy(n, "backward")


def test_backward_as_numpy() -> None:
    nth_before = vardag().nth_before
    for n in range(1, MOST + 1):
        assert [nth_before(day, n) for day in range(FROM, THROUGH + 1)] == as_numpy(-n, "forward")


def test_rolls_as_numpy() -> None:
    assert [vardag().next_or_same(day) for day in range(FROM, THROUGH + 1)] == as_numpy(0, "forward")
    assert [vardag().previous_or_same(day) for day in range(FROM, THROUGH + 1)] == as_numpy(0, "backward")


@pytest.mark.parametrize(("year", "days"), [(2024, 251), (2025, 249), (2026, 251), (2027, 253)])
def test_working_days_of_a_year(year: int, days: int) -> None:
    assert vardag().count(ordinal(f"{year - 1}-12-31"), ordinal(f"{year}-12-31")) == days


@pytest.mark.parametrize(
    ("start", "n", "after", "before"),
    [
        ("tor 2026-06-18", 1, "mån 2026-06-22", "ons 2026-06-17"),  # midsommarafton between
        ("fre 2026-06-19", 1, "mån 2026-06-22", "tor 2026-06-18"),  # from a free day
        ("ons 2026-12-23", 1, "mån 2026-12-28", "tis 2026-12-22"),
        ("ons 2026-12-23", 4, "mån 2027-01-04", "tor 2026-12-17"),
        ("ons 2026-04-01", 3, "ons 2026-04-08", "fre 2026-03-27"),  # skärtorsdagen is a working day
        ("ons 2026-05-13", 2, "mån 2026-05-18", "mån 2026-05-11"),  # Kristi himmelsfärdsdag
        ("fre 2025-06-06", 1, "mån 2025-06-09", "tor 2025-06-05"),  # nationaldagen
        ("lör 2026-08-15", 0, "lör 2026-08-15", "lör 2026-08-15"),  # none: the day itself, working or not
    ],
)
def test_known_counts(start: str, n: int, after: str, before: str) -> None:
    assert vardag().nth_after(day_of(start), n) == day_of(after)
    assert vardag().nth_before(day_of(start), n) == day_of(before)


@pytest.mark.parametrize(
    ("start", "months", "unrolled", "following", "preceding"),
    [
        ("sön 2025-11-30", 3, "lör 2026-02-28", "mån 2026-03-02", "fre 2026-02-27"),
        ("tor 2026-03-19", 3, "fre 2026-06-19", "mån 2026-06-22", "tor 2026-06-18"),  # midsommarafton
        ("tor 2026-09-24", 3, "tor 2026-12-24", "mån 2026-12-28", "ons 2026-12-23"),  # julafton
        ("tis 2026-03-17", 3, "ons 2026-06-17", "ons 2026-06-17", "ons 2026-06-17"),
    ],
)
def test_known_rolls(start: str, months: int, unrolled: str, following: str, preceding: str) -> None:
    day = add_months(day_of(start), months)
    assert day == day_of(unrolled)
    assert vardag().next_or_same(day) == day_of(following)
    assert vardag().previous_or_same(day) == day_of(preceding)


def test_three_weeks_over_easter_1999() -> None:
    due = add_days(day_of("tis 1999-03-16"), 21)
    assert due == day_of("tis 1999-04-06")
    assert vardag().next_or_same(due) == due
    assert vardag().name_of(due - 1) == "annandag påsk"


IN_TABLE = st.integers(ordinal("1953-01-01"), ordinal("2100-12-31"))
WELL_INSIDE = st.integers(ordinal("1975-01-01"), ordinal("2080-12-31"))
CALENDARS = st.integers(0, 5).map(lambda number: calendars()[number])
COUNTS = st.integers(0, 900)


@given(CALENDARS, IN_TABLE)
def test_rank_and_working_are_one_table(calendar: Calendar, day: int) -> None:
    before = calendar.rank[day - calendar.first - 1] if day > calendar.first else 0
    through = calendar.rank[day - calendar.first]
    assert calendar.is_working(day) == (day in calendar.working[before:through])
    assert through - before in (0, 1)
    assert calendar.rank[-1] == len(calendar.working)


@given(CALENDARS, WELL_INSIDE, WELL_INSIDE, COUNTS)
def test_a_later_start_never_gives_an_earlier_day(calendar: Calendar, one: int, other: int, n: int) -> None:
    earlier, later = sorted((one, other))
    assert calendar.nth_after(earlier, n) <= calendar.nth_after(later, n)
    assert calendar.nth_before(earlier, n) <= calendar.nth_before(later, n)
    assert calendar.next_or_same(earlier) <= calendar.next_or_same(later)
    assert calendar.previous_or_same(earlier) <= calendar.previous_or_same(later)


@given(CALENDARS, WELL_INSIDE, st.integers(1, 900))
def test_one_more_is_always_later(calendar: Calendar, day: int, n: int) -> None:
    assert calendar.nth_after(day, n) > calendar.nth_after(day, n - 1)
    assert calendar.nth_before(day, n) < calendar.nth_before(day, n - 1)


@given(CALENDARS, WELL_INSIDE, st.integers(1, 900))
def test_counting_back_gives_n(calendar: Calendar, day: int, n: int) -> None:
    after, before = calendar.nth_after(day, n), calendar.nth_before(day, n)
    assert calendar.is_working(after)
    assert calendar.is_working(before)
    assert calendar.count(day, after) == n
    assert calendar.count(before - 1, day - 1) == n


@given(CALENDARS, WELL_INSIDE, st.integers(1, 900))
def test_forth_and_back_is_a_roll(calendar: Calendar, day: int, n: int) -> None:
    assert calendar.nth_before(calendar.nth_after(day, n), n) == calendar.previous_or_same(day)
    assert calendar.nth_after(calendar.nth_before(day, n), n) == calendar.next_or_same(day)


@given(CALENDARS, WELL_INSIDE, st.integers(0, 400), st.integers(1, 400))
def test_two_counts_are_one(calendar: Calendar, day: int, m: int, n: int) -> None:
    """Holds even from a free day, since a count stands on a working day as soon as it has moved."""
    assert calendar.nth_after(calendar.nth_after(day, m), n) == calendar.nth_after(day, m + n)
    assert calendar.nth_before(calendar.nth_before(day, m), n) == calendar.nth_before(day, m + n)


@given(CALENDARS, WELL_INSIDE)
def test_a_roll_moves_over_free_days_only(calendar: Calendar, day: int) -> None:
    following, preceding = calendar.next_or_same(day), calendar.previous_or_same(day)
    assert preceding <= day <= following
    assert calendar.is_working(following)
    assert calendar.is_working(preceding)
    assert (following == day) == (preceding == day) == calendar.is_working(day)
    assert not any(calendar.is_working(free) for free in range(preceding + 1, following) if free != day)
    assert calendar.next_or_same(following) == following
    assert calendar.previous_or_same(preceding) == preceding


@given(CALENDARS, IN_TABLE, IN_TABLE, IN_TABLE)
def test_counts_add_up(calendar: Calendar, one: int, two: int, three: int) -> None:
    first, middle, last = sorted((one, two, three))
    assert calendar.count(first, middle) + calendar.count(middle, last) == calendar.count(first, last)
    assert calendar.count(last, first) == 0


def test_a_count_leaves_out_its_start_and_takes_in_its_end() -> None:
    assert vardag().count(day_of("mån 2026-06-15"), day_of("tis 2026-06-16")) == 1
    assert vardag().count(day_of("mån 2026-06-15"), day_of("mån 2026-06-15")) == 0
    assert vardag().count(day_of("tor 2026-06-18"), day_of("sön 2026-06-21")) == 0
    assert vardag().count(day_of("sön 2026-06-14"), day_of("sön 2026-06-21")) == 4


EVERY_QUESTION: list[Callable[[Calendar, int], object]] = [
    Calendar.is_working,
    lambda calendar, day: calendar.nth_after(day, 0),
    lambda calendar, day: calendar.nth_after(day, 1),
    lambda calendar, day: calendar.nth_before(day, 0),
    lambda calendar, day: calendar.nth_before(day, 1),
    Calendar.next_or_same,
    Calendar.previous_or_same,
    lambda calendar, day: calendar.count(day, ordinal("2026-01-01")),
    lambda calendar, day: calendar.count(ordinal("2026-01-01"), day),
    Calendar.name_of,
]


@pytest.mark.parametrize("question", EVERY_QUESTION)
@pytest.mark.parametrize("day", ["1952-12-31", "2101-01-01", "0001-01-01", "9999-12-31"])
def test_no_answer_outside_the_table(question: Callable[[Calendar, int], object], day: str) -> None:
    with pytest.raises(DayOutOfRange, match=f"{day} lies outside the calendar, which covers 1953-01-01 to 2100-12-31"):
        question(vardag(), ordinal(day))


@pytest.mark.parametrize("question", EVERY_QUESTION)
@pytest.mark.parametrize("day", [-1, 0, 4_000_000])
def test_no_answer_for_what_is_no_day(question: Callable[[Calendar, int], object], day: int) -> None:
    with pytest.raises(DayOutOfRange, match=f"day {day} lies outside"):
        question(vardag(), day)


def test_the_last_answers_of_the_table() -> None:
    """Thursday 30 December 2100 is the last working day, Friday 2 January 1953 the first."""
    last, first = day_of("tor 2100-12-30"), day_of("fre 1953-01-02")
    assert vardag().nth_after(last - 1, 1) == vardag().next_or_same(last) == last
    assert vardag().previous_or_same(day_of("fre 2100-12-31")) == last
    assert vardag().nth_before(first + 1, 1) == vardag().previous_or_same(first) == first
    assert vardag().next_or_same(day_of("tor 1953-01-01")) == first
    assert vardag().nth_after(vardag().first, len(vardag().working)) == last
    assert vardag().nth_before(vardag().last, len(vardag().working)) == first


OUTSIDE: list[tuple[Callable[[Calendar], int], str]] = [
    (lambda calendar: calendar.nth_after(ordinal("2100-12-30"), 1), "working day 1 after 2100-12-30"),
    (lambda calendar: calendar.nth_after(ordinal("2026-01-01"), 10**30), "after 2026-01-01"),
    (lambda calendar: calendar.nth_before(ordinal("1953-01-02"), 1), "working day 1 before 1953-01-02"),
    (lambda calendar: calendar.nth_before(ordinal("1953-01-01"), 1), "working day 1 before 1953-01-01"),
    (lambda calendar: calendar.nth_before(ordinal("2026-01-01"), 10**30), "before 2026-01-01"),
    (lambda calendar: calendar.next_or_same(ordinal("2100-12-31")), "from 2100-12-31 on"),
    (lambda calendar: calendar.previous_or_same(ordinal("1953-01-01")), "up to 1953-01-01"),
]


@pytest.mark.parametrize(("question", "said"), OUTSIDE)
def test_no_answer_that_lies_outside_the_table(question: Callable[[Calendar], int], said: str) -> None:
    with pytest.raises(DayOutOfRange, match=said):
        question(vardag())


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="-1 working days"):
        vardag().nth_after(ordinal("2026-01-01"), -1)
    with pytest.raises(ValueError, match="-1 working days"):
        vardag().nth_before(ordinal("2026-01-01"), -1)
