"""Slips in a log that people were left alone with: a log and what is told of it; 3 March 2025 is a Monday."""

from datetime import date
from typing import Any

import pytest

from rutinmotor.engine.explanation.asking import explain
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import ask, case, engine, faults, gaps, next_change, told

PLAN = (
    "- {id: plan, trigger: start, deadline: {working_days: 5, calendar: vardag}, fulfilled_by: klar, ends_with: slut}"
)
ONLY = "- {id: plan, trigger: start, only_if: {regi: enskild}, deadline: {days: 3}, fulfilled_by: klar%s}"
STARTED = "- {id: e1, type: start, at: 2025-03-03, item: h1%s}\n"


def text_of(rules: str, log: str, at: str, rule: str = "plan") -> str:
    """The explanation in Swedish, on one line."""
    found = explain(engine(rules), case(log), f"sol.{rule}", date.fromisoformat(at))
    return " ".join(explained_text(found, "sv").split())


def given(day: str, value: str = "enskild", key: str = "regi") -> str:
    return f"- {{id: g{day}, type: besked, at: 2025-03-{day}, item: h1, data: {{{key}: {value}}}}}\n"


def test_6_2_an_event_of_a_wrong_year_is_told_of() -> None:
    """The plan was done on 5 March, and entered as of 2052."""
    log = "- {id: e1, type: start, at: 2025-03-03}\n- {id: e2, type: klar, at: 2052-03-05}"
    found = ask(PLAN, log, "2025-03-11")
    assert [one.status for one in found.obligations] == ["overdue"]
    assert found.later is not None
    assert (found.later.events, str(found.later.last)) == (1, "2052-03-05")
    assert ask(PLAN, log, "2052-03-05").later is None


def test_6_7_a_start_eight_hundred_years_ago_is_an_error_and_no_flood() -> None:
    daily = "- {id: tillsyn, trigger: start, repeat: {every: {days: 1}, from: trigger}, fulfilled_by: klar}"
    with pytest.raises(CaseError) as refused:
        ask(daily, "- {id: e1, type: start, at: 1207-05-14}", "2025-03-11")
    (said,) = faults(refused.value)
    assert "sol.tillsyn" in said
    assert "2025-0117" in said


def test_3_3_a_name_that_is_nearly_the_items_is_another_item() -> None:
    log = STARTED % "" + "- {id: e2, type: klar, at: 2025-03-04, item: H1}\n"
    assert told(PLAN, log, "2025-03-11", "item status") == ["h1 overdue"]
    assert "(e2), tisdag 4 mars 2025: den gällde H1, inte h1." in text_of(PLAN, log, "2025-03-11")


def test_2_6_a_fact_entered_the_day_after_answers_and_the_time_is_from_the_trigger() -> None:
    log = STARTED % "" + given("04")
    assert gaps(ONLY % "", log, "2025-03-03") == ["plan h1 2025-03-03 regi"]
    assert told(ONLY % "", log, "2025-03-03") == []
    assert gaps(ONLY % "", log, "2025-03-04") == []
    assert told(ONLY % "", log, "2025-03-04", "status opened due") == ["due 2025-03-04 2025-03-06"]
    # Entered as of the day of the trigger, it was never a question.
    corrected = log + "- {replaces: g04, type: besked, at: 2025-03-03, item: h1, data: {regi: enskild}, id: r}"
    assert told(ONLY % "", corrected, "2025-03-04", "opened due answered") == ["2025-03-03 2025-03-06 -"]


def test_6_2_a_fact_that_is_misspelt_is_told_of_with_what_it_nearly_is() -> None:
    log = "items: {h1: {regi: egen}}\nevents:\n  " + STARTED % ", data: {regii: enskild}"
    found = ask(ONLY % "", log, "2025-03-11")
    assert found.obligations == ()
    assert [(one.fact, one.near, one.times, one.event) for one in found.unknown_facts] == [("regii", "regi", 1, "e1")]
    with pytest.raises(CaseError) as refused:
        ask(ONLY % "", log, "2025-03-11", unknown_facts="error")
    assert [one.code for one in refused.value.diagnostics] == ["RM603"]


