"""What people were surprised by in how days are counted: starts and deadlines in, due dates out, counted by hand."""

from datetime import date

import pytest

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.workbench.explained import explained_text
from tests.engine.semantics.asking import VOCABULARY, ask, case, engine, faults, told

VARDAG = "{weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}"


def rule(deadline: str, more: str = "") -> str:
    return f"- {{id: plan, trigger: start, {deadline}, fulfilled_by: klar, ends_with: slut{more}}}"


def within(days: int, more: str = "") -> str:
    return rule(f"deadline: {{working_days: {days}, calendar: vardag{more}}}")


def start(day: str, *more: str) -> str:
    """A start, and more events as `type day`."""
    events = (one.split(" ", 1) for one in (f"start {day}", *more))
    return "".join(f"- {{type: {kind}, at: {at}}}\n" for kind, at in events)


def due(rules: str, day: str) -> str:
    (found,) = told(rules, start(day), day, "due")
    return found


def due_by(calendar: str, days: int, day: str) -> str:
    """The due date by a calendar in the place of `vardag`."""
    text = VOCABULARY.replace(VARDAG, calendar)
    assert text != VOCABULARY or calendar == VARDAG
    written = within(days).replace("{id: plan", "{id: plan, actor: utforare")
    found = engine_from_texts({"sol.yaml": f"catalogue: sol\n{text}\nrules:\n  {written}\n"})
    (one,) = found.evaluate(case(start(day)), date.fromisoformat(day)).obligations
    return str(one.due)


def test_4_2_what_arrives_on_a_saturday_has_monday_as_its_first_day() -> None:
    """Saturday 14 June 2025: 16, 17, 18 and 19 June, midsommarafton on the 20th, Monday the 23rd."""
    assert due(within(5), "2025-06-14") == "2025-06-23"
    assert due(within(1), "2025-06-14") == "2025-06-16"


def test_4_2_no_working_days_at_all_are_the_day_itself_unless_it_rolls() -> None:
    assert due(within(0), "2025-06-14") == "2025-06-14"
    assert due(within(0, ", roll: next_working_day"), "2025-06-14") == "2025-06-16"


def test_4_2_a_calendar_may_have_one_weekday() -> None:
    """From Monday 2 June 2025: the Tuesdays 3, 10 and 17; Tuesday 24 December 2024 is an eve, 31 December too."""
    tuesdays = "{weekdays: [tue], holidays: SE, eves_free: true}"
    assert due_by(tuesdays, 3, "2025-06-02") == "2025-06-17"
    assert due_by(tuesdays, 2, "2024-12-16") == "2025-01-07"


def test_4_2_a_day_made_free_later_moves_what_runs() -> None:
    """Five working days from Monday 5 May 2025: the 12th, and the 13th once the 9th is free."""
    assert due_by(VARDAG, 5, "2025-05-05") == "2025-05-12"
    assert due_by(VARDAG.replace("}", ", extra_free: [2025-05-09]}"), 5, "2025-05-05") == "2025-05-13"


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2004-05-28", "2004-06-01"),  # annandag pingst, Monday 31 May, was free to 2004
        ("2005-05-13", "2005-05-16"),  # and not in 2005
        ("2003-06-05", "2003-06-06"),  # nationaldagen, free from 2005
        ("2005-06-03", "2005-06-07"),
    ],
)
def test_4_2_the_holidays_are_those_of_their_year(day: str, expected: str) -> None:
    assert due(within(1), day) == expected


def test_4_2_a_year_before_the_table_is_refused_by_name() -> None:
    with pytest.raises(CaseError) as refused:
        due(within(5), "1952-06-02")
    (said,) = faults(refused.value)
    assert "sol.plan" in said
    assert "2025-0117" in said


