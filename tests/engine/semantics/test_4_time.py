"""Section 4 of the semantics: time. Rules and cases in, due dates out, the weekday beside where it matters."""

from datetime import date

import pytest

from rutinmotor import RulesError
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.text.sources import shipped_rules
from tests.engine.semantics.asking import VOCABULARY, ask, case, engine, told

START = "- {type: start, at: 2025-03-03, id: e1}\n"  # a Monday


def by(deadline: str, more: str = "") -> str:
    """A rule with this deadline."""
    return f"- {{id: plan, trigger: start, deadline: {deadline}, fulfilled_by: klar{more}}}"


def due(start: str, deadline: str, head: str = "") -> str:
    """The due date of what a start on this day opens, with two for `antal` and 30 May 2025 for `dag`."""
    log = f"facts: {{antal: 2, dag: 2025-05-30}}\nevents: [{{type: start, at: {start}}}]"
    (found,) = told(by(deadline), log, start, "due", head=head)
    return found


@pytest.mark.parametrize(
    ("start", "deadline", "expected"),
    [
        ("2025-03-03", "{days: 0}", "2025-03-03"),  # the same day
        ("2025-03-03", "{days: 1}", "2025-03-04"),  # the day of the trigger is not counted
        ("2025-02-27", "{days: 3}", "2025-03-02"),
        ("2025-10-01", "{weeks: 6}", "2025-11-12"),  # Wednesday to Wednesday
        ("2025-10-25", "{weeks: 1}", "2025-11-01"),  # Saturday to Saturday, over the change of clocks
        ("2025-03-03", "{weeks: 0}", "2025-03-03"),
        ("2025-11-30", "{months: 3}", "2026-02-28"),  # February has no 30th
        ("2023-11-30", "{months: 3}", "2024-02-29"),
        ("2025-01-31", "{months: 1}", "2025-02-28"),
        ("2025-01-28", "{months: 1}", "2025-02-28"),
        ("2025-02-28", "{months: 1}", "2025-03-28"),
        ("2025-10-31", "{months: 14}", "2026-12-31"),
        ("2026-03-19", "{months: 3}", "2026-06-19"),  # Friday, midsommarafton
        ("2026-09-24", "{months: 3}", "2026-12-24"),  # Thursday, julafton
        ("2025-03-03", "{months: 0}", "2025-03-03"),
        ("2024-02-29", "{years: 1}", "2025-02-28"),
        ("2024-02-29", "{years: 4}", "2028-02-29"),
        ("2025-03-03", "{years: 0}", "2025-03-03"),
    ],
)
def test_4_1_days_weeks_months_years(start: str, deadline: str, expected: str) -> None:
    assert due(start, deadline) == expected


@pytest.mark.parametrize(
    ("start", "number", "expected"),
    [
        ("2025-03-03", 1, "2025-03-04"),  # Monday to Tuesday
        ("2025-03-07", 1, "2025-03-10"),  # Friday to Monday
        ("2025-03-08", 1, "2025-03-10"),  # Saturday to Monday
        ("2025-03-08", 0, "2025-03-08"),  # no working days: the same day, free or not
        ("2025-04-17", 1, "2025-04-22"),  # skärtorsdag; långfredag, the weekend and annandag påsk; Tuesday
        ("2025-04-30", 1, "2025-05-02"),  # Wednesday; första maj; Friday
        ("2025-05-28", 1, "2025-05-30"),  # Wednesday; Kristi himmelsfärdsdag; Friday
        ("2025-06-05", 1, "2025-06-09"),  # Thursday; nationaldagen on Friday; Monday
        ("2025-06-19", 1, "2025-06-23"),  # Thursday; midsommarafton; Monday
        ("2025-12-22", 3, "2025-12-30"),  # Monday: Tuesday 23, Monday 29, Tuesday 30
        ("2025-12-30", 2, "2026-01-05"),  # Tuesday: Friday 2 January, Monday 5
        ("2026-01-05", 1, "2026-01-07"),  # Monday; trettondedag jul on Tuesday; Wednesday
        ("2025-03-03", 15, "2025-03-24"),  # three weeks without a free day
    ],
)
def test_4_2_working_days(start: str, number: int, expected: str) -> None:
    assert due(start, f"{{working_days: {number}, calendar: vardag}}") == expected


