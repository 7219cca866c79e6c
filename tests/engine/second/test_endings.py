"""Worked endings for the second evaluator: dates, spans, something overdue, what is spared (2.3, 5.2)."""

from typing import Any

from tests.engine.second.worked import IN_A_WEEK, MONTH, asked, catalogue, event, gives, on_2026, rule

E = event


# States (2.3)


def away(*ends: Any) -> dict[str, Any]:
    return {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": list(ends)}}


WHILE_AWAY = rule("a", "klar", "none", fulfilled_by="besked", only_if={"state": {"franvaro": True}})


def is_away(states: Any, events: list[dict[str, Any]], day: str, rules: Any = (), **facts: Any) -> bool:
    found = catalogue(WHILE_AWAY, *rules, states=states)
    told = asked(found, [*events, E("klar", f"2026-{day}", "i1")], f"2026-{day}", "rule", **facts)
    return "sol.a" in told


def test_23_a_state_holds_through_the_day_that_a_fact_gives() -> None:
    states = away("hemma", {"date": "dag"})
    given = E("borta", "2026-01-05", "i1", data={"dag": "2026-01-10"})
    assert is_away(states, [given], "01-10")
    assert not is_away(states, [given], "01-11")
    assert not is_away(states, [given, E("hemma", "2026-01-07")], "01-08")
    # moved while it runs; moved on the day after, it has ended
    assert is_away(states, [given, gives("01-10", "i1", dag="2026-01-20")], "01-20")
    assert not is_away(states, [given, gives("01-11", "i1", dag="2026-01-20")], "01-20")
    # looked up on the item, then on the case
    assert is_away(states, [E("borta", "2026-01-05", "i1"), gives("01-06", dag="2026-01-10")], "01-10")
    assert not is_away(states, [E("borta", "2026-01-05", "i1"), gives("01-06", dag="2026-01-10")], "01-11")
    # past when it is given: it ends that day; before the beginning: it ends nothing
    assert not is_away(states, [E("borta", "2026-01-05", "i1"), gives("01-09", dag="2026-01-07")], "01-09")
    assert is_away(states, [E("borta", "2026-01-05", "i1"), gives("01-09", dag="2026-01-04")], "01-20")


def test_23_a_state_of_so_many_days() -> None:
    states = away("hemma", {"after": {"days": 3}})
    assert is_away(states, [E("borta", "2026-01-05")], "01-07")
    assert not is_away(states, [E("borta", "2026-01-05")], "01-08")
    assert is_away(states, [E("borta", "2026-01-05"), E("borta", "2026-01-08")], "01-08")


def test_23_a_state_ends_as_something_becomes_overdue() -> None:
    states = away("hemma", {"overdue": "b"})
    other = rule("b", "start", IN_A_WEEK, fulfilled_by="slut")
    begun = [E("borta", "2026-01-05", "i1")]
    assert is_away(states, [*begun, E("start", "2026-01-05", "i1")], "01-12", [other])
    assert not is_away(states, [*begun, E("start", "2026-01-05", "i1")], "01-13", [other])
    assert not is_away(states, [*begun, E("start", "2026-01-05")], "01-13", [other])
    assert is_away(states, [*begun, E("start", "2026-01-05", "i2")], "01-13", [other])
    assert is_away(states, [E("start", "2026-01-05"), E("borta", "2026-01-13", "i1")], "01-13", [other])


def test_44_what_stands_while_a_state_holds_ends_with_it_by_a_date_too() -> None:
    one = rule("a", {"state": "franvaro"}, "continuous", fulfilled_by="slut", ends_with="besked")
    found = catalogue(one, states=away({"date": "dag"}))
    events = [E("borta", "2026-01-05", data={"dag": "2026-01-10"})]
    assert asked(found, events, "2026-01-10", "status") == ["standing"]
    assert asked(found, events, "2026-01-20", "status", "ended_on") == [("ended", "2026-01-11")]


# Obligations (5.2)


def test_52_an_ending_of_any_item() -> None:
    for entry, status in [("slut", "due"), ({"event": "slut", "of": "any_item"}, "ended")]:
        one = rule("a", deadline=MONTH, ends_with=entry)
        events = [E("start", "2026-01-05", "i1"), E("slut", "2026-01-06", "i2")]
        assert asked(one, events, "2026-01-06", "status") == [status]


def test_52_it_ends_as_another_becomes_overdue() -> None:
    rules = [
        rule("a", "start", IN_A_WEEK),
        rule("b", "start", MONTH, fulfilled_by="besked", ends_with={"overdue": "a"}),
    ]
    events = [E("start", "2026-01-05", "i1"), E("start", "2026-01-06", "i2"), E("klar", "2026-01-13", "i2")]
    told = asked(rules, events, "2026-01-20", "rule", "item", "status", "ended_on")
    assert set(told) == {
        ("sol.a", "i1", "overdue", None),
        ("sol.a", "i2", "fulfilled", None),
        ("sol.b", "i1", "ended", "2026-01-13"),
        ("sol.b", "i2", "due", None),
    }


def test_52_it_ends_with_the_day_that_a_fact_gives() -> None:
    one = rule("a", deadline=MONTH, ends_with={"date": "dag"})
    for given, at, status, ended in [
        (gives("01-06", dag="2026-01-10"), "2026-01-09", "due", None),
        (gives("01-06", dag="2026-01-10"), "2026-01-10", "ended", "2026-01-10"),
        (gives("01-12", dag="2026-01-10"), "2026-01-20", "ended", "2026-01-12"),  # given later
        (gives("01-12", dag="2026-01-04"), "2026-01-20", "due", None),  # before the opening
        (gives("01-05", dag="2026-01-05"), "2026-01-05", "ended", "2026-01-05"),
        (gives("01-06", "i2", dag="2026-01-10"), "2026-01-20", "due", None),
    ]:
        told = asked(one, [E("start", "2026-01-05", "i1"), given], at, "status", "ended_on")
        assert told == [(status, ended)]
    done = [E("start", "2026-01-05"), gives("01-06", dag="2026-01-10"), E("klar", "2026-01-10")]
    assert asked(one, done, "2026-01-10", "status") == ["fulfilled"]


def test_52_a_series_ends_with_the_day_and_no_next_opens_on_it() -> None:
    one = rule("a", ends_with={"date": "dag"}, repeat={"every": {"days": 7}, "from": "fulfilment"})
    events = [E("start", "2026-01-05", data={"dag": "2026-01-10"})]
    for done, count in [("01-09", 2), ("01-10", 1)]:
        assert len(asked(one, [*events, E("klar", f"2026-{done}")], "2026-01-20", "status")) == count


def test_52_what_was_overdue_when_the_day_began_is_spared() -> None:
    one = rule("a", deadline=IN_A_WEEK, ends_with="slut", spares="overdue")
    for slut, status in [("01-12", "ended"), ("01-13", "overdue")]:  # due on the 12th
        assert asked(one, on_2026(("start", "01-05"), ("slut", slut)), "2026-01-20", "status") == [status]
    late = on_2026(("start", "01-05"), ("slut", "01-13"), ("klar", "01-14"))
    assert asked(one, late, "2026-01-20", "status") == ["fulfilled_late"]


def test_52_a_series_is_over_though_its_overdue_one_and_its_running_one_are_spared() -> None:
    def told(spares: list[str]) -> list[Any]:
        one = rule("a", repeat={"each": "month"}, deadline={"days": 10}, ends_with="slut", spares=spares)
        events = on_2026(("start", "01-05"), ("slut", "03-05"))  # January's was due 10 February, February's 10 March
        return asked(one, events, "2026-05-01", "opened", "status")

    opened = ["2026-01-05", "2026-02-01", "2026-03-01"]
    assert sorted(told([])) == [(day, "ended") for day in opened]
    assert sorted(told(["overdue"])) == list(zip(opened, ["overdue", "ended", "ended"], strict=True))
    assert sorted(told(["running"])) == list(zip(opened, ["ended", "overdue", "overdue"], strict=True))
    assert sorted(told(["overdue", "running"])) == list(zip(opened, ["overdue", "overdue", "overdue"], strict=True))


def test_52_what_was_spared_no_later_ending_ends() -> None:
    one = rule("a", repeat={"each": "month"}, deadline={"days": 10}, ends_with="slut", spares="running")
    events = on_2026(("start", "01-05"), ("slut", "01-20"), ("slut", "02-03"))
    assert asked(one, events, "2026-02-03", "status", "ended_on") == [("due", None)]


def test_34_what_is_spared_is_a_debt_that_no_trigger_finds() -> None:
    for repeat in ({}, {"repeat": {"each": "month"}}):
        one = rule("a", deadline=IN_A_WEEK, on_repeat="keep", ends_with="slut", spares="overdue", **repeat)
        events = on_2026(("start", "01-05"), ("slut", "02-20"), ("start", "02-21"))
        told = asked(one, events, "2026-02-21", "opened", "status")
        debts = [("2026-01-05", "overdue"), *([("2026-02-01", "ended")] if repeat else [])]
        assert sorted(told) == [*debts, ("2026-02-21", "due")]
        both = on_2026(("start", "01-05"), ("slut", "02-20"), ("start", "02-21"), ("klar", "02-22"), ("klar", "02-23"))
        told = asked(one, both, "2026-02-23", "opened", "status")
        assert [status for opened, status in told if opened == "2026-01-05"] == ["fulfilled_late"]