def test_4_4_the_last_the_first_and_the_fifth_working_day_of_a_month() -> None:
    """From 5 May 2025: Friday 30 May, Monday 2 June, and Monday 9 June, for Friday the 6th is nationaldagen."""
    roll = "calendar: vardag, roll: %s_working_day"
    rules = "\n".join(
        (
            rule(f"deadline: {{end_of: month, {roll % 'previous'}}}"),
            rule(f"deadline: {{day_of_month: 1, months_ahead: 1, {roll % 'next'}}}").replace("plan", "forst"),
            rule("repeat: {each: month}, deadline: {working_days: 5, calendar: vardag}").replace("plan", "femte"),
        )
    )
    assert told(rules, start("2025-05-05"), "2025-05-05") == [
        "plan due 2025-05-30",
        "forst due 2025-06-02",
        "femte due 2025-06-09",
    ]


def test_4_7_the_last_day_is_in_time() -> None:
    """Five working days from Monday 5 May 2025."""
    for day, status in (("2025-05-12", "due"), ("2025-05-13", "overdue")):
        assert told(within(5), start("2025-05-05"), day, "status") == [status]
    for day, status in (("2025-05-12", "fulfilled"), ("2025-05-13", "fulfilled_late")):
        assert told(within(5), start("2025-05-05", f"klar {day}"), "2025-06-01", "status") == [status]


def test_4_7_a_day_of_the_month_that_has_passed_is_overdue_from_the_first_day() -> None:
    """By the fifth of the same month, from 28 February."""
    fifth = rule("deadline: {day_of_month: 5, months_ahead: 0}")
    assert told(fifth, start("2025-02-28"), "2025-02-28") == ["plan overdue 2025-02-05"]
    assert told(fifth, start("2025-02-28", "klar 2025-02-28"), "2025-02-28") == ["plan fulfilled_late 2025-02-05"]
    assert told(fifth, start("2025-02-05"), "2025-02-05") == ["plan due 2025-02-05"]


def test_4_9_a_pause_over_a_weekend_moves_a_time_of_working_days_by_the_working_day() -> None:
    """Away from Friday 9 May to Monday 12 May 2025; of time in days all three days move it."""
    away = ("borta 2025-05-09", "hemma 2025-05-12")
    in_working_days = within(5)[:-1] + ", paused_while: franvaro}"
    assert told(in_working_days, start("2025-05-05", *away), "2025-05-12") == ["plan due 2025-05-13"]
    in_days = rule("deadline: {days: 7}", ", paused_while: franvaro")
    assert told(in_days, start("2025-05-05", *away), "2025-05-12") == ["plan due 2025-05-15"]


def test_4_10_an_extension_is_of_the_day_before_the_roll() -> None:
    """Påskafton, 19 April 2025, rolls to the 22nd; 14 days on from the 19th is Saturday 3 May, rolled to the 5th."""
    rolled = rule("deadline: {days: 18, calendar: vardag, roll: next_working_day}")
    rolled = rolled[:-1] + ", extended_by: {event: besked, by: {days: 14}}}"
    assert due(rolled, "2025-04-01") == "2025-04-22"
    assert told(rolled, start("2025-04-01", "besked 2025-04-14"), "2025-04-14", "due") == ["2025-05-05"]
    assert told(rolled, start("2025-04-01", "besked 2025-04-22"), "2025-04-22", "due") == ["2025-05-05"]


def test_4_10_months_are_added_to_the_deadlines_own_day() -> None:
    """Reading 4.1 to 4.4: a month from 31 January 2025 is 28 February, and two more months the 28th of April."""
    months = rule("deadline: {months: 1}")[:-1] + ", extended_by: {event: besked, by: {months: 1}, at_most: 2}}"
    once = start("2025-01-31", "besked 2025-02-10")
    assert told(months, once, "2025-02-10", "due") == ["2025-03-28"]
    assert told(months, once + "- {type: besked, at: 2025-03-20}", "2025-03-20", "due") == ["2025-04-28"]
    to_the_31st = rule("deadline: {months: 2}")[:-1] + ", extended_by: {event: besked, by: {months: 1}, at_most: 2}}"
    twice = start("2025-01-31", "besked 2025-02-10", "besked 2025-03-10")
    assert told(to_the_31st, twice, "2025-03-10", "due") == ["2025-05-31"]