def test_2_6_a_question_that_is_misspelt_stays_a_question() -> None:
    log = STARTED % "" + given("04", key="regii")
    assert gaps(ONLY % "", log, "2025-03-31") == ["plan h1 2025-03-03 regi"]
    assert gaps(ONLY % "", log + given("05"), "2025-03-31") == []


@pytest.mark.parametrize(
    ("end", "opened"),
    [
        ("2025-07-15", "2025-06-01 2025-07-15"),  # a month and a half: at once
        ("2025-08-01", "2025-06-01 2025-08-01"),
        ("2025-09-15", "2025-07-15 2025-09-15"),
        ("2025-06-01", "2025-06-01 2025-06-01"),
    ],
)
def test_3_2_a_decision_shorter_than_the_span_before_its_end_is_followed_up_too(end: str, opened: str) -> None:
    rule = "- {id: plan, trigger: {date: dag, minus: {months: 2}}, deadline: {date: dag}, fulfilled_by: klar}"
    log = f"- {{type: beslut, at: 2025-06-01, item: h1, data: {{dag: {end}}}}}"
    assert told(rule, log, "2025-12-01", "status opened due") == [f"overdue {opened}"]
    assert ask(rule, log, "2025-12-01").passed_dates == ()


def test_6_2_a_date_that_had_passed_when_the_case_was_taken_over_is_told_of() -> None:
    """65 years old on 20 March, and the log begins on the 30th; a rule may ask that it opens all the same."""
    rule = "- {id: plan, trigger: {date: dag, plus: {years: 65}%s}, deadline: {months: 1}, fulfilled_by: klar}"
    log = "facts: {dag: 1960-03-20}\nevents: [{type: start, at: 2025-03-30, item: h1}]"
    passed = ask(rule % "", log, "2025-04-02")
    assert passed.obligations == ()
    assert [(one.fact, str(one.date), str(one.known)) for one in passed.passed_dates] == [
        ("dag", "1960-03-20", "2025-03-30")
    ]
    assert told(rule % ", if_past: open", log, "2025-04-02", "status opened due") == ["due 2025-03-30 2025-04-30"]


def test_3_3_one_for_each_item_where_no_item_is_named_yet_is_told_of() -> None:
    rule = "- {id: plan, trigger: beslut, per: item, deadline: {days: 5}, fulfilled_by: klar}"
    decided = "- {id: e1, type: beslut, at: 2025-03-03}\n- {id: e2, type: start, at: 2025-03-04, item: h1}"
    found = ask(rule, decided, "2025-03-31")
    assert found.obligations == ()
    assert [(one.rule, one.trigger.event) for one in found.met_no_item] == [("sol.plan", "e1")]
    named = "items: {h1: {}}\nevents:\n  " + decided.replace("\n", "\n  ")
    assert told(rule, named, "2025-03-31", "item due") == ["h1 2025-03-08"]
    assert ask(rule, named, "2025-03-31").met_no_item == ()


def test_1_4_what_a_system_sends_twice_without_an_id_is_two() -> None:
    once, named = "- {type: start, at: 2025-03-03}\n", "- {id: e1, type: start, at: 2025-03-03}\n"
    assert len(told(PLAN, once + once, "2025-03-03")) == 2
    assert len(told(PLAN, named + named, "2025-03-03")) == 1


