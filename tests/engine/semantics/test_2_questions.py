"""Lines 2.5 to 2.7 of the semantics: a question, its answer, its end. 3 March 2025 is a Monday."""

import pytest

from tests.engine.semantics.asking import gaps, next_change, told

RULE = "- {id: plan, trigger: start, only_if: {iub: true}, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut"
PLAN = RULE + "}"
KEEP, RESTART = RULE + ", on_repeat: keep}", RULE + ", on_repeat: restart}"
START = "- {id: e1, type: start, at: 2025-03-03}\n"
COLUMNS = "rule status opened due fulfilled_on answered"


def given(day: str, value: str = "true", fact: str = "iub") -> str:
    """An event that does nothing but give a fact on a day of March."""
    return f"- {{id: u{day.replace(':', '')}, type: besked, at: 2025-03-{day}, data: {{{fact}: {value}}}}}\n"


def event(type_: str, day: str, more: str = "") -> str:
    """An event of a day of March."""
    return f"- {{type: {type_}, at: 2025-03-{day}{more}}}\n"


def answer(day: str, *facts: str) -> str:
    """What an obligation says of the answer that opened it."""
    names = ", ".join(f'"{fact}"' for fact in facts or ("iub",))
    return f'{{"day": "2025-03-{day}", "facts": [{names}]}}'


def test_2_6_an_appeal_is_in_time_and_one_learns_it_the_day_after() -> None:
    """Received on 20 March, "in time: yes" entered on the 21st, one week: opened on the 21st, due on the 27th."""
    rule = "- {id: omprova, trigger: ansokan, only_if: {iub: true}, deadline: {weeks: 1}, fulfilled_by: klar}"
    log = event("ansokan", "20") + given("21")
    assert gaps(rule, log, "2025-03-20") == ["omprova - 2025-03-20 iub"]
    assert told(rule, log, "2025-03-20") == []
    assert gaps(rule, log, "2025-03-21") == []
    assert told(rule, log, "2025-03-21", COLUMNS) == [f"omprova due 2025-03-21 2025-03-27 - {answer('21')}"]


@pytest.mark.parametrize("day", ["10", "11", "31"])
def test_2_6_the_time_starts_with_the_trigger(day: str) -> None:
    """Due on 10 March, seven days after the start, whenever the answer comes: it may be overdue at once."""
    status = "due" if day == "10" else "overdue"
    assert told(PLAN, START + given(day), f"2025-03-{day}", COLUMNS) == [
        f"plan {status} 2025-03-{day} 2025-03-10 - {answer(day)}"
    ]


def test_2_6_no_closes_the_question_for_good() -> None:
    log = START + given("05", "false") + given("06")
    assert told(PLAN, log, "2025-03-31") == []
    assert gaps(PLAN, log, "2025-03-05") == []
    assert gaps(PLAN, log, "2025-03-31") == []


@pytest.mark.parametrize(("day", "status"), [("05", "fulfilled"), ("10", "fulfilled"), ("11", "fulfilled_late")])
def test_2_6_what_was_done_meanwhile_is_done_on_its_own_day(day: str, status: str) -> None:
    log = START + event("klar", day) + given("20")
    assert told(PLAN, log, "2025-03-31", COLUMNS) == [
        f"plan {status} 2025-03-20 2025-03-10 2025-03-{day} {answer('20')}"
    ]


def test_2_6_what_was_done_before_the_trigger_is_not() -> None:
    log = event("klar", "03T08:00") + event("start", "03T09:00") + given("20")
    assert told(PLAN, log, "2025-03-20") == ["plan overdue 2025-03-10"]


def test_2_6_what_was_done_later_on_the_day_of_the_trigger_is() -> None:
    log = event("start", "03T09:00") + event("klar", "03T10:00") + given("20")
    assert told(PLAN, log, "2025-03-20", "rule status fulfilled_on") == ["plan fulfilled 2025-03-03"]


def test_2_6_what_is_done_after_the_answer_is_done_then() -> None:
    for done in ("20", "20T10:00", "21"):
        log = START + given("20") + event("klar", done)
        assert told(PLAN, log, "2025-03-31", "rule status fulfilled_on") == [f"plan fulfilled_late 2025-03-{done[:2]}"]


