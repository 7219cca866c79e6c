"""Worked days for the second evaluator: facts, states, conditions, `before`, series and endings of one day."""

from typing import Any

import pytest

from tests.engine.second.worked import IN_A_WEEK, MONTH, answer, asked, catalogue, event, on_2026, rule

E = event


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


@pytest.mark.parametrize(
    ("events", "away"),
    [
        ([("borta", "06-02T09:00"), ("hemma", "06-02")], False),
        ([("borta", "06-02"), ("hemma", "06-02T09:00")], False),
        ([("borta", "06-02T10:00"), ("hemma", "06-02T09:00")], True),
        # what held when the day began
        ([("borta", "06-01"), ("hemma", "06-02T08:00"), ("borta", "06-02"), ("hemma", "06-02T12:00")], True),
        # one thing written down twice is one (1.11)
        ([("borta", "06-02T09:00"), ("hemma", "06-02T10:00"), ("borta", "06-02"), ("hemma", "06-02T12:00")], False),
        # an earlier instant had begun one
        ([("borta", "06-02T09:00"), ("hemma", "06-02T10:00"), ("slut", "06-02"), ("hemma", "06-02T12:00")], True),
        # it has ended one of another moment
        ([("borta", "06-02T09:00"), ("borta", "06-02T10:00"), ("hemma", "06-02")], True),
    ],
)
def test_23_which_beginning_and_which_end_belong_together(events: list[tuple[str, str]], away: bool) -> None:
    states = {"franvaro": {"title": "Frånvaro", "begins": ["borta", "slut"], "ends": "hemma"}}
    one = rule("a", "besked", "none", only_if={"state": {"franvaro": True}})
    told = asked(catalogue(one, states=states), on_2026(*events, ("besked", "06-03")), "2026-06-03", "status")
    assert told == (["due"] if away else [])


def test_110_an_event_of_a_type_that_begins_the_state_ends_nothing_of_its_own_moment() -> None:
    away = {"franvaro": {"title": "Frånvaro", "begins": ["borta", "slut"], "ends": ["hemma", "slut"]}}
    one = rule("a", "besked", "none", only_if={"state": {"franvaro": True}})
    events = on_2026(("borta", "06-02"), ("slut", "06-02"), ("besked", "06-03"))
    assert asked(catalogue(one, states=away), events, "2026-06-03", "status") == ["due"]


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


def test_24_a_fact_given_later_the_same_day_is_missing_at_the_trigger_and_answers_as_the_day_ends() -> None:
    one = rule("a", deadline={"days": "antal"})
    later = [E("start", "2026-01-20T09:00:00"), E("besked", "2026-01-20T10:00:00", data={"antal": 3})]
    told = answer(one, later[:1], "2026-01-20")
    assert told["obligations"] == []
    assert told["undetermined"] == [{"rule": "sol.a", "item": None, "day": "2026-01-20", "missing": ["antal"]}]
    assert asked(one, later, "2026-01-20", "due") == ["2026-01-23"]
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
    for done, status in [("", "fulfilled"), ("T10:00:00", "fulfilled_late")]:  # in open order with all of it: in time
        told = asked(one, [*same_day, E("klar", f"2026-02-03{done}")], "2026-02-03", *keys)
        assert told == [(status, "2026-02-03", 0)]
    too_old = on_2026(("borta", "02-02"), ("besked", "02-01"), ("start", "02-03"))
    assert asked(one, too_old, "2026-02-03", *keys) == [("due", None, None)]
    assert asked(one, sent[1:], "2026-02-03", *keys) == [("due", None, None)]


@pytest.mark.parametrize(
    ("sent", "done", "expected"),
    [
        ("02-01T10:00", "02-01T09:00", ("fulfilled", "2026-02-01")),  # what E does not precede is in time
        ("02-01T10:00", "02-01T10:00", ("fulfilled", "2026-02-01")),
        ("02-01T10:00", "02-01", ("fulfilled", "2026-02-01")),
        ("02-01", "02-01T11:00", ("fulfilled", "2026-02-01")),
        ("02-01T10:00", "02-01T11:00", ("fulfilled_late", "2026-02-01")),
        ("02-01", "02-02", ("fulfilled_late", "2026-02-01")),
        ("02-02", "02-01", ("fulfilled", None)),  # on an earlier day than E's: no due date
    ],
)
def test_44_since_with_counts_from(sent: str, done: str, expected: tuple[Any, ...]) -> None:
    one = rule("a", deadline={"before": "besked", "since": "borta"}, counts_from="borta")
    events = on_2026(("borta", "01-30"), ("besked", sent), ("klar", done), ("start", "02-03"))
    assert asked(one, events, "2026-02-03", "status", "due") == [expected]


def test_44_since_with_counts_from_within_the_opening_day() -> None:
    one = rule("a", deadline={"before": "besked", "since": "borta"}, counts_from="borta")
    for done, status in [("08:00", "fulfilled"), ("09:00", "fulfilled"), ("09:30", "fulfilled_late")]:
        events = on_2026(
            ("borta", "01-30"), ("besked", "02-03T09:00"), ("klar", f"02-03T{done}"), ("start", "02-03T10:00")
        )
        assert asked(one, events, "2026-02-03", "status", "due") == [(status, "2026-02-03")]


