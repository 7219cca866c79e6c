"""Worked facts for the second evaluator: taken away by an event's type (2.8), and of an event alone (2.9)."""

from typing import Any

from tests.engine.second.catalogues import many
from tests.engine.second.worked import IN_A_WEEK, MONTH, VOCABULARY, answer, asked, catalogue, event, rule

E = event


# 2.8


def test_28_an_event_takes_away_what_its_type_resets() -> None:
    events = {**VOCABULARY["events"], "start": {"title": "start", "resets": ["regi", "antal"]}}
    one = catalogue(rule("a", deadline={"days": "antal"}, only_if={"regi": "egen"}), events=events)
    facts: dict[str, Any] = {"facts": {"regi": "egen", "antal": 3}}
    told = answer(one, [E("start", "2026-01-05")], "2026-01-05", **facts)
    assert (told["obligations"], told["undetermined"][0]["missing"]) == ([], ["regi"])
    own = [E("start", "2026-01-05", data={"regi": "egen", "antal": 9})]
    assert asked(one, own, "2026-01-05", "due", **facts) == ["2026-01-14"]  # what it gives itself stands
    # of its item alone: the case's is seen again
    item = [E("besked", "2026-01-04", "i1", data={"antal": 7}), E("start", "2026-01-05", "i1")]
    assert asked(one, item, "2026-01-05", "due", **facts) == ["2026-01-08"]
    of_case = [E("besked", "2026-01-04", "i1", data={"regi": "egen", "antal": 7}), E("start", "2026-01-03")]
    assert asked(
        rule("b", "klar", {"days": "antal"}), [*of_case, E("klar", "2026-01-05", "i1")], "2026-01-05", "due"
    ) == ["2026-01-12"]


def test_28_it_stands_in_the_order_of_the_day() -> None:
    events = {**VOCABULARY["events"], "slut": {"title": "slut", "resets": ["antal"]}}
    one = catalogue(rule("a", deadline={"days": "antal"}), events=events)
    for slut, opens in [("2026-01-05T08:00:00", False), ("2026-01-05T10:00:00", True), ("2026-01-05T09:00:00", False)]:
        log = [E("start", "2026-01-05T09:00:00"), E("slut", slut)]
        assert bool(asked(one, log, "2026-01-05", "due", facts={"antal": 3})) == opens


# 2.9

OF_EVENT = {**VOCABULARY["facts"], "antal": {"title": "Antal", "type": "int", "of": "event"}}
LARGE = rule("a", deadline=IN_A_WEEK, only_if={"antal": {"over": 3}})


def told(one: Any, events: list[dict[str, Any]], at: str, *keys: str) -> list[Any]:
    return asked(catalogue(*many(one), facts=OF_EVENT), events, at, *keys)


def questions(events: list[dict[str, Any]], at: str) -> list[str]:
    return [each["day"] for each in answer(catalogue(LARGE, facts=OF_EVENT), events, at)["undetermined"]]


def test_29_it_is_read_from_the_event_behind_the_trigger_and_never_from_an_earlier_one() -> None:
    events = [
        E("start", "2026-01-05", data={"antal": 9}),
        E("start", "2026-01-06"),
        E("start", "2026-01-07", data={"antal": 1}),
    ]
    assert told(LARGE, events, "2026-01-07", "opened") == ["2026-01-05"]
    assert questions(events, "2026-01-07") == ["2026-01-06"]


def test_29_what_another_type_gives_it_gives_of_the_latest_that_lacks_it() -> None:
    events = [
        E("start", "2026-01-05", id="s1"),
        E("start", "2026-01-06", id="s2"),
        E("start", "2026-01-07", data={"antal": 1}),
    ]
    late = E("besked", "2026-01-08", data={"antal": 5})
    assert told(LARGE, [*events, late], "2026-01-08", "trigger") == [
        {"kind": "event", "type": "start", "event": "s2", "day": "2026-01-06"}
    ]
    assert questions([*events, late], "2026-01-08") == ["2026-01-05"]
    more = E("besked", "2026-01-09", data={"antal": 6})
    assert questions([*events, late, more], "2026-01-09") == []
    # of that very item, and not of what comes after it
    assert questions([E("start", "2026-01-05", "i1"), late], "2026-01-08") == ["2026-01-05"]
    assert questions([E("besked", "2026-01-04", data={"antal": 5}), events[0]], "2026-01-08") == ["2026-01-05"]


def test_29_about_names_the_event_that_it_tells_of() -> None:
    events = [E("start", "2026-01-05", id="s1"), E("start", "2026-01-06", id="s2")]
    about = E("besked", "2026-01-08", about="s1", data={"antal": 5})
    assert questions([*events, about], "2026-01-08") == ["2026-01-06"]
    own = E("start", "2026-01-08", about="s1", data={"antal": 5})  # it tells of another, and lacks its own
    assert questions([*events, own], "2026-01-08") == ["2026-01-06", "2026-01-08"]
    # a correction stands in the place of what it corrects
    mended = E("start", "2026-01-04", id="s3", replaces="s1")
    assert told(LARGE, [*events, mended, about], "2026-01-08", "opened", "due") == [("2026-01-08", "2026-01-11")]


def test_29_behind_what_was_fulfilled_is_overdue_is_missing_or_has_lasted() -> None:
    large = {"only_if": {"antal": {"over": 3}}, "fulfilled_by": "slut"}
    first = rule("a", deadline=IN_A_WEEK)
    start = E("start", "2026-01-05", data={"antal": 5})
    fulfilled = [first, rule("b", {"fulfilled": "a"}, MONTH, **large)]
    for number, opens in [(5, True), (1, False)]:
        events = [E("start", "2026-01-05"), E("klar", "2026-01-06", data={"antal": number})]
        assert ("sol.b" in told(fulfilled, events, "2026-01-06", "rule")) == opens
    overdue = [first, rule("b", {"overdue": "a"}, MONTH, **large)]
    assert told(overdue, [start], "2026-01-13", "rule") == ["sol.a", "sol.b"]
    missing = rule("b", {"missing": "klar", "since": "start", "for": {"days": 2}}, MONTH, **large)
    assert told(missing, [start, E("start", "2026-01-06", data={"antal": 1})], "2026-01-13", "opened") == ["2026-01-08"]
    longer = rule("b", {"state": "franvaro", "longer_than": {"days": 2}}, MONTH, **large)
    assert told(longer, [E("borta", "2026-01-05", data={"antal": 5})], "2026-01-13", "opened") == ["2026-01-07"]


def test_29_a_deadline_reads_it_too() -> None:
    one = rule("a", deadline={"days": "antal"})
    events = [
        E("start", "2026-01-05", data={"antal": 9}),
        E("start", "2026-01-06"),
        E("besked", "2026-01-08", data={"antal": 4}),
    ]
    assert told(one, events, "2026-01-08", "opened", "due", "answered") == [
        ("2026-01-08", "2026-01-10", {"day": "2026-01-08", "facts": ["antal"]}),
        ("2026-01-05", "2026-01-14", None),
    ]