OWN = """
calendars:
  egen:
    weekdays: [mon, tue]
    holidays: SE
    eves_free: false
    extra_free: [2025-03-04]
    extra_working: [2025-03-08, 2025-04-18]
"""


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-03-03", "2025-03-08"),  # Monday; Tuesday is an extra free day, Saturday an extra working day
        ("2025-03-08", "2025-03-10"),  # Saturday to Monday
        ("2025-04-15", "2025-04-18"),  # Tuesday to långfredag, which is an extra working day
        ("2025-04-18", "2025-04-22"),  # annandag påsk on Monday is free
        ("2025-12-30", "2026-01-05"),  # Tuesday; the eves that it does not free are no Mondays or Tuesdays this year
        ("2024-12-23", "2024-12-24"),  # julafton is a Tuesday and not free here
    ],
)
def test_4_2_a_calendar_of_ones_own(start: str, expected: str) -> None:
    rules = by("{working_days: 1, calendar: egen}")
    text = VOCABULARY.replace("calendars:\n", OWN.lstrip(), 1)
    found = engine_from_texts(
        {"sol.yaml": f"catalogue: sol\n{text}\nrules:\n  {rules.replace('{id: plan', '{id: plan, actor: utforare')}\n"}
    )
    (one,) = found.evaluate(case(f"- {{type: start, at: {start}}}"), date.fromisoformat(start)).obligations
    assert str(one.due) == expected


@pytest.mark.parametrize("start", ["2100-12-31", "2100-12-30", "1952-12-30"])
def test_4_2_a_year_that_the_holidays_do_not_cover_is_an_error(start: str) -> None:
    """Reading 4.2: Sweden 1953 to 2100; touching a day outside names rule and case."""
    with pytest.raises(CaseError) as caught:
        due(start, "{working_days: 2, calendar: vardag}")
    assert "sol.plan" in str(caught.value)
    assert "2025-0117" in str(caught.value)


def test_4_2_the_first_and_the_last_year_are_covered() -> None:
    """Reading 4.2: 1 January 1953 is a Thursday and free; 30 December 2100 is a Thursday."""
    assert due("1953-01-01", "{working_days: 1, calendar: vardag}") == "1953-01-02"
    assert due("2100-12-29", "{working_days: 1, calendar: vardag}") == "2100-12-30"
    assert due("2150-03-03", "{days: 3}") == "2150-03-06"  # days need no calendar


@pytest.mark.parametrize("calendar", ["vardag", "arbetsdag"])
@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("2025-06-19", "2025-06-23"),  # Thursday before midsommarafton; Monday
        ("2025-12-23", "2025-12-29"),  # Tuesday before julafton; Monday
        ("2025-12-30", "2026-01-02"),  # Tuesday before nyårsafton; Friday
        ("2025-04-16", "2025-04-17"),  # skärtorsdag is a working day
        ("2025-04-29", "2025-04-30"),  # valborgsmässoafton is a working day
        ("2025-10-30", "2025-10-31"),  # the Friday before alla helgons dag is a working day
    ],
)
def test_4_3_the_shipped_vardag_and_arbetsdag(calendar: str, start: str, expected: str) -> None:
    shared = (shipped_rules() / "gemensamt.yaml").read_text(encoding="utf-8")
    deadline = f"{{working_days: 1, calendar: {calendar}}}"
    rule = f"{{id: a, actor: utforare, trigger: beslut_fattat, deadline: {deadline}, fulfilled_by: plan_slutford}}"
    found = engine_from_texts(
        {
            "gemensamt.yaml": shared,
            "a.yaml": f"catalogue: a\ntitle: A\nowner: K\nuses: [gemensamt]\nrules:\n  - {rule}\n",
        }
    )
    (one,) = found.evaluate(case(f"- {{type: beslut_fattat, at: {start}}}"), date.fromisoformat(start)).obligations
    assert str(one.due) == expected


@pytest.mark.parametrize(
    ("start", "deadline", "expected"),
    [
        ("2025-03-20", "{day_of_month: 5, months_ahead: 1}", "2025-04-05"),
        ("2025-03-20", "{day_of_month: 5, months_ahead: 0}", "2025-03-05"),
        ("2025-12-20", "{day_of_month: 5, months_ahead: 2}", "2026-02-05"),
        ("2025-01-20", "{day_of_month: 31, months_ahead: 1}", "2025-02-28"),  # a shorter month's last day
        ("2025-03-05", "{end_of: week}", "2025-03-09"),  # Wednesday; a week ends on Sunday
        ("2025-03-09", "{end_of: week}", "2025-03-09"),
        ("2024-02-05", "{end_of: month}", "2024-02-29"),
        ("2025-05-05", "{end_of: quarter}", "2025-06-30"),
        ("2025-01-01", "{end_of: half_year}", "2025-06-30"),
        ("2025-07-01", "{end_of: half_year}", "2025-12-31"),
        ("2025-12-31", "{end_of: year}", "2025-12-31"),
        ("2025-03-03", "{date: dag}", "2025-05-30"),
        ("2025-03-03", "{date: dag, plus: {weeks: 1}}", "2025-06-06"),
        ("2025-03-03", "{date: dag, minus: {months: 3}}", "2025-02-28"),
        ("2025-03-03", "{days: antal}", "2025-03-05"),
        ("2025-03-03", "{weeks: antal}", "2025-03-17"),
        ("2025-12-31", "{months: antal}", "2026-02-28"),
        ("2024-02-29", "{years: antal}", "2026-02-28"),
        ("2025-03-07", "{working_days: antal, calendar: vardag}", "2025-03-11"),  # Friday to Tuesday
    ],
)
def test_4_4_the_other_deadlines(start: str, deadline: str, expected: str) -> None:
    """Reading 4.4: a shorter month gives its last day, a week ends on Sunday, and a fact may give any number."""
    assert due(start, deadline) == expected


