"""Worked days for the second evaluator: which of a day's events serves what; a name bears the line that it asks."""

from typing import Any

import pytest

from tests.engine.second.worked import IN_A_WEEK, answer, asked, event, rule

E = event
MONTH = {"days": 30}
Log = list[dict[str, Any]]


def on_2026(*events: tuple[str, str], item: str | None = None) -> Log:
    """Events of 2026, as (type, "MM-DD" or "MM-DDTHH:MM"), each with an id of its own."""
    return [
        E(kind, f"2026-{at}" + (":00" if "T" in at else ""), item, id=f"e{n}") for n, (kind, at) in enumerate(events)
    ]


# 1.9 Old first


def test_19_done_and_started_again_the_same_day() -> None:
    one = rule("a", deadline=MONTH, on_repeat="keep")
    clocks = [("start", "01-01T09:00"), ("klar", "01-20T10:00"), ("start", "01-20T11:00")]
    dates = [("start", "01-01"), ("klar", "01-20"), ("start", "01-20")]
    for events in (clocks, dates):
        told = asked(one, on_2026(*events), "2026-01-25", "status", "opened", "due")
        assert told == [("due", "2026-01-20", "2026-02-19"), ("fulfilled", "2026-01-01", "2026-01-31")]


def test_19_restart_after_the_due_date_opens_anew_what_was_done_before_it() -> None:
    one = rule("a", deadline=MONTH, on_repeat="restart")
    events = on_2026(("start", "01-01"), ("klar", "02-05T10:00"), ("start", "02-05T11:00"))
    told = asked(one, events, "2026-02-10", "status", "opened", "due")
    assert told == [("due", "2026-02-05", "2026-03-07"), ("fulfilled_late", "2026-01-01", "2026-01-31")]


@pytest.mark.parametrize("on_repeat", ["restart", "keep", "add"])
def test_19_the_older_is_ended_and_the_new_one_stays(on_repeat: str) -> None:
    one = rule("a", deadline=MONTH, on_repeat=on_repeat, ends_with="slut")
    alone = on_2026(("start", "01-20"), ("slut", "01-20"))
    assert asked(one, alone, "2026-01-20", "status") == ["ended"]
    older = on_2026(("start", "01-01"), ("start", "01-20"), ("slut", "01-20"))
    told = asked(one, older, "2026-01-20", "status", "opened")
    assert told == [("due", "2026-01-20"), ("ended", "2026-01-01")]


def test_19_only_add_lets_a_fulfilment_take_the_new_one_as_well() -> None:
    events = on_2026(("start", "01-01"), ("start", "01-20"), ("klar", "01-20"))
    for on_repeat, statuses in [("add", ["fulfilled", "fulfilled"]), ("keep", ["due", "fulfilled"])]:
        assert asked(rule("a", deadline=MONTH, on_repeat=on_repeat), events, "2026-01-20", "status") == statuses


def test_19_old_first_is_asked_of_the_very_item() -> None:
    one = rule("a", deadline=MONTH, on_repeat="keep")
    events = [*on_2026(("start", "01-01"), item="i1"), *on_2026(("start", "01-20"), item="i2")]
    told = asked(one, [*events[:1], events[1] | {"id": "x"}, E("klar", "2026-01-20")], "2026-01-20", "item", "status")
    assert told == [("i1", "fulfilled"), ("i2", "fulfilled")]


def test_19_an_instant_of_its_own_is_old_before_a_later_one() -> None:
    # 12:00 fulfils what 09:00 opened, and not what is opened without a clock, as 09:00 had opened one before it
    one = rule("a", ["start", "besked"], MONTH, on_repeat="keep", fulfilled_by="klar")
    events = on_2026(("start", "01-20T09:00"), ("klar", "01-20T12:00"), ("besked", "01-20"))
    told = asked(one, events, "2026-01-20", "status", "trigger")
    assert [(status, trigger["type"]) for status, trigger in told] == [("due", "besked"), ("fulfilled", "start")]


def test_19_an_event_without_a_clock_serves_one_moment_only() -> None:
    one = rule("a", deadline=MONTH, on_repeat="keep", ends_with="slut")
    events = on_2026(("start", "01-20T09:00"), ("start", "01-20T10:00"), ("klar", "01-20"))
    told = asked(one, events, "2026-01-20", "status", "trigger")
    assert [(status, trigger["event"]) for status, trigger in told] == [("due", "e1"), ("fulfilled", "e0")]


