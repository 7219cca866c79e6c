"""Worked days for the second evaluator: which of a day's events serves what; a name bears the line that it asks."""

import pytest

from tests.engine.second.worked import MONTH, asked, event, on_2026, rule

E = event


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


def test_19_what_was_open_when_the_day_began_is_older_though_it_is_closed_since() -> None:
    one = rule("a", deadline=MONTH, on_repeat="keep")
    events = on_2026(("start", "01-01"), ("klar", "01-20T08:00"), ("klar", "01-20T12:00"), ("start", "01-20"))
    assert asked(one, events, "2026-01-20", "status") == ["due", "fulfilled"]


def test_19_an_earlier_instant_had_opened_one_though_it_is_closed_since() -> None:
    one = rule("a", ["start", "besked"], MONTH, on_repeat="keep")
    events = on_2026(("start", "01-20T09:00"), ("klar", "01-20T10:00"), ("klar", "01-20T12:00"), ("besked", "01-20"))
    assert asked(one, events, "2026-01-20", "status") == ["due", "fulfilled"]


@pytest.mark.parametrize("done", ["01-20", "01-20T15:00"])
def test_19_a_running_series_is_there_though_nothing_of_it_is_open(done: str) -> None:
    one = rule("a", repeat={"every": {"days": 30}, "from": "trigger"}, on_repeat="restart")
    events = on_2026(("start", "01-01"), ("klar", "01-05"), ("start", "01-20"), ("klar", done))
    assert asked(one, events, "2026-01-20", "status", "opened") == [
        ("due", "2026-01-20"),
        ("fulfilled", "2026-01-01"),
    ]


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


@pytest.mark.parametrize(
    ("opens", "closes", "statuses"),
    [
        ("01-20T08:00", "01-20T15:00", ["fulfilled", "fulfilled"]),  # closed by then: the trigger opens another
        ("01-20T10:00", "01-20T15:00", ["fulfilled", "fulfilled"]),
        ("01-20T08:00", "01-21", ["due"]),
        ("01-20T10:00", "01-21", ["due"]),  # opened meanwhile: the trigger finds it
    ],
)
def test_111_a_trigger_finds_what_is_open_when_its_turn_comes(opens: str, closes: str, statuses: list[str]) -> None:
    # `a` opens without a clock, so that its fulfilment at 09:00 triggers `b` only when the instants have run
    rules = [
        rule("a", "start", "none"),
        rule("b", ["besked", {"fulfilled": "a"}], "none", on_repeat="keep", fulfilled_by="hemma"),
    ]
    events = on_2026(("start", "01-20"), ("klar", "01-20T09:00"), ("besked", opens), ("hemma", closes))
    told = asked(rules, events, "2026-01-20", "rule", "status")
    assert [status for name, status in told if name == "sol.b"] == statuses


def test_111_one_thing_written_down_twice_with_and_without_a_clock_is_one() -> None:
    twice = on_2026(("start", "01-20"), ("start", "01-20T09:00"), ("klar", "01-20T15:00"))
    for on_repeat, statuses in [("keep", ["fulfilled"]), ("restart", ["fulfilled"]), ("add", ["fulfilled"] * 2)]:
        one = rule("a", deadline=MONTH, on_repeat=on_repeat)
        assert asked(one, twice, "2026-01-20", "status") == statuses
    one = rule("a", deadline=MONTH, on_repeat="keep", per="case")
    for item, count in [("i1", 1), ("i2", 2), (None, 2)]:  # its own item exactly
        events = [E("start", "2026-01-20", item), E("start", "2026-01-20T09:00:00", "i1")]
        done = [*events, E("klar", "2026-01-20T15:00:00", "i1")]
        assert len(asked(one, done, "2026-01-20", "status")) == count


def test_111_of_a_state_written_down_twice_one_run_begins() -> None:
    one = rule("a", "besked", "none", only_if={"state": {"franvaro": True}})
    for item, away in [(None, False), ("i1", True)]:
        begun = [E("borta", "2026-01-20", item), E("borta", "2026-01-20T09:00:00")]
        events = [*begun, E("hemma", "2026-01-20T15:00:00"), E("besked", "2026-01-21", "i1")]
        # the item's own run begins without a clock, and nothing older of it was there: 15:00 ends that as well
        assert asked(one, events, "2026-01-21", "status") == []
        still = [*begun, E("besked", "2026-01-21", "i1")]
        assert asked(one, still, "2026-01-21", "status") == ["due"]
        longer = rule("b", {"state": "franvaro", "longer_than": {"days": 1}}, "none")
        assert len(asked(longer, begun, "2026-01-21", "status")) == (2 if away else 1)
