"""What comparing two evaluators on drawn lives has brought up, counted by hand. 3 March 2025 is a Monday."""

from datetime import date

import pytest

from tests.engine.semantics.asking import gaps, log, next_change, told

PLAN = "- {id: plan, trigger: start, only_if: {iub: true}, deadline: {days: 7}, fulfilled_by: klar%s}"
OF_EVENT = "- {id: stor, trigger: ansokan, only_if: {andring: storre}, deadline: {days: 7}, fulfilled_by: fraga}"
YES = "data: {iub: true}"


def test_2_9_living_the_days_since_again_tells_nothing_of_events_once_more() -> None:
    """What was told on the 5th, before any application, is not told of that of the 10th as the 5th is lived again."""
    weekly = PLAN.replace("deadline: {days: 7}", "repeat: {every: {weeks: 1}, from: trigger}") % ""
    events = log("start 2025-03-03", "besked 2025-03-05 , data: {andring: mindre}", f"ansokan 2025-03-10 , {YES}")
    assert gaps(f"{weekly}\n{OF_EVENT}", events, "2025-03-10") == ["stor - 2025-03-10 andring"]


AHEAD = """
- {id: annan, trigger: start, deadline: {days: 14}, fulfilled_by: fraga}
- {id: plan, trigger: {ahead_of: annan, by: {days: 7}}, fulfilled_by: klar, per: item, ends_with: slut}
"""


def test_3_6_what_runs_ahead_of_the_cases_is_called_off_for_the_item_that_ended() -> None:
    events = log(
        "besked 2025-03-01 , item: a", "besked 2025-03-01 , item: b", "start 2025-03-03", "slut 2025-03-05 , item: a"
    )
    assert sorted(told(AHEAD, events, "2025-03-10", "rule item")) == ["annan -", "plan b"]


def test_3_6_what_an_answer_opened_was_there_when_the_day_began() -> None:
    """So the end that comes that day does not precede it, and what would run ahead of it waits no more."""
    rules = """
    - {id: annan, trigger: start, only_if: {iub: true}, deadline: {days: 14}, fulfilled_by: fraga}
    - {id: plan, trigger: {ahead_of: annan, by: {days: 7}}, fulfilled_by: klar, ends_with: slut}
    """
    events = log("start 2025-03-03", f"besked 2025-03-12 , {YES}", "slut 2025-03-12")
    assert told(rules, events, "2025-03-12", "rule") == ["annan"]


@pytest.mark.parametrize("ends", ["{date: dag}", "{overdue: annan}"])
def test_2_7_the_question_of_a_later_one_ends_with_its_series_also_without_an_event(ends: str) -> None:
    rules = f"""
    - {{id: plan, trigger: start, only_if: {{regi: egen}}, repeat: {{every: {{weeks: 1}}, from: trigger}},
       fulfilled_by: klar, ends_with: {ends}}}
    - {{id: annan, trigger: start, deadline: {{days: 16}}, fulfilled_by: fraga}}
    """
    facts = "facts: {regi: egen}\nevents:\n"
    events = facts + log("start 2025-03-03", "besked 2025-03-05 , data: {dag: 2025-03-19, regi: null}")
    assert gaps(rules, events, "2025-03-19")[:1] == ([] if "date" in ends else ["plan - 2025-03-11 regi"])
    assert gaps(rules, events, "2025-03-18")[:1] == ["plan - 2025-03-11 regi"]
    assert gaps(rules, events, "2025-03-20") == []


def test_2_7_for_the_case_a_fact_of_an_item_is_no_answer() -> None:
    """The second start triggers the rule for the case, and gives the fact of its item: the case's own answers."""
    rule = PLAN % ", per: case"
    events = log("start 2025-03-03", f"start 2025-03-10 , item: a, {YES}", f"besked 2025-03-10 , {YES}")
    assert told(rule, events, "2025-03-10", "due") == ["2025-03-10", "2025-03-17"]


def test_2_7_one_thing_written_down_twice_answers_and_triggers_as_one() -> None:
    rule = PLAN.replace("start", "[ansokan, {state: franvaro}]") % ""
    events = log("ansokan 2025-03-03", f"borta 2025-03-10 , {YES}", "borta 2025-03-10T08:00")
    assert told(rule, events, "2025-03-10", "opened due") == ["2025-03-10 2025-03-17"]


@pytest.mark.parametrize("first", ["2025-03-03", "2025-03-03T08:00"])
def test_2_7_a_question_is_closed_as_if_it_stood_alone(first: str) -> None:
    """The ending has ended the one of 09:00; that the question's stands in open order with it is for itself to say."""
    events = log(f"start {first}", "start 2025-03-03T09:00 , data: {andring: storre}", "slut 2025-03-03T09:00")
    rule = PLAN.replace("{iub: true}", "{andring: storre}") % ", ends_with: slut"
    assert gaps(rule, events, "2025-03-03") == []
    assert told(rule, events, "2025-03-03", "status") == ["ended"]