def test_2_6_the_answer_and_the_doing_may_be_one_event() -> None:
    log = START + event("klar", "20", ", data: {iub: true}")
    assert told(PLAN, log, "2025-03-31", COLUMNS) == [
        f"plan fulfilled_late 2025-03-20 2025-03-10 2025-03-20 {answer('20')}"
    ]


def test_2_6_pauses_meanwhile_move_the_due_date() -> None:
    """Away from 5 to 8 March: the days 5, 6 and 7 are not counted, so the seventh day is the 13th."""
    rule = RULE + ", paused_while: franvaro}"
    log = START + event("borta", "05") + event("hemma", "08") + given("20")
    assert told(rule, log, "2025-03-20") == ["plan overdue 2025-03-13"]
    still = START + event("borta", "05") + given("20")
    assert told(rule, still, "2025-03-20") == ["plan paused -"]
    assert told(rule, still + event("hemma", "22"), "2025-03-22") == ["plan due 2025-03-27"]


def test_2_6_extensions_meanwhile_move_the_due_date() -> None:
    rule = RULE + ", extended_by: {event: fraga, by: {days: 10}}}"
    assert told(rule, START + event("fraga", "05") + given("15"), "2025-03-15") == ["plan due 2025-03-20"]
    assert told(rule, START + given("15") + event("fraga", "15"), "2025-03-15", "due breaches") == [
        "2025-03-10 bad_extension:None"
    ]


def test_2_6_known_facts_keep_the_value_that_they_had() -> None:
    """Run by the municipality on the day of the trigger; that it is not any more changes nothing."""
    rule = PLAN.replace("{iub: true}", "{iub: true, regi: egen}")
    log = "facts: {regi: egen}\nevents:\n  " + START + "  " + given("10", "enskild", "regi") + "  " + given("12")
    assert told(rule, log, "2025-03-12") == ["plan overdue 2025-03-10"]


def test_2_6_states_are_those_of_the_trigger() -> None:
    rule = PLAN.replace("{iub: true}", "{iub: true, state: {franvaro: false}}")
    assert told(rule, START + event("borta", "04") + given("06"), "2025-03-06") == ["plan due 2025-03-10"]
    away = event("borta", "01") + START + event("hemma", "04") + given("06")
    assert told(rule, away, "2025-03-06") == []


def test_2_6_the_first_value_counts() -> None:
    rule = PLAN.replace("{iub: true}", "{iub: true, regi: egen}")
    log = START + given("05") + given("06", "false") + given("08", "egen", "regi")
    assert gaps(rule, log, "2025-03-06") == ["plan - 2025-03-03 regi"]
    assert told(rule, log, "2025-03-08", "rule status answered") == [f"plan due {answer('08', 'iub', 'regi')}"]


def test_2_6_of_values_of_one_day_the_one_counts_that_stands_when_it_ends() -> None:
    log = START + given("05T09:00", "true") + given("05T10:00", "false")
    assert told(PLAN, log, "2025-03-05") == []
    assert gaps(PLAN, log, "2025-03-05") == []


def test_2_6_on_the_day_of_the_trigger_what_comes_after_it_answers() -> None:
    log = event("start", "03T09:00") + given("03T15:00")
    assert told(PLAN, log, "2025-03-03", COLUMNS) == [f"plan due 2025-03-03 2025-03-10 - {answer('03')}"]
    done = log + event("klar", "03T10:00")
    assert told(PLAN, done, "2025-03-03", "rule status fulfilled_on") == ["plan fulfilled 2025-03-03"]
    before = event("klar", "03T08:00") + log
    assert told(PLAN, before, "2025-03-03", "rule status fulfilled_on") == ["plan due -"]
    assert told(PLAN, event("start", "03") + given("03T15:00"), "2025-03-03", COLUMNS) == [
        "plan due 2025-03-03 2025-03-10 - -"
    ]


