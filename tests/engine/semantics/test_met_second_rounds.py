"""The second decision, provider, change and half-year in: what goes wrong only when time passes; counted by hand."""

import pytest

from tests.engine.semantics.asking import gaps, log, told

FIRST = ["borta 2025-02-03 , data: {andring: mindre}", "hemma 2025-02-21"]
LONG = (
    "- {id: lang, trigger: {state: franvaro, longer_than: {days: 14}}, only_if: {andring: storre}, deadline: {days: 3}"
)


def test_2_9_a_second_absence_is_not_excused_by_what_was_said_of_the_first() -> None:
    """Away from 5 May: fourteen days on the 19th. What is then told is told of that absence."""
    rule = LONG + ", fulfilled_by: klar}"
    twice = log(*FIRST, "borta 2025-05-05")
    assert gaps(rule, twice, "2025-05-18") == []
    assert gaps(rule, twice, "2025-06-30") == ["lang - 2025-05-19 andring"]
    assert told(rule, twice, "2025-06-30") == []
    larger = twice + log("besked 2025-05-21 , data: {andring: storre}")
    assert told(rule, larger, "2025-05-21", "opened due") == ["2025-05-21 2025-05-22"]
    smaller = twice + log("besked 2025-05-21 , data: {andring: mindre}")
    assert told(rule, smaller, "2025-06-30") == gaps(rule, smaller, "2025-06-30") == []


def test_2_9_a_second_follow_up_has_its_own_outcome() -> None:
    """The outcome of 2022 answers nothing in 2025, be it yes or no."""
    rule = "- {id: plan, trigger: klar, only_if: {andring: storre}, deadline: {days: 7}, fulfilled_by: besked}"
    for outcome, opened in (("storre", ["2022-02-01"]), ("mindre", [])):
        both = log(f"klar 2022-02-01 , data: {{andring: {outcome}}}", "klar 2025-01-20")
        assert told(rule, both, "2025-01-21", "opened") == opened
        assert gaps(rule, both, "2025-01-21") == ["plan - 2025-01-20 andring"]


@pytest.mark.parametrize(
    ("counted", "second"),
    [
        ("beslut", "fulfilled 2025-03-24"),  # no new decision was made: what was done since the old one counts
        ("fraga", "overdue -"),  # the new assignment is what it must come after
    ],
)
def test_5_1_the_plan_of_the_provider_before(counted: str, second: str) -> None:
    """Decided, assigned, begun and planned; then assigned to another, who begins on 1 October."""
    rule = f"- {{id: plan, trigger: start, deadline: {{weeks: 4}}, fulfilled_by: klar, counts_from: {counted}}}"
    first = log("beslut 2025-02-03", "fraga 2025-02-10", "start 2025-03-03", "klar 2025-03-24")
    both = first + log("fraga 2025-09-15", "start 2025-10-01")
    assert sorted(told(rule, both, "2025-11-15", "opened status fulfilled_on")) == [
        "2025-03-03 fulfilled 2025-03-24",
        f"2025-10-01 {second}",
    ]


@pytest.mark.parametrize("done", ["2025-03-06", "2025-02-20"])
def test_5_1_what_is_done_before_the_start_counts_where_the_rule_says_from_when(done: str) -> None:
    rule = "- {id: plan, trigger: start, deadline: {weeks: 3}, fulfilled_by: klar%s}"
    early = log("ansokan 2025-02-20", f"klar {done}", "start 2025-03-08")
    assert told(rule % "", early, "2025-04-20", "status due") == ["overdue 2025-03-29"]
    assert told(rule % ", counts_from: ansokan", early, "2025-04-20", "status fulfilled_on") == [f"fulfilled {done}"]