@pytest.mark.parametrize(
    ("deadline", "expected"),
    [
        # 30 May 2025 is a Friday, and the 29th Kristi himmelsfärdsdag
        ("{date: dag, minus: {working_days: 1, calendar: vardag}}", "2025-05-28"),
        ("{date: dag, minus: {working_days: 3, calendar: vardag}}", "2025-05-26"),
        ("{date: dag, minus: {working_days: 0, calendar: vardag}}", "2025-05-30"),
        ("{date: dag, plus: {working_days: 1, calendar: vardag}}", "2025-06-02"),
    ],
)
def test_4_4_a_span_of_working_days_before_a_day(deadline: str, expected: str) -> None:
    """Reading 4.1 to 4.4: the Nth working day before, and none is the same day."""
    assert due("2025-03-03", deadline) == expected


def test_4_4_none_is_due_and_never_overdue() -> None:
    assert told(by("none"), START, "2035-03-03", "status due days_left light") == ["due - - green"]


def test_4_4_continuous_stands_until_it_is_ended() -> None:
    rule = by("continuous", ", ends_with: slut")
    assert told(rule, START, "2035-03-03", "status due light") == ["standing - green"]
    assert told(rule, START + "- {type: slut, at: 2025-03-09}", "2035-03-03", "status ended_on") == ["ended 2025-03-09"]


def test_4_4_continuous_from_a_state_stands_until_that_state_ends() -> None:
    """Reading 4.4 continuous: it ends with the run that triggered it, even `per: case`, also by `longer_than`."""
    log = """
    - {type: borta, at: 2025-03-03, item: h1}
    - {type: borta, at: 2025-03-04, item: h2}
    - {type: hemma, at: 2025-03-08, item: h1}
    """
    for trigger, days in (("{state: franvaro}", "03 04"), ("{state: franvaro, longer_than: {days: 2}}", "05 06")):
        rule = f"- {{id: plan, trigger: {trigger}, deadline: continuous, per: case}}"
        first, second = (f"2025-03-{day}" for day in days.split())
        assert told(rule, log, "2025-03-08", "opened status ended_on") == [
            f"{first} ended 2025-03-08",
            f"{second} standing -",
        ]


BEFORE = by("{before: besked}", ", ends_with: slut")


def test_4_4_before_has_no_due_date_until_the_event_comes() -> None:
    log = START + "- {type: besked, at: 2025-03-09}\n- {type: besked, at: 2025-03-12}"
    assert told(BEFORE, log, "2025-03-08", "status due") == ["due -"]
    assert told(BEFORE, log, "2025-03-09", "status due") == ["due 2025-03-09"]
    assert told(BEFORE, log, "2025-03-31", "status due") == ["overdue 2025-03-09"]


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("klar, at: 2025-03-08", "fulfilled -"),
        ("klar, at: 2025-03-09", "fulfilled 2025-03-09"),
        ("klar, at: 2025-03-10", "fulfilled_late 2025-03-09"),
        ("slut, at: 2025-03-08", "ended -"),
        ("slut, at: 2025-03-09", "ended 2025-03-09"),
    ],
)
def test_4_4_before_and_closed(closing: str, expected: str) -> None:
    """Reading 4.4 before: E: closed on an earlier day there is none, on that very day it is the due date."""
    log = START + f"- {{type: besked, at: 2025-03-09}}\n- {{type: {closing}}}"
    assert told(BEFORE, log, "2025-03-31", "status due") == [expected]


