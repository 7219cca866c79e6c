"""Deadlines: where they end, how that is told, how long they are at least and at most, which facts they read."""

from datetime import date, timedelta

import pytest

from rutinmotor.ground.days import DayOutOfRange, Period, make_calendar
from rutinmotor.language.case import FactValue
from rutinmotor.language.constructs import (
    COMPANIONS,
    BoundDeadline,
    ByEndOf,
    ByFactDate,
    FactRef,
    NegativeNumber,
    OwnStep,
    Range,
    Roll,
    RollBack,
    RollOn,
    UnboundWorkingDays,
    make_span,
)
from rutinmotor.language.constructs.deadlines import ByDayOfMonth, SpanByFact, difference

VARDAG = make_calendar(("mon", "tue", "wed", "thu", "fri"), "SE", eves_free=True)
FACTS: dict[str, FactValue] = {"antal": 3, "dag": date(2026, 3, 31)}
WORKING = ("vardag", VARDAG)

# A deadline, the day that its time begins, the day it leads to.
ENDS: list[tuple[BoundDeadline, str, str]] = [
    (make_span("days", 3), "2026-03-31", "2026-04-03"),
    (make_span("days", 0), "2026-03-31", "2026-03-31"),
    (make_span("weeks", 2), "2026-03-31", "2026-04-14"),
    (make_span("months", 1), "2026-01-31", "2026-02-28"),
    (make_span("years", 1), "2024-02-29", "2025-02-28"),
    (make_span("working_days", 2, *WORKING), "2026-04-01", "2026-04-07"),  # Wednesday, over Easter, to Tuesday
    (make_span("working_days", 0, *WORKING), "2026-04-03", "2026-04-03"),
    (SpanByFact("antal", make_span("days", 1)), "2026-03-31", "2026-04-03"),
    (SpanByFact("antal", make_span("weeks", 1)), "2026-03-31", "2026-04-21"),
    (SpanByFact("antal", make_span("months", 1)), "2025-11-30", "2026-02-28"),
    (SpanByFact("antal", make_span("years", 1)), "2024-02-29", "2027-02-28"),
    (SpanByFact("antal", make_span("working_days", 1, *WORKING)), "2026-04-01", "2026-04-08"),
    (ByDayOfMonth(5, None), "2026-03-31", "2026-03-05"),
    (ByDayOfMonth(31, 1), "2026-03-31", "2026-04-30"),
    (ByEndOf("week"), "2026-03-31", "2026-04-05"),
    (ByEndOf("half_year"), "2026-07-01", "2026-12-31"),
    (ByFactDate("dag"), "2020-01-01", "2026-03-31"),
    (ByFactDate("dag", make_span("months", 1)), "2020-01-01", "2026-04-30"),
    (ByFactDate("dag", make_span("months", 1), back=True), "2020-01-01", "2026-02-28"),
]


def given(fact: str) -> FactRef:
    return FactRef(fact, fact, FACTS[fact], "case")


def day(written: str) -> int:
    return date.fromisoformat(written).toordinal()


@pytest.mark.parametrize(("deadline", "begins", "end"), ENDS)
def test_a_deadline_ends_and_its_trace_leads_there(deadline: BoundDeadline, begins: str, end: str) -> None:
    found = deadline.end(day(begins), FACTS)
    assert found is not None
    assert found == day(end)
    steps = list(deadline.trace(day(begins), given))
    assert steps[-1].end == date.fromisoformat(end)
    reach = deadline.range()
    assert reach is None or reach.least <= found - day(begins) <= reach.greatest


@pytest.mark.parametrize(
    ("deadline", "needs"),
    [
        (make_span("days", 3), ()),
        (SpanByFact("antal", make_span("days", 1)), ("antal",)),
        (ByFactDate("dag", make_span("days", 1)), ("dag",)),
        (ByDayOfMonth(5, None), ()),
        (ByEndOf("month"), ()),
    ],
)
def test_without_a_fact_that_it_needs_nothing_is_counted(deadline: BoundDeadline, needs: tuple[str, ...]) -> None:
    assert deadline.needs() == needs
    assert (deadline.end(day("2026-03-31"), {}) is None) == bool(needs)


def test_a_number_below_zero_is_refused_and_zero_is_not() -> None:
    deadline = SpanByFact("antal", make_span("days", 1))
    assert deadline.end(day("2026-03-31"), {"antal": 0}) == day("2026-03-31")
    with pytest.raises(NegativeNumber, match="antal is -1"):
        deadline.end(day("2026-03-31"), {"antal": -1})