def test_5_3_month_ends_do_not_drift() -> None:
    monthly = rule("repeat: {every: {months: 1}, from: trigger}")
    assert told(monthly, start("2025-01-31"), "2025-05-06", "status due") == [
        "overdue 2025-02-28",
        "overdue 2025-03-31",
        "overdue 2025-04-30",
        "due 2025-05-31",
    ]


def test_5_4_one_visit_after_a_long_silence_is_one_visit() -> None:
    """Every fourth week from 2 January 2025; what comes on 2 May is the oldest of the five."""
    fourth = rule("repeat: {every: {weeks: 4}, from: trigger}")
    assert told(fourth, start("2025-01-02", "klar 2025-05-02"), "2025-05-02", "status due") == [
        "overdue 2025-02-27",
        "overdue 2025-03-27",
        "overdue 2025-04-24",
        "due 2025-05-22",
        "fulfilled_late 2025-01-30",
    ]


def test_5_6_a_reminder_that_was_sent_is_not_unsent_by_a_pause() -> None:
    """Ten days from 2 June 2025, ten days' pause from the 10th: a reminder on the 9th, and another on the 19th.

    The step at the opening is the same under both due dates, and stands once.
    """
    steps = "[{before: {days: 3}, to: utforare, action: Påminn}, {before: {days: 40}, to: enhetschef, action: Planera}]"
    reminded = rule("deadline: {days: 10}", f", paused_while: franvaro, escalation: {steps}")
    log = start("2025-06-02", "borta 2025-06-10", "hemma 2025-06-20")

    def reached(at: str) -> list[str]:
        (one,) = ask(reminded, log, at).obligations
        return [f"{step.action} {step.day}" for step in one.escalation if step.reached]

    assert reached("2025-06-08") == ["Planera 2025-06-02"]
    for at in ("2025-06-09", "2025-06-10", "2025-06-19"):
        assert reached(at) == ["Påminn 2025-06-09", "Planera 2025-06-02"]
    for at in ("2025-06-20", "2025-12-01"):
        assert sorted(reached(at)) == ["Planera 2025-06-02", "Påminn 2025-06-09", "Påminn 2025-06-19"]


MOVED = """
- {id: e1, type: start, at: 2025-01-10, data: {dag: 2025-12-31}}
- {id: e2, type: besked, at: 2025-03-01, data: {dag: 2025-05-31}}
"""


def test_2_5_a_date_that_is_moved_moves_no_due_date_unless_the_event_restarts() -> None:
    kept = rule("deadline: {date: dag}")
    assert told(kept, MOVED, "2025-06-10") == ["plan due 2025-12-31"]
    restarted = kept.replace("trigger: start", "trigger: [start, besked], on_repeat: restart")
    assert told(restarted, MOVED, "2025-06-10") == ["plan overdue 2025-05-31"]


def test_6_3_the_explanation_says_what_the_date_was_and_what_it_is_now() -> None:
    found = explain(engine(rule("deadline: {date: dag}")), case(MOVED), "sol.plan", date(2025, 6, 10))
    text = " ".join(explained_text(found, "sv").split())
    assert "onsdag 31 december 2025 (står på ärendet, angivet fredag 10 januari 2025" in text
    assert "Sedan lördag 1 mars 2025 är den lördag 31 maj 2025" in text
    assert "(e2). Det ändrar inte tiden." in text


def test_2_2_a_day_that_the_month_lacks_is_an_error_that_names_the_event() -> None:
    for day in ("2025-02-30", "2025-04-31", "2025-13-01"):
        with pytest.raises(CaseError) as refused:
            told(rule("deadline: {date: dag}"), MOVED.replace("2025-05-31", day), "2025-06-10")
        assert [one.code for one in refused.value.diagnostics] == ["RM602"]
        (said,) = faults(refused.value)
        assert "e2" in said
        assert day in said