def test_2_3_a_state_that_holds_is_not_begun_by_the_next_provider() -> None:
    """So a rule that waits for the state is asked once; one that waits for the event is asked of each."""
    moved = """
    items: {h1: {regi: egen}}
    events:
      - {type: start, at: 2025-03-03, item: h1}
      - {type: besked, at: 2025-09-01, item: h1, data: {regi: enskild}}
      - {type: start, at: 2025-10-01, item: h1}
    """
    rule = "- {id: rapport, trigger: %s, only_if: {regi: enskild}, repeat: {each: month}, fulfilled_by: klar}"
    assert told(rule % "{state: pagaende}", moved, "2025-12-10") == []
    assert told(rule % "start", moved, "2025-12-10", "status due") == [
        "overdue 2025-10-31",
        "overdue 2025-11-30",
        "due 2025-12-31",
    ]


def test_2_4_a_second_assignment_in_what_runs_starts_nothing_anew() -> None:
    rule = (
        "- {id: bestalld, trigger: fraga, only_if: {state: {pagaende: false}}, deadline: {days: 3}, fulfilled_by: klar}"
    )
    running = ["fraga 2025-03-03", "klar 2025-03-03", "start 2025-03-06", "fraga 2025-09-16"]
    assert told(rule, log(*running), "2025-09-30", "opened status") == ["2025-03-03 fulfilled"]
    again = log(*running, "slut 2025-10-01", "fraga 2025-10-06")
    assert told(rule, again, "2025-10-31", "opened status") == ["2025-10-06 overdue", "2025-03-03 fulfilled"]


HALF_YEARLY = "- {id: anteckning, trigger: start, repeat: {each: half_year%s}, fulfilled_by: klar}"


def test_5_4_a_broken_first_half_year_does_not_make_all_the_others_late() -> None:
    """Begun on 22 December, written every June and December: the broken one is missed, or with `first: whole` none."""
    written = log("start 2023-12-22", "klar 2024-06-14", "klar 2024-12-13", "klar 2025-06-13", "klar 2025-12-12")
    whole = ["2024-01-01 fulfilled", "2024-07-01 fulfilled", "2025-01-01 fulfilled", "2025-07-01 fulfilled"]
    assert told(HALF_YEARLY % "", written, "2026-01-02", "opened status") == [
        "2023-12-22 overdue",
        "2026-01-01 due",
        *whole,
    ]
    assert told(HALF_YEARLY % ", first: whole", written, "2026-01-02", "opened status") == ["2026-01-01 due", *whole]


def test_5_4_a_report_on_the_27th_of_each_month_is_of_that_month() -> None:
    monthly = HALF_YEARLY.replace("half_year", "month")
    reported = log("start 2025-01-28", "klar 2025-02-27", "klar 2025-03-27", "klar 2025-04-27")
    assert told(monthly % "", reported, "2025-04-30", "opened status") == [
        "2025-01-28 overdue",
        "2025-02-01 fulfilled",
        "2025-03-01 fulfilled",
        "2025-04-01 fulfilled",
    ]


YEARLY = """
- {id: arlig, trigger: beslut, repeat: {every: {years: 1}, from: fulfilment}, on_repeat: restart, fulfilled_by: klar}
- {id: laget, trigger: {ahead_of: arlig, by: %s}, fulfilled_by: fraga%s}
"""


def asked(rules: str, events: str, at: str, columns: str = "status due fulfilled_on") -> list[str]:
    """What there is of the question that is put ahead of the yearly follow-up."""
    found = told(rules, events, at, f"rule {columns}")
    return [line.removeprefix("laget ") for line in found if line.startswith("laget ")]


def test_3_2_a_question_ahead_of_a_follow_up_moves_with_it() -> None:
    """Decided on 1 October and anew in the summer: asked for before the new day, and red on no day before."""
    rules = YEARLY % ("{months: 2}", "")
    early = log("beslut 2024-10-01", "beslut 2025-06-16")
    assert asked(rules, early, "2025-10-02") == []
    assert asked(rules, early, "2026-04-16") == ["due 2026-06-16 -"]
    late = log("beslut 2024-10-01", "beslut 2025-08-20")
    assert asked(rules, late, "2025-08-19") == ["due 2025-10-01 -"]
    assert asked(rules, late, "2026-01-31") == ["due 2026-08-20 -"]


