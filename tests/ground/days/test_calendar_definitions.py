"""What a calendar is made of, what makes two of them equal, and that their tables are made once and shared."""

import pickle
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from copy import copy, deepcopy
from dataclasses import FrozenInstanceError
from datetime import date
from threading import Barrier

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rutinmotor.ground.days.arithmetic import DayOutOfRange
from rutinmotor.ground.days.calendars import WEEKDAYS, Calendar, CalendarDefinition, make_calendar
from tests.ground.days.swedish_law import EVES, HOLIDAYS

MON_TO_FRI = ("mon", "tue", "wed", "thu", "fri")


def ordinal(iso: str) -> int:
    return date.fromisoformat(iso).toordinal()


DAY_OF_2026 = st.dates(date(2026, 1, 1), date(2026, 12, 31)).map(date.toordinal)


@settings(max_examples=25)
@given(
    weekdays=st.sets(st.sampled_from(WEEKDAYS)),
    holidays=st.sampled_from(["SE", None]),
    eves_free=st.booleans(),
    extra_free=st.sets(DAY_OF_2026, max_size=9),
    extra_working=st.sets(DAY_OF_2026, max_size=9),
)
def test_a_working_day_by_the_definition(
    weekdays: set[str], holidays: object, eves_free: bool, extra_free: set[int], extra_working: set[int]
) -> None:
    country = "SE" if holidays else None
    extra_working -= extra_free
    calendar = make_calendar(weekdays, country, eves_free, extra_free, extra_working)
    for day in range(ordinal("2025-12-01"), ordinal("2027-02-01")):
        written = date.fromordinal(day)
        name = (HOLIDAYS.get(written) if country else None) or (EVES.get(written) if eves_free else None)
        ordinary = WEEKDAYS[written.weekday()] in weekdays and name is None and day not in extra_free
        assert calendar.is_working(day) == (ordinary or day in extra_working)
        assert calendar.name_of(day) == (None if day in extra_working else name)


def test_extra_days() -> None:
    squeezed, eve, saturday = ordinal("2026-05-15"), ordinal("2026-12-24"), ordinal("2026-08-15")
    plain = make_calendar(MON_TO_FRI, "SE", True)
    calendar = make_calendar(MON_TO_FRI, "SE", True, extra_free=[squeezed], extra_working=[eve, saturday])
    assert [plain.is_working(day) for day in (squeezed, eve, saturday)] == [True, False, False]
    assert [calendar.is_working(day) for day in (squeezed, eve, saturday)] == [False, True, True]
    assert (plain.name_of(eve), calendar.name_of(eve), calendar.name_of(squeezed)) == ("julafton", None, None)
    assert calendar.nth_after(ordinal("2026-05-13"), 1) == ordinal("2026-05-18")
    assert calendar.nth_after(ordinal("2026-12-23"), 1) == eve


def test_a_holiday_that_is_extra_free_too_keeps_its_name() -> None:
    calendar = make_calendar(MON_TO_FRI, "SE", True, extra_free=[ordinal("2026-12-25")])
    assert calendar.name_of(ordinal("2026-12-25")) == "juldagen"


def test_the_eves_are_working_days_unless_said_to_be_free() -> None:
    calendar = make_calendar(MON_TO_FRI, "SE", False)
    assert calendar.is_working(ordinal("2026-06-19"))
    assert calendar.name_of(ordinal("2026-06-19")) is None


def test_without_holidays_the_table_spans_the_same_years() -> None:
    swedish, plain = make_calendar(MON_TO_FRI, "SE", True), make_calendar(MON_TO_FRI, None, False)
    assert (plain.first, plain.last) == (swedish.first, swedish.last)
    assert plain.is_working(ordinal("2026-12-25"))
    assert dict(plain.free_names) == {}
    with pytest.raises(DayOutOfRange):
        plain.is_working(ordinal("2101-01-01"))


def test_a_calendar_without_weekdays_works_on_its_extra_days_alone() -> None:
    only = ordinal("2026-03-02")
    calendar = make_calendar((), None, False, extra_working=[only])
    assert calendar.working == (only,)
    assert calendar.next_or_same(ordinal("2000-01-01")) == calendar.previous_or_same(ordinal("2100-01-01")) == only
    with pytest.raises(DayOutOfRange):
        calendar.nth_after(only, 1)
    with pytest.raises(DayOutOfRange):
        make_calendar((), None, False).next_or_same(only)


def test_a_day_both_extra_free_and_extra_working_is_refused() -> None:
    day = ordinal("2026-05-15")
    with pytest.raises(ValueError, match="both extra free and extra working: 2026-05-15"):
        make_calendar(MON_TO_FRI, "SE", True, extra_free=[day], extra_working=[day])
    with pytest.raises(ValueError, match=r"both extra free and extra working: 2026-05-15, 2026-05-16$"):
        make_calendar(MON_TO_FRI, "SE", True, extra_free=[day + 1, day], extra_working=[day, day + 1])


@pytest.mark.parametrize("weekday", ["mån", "Mon", "monday", ""])
def test_an_unknown_weekday_is_refused(weekday: str) -> None:
    with pytest.raises(ValueError, match="unknown weekday"):
        make_calendar(("mon", weekday), "SE", True)


