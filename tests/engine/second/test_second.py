"""Worked cases for the second evaluator: documents in, verdicts out; a name bears the line of the semantics."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.engine import second
from tests.engine.second.calendar import easter, eves, public_holidays
from tests.engine.second.worked import IN_A_WEEK, answer, asked, catalogue, event, rule

E = event


# The calendar


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


START = E("start", "2025-03-03", id="e1")  # a Monday


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


# 2 Facts and states


def test_22_a_fact_is_looked_up_on_the_item_then_on_the_case_and_null_takes_it_away() -> None:
    one = rule("a", deadline={"days": "antal"})
    facts = {"facts": {"antal": 9}, "items": {"i1": {"antal": 4}}}
    assert asked(one, [E("start", "2025-03-03", "i1")], "2025-03-03", "due", **facts) == ["2025-03-07"]
    assert asked(one, [E("start", "2025-03-03", "i2")], "2025-03-03", "due", **facts) == ["2025-03-12"]
    taken = [E("besked", "2025-03-03T23:00:00", "i1", data={"antal": None}), E("start", "2025-03-03", "i1")]
    assert asked(one, taken, "2025-03-03", "due", **facts) == ["2025-03-12"]  # the value of the day's end


def test_23_an_end_without_an_item_ends_it_for_all_and_one_with_an_item_for_that_only() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"state": {"franvaro": True}})

    def opens(*events: dict[str, object]) -> bool:
        return bool(asked(one, [*events, E("start", "2025-03-05", "i1")], "2025-03-05", "rule"))

    assert opens(E("borta", "2025-03-03"))  # what holds for the case holds for its items
    assert opens(E("borta", "2025-03-03", "i1"))
    assert not opens(E("borta", "2025-03-03", "i2"))
    assert opens(E("borta", "2025-03-03"), E("hemma", "2025-03-04", "i1"))
    assert not opens(E("borta", "2025-03-03", "i1"), E("hemma", "2025-03-04"))
    assert not opens(E("hemma", "2025-03-05"), E("borta", "2025-03-05", "i1"))  # nothing older: one short absence
    assert not opens(E("hemma", "2025-03-05T09:00:00"), E("borta", "2025-03-05", "i1"))
    assert opens(E("hemma", "2025-03-05T09:00:00"), E("borta", "2025-03-05T10:00:00", "i1"))
    assert opens(E("borta", "2025-03-01", "i1"), E("hemma", "2025-03-05"), E("borta", "2025-03-05", "i1"))


def test_24_no_other_item_in_the_state() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"no_other_in": "franvaro"})
    start = E("start", "2025-03-05", "i1")
    assert asked(one, [E("borta", "2025-03-03", "i1"), start], "2025-03-05", "rule") == ["sol.a"]
    assert asked(one, [E("borta", "2025-03-03", "i2"), start], "2025-03-05", "rule") == []
    assert asked(one, [E("borta", "2025-03-03"), start], "2025-03-05", "rule") == ["sol.a"]  # no other item named
    assert asked(one, [E("borta", "2025-03-03"), start], "2025-03-05", "rule", items={"i2": {}}) == []


@pytest.mark.parametrize(
    ("condition", "missing"),
    [
        ({"regi": "egen"}, ["regi"]),
        ({"regi": "egen", "iub": True}, []),  # iub is false: decided
        ({"regi": "egen", "antal": {"over": 3}, "iub": False}, ["antal", "regi"]),
        ({"any": [{"regi": "egen"}, {"iub": True}]}, ["regi"]),
        ({"any": [{"regi": "egen"}, {"iub": False}]}, None),
        ({"all": [{"iub": False}, {"any": [{"orsak": "x"}, {"iub": True}]}]}, ["orsak"]),
        ({"regi": {"known": False}}, None),
        ({"regi": {"not": ["egen", "extern"]}}, ["regi"]),
        ({"iub": {"not": True}}, None),
    ],
)
def test_25_unknown_is_never_taken_for_no(condition: dict[str, object], missing: list[str] | None) -> None:
    told = answer(rule("a", deadline=IN_A_WEEK, only_if=condition), [START], "2025-03-03", facts={"iub": False})
    assert bool(told["obligations"]) == (missing is None)
    named = [{"rule": "sol.a", "item": None, "day": "2025-03-03", "missing": missing}] if missing else []
    assert told["undetermined"] == named


def test_25_a_range_and_a_scope() -> None:
    found = catalogue(rule("a", deadline=IN_A_WEEK, only_if={"antal": {"over": 3, "at_most": 5}}), scope={"iub": False})
    for number, iub, opens in [
        (3, False, False),
        (4, False, True),
        (5, False, True),
        (6, False, False),
        (4, True, False),
    ]:
        facts = {"antal": number, "iub": iub}
        assert bool(asked(found, [START], "2025-03-03", "rule", facts=facts)) == opens


def test_25_a_deadline_that_needs_a_missing_fact() -> None:
    one = rule("a", deadline={"date": "dag", "plus": {"days": "antal"}})
    told = answer(one, [START], "2025-03-04")
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2025-03-03", "missing": ["antal", "dag"]}]
    given = {"facts": {"antal": 2, "dag": "2025-03-10"}}
    moved = [START, E("besked", "2025-03-04", data={"dag": "2025-05-01"})]
    assert asked(one, moved, "2025-03-04", "due", **given) == ["2025-03-12"]  # read on that day, once
    with pytest.raises(second.SecondError):
        answer(one, [START], "2025-03-04", facts={"antal": -1, "dag": "2025-03-10"})


# 3 From trigger to obligation


def test_32_overdue_fires_on_the_day_after_and_fulfilled_on_the_day() -> None:
    rules = [
        rule("a", deadline=IN_A_WEEK),
        rule("b", {"overdue": "a"}, {"days": 2}, fulfilled_by="besked"),
        rule("c", {"fulfilled": "a"}, {"days": 2}, fulfilled_by="besked"),
    ]
    late = [START, E("klar", "2025-03-12")]
    told = asked(rules, late, "2025-03-12", "rule", "status", "opened", "due")
    assert told == [
        ("sol.b", "due", "2025-03-11", "2025-03-13"),
        ("sol.c", "due", "2025-03-12", "2025-03-14"),
        ("sol.a", "fulfilled_late", "2025-03-03", "2025-03-10"),
    ]
    trigger = answer(rules, late, "2025-03-11")["obligations"][1]["trigger"]
    assert trigger == {"kind": "overdue", "type": "sol.a", "event": None, "day": "2025-03-11"}


def test_32_a_due_date_that_was_past_when_it_opened_fires_the_day_after_the_opening() -> None:
    rules = [rule("a", deadline={"date": "dag"}), rule("b", {"overdue": "a"}, "none")]
    told = asked(rules, [START], "2025-03-05", "rule", "opened", facts={"dag": "2025-02-01"})
    assert told == [("sol.a", "2025-03-03"), ("sol.b", "2025-03-04")]


def test_32_longer_than_thirty_days_begun_on_the_first_is_the_thirty_first() -> None:
    one = rule("a", {"state": "franvaro", "longer_than": {"days": 30}}, IN_A_WEEK)
    away = E("borta", "2025-03-01", "i1")
    assert asked(one, [away], "2025-03-30", "opened") == []
    assert asked(one, [away], "2025-04-01", "opened", "item") == [("2025-03-31", "i1")]
    assert asked(one, [away, E("hemma", "2025-03-31", "i1")], "2025-04-01", "opened") == []
    again = [away, E("hemma", "2025-03-20", "i1"), E("borta", "2025-03-20T12:00:00", "i1")]
    assert asked(one, again, "2025-04-30", "opened") == ["2025-04-19"]  # a new run


def test_32_missing_looks_from_the_day_of_y_to_the_last_day() -> None:
    one = rule("a", {"missing": "besked", "since": "start", "for": {"days": 5}}, IN_A_WEEK)
    assert asked(one, [START], "2025-03-08", "opened") == []
    assert asked(one, [START], "2025-03-09", "opened") == ["2025-03-09"]
    for day, opens in [("2025-03-02", True), ("2025-03-03", False), ("2025-03-08", False), ("2025-03-09", True)]:
        assert bool(asked(one, [START, E("besked", day)], "2025-03-20", "opened")) == opens
    other = [E("start", "2025-03-03", "i1"), E("besked", "2025-03-04", "i2")]
    assert asked(one, other, "2025-03-20", "item") == ["i1"]


def test_32_a_facts_date_fires_where_the_fact_stands_and_not_before_the_first_event() -> None:
    one = rule("a", {"date": "dag", "plus": {"days": 1}}, IN_A_WEEK)
    items = {"items": {"i1": {"dag": "2025-03-10"}, "i2": {"dag": "2025-03-01"}}}
    assert asked(one, [START], "2025-03-31", "item", "opened", **items) == [("i1", "2025-03-11")]
    assert asked(one, [], "2025-03-31", "opened", **items) == []
    changed = [START, E("besked", "2025-03-11", "i1", data={"dag": "2025-03-19"})]
    assert asked(one, changed, "2025-03-31", "opened", **items) == ["2025-03-20"]


def test_32_ahead_of_is_due_on_the_others_due_date_and_fires_at_once_where_its_day_is_past() -> None:
    ahead = rule("b", {"ahead_of": "a", "by": {"days": 3}}, fulfilled_by="besked")
    rules = [rule("a", deadline=IN_A_WEEK), ahead]
    assert asked(rules, [START], "2025-03-06", "rule") == ["sol.a"]
    assert asked(rules, [START], "2025-03-07", "rule", "opened", "due")[1] == ("sol.b", "2025-03-07", "2025-03-10")
    soon = [rule("a", deadline={"days": 1}), ahead]
    assert asked(soon, [START], "2025-03-03", "rule", "opened", "due")[1] == ("sol.b", "2025-03-03", "2025-03-04")
    done = [START, E("klar", "2025-03-07")]
    assert asked(rules, done, "2025-03-09", "rule") == ["sol.a"]  # no longer open at the end of that day


def test_32_ahead_of_by_an_undefined_word_fires_when_the_other_opens() -> None:
    rules = [rule("a", deadline="none"), rule("b", {"ahead_of": "a", "by": {"urgency": "i_god_tid"}})]
    assert asked(rules, [START], "2025-03-03", "rule", "opened", "due", "light") == [
        ("sol.a", "2025-03-03", None, "green"),
        ("sol.b", "2025-03-03", None, "green"),
    ]


def test_33_per_item_and_per_case() -> None:
    each = rule("a", deadline=IN_A_WEEK, per="item")
    assert asked(each, [START], "2025-03-03", "item", items={"i2": {}, "i1": {}}) == ["i1", "i2"]
    one = rule("a", deadline=IN_A_WEEK, per="case")
    events = [E("start", "2025-03-03", "i1"), E("klar", "2025-03-04", "i2")]
    assert asked(one, events, "2025-03-04", "item", "status") == [(None, "fulfilled")]


def test_34_add_keep_restart() -> None:
    events = [START, E("start", "2025-03-05", id="e2")]
    for on_repeat, expected in [
        ("add", [("2025-03-03", "2025-03-10", "e1"), ("2025-03-05", "2025-03-12", "e2")]),
        ("keep", [("2025-03-03", "2025-03-10", "e1")]),
        ("restart", [("2025-03-03", "2025-03-12", "e1")]),
    ]:
        one = rule("a", deadline=IN_A_WEEK, on_repeat=on_repeat)
        told = answer(one, events, "2025-03-05")["obligations"]
        assert [(each["opened"], each["due"], each["trigger"]["event"]) for each in told] == expected


def test_34_what_becomes_overdue_anew_after_a_restart_fires_anew() -> None:
    rules = [rule("a", deadline={"days": 2}, on_repeat="restart"), rule("b", {"overdue": "a"}, "none")]
    events = [START, E("start", "2025-03-10")]
    assert asked(rules, events, "2025-03-20", "rule", "opened")[1:] == [
        ("sol.b", "2025-03-06"),
        ("sol.b", "2025-03-13"),
    ]


def test_35_the_version_in_force_on_the_day_of_the_trigger_governs() -> None:
    rules = [
        rule("a", deadline={"days": 7}, in_force={"to": "2025-03-03"}),
        rule("a", deadline={"days": 9}, in_force={"from": "2025-03-04", "to": "2025-03-05"}),
    ]
    events = [E("start", f"2025-03-0{day}") for day in (3, 4, 5, 6)]
    assert asked(rules, events, "2025-03-08", "opened", "due") == [
        ("2025-03-03", "2025-03-10"),
        ("2025-03-04", "2025-03-13"),
        ("2025-03-05", "2025-03-14"),
    ]


# 4 Time


@pytest.mark.parametrize(
    ("start", "deadline", "due"),
    [
        ("2025-01-31", {"months": 1}, "2025-02-28"),
        ("2024-02-29", {"years": 1}, "2025-02-28"),
        ("2025-10-01", {"weeks": 6}, "2025-11-12"),  # Wednesday to Wednesday
        ("2025-03-03", {"days": 0}, "2025-03-03"),
        ("2025-04-17", {"working_days": 1, "calendar": "vardag"}, "2025-04-22"),  # Thursday, over Easter, to Tuesday
        ("2025-12-22", {"working_days": 3, "calendar": "vardag"}, "2025-12-30"),  # Mon; Tue 23, Mon 29, Tue 30
        ("2025-04-19", {"working_days": 0, "calendar": "vardag"}, "2025-04-19"),
        ("2025-03-20", {"day_of_month": 5, "months_ahead": 1}, "2025-04-05"),
        ("2025-01-20", {"day_of_month": 31, "months_ahead": 1}, "2025-02-28"),
        ("2025-03-05", {"end_of": "week"}, "2025-03-09"),
        ("2024-02-05", {"end_of": "month"}, "2024-02-29"),
        ("2025-05-05", {"end_of": "quarter"}, "2025-06-30"),
        ("2025-05-05", {"end_of": "half_year"}, "2025-06-30"),
        ("2025-07-01", {"end_of": "half_year"}, "2025-12-31"),
        ("2025-07-01", {"end_of": "year"}, "2025-12-31"),
        ("2025-03-03", {"date": "dag", "minus": {"months": 1}}, "2025-04-30"),
        ("2025-03-03", {"weeks": "antal"}, "2025-03-17"),
        ("2026-03-19", {"months": 3, "roll": "next_working_day", "calendar": "vardag"}, "2026-06-22"),  # midsommarafton
        ("2026-03-19", {"months": 3, "roll": "previous_working_day", "calendar": "vardag"}, "2026-06-18"),
        ("2026-09-24", {"months": 3, "roll": "next_working_day", "calendar": "vardag"}, "2026-12-28"),  # julafton
    ],
)
def test_41_to_46_due_dates(start: str, deadline: object, due: str) -> None:
    facts = {"antal": 2, "dag": "2025-05-30"}
    assert asked(rule("a", deadline=deadline), [E("start", start)], start, "due", facts=facts) == [due]


def test_42_extra_free_and_extra_working_days_and_years_outside() -> None:
    one = rule("a", deadline={"working_days": 1, "calendar": "egen"})
    found = catalogue(
        one,
        calendars={
            "egen": {
                "weekdays": ["mon", "tue"],
                "holidays": "SE",
                "eves_free": False,
                "extra_free": ["2025-03-04"],
                "extra_working": ["2025-03-08", "2025-04-18"],
            }
        },
    )
    for start, due in [("2025-03-03", "2025-03-08"), ("2025-03-08", "2025-03-10"), ("2025-04-15", "2025-04-18")]:
        assert asked(found, [E("start", start)], start, "due") == [due]
    for start in ("2100-12-31", "1952-12-31"):
        with pytest.raises(second.SecondError):
            answer(found, [E("start", start)], start)


def test_44_before_has_no_due_date_until_the_event_comes() -> None:
    one = rule("a", deadline={"before": "besked"})
    keys = ("status", "due")
    assert asked(one, [START], "2025-03-09", *keys) == [("due", None)]
    told = [START, E("besked", "2025-03-09"), E("besked", "2025-03-12")]
    assert asked(one, told, "2025-03-09", *keys) == [("due", "2025-03-09")]
    assert asked(one, told, "2025-03-10", *keys) == [("overdue", "2025-03-09")]
    assert asked(one, [*told, E("klar", "2025-03-08")], "2025-03-31", *keys) == [("fulfilled", None)]
    assert asked(one, [*told, E("klar", "2025-03-09")], "2025-03-31", *keys) == [("fulfilled", "2025-03-09")]
    earlier = [E("start", "2025-03-03T12:00:00"), E("besked", "2025-03-03T08:00:00")]
    assert asked(one, earlier, "2025-03-03", *keys) == [("due", None)]
    same_day = [E("start", "2025-03-03T12:00:00"), E("besked", "2025-03-03")]
    assert asked(one, same_day, "2025-03-03", *keys) == [("due", "2025-03-03")]


def test_44_continuous_stands_until_the_state_that_triggered_it_ends() -> None:
    one = rule("a", {"state": "franvaro"}, "continuous", per="case")
    events = [E("borta", "2025-03-03", "i1"), E("borta", "2025-03-04", "i2"), E("hemma", "2025-03-06", "i1")]
    told = asked(one, events, "2025-03-06", "opened", "status", "ended_on", "light")
    assert told == [("2025-03-03", "ended", "2025-03-06", None), ("2025-03-04", "standing", None, "green")]


def test_45_an_urgency_word() -> None:
    keys = ("status", "due", "light", "urgency")
    alone = rule("a", deadline={"urgency": "skyndsamt"})
    assert asked(alone, [START], "2026-03-03", *keys) == [("due", None, "yellow", "skyndsamt")]
    latest = rule("a", deadline={"urgency": "skyndsamt", "at_latest": {"days": 3}})
    assert asked(latest, [START], "2025-03-06", *keys) == [("due", "2025-03-06", "green", "skyndsamt")]
    found = catalogue(alone, urgency={"skyndsamt": {"working_days": 2, "calendar": "vardag"}})
    assert asked(found, [E("start", "2025-03-07")], "2025-03-11", *keys) == [
        ("due", "2025-03-11", "green", "skyndsamt")
    ]


def test_47_on_the_due_date_is_in_time() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    assert asked(one, [START], "2025-03-10", "status") == ["due"]
    assert asked(one, [START], "2025-03-11", "status", "days_left") == [("overdue", -1)]
    assert asked(one, [START, E("klar", "2025-03-10")], "2025-03-11", "status") == ["fulfilled"]
    assert asked(one, [START, E("klar", "2025-03-11")], "2025-03-11", "status") == ["fulfilled_late"]


def test_48_too_early_and_backdated_are_both_reported() -> None:
    one = rule("a", deadline={"days": 20}, not_before={"days": 14}, backdating="dag")
    done = E("klar", "2025-03-16", id="k", data={"dag": "2025-03-15"})
    told = asked(one, [START, done], "2025-03-16", "status", "breaches")
    assert told == [
        (
            "fulfilled",
            [
                {"kind": "backdated", "event": "k", "day": "2025-03-16"},
                {"kind": "too_early", "event": "k", "day": "2025-03-16"},
            ],
        )
    ]
    in_time = E("klar", "2025-03-17", data={"dag": "2025-03-17"})
    assert asked(one, [START, in_time], "2025-03-17", "breaches") == [[]]


def test_49_a_paused_day_moves_the_due_date_one_day_on() -> None:
    one = rule("a", deadline=IN_A_WEEK, paused_while="franvaro")
    events = [START, E("borta", "2025-03-05"), E("hemma", "2025-03-08")]  # the 5th, 6th and 7th are not counted
    assert asked(one, events, "2025-03-07", "status", "due") == [("paused", None)]
    assert asked(one, events, "2025-03-08", "status", "due") == [("due", "2025-03-13")]
    from_start = [START, E("borta", "2025-03-03"), E("hemma", "2025-03-05")]  # the opening day never counts
    assert asked(one, from_start, "2025-03-05", "due") == ["2025-03-11"]
    too_late = [START, E("borta", "2025-03-11")]
    assert asked(one, too_late, "2025-03-20", "status", "due") == [("overdue", "2025-03-10")]
    closed = [START, E("borta", "2025-03-05"), E("klar", "2025-03-30")]
    assert asked(one, closed, "2025-03-31", "status", "due") == [("fulfilled", None)]


def test_49_in_working_days_only_paused_working_days_count() -> None:
    one = rule("a", deadline={"working_days": 5, "calendar": "vardag"}, paused_while="franvaro")
    events = [START, E("borta", "2025-03-07"), E("hemma", "2025-03-10")]  # Friday to Sunday
    assert asked(one, events, "2025-03-10", "due") == ["2025-03-11"]  # Monday the 10th, and one more


def test_410_an_extension_moves_on_from_the_unrolled_date_and_no_more_often_than_allowed() -> None:
    roll = {"days": 5, "roll": "next_working_day", "calendar": "vardag"}  # Saturday the 8th, rolled to Monday the 10th
    one = rule("a", deadline=roll, extended_by={"event": "besked", "by": {"days": 7}})
    first, again = E("besked", "2025-03-10", id="b1"), E("besked", "2025-03-11", id="b2")
    assert asked(one, [START, first], "2025-03-10", "due", "breaches") == [("2025-03-17", [])]  # Saturday the 15th
    bad = [{"kind": "bad_extension", "event": "b2", "day": "2025-03-11"}]
    assert asked(one, [START, first, again], "2025-03-11", "due", "breaches") == [("2025-03-17", bad)]
    assert asked(one, [START, again], "2025-03-11", "due", "breaches") == [("2025-03-10", bad)]
    twice = rule("a", deadline=roll, extended_by={"event": "besked", "by": {"months": 1}, "at_most": 2})
    assert asked(twice, [START, first, again], "2025-03-11", "due") == ["2025-05-08"]  # two months from the 8th


def test_411_a_deadline_after_the_year_9999_is_an_error() -> None:
    with pytest.raises(second.SecondError):
        answer(rule("a", deadline={"years": 8000}), [START], "2025-03-03")


# 5 To the end of it


def test_51_on_the_opening_day_order_counts_only_where_both_have_a_clock() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    for start, done, status in [
        ("2025-03-03T12:00:00", "2025-03-03T08:00:00", "due"),
        ("2025-03-03T12:00:00", "2025-03-03T12:00:00", "fulfilled"),
        ("2025-03-03T12:00:00", "2025-03-03", "fulfilled"),
        ("2025-03-03", "2025-03-03T08:00:00", "fulfilled"),
        ("2025-03-03", "2025-03-02", "due"),
    ]:
        assert asked(one, [E("start", start), E("klar", done)], "2025-03-03", "status") == [status]


def test_51_one_event_fulfils_every_open_obligation_that_it_bears_on() -> None:
    one = rule("a", deadline=IN_A_WEEK)
    events = [E("start", "2025-03-03", "i1"), E("start", "2025-03-04", "i1"), E("start", "2025-03-04", "i2")]
    told = asked(one, [*events, E("klar", "2025-03-05", "i1")], "2025-03-05", "item", "status")
    assert told == [("i2", "due"), ("i1", "fulfilled"), ("i1", "fulfilled")]


def test_51_counts_from() -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="besked")
    events = [E("klar", "2025-02-20"), E("klar", "2025-02-27"), E("klar", "2025-02-28"), START]
    keys = ("status", "fulfilled_on")
    assert asked(one, events, "2025-03-03", *keys) == [("due", None)]
    assert asked(one, [*events, E("besked", "2025-02-27")], "2025-03-03", *keys) == [("fulfilled", "2025-02-27")]
    latest = [*events, E("besked", "2025-02-01"), E("besked", "2025-02-28")]
    assert asked(one, latest, "2025-03-03", *keys) == [("fulfilled", "2025-02-28")]


def test_52_fulfilled_and_ended_on_one_day_is_fulfilled_and_no_next() -> None:
    one = rule("a", repeat={"every": {"days": 7}, "from": "fulfilment"}, ends_with="slut")
    events = [START, E("slut", "2025-03-05"), E("klar", "2025-03-05")]
    assert asked(one, events, "2025-03-20", "status", "ended_on") == [("fulfilled", None)]
    assert asked(one, events[:2], "2025-03-20", "status", "ended_on") == [("ended", "2025-03-05")]


def test_52_what_a_timer_opened_any_event_of_the_day_ends() -> None:
    line = {"missing": "besked", "since": "start", "for": {"days": 2}, "survives": True}
    one = rule("a", line, IN_A_WEEK, ends_with="slut")
    assert asked(one, [START, E("slut", "2025-03-06")], "2025-03-06", "status") == ["ended"]


def test_53_from_fulfilment() -> None:
    one = rule("a", deadline={"days": 3}, repeat={"every": {"days": 10}, "from": "fulfilment"})
    events = [
        START,
        E("klar", "2025-03-04T08:00:00", id="k1"),
        E("klar", "2025-03-04T09:00:00"),
        E("klar", "2025-03-09"),
    ]
    told = asked(one, events, "2025-03-09", "opened", "due", "fulfilled_on", "fulfilled_by")
    assert told == [
        ("2025-03-09", "2025-03-19", None, None),
        ("2025-03-03", "2025-03-06", "2025-03-04", "k1"),
        ("2025-03-04", "2025-03-14", "2025-03-09", None),
    ]
    assert answer(one, events, "2025-03-09")["obligations"][0]["trigger"]["event"] == "e1"


def test_53_from_fulfilment_is_over_when_its_condition_is_false() -> None:
    one = rule("a", repeat={"every": {"days": 10}, "from": "fulfilment"}, only_if={"iub": False})
    events = [START, E("klar", "2025-03-05", data={"iub": True}), E("besked", "2025-03-06", data={"iub": False})]
    assert asked(one, events, "2025-03-30", "status", facts={"iub": False}) == ["fulfilled"]
    unknown = [START, E("klar", "2025-03-05", data={"iub": None})]
    told = answer(one, unknown, "2025-03-30", facts={"iub": False})
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2025-03-05", "missing": ["iub"]}]


def test_53_from_trigger_counts_from_the_trigger_and_not_from_the_one_before() -> None:
    one = rule("a", repeat={"every": {"months": 1}, "from": "trigger"})
    start = [E("start", "2025-01-31")]
    assert asked(one, start, "2025-03-31", "opened", "due", "status") == [
        ("2025-01-31", "2025-02-28", "overdue"),
        ("2025-03-01", "2025-03-31", "due"),
    ]
    told = asked(one, [*start, E("klar", "2025-03-02")], "2025-04-01", "opened", "due", "status")
    assert told == [
        ("2025-03-01", "2025-03-31", "overdue"),
        ("2025-04-01", "2025-04-30", "due"),
        ("2025-01-31", "2025-02-28", "fulfilled_late"),  # the oldest open one
    ]


def test_54_each_month_that_the_time_touches() -> None:
    one = rule("a", repeat={"each": "month"}, ends_with="slut")
    events = [E("start", "2025-01-20"), E("klar", "2025-02-03", id="k"), E("slut", "2025-03-10")]
    assert asked(one, events, "2025-06-01", "opened", "due", "status", "fulfilled_by") == [
        ("2025-01-20", "2025-01-31", "ended", None),
        ("2025-02-01", "2025-02-28", "fulfilled", "k"),
        ("2025-03-01", "2025-03-31", "ended", None),
    ]
    counted = rule("a", deadline={"working_days": 2, "calendar": "vardag"}, repeat={"each": "month"})
    assert asked(counted, events[:1], "2025-01-20", "due") == ["2025-02-04"]  # from Friday the 31st
    word = rule("a", deadline={"urgency": "snarast"}, repeat={"each": "quarter"})
    assert asked(word, events[:1], "2025-01-20", "due", "urgency") == [("2025-03-31", "snarast")]


def test_56_a_step_is_reached_if_it_was_open_at_the_end_of_its_day() -> None:
    def step(side: str, days: int) -> dict[str, object]:
        return {side: {"days": days}, "to": "utforare", "action": "Påminn"}

    one = rule("a", deadline=IN_A_WEEK, escalation=[step("after", 1), step("before", 2), step("before", 30)])
    events = [START, E("klar", "2025-03-11")]
    for at, reached in [
        ("2025-03-03", [False, False, True]),
        ("2025-03-08", [False, True, True]),
        ("2025-03-11", [False, True, True]),  # closed on the step's own day
    ]:
        (steps,) = asked(one, events, at, "escalation")
        assert [each["reached"] for each in steps] == reached
        assert [each["day"] for each in steps] == ["2025-03-11", "2025-03-08", "2025-03-03"]
    assert asked(one, [START], "2025-03-11", "escalation")[0][0]["reached"] is True


def test_57_lights() -> None:
    one = rule("a", deadline=IN_A_WEEK, warn={"days": 2})
    for at, light in [
        ("2025-03-07", "green"),
        ("2025-03-08", "yellow"),
        ("2025-03-10", "yellow"),
        ("2025-03-11", "red"),
    ]:
        assert asked(one, [START], at, "light") == [light]
    found = catalogue(rule("a", deadline=IN_A_WEEK), warn={"days": 1})
    assert asked(found, [START], "2025-03-08", "light") == ["green"]
    assert asked(found, [START], "2025-03-09", "light") == ["yellow"]


# 6 The answer


def test_61_an_entry_in_full() -> None:
    one = rule("a", deadline=IN_A_WEEK, source={"section": "Avsnitt"}, interpretation="Så.")
    assert answer(one, [START], "2025-03-11")["obligations"] == [
        {
            "rule": "sol.a",
            "title": "a",
            "item": None,
            "actor": ["utforare"],
            "norm": "routine",
            "status": "overdue",
            "light": "red",
            "urgency": None,
            "trigger": {"kind": "event", "type": "start", "event": "e1", "day": "2025-03-03"},
            "opened": "2025-03-03",
            "answered": None,
            "due": "2025-03-10",
            "days_left": -1,
            "fulfilled_on": None,
            "fulfilled_by": None,
            "ended_on": None,
            "escalation": [],
            "breaches": [],
            "source": {"section": "Avsnitt", "duties": []},
            "interpretation": "Så.",
        }
    ]


def test_62_next_change() -> None:
    def next_day(one: dict[str, object], events: list[dict[str, object]], at: str, days: int = 60) -> str | None:
        return second.next_change([catalogue(one)], {"case": "1", "events": events}, date.fromisoformat(at), None, days)

    one = rule("a", deadline=IN_A_WEEK, warn={"days": 2})
    assert next_day(one, [START], "2025-03-03") == "2025-03-08"
    assert next_day(one, [START], "2025-03-08") == "2025-03-11"
    assert next_day(one, [START, E("klar", "2025-03-09")], "2025-03-08") == "2025-03-11"  # as if nothing more happened
    assert next_day(one, [START], "2025-03-11") is None
    assert next_day(one, [START], "2025-03-01") is None
    series = rule("a", repeat={"each": "month"})
    assert next_day(series, [START], "2025-03-03") == "2025-04-01"
    # Friday 31 December 2100 is an eve and the calendar's last day: the next of the series cannot be counted
    ending = rule("a", repeat={"every": {"working_days": 1, "calendar": "vardag"}, "from": "trigger"})
    events = [E("start", "2100-12-29"), E("klar", "2100-12-29")]
    assert next_day(ending, events, "2100-12-29", 3) == "2100-12-31"
    with pytest.raises(second.SecondError):
        answer(ending, events, "2100-12-31")


def test_64_overdue_first_then_due_by_date_with_none_last_then_the_rest() -> None:
    rules = [
        rule("a", deadline="none", fulfilled_by="besked"),
        rule("b", deadline={"days": 9}, fulfilled_by="besked"),
        rule("c", deadline={"days": 2}, fulfilled_by="besked"),
        rule("d", deadline={"days": 1}, fulfilled_by="besked"),
        rule("e", deadline={"days": 8}, fulfilled_by="besked"),
        rule("f", deadline={"days": 1}),
    ]
    told = asked(rules, [START, E("klar", "2025-03-04")], "2025-03-10", "rule")
    assert told == ["sol.d", "sol.c", "sol.e", "sol.b", "sol.a", "sol.f"]


def test_112_the_order_of_a_day() -> None:
    # one day, the 5th: `a` was due on the 4th, `b` is opened by that and fulfilled by the same day's event, which opens
    # `c`, and `d` is opened ahead of `c`, which is not served by the same doing (1.10)
    rules = [
        rule("a", deadline={"days": 1}, fulfilled_by="besked"),
        rule("b", {"overdue": "a"}, {"days": 0}),
        rule("c", {"fulfilled": "b"}, {"days": 2}, fulfilled_by="besked"),
        rule("d", {"ahead_of": "c", "by": {"days": 2}}),
    ]
    keys = ("rule", "opened", "due", "status")
    done = E("klar", "2025-03-05T09:00:00", id="k")
    told = [
        ("sol.a", "2025-03-03", "2025-03-04", "overdue"),
        ("sol.c", "2025-03-05", "2025-03-07", "due"),
        ("sol.d", "2025-03-05", "2025-03-07", "due"),
        ("sol.b", "2025-03-05", "2025-03-05", "fulfilled"),
    ]
    assert asked(rules, [START, done], "2025-03-05", *keys) == told
    later = [START, done, E("klar", "2025-03-05T10:00:00")]
    assert asked(rules, later, "2025-03-05", *keys) == [*told[:2], told[3], (*told[2][:3], "fulfilled")]


def test_66_an_earlier_day_sees_nothing_of_later_events() -> None:
    one = rule("a", deadline=IN_A_WEEK, repeat={"every": {"days": 5}, "from": "fulfilment"})
    events = [E("start", "2025-03-03"), E("klar", "2025-03-06"), E("klar", "2025-03-08"), E("start", "2025-03-09")]
    for shift in range(10):
        at = (date(2025, 3, 2) + timedelta(days=shift)).isoformat()
        assert answer(one, events, at) == answer(one, [each for each in events if str(each["at"]) <= at], at)