def test_4_4_before_what_does_not_precede_the_opening_and_only_what_bears_on_it() -> None:
    log = "- {type: start, at: '2025-03-03T12:00:00', item: h1}\n- {type: besked, at: '2025-03-03%s', item: %s}"
    assert told(BEFORE, log % ("T08:00:00", "h1"), "2025-03-03", "due") == ["-"]
    assert told(BEFORE, log % ("T12:00:00", "h1"), "2025-03-03", "due") == ["2025-03-03"]
    assert told(BEFORE, log % ("", "h1"), "2025-03-03", "due") == ["2025-03-03"]
    assert told(BEFORE, log % ("", "h2"), "2025-03-03", "due") == ["-"]
    assert told(BEFORE, START + "- {type: besked, at: 2025-03-02}", "2025-03-03", "due") == ["-"]


def test_4_4_before_is_the_time_of_the_first_of_a_series_only() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {before: besked}, repeat: {every: {days: 30}, from: fulfilment},
       fulfilled_by: klar, on_repeat: restart}
    """
    log = "- {type: start, at: 2025-03-03}\n- {type: klar, at: 2025-03-05}\n- {type: besked, at: 2025-03-10}\n"
    assert told(rules, log, "2025-03-12") == ["plan due 2025-04-04", "plan fulfilled -"]
    again = log + "- {type: start, at: 2025-03-12}\n- {type: besked, at: 2025-03-13}\n"
    assert told(rules, again, "2025-03-13") == ["plan due 2025-04-11", "plan fulfilled -"]


@pytest.mark.parametrize("deadline", ["{before: besked}", "none", "continuous"])
@pytest.mark.parametrize("more", [", paused_while: franvaro", ", extended_by: {event: fraga, by: {days: 1}}"])
def test_4_4_what_has_no_count_has_no_roll_pause_or_extension(deadline: str, more: str) -> None:
    """Reading 4.4 before: errors in the rule."""
    with pytest.raises(RulesError):
        engine(by(deadline, f", ends_with: slut{more}"))
    with pytest.raises(RulesError):
        engine(by("{before: besked, roll: next_working_day, calendar: vardag}"))


def test_4_5_an_urgency_word_alone_gives_no_due_date() -> None:
    rule = by("{urgency: skyndsamt}")
    assert told(rule, START, "2025-03-03", "status due light urgency") == ["due - yellow skyndsamt"]
    assert told(rule, START, "2035-03-03", "status due light urgency") == ["due - yellow skyndsamt"]


def test_4_5_unless_the_catalogue_defines_the_word() -> None:
    head = "urgency: {skyndsamt: {working_days: 2, calendar: vardag}}"
    log = "- {type: start, at: 2025-03-07}"  # Friday; Tuesday the 11th
    assert told(by("{urgency: skyndsamt}"), log, "2025-03-12", "status due urgency", head=head) == [
        "overdue 2025-03-11 skyndsamt"
    ]
    assert told(by("{urgency: snarast}"), log, "2025-03-12", "status due", head=head) == ["due -"]


def test_4_5_uses_brings_no_urgency_words() -> None:
    """What a word means is said by the catalogue whose rule bears it, and by no other."""
    shared = f"catalogue: gemensamt\n{VOCABULARY}\nurgency: {{snarast: {{days: 2}}}}\n"
    rule = "{id: plan, actor: utforare, trigger: start, deadline: {urgency: snarast}, fulfilled_by: klar}"
    own = f"catalogue: sol\ntitle: S\nowner: Kommunen\nuses: [gemensamt]\nrules:\n  - {rule}\n"
    both = engine_from_texts({"gemensamt.yaml": shared, "sol.yaml": own})
    (one,) = both.evaluate(case(START), date(2025, 3, 31)).obligations
    assert (one.due, one.urgency, one.light) == (None, "snarast", "yellow")


def test_4_5_at_latest_is_the_due_date_whatever_the_word_means() -> None:
    rule = by("{urgency: snarast, at_latest: {months: 3, roll: next_working_day, calendar: vardag}}")
    log = "- {type: start, at: 2025-11-30}"  # 28 February 2026 is a Saturday
    for head in ("", "urgency: {snarast: {days: 2}}"):
        assert told(rule, log, "2026-02-28", "status due light urgency", head=head) == ["due 2026-03-02 green snarast"]


@pytest.mark.parametrize(
    ("start", "months", "following", "previous"),
    [
        ("2025-11-30", 3, "2026-03-02", "2026-02-27"),  # Saturday 28 February: Monday, Friday
        ("2026-03-19", 3, "2026-06-22", "2026-06-18"),  # midsommarafton, Friday: Monday, Thursday
        ("2026-09-24", 3, "2026-12-28", "2026-12-23"),  # julafton, Thursday: Monday, Wednesday
        ("2025-10-06", 3, "2026-01-07", "2026-01-05"),  # trettondedag jul, Tuesday: Wednesday, Monday
        ("2025-02-18", 2, "2025-04-22", "2025-04-17"),  # långfredag: Tuesday after Easter, skärtorsdag
        ("2025-02-03", 1, "2025-03-03", "2025-03-03"),  # Monday: a working day stays
    ],
)
def test_4_6_roll_moves_a_due_date_that_is_no_working_day(
    start: str, months: int, following: str, previous: str
) -> None:
    assert due(start, f"{{months: {months}, roll: next_working_day, calendar: vardag}}") == following
    assert due(start, f"{{months: {months}, roll: previous_working_day, calendar: vardag}}") == previous


def test_4_6_roll_is_off_unless_the_rule_says_so_whatever_the_norm() -> None:
    assert due("2025-11-30", "{months: 3}") == "2026-02-28"
    log = "- {type: start, at: 2025-11-30}"
    assert told(by("{months: 3}", ", norm: statute"), log, "2025-12-01", "due") == ["2026-02-28"]


def test_4_6_the_later_ones_of_a_series_are_not_rolled() -> None:
    """Reading 4.6: `roll` belongs to the deadline that bears it; each of an `each` series has one."""
    rolled = "{days: 5, roll: next_working_day, calendar: vardag}"  # Monday the 3rd: Saturday the 8th, Monday the 10th
    log = START + "- {type: klar, at: 2025-03-05}"
    rule = by(rolled, ", repeat: {every: {days: 10}, from: fulfilment}")
    assert told(rule, log, "2025-03-05", "opened due") == ["2025-03-05 2025-03-15", "2025-03-03 2025-03-10"]
    # 31 March 2025 is a Monday, 30 April a Wednesday and 31 May a Saturday; 5 days on: Saturday, Monday, Thursday
    each = by(rolled, ", repeat: {each: month}")
    assert told(each, START, "2025-05-01", "opened due") == [
        "2025-03-03 2025-04-07",
        "2025-04-01 2025-05-05",
        "2025-05-01 2025-06-05",
    ]


@pytest.mark.parametrize(
    ("klar", "status"), [("2025-03-09", "fulfilled"), ("2025-03-10", "fulfilled"), ("2025-03-11", "fulfilled_late")]
)
def test_4_7_fulfilled_on_the_due_date_is_in_time(klar: str, status: str) -> None:
    assert told(by("{days: 7}"), START + f"- {{type: klar, at: '{klar}T23:59:59'}}", "2025-03-31", "status") == [status]


def test_4_7_overdue_from_the_day_after() -> None:
    assert told(by("{days: 7}"), START, "2025-03-10", "status days_left") == ["due 0"]
    assert told(by("{days: 7}"), START, "2025-03-11", "status days_left") == ["overdue -1"]


def test_4_7_overdue_on_the_opening_day_if_the_due_date_is_past_then() -> None:
    """Reading 4.7: the trigger `overdue` comes the day after."""
    rules = by("{date: dag}") + "\n- {id: sen, trigger: {overdue: plan}, deadline: none, fulfilled_by: fraga}"
    log = "facts: {dag: 2025-02-28}\nevents: [{type: start, at: 2025-03-03}]"
    assert told(rules, log, "2025-03-03", "rule status light") == ["plan overdue red"]
    assert told(rules, log, "2025-03-04", "rule opened") == ["plan 2025-03-03", "sen 2025-03-04"]


@pytest.mark.parametrize(
    ("klar", "breaches"), [("2025-03-16", "too_early:k"), ("2025-03-17", "-"), ("2025-03-18", "-")]
)
def test_4_8_not_before_counts_and_is_reported(klar: str, breaches: str) -> None:
    rule = by("none", ", not_before: {days: 14}")
    log = START + f"- {{type: klar, at: {klar}, id: k}}"
    assert told(rule, log, "2025-03-31", "status breaches") == [f"fulfilled {breaches}"]


@pytest.mark.parametrize(
    ("data", "breaches"),
    [
        ("{dag: 2025-03-04}", "backdated:k"),
        ("{dag: 2025-03-05}", "-"),
        ("{dag: 2025-03-06}", "-"),
        ("{orsak: x}", "-"),
    ],
)
def test_4_8_backdating_counts_and_is_reported(data: str, breaches: str) -> None:
    log = START + f"- {{type: klar, at: 2025-03-05, id: k, data: {data}}}"
    assert told(by("{days: 7}", ", backdating: dag"), log, "2025-03-31", "status breaches") == [f"fulfilled {breaches}"]


def test_4_8_all_breaches_are_reported_by_day_and_kind() -> None:
    """Reading 4.8: the day of a breach is the day of its event; sorted by day, then kind."""
    rule = by("{days: 3}", ", not_before: {days: 14}, backdating: dag, extended_by: {event: besked, by: {days: 1}}")
    log = (
        START
        + """
