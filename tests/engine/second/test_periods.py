"""Worked periods for the second evaluator: windows, which period is served, steps told (4.8, 5.4, 5.6)."""

from typing import Any

import pytest

from tests.engine.second.worked import IN_A_WEEK, MONTH, asked, event, on_2026, rule

E = event


# 4.8


def test_48_what_is_done_before_the_window_serves_something_else() -> None:
    one = rule("a", deadline=MONTH, counts_within={"days": 10})  # due on 4 February: from 25 January on
    for done, status in [("01-24", "overdue"), ("01-25", "fulfilled"), ("02-05", "fulfilled_late")]:
        assert asked(one, on_2026(("start", "01-05"), ("klar", done)), "2026-02-05", "status") == [status]
    both = on_2026(("start", "01-05"), ("klar", "01-24"), ("klar", "01-26"))
    assert asked(one, both, "2026-01-30", "status", "fulfilled_by") == [("fulfilled", "e2")]


def test_48_the_window_moves_with_the_due_date() -> None:
    one = rule("a", deadline=MONTH, counts_within={"days": 10}, extended_by={"event": "besked", "by": {"days": 10}})
    events = on_2026(("start", "01-05"), ("besked", "01-20"), ("klar", "01-26"))
    assert asked(one, events, "2026-01-30", "status", "due") == [("due", "2026-02-14")]
    paused = rule("a", deadline=MONTH, counts_within={"days": 10}, paused_while="franvaro")
    events = on_2026(("start", "01-05"), ("borta", "01-06"), ("klar", "01-07"))
    assert asked(paused, events, "2026-01-07", "status") == ["fulfilled"]  # without a due date it counts


# 5.4


def monthly(*events: tuple[str, str], data: Any = None, **rest: Any) -> list[str]:
    """The months that the `klar` have served: each obligation's day of opening, less the day."""
    one = rule("a", repeat={"each": "month", **rest.pop("repeat", {})}, **rest)
    written = on_2026(("start", "01-01"), *events)
    if data:
        written[-1]["data"] = data
    told = asked(one, written, "2026-03-31", "opened", "fulfilled_on")
    return sorted(opened[:7] for opened, done in told if done)


def test_54_due_in_its_period_the_running_one_is_served() -> None:
    assert monthly(("klar", "03-05")) == ["2026-03"]
    assert monthly(("klar", "03-05"), ("klar", "03-06")) == ["2026-01", "2026-03"]  # then the oldest
    assert monthly(("klar", "03-05"), ("klar", "03-06"), ("klar", "03-07")) == ["2026-01", "2026-02", "2026-03"]


def test_54_due_after_its_period_the_latest_ended_one_is_served() -> None:
    after = {"deadline": {"days": 10}}
    assert monthly(("klar", "03-05"), **after) == ["2026-02"]
    assert monthly(("klar", "03-05"), ("klar", "03-06"), **after) == ["2026-01", "2026-02"]
    assert monthly(("klar", "03-05"), ("klar", "03-06"), ("klar", "03-07"), **after) == [
        "2026-01",
        "2026-02",
        "2026-03",
    ]
    # a roll alone does not make it due after its period
    rolled = {"deadline": {"end_of": "month", "roll": "next_working_day", "calendar": "vardag"}}
    assert monthly(("klar", "03-05"), **rolled) == ["2026-03"]


@pytest.mark.parametrize(
    ("dag", "served"),
    [
        ("2026-01-31", ["2026-01"]),
        ("2026-02-01", ["2026-02"]),
        ("2026-03-09", ["2026-03"]),
        ("2025-12-31", []),
        (None, ["2026-03"]),
    ],
)
def test_54_an_event_that_gives_a_date_serves_the_period_of_that_date(dag: str | None, served: list[str]) -> None:
    data = {"dag": dag} if dag else None
    assert monthly(("klar", "03-05"), data=data, repeat={"period_of": "dag"}) == served


