"""Worked timers for the second evaluator: what is called off, what runs ahead, dates that are past (3.2, 3.6)."""

from typing import Any

import pytest

from tests.engine.second.worked import MONTH, answer, asked, event, gives, on_2026, rule

E = event


# Timers called off (3.6)

MISSING = {"missing": "klar", "since": "start", "for": {"days": 5}}


@pytest.mark.parametrize(
    ("events", "count"),
    [
        ([("start", "01-05")], 1),  # up on the 11th
        ([("start", "01-05"), ("slut", "01-08")], 0),
        ([("start", "01-05"), ("slut", "01-11")], 0),
        ([("start", "01-05"), ("slut", "01-04")], 1),
        ([("start", "01-05T09:00"), ("slut", "01-05T08:00")], 1),
        ([("start", "01-05T09:00"), ("slut", "01-05T10:00")], 0),
        ([("start", "01-05"), ("slut", "01-05")], 0),  # nothing older waited
        ([("start", "01-02"), ("start", "01-05"), ("slut", "01-05")], 1),  # the older one is called off
    ],
)
def test_36_an_ending_calls_off_what_waits(events: list[tuple[str, str]], count: int) -> None:
    one = rule("a", MISSING, MONTH, fulfilled_by="besked", ends_with="slut")
    assert len(asked(one, on_2026(*events), "2026-01-20", "status")) == count


def test_36_it_bears_on_what_waits_and_some_timers_survive() -> None:
    events = [E("start", "2026-01-05", "i1"), E("slut", "2026-01-08", "i2")]
    one = rule("a", MISSING, MONTH, fulfilled_by="besked", ends_with="slut")
    assert len(asked(one, events, "2026-01-20", "status")) == 1
    of_all = one | {"ends_with": {"event": "slut", "of": "any_item"}}
    assert asked(of_all, events, "2026-01-20", "status") == []
    assert asked(one | {"per": "case"}, events, "2026-01-20", "status") == []
    events = on_2026(("start", "01-05"), ("slut", "01-08"))
    assert len(asked(one | {"trigger": MISSING | {"survives": True}}, events, "2026-01-20", "status")) == 1
    assert len(asked(one | {"only_if": {"state": {"franvaro": False}}}, events, "2026-01-20", "status")) == 1


def test_36_of_each_kind() -> None:
    longer = rule("a", {"state": "franvaro", "longer_than": {"days": 10}}, MONTH, ends_with="slut")
    assert asked(longer, on_2026(("borta", "01-05"), ("slut", "01-06")), "2026-01-20", "status") == []
    assert asked(longer, on_2026(("slut", "01-04"), ("borta", "01-05")), "2026-01-20", "status") == ["due"]
    dated = rule("a", {"date": "dag"}, MONTH, ends_with="slut")
    first, again = gives("01-02", dag="2026-01-10"), gives("01-07", dag="2026-01-12")
    slut = E("slut", "2026-01-05")
    assert asked(dated, [first, slut], "2026-01-20", "status") == []
    assert asked(dated, [first, slut, again], "2026-01-20", "opened") == ["2026-01-12"]  # given anew since
    assert asked(dated, [slut], "2026-01-20", "status", facts={"dag": "2026-01-10"}) == []
    ahead = [
        rule("a", "start", MONTH),
        rule("b", {"ahead_of": "a", "by": {"days": 10}}, fulfilled_by="besked", ends_with="slut"),
    ]
    assert asked(ahead, on_2026(("start", "01-05"), ("slut", "01-06")), "2026-01-28", "rule") == ["sol.a"]
    assert asked(ahead, on_2026(("slut", "01-04"), ("start", "01-05")), "2026-01-28", "rule") == ["sol.a", "sol.b"]


def test_36_by_a_date_and_by_something_overdue() -> None:
    one = rule("a", MISSING, MONTH, fulfilled_by="besked", ends_with={"date": "dag"})
    for dag, count in [("2026-01-10", 0), ("2026-01-04", 1), ("2026-01-12", 1)]:  # up on the 11th
        assert len(asked(one, on_2026(("start", "01-05")), "2026-01-11", "status", facts={"dag": dag})) == count
    rules = [
        rule("a", MISSING, MONTH, fulfilled_by="besked", ends_with={"overdue": "b"}),
        rule("b", "start", {"days": 3}, fulfilled_by="hemma"),
    ]
    told = asked(rules, on_2026(("start", "01-05")), "2026-01-20", "rule")
    assert told == ["sol.b"]
    told = asked(rules, on_2026(("start", "01-05"), ("hemma", "01-06")), "2026-01-20", "rule")
    assert told == ["sol.a", "sol.b"]


# What runs ahead (3.2)

AHEAD = [
    rule("a", "start", MONTH, extended_by={"event": "besked", "by": {"days": 5}}, ends_with="slut"),
    rule("b", {"ahead_of": "a", "by": {"days": 10}}, fulfilled_by="hemma"),
]
# `a` is due on 4 February, and `b` opens on 25 January


