"""Worked answers for the second evaluator: an entry in full, the order, the next change (section 6)."""

from datetime import date, timedelta

import pytest

from tests.engine import second
from tests.engine.second.worked import IN_A_WEEK, START, answer, asked, catalogue, event, rule

E = event


def test_61_an_entry_in_full() -> None:
    one = rule("a", deadline=IN_A_WEEK, source={"section": "Avsnitt"}, interpretation="Så.")
    assert answer(one, [START], "2025-03-11")["obligations"] == [
        {
            "rule": "sol.a",
            "title": "a",
            "item": None,
            "actor": ["utforare"],
            "norm": "routine",
            "status": "overdue",
            "light": "red",
            "urgency": None,
            "trigger": {"kind": "event", "type": "start", "event": "e1", "day": "2025-03-03"},
            "opened": "2025-03-03",
            "answered": None,
            "due": "2025-03-10",
            "days_left": -1,
            "fulfilled_on": None,
            "fulfilled_by": None,
            "ended_on": None,
            "escalation": [],
            "breaches": [],
            "source": {"section": "Avsnitt", "duties": []},
            "interpretation": "Så.",
        }
    ]


def test_62_next_change() -> None:
    def next_day(one: dict[str, object], events: list[dict[str, object]], at: str, days: int = 60) -> str | None:
        return second.next_change([catalogue(one)], {"case": "1", "events": events}, date.fromisoformat(at), None, days)

    one = rule("a", deadline=IN_A_WEEK, warn={"days": 2})
    assert next_day(one, [START], "2025-03-03") == "2025-03-08"
    assert next_day(one, [START], "2025-03-08") == "2025-03-11"
    assert next_day(one, [START, E("klar", "2025-03-09")], "2025-03-08") == "2025-03-11"  # as if nothing more happened
    assert next_day(one, [START], "2025-03-11") is None
    assert next_day(one, [START], "2025-03-01") is None
    series = rule("a", repeat={"each": "month"})
    assert next_day(series, [START], "2025-03-03") == "2025-04-01"
    # Friday 31 December 2100 is an eve and the calendar's last day: the next of the series cannot be counted
    ending = rule("a", repeat={"every": {"working_days": 1, "calendar": "vardag"}, "from": "trigger"})
    events = [E("start", "2100-12-29"), E("klar", "2100-12-29")]
    assert next_day(ending, events, "2100-12-29", 3) == "2100-12-31"
    with pytest.raises(second.SecondError):
        answer(ending, events, "2100-12-31")


def test_64_overdue_first_then_due_by_date_with_none_last_then_the_rest() -> None:
    rules = [
        rule("a", deadline="none", fulfilled_by="besked"),
        rule("b", deadline={"days": 9}, fulfilled_by="besked"),
        rule("c", deadline={"days": 2}, fulfilled_by="besked"),
        rule("d", deadline={"days": 1}, fulfilled_by="besked"),
        rule("e", deadline={"days": 8}, fulfilled_by="besked"),
        rule("f", deadline={"days": 1}),
    ]
    told = asked(rules, [START, E("klar", "2025-03-04")], "2025-03-10", "rule")
    assert told == ["sol.d", "sol.c", "sol.e", "sol.b", "sol.a", "sol.f"]


def test_112_the_order_of_a_day() -> None:
    # one day, the 5th: `a` was due on the 4th, `b` is opened by that and fulfilled by the same day's event, which opens
    # `c`, and `d` is opened ahead of `c`, which is not served by the same doing (1.10)
    rules = [
        rule("a", deadline={"days": 1}, fulfilled_by="besked"),
        rule("b", {"overdue": "a"}, {"days": 0}),
        rule("c", {"fulfilled": "b"}, {"days": 2}, fulfilled_by="besked"),
        rule("d", {"ahead_of": "c", "by": {"days": 2}}),
    ]
    keys = ("rule", "opened", "due", "status")
    done = E("klar", "2025-03-05T09:00:00", id="k")
    told = [
        ("sol.a", "2025-03-03", "2025-03-04", "overdue"),
        ("sol.c", "2025-03-05", "2025-03-07", "due"),
        ("sol.d", "2025-03-05", "2025-03-07", "due"),
        ("sol.b", "2025-03-05", "2025-03-05", "fulfilled"),
    ]
    assert asked(rules, [START, done], "2025-03-05", *keys) == told
    later = [START, done, E("klar", "2025-03-05T10:00:00")]
    assert asked(rules, later, "2025-03-05", *keys) == [*told[:2], told[3], (*told[2][:3], "fulfilled")]


def test_66_an_earlier_day_sees_nothing_of_later_events() -> None:
    one = rule("a", deadline=IN_A_WEEK, repeat={"every": {"days": 5}, "from": "fulfilment"})
    events = [E("start", "2025-03-03"), E("klar", "2025-03-06"), E("klar", "2025-03-08"), E("start", "2025-03-09")]
    for shift in range(10):
        at = (date(2025, 3, 2) + timedelta(days=shift)).isoformat()
        assert answer(one, events, at) == answer(one, [each for each in events if str(each["at"]) <= at], at)