def test_2_6_an_item_is_answered_by_its_own_fact_or_by_the_case() -> None:
    log = event("start", "03", ", item: h1") + event("start", "03", ", item: h2")
    of_item = log + event("besked", "05", ", item: h1, data: {iub: true}")
    assert told(PLAN, of_item, "2025-03-05", "item status") == ["h1 due"]
    assert gaps(PLAN, of_item, "2025-03-05") == ["plan h2 2025-03-03 iub"]
    assert told(PLAN, log + given("05"), "2025-03-05", "item status") == ["h1 due", "h2 due"]


def test_2_6_a_deadline_that_lacks_its_fact_is_a_question() -> None:
    """Reading 2.6: the deadline's facts are told too."""
    rule = "- {id: plan, trigger: start, only_if: {iub: true}, deadline: {days: antal}, fulfilled_by: klar}"
    assert gaps(rule, START + given("05"), "2025-03-05") == ["plan - 2025-03-03 antal"]
    log = START + given("04", "3", "antal") + given("06")
    assert told(rule, log, "2025-03-06", "rule due answered") == [f"plan 2025-03-06 {answer('06', 'antal', 'iub')}"]


def test_2_6_what_decided_nothing_is_no_part_of_the_answer() -> None:
    """That nobody knew the number was what the condition asks; so it is no answer when it comes."""
    rule = PLAN.replace("{iub: true}", "{iub: true, antal: {known: false}}")
    log = START + event("besked", "05", ", data: {iub: true, antal: 3}")
    assert told(rule, log, "2025-03-05", "rule status answered") == [f"plan due {answer('05')}"]


def test_2_6_questions_of_one_day_are_answered_in_the_order_in_which_they_were_put() -> None:
    """1.12: what has a clock has triggered when the clockless one does, by whichever line of the rule."""
    rule = PLAN.replace("trigger: start", "trigger: [start, ansokan]")
    log = event("ansokan", "03") + event("start", "03T08:00") + given("05")
    assert told(rule, log, "2025-03-05", "trigger") == ["event:start", "event:ansokan"]


def test_2_6_what_it_sets_off_it_sets_off_on_the_day_of_the_answer() -> None:
    rules = f"{PLAN}\n- {{id: sedan, trigger: {{fulfilled: plan}}, deadline: {{days: 3}}, fulfilled_by: besked}}"
    log = START + event("klar", "05") + event("fraga", "20", ", data: {iub: true}")
    assert told(rules, log, "2025-03-20", "rule status opened due") == [
        "sedan due 2025-03-20 2025-03-23",
        "plan fulfilled 2025-03-20 2025-03-10",
    ]


def test_2_6_being_overdue_sets_off_on_the_day_after_the_answer() -> None:
    rules = f"{PLAN}\n- {{id: chef, trigger: {{overdue: plan}}, deadline: {{days: 3}}, fulfilled_by: besked}}"
    assert told(rules, START + given("20"), "2025-03-20", "rule") == ["plan"]
    assert told(rules, START + given("20"), "2025-03-21", "rule opened") == ["plan 2025-03-20", "chef 2025-03-21"]


def test_2_6_an_answer_counts_what_was_done_before_where_the_rule_does() -> None:
    rule = RULE + ", counts_from: beslut}"
    log = event("beslut", "01") + event("klar", "02") + START + event("klar", "06") + given("08")
    assert told(rule, log, "2025-03-08", "status fulfilled_on opened") == ["fulfilled 2025-03-02 2025-03-08"]


def test_2_6_what_must_be_done_before_an_event_that_has_come_meanwhile_is_late() -> None:
    rule = PLAN.replace("{days: 7}", "{before: beslut}")
    log = START + event("beslut", "05") + given("08")
    assert told(rule, log, "2025-03-08") == ["plan overdue 2025-03-05"]
    assert told(rule, START + given("08") + event("beslut", "09"), "2025-03-10") == ["plan overdue 2025-03-09"]


def test_2_6_a_standing_duty_ends_with_the_state_that_opened_it() -> None:
    rule = "- {id: plan, trigger: {state: pagaende}, only_if: {iub: true}, deadline: continuous}"
    assert told(rule, START + given("05"), "2025-03-05", "status ended_on") == ["standing -"]
    assert told(rule, START + given("05") + event("slut", "07"), "2025-03-08", "status ended_on") == [
        "ended 2025-03-07"
    ]
    assert told(rule, START + event("slut", "04") + given("05"), "2025-03-08", "status ended_on") == [
        "ended 2025-03-04"
    ]