def test_19_a_decision_to_a_new_end_date_the_day_of_the_trial() -> None:
    one = rule("a", "besked", {"date": "dag"}, on_repeat="restart")
    first = E("besked", "2025-10-01", data={"dag": "2026-09-30"})
    again = E("besked", "2026-09-14", data={"dag": "2027-09-30"})
    told = asked(one, [first, E("klar", "2026-09-14"), again], "2026-09-20", "status", "opened", "due", "fulfilled_on")
    assert told == [
        ("due", "2026-09-14", "2027-09-30", None),
        ("fulfilled", "2025-10-01", "2026-09-30", "2026-09-14"),
    ]


# 1.10 Nothing serves its own doing


@pytest.mark.parametrize("times", [1, 2])
def test_110_one_review_fulfils_one_of_a_chain(times: int) -> None:
    rules = [
        rule("a", deadline=IN_A_WEEK),
        rule("b", {"fulfilled": "a"}, MONTH),
        rule("c", {"fulfilled": "b"}, {"months": 6}),
    ]
    reviews = on_2026(*[("klar", "01-20")] * times)
    told = asked(rules, [E("start", "2026-01-15"), *reviews], "2026-01-20", "rule", "status")
    assert told == [("sol.b", "due"), ("sol.a", "fulfilled")]


def test_110_what_comes_after_the_fulfilling_event_serves_what_it_brought_about() -> None:
    rules = [rule("a", deadline=IN_A_WEEK), rule("b", {"fulfilled": "a"}, MONTH), rule("c", {"fulfilled": "b"}, MONTH)]
    start = E("start", "2026-01-15")
    reviews = on_2026(("klar", "01-20T09:00"), ("klar", "01-20T10:00"))
    told = asked(rules, [start, *reviews], "2026-01-20", "rule", "status", "fulfilled_by")
    assert told == [("sol.c", "due", None), ("sol.a", "fulfilled", "e0"), ("sol.b", "fulfilled", "e1")]
    mixed = on_2026(("klar", "01-20T09:00"), ("klar", "01-20"))
    assert asked(rules, [start, *mixed], "2026-01-20", "rule", "status") == [("sol.b", "due"), ("sol.a", "fulfilled")]


def test_110_what_triggers_the_rule_serves_nothing_of_its_own_moment() -> None:
    one = rule("a", deadline=IN_A_WEEK, fulfilled_by="start", on_repeat="keep")
    for times in (1, 2):
        assert asked(one, on_2026(*[("start", "01-20")] * times), "2026-01-20", "status") == ["due"]
    by_state = rule("a", {"state": "franvaro"}, IN_A_WEEK, fulfilled_by="borta")
    assert asked(by_state, on_2026(("borta", "01-20"), ("borta", "01-20")), "2026-01-20", "status") == ["due"]
    later = on_2026(("start", "01-20T09:00"), ("start", "01-20T10:00"))
    # 10:00 fulfils what 09:00 opened, and then opens anew
    assert asked(one, later, "2026-01-20", "status") == ["due", "fulfilled"]


def test_110_the_next_of_a_series_is_served_on_a_later_day() -> None:
    one = rule("a", repeat={"every": {"days": 7}, "from": "fulfilment"}, ends_with="slut")
    done = on_2026(("start", "01-01"), ("klar", "01-05T09:00"), ("klar", "01-05T10:00"))
    assert asked(one, done, "2026-01-05", "status", "due") == [("due", "2026-01-12"), ("fulfilled", "2026-01-08")]
    ended = on_2026(("start", "01-01"), ("klar", "01-05T09:00"), ("slut", "01-05T10:00"))
    assert asked(one, ended, "2026-01-30", "status") == ["fulfilled"]


# 1.11 What a trigger finds


def test_111_of_several_triggers_of_one_moment_the_first_opens_and_the_others_find_that() -> None:
    for at in ("01-20", "01-20T09:00"):
        events = on_2026(("start", at), ("start", at))
        told = [
            each["event"]
            for each in asked(rule("a", on_repeat="keep", deadline=MONTH), events, "2026-01-20", "trigger")
        ]
        assert told == ["e0"]
        assert len(asked(rule("a", deadline=MONTH), events, "2026-01-20", "status")) == 2