- {type: klar, at: 2025-03-09, id: k, data: {dag: 2025-03-08}}
- {type: besked, at: 2025-03-07, id: b}
"""
    )
    (found,) = ask(rule, log, "2025-03-31").obligations
    assert [(one.kind, one.event, str(one.day)) for one in found.breaches] == [
        ("bad_extension", "b", "2025-03-07"),
        ("backdated", "k", "2025-03-09"),
        ("too_early", "k", "2025-03-09"),
    ]


def test_4_8_the_day_after_the_trigger_is_counted_from_the_start_of_the_time() -> None:
    """Reading 4.8: of a later one of a series, from the day that it opened."""
    rule = by("{days: 30}", ", not_before: {days: 5}, repeat: {every: {days: 30}, from: fulfilment}")
    log = START + "- {type: klar, at: 2025-03-10, id: k1}\n- {type: klar, at: 2025-03-14, id: k2}"
    assert told(rule, log, "2025-03-14", "opened breaches") == [
        "2025-03-14 -",
        "2025-03-03 -",
        "2025-03-10 too_early:k2",
    ]


PAUSED = by("{days: 7}", ", paused_while: franvaro")


@pytest.mark.parametrize(
    ("borta", "hemma", "expected"),
    [
        ("2025-03-05", "2025-03-08", "2025-03-13"),  # the 5th, 6th and 7th are not counted
        ("2025-03-05T08:00:00", "2025-03-05T16:00:00", "2025-03-10"),  # it does not hold at a day's end
        ("2025-03-05T23:59:00", "2025-03-06T00:01:00", "2025-03-11"),
        ("2025-03-01", "2025-03-05", "2025-03-11"),  # the day the time starts is not counted anyway; the 4th is
        ("2025-03-10", "2025-03-12", "2025-03-12"),  # the due date itself, and the day it moved to
        ("2025-03-11", "2025-03-15", "2025-03-10"),  # the day after: too late
    ],
)
def test_4_9_a_day_at_whose_end_the_state_holds_is_not_counted(borta: str, hemma: str, expected: str) -> None:
    log = START + f"- {{type: borta, at: '{borta}'}}\n- {{type: hemma, at: '{hemma}'}}"
    assert told(PAUSED, log, "2025-03-31", "due") == [expected]


def test_4_9_while_the_state_holds_it_is_paused_and_has_no_due_date() -> None:
    """Reading 4.9, 4.10 Paused: for the obligation's item or the case; what was closed while paused is in time."""
    for where in ("", ", item: h1"):
        log = f"- {{type: start, at: 2025-03-03, item: h1}}\n- {{type: borta, at: 2025-03-05{where}}}"
        assert told(PAUSED, log, "2025-06-30", "status due days_left light") == ["paused - - green"]
        closed = log + "\n- {type: klar, at: 2025-06-01}"
        assert told(PAUSED, closed, "2025-06-30", "status due") == ["fulfilled -"]
    other = "- {type: start, at: 2025-03-03, item: h1}\n- {type: borta, at: 2025-03-05, item: h2}"
    assert told(PAUSED, other, "2025-03-08", "status due") == ["due 2025-03-10"]