@pytest.mark.parametrize(
    "deadline",
    [
        make_span("days", 1),
        make_span("months", 1),
        make_span("working_days", 1, *WORKING),
        ByDayOfMonth(1, 1),
        ByFactDate("dag", make_span("days", 1)),
    ],
)
def test_a_day_beyond_the_years_is_refused(deadline: BoundDeadline) -> None:
    last = date.max.toordinal()
    with pytest.raises(DayOutOfRange):
        deadline.end(last, {"dag": date.max})


def test_several_spans_are_one_counted_once() -> None:
    month = make_span("months", 1)
    begins = day("2026-01-31")
    assert month.after(begins, 2) == day("2026-03-31") != month.after(month.after(begins))
    assert month.before(day("2026-03-31")) == day("2026-02-28")


@pytest.mark.parametrize(
    ("period", "most"),
    [("week", 6), ("month", 30), ("quarter", 91), ("half_year", 183), ("year", 365)],
)
def test_the_end_of_a_period_is_at_most_a_day_less_than_the_longest(period: Period, most: int) -> None:
    assert ByEndOf(period).range() == Range(0, most, "", 0, f"{{end_of: {period}}}")


@pytest.mark.parametrize(
    ("number", "ahead", "least", "most"),
    [
        (5, None, -30, 4),
        (31, 0, -30, 30),
        (5, 1, 5, 35),  # 31 January to 5 February, and 1 January to it
        (31, 1, 28, 61),
        (1, 2, 29, 62),  # 31 January to 1 March, and 1 July to 1 September
        (31, 12, 362, 396),
    ],
)
def test_the_range_of_a_day_of_the_month(number: int, ahead: int | None, least: int, most: int) -> None:
    deadline = ByDayOfMonth(number, ahead)
    written = f"{{day_of_month: {number}}}" if ahead is None else f"{{day_of_month: {number}, months_ahead: {ahead}}}"
    assert deadline.range() == Range(least, most, "", 0, written)
    days = range(day("1896-01-01"), day("1910-01-01"))
    taken = {(deadline.end(one, {}) or 0) - one for one in days}
    assert least <= min(taken) <= max(taken) <= most


@pytest.mark.parametrize(
    ("roll", "saturday", "direction", "least", "greatest"),
    [(RollOn(*WORKING), "2026-03-09", "next", 10, 16), (RollBack(*WORKING), "2026-03-06", "previous", 4, 10)],
)
def test_a_roll_moves_a_free_day_one_way_and_leaves_a_working_day(
    roll: Roll, saturday: str, direction: str, least: int, greatest: int
) -> None:
    free, friday = day("2026-03-07"), day("2026-03-06")
    assert roll.end(free) == day(saturday)
    assert roll.end(friday) == friday
    assert roll.trace(friday) is None
    step = roll.trace(free)
    assert step is not None
    assert (step.end, step.direction) == (date.fromisoformat(saturday), direction)
    assert date(2026, 3, 7) in [one.day for one in step.free]
    ten = make_span("days", 10).range()
    assert ten is not None
    assert roll.widen(ten)[:3] == (least, greatest, "")


