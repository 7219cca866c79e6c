"""What runs ahead of another obligation in, its due date and its end with the other out (semantics 3.2)."""

from datetime import date

import pytest

from rutinmotor.engine.explanation import explain
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import case, engine, next_change, told

# 3 March 2025 is a Monday; the other is due on Monday the 10th, and what runs ahead opens on Friday the 7th.
START = "- {type: start, at: 2025-03-03}\n"


def rules(other: str = "", plan: str = "", deadline: str = "{days: 7}") -> str:
    return (
        f"- {{id: annan, title: Annan, trigger: start, deadline: {deadline}, fulfilled_by: fraga{other}}}\n"
        f"- {{id: plan, trigger: {{ahead_of: annan, by: {{days: 3}}}}, fulfilled_by: klar{plan}}}"
    )


def plan(of: str, log: str, at: str, columns: str = "status due") -> list[str]:
    found = told(of, START + log, at, f"rule {columns}")
    return [line.removeprefix("plan ") for line in found if line.startswith("plan ")]


PAUSED = rules(", paused_while: franvaro")


def test_3_2_what_runs_ahead_has_no_due_date_while_the_other_is_paused_and_follows_it_then() -> None:
    log = "- {type: borta, at: 2025-03-08}\n- {type: hemma, at: 2025-03-12}"
    assert plan(PAUSED, log, "2025-03-07") == ["due 2025-03-10"]
    assert plan(PAUSED, log, "2025-03-08") == ["due -"]
    assert plan(PAUSED, log, "2025-03-11") == ["due -"]
    assert plan(PAUSED, log, "2025-03-12") == ["due 2025-03-14"]  # the 8th to the 11th are not counted
    assert plan(PAUSED, log, "2025-03-15") == ["overdue 2025-03-14"]
    assert next_change(PAUSED, START + log, "2025-03-12") == date(2025, 3, 15)


def test_3_2_a_pause_that_moves_nothing_hides_the_due_date_until_it_is_past() -> None:
    """Four working days from Monday: due on Friday the 7th, and past when the pause begins."""
    of = (
        "- {id: annan, trigger: start, deadline: {working_days: 4, calendar: vardag, roll: next_working_day},"
        " fulfilled_by: fraga, paused_while: franvaro}\n"
        "- {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, fulfilled_by: klar}"
    )
    log = "- {type: borta, at: 2025-03-08}\n- {type: hemma, at: 2025-03-09}"
    assert plan(of, log, "2025-03-09") == ["overdue 2025-03-07"]
    rolled = (
        "- {id: annan, trigger: start, deadline: {days: 5, roll: next_working_day, calendar: vardag},"
        " fulfilled_by: fraga, paused_while: franvaro}\n"
        "- {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, fulfilled_by: klar}\n"
        "- {id: sent, trigger: {overdue: plan}, deadline: none}"
    )
    # Due on Saturday the 8th, rolled to Monday the 10th; a pause from the 9th reaches no day that counts.
    hidden = "- {type: borta, at: 2025-03-09}"
    assert plan(rolled, hidden, "2025-03-08") == ["due 2025-03-10"]
    assert plan(rolled, hidden, "2025-03-10") == ["due -"]
    assert plan(rolled, hidden, "2025-03-11") == ["overdue 2025-03-10"]
    assert told(rolled, START + hidden, "2025-03-31", "rule opened")[-1] == "sent 2025-03-11"


def test_3_2_what_runs_ahead_follows_extensions_restarts_and_the_event_it_is_to_be_done_before() -> None:
    extended = rules(", extended_by: {event: besked, by: {days: 7}}")
    assert plan(extended, "- {type: besked, at: 2025-03-08}", "2025-03-12") == ["due 2025-03-17"]
    restarted = rules(", on_repeat: restart")
    assert plan(restarted, "- {type: start, at: 2025-03-09}", "2025-03-12") == ["due 2025-03-16"]
    before = rules(deadline="{before: beslut}").replace("by: {days: 3}", "by: {urgency: snarast}")
    assert plan(before, "", "2025-03-12") == ["due -"]
    assert plan(before, "- {type: beslut, at: 2025-03-12}", "2025-03-12") == ["due 2025-03-12"]
    assert plan(before, "- {type: beslut, at: 2025-03-12}", "2025-03-13") == ["overdue 2025-03-12"]