def test_5_6_in_days_lived_again_nobody_was_told() -> None:
    """Due on 10 March until it was extended on the 5th, its reminder came on the 4th; nobody knew before the 12th."""
    steps = ", escalation: [{before: {days: 6}, to: enhetschef, action: påminn}]"
    rule = PLAN % f", extended_by: {{event: besked, by: {{days: 7}}}}{steps}"
    events = log("start 2025-03-03", "besked 2025-03-05", f"borta 2025-03-12 , {YES}")
    assert told(rule, events, "2025-03-12", "due reached") == ["2025-03-17 2025-03-12"]


def test_4_10_one_event_extends_badly_once_though_the_time_starts_again_that_day() -> None:
    rule = (
        "- {id: plan, trigger: start, on_repeat: restart, deadline: {days: 7}, fulfilled_by: klar,"
        " extended_by: {event: start, by: {days: 7}}}"
    )
    events = log("start 2025-03-03T08:00 , id: a", "start 2025-03-03T09:00 , id: b")
    assert told(rule, events, "2025-03-03", "due breaches") == ["2025-03-17 bad_extension:b"]


def test_3_2_a_series_that_would_have_ended_with_the_other_has_no_next() -> None:
    """The question of 3 March, answered on the 12th: done on the 5th by what closed the other, 5.2."""
    rules = """
    - {id: annan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}
    - {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, only_if: {iub: true}, fulfilled_by: klar,
       repeat: {every: {weeks: 1}, from: fulfilment}}
    """
    events = log("start 2025-03-03", "klar 2025-03-05", f"besked 2025-03-12 , {YES}")
    assert told(rules, events, "2025-03-31", "rule status") == ["annan fulfilled", "plan fulfilled"]


def test_6_2_a_time_that_starts_again_and_is_past_as_before_is_no_change() -> None:
    rule = (
        "- {id: plan, trigger: [start, {overdue: plan}], on_repeat: restart,"
        " deadline: {before: besked, since: ansokan}, fulfilled_by: klar}"
    )
    events = log("ansokan 2025-03-01", "besked 2025-03-02", "start 2025-03-03")
    assert told(rule, events, "2025-03-31") == ["plan overdue 2025-03-02"]
    assert next_change(rule, events, "2025-03-31") is None


def test_1_3_events_of_one_instant_stand_by_their_instants_when_recorded_too() -> None:
    """On 30 March clocks go from 02:00 to 03:00: 02:10 is 01:10 UTC, as is 03:10; then the id decides."""
    rule = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}"
    for first, second in (("2025-03-30T01:10:00Z", "2025-03-30T02:10"), ("2025-03-30T02:10", "2025-03-30T01:10:00Z")):
        events = log(f"start {first} , id: a", f"start {second} , id: b")
        assert told(rule, events, "2025-03-31", "trigger") == ["event:start:a", "event:start:b"]


def test_3_6_of_two_that_give_one_date_on_a_day_the_one_whose_value_stands_is_its_start() -> None:
    """10:00 was recorded later, so the date is its own; what ends the rule gave it too, and calls that off."""
    rule = "- {id: plan, trigger: {date: dag, if_past: open}, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}"
    events = log("slut 2025-03-10 , data: {dag: 2025-03-10}", "besked 2025-03-10T10:00 , data: {dag: 2025-03-10}")
    assert told(rule, events, "2025-03-31") == []
    assert told(rule, events.replace("slut", "start"), "2025-03-31") == ["plan overdue 2025-03-17"]


def test_2_9_of_two_values_of_one_instant_the_greater_id_stands() -> None:
    """2.2, of an event too: whichever of the two it is that tells of the other."""
    told_by = log("ansokan 2025-03-03T08:00 , id: a, data: {andring: storre}")
    for id_, expected in (("b", []), ("A", ["2025-03-10"])):
        events = told_by + log(f"besked 2025-03-03T08:00 , id: {id_}, about: a, data: {{andring: mindre}}")
        assert told(OF_EVENT, events, "2025-03-31", "due") == expected


def test_3_2_a_date_that_is_said_once_more_is_not_news() -> None:
    """It is past, and what it would have opened was called off: that somebody repeats it opens nothing."""
    rule = "- {id: plan, trigger: {date: dag, if_past: open}, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}"
    events = log("besked 2025-03-03 , data: {dag: 2025-03-10}", "slut 2025-03-05")
    assert told(rule, events + log("besked 2025-03-12 , data: {dag: 2025-03-10}"), "2025-03-31") == []
    assert told(rule, events + log("besked 2025-03-12 , data: {dag: 2025-03-09}"), "2025-03-31", "opened") == [
        "2025-03-12"
    ]
    # Said again while it is to come, after what called it off, it waits anew.
    assert told(rule, events + log("besked 2025-03-06 , data: {dag: 2025-03-10}"), "2025-03-31", "opened") == [
        "2025-03-10"
    ]