# 5.1, 5.2


def test_51_counts_from_within_a_day() -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="besked")
    keys = ("status", "fulfilled_by")
    done = on_2026(("besked", "01-20T08:00"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, done, "2026-01-20", *keys) == [("fulfilled", "e1")]
    same_day = on_2026(("besked", "01-20T09:30"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, same_day, "2026-01-20", *keys) == [("fulfilled", "e1")]
    too_early = on_2026(("besked", "01-20T08:00"), ("klar", "01-19T09:00"), ("start", "01-20T10:00"))
    assert asked(one, too_early, "2026-01-20", *keys) == [("due", None)]
    open_order = on_2026(("besked", "01-20"), ("klar", "01-20T09:00"), ("start", "01-20T10:00"))
    assert asked(one, open_order, "2026-01-20", *keys) == [("fulfilled", "e1")]


@pytest.mark.parametrize(
    ("done", "told"),
    [
        ("01-20T10:50", ("fulfilled", "2026-01-20")),
        ("01-19T10:50", ("due", None)),  # before the day of the latest, which is the trigger itself
        ("01-20", ("fulfilled", "2026-01-20")),  # in open order: it serves
    ],
)
def test_51_counts_from_the_triggers_own_type(done: str, told: tuple[str, str | None]) -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="start")
    events = on_2026(("klar", done), ("start", "01-20T11:00"))
    assert asked(one, events, "2026-01-20", "status", "fulfilled_on") == [told]


@pytest.mark.parametrize("ended", ["01-20", "01-20T10:00", "01-20T11:00"])
def test_51_what_counts_from_lets_count_fulfils_though_it_is_ended_as_it_opens(ended: str) -> None:
    one = rule("a", deadline=IN_A_WEEK, counts_from="besked", ends_with="slut")
    for done in ("01-18", "01-20T09:00"):
        events = on_2026(("besked", "01-17"), ("klar", done), ("start", "01-20T10:00"), ("slut", ended))
        told = asked(one, events, "2026-01-20", "status", "fulfilled_on", "ended_on")
        assert told == [("fulfilled", f"2026-{done[:5]}", None)]


def test_54_what_counts_from_lets_count_fulfils_one_of_a_series() -> None:
    one = rule("a", repeat={"every": MONTH, "from": "trigger"}, on_repeat="restart", counts_from="besked")
    early = on_2026(("besked", "01-01"), ("klar", "01-02"), ("start", "01-05"), ("start", "01-10"))
    told = asked(one, early, "2026-01-10", "opened", "status", "fulfilled_by")
    assert told == [("2026-01-10", "due", None), ("2026-01-05", "fulfilled", "e1")]
    again = [*early, E("klar", "2026-01-07", id="again")]
    told = asked(one, again, "2026-01-10", "opened", "status", "fulfilled_by")
    assert told == [("2026-01-05", "fulfilled", "e1"), ("2026-01-10", "fulfilled", "again")]


def test_48_a_restart_counts_not_before_anew_though_the_due_date_is_an_events() -> None:
    one = rule("a", ["start", "besked"], {"before": "borta"}, on_repeat="restart", not_before={"days": 4})
    events = on_2026(("start", "01-10"), ("besked", "01-14"), ("klar", "01-15"))
    told = asked(one, events, "2026-01-15", "status", "breaches")
    assert told == [("fulfilled", [{"kind": "too_early", "event": "e2", "day": "2026-01-15"}])]


def test_52_ended_and_fulfilled_on_one_day_in_whatever_order_is_fulfilled() -> None:
    one = rule("a", deadline=IN_A_WEEK, ends_with="slut")
    for ended, done in [("T09:00", "T10:00"), ("T10:00", "T09:00"), ("", ""), ("T09:00", "")]:
        events = on_2026(("start", "01-15"), ("slut", f"01-20{ended}"), ("klar", f"01-20{done}"))
        assert asked(one, events, "2026-01-20", "status", "ended_on") == [("fulfilled", None)]


@pytest.mark.parametrize("ended", ["02-01", "02-01T09:00"])
def test_55_no_next_opens_on_the_day_a_series_is_ended(ended: str) -> None:
    events = on_2026(("start", "01-20"), ("slut", ended))
    for repeat in ({"each": "month"}, {"every": {"days": 11}, "from": "trigger"}):
        told = asked(rule("a", repeat=repeat, ends_with="slut"), events, "2026-04-01", "opened", "status", "ended_on")
        assert told == [("2026-01-20", "ended", "2026-02-01")]


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


def test_34_a_series_restarted_on_the_day_its_next_would_open_counts_anew() -> None:
    one = rule("a", repeat={"every": MONTH, "from": "trigger"}, on_repeat="restart")
    events = on_2026(("start", "01-01"), ("start", "02-01T09:00"))
    assert asked(one, events, "2026-02-10", "opened", "due", "status") == [("2026-01-01", "2026-03-03", "due")]