def test_2_7_an_ending_closes_the_question() -> None:
    """Reading 2.7: even where it would have been fulfilled before."""
    done = START + event("klar", "04") + event("slut", "05") + given("06")
    assert told(PLAN, done, "2025-03-06") == []
    for log in (START + event("slut", "04") + given("05"), START + event("slut", "03") + given("05")):
        assert gaps(PLAN, log, "2025-03-04") == []
        assert told(PLAN, log, "2025-03-05") == []
    of_other = event("start", "03", ", item: h1") + event("slut", "04", ", item: h2") + given("05")
    assert told(PLAN, of_other, "2025-03-05", "item status") == ["h1 due"]
    before = event("slut", "03T08:00") + event("start", "03T09:00")
    assert gaps(PLAN, before, "2025-03-04") == ["plan - 2025-03-03 iub"]


def test_2_7_a_later_trigger_that_can_be_judged_closes_it_unless_the_rule_adds() -> None:
    """Nobody knew on the 3rd; on the 7th an event that gives another fact too triggers it for an item of its own."""
    rule = PLAN.replace("{iub: true}", "{any: [{regi: egen}, {iub: true}]}")
    log = START + event("besked", "05", ", data: {regi: enskild}") + event("start", "07", ", data: {regi: egen}")
    assert gaps(rule, log, "2025-03-06") == ["plan - 2025-03-03 iub"]
    for more, left in (("", ["plan - 2025-03-03 iub"]), (", on_repeat: keep", []), (", on_repeat: restart", [])):
        one = rule.replace(", ends_with", more + ", ends_with")
        assert told(one, log, "2025-03-07", "due answered") == ["2025-03-14 -"]
        assert gaps(one, log, "2025-03-07") == left


def test_2_7_a_later_trigger_that_cannot_be_judged_is_another_question() -> None:
    log = START + event("start", "07")
    for rule in (PLAN, KEEP, RESTART):
        assert gaps(rule, log, "2025-03-07") == ["plan - 2025-03-03 iub", "plan - 2025-03-07 iub"]


def test_2_7_an_event_that_answers_and_triggers_triggers_only() -> None:
    log = START + event("start", "07", ", data: {iub: true}")
    for rule in (PLAN, KEEP, RESTART):
        assert told(rule, log, "2025-03-07", "opened due answered") == ["2025-03-07 2025-03-14 -"]
        assert gaps(rule, log, "2025-03-07") == []
    other = event("start", "03", ", item: h1") + event("start", "07", ", item: h2, data: {iub: true}")
    assert gaps(PLAN, other, "2025-03-07") == ["plan h1 2025-03-03 iub"]


def test_2_7_one_fact_answers_several_questions_of_a_rule() -> None:
    log = START + event("start", "05") + given("07")
    assert told(PLAN, log, "2025-03-07", "due") == ["2025-03-10", "2025-03-12"]
    assert told(KEEP, log, "2025-03-07", "due") == ["2025-03-10"]
    assert told(RESTART, log, "2025-03-07", "due opened") == ["2025-03-12 2025-03-07"]
    for rule in (PLAN, KEEP, RESTART):
        assert gaps(rule, log, "2025-03-07") == []
    done_between = START + event("klar", "04") + event("start", "05") + given("07")
    for rule in (PLAN, KEEP, RESTART):
        assert told(rule, done_between, "2025-03-07", "status due") == ["due 2025-03-12", "fulfilled 2025-03-10"]