def test_3_2_a_due_date_that_comes_nearer_makes_what_runs_ahead_overdue_on_its_day() -> None:
    """Begun again, the other is due sooner; what waits for plan's being overdue opens."""
    of = (
        "- {id: annan, trigger: start, deadline: {date: dag}, fulfilled_by: fraga, on_repeat: restart}\n"
        "- {id: plan, trigger: {ahead_of: annan, by: {days: 30}}, fulfilled_by: klar}\n"
        "- {id: sent, trigger: {overdue: plan}, deadline: none}"
    )
    log = """
    facts: {dag: 2025-03-20}
    events: [{type: start, at: 2025-03-03}, {type: start, at: 2025-03-05, data: {dag: 2025-03-06}}]
    """
    assert told(of, log, "2025-03-07", "rule status due") == [
        "annan overdue 2025-03-06",
        "plan overdue 2025-03-06",
        "sent due -",
    ]


def test_3_2_a_chain_follows_to_its_end() -> None:
    of = PAUSED + "\n- {id: forst, trigger: {ahead_of: plan, by: {days: 1}}, fulfilled_by: besked}"
    log = START + "- {type: borta, at: 2025-03-10}\n- {type: hemma, at: 2025-03-12}"
    assert sorted(told(of, log, "2025-03-10", "rule due")) == ["annan -", "forst -", "plan -"]
    assert told(of, log, "2025-03-12", "rule due") == ["annan 2025-03-12", "forst 2025-03-12", "plan 2025-03-12"]
    done = told(of, log + "\n- {type: fraga, at: 2025-03-12, id: f}", "2025-03-12", "rule status breaches")
    assert sorted(done) == ["annan fulfilled -", "forst ended -", "plan ended not_done_ahead:f"]


def test_3_2_what_runs_ahead_ends_with_the_other_and_that_is_a_breach_if_it_was_done() -> None:
    done = "- {type: fraga, at: 2025-03-09, id: f}"
    assert plan(rules(), done, "2025-03-31", "status ended_on breaches due") == [
        "ended 2025-03-09 not_done_ahead:f 2025-03-10"
    ]
    gone = rules(", ends_with: slut")
    assert plan(gone, "- {type: slut, at: 2025-03-09}", "2025-03-31", "status ended_on breaches") == [
        "ended 2025-03-09 -"
    ]
    late = "- {type: fraga, at: 2025-03-20, id: f}"
    assert plan(rules(), late, "2025-03-31", "status breaches") == ["ended not_done_ahead:f"]
    # One with a time of its own ends as well.
    own = rules(plan=", deadline: {days: 30}")
    assert plan(own, done, "2025-03-31", "status due breaches") == ["ended 2025-04-06 not_done_ahead:f"]


@pytest.mark.parametrize(
    ("klar", "fraga", "status"),
    [
        ("2025-03-09", "2025-03-09", "fulfilled"),
        ("2025-03-09T08:00", "2025-03-09T10:00", "fulfilled"),
        ("2025-03-09T12:00", "2025-03-09T10:00", "fulfilled"),
        ("2025-03-09", "2025-03-09T10:00", "fulfilled"),
        ("2025-03-09T08:00", "2025-03-09", "fulfilled"),
        ("2025-03-10", "2025-03-09", "ended"),
        ("2025-03-08", "2025-03-09", "fulfilled"),
    ],
)
def test_3_2_what_is_done_on_the_day_on_which_the_other_closes_is_done(klar: str, fraga: str, status: str) -> None:
    """Semantics 5.2, whatever the order of the day."""
    log = f"- {{type: klar, at: {klar}, id: k}}\n- {{type: fraga, at: {fraga}, id: f}}"
    breach = "not_done_ahead:f" if status == "ended" else "-"
    assert plan(rules(), log, "2025-03-31", "status breaches") == [f"{status} {breach}"]