def test_4_9_each_pause_is_counted() -> None:
    log = START + "".join(
        f"- {{type: {kind}, at: 2025-03-{day:02}}}\n"
        for kind, day in (("borta", 4), ("hemma", 5), ("borta", 7), ("hemma", 9), ("borta", 12), ("hemma", 14))
    )
    # the 4th gives the 11th, the 7th and 8th the 13th, the 12th and 13th Saturday the 15th
    assert told(PAUSED, log, "2025-03-14", "status due") == ["due 2025-03-15"]


def test_4_9_in_working_days_each_paused_working_day_moves_one_working_day() -> None:
    rule = by("{working_days: 5, calendar: vardag}", ", paused_while: franvaro")  # Monday the 10th
    weekend = START + "- {type: borta, at: 2025-03-07}\n- {type: hemma, at: 2025-03-10}"  # Friday to Sunday
    assert told(rule, weekend, "2025-03-10", "due") == ["2025-03-11"]
    longer = START + "- {type: borta, at: 2025-03-07}\n- {type: hemma, at: 2025-03-12}"  # Fri, Mon, Tue
    assert told(rule, longer, "2025-03-12", "due") == ["2025-03-13"]


def test_4_9_what_counts_in_working_days() -> None:
    """Reading 4.9, 4.10 A deadline counts in working days: so do `at_latest` and a defined word, not a month's end."""
    # away on Saturday 8 and Sunday 9 March only
    log = START + "- {type: borta, at: 2025-03-08}\n- {type: hemma, at: 2025-03-10}"
    more = ", paused_while: franvaro"
    ten = "{working_days: 10, calendar: vardag}"  # Monday the 17th
    assert told(by(f"{{urgency: snarast, at_latest: {ten}}}", more), log, "2025-03-10", "due") == ["2025-03-17"]
    head = f"urgency: {{snarast: {ten}}}"
    assert told(by("{urgency: snarast}", more), log, "2025-03-10", "due", head=head) == ["2025-03-17"]
    assert told(by("{end_of: month}", more), log, "2025-03-10", "due") == ["2025-04-02"]
    every = f"- {{id: plan, trigger: start, repeat: {{every: {ten}, from: trigger}}, fulfilled_by: klar{more}}}"
    assert told(every, log, "2025-03-10", "due") == ["2025-03-17"]


