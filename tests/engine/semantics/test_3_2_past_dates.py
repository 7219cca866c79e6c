"""A fact's date that is past when it becomes known in, what opens at once or is passed out (semantics 3.2)."""

from datetime import date

import pytest

from rutinmotor.engine.explanation import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import ask, case, engine, next_change, told

BIRTHDAY = "{date: dag, plus: {years: 65}}"
AHEAD = "{date: dag, minus: {months: 3}}"


def on(trigger: str, more: str = "") -> str:
    return f"- {{id: plan, trigger: {trigger}, deadline: {{days: 10}}, fulfilled_by: klar{more}}}"


def opened(rules: str, log: str, at: str = "2025-12-31") -> list[str]:
    return told(rules, log, at, "opened due")


def passed(rules: str, log: str, at: str = "2025-12-31") -> list[str]:
    """Each passed date as a line: the day on which it became known, rule, item, fact and date."""
    found = ask(rules, log, at).passed_dates
    return [f"{one.known} {one.rule} {one.item or '-'} {one.fact} {one.date}" for one in found]


def why_not(rules: str, log: str, at: str = "2025-12-31") -> str:
    found = explain(engine(rules), case(log), "sol.plan", date.fromisoformat(at))
    return explained_text(found, "sv")


def test_3_2_a_birthday_before_the_first_event_is_passed_and_told() -> None:
    log = "facts: {dag: 1955-05-04}\nevents: [{type: start, at: 2025-03-03}]"
    assert opened(on(BIRTHDAY), log) == []
    assert passed(on(BIRTHDAY), log) == ["2025-03-03 sol.plan - dag 1955-05-04"]
    text = " ".join(why_not(on(BIRTHDAY), log).split())
    assert "måndag 4 maj 2020 var redan passerad när uppgiften blev känd" in text


def test_3_2_a_birthday_on_the_first_day_or_later_is_not_passed() -> None:
    log = "facts: {dag: %s}\nevents: [{type: start, at: 2025-03-03}]"
    for day, due in (("1960-03-03", "2025-03-03 2025-03-13"), ("1960-03-04", "2025-03-04 2025-03-14")):
        assert opened(on(BIRTHDAY), log % day) == [due]
        assert passed(on(BIRTHDAY), log % day) == []
    assert passed(on(BIRTHDAY), log % "1960-03-02") == ["2025-03-03 sol.plan - dag 1960-03-02"]


def test_3_2_what_is_passed_is_told_with_pass_as_without() -> None:
    rule = on("{date: dag, plus: {years: 65}, if_past: pass}")
    log = "facts: {dag: 1955-05-04}\nevents: [{type: start, at: 2025-03-03}]"
    assert opened(rule, log) == []
    assert passed(rule, log) == ["2025-03-03 sol.plan - dag 1955-05-04"]


@pytest.mark.parametrize("trigger", ["{date: dag, if_past: open}", "{date: dag, plus: {days: 4}, if_past: open}"])
def test_3_2_if_past_open_opens_on_the_day_on_which_it_becomes_known(trigger: str) -> None:
    assert opened(on(trigger), "facts: {dag: 2025-02-03}\nevents: [{type: start, at: 2025-03-03}]") == [
        "2025-03-03 2025-03-13"
    ]
    later = "- {type: start, at: 2025-03-03}\n- {type: besked, at: 2025-03-20, data: {dag: 2025-02-03}}"
    assert opened(on(trigger), later) == ["2025-03-20 2025-03-30"]
    assert passed(on(trigger), later) == []


def test_3_2_three_months_before_an_end_date_given_two_months_before_it_opens_at_once() -> None:
    log = "- {type: beslut, at: 2025-03-03, data: {dag: 2025-05-03}}"
    assert opened(on(AHEAD), log) == ["2025-03-03 2025-03-13"]
    assert passed(on(AHEAD), log) == []