def ahead(*events: tuple[str, str], at: str = "2026-02-20") -> list[Any]:
    told = asked(AHEAD, on_2026(("start", "01-05"), *events), at, "rule", "due", "status", "breaches")
    return [each[1:] for each in told if each[0] == "sol.b"]


def test_32_what_runs_ahead_follows_the_other_s_due_date() -> None:
    assert ahead(at="2026-01-25") == [("2026-02-04", "due", [])]
    assert ahead(("besked", "01-28"), at="2026-01-28") == [("2026-02-09", "due", [])]
    # as long as it is open
    assert ahead(("hemma", "01-27"), ("besked", "01-28")) == [("2026-02-04", "fulfilled", [])]


def test_32_when_the_other_closes_what_runs_ahead_is_ended() -> None:
    breach = {"kind": "not_done_ahead", "event": "e1", "day": "2026-01-28"}
    assert ahead(("klar", "01-28")) == [("2026-02-04", "ended", [breach])]
    assert ahead(("slut", "01-28")) == [("2026-02-04", "ended", [])]
    assert ahead(("klar", "01-20")) == []
    # done on the day the other was, in whatever order
    for done in ("01-28", "01-28T08:00", "01-28T10:00"):
        assert ahead(("klar", "01-28T09:00"), ("hemma", done)) == [("2026-02-04", "fulfilled", [])]
    assert ahead(("klar", "01-28"), ("hemma", "01-29")) == [("2026-02-04", "ended", [breach])]


def test_32_a_deadline_of_its_own_does_not_follow_but_is_ended() -> None:
    rules = [AHEAD[0], AHEAD[1] | {"deadline": {"days": 20}}]
    events = on_2026(("start", "01-05"), ("besked", "01-28"), ("klar", "01-29"))
    told = asked(rules, events[:2], "2026-01-28", "rule", "due")
    assert ("sol.b", "2026-02-14") in told
    assert ("sol.b", "ended") in asked(rules, events, "2026-01-29", "rule", "status")


def test_32_a_series_that_runs_ahead_is_over_when_the_other_closes() -> None:
    series = AHEAD[1] | {"repeat": {"every": {"days": 3}, "from": "fulfilment"}}
    events = on_2026(("start", "01-05"), ("hemma", "01-28"), ("klar", "01-28"))
    told = asked([AHEAD[0], series], events, "2026-02-20", "rule", "status", "breaches")
    assert told == [("sol.a", "fulfilled", []), ("sol.b", "fulfilled", [])]


def test_36_what_could_have_given_the_date_does_not_call_it_off() -> None:
    dated = rule("a", {"date": "dag"}, MONTH, ends_with="besked")
    twice = [gives("01-05", dag="2026-01-10"), E("besked", "2026-01-05")]
    assert asked(dated, twice, "2026-01-10", "status") == ["due"]
    assert asked(dated, [*twice, E("besked", "2026-01-06")], "2026-01-10", "status") == []


# Dates that are past (3.2)


@pytest.mark.parametrize(
    ("line", "dag", "opened"),
    [
        ({"date": "dag"}, "2026-01-10", "2026-01-10"),
        ({"date": "dag"}, "2026-01-06", "2026-01-06"),  # given that day
        ({"date": "dag"}, "2026-01-05", None),
        ({"date": "dag", "if_past": "pass"}, "2026-01-05", None),
        ({"date": "dag", "if_past": "open"}, "2026-01-05", "2026-01-06"),
        ({"date": "dag", "minus": {"days": 5}}, "2026-01-12", "2026-01-07"),
        ({"date": "dag", "minus": {"days": 5}}, "2026-01-08", "2026-01-06"),  # the date itself is not past
        ({"date": "dag", "minus": {"days": 5}}, "2026-01-05", None),
        ({"date": "dag", "minus": {"days": 5}, "if_past": "open"}, "2026-01-05", "2026-01-06"),
        ({"date": "dag", "plus": {"days": 5}}, "2026-01-05", "2026-01-10"),
        ({"date": "dag", "plus": {"days": 5}}, "2025-12-20", None),
    ],
)
def test_32_a_date_that_is_past_when_it_becomes_known(line: Any, dag: str, opened: str | None) -> None:
    one = rule("a", line, MONTH)
    for told in (
        answer(one, [gives("01-06", dag=dag), gives("01-08", dag=dag)], "2026-01-20"),
        answer(one, [E("besked", "2026-01-06")], "2026-01-20", facts={"dag": dag}),  # the first event's day
    ):
        assert [each["opened"] for each in told["obligations"]] == ([opened] if opened else [])
        passed = [{"rule": "sol.a", "item": None, "fact": "dag", "date": dag, "known": "2026-01-06"}]
        assert told["passed_dates"] == ([] if opened else passed)


def test_110_an_event_does_not_serve_what_a_date_that_it_gave_opened_that_day() -> None:
    one = rule("a", {"date": "dag", "if_past": "open"}, MONTH, fulfilled_by="besked")
    for dag in ("2026-01-06", "2026-01-03"):
        given = gives("01-06", dag=dag)
        assert asked(one, [given], "2026-01-06", "status") == ["due"]
        assert asked(one, [given, E("besked", "2026-01-06")], "2026-01-06", "status") == ["fulfilled"]