def test_4_9_the_roll_comes_last_and_days_up_to_the_rolled_date_move_nothing() -> None:
    """Reading 4.9, 4.10: Saturday the 8th, rolled to Monday the 10th; only days up to the 8th are taken away."""
    rule = by("{days: 5, roll: next_working_day, calendar: vardag}", ", paused_while: franvaro")
    on_sunday = START + "- {type: borta, at: 2025-03-09}\n- {type: hemma, at: 2025-03-10}"
    assert told(rule, on_sunday, "2025-03-10", "status due") == ["due 2025-03-10"]
    on_friday = START + "- {type: borta, at: 2025-03-07}\n- {type: hemma, at: 2025-03-08}"
    assert told(rule, on_friday, "2025-03-08", "status due") == ["due 2025-03-10"]  # Sunday the 9th, rolled
    week = START + "- {type: borta, at: 2025-03-05}\n- {type: hemma, at: 2025-03-08}"
    assert told(rule, week, "2025-03-08", "status due") == ["due 2025-03-11"]


@pytest.mark.parametrize(
    ("at", "answer"),
    [
        ("2026-03-08", "paused -"),
        ("2026-03-09", "paused -"),  # the due date itself is not past
        ("2026-03-10", "overdue 2026-03-09"),
    ],
)
def test_4_9_paused_to_the_rolled_due_date_when_the_state_begins_after_the_unrolled_one(at: str, answer: str) -> None:
    """Reading 4.9, 4.10: Saturday 7 March 2026, rolled to Monday the 9th; the state holds from Sunday the 8th."""
    rule = by("{days: 5, roll: next_working_day, calendar: vardag}", ", paused_while: franvaro")
    log = "- {type: start, at: 2026-03-02}\n- {type: borta, at: 2026-03-08}"
    assert told(rule, log, at, "status due") == [answer]


def test_4_9_with_a_roll_backwards_it_is_refused() -> None:
    """Reading 4.9, added while building."""
    with pytest.raises(RulesError):
        engine(by("{days: 5, roll: previous_working_day, calendar: vardag}", ", paused_while: franvaro"))


ROLLED = "{days: 5, roll: next_working_day, calendar: vardag}"  # Saturday the 8th, rolled to Monday the 10th


def extended(*days: str, by_: str = "{days: 7}", at_most: str = "", deadline: str = ROLLED) -> str:
    """Due date and breaches at the end of the month, after a start on Monday the 3rd and these extensions."""
    rule = by(deadline, f", extended_by: {{event: besked, by: {by_}{at_most}}}")
    log = START + "".join(f"- {{type: besked, at: {day}, id: b{n}}}\n" for n, day in enumerate(days, start=1))
    (found,) = told(rule, log, "2025-03-31", "due breaches")
    return found


def test_4_10_an_extension_is_counted_from_the_date_before_any_roll() -> None:
    assert extended() == "2025-03-10 -"
    assert extended("2025-03-05") == "2025-03-17 -"  # seven days from Saturday the 8th: Saturday the 15th, rolled
    assert extended("2025-03-10") == "2025-03-17 -"  # on the (rolled) due date it is still in time


def test_4_10_after_the_due_date_or_once_too_many_it_is_a_breach_and_moves_nothing() -> None:
    assert extended("2025-03-11") == "2025-03-10 bad_extension:b1"
    assert extended("2025-03-05", "2025-03-06") == "2025-03-17 bad_extension:b2"
    assert extended("2025-03-05", "2025-03-12", "2025-03-13", at_most=", at_most: 2") == "2025-03-24 bad_extension:b3"
    assert extended("2025-03-05", "2025-03-18", at_most=", at_most: 2") == "2025-03-17 bad_extension:b2"