def test_2_7_a_question_whether_to_start_again() -> None:
    """Open since 3 March, asked for anew on the 7th when nobody knew any more; known on the 9th: due on the 14th."""
    log = (
        event("start", "03", ", data: {iub: true}")
        + event("besked", "05", ", data: {iub: null}")
        + event("start", "07")
    )
    assert told(RESTART, log, "2025-03-08") == ["plan due 2025-03-10"]
    assert gaps(RESTART, log, "2025-03-08") == ["plan - 2025-03-07 iub"]
    assert told(RESTART, log + given("09"), "2025-03-09", "due opened") == ["2025-03-14 2025-03-03"]
    assert told(RESTART, log + given("09", "false"), "2025-03-09", "due opened") == ["2025-03-10 2025-03-03"]
    assert told(RESTART, log + event("klar", "08") + given("09"), "2025-03-09", "status due") == [
        "fulfilled 2025-03-10"
    ]


def test_2_7_a_series_waits_for_the_answer() -> None:
    """Every month from the fulfilment, where the person is still without assessment: unknown when the second is due."""
    rule = (
        "- {id: plan, trigger: start, only_if: {iub: true}, fulfilled_by: klar, "
        "repeat: {every: {days: 10}, from: fulfilment}}"
    )
    log = (
        event("start", "03", ", data: {iub: true}") + event("besked", "08", ", data: {iub: null}") + event("klar", "09")
    )
    assert gaps(rule, log, "2025-03-12") == ["plan - 2025-03-09 iub"]
    assert told(rule, log, "2025-03-12", "status") == ["fulfilled"]
    assert told(rule, log + given("12"), "2025-03-12", "status opened due") == [
        "due 2025-03-12 2025-03-19",
        "fulfilled 2025-03-03 2025-03-13",
    ]
    assert told(rule, log + event("klar", "11") + given("12"), "2025-03-12", "status opened due") == [
        "due 2025-03-12 2025-03-21",
        "fulfilled 2025-03-03 2025-03-13",
        "fulfilled 2025-03-12 2025-03-19",
    ]
    assert told(rule, log + given("12", "false") + given("13"), "2025-03-13", "status") == ["fulfilled"]


def test_2_7_the_periods_of_a_series_that_waits_come_with_the_answer() -> None:
    rule = "- {id: plan, trigger: start, only_if: {iub: true}, fulfilled_by: klar, repeat: {each: month}}"
    log = (
        event("start", "03", ", data: {iub: true}") + event("klar", "05") + event("besked", "20", ", data: {iub: null}")
    )
    assert gaps(rule, log, "2025-05-20") == ["plan - 2025-04-01 iub"]
    later = log + "- {type: besked, at: 2025-05-20, data: {iub: true}}\n"
    assert gaps(rule, later, "2025-05-20") == []
    assert told(rule, later, "2025-05-20", "status opened due") == [
        "overdue 2025-05-20 2025-04-30",
        "due 2025-05-20 2025-05-31",
        "fulfilled 2025-03-03 2025-03-31",
    ]


def test_2_7_a_fact_that_holds_only_forward_does_not_answer_for_what_came_before() -> None:
    rule = PLAN.replace("iub", "samtycke")
    late = event("start", "03T09:00") + given("04", "true", "samtycke")
    assert gaps(rule, late, "2025-03-31") == ["plan - 2025-03-03 samtycke"]
    on_the_day = event("start", "03T09:00") + given("03T15:00", "true", "samtycke")
    assert told(rule, on_the_day, "2025-03-31") == ["plan overdue 2025-03-10"]


def test_2_6_a_replay_on_an_earlier_day_sees_the_question() -> None:
    log = START + given("05") + event("klar", "06")
    assert gaps(PLAN, log, "2025-03-04") == ["plan - 2025-03-03 iub"]
    assert next_change(PLAN, START, "2025-03-04") is None


def test_2_6_a_series_that_begins_with_an_answer_is_what_it_would_have_been() -> None:
    """Begun on 26 March, done on 2 April, known on the 3rd: April is done and March is overdue, as if known in time."""
    rule = "- {id: plan, trigger: start, only_if: {iub: true}, fulfilled_by: klar, repeat: {each: month}}"
    done = event("start", "26") + "- {type: klar, at: 2025-04-02}\n"
    late = done + "- {type: besked, at: 2025-04-03, data: {iub: true}}\n"
    in_time = given("20") + done
    for log in (late, in_time):
        assert told(rule, log, "2025-04-15", "status due") == ["overdue 2025-03-31", "fulfilled 2025-04-30"]