def test_111_a_trigger_finds_nothing_open_that_is_closed_in_open_order_with_it() -> None:
    one = rule("a", deadline=MONTH, on_repeat="keep")
    for done in ("01-20", "01-20T08:00", "01-20T09:00"):
        events = on_2026(("start", "01-01"), ("klar", done), ("start", "01-20T09:00"))
        assert asked(one, events, "2026-01-20", "status") == ["due", "fulfilled"]
    after = on_2026(("start", "01-01"), ("klar", "01-20T10:00"), ("start", "01-20T09:00"))
    assert asked(one, after, "2026-01-20", "status") == ["fulfilled"]


# 2.2 to 2.4


def test_22_of_two_values_in_open_order_the_later_recorded_stands() -> None:
    def due(*given: dict[str, Any]) -> str:
        return asked(rule("a", "start", {"days": "antal"}), [*given, E("start", "2026-01-20")], "2026-01-20", "due")[0]

    def gives(number: int, at: str, **rest: Any) -> dict[str, Any]:
        return E("besked", at, data={"antal": number}, **rest)

    assert due(gives(1, "2026-01-20T10:00:00"), gives(2, "2026-01-20T09:00:00", recorded="2026-01-25")) == "2026-01-21"
    assert due(gives(1, "2026-01-20T10:00:00"), gives(2, "2026-01-20", recorded="2026-01-25")) == "2026-01-22"
    assert due(gives(1, "2026-01-20T10:00:00"), gives(2, "2026-01-20")) == "2026-01-21"
    assert due(gives(1, "2026-01-20", id="b"), gives(2, "2026-01-20", id="a")) == "2026-01-21"


def test_23_an_absence_of_one_day_is_over_at_its_end() -> None:
    away = rule("a", {"state": "franvaro"}, "continuous", fulfilled_by="slut", ends_with="besked")
    plan = rule("b", deadline={"working_days": 5, "calendar": "vardag"}, paused_while="franvaro")
    events = on_2026(("borta", "06-01"), ("hemma", "06-01"), ("start", "05-29"))
    told = asked([away, plan], events, "2026-06-01", "rule", "status", "due")
    assert told == [("sol.b", "due", "2026-06-05"), ("sol.a", "ended", None)]


def test_23_two_absences_that_touch() -> None:
    away = rule("a", {"state": "franvaro"}, "continuous", fulfilled_by="slut", ends_with="besked")
    events = on_2026(("borta", "06-01"), ("hemma", "06-05"), ("borta", "06-05"))
    told = asked(away, events, "2026-06-10", "opened", "status", "ended_on")
    assert told == [("2026-06-01", "ended", "2026-06-05"), ("2026-06-05", "standing", None)]


@pytest.mark.parametrize(
    ("events", "opens"),
    [
        ([("borta", "06-01T08:00"), ("klar", "06-02T09:00"), ("hemma", "06-02T15:00")], False),
        ([("klar", "06-02T09:00"), ("borta", "06-02T15:00")], True),
        ([("klar", "06-02T09:00"), ("borta", "06-02T09:00")], False),  # in open order with the trigger
        ([("klar", "06-02T09:00"), ("borta", "06-02")], False),
        ([("klar", "06-02"), ("borta", "06-02T15:00")], False),  # without a clock: the day's end
        ([("borta", "06-01T08:00"), ("klar", "06-02T15:00"), ("hemma", "06-02T09:00")], True),
    ],
)
def test_24_a_condition_sees_what_does_not_come_after_the_trigger(events: list[tuple[str, str]], opens: bool) -> None:
    one = rule("a", "klar", MONTH, fulfilled_by="slut", only_if={"state": {"franvaro": False}})
    assert asked(one, on_2026(*events), "2026-06-02", "status") == (["due"] if opens else [])


def test_24_a_fact_given_later_the_same_day_is_missing_at_the_trigger() -> None:
    one = rule("a", deadline={"days": "antal"})
    later = [E("start", "2026-01-20T09:00:00"), E("besked", "2026-01-20T10:00:00", data={"antal": 3})]
    told = answer(one, later, "2026-01-20")
    assert told["obligations"] == []
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2026-01-20", "missing": ["antal"]}]
    own = [E("start", "2026-01-20T09:00:00", data={"antal": 3})]
    assert asked(one, own, "2026-01-20", "due") == ["2026-01-23"]


# 4.4 before


