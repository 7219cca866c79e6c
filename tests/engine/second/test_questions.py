"""Worked questions for the second evaluator: what nobody had said at the trigger, answered and closed (2.5 to 2.7)."""

from typing import Any

import pytest

from tests.engine.second.worked import IN_A_WEEK, answer, asked, catalogue, event, gives, on_2026, rule

E = event
TOLD = ("opened", "due", "status", "answered")


def start(at: str = "01-05", item: str | None = None, **rest: Any) -> dict[str, Any]:
    return E("start", f"2026-{at}", item, **rest)


ON_OWN = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"})


# Asked again (2.6)


def test_26_yes_opens_on_the_day_of_the_answer_with_time_from_the_trigger() -> None:
    # triggered on 5 January, due on the 12th; told on the 8th
    events = [start(), gives("01-08", regi="egen")]
    assert answer(ON_OWN, events, "2026-01-07")["undetermined"] == [
        {"rule": "sol.a", "item": None, "day": "2026-01-05", "missing": ["regi"]}
    ]
    answered = {"day": "2026-01-08", "facts": ["regi"]}
    assert asked(ON_OWN, events, "2026-01-08", *TOLD) == [("2026-01-08", "2026-01-12", "due", answered)]
    assert answer(ON_OWN, events, "2026-01-08")["undetermined"] == []
    assert asked(ON_OWN, events, "2026-01-08", "trigger")[0]["day"] == "2026-01-05"


def test_26_no_closes_it() -> None:
    told = answer(ON_OWN, [start(), gives("01-08", regi="extern"), gives("01-09", regi="egen")], "2026-01-20")
    assert (told["obligations"], told["undetermined"]) == ([], [])


def test_26_it_may_be_overdue_at_once_and_sets_that_off_on_the_day_after() -> None:
    rules = [ON_OWN, rule("b", {"overdue": "a"}, {"days": 2}, fulfilled_by="besked")]
    events = [start(), gives("01-20", kind="hemma", regi="egen")]
    told = asked(rules, events, "2026-01-20", "rule", "opened", "due", "status", "days_left")
    assert told == [("sol.a", "2026-01-20", "2026-01-12", "overdue", -8)]
    told = asked(rules, events, "2026-01-21", "rule", "opened", "due")
    assert told == [("sol.a", "2026-01-20", "2026-01-12"), ("sol.b", "2026-01-21", "2026-01-23")]


def test_26_it_may_open_and_close_at_once_each_on_its_own_day() -> None:
    rules = [ON_OWN, rule("b", {"fulfilled": "a"}, IN_A_WEEK, fulfilled_by="besked")]
    events = [start(), E("klar", "2026-01-09", id="k"), gives("01-20", kind="hemma", regi="egen")]
    told = asked(rules, events, "2026-01-20", "rule", "opened", "status", "fulfilled_on", "due")
    assert told == [
        ("sol.b", "2026-01-20", "due", None, "2026-01-27"),
        ("sol.a", "2026-01-20", "fulfilled", "2026-01-09", "2026-01-12"),
    ]


def test_26_what_was_done_late_before_the_answer_is_no_longer_overdue() -> None:
    rules = [ON_OWN, rule("b", {"overdue": "a"}, IN_A_WEEK, fulfilled_by="besked")]
    events = [start(), E("klar", "2026-01-15"), gives("01-20", kind="hemma", regi="egen")]
    told = asked(rules, events, "2026-01-25", "rule", "opened", "status")
    assert told == [("sol.a", "2026-01-20", "fulfilled_late")]


def test_26_the_first_value_since_as_it_stands_when_that_day_ends() -> None:
    day = [gives("01-08T09:00", regi="extern"), gives("01-08T15:00", regi="egen")]
    assert asked(ON_OWN, [start(), *day], "2026-01-08", "status") == ["due"]
    assert asked(ON_OWN, [start(), *day, gives("01-09", regi="extern")], "2026-01-10", "status") == ["due"]


