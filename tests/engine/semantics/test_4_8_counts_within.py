"""What is done long before the due date in, whether it counts out (`counts_within`, semantics 4.8)."""

from datetime import date

from rutinmotor.engine.explanation import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import case, engine, told

START = "- {type: start, at: 2025-03-03}\n"


def rule(more: str = "", deadline: str = "deadline: {months: 6}") -> str:
    return f"- {{id: plan, trigger: start, {deadline}, counts_within: {{months: 2}}, fulfilled_by: klar{more}}}"


def done(*days: str) -> str:
    return START + "".join(f"- {{type: klar, at: {day}, id: k{at}}}\n" for at, day in enumerate(days))


def test_4_8_an_event_before_the_first_day_that_counts_does_not_fulfil() -> None:
    """Due on 3 September: 3 July is the first day that counts."""
    assert told(rule(), done("2025-07-02"), "2025-08-01") == ["plan due 2025-09-03"]
    assert told(rule(), done("2025-07-03"), "2025-08-01") == ["plan fulfilled 2025-09-03"]
    both = done("2025-07-02", "2025-08-04")
    assert told(rule(), both, "2025-08-10", "status fulfilled_by breaches") == ["fulfilled k1 -"]


def test_4_8_the_first_day_that_counts_moves_with_the_due_date() -> None:
    extended = ", extended_by: {event: besked, by: {months: 1}}"
    log = done("2025-07-10") + "- {type: besked, at: 2025-07-01}"
    assert told(rule(extended), log, "2025-08-10") == ["plan due 2025-10-03"]
    assert told(rule(extended), done("2025-08-03") + "- {type: besked, at: 2025-07-01}", "2025-08-10") == [
        "plan fulfilled 2025-10-03"
    ]
    # What came after the fulfilment is nobody's matter.
    late = done("2025-07-10") + "- {type: besked, at: 2025-07-11}"
    assert told(rule(extended), late, "2025-08-10") == ["plan fulfilled 2025-09-03"]


def test_4_8_without_a_due_date_all_count() -> None:
    paused = rule(", paused_while: franvaro")
    log = START + "- {type: borta, at: 2025-03-10}\n- {type: klar, at: 2025-03-12}"
    assert told(paused, log, "2025-03-12") == ["plan fulfilled -"]
    assert told(paused, START + "- {type: klar, at: 2025-03-12}", "2025-03-12") == ["plan due 2025-09-03"]


def test_4_8_an_event_that_comes_too_soon_leaves_a_series_as_it_was() -> None:
    series = rule(deadline="repeat: {every: {months: 6}, from: fulfilment}")
    log = done("2025-05-05", "2025-09-01", "2025-10-01")
    assert told(series, log, "2025-12-31", "status fulfilled_by due") == ["due - 2026-03-01", "fulfilled k1 2025-09-03"]
    each = "- {id: plan, trigger: start, repeat: {each: month}, counts_within: {days: 10}, fulfilled_by: klar}"
    log = done("2025-03-20", "2025-03-21", "2025-04-15", "2025-04-30")
    assert told(each, log, "2025-04-30", "status fulfilled_by due") == [
        "fulfilled k1 2025-03-31",
        "fulfilled k3 2025-04-30",
    ]


def test_4_8_what_was_done_before_the_opening_counts_from_that_day_on() -> None:
    since = ", counts_from: beslut"
    deadline = "deadline: {days: 20}"
    log = "- {type: beslut, at: 2025-01-01}\n- {type: klar, at: 2025-01-10, id: a}\n- {type: klar, at: %s, id: b}\n"
    soon, in_time = (log % day + START for day in ("2025-01-22", "2025-01-23"))
    assert told(rule(since, deadline), soon, "2025-03-03", "status fulfilled_by due") == ["due - 2025-03-23"]
    assert told(rule(since, deadline), in_time, "2025-03-03", "status fulfilled_by") == ["fulfilled b"]
    text = " ".join(_explained(rule(since, deadline), soon).split())
    assert "det räknas tidigast torsdag 23 januari 2025" in text


def _explained(rules: str, log: str) -> str:
    return explained_text(explain(engine(rules), case(log), "sol.plan", date(2025, 8, 10)), "sv")


def test_4_8_the_explanation_names_what_came_too_soon() -> None:
    text = " ".join(_explained(rule(), done("2025-07-02")).split())
    assert text.count("(k0)") == 1
    assert "det räknas tidigast torsdag 3 juli 2025" in text
    text = " ".join(_explained(rule(), done("2025-07-02", "2025-08-04")).split())
    assert "det räknas tidigast torsdag 3 juli 2025" in text
