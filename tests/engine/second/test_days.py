"""Worked days for the second evaluator: which of a day's events serves what; a name bears the line that it asks."""

import pytest

from tests.engine.second.worked import IN_A_WEEK, MONTH, asked, event, on_2026, rule

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


def test_110_an_event_brings_about_what_runs_ahead_of_what_it_opens() -> None:
    rules = [
        rule("a", deadline=IN_A_WEEK),
        rule("b", {"ahead_of": "a", "by": {"days": 9}}, fulfilled_by=["start", "besked"]),
    ]
    events = on_2026(("start", "01-20T09:00"))
    assert asked(rules, events, "2026-01-20", "status") == ["due", "due"]
    earlier, later = on_2026(("besked", "01-20T08:00")), on_2026(("besked", "01-20T10:00"))
    assert asked(rules, [*events, *(one | {"id": "x"} for one in earlier)], "2026-01-20", "status") == ["due", "due"]
    told = asked(rules, [*events, *(one | {"id": "x"} for one in later)], "2026-01-20", "rule", "status")
    assert told == [("sol.a", "due"), ("sol.b", "fulfilled")]


def test_110_what_runs_ahead_of_the_next_of_a_series_is_not_served_by_the_same_doing() -> None:
    rules = [
        rule("a", repeat={"every": {"days": 7}, "from": "fulfilment"}, deadline={"days": 20}),
        rule("b", {"ahead_of": "a", "by": {"days": 7}}),
    ]
    done = on_2026(("start", "01-01"), ("klar", "01-05T09:00"))
    assert asked(rules, done, "2026-01-05", "rule", "status") == [
        ("sol.a", "due"),
        ("sol.b", "due"),
        ("sol.a", "fulfilled"),
    ]
    again = on_2026(("start", "01-01"), ("klar", "01-05T09:00"), ("klar", "01-05T10:00"))
    assert asked(rules, again, "2026-01-05", "rule", "status") == asked(rules, done, "2026-01-05", "rule", "status")
    tomorrow = [*again, E("klar", "2026-01-06")]
    assert asked(rules, tomorrow, "2026-01-06", "rule", "opened", "status")[-1] == ("sol.b", "2026-01-05", "fulfilled")
    for beside in ("", "T08:00:00", "T10:00:00"):  # the next has no clock, and another type is no doing of the same
        both = [rules[0], rules[1] | {"fulfilled_by": "besked"}]
        told = asked(both, [*done, E("besked", f"2026-01-05{beside}")], "2026-01-05", "rule", "status")
        assert told == [("sol.a", "due"), ("sol.a", "fulfilled"), ("sol.b", "fulfilled")]


@pytest.mark.parametrize("done", ["01-20", "01-20T09:00"])
def test_110_what_a_fulfilment_brought_about_is_served_by_what_does_not_come_before_its_moment(done: str) -> None:
    # `a` counts from the decision, so that `b` stands where `a` opened: at 10:00, or without a clock
    rules = [
        rule("a", deadline=IN_A_WEEK, counts_from="besked"),
        rule("b", {"fulfilled": "a"}, MONTH, fulfilled_by="slut"),
    ]
    early = on_2026(("besked", "01-18"), ("klar", "01-19"))
    for start, ended, status in [
        ("T10:00:00", "T11:00:00", "fulfilled"),
        ("T10:00:00", "T10:00:00", "fulfilled"),
        ("T10:00:00", "T09:00:00", "due"),
        ("T10:00:00", "", "fulfilled"),
        ("", "T11:00:00", "fulfilled"),
        ("", "", "fulfilled"),
    ]:
        events = [*early, E("start", f"2026-01-20{start}"), E("slut", f"2026-01-20{ended}")]
        told = asked(rules, events, "2026-01-20", "rule", "status")
        assert sorted(told) == [("sol.a", "fulfilled"), ("sol.b", status)]
    # what runs ahead of `b` that day is served as `b` is
    ahead = rule("c", {"ahead_of": "b", "by": {"days": 40}}, fulfilled_by="hemma")
    for came, status in [("T11:00:00", "fulfilled"), ("", "fulfilled"), ("T09:00:00", "due")]:
        events = [*early, E("start", "2026-01-20T10:00:00"), E("hemma", f"2026-01-20{came}")]
        assert ("sol.c", status) in asked([*rules, ahead], events, "2026-01-20", "rule", "status")
    # without `counts_from` it is the fulfilling event's moment
    plain = [rule("a", deadline=IN_A_WEEK), rules[1]]
    for ended in ("01-20T08:00", "01-20", "01-20T11:00"):
        events = on_2026(("start", "01-15"), ("klar", done), ("slut", ended))
        before = (done, ended) == ("01-20T09:00", "01-20T08:00")
        told = asked(plain, events, "2026-01-20", "rule", "status")
        assert ("sol.b", "due" if before else "fulfilled") in told


def test_110_contacted_and_documented_on_one_day_is_both() -> None:
    rules = [rule("a", deadline=IN_A_WEEK), rule("b", {"fulfilled": "a"}, IN_A_WEEK, fulfilled_by="slut")]
    events = on_2026(("start", "01-15"), ("klar", "01-20"), ("slut", "01-20"))
    for order in (events, events[::-1]):
        told = asked(rules, order, "2026-01-20", "rule", "status", "fulfilled_by")
        assert told == [("sol.a", "fulfilled", "e1"), ("sol.b", "fulfilled", "e2")]
    # all of it on the day of the start, and a third step of another type still
    rules.append(rule("c", {"fulfilled": "b"}, IN_A_WEEK, fulfilled_by="hemma"))
    one_day = on_2026(("start", "01-20"), ("klar", "01-20"), ("slut", "01-20"), ("hemma", "01-20"))
    assert asked(rules, one_day, "2026-01-20", "status") == ["fulfilled"] * 3