def test_5_1_a_date_that_was_exported_with_midnight_as_its_clock_comes_before() -> None:
    """What was done the same day stands at 00:00; it was not done after the start at six past one, and that is told."""
    log = "- {id: e1, type: start, at: 2025-03-03T01:06}\n- {id: e2, type: %s, at: '2025-03-03%s'}"
    for kind in ("klar", "slut"):
        assert told(PLAN, log % (kind, "T00:00"), "2025-03-31", "status") == ["overdue"]
        assert "(e2), måndag 3 mars 2025 kl. 00.00: det var innan" in text_of(
            PLAN, log % (kind, "T00:00"), "2025-03-31"
        )
        assert told(PLAN, log % (kind, ""), "2025-03-31", "status") != ["overdue"]


BEFORE = "- {id: fore, trigger: start, deadline: {before: beslut%s}, fulfilled_by: klar}"
DECIDED = "- {type: ansokan, at: 2025-02-03}\n- {type: beslut, at: 2025-03-01}\n- {type: start, at: 2025-03-05}\n"


def test_4_4_asked_for_after_what_it_was_to_come_before() -> None:
    """A journey that had begun when leave to go was asked for: late from its first day, where the rule says since when.

    Else what counts is the next such journey, and the explanation never says that none has been.
    """
    since = BEFORE % ", since: ansokan"
    assert told(since, DECIDED, "2025-03-05") == ["fore overdue 2025-03-01"]
    assert told(since, DECIDED + "- {type: klar, at: 2025-03-20}", "2025-04-01") == ["fore fulfilled_late 2025-03-01"]
    anew = DECIDED + "- {type: ansokan, at: 2025-03-04}\n"
    assert told(since, anew, "2025-03-05") == ["fore due -"]
    assert told(BEFORE % "", DECIDED, "2025-06-01") == ["fore due -"]
    assert told(BEFORE % "", DECIDED + "- {type: beslut, at: 2025-05-01}", "2025-06-01") == ["fore overdue 2025-05-01"]
    for rule in (since, BEFORE % ""):
        text = text_of(rule, DECIDED, "2025-06-01", "fore")
        assert "redan" in text
        assert "Det har inte hänt" not in text


@pytest.mark.parametrize(
    ("sent", "told_at", "expected"),
    [
        ("T09:00", "T15:00", "fulfilled_late"),
        ("T09:00", "T08:00", "fulfilled"),
        ("T09:00", "", "fulfilled"),
        ("", "T15:00", "fulfilled"),
        ("", "", "fulfilled"),
        ("T09:00", None, "overdue"),
        ("", None, "due"),
    ],
)
def test_4_4_told_after_it_was_sent_the_same_day_is_late(sent: str, told_at: str | None, expected: str) -> None:
    log = f"- {{type: start, at: 2025-02-02T10:00}}\n- {{type: beslut, at: '2025-02-03{sent}'}}\n"
    log += "" if told_at is None else f"- {{type: klar, at: '2025-02-03{told_at}'}}\n"
    assert told(BEFORE % "", log, "2025-02-03", "status due") == [f"{expected} 2025-02-03"]


def waits(**more: Any) -> str:
    """A reminder of what has not come in fourteen days, that an ending ends."""
    keys = "".join(f", {key}: {value}" for key, value in more.items())
    missing = f"{{missing: klar, since: start, for: {{days: 14}}{keys}}}"
    return f"- {{id: paminn, trigger: {missing}, deadline: {{days: 7}}, fulfilled_by: klar, ends_with: slut}}"


def test_3_6_no_reminder_comes_after_the_case_was_closed() -> None:
    """Unless the rule says that it survives."""
    closed = "- {type: start, at: 2025-01-02}\n- {type: slut, at: 2025-01-05}"
    assert told(waits(), closed, "2025-06-01") == []
    assert next_change(waits(), closed, "2025-01-05") is None
    assert told(waits(survives="true"), closed, "2025-06-01") == ["paminn overdue 2025-01-24"]
    assert told(waits(), closed.replace("01-05", "01-16"), "2025-06-01") == []
    assert told(waits(), closed.replace("01-05", "01-18"), "2025-06-01", "status ended_on") == ["ended 2025-01-18"]
