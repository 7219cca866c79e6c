"""Worked logs for the second evaluator: the calendar, clocks, corrections, what is known and passed over (1, 4.3)."""

from datetime import date
from typing import Any

import pytest

from tests.engine import second
from tests.engine.second.calendar import easter, eves, public_holidays
from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, event, rule

E = event


@pytest.mark.parametrize(
    ("year", "day"),
    [
        (1954, "04-18"),
        (1961, "04-02"),
        (2000, "04-23"),
        (2008, "03-23"),
        (2024, "03-31"),
        (2025, "04-20"),
        (2038, "04-25"),
    ],
)
def test_easter_in_years_known_from_almanacs(year: int, day: str) -> None:
    assert easter(year).isoformat() == f"{year}-{day}"


def test_43_the_free_days_of_2025() -> None:
    named = "01-01 01-06 04-18 04-20 04-21 05-01 05-29 06-06 06-08 06-21 11-01 12-25 12-26"
    assert {day.isoformat()[5:] for day in public_holidays(2025)} == set(named.split())
    assert {day.isoformat()[5:] for day in eves(2025)} == {"06-20", "12-24", "12-31"}


def test_43_annandag_pingst_was_free_up_to_2004_and_nationaldagen_is_from_2005() -> None:
    assert date(2004, 5, 31) in public_holidays(2004)
    assert date(2004, 6, 6) not in public_holidays(2004)
    assert date(2005, 5, 16) not in public_holidays(2005)
    assert date(2005, 6, 6) in public_holidays(2005)


# 1 The log


def test_12_an_aware_time_is_turned_into_the_local_day() -> None:
    # 22:30 UTC on Sunday 30 March 2025, the day the clocks went forward, is half past midnight on the 31st
    events = [E("start", "2025-03-30T22:30:00+00:00")]
    assert asked(rule("a", deadline=IN_A_WEEK), events, "2025-03-31", "opened", "due") == [("2025-03-31", "2025-04-07")]
    assert asked(rule("a", deadline=IN_A_WEEK), events, "2025-03-30", "opened") == []


def test_12_the_instant_orders_the_night_when_clocks_go_back() -> None:
    # Sunday 26 October 2025: 02:10 after the change comes after 02:50 before it; a naive clock is the first of the two
    one = rule("a", deadline=IN_A_WEEK)
    for start, done, status in [
        ("2025-10-26T02:10:00+01:00", "2025-10-26T02:50:00+02:00", "due"),
        ("2025-10-26T02:50:00+02:00", "2025-10-26T02:10:00+01:00", "fulfilled"),
        ("2025-10-26T02:10:00", "2025-10-26T02:05:00+01:00", "fulfilled"),
        ("2025-10-26T02:10:00+01:00", "2025-10-26T02:50:00", "due"),
        ("2025-10-26T00:30:00Z", "2025-10-26T01:10:00Z", "fulfilled"),
    ]:
        assert asked(one, [E("start", start), E("klar", done)], "2025-10-26", "status") == [status]


def test_12_a_clock_in_the_hour_left_out_has_the_offset_before_the_change() -> None:
    # Sunday 30 March 2025: 02:30 by +01:00 is 01:30 UTC, which clocks show as 03:30
    one = rule("a", deadline=IN_A_WEEK)
    for done, status in [("2025-03-30T03:20:00", "due"), ("2025-03-30T03:40:00", "fulfilled")]:
        events = [E("start", "2025-03-30T02:30:00"), E("klar", done)]
        assert asked(one, events, "2025-03-30", "status") == [status]


@pytest.mark.parametrize(
    ("start", "slut", "status"),
    [
        ("2025-03-03", "2025-03-03", "ended"),
        ("2025-03-03T08:00:00", "2025-03-03T08:01:00", "ended"),
        ("2025-03-03T08:00:00", "2025-03-03T08:00:00", "ended"),
        ("2025-03-03T08:00:00", "2025-03-03", "ended"),
        ("2025-03-03", "2025-03-03T08:00:00", "ended"),
        ("2025-03-03T08:01:00", "2025-03-03T08:00:00", "due"),
    ],
)
def test_19_what_is_in_open_order_ends_where_nothing_older_was_there(start: str, slut: str, status: str) -> None:
    one = rule("a", deadline=IN_A_WEEK, ends_with="slut")
    assert asked(one, [E("start", start), E("slut", slut)], "2025-03-03", "status") == [status]


def test_14_one_id_with_one_content_counts_once() -> None:
    twice = [E("start", "2025-03-03", id="e1"), E("start", "2025-03-03", id="e1")]
    assert asked(rule("a", deadline=IN_A_WEEK), twice, "2025-03-03", "rule") == ["sol.a"]
    without = [E("start", "2025-03-03"), E("start", "2025-03-03")]
    assert asked(rule("a", deadline=IN_A_WEEK), without, "2025-03-03", "rule") == ["sol.a", "sol.a"]