def test_110_what_a_fulfilment_opened_is_not_ended_by_what_could_be_the_same_doing() -> None:
    for repeat in ({}, {"repeat": {"every": MONTH, "from": "trigger"}}):
        rules = [
            rule("a", deadline=IN_A_WEEK, fulfilled_by=["klar", "besked"]),
            rule("b", {"fulfilled": "a"}, None if repeat else IN_A_WEEK, ends_with=["besked", "slut"], **repeat),
        ]
        for other, status in [("besked", "due"), ("slut", "ended")]:
            events = on_2026(("start", "01-15"), ("klar", "01-20T09:00"), (other, "01-20"))
            told = asked(rules, events, "2026-01-20", "rule", "status")
            assert sorted(told) == [("sol.a", "fulfilled"), ("sol.b", status)]
            # a series goes on where it was not ended
            later = asked(rules, events, "2026-03-01", "rule")
            assert later.count("sol.b") == (2 if repeat and other == "besked" else 1)


@pytest.mark.parametrize(("first", "status"), [("01-20", "due"), ("01-19", "fulfilled")])
def test_110_the_same_doing_is_asked_of_the_whole_chain_of_that_day(first: str, status: str) -> None:
    rules = [
        rule("a", deadline=IN_A_WEEK),
        rule("b", {"fulfilled": "a"}, IN_A_WEEK, fulfilled_by="slut"),
        rule("c", {"fulfilled": "b"}, IN_A_WEEK),
    ]
    events = on_2026(("start", "01-15"), ("klar", first), ("slut", "01-20"), ("klar", "01-20"))
    told = asked(rules, events, "2026-01-20", "rule", "status")
    assert sorted(told) == [("sol.a", "fulfilled"), ("sol.b", "fulfilled"), ("sol.c", status)]


def test_110_an_event_does_not_serve_its_own_doing_though_it_comes_after_that() -> None:
    # `slut` has no clock, so that what it opens `hemma` serves at 08:00, and what that opens stands before `klar` again
    rules = [
        rule("a", deadline=IN_A_WEEK),
        rule("b", {"fulfilled": "a"}, IN_A_WEEK, fulfilled_by="slut"),
        rule("c", {"fulfilled": "b"}, IN_A_WEEK, fulfilled_by="hemma"),
        rule("d", {"fulfilled": "c"}, IN_A_WEEK),
    ]
    events = on_2026(("start", "01-15"), ("hemma", "01-20T08:00"), ("klar", "01-20T09:00"), ("slut", "01-20"))
    told = asked(rules, events, "2026-01-20", "rule", "status")
    assert told == [("sol.d", "due"), *((f"sol.{name}", "fulfilled") for name in "abc")]
    again = [*events, E("klar", "2026-01-20T10:00:00", id="again")]
    assert ("sol.d", "again") in asked(rules, again, "2026-01-20", "rule", "fulfilled_by")


def test_110_a_type_that_fulfils_any_version_of_the_fulfilled_rule_could_be_the_same_doing() -> None:
    old = rule("a", deadline=IN_A_WEEK, fulfilled_by="besked", in_force={"to": "2026-01-10"})
    new = rule("a", deadline=IN_A_WEEK, in_force={"from": "2026-01-11"})
    step = rule("b", {"fulfilled": "a"}, IN_A_WEEK, fulfilled_by="besked")
    events = on_2026(("start", "01-15"), ("klar", "01-20"), ("besked", "01-20"))
    assert ("sol.b", "due") in asked([old, new, step], events, "2026-01-20", "rule", "status")
    assert ("sol.b", "fulfilled") in asked([new, step], events, "2026-01-20", "rule", "status")


def test_110_an_older_one_is_served_first_and_what_a_fulfilment_opened_beside_it_is_not() -> None:
    step = rule("b", ["besked", {"fulfilled": "a"}], MONTH, fulfilled_by="slut", on_repeat="keep")
    rules = [rule("a", deadline=IN_A_WEEK), step]
    events = on_2026(("start", "01-15"), ("besked", "01-16"), ("slut", "01-20"), ("klar", "01-20T09:00"))
    told = asked(rules, events, "2026-01-20", "rule", "opened", "status")
    assert told == [
        ("sol.b", "2026-01-20", "due"),
        ("sol.a", "2026-01-15", "fulfilled"),
        ("sol.b", "2026-01-16", "fulfilled"),
    ]


def test_110_a_type_that_triggers_any_version_of_the_rule_serves_nothing_of_its_own_moment() -> None:
    old = rule("a", "besked", MONTH, fulfilled_by="besked", in_force={"to": "2026-01-15"})
    new = rule("a", "start", MONTH, fulfilled_by="besked", in_force={"from": "2026-01-16"})
    events = on_2026(("start", "01-20"), ("besked", "01-20"))
    assert asked([old, new], events, "2026-01-20", "status") == ["due"]
    assert asked([new], events, "2026-01-20", "status") == ["fulfilled"]


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