def test_54_of_one_series_one_is_served_by_each_event() -> None:
    one = rule("a", repeat={"each": "month"})
    events = [E("start", "2026-01-01", "i1"), E("start", "2026-01-01", "i2"), E("klar", "2026-02-05")]
    told = asked(one, events, "2026-02-05", "item", "opened", "fulfilled_on")
    assert sorted(item for item, opened, done in told if done and opened == "2026-02-01") == ["i1", "i2"]
    assert len([done for _, _, done in told if done]) == 2


def test_54_a_period_that_had_begun_does_not_count_where_the_first_is_to_be_whole() -> None:
    one = rule("a", repeat={"each": "month", "first": "whole"})
    assert asked(one, on_2026(("start", "01-05")), "2026-01-31", "opened") == []
    assert asked(one, on_2026(("start", "01-05")), "2026-02-01", "opened", "due") == [("2026-02-01", "2026-02-28")]
    assert asked(one, on_2026(("start", "01-01")), "2026-01-31", "opened") == ["2026-01-01"]
    twice = on_2026(("start", "01-05"), ("start", "01-20"))
    assert asked(one, twice, "2026-02-01", "opened") == ["2026-02-01"]  # it runs already
    ended = one | {"ends_with": "slut"}
    assert asked(ended, on_2026(("start", "01-05"), ("slut", "01-20")), "2026-03-01", "opened") == []
    at_once = on_2026(("start", "01-05"), ("slut", "01-05"))
    assert asked(ended, at_once, "2026-03-01", "opened") == []


# 5.6


def step(side: str, days: int) -> dict[str, Any]:
    return {side: {"days": days}, "to": "utforare", "action": "Påminn"}


def told(one: dict[str, Any], events: list[dict[str, Any]], at: str) -> list[tuple[str | None, bool]]:
    (steps,) = asked(one, events, at, "escalation")
    return [(each["day"] and each["day"][5:], each["reached"]) for each in steps]


def test_56_what_was_reached_stays_told_and_the_new_steps_are_added() -> None:
    one = rule("a", deadline=IN_A_WEEK, escalation=[step("before", 2), step("after", 1)])
    one |= {"extended_by": {"event": "besked", "by": {"days": 10}}}
    events = on_2026(("start", "01-05"), ("besked", "01-11"))  # due on the 12th, then on the 22nd
    assert told(one, events[:1], "2026-01-10") == [("01-10", True), ("01-13", False)]
    assert told(one, events, "2026-01-11") == [("01-10", True), ("01-20", False), ("01-23", False)]
    assert told(one, events, "2026-01-23") == [("01-10", True), ("01-20", True), ("01-23", True)]
    early = on_2026(("start", "01-05"), ("besked", "01-10"))  # moved on the step's own day: it was not reached
    assert told(one, early, "2026-01-10") == [("01-20", False), ("01-23", False)]


def test_56_a_restart_adds_the_steps_of_the_new_time() -> None:
    one = rule("a", deadline=IN_A_WEEK, on_repeat="restart", escalation=[step("after", 1)])
    events = on_2026(("start", "01-05"), ("start", "01-14"))
    assert told(one, events, "2026-01-14") == [("01-13", True), ("01-22", False)]


def test_56_no_step_has_a_day_before_the_opening() -> None:
    one = rule("a", deadline=IN_A_WEEK, escalation=[step("before", 10)], only_if={"regi": "egen"})
    events = [*on_2026(("start", "01-05")), E("besked", "2026-01-20", data={"regi": "egen"})]
    assert told(rule("a", deadline=IN_A_WEEK, escalation=[step("before", 10)]), events[:1], "2026-01-05") == [
        ("01-05", True)
    ]
    assert told(one, events, "2026-01-20") == [("01-20", True)]
    done = [*events, E("klar", "2026-01-08")]
    assert told(one, done, "2026-01-20") == [("01-20", False)]  # it opened and closed at once


def test_56_while_it_is_paused_what_was_told_stays() -> None:
    one = rule("a", deadline=IN_A_WEEK, paused_while="franvaro", escalation=[step("before", 5)])
    events = on_2026(("start", "01-05"), ("borta", "01-08"), ("hemma", "01-10"))
    assert told(one, events, "2026-01-09") == [("01-07", True), (None, False)]
    assert told(one, events, "2026-01-10") == [("01-07", True), ("01-09", True)]