def test_3_2_a_span_before_a_date_that_is_past_itself_is_passed() -> None:
    log = "- {type: beslut, at: 2025-03-03, data: {dag: %s}}"
    assert opened(on(AHEAD), log % "2025-03-03") == ["2025-03-03 2025-03-13"]  # the date itself is today
    assert opened(on(AHEAD), log % "2025-03-02") == []
    assert passed(on(AHEAD), log % "2025-03-02") == ["2025-03-03 sol.plan - dag 2025-03-02"]
    both = on("{date: dag, minus: {months: 3}, if_past: open}")
    assert opened(both, log % "2025-03-02") == ["2025-03-03 2025-03-13"]


def test_3_2_a_date_is_passed_once_though_it_is_given_again() -> None:
    given = "- {type: besked, at: %s, data: {dag: %s}}\n"
    days = (("2025-03-03", "2025-02-01"), ("2025-03-05", "2025-02-01"), ("2025-03-07", "2025-02-02"))
    log = "".join(given % one for one in (*days, ("2025-03-09", "2025-02-01")))
    assert passed(on("{date: dag}"), log) == [
        "2025-03-03 sol.plan - dag 2025-02-01",
        "2025-03-07 sol.plan - dag 2025-02-02",
    ]
    assert opened(on("{date: dag, if_past: open}"), log) == ["2025-03-03 2025-03-13", "2025-03-07 2025-03-17"]


def test_3_2_what_opened_on_its_day_does_not_open_again_when_it_is_given_again_later() -> None:
    given = "- {type: besked, at: %s, data: {dag: 2025-03-10}}\n"
    log = given % "2025-03-03" + given % "2025-04-03"
    assert opened(on("{date: dag, if_past: open}"), log) == ["2025-03-10 2025-03-20"]
    assert passed(on("{date: dag}"), log) == []


def test_3_2_only_the_value_that_stands_when_the_day_ends_is_passed_or_opens() -> None:
    log = """
    - {type: besked, at: 2025-03-03T09:00, data: {dag: 2025-02-01}}
    - {type: besked, at: 2025-03-03T10:00, data: {dag: 2025-03-20}}
    """
    assert passed(on("{date: dag}"), log) == []
    assert opened(on("{date: dag, if_past: open}"), log) == ["2025-03-20 2025-03-30"]


def test_3_2_a_passed_date_is_of_the_item_that_the_fact_stands_on() -> None:
    log = """
    items: {h1: {dag: 2025-01-01}, h2: {dag: 2025-04-01}}
    events: [{type: start, at: 2025-03-03, item: h1}]
    """
    assert passed(on("{date: dag}"), log) == ["2025-03-03 sol.plan h1 dag 2025-01-01"]
    assert told(on("{date: dag}"), log, "2025-12-31", "item opened") == ["h2 2025-04-01"]


def test_1_10_what_gives_a_date_does_not_close_what_that_opens_at_once() -> None:
    """Reading 1.10: the decision that gives an end date is behind what opens ahead of it, and does not end it."""
    log = "- {type: beslut, at: 2025-03-03, data: {dag: %s}}"
    for day in ("2025-05-03", "2025-06-03"):
        assert told(on(AHEAD, ", ends_with: beslut"), log % day, "2025-03-03") == ["plan due 2025-03-13"]
    # Another of that day calls off what waits (3.6), so that it has nothing to close.
    other = "- {type: beslut, at: 2025-03-03, data: {dag: 2025-05-03}}\n- {type: slut, at: 2025-03-03}"
    assert told(on(AHEAD, ", ends_with: [beslut, slut]"), other, "2025-03-03") == []
    clocked = other.replace("03-03}", "03-03T10:00}").replace("at: 2025-03-03, data", "at: 2025-03-03T09:00, data")
    assert told(on(AHEAD, ", ends_with: [beslut, slut]"), clocked, "2025-03-03") == []


def test_6_2_a_date_that_is_ahead_is_a_change_and_one_that_is_passed_is_none() -> None:
    log = "facts: {dag: %s}\nevents: [{type: start, at: 2025-03-03}]"
    assert next_change(on("{date: dag}"), log % "2025-03-10", "2025-03-05") == date(2025, 3, 10)
    assert next_change(on("{date: dag}"), log % "2025-03-01", "2025-03-05") is None
    assert ask(on("{date: dag}"), log % "2025-03-01", "2025-03-05").obligations == ()