def test_26_of_two_missing_facts_each_has_its_first_value() -> None:
    one = rule("a", deadline={"days": "antal"}, only_if={"regi": "egen", "iub": False})
    events = [start(), gives("01-06", regi="egen"), gives("01-07", antal=9), gives("01-08", regi="extern", antal=30)]
    assert answer(one, events, "2026-01-08")["undetermined"][0]["missing"] == ["iub"]
    events.append(gives("01-10", iub=False))
    answered = {"day": "2026-01-10", "facts": ["antal", "iub", "regi"]}
    assert asked(one, events, "2026-01-10", *TOLD) == [("2026-01-10", "2026-01-14", "due", answered)]


def test_26_a_fact_for_the_deadline_alone() -> None:
    one = rule("a", deadline={"date": "dag"})
    events = [start(item="i1"), gives("01-08", dag="2026-02-01"), gives("01-09", "i1", dag="2026-03-01")]
    answered = {"day": "2026-01-08", "facts": ["dag"]}
    assert asked(one, events, "2026-01-09", *TOLD) == [("2026-01-08", "2026-02-01", "due", answered)]


def test_26_with_all_that_held_at_the_trigger() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen", "state": {"franvaro": True}, "iub": {"known": False}})
    events = [E("borta", "2026-01-04"), start(), E("hemma", "2026-01-06"), gives("01-08", regi="egen", iub=True)]
    assert asked(one, events, "2026-01-08", "status") == ["due"]


def test_26_pauses_and_extensions_in_the_days_since() -> None:
    one = rule(
        "a",
        deadline=IN_A_WEEK,
        only_if={"regi": "egen"},
        paused_while="franvaro",
        extended_by={"event": "slut", "by": {"days": 10}},
    )
    # away at the end of the 7th and the 8th: due on the 12th + 2 days; extended on the 10th: + 10 days
    away = [E("borta", "2026-01-07"), E("hemma", "2026-01-09"), E("slut", "2026-01-10")]
    assert asked(one, [start(), *away, gives("01-12", regi="egen")], "2026-01-12", "due") == ["2026-01-24"]


def test_26_on_the_day_of_the_trigger_it_opens_at_the_moment_of_the_trigger() -> None:
    told = gives("01-05T15:00", regi="egen")
    for done, status in [("08:00", "due"), ("10:00", "fulfilled"), ("16:00", "fulfilled")]:
        events = [start("01-05T09:00"), told, E("klar", f"2026-01-05T{done}:00")]
        answered = {"day": "2026-01-05", "facts": ["regi"]}
        assert asked(ON_OWN, events, "2026-01-05", "status", "answered") == [(status, answered)]


def test_26_what_the_answer_opens_was_there_when_the_day_began() -> None:
    # told at three, done at nine the same day: it is done
    events = [start(), gives("01-08T15:00", regi="egen"), E("klar", "2026-01-08T09:00:00")]
    assert asked(ON_OWN, events, "2026-01-08", "status", "fulfilled_on") == [("fulfilled", "2026-01-08")]


def test_26_what_older_one_was_open_when_the_day_began_is_what_an_ending_serves() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, ends_with="slut")
    new = [start(item="i1"), E("slut", "2026-01-05", "i1"), gives("01-07", "i1", regi="egen")]
    assert (
        asked(one, new, "2026-01-07", "status") == []
    )  # nothing older: it could have ended it, and closed the question
    old = [start("01-02", "i1", data={"regi": "egen"}), gives("01-03", "i1", regi=None)]
    assert asked(one, [*old, *new], "2026-01-07", "opened", "status") == [
        ("2026-01-07", "due"),
        ("2026-01-02", "ended"),
    ]


# Closed unanswered (2.7)


def test_27_an_event_that_could_have_ended_it_closes_it() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, ends_with="slut")
    late = gives("01-10", "i1", regi="egen")
    for slut, item, closed in [
        ("2026-01-07", "i1", True),
        ("2026-01-07", None, True),
        ("2026-01-07", "i2", False),
        ("2026-01-04", "i1", False),
        ("2026-01-05T08:00:00", "i1", False),  # before the trigger
        ("2026-01-05T10:00:00", "i1", True),
    ]:
        events = [start("01-05T09:00", "i1"), E("slut", slut, item), late]
        assert asked(one, events, "2026-01-10", "status") == ([] if closed else ["due"])
        assert answer(one, events, "2026-01-10")["undetermined"] == []


