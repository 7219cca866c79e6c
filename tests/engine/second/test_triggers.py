"""Worked triggers for the second evaluator: what fires when, for whom, and what a trigger finds (section 3)."""

from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, event, rule

E = event


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


def test_62_a_trigger_that_met_no_item_is_told() -> None:
    told = answer(rule("a", deadline=IN_A_WEEK, per="item"), [START], "2025-03-05")
    trigger = {"kind": "event", "type": "start", "event": "e1", "day": "2025-03-03"}
    assert (told["obligations"], told["met_no_item"]) == ([], [{"rule": "sol.a", "trigger": trigger}])