@pytest.mark.parametrize(
    "events",
    [
        [E("start", "2025-03-03", id="e1"), E("start", "2025-03-04", id="e1")],
        [E("start", "2025-03-03", id="e1"), {"retracts": "e2", "recorded": "2025-03-04"}],
        [
            {"id": "a", "retracts": "b", "recorded": "2025-03-04"},
            {"id": "b", "retracts": "a", "recorded": "2025-03-04"},
        ],
        [E("start", "2025-03-03", id="e1", replaces="e1")],
        [E("start", "2025-03-03", id="e1"), E("start", "2025-03-03", replaces="e1", retracts="e1")],
        [E("start", "2025-03-03", id="e1"), {"retracts": "e1"}],
        [E("okand", "2025-03-03")],
        [E("start", "2025-03-03", data={"iub": 1})],
        [E("start", "2025-03-03", data={"antal": True})],
        [E("start", "2025-03-03", data={"regi": "annan"})],
        [E("start", "2025-03-03", data={"dag": "2025-02-29"})],
        [E("start", "den tredje")],
    ],
)
def test_14_15_17_22_what_is_an_error(events: list[dict[str, object]]) -> None:
    with pytest.raises(second.SecondError):
        answer(rule("a", deadline=IN_A_WEEK), events, "2025-03-10")


def opened(*corrections: dict[str, Any], known: str | None = None) -> list[str]:
    return asked(rule("a", deadline=IN_A_WEEK), [START, *corrections], "2025-03-31", "opened", known=known)


def test_15_a_replacement_stands_in_the_place_and_a_retraction_takes_away() -> None:
    assert opened(E("start", "2025-03-05", replaces="e1", recorded="2025-03-09")) == ["2025-03-05"]
    assert opened({"retracts": "e1", "recorded": "2025-03-09"}) == []
    assert opened(E("start", "2025-04-05", replaces="e1")) == []  # whatever its own `at`


def test_15_chains_of_corrections() -> None:
    retraction = {"id": "r", "retracts": "e1", "recorded": "2025-03-09"}
    replacement = E("start", "2025-03-05", id="c", replaces="e1", recorded="2025-03-09")
    assert opened(retraction, {"retracts": "r", "recorded": "2025-03-10"}) == ["2025-03-03"]
    assert opened(retraction, E("start", "2025-03-06", replaces="r", recorded="2025-03-10")) == ["2025-03-06"]
    assert opened(replacement, E("start", "2025-03-07", replaces="c", recorded="2025-03-10")) == ["2025-03-07"]
    assert opened(replacement, {"retracts": "c", "recorded": "2025-03-10"}) == ["2025-03-03"]
    assert opened(replacement, retraction) == ["2025-03-05"]  # retracting what is already replaced
    later = E("start", "2025-03-06", replaces="e1", recorded="2025-03-12")
    assert opened(later, replacement) == ["2025-03-06"]  # the later recorded of two stands


def test_15_with_known_the_log_is_cut_before_it_is_corrected() -> None:
    replacement = E("start", "2025-03-05", id="c", replaces="e1", recorded="2025-03-09")
    assert opened(replacement, known="2025-03-08") == ["2025-03-03"]
    assert opened(replacement, known="2025-03-09") == ["2025-03-05"]
    late = [E("start", "2025-03-03", id="e1", recorded="2025-03-20"), replacement]
    cut = asked(rule("a", deadline=IN_A_WEEK), late, "2025-03-31", "opened", known="2025-03-10")
    assert cut == ["2025-03-05"]  # its target is cut away: it stands as an event of its own


def test_16_what_was_recorded_later_is_not_known_earlier() -> None:
    events = [START, E("klar", "2025-03-04", recorded="2025-03-20T09:00:00")]
    one = rule("a", deadline=IN_A_WEEK)
    assert asked(one, events, "2025-03-12", "status", known="2025-03-19") == ["overdue"]
    assert asked(one, events, "2025-03-12", "status", known="2025-03-20") == ["fulfilled"]


def test_17_unknown_events_may_be_passed_over_and_listed() -> None:
    events = [E("okand", "2025-03-05", id="x", item="i9"), START]
    told = answer(rule("a", deadline=IN_A_WEEK, per="item"), events, "2025-03-10", unknown_events="list")
    assert told["passed_over"] == [{"event": "x", "type": "okand", "day": "2025-03-05"}]
    assert told["obligations"] == []  # and it names no item
    assert answer(rule("a", deadline=IN_A_WEEK), events, "2025-03-04")["passed_over"] == []  # it does not count yet