def test_all_unknown_weekdays_are_named() -> None:
    with pytest.raises(ValueError, match=r"^unknown weekday: tis, tor$"):
        make_calendar(("mon", "tor", "tis"), "SE", True)


def test_an_unknown_country_is_refused() -> None:
    with pytest.raises(ValueError, match="NO"):
        make_calendar(MON_TO_FRI, "NO", True)  # pyright: ignore[reportArgumentType]  # as a program without types may


def test_the_first_and_the_last_day_of_the_table_may_be_extra() -> None:
    """Thursday 1 January 1953 is nyårsdagen, Friday 31 December 2100 nyårsafton."""
    first, last = ordinal("1953-01-01"), ordinal("2100-12-31")
    calendar = make_calendar(MON_TO_FRI, "SE", True, extra_working=[first, last])
    assert calendar.is_working(first)
    assert calendar.is_working(last)


@pytest.mark.parametrize("day", ["1952-12-31", "2101-01-01"])
def test_an_extra_day_outside_the_table_is_refused(day: str) -> None:
    with pytest.raises(DayOutOfRange, match=day):
        make_calendar(MON_TO_FRI, "SE", True, extra_free=[ordinal(day)])
    with pytest.raises(DayOutOfRange, match=day):
        make_calendar(MON_TO_FRI, "SE", True, extra_working=[ordinal(day)])


def test_equal_is_what_is_defined_alike() -> None:
    one = make_calendar(MON_TO_FRI, "SE", True, [725_000, 720_000], [])
    other = make_calendar(("fri", "mon", "tue", "thu", "wed", "wed"), "SE", True, [720_000, 725_000, 720_000])
    assert one is other
    assert one == other
    assert hash(one) == hash(other)
    assert one.definition == CalendarDefinition(MON_TO_FRI, "SE", True, (720_000, 725_000), ())
    unlike = [
        make_calendar(MON_TO_FRI, "SE", True),
        make_calendar(MON_TO_FRI, "SE", False),
        make_calendar(MON_TO_FRI, None, True),
        make_calendar(MON_TO_FRI[:4], "SE", True),
        make_calendar(MON_TO_FRI, "SE", True, [725_000]),
        make_calendar(MON_TO_FRI, "SE", True, [], [725_000]),
    ]
    assert len({one, *unlike}) == 7


def test_a_calendar_cannot_be_changed() -> None:
    calendar = make_calendar(MON_TO_FRI, "SE", True)
    with pytest.raises(FrozenInstanceError):
        calendar.first = 1  # pyright: ignore[reportAttributeAccessIssue]  # it may not be set
    with pytest.raises((AttributeError, TypeError)):
        calendar.other = 1  # pyright: ignore[reportAttributeAccessIssue]  # there is none
    with pytest.raises(TypeError):
        calendar.free_names[1] = "nyårsdagen"  # pyright: ignore[reportIndexIssue]  # nor this


def test_a_calendar_travels_as_its_definition() -> None:
    calendar = make_calendar(MON_TO_FRI, "SE", True, [ordinal("2026-05-15")])
    carried = pickle.dumps(calendar)
    assert len(carried) < 300
    assert pickle.loads(carried) is calendar
    assert copy(calendar) is calendar
    assert deepcopy(calendar) is calendar
    assert repr(calendar) == f"Calendar(definition={calendar.definition!r})"


def test_a_calendar_arrives_whole_in_another_process() -> None:
    calendar = make_calendar(MON_TO_FRI, "SE", True)
    asked = f"import pickle; print(pickle.loads({pickle.dumps(calendar)!r}).nth_after({ordinal('2026-06-18')}, 1))"
    answer = subprocess.run([sys.executable, "-c", asked], capture_output=True, encoding="utf-8", check=True)
    assert int(answer.stdout) == ordinal("2026-06-22")


def test_holidays_are_asked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    make_calendar(MON_TO_FRI, "SE", True)

    def asked_again(*_: object, **__: object) -> None:
        raise AssertionError("the library was asked again")

    monkeypatch.setattr("holidays.countries.sweden.Sweden.__init__", asked_again)
    assert make_calendar(("sun",), "SE", True, [ordinal("2026-01-02")]).is_working(ordinal("2026-01-18"))


def test_the_library_is_not_imported_before_it_is_needed() -> None:
    asked = (
        "import sys; from rutinmotor.ground.days import arithmetic, calendars; assert 'holidays' not in sys.modules;"
        "calendars.make_calendar(['mon'], 'SE', True); assert 'holidays' in sys.modules"
    )
    subprocess.run([sys.executable, "-W", "error", "-c", asked], check=True)


def test_threads_that_ask_at_once_get_one_calendar() -> None:
    threads = 8
    for number in range(5):
        together = Barrier(threads)

        def make(_: int, number: int = number, together: Barrier = together) -> Calendar:
            together.wait()
            return make_calendar(("wed",), "SE", True, [ordinal("2027-02-01") + number])

        with ThreadPoolExecutor(threads) as pool:
            made = list(pool.map(make, range(threads)))
        assert len({id(calendar) for calendar in made}) == 1
