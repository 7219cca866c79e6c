"""The calendar's Swedish holidays and eves, 1953 to 2100, against the table written from the statutes."""

from collections import Counter
from datetime import date, timedelta

import pytest
from dateutil.easter import easter as easter_by_dateutil

from rutinmotor.ground.days.calendars import Calendar, make_calendar
from tests.ground.days.swedish_law import EVES, HOLIDAYS, YEARS, easter, holidays_of

MON_TO_FRI = ("mon", "tue", "wed", "thu", "fri")
ALL_WEEK = (*MON_TO_FRI, "sat", "sun")


@pytest.fixture(scope="module")
def vardag() -> Calendar:
    return make_calendar(MON_TO_FRI, "SE", True)


def by_date(names: dict[date, str]) -> dict[str, str]:
    return {day.isoformat(): name for day, name in sorted(names.items())}


def named(calendar: Calendar) -> dict[str, str]:
    return by_date({date.fromordinal(day): name for day, name in calendar.free_names.items()})


def test_the_table_covers_1953_to_2100(vardag: Calendar) -> None:
    assert date.fromordinal(vardag.first) == date(1953, 1, 1)
    assert date.fromordinal(vardag.last) == date(2100, 12, 31)
    assert (YEARS[0], YEARS[-1]) == (1953, 2100)


def test_holidays_and_eves_of_every_year_are_those_of_the_statutes(vardag: Calendar) -> None:
    assert named(vardag) == by_date(HOLIDAYS | EVES)


def test_without_the_eves_only_the_holidays_are_named() -> None:
    assert named(make_calendar(MON_TO_FRI, "SE", False)) == by_date(HOLIDAYS)


def test_the_eves_can_be_free_where_no_holiday_is() -> None:
    assert named(make_calendar(MON_TO_FRI, None, True)) == by_date(EVES)


def test_a_calendar_open_all_week_is_closed_on_the_named_days_alone() -> None:
    calendar = make_calendar(ALL_WEEK, "SE", True)
    closed = [day for day in range(calendar.first, calendar.last + 1) if not calendar.is_working(day)]
    assert closed == sorted(day.toordinal() for day in HOLIDAYS | EVES)


def test_easter_of_the_table_is_no_slip_of_ours() -> None:
    assert [easter(year) for year in YEARS] == [easter_by_dateutil(year) for year in YEARS]


def test_an_ordinary_year_has_thirteen_holidays() -> None:
    """Thirteen by the law; in four years two of them fall together, and to 1989 there is a fourteenth, a Sunday."""
    counts = Counter((len(holidays_of(year)), year < 1990) for year in YEARS)
    assert counts == {(14, True): 37, (13, False): 107, (12, False): 4}
    assert {day.weekday() for day, name in HOLIDAYS.items() if name == "Marie bebådelsedag"} == {6}


@pytest.mark.parametrize(
    ("day", "name"),
    [
        ("1953-06-20", "midsommardagen"),  # the first one on a Saturday
        ("1989-03-12", "Marie bebådelsedag"),  # Easter was on 26 March, so two Sundays before it
        ("1990-03-25", None),
        ("2004-05-31", "annandag pingst"),
        ("2005-05-16", None),  # the Monday after pingstdagen
        ("2004-06-06", None),
        ("2005-06-06", "nationaldagen"),
        ("2008-05-01", "första maj"),  # Kristi himmelsfärdsdag too
        ("2049-06-06", "nationaldagen"),  # pingstdagen too
        ("2026-04-05", "påskdagen"),  # a Sunday keeps its name
        ("2026-04-04", None),  # påskafton: a Saturday, not named by the law
        ("2026-05-14", "Kristi himmelsfärdsdag"),
        ("2026-06-19", "midsommarafton"),
        ("2026-06-20", "midsommardagen"),
        ("2026-10-31", "alla helgons dag"),
        ("2026-12-24", "julafton"),
        ("2026-12-31", "nyårsafton"),
        ("2026-01-05", None),  # trettondagsafton
        ("2026-04-30", None),  # valborgsmässoafton
        ("2026-06-14", None),  # a Sunday as any other
    ],
)
def test_names(vardag: Calendar, day: str, name: str | None) -> None:
    assert vardag.name_of(date.fromisoformat(day).toordinal()) == name


def test_the_movable_days_keep_their_weekdays(vardag: Calendar) -> None:
    weekdays: dict[str, set[int]] = {}
    for day, name in vardag.free_names.items():
        weekdays.setdefault(name, set()).add(date.fromordinal(day).weekday())
    assert weekdays["midsommarafton"] == weekdays["långfredagen"] == {4}
    assert weekdays["midsommardagen"] == weekdays["alla helgons dag"] == {5}
    assert weekdays["påskdagen"] == weekdays["pingstdagen"] == weekdays["Marie bebådelsedag"] == {6}
    assert weekdays["annandag påsk"] == weekdays["annandag pingst"] == {0}
    assert weekdays["Kristi himmelsfärdsdag"] == {3}
    assert weekdays["julafton"] == set(range(7))


def test_midsommarafton_is_the_day_before_midsommardagen(vardag: Calendar) -> None:
    eves = {date.fromordinal(day) for day, name in vardag.free_names.items() if name == "midsommarafton"}
    days = {date.fromordinal(day) for day, name in vardag.free_names.items() if name == "midsommardagen"}
    assert {day + timedelta(1) for day in eves} == days
    assert len(days) == len(YEARS)