def test_4_10_from_the_opening_day_on_in_any_order_there() -> None:
    """Reading 4.10: each E on one day is taken in order."""
    assert extended("2025-03-02") == "2025-03-10 -"  # before it opened: nothing to do with it
    assert extended("2025-03-03T00:00:00") == "2025-03-17 -"
    rule = by("{days: 7}", ", extended_by: {event: besked, by: {days: 7}}")
    log = "- {type: start, at: '2025-03-03T12:00:00'}\n- {type: besked, at: '2025-03-03T08:00:00'}"
    assert told(rule, log, "2025-03-03", "due") == ["2025-03-17"]
    assert extended("2025-03-05T10:00:00", "2025-03-05T09:00:00") == "2025-03-17 bad_extension:b1"


def test_4_10_several_extensions_are_one_span() -> None:
    """Reading 4.1 to 4.4: k extensions are one duration of k times N; two months from the 31st, not one and one."""
    found = extended("2025-03-05", "2025-03-06", by_="{months: 1}", at_most=", at_most: 2", deadline="{end_of: month}")
    assert found == "2025-05-31 -"
    once = extended("2025-03-05", by_="{months: 1}", deadline="{end_of: month}")
    assert once == "2025-04-30 -"


def test_4_10_an_extension_and_a_pause() -> None:
    """Reading 4.9, 4.10: what is paused is not past its due date; pauses are counted from the extended date."""
    rule = by("{days: 7}", ", paused_while: franvaro, extended_by: {event: besked, by: {days: 7}}")
    log = (
        START
        + "- {type: borta, at: 2025-03-09}\n- {type: besked, at: 2025-03-14, id: b}\n- {type: hemma, at: 2025-03-16}"
    )
    # extended from the 10th to the 17th; the 9th to the 15th, seven days, are not counted
    assert told(rule, log, "2025-03-16", "due breaches") == ["2025-03-24 -"]


def test_4_10_an_extension_on_the_day_that_ahead_of_opens() -> None:
    """Reading 4.10: E of that day counts at once, also for what opens last in the day."""
    rules = """
    - {id: annan, trigger: start, deadline: {days: 7}, fulfilled_by: fraga}
    - {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, deadline: {days: 2}, fulfilled_by: klar,
       extended_by: {event: besked, by: {days: 7}}}
    """
    log = START + "- {type: besked, at: 2025-03-07}"
    assert "plan 2025-03-07 2025-03-16" in told(rules, log, "2025-03-07", "rule opened due")


def test_4_10_an_extension_of_what_has_no_due_date_moves_nothing_and_counts() -> None:
    """Reading 4.10, added: it counts towards `at_most`."""
    rule = by("{urgency: snarast}", ", extended_by: {event: besked, by: {days: 7}}")
    log = START + "- {type: besked, at: 2025-03-05, id: b1}\n"
    assert told(rule, log, "2025-03-31", "due breaches") == ["- -"]
    again = log + "- {type: besked, at: 2025-03-06, id: b2}"
    assert told(rule, again, "2025-03-31", "due breaches") == ["- bad_extension:b2"]


def test_4_10_what_is_closed_is_extended_by_what_came_that_day() -> None:
    """Reading 4.10: what was open when the day began, though it is closed that day."""
    rule = by("{days: 7}", ", ends_with: slut, extended_by: {event: besked, by: {days: 7}}")
    log = START + "- {type: slut, at: '2025-03-05T12:00:00'}\n- {type: besked, at: '2025-03-05T08:00:00'}"
    assert told(rule, log, "2025-03-05", "status due breaches") == ["ended 2025-03-17 -"]
    after = log.replace("2025-03-05T08:00:00", "2025-03-06")
    assert told(rule, after, "2025-03-06", "status due breaches") == ["ended 2025-03-10 -"]


@pytest.mark.parametrize(
    ("deadline", "start"),
    [
        ("{years: 8000}", "2025-03-03"),
        ("{days: 1}", "9999-12-31"),
        ("{day_of_month: 5, months_ahead: 1}", "9999-12-05"),
        ("{date: dag, minus: {years: 2025}}", "2025-03-03"),
        ("{weeks: antal}", "9999-12-30"),
    ],
)
def test_4_11_a_deadline_outside_the_years_is_an_error_that_names_rule_and_case(deadline: str, start: str) -> None:
    with pytest.raises(CaseError) as caught:
        due(start, deadline)
    assert "sol.plan" in str(caught.value)
    assert "2025-0117" in str(caught.value)


def test_4_11_the_last_day_is_a_day() -> None:
    assert due("9999-12-30", "{days: 1}") == "9999-12-31"
    assert due("9999-12-31", "{days: 0}") == "9999-12-31"