@pytest.mark.parametrize(
    ("roll", "from_", "free"),
    [
        (RollOn(*WORKING), "2026-04-03", ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"]),  # to Tuesday
        (RollOn(*WORKING), "2026-01-06", ["2026-01-06"]),  # trettondedag jul, a Tuesday
        (RollBack(*WORKING), "2026-04-06", ["2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"]),  # to Thursday
        (RollBack(*WORKING), "2026-01-06", ["2026-01-06"]),  # to Monday; the Sunday before that is not stepped over
    ],
)
def test_a_roll_tells_the_free_days_that_it_steps_over(roll: Roll, from_: str, free: list[str]) -> None:
    step = roll.trace(day(from_))
    assert step is not None
    assert [one.day.isoformat() for one in step.free] == free


def test_working_days_of_an_open_calendar_are_at_least_so_many_days() -> None:
    reach = UnboundWorkingDays(3, "vardag").range()
    assert not make_span("days", 365_000).range().surely_longer(reach)  # pyright: ignore[reportOptionalMemberAccess]
    assert reach.surely_longer(make_span("days", 2).range())  # pyright: ignore[reportArgumentType]
    assert not reach.surely_longer(make_span("days", 3).range())  # pyright: ignore[reportArgumentType]
    assert UnboundWorkingDays(0, "vardag").range() == Range(0, 0, "working_days vardag", 0, "")


def test_the_free_days_stepped_over_are_told_and_no_others() -> None:
    [step] = make_span("working_days", 1, *WORKING).trace(day("2026-04-02"), given)
    assert [one.day for one in step.free] == [date(2026, 4, 3) + timedelta(n) for n in range(4)]
    assert [one.why for one in step.free] == ["holiday", "weekday", "holiday", "holiday"]


def test_only_below_zero_is_surely_negative() -> None:
    three, none = make_span("days", 3).range(), make_span("days", 0).range()
    two_weekdays, weekdays = (make_span("working_days", number, *WORKING).range() for number in (2, 3))
    assert three
    assert none
    assert weekdays
    assert two_weekdays
    assert not three.surely_negative()
    assert not none.surely_negative()
    assert three.reversed().surely_negative()
    assert difference(none, three).surely_negative()
    assert not difference(three, three).surely_negative()
    # Three working days are three calendar days or more, and may be just those.
    assert not difference(three, weekdays).surely_negative()
    assert difference(two_weekdays, weekdays).surely_negative()


DATE = ByFactDate("dag")


def test_each_key_beside_a_kinds_own_is_that_kinds() -> None:
    owners = {
        "months_ahead": "day_of_month",
        "plus": "date",
        "minus": "date",
        "since": "before",
        "at_latest": "urgency",
    }
    assert owners == COMPANIONS


@pytest.mark.parametrize(
    ("last", "first", "between", "negative"),
    [
        (DATE, DATE, (0, 0, "", 0), False),
        (ByFactDate("dag", make_span("months", 1)), DATE, (28, 31, "months", 1), False),
        (ByFactDate("dag", make_span("months", 1), back=True), DATE, (-31, -28, "months", -1), True),
        (DATE, ByFactDate("dag", make_span("months", 1)), (-31, -28, "months", -1), True),
        # From 28 to 31 days on both hands, but the same month.
        (
            ByFactDate("dag", make_span("months", 1)),
            ByFactDate("dag", make_span("months", 1)),
            (-3, 3, "months", 0),
            False,
        ),
        # Four working days may be fewer days than three, but not from one day: 1 to 8, 2 to 11 of them.
        (
            ByFactDate("dag", make_span("working_days", 3, *WORKING)),
            ByFactDate("dag", make_span("working_days", 4, *WORKING)),
            None,
            True,
        ),
        # A month is 28 to 31 days, and in another unit nothing is sure.
        (ByFactDate("dag", make_span("days", 30)), ByFactDate("dag", make_span("months", 1)), (-1, 2, "", 29), False),
    ],
)
def test_from_one_day_by_a_fact_to_another(
    last: ByFactDate, first: ByFactDate, between: tuple[int, int, str, int] | None, negative: bool
) -> None:
    one, other = last.from_fact(), first.from_fact()
    assert one is not None
    assert other is not None
    found = difference(one, other)
    assert between is None or found[:4] == between
    assert found.surely_negative() == negative


def test_the_day_of_a_fact_itself_is_no_time_from_it() -> None:
    assert DATE.from_fact() == Range(0, 0, "", 0, "")


def test_a_span_is_its_unit_and_number() -> None:
    assert repr(make_span("weeks", 2)) == "Days(unit='weeks', number=2)"
    assert repr(make_span("years", 1)) == "Months(unit='years', number=1)"


@pytest.mark.parametrize(
    ("deadline", "begins", "kind", "sv", "en"),
    [
        (
            ByDayOfMonth(5, None),
            "2026-03-31",
            "day_of_month",
            "Den 5 samma månad: torsdag 5 mars 2026.",
            "Day 5 of the same month: Thursday 5 March 2026.",
        ),
        (
            ByDayOfMonth(31, 1),
            "2026-03-31",
            "day_of_month",
            "Den 31 nästa månad: torsdag 30 april 2026, månadens sista dag, eftersom den månaden är kortare.",
            "Day 31 of the next month: Thursday 30 April 2026, the month’s last day, as that month is shorter.",
        ),
        (
            ByDayOfMonth(1, 2),
            "2026-03-31",
            "day_of_month",
            "Den 1 2 månader framåt: fredag 1 maj 2026.",
            "Day 1 of the month 2 months on: Friday 1 May 2026.",
        ),
        (
            ByEndOf("half_year"),
            "2026-07-01",
            "period_end",
            "Sista dagen i halvåret: torsdag 31 december 2026.",
            "The last day of the half-year: Thursday 31 December 2026.",
        ),
    ],
)
def test_a_step_that_one_kind_alone_takes_is_told(
    deadline: ByDayOfMonth | ByEndOf, begins: str, kind: str, sv: str, en: str
) -> None:
    [step] = deadline.trace(day(begins), given)
    assert isinstance(step, OwnStep)
    assert (step.kind, step.told("sv"), step.told("en")) == (kind, sv, en)


def test_a_count_from_the_day_after_a_free_day_steps_over_none() -> None:
    [step] = make_span("working_days", 1, *WORKING).trace(day("2026-04-07"), given)  # the Tuesday after Easter
    assert (step.end, step.free) == (date(2026, 4, 8), ())
    back = make_span("working_days", 1, *WORKING).step(day("2026-04-02"), back=True)  # the Thursday before it
    assert (back.end, back.free) == (date(2026, 4, 1), ())