def test_3_2_one_event_that_fulfils_both_fulfils_both() -> None:
    both = rules(plan="").replace("fulfilled_by: klar", "fulfilled_by: [klar, fraga]")
    assert plan(both, "- {type: fraga, at: 2025-03-09}", "2025-03-31", "status breaches") == ["fulfilled -"]


def test_3_2_the_other_ended_and_done_on_one_day_is_done_and_that_is_the_breach() -> None:
    of = rules(", ends_with: slut")
    log = "- {type: slut, at: 2025-03-09T09:00, id: s}\n- {type: fraga, at: 2025-03-09T11:00, id: f}"
    assert plan(of, log, "2025-03-31", "status breaches") == ["ended not_done_ahead:f"]


def test_3_2_a_closed_one_is_not_open_any_more() -> None:
    """Neither is it fulfilled on a later day, nor does it hold back the next one of its rule."""
    of = rules(", on_repeat: add", plan=", on_repeat: keep")
    log = "- {type: fraga, at: 2025-03-09}\n- {type: klar, at: 2025-03-11}\n- {type: start, at: 2025-03-12}"
    assert plan(of, log, "2025-03-31", "opened status") == ["2025-03-16 overdue", "2025-03-07 ended"]


def test_3_2_what_opens_at_the_end_of_a_day_may_end_with_the_other_on_the_next() -> None:
    at_once = rules().replace("by: {days: 3}", "by: {days: 30}")
    assert plan(at_once, "- {type: fraga, at: 2025-03-03, id: f}", "2025-03-31", "status breaches") == []
    assert plan(at_once, "- {type: fraga, at: 2025-03-04, id: f}", "2025-03-31", "status breaches") == [
        "ended not_done_ahead:f"
    ]


RESTARTED = (
    rules(plan=", repeat: {every: {weeks: 1}, from: fulfilment}, on_repeat: restart", deadline="{days: 7}")
    .replace("trigger: {ahead_of", "trigger: [beslut, {ahead_of")
    .replace("{days: 3}}", "{days: 3}}]")
)


@pytest.mark.parametrize(
    ("klar", "fraga", "expected"),
    [
        ("2025-03-09", "2025-03-10", ["ended -", "fulfilled 2025-03-09"]),
        ("2025-03-10", "2025-03-10", ["fulfilled 2025-03-10"]),
        ("2025-03-10T08:00", "2025-03-10T10:00", ["fulfilled 2025-03-10"]),
        ("2025-03-10T12:00", "2025-03-10T10:00", ["fulfilled 2025-03-10"]),
        ("2025-03-11", "2025-03-10", ["ended -"]),
    ],
)
def test_3_2_a_series_that_started_again_ahead_of_the_other_ends_with_it(
    klar: str, fraga: str, expected: list[str]
) -> None:
    """A decision on 3 March begins it; on the 7th it starts again. 5.2: fulfilled and ended on one day, no next."""
    log = f"- {{type: beslut, at: 2025-03-03}}\n- {{type: klar, at: {klar}}}\n- {{type: fraga, at: {fraga}}}"
    assert sorted(plan(RESTARTED, log, "2025-03-31", "status fulfilled_on")) == expected


def test_6_3_the_explanation_says_what_it_ended_with() -> None:
    found = explain(
        engine(rules()), case(START + "- {type: fraga, at: 2025-03-09, id: f}"), "sol.plan", date(2025, 3, 31)
    )
    text = " ".join(explained_text(found, "sv").split())
    assert "Samma sista dag som ”Annan”: måndag 10 mars 2025." in text
    assert "Föll bort när kravet ”Annan”, som det skulle göras inför, blev klart: En fråga har ställts (f)" in text
    assert "det här var inte gjort när det som det skulle föregå blev klart" in text
