"""Worked days for the second evaluator: nothing serves its own doing (1.10)."""

import pytest

from tests.engine.second.worked import IN_A_WEEK, MONTH, asked, event, on_2026, rule

E = event


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