@pytest.mark.parametrize(
    ("sent", "told", "expected"),
    [
        ("02-03T09:00", "02-03T15:00", ("fulfilled_late", "2026-02-03", 0)),
        ("02-03T09:00", "02-03T08:00", ("fulfilled", "2026-02-03", 0)),
        ("02-03T09:00", "02-03T09:00", ("fulfilled", "2026-02-03", 0)),
        ("02-03T09:00", "02-03", ("fulfilled", "2026-02-03", 0)),
        ("02-03", "02-03T15:00", ("fulfilled", "2026-02-03", 0)),
        ("02-03T09:00", None, ("overdue", "2026-02-03", 0)),
        ("02-03", None, ("due", "2026-02-03", 0)),
    ],
)
def test_44_what_the_event_precedes_is_late_on_the_same_day(
    sent: str, told: str | None, expected: tuple[Any, ...]
) -> None:
    one = rule("a", deadline={"before": "besked"}, ends_with="slut")
    events = on_2026(("start", "02-01"), ("besked", sent), *([("klar", told)] if told else []))
    assert asked(one, events, "2026-02-03", "status", "due", "days_left") == [expected]


def test_44_since_an_event_before_the_opening_counts_as_well() -> None:
    one = rule("a", deadline={"before": "besked", "since": "borta"})
    keys = ("status", "due", "days_left")
    sent = on_2026(("borta", "01-30"), ("besked", "02-01"), ("start", "02-03"))
    assert asked(one, sent, "2026-02-03", *keys) == [("overdue", "2026-02-01", -2)]
    assert asked(one, [*sent, E("klar", "2026-02-03")], "2026-02-03", *keys) == [("fulfilled_late", "2026-02-01", -2)]
    same_day = on_2026(("borta", "01-30"), ("besked", "02-03T08:00"), ("start", "02-03T09:00"))
    assert asked(one, same_day, "2026-02-03", *keys) == [("overdue", "2026-02-03", 0)]
    too_old = on_2026(("borta", "02-02"), ("besked", "02-01"), ("start", "02-03"))
    assert asked(one, too_old, "2026-02-03", *keys) == [("due", None, None)]
    assert asked(one, sent[1:], "2026-02-03", *keys) == [("due", None, None)]


# 5.1, 5.2


def test_51_counts_from_within_a_day() -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="besked")
    keys = ("status", "fulfilled_by")
    done = on_2026(("besked", "01-20T08:00"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, done, "2026-01-20", *keys) == [("fulfilled", "e1")]
    too_early = on_2026(("besked", "01-20T09:30"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, too_early, "2026-01-20", *keys) == [("due", None)]
    open_order = on_2026(("besked", "01-20"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, open_order, "2026-01-20", *keys) == [("fulfilled", "e1")]


def test_52_ended_and_fulfilled_on_one_day_in_whatever_order_is_fulfilled() -> None:
    one = rule("a", deadline=IN_A_WEEK, ends_with="slut")
    for ended, done in [("T09:00", "T10:00"), ("T10:00", "T09:00"), ("", ""), ("T09:00", "")]:
        events = on_2026(("start", "01-15"), ("slut", f"01-20{ended}"), ("klar", f"01-20{done}"))
        assert asked(one, events, "2026-01-20", "status", "ended_on") == [("fulfilled", None)]


def test_55_a_series_ended_on_the_day_its_next_opens_ends_all_of_it() -> None:
    one = rule("a", repeat={"each": "month"}, ends_with="slut")
    events = on_2026(("start", "01-20"), ("slut", "02-01"))
    told = asked(one, events, "2026-04-01", "opened", "status", "ended_on")
    assert told == [("2026-01-20", "ended", "2026-02-01"), ("2026-02-01", "ended", "2026-02-01")]


def test_54_the_next_of_a_series_can_be_fulfilled_on_the_day_it_opens() -> None:
    one = rule("a", repeat={"each": "month"})
    events = on_2026(("start", "01-20"), ("klar", "01-25"), ("klar", "02-01"))
    assert asked(one, events, "2026-02-01", "opened", "status") == [
        ("2026-01-20", "fulfilled"),
        ("2026-02-01", "fulfilled"),
    ]


def test_52_a_series_is_ended_as_an_obligation_is() -> None:
    one = rule("a", repeat={"every": {"days": 7}, "from": "trigger"}, ends_with="slut", on_repeat="restart")
    events = on_2026(("start", "01-01"), ("slut", "01-03"), ("start", "01-03"))
    told = asked(one, events, "2026-01-12", "opened", "status")
    assert told == [("2026-01-03", "overdue"), ("2026-01-11", "due"), ("2026-01-01", "ended")]