def test_2_5_a_series_that_waits_for_a_whole_period_asks_for_its_deadline_then() -> None:
    """The condition alone is a question in January; February's deadline needs the number in February."""
    rule = (
        "- {id: plan, trigger: start, only_if: {iub: true}, repeat: {each: month, first: whole},"
        " deadline: {days: antal}, fulfilled_by: klar}"
    )
    events = log("start 2025-01-20", f"besked 2025-01-22 , {YES}")
    assert gaps(rule, log("start 2025-01-20"), "2025-01-20") == ["plan - 2025-01-20 iub"]
    assert gaps(rule, events, "2025-01-31") == []
    assert gaps(rule, events, "2025-02-01") == ["plan - 2025-02-01 antal"]


def test_3_6_what_a_date_has_called_off_stays_called_off_when_the_date_is_mended() -> None:
    rule = (
        "- {id: plan, trigger: {missing: fraga, since: start, for: {days: 6}}, deadline: {days: 3}, fulfilled_by: klar,"
        " ends_with: {date: dag}}"
    )
    events = log("start 2025-03-03 , data: {dag: 2025-03-04}")
    assert told(rule, events + log("besked 2025-03-06 , data: {dag: 2025-02-28}"), "2025-03-31") == []
    assert told(rule, log("start 2025-03-03 , data: {dag: 2025-02-28}"), "2025-03-31") == ["plan overdue 2025-03-13"]


def test_1_12_a_pause_of_what_is_overdue_keeps_no_timer_of_its_day_from_firing() -> None:
    """Overdue since the 6th, and paused from the 17th: on which day the absence ends the other's three days."""
    rules = """
    - {id: plan, trigger: start, deadline: {days: 2}, fulfilled_by: fraga, paused_while: franvaro}
    - {id: chef, trigger: {overdue: plan}, deadline: {days: 30}, fulfilled_by: fraga}
    - {id: annan, trigger: {missing: besked, since: start, for: {days: 13}}, deadline: {days: 5}, fulfilled_by: borta}
    """
    events = log("start 2025-03-03", "borta 2025-03-17T08:00")
    assert sorted(told(rules, events, "2025-03-17", "rule status opened")) == [
        "annan fulfilled 2025-03-17",
        "chef due 2025-03-06",
        "plan overdue 2025-03-03",
    ]


def test_3_6_a_debt_that_an_ending_has_spared_is_older_too() -> None:
    """Overdue since the 7th, and spared on the 20th: the ending of 1 April stands in open order with the new start."""
    rule = (
        "- {id: plan, trigger: [borta, {missing: besked, since: start, for: {days: 10}}], deadline: {days: 3},"
        " fulfilled_by: klar, ends_with: slut, spares: overdue, on_repeat: keep}"
    )
    events = log("borta 2025-03-03", "slut 2025-03-20", "start 2025-04-01", "slut 2025-04-01")
    assert told(rule, events, "2025-04-30", "opened status") == ["2025-03-03 overdue", "2025-04-12 overdue"]
    assert told(rule, log("start 2025-04-01", "slut 2025-04-01"), "2025-04-30") == []


def test_6_2_a_due_date_that_moves_behind_a_pause_is_seen_when_it_is_past() -> None:
    """Both have come by the 20th, a Friday; the second starts the time again on Sunday the 22nd, within the absence."""
    rule = (
        "- {id: plan, trigger: {missing: start, since: hemma, for: {days: 6}}, on_repeat: restart,"
        " deadline: {end_of: week}, fulfilled_by: klar, paused_while: franvaro}"
    )
    events = log("hemma 2025-06-13", "hemma 2025-06-15", "borta 2025-06-18")
    assert told(rule, events, "2025-06-20", "opened status due") == ["2025-06-20 paused -"]
    assert next_change(rule, events, "2025-06-20") == date(2025, 6, 23)
    assert told(rule, events, "2025-06-22", "status due") == ["paused -"]
    assert told(rule, events, "2025-06-23", "status due") == ["overdue 2025-06-22"]


def test_6_2_days_on_which_nothing_can_be_seen_are_passed_over() -> None:
    """One starts its own time again every day; the other is due a month on."""
    rules = """
    - {id: ring, trigger: [start, {overdue: ring}], on_repeat: restart, deadline: {before: besked, since: ansokan}}
    - {id: plan, trigger: start, deadline: {days: 30}, fulfilled_by: klar}
    """.replace("since: ansokan}}", "since: ansokan}, fulfilled_by: klar}")
    events = log("ansokan 2025-03-01", "besked 2025-03-02", "start 2025-03-03")
    assert next_change(rules, events, "2025-03-04") == date(2025, 4, 3)