def test_27_on_the_day_of_the_answer_it_is_answered_first_and_then_ended() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, ends_with="slut")
    events = [start(), E("slut", "2026-01-08T09:00:00"), gives("01-08T15:00", regi="egen")]
    assert asked(one, events, "2026-01-08", "status", "ended_on") == [("ended", "2026-01-08")]


@pytest.mark.parametrize(("on_repeat", "due"), [("keep", ["17"]), ("restart", ["17"]), ("add", ["12", "17"])])
def test_27_a_later_trigger_that_can_be_judged_closes_it_unless_the_rule_adds(on_repeat: str, due: list[str]) -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"any": [{"regi": "egen"}, {"iub": True}]}, on_repeat=on_repeat)
    # the first still asks for `iub` when the second is judged by `regi`
    events = [start("01-05"), gives("01-06", regi="extern"), gives("01-09", regi="egen"), start("01-10")]
    assert asked(one, [*events, gives("01-11", iub=True)], "2026-01-11", "due") == [f"2026-01-{day}" for day in due]
    # judged no, it closes it as well
    no = gives("01-10T08:00", iub=False)
    events = [start("01-05"), gives("01-06", regi="extern"), no, start("01-10T09:00")]
    (asked_still,) = answer(one, events[:2], "2026-01-10")["undetermined"]
    assert (asked_still["day"], asked_still["missing"]) == ("2026-01-05", ["iub"])
    told = answer(one, events, "2026-01-10")
    assert (told["obligations"], told["undetermined"]) == ([], [])


def test_27_an_answer_that_comes_before_the_later_trigger_opens_what_that_finds() -> None:
    events = [start("01-05"), gives("01-08", regi="egen"), start("01-09")]
    assert asked(ON_OWN | {"on_repeat": "keep"}, events, "2026-01-09", "due") == ["2026-01-12"]
    assert asked(ON_OWN | {"on_repeat": "restart"}, events, "2026-01-09", "due") == ["2026-01-16"]
    assert asked(ON_OWN, events, "2026-01-09", "due") == ["2026-01-12", "2026-01-16"]
    other = [start("01-05", "i1"), start("01-09", "i1"), gives("01-08", "i2", regi="egen")]
    assert asked(ON_OWN, other, "2026-01-09", "due") == []


def test_27_one_event_that_gives_what_was_missing_and_triggers_the_rule() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"})  # it adds
    events = [start("01-05"), start("01-09", data={"regi": "egen"})]
    assert asked(one, events, "2026-01-09", "opened", "due", "answered") == [("2026-01-09", "2026-01-16", None)]
    # of another item it triggers that, and its fact is that item's
    other = [start("01-05", "i1"), start("01-09", "i2", data={"regi": "egen"})]
    assert asked(one, other, "2026-01-09", "item") == ["i2"]
    assert answer(one, other, "2026-01-09")["undetermined"][0]["item"] == "i1"
    # for the case it gives it of every item, but triggers none of them
    case = [start("01-05", "i1"), start("01-09", data={"regi": "egen"})]
    assert asked(one, case, "2026-01-09", "item", "due") == [("i1", "2026-01-12"), (None, "2026-01-16")]


def test_27_an_event_that_begins_no_state_does_not_trigger() -> None:
    one = rule("a", {"state": "franvaro"}, IN_A_WEEK, only_if={"regi": "egen"})
    begun = [E("borta", "2026-01-05T09:00:00", id="b1"), E("borta", "2026-01-05T15:00:00", data={"regi": "egen"})]
    assert asked(one, begun, "2026-01-05", "due") == ["2026-01-12"]
    again = [E("borta", "2026-01-05"), E("hemma", "2026-01-06"), E("borta", "2026-01-07", data={"regi": "egen"})]
    assert asked(one, again, "2026-01-07", "due") == ["2026-01-14"]


def test_27_what_was_written_down_twice_is_one() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, on_repeat="keep")
    twice = [start("01-09T09:00"), start("01-09", data={"regi": "egen"})]
    assert asked(one, [start("01-05"), *twice], "2026-01-09", "due") == ["2026-01-16"]


