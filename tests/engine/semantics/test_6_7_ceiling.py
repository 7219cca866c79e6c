"""Semantics 6.7: so many obligations and no more open without an event, of one rule and item."""

import tracemalloc
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from rutinmotor import explain
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.semantics.asking import ask, case, engine
from tests.steps import steps

START = "- {type: start, at: 2025-10-01}"
# Each that is late sets off two: they double every other day.
RING = """
- {id: r1, trigger: [start, {overdue: r2}, {overdue: r3}], deadline: {days: 0}, fulfilled_by: klar}
- {id: r2, trigger: {overdue: r1}, deadline: {days: 0}, fulfilled_by: klar}
- {id: r3, trigger: {overdue: r1}, deadline: {days: 0}, fulfilled_by: klar}
"""
DAILY = "- {id: dagbok, trigger: start, repeat: {every: {days: 1}, from: trigger}, fulfilled_by: klar}\n"
AGAIN = "- {id: igen, trigger: [start, {overdue: igen}], deadline: {days: 0}, fulfilled_by: klar}\n"


def refused(rules: str, log: str, at: str, at_most: int = 5_000) -> str:
    """The sentence of the one error."""
    with pytest.raises(CaseError) as caught:
        engine(rules).evaluate(case(log), date.fromisoformat(at), at_most=at_most)
    (found,) = caught.value.diagnostics
    assert found.code == "RM632"
    return found.sentence("sv")


def number(rules: str, log: str, at: str, at_most: int = 5_000) -> int:
    return len(engine(rules).evaluate(case(log), date.fromisoformat(at), at_most=at_most).obligations)


def test_6_7_a_ring_is_an_error_that_names_rule_and_case() -> None:
    told = refused(RING, START, "2030-01-01")
    assert told.startswith("Regeln sol.r")
    assert "mer än 5000 gånger i ärendet 2025-0117" in told
    assert "sedan 2025-10-01" in told


@pytest.mark.parametrize(
    ("rules", "log"),
    [(RING, START), (AGAIN, START), (DAILY, "- {type: start, at: 0001-01-01}")],
    ids=["doubling", "one by one", "a year mistyped"],
)
def test_6_7_it_is_found_soon_and_in_little_room(rules: str, log: str) -> None:
    assert steps(lambda: refused(rules, log, "2200-01-01", 1_000)) < 400_000
    tracemalloc.start()
    refused(rules, log, "2200-01-01")
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 30_000_000


def test_6_7_as_many_as_may_be_are_no_error() -> None:
    """Of the daily ones the first opens with the event, and is not counted."""
    assert number(DAILY, START, "2025-10-07", 5) == 6
    told = refused(DAILY, START, "2025-10-08", 5)
    assert "mer än 5 gånger" in told


def test_6_7_each_event_begins_the_count_anew() -> None:
    log = START + "\n- {type: besked, at: 2025-10-05}"
    # The one of the event's own day is the first of the new count.
    assert number(DAILY, log, "2025-10-09", 5) == 8
    assert "sedan 2025-10-05" in refused(DAILY, log, "2025-10-10", 5)


def test_6_7_it_counts_each_rule_and_each_item() -> None:
    two = "- {type: start, at: 2025-10-01, item: h1}\n- {type: start, at: 2025-10-01, item: h2}\n"
    assert number(DAILY + DAILY.replace("dagbok", "logg"), two, "2025-10-07", 5) == 24
    assert "för h1" in refused(DAILY, two, "2025-10-08", 5)


def test_6_7_what_events_open_themselves_is_not_counted() -> None:
    """Reading 6.7: nor what a state opens that an event begins; what a fulfilment or a timer opens is."""
    many = "\n".join(["- {type: start, at: 2025-10-01}"] * 9)
    plan = "- {id: plan, trigger: %s, deadline: {days: 1}, fulfilled_by: klar}\n"
    assert number(plan % "start", many, "2025-10-01", 1) == 9
    assert number(plan % "{state: pagaende}", many + "\n- {type: slut, at: 2025-10-02}", "2025-10-02", 1) == 1
    done = many + "\n- {type: klar, at: 2025-10-01}"
    refused(plan % "start" + "- {id: sedan, trigger: {fulfilled: plan}, deadline: {days: 1}}\n", done, "2025-10-01", 8)
    refused(plan % "start" + "- {id: sedan, trigger: {overdue: plan}, deadline: {days: 1}}\n", many, "2025-10-03", 8)


def test_6_7_what_an_answer_opens_at_once_is_counted_on_its_day() -> None:
    """2.6: a question of the first, answered on the eighth: all six open then, the first as the event's own."""
    asked = DAILY.replace("fulfilled_by: klar", "fulfilled_by: klar, only_if: {iub: true}")
    log = START + "\n- {type: besked, at: 2025-10-%s, data: {iub: true}}"
    assert number(asked, log % "07", "2025-10-07", 5) == 6
    refused(asked, log % "08", "2025-10-08", 5)


def test_6_7_events_day_by_day_hide_no_ring() -> None:
    daily = START + "".join(f"\n- {{type: besked, at: 2025-10-{day:02}}}" for day in range(2, 32))
    refused(RING, daily, "2025-10-31", 100)


def test_6_7_looking_ahead_the_day_of_the_error_is_a_change() -> None:
    """As is the day on which anything else cannot be counted (6.2)."""
    of = engine(DAILY)
    assert of.next_change(case(START), date(2025, 10, 6), at_most=5) == date(2025, 10, 7)
    assert of.next_change(case(START), date(2025, 10, 7), at_most=5) == date(2025, 10, 8)
    with pytest.raises(CaseError):
        of.next_change(case(START), date(2025, 10, 8), at_most=5)


def test_6_7_an_explanation_is_asked_in_the_same_way() -> None:
    of, at = engine(DAILY), date(2025, 10, 8)
    assert len(explain(of, case(START), "dagbok", at).obligations) == 7
    with pytest.raises(CaseError):
        explain(of, case(START), "dagbok", at, at_most=5)


@pytest.mark.parametrize(
    ("at_most", "error"), [(0, ValueError), (-1, ValueError), (True, TypeError), ("9", TypeError), (None, TypeError)]
)
def test_6_7_the_number_is_a_whole_one_of_at_least_one(at_most: Any, error: type[Exception]) -> None:
    of, asked, at = engine(DAILY), case(START), date(2025, 10, 1)
    asks: list[Callable[[], object]] = [
        lambda: of.evaluate(asked, at, at_most=at_most),
        lambda: of.next_change(asked, at, at_most=at_most),
        lambda: explain(of, asked, "dagbok", at, at_most=at_most),
    ]
    for each in asks:
        with pytest.raises(error):
            each()


def test_6_7_by_itself_it_is_five_thousand() -> None:
    assert len(ask(AGAIN, START, "2039-06-10").obligations) == 5_001
    refused(AGAIN, START, "2039-06-11")