@pytest.mark.parametrize("by", ["{urgency: i_god_tid}", "{months: 12}"])
def test_4_8_a_question_put_in_the_first_month_is_not_that_of_the_year(by: str) -> None:
    """It waits from the first day, and what is asked eleven months before serves something else."""
    simple = log("beslut 2024-10-01", "fraga 2024-10-24")
    assert asked(YEARLY % (by, ""), simple, "2025-09-30") == ["fulfilled 2025-10-01 2024-10-24"]
    within = YEARLY % (by, ", counts_within: {months: 2}")
    assert asked(within, simple, "2025-09-30") == ["due 2025-10-01 -"]
    assert asked(within, simple + log("fraga 2025-08-01"), "2025-09-30") == ["fulfilled 2025-10-01 2025-08-01"]


def test_3_2_held_without_what_was_to_be_ready_is_a_breach() -> None:
    """And where it is only to be done before, without a day, it is late when that has happened."""
    rules = YEARLY % ("{days: 4}", "")
    held = log("beslut 2024-10-01", "klar 2025-09-29 , id: m")
    assert asked(rules, held, "2025-09-30", "status ended_on breaches") == ["ended 2025-09-29 not_done_ahead:m"]
    before = "- {id: laget, trigger: beslut, deadline: {before: klar}, fulfilled_by: fraga}"
    assert asked(before, held, "2025-09-28") == ["due - -"]
    assert asked(before, held, "2025-09-30") == ["overdue 2025-09-29 -"]


@pytest.mark.parametrize("on_repeat", ["keep", "restart", "add"])
def test_2_7_what_is_known_when_the_choice_is_made_is_asked_no_more(on_repeat: str) -> None:
    """On the day of the decision nobody can know the provider; the choice tells it, and triggers the rule as well."""
    rule = (
        "- {id: plan, trigger: [beslut, fraga], only_if: {regi: egen}, deadline: {days: 7}, fulfilled_by: klar,"
        f" on_repeat: {on_repeat}}}"
    )
    decided = "- {type: beslut, at: 2025-02-03, item: h1}\n"
    assert gaps(rule, decided, "2025-02-08") == ["plan h1 2025-02-03 regi"]
    chosen = decided + "- {type: fraga, at: 2025-02-10, item: h1, data: {regi: %s}}"
    for regi, expected in (("egen", ["2025-02-10 2025-02-17 -"]), ("enskild", [])):
        assert gaps(rule, chosen % regi, "2025-12-31") == []
        assert told(rule, chosen % regi, "2025-12-31", "opened due answered") == expected


def test_2_8_a_decision_until_further_notice_needs_no_word_for_no_end() -> None:
    """The old end date is gone with the old decision; three years are counted from the new one."""
    rules = """
    - {id: fore_slut, trigger: {date: dag, minus: {months: 2}}, deadline: {date: dag}, fulfilled_by: klar}
    - {id: tre_ar, trigger: [beslut, nytt_beslut], only_if: {dag: {known: false}}, deadline: {years: 3},
       fulfilled_by: klar}
    """
    limited = "beslut 2024-09-02 , item: h1, data: {dag: 2025-02-28}"
    assert told(rules, log(limited), "2025-01-01") == ["fore_slut due 2025-02-28"]
    renewed = log(limited, "nytt_beslut 2024-12-16 , item: h1")
    assert told(rules, renewed, "2025-12-01") == ["tre_ar due 2027-12-16"]


def test_3_5_a_decision_from_before_the_routine_is_followed_up_from_the_first_follow_up() -> None:
    """Where the rule asks for it: one that waits for the decision alone never opens for what already ran."""
    rule = (
        "- {id: plan, trigger: %s, repeat: {every: {years: 3}, from: fulfilment}, fulfilled_by: klar,"
        " in_force: {from: 2019-09-25}}"
    )
    old = log("beslut 2018-03-01", "klar 2021-02-20")
    assert told(rule % "beslut", old, "2025-02-10") == []
    assert told(rule % "[beslut, klar]", old, "2025-02-10", "status opened due") == ["overdue 2021-02-20 2024-02-20"]
    assert told(rule % "beslut", log("beslut 2019-09-25"), "2019-09-25", "due") == ["2022-09-25"]