def test_27_what_is_put_as_the_day_ends_an_ending_of_that_day_closes() -> None:
    rules = [
        rule("a", "hemma", repeat={"every": {"days": 1}, "from": "trigger"}),
        rule("c", {"ahead_of": "a", "by": {"days": 40}}, only_if={"iub": True}, ends_with="start"),
    ]
    both = on_2026(("start", "01-05"), ("hemma", "01-05"))
    assert answer(rules, both, "2026-01-05")["undetermined"] == []
    assert len(answer(rules, both[1:], "2026-01-05")["undetermined"]) == 1


def test_27_what_still_lacks_a_fact_stays_a_question() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen", "iub": True})
    events = [start("01-05"), start("01-09", data={"regi": "egen"})]
    told = answer(one, events, "2026-01-09")["undetermined"]
    assert [(each["day"], each["missing"]) for each in told] == [("2026-01-05", ["iub"]), ("2026-01-09", ["iub"])]


def test_27_of_two_questions_the_earlier_trigger_is_asked_first() -> None:
    events = [start("01-05"), start("01-07"), gives("01-20", regi="egen")]
    keep, add = ON_OWN | {"on_repeat": "keep"}, ON_OWN
    assert asked(keep, events, "2026-01-20", "due") == ["2026-01-12"]
    assert asked(add, events, "2026-01-20", "due") == ["2026-01-12", "2026-01-14"]
    assert asked(ON_OWN | {"on_repeat": "restart"}, events, "2026-01-20", "due") == ["2026-01-14"]
    # done on the 6th, before the second trigger: that opens one of its own
    done = [*events, E("klar", "2026-01-06")]
    assert asked(keep, done, "2026-01-20", "due", "status") == [("2026-01-14", "overdue"), ("2026-01-12", "fulfilled")]
    # done on the 8th: the first was open at the second trigger
    done = [*events, E("klar", "2026-01-08")]
    assert asked(keep, done, "2026-01-20", "due", "status") == [("2026-01-12", "fulfilled")]


def test_27_a_restart_that_was_a_question_starts_the_time_as_it_would_have_run() -> None:
    one = rule("a", deadline=IN_A_WEEK, only_if={"regi": "egen"}, on_repeat="restart", paused_while="franvaro")
    events = [start("01-05", data={"regi": "egen"}), gives("01-06", regi=None), start("01-08")]
    away = [E("borta", "2026-01-09"), E("hemma", "2026-01-11")]
    assert asked(one, [*events, *away], "2026-01-11", "due") == ["2026-01-14"]
    told = gives("01-12", regi="egen")
    assert asked(one, [*events, *away, told], "2026-01-12", *TOLD) == [("2026-01-05", "2026-01-17", "due", None)]
    done = E("klar", "2026-01-10")
    assert asked(one, [*events, done, told], "2026-01-12", "status") == ["fulfilled"]  # nothing is open to start again


def test_27_a_consent_holds_only_from_when_it_is_given() -> None:
    facts = {"regi": {"title": "Regi", "one_of": ["egen", "extern"], "only_forward": True}}
    one = catalogue(ON_OWN, facts=facts)
    later = [start(), gives("01-06", regi="egen")]
    assert asked(one, later, "2026-01-20", "status") == []
    assert answer(one, later, "2026-01-20")["undetermined"][0]["missing"] == ["regi"]
    same = [start("01-05T09:00"), gives("01-05T15:00", regi="egen")]
    assert asked(one, same, "2026-01-20", "due") == ["2026-01-12"]
    again = [*later, start("01-10")]
    assert asked(one, again, "2026-01-20", "due") == ["2026-01-17"]


def test_26_while_it_is_open_it_stands_in_the_answer_and_then_no_more() -> None:
    events = on_2026(("start", "01-05"), ("start", "01-06"))
    told = answer(ON_OWN, events, "2026-01-06")["undetermined"]
    assert [each["day"] for each in told] == ["2026-01-05", "2026-01-06"]
    assert answer(ON_OWN, [*events, gives("01-07", regi="extern")], "2026-01-07")["undetermined"] == []
