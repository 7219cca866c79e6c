"""What ends an obligation without an event of its item, and what stays when it ends: known answers to semantics 5.2."""

import pickle
from datetime import date

import pytest

from rutinmotor import RulesError
from tests.engine.semantics.asking import case, engine, next_change, told

START = "- {type: start, at: 2025-03-03, item: a}"
OTHER = "- {id: annan, trigger: ansokan, deadline: {days: 5}, fulfilled_by: fraga}"


def rule(ends: str, more: str = "", time: str = "deadline: {days: 30}") -> str:
    return f"- {{id: plan, trigger: start, {time}, fulfilled_by: klar, ends_with: {ends}{more}}}\n{OTHER}"


def log(*lines: str) -> str:
    """Write events as `type day`, with more of their keys after a comma; the start first."""
    return "\n".join([START, *(f"- {{type: {line.replace(' ', ', at: ', 1)}}}" for line in lines)])


def plans(rules: str, events: str, at: str = "2025-12-31", columns: str = "status ended_on") -> list[str]:
    """Say what there is of the rule `plan`."""
    found = told(rules, events, at, f"rule {columns}")
    return [line.removeprefix("plan ") for line in found if line.startswith("plan ")]


def test_5_2_an_event_of_any_item_ends_it() -> None:
    other = log("slut 2025-03-10, item: b")
    assert plans(rule("slut"), other) == ["overdue -"]
    assert plans(rule("{event: slut, of: any_item}"), other) == ["ended 2025-03-10"]
    assert plans(rule("[hemma, {event: slut, of: any_item}]"), log("hemma 2025-03-10, item: b")) == ["overdue -"]
    assert plans(rule("[hemma, {event: slut, of: any_item}]"), log("hemma 2025-03-10, item: a")) == ["ended 2025-03-10"]


def test_5_2_an_event_of_any_item_ends_what_opens_on_its_day_and_series_and_what_waits() -> None:
    of_any = "{event: slut, of: any_item}"
    assert plans(rule(of_any), log("slut 2025-03-03, item: b")) == ["ended 2025-03-03"]
    series = rule(of_any, time="repeat: {each: month}")
    assert plans(series, log("slut 2025-03-10, item: b")) == ["ended 2025-03-10"]
    waits = rule(of_any).replace("trigger: start", "trigger: {missing: klar, since: start, for: {days: 9}}")
    assert plans(waits, log()) == ["overdue -"]
    for day in ("03", "10"):
        assert plans(waits, log(f"slut 2025-03-{day}, item: b")) == []


def test_5_2_it_ends_on_the_day_on_which_another_becomes_overdue() -> None:
    rules = rule("{overdue: annan}")
    asked = "ansokan 2025-03-04, item: a"  # due on the 9th
    assert plans(rules, log(asked), "2025-03-09") == ["due -"]
    assert plans(rules, log(asked), "2025-03-10") == ["ended 2025-03-10"]
    assert next_change(rules, log(asked), "2025-03-04") == date(2025, 3, 10)
    # Done in time, another item's, or overdue before this one opened.
    assert plans(rules, log(asked, "fraga 2025-03-09, item: a")) == ["overdue -"]
    assert plans(rules, log("ansokan 2025-03-04, item: b")) == ["overdue -"]
    assert plans(rules, log("ansokan 2025-02-20, item: a"), "2025-03-31") == ["due -"]
    # What is the case's bears on all.
    assert plans(rules, log("ansokan 2025-03-04")) == ["ended 2025-03-10"]


def test_5_2_what_opens_on_the_day_on_which_another_becomes_overdue_is_not_ended_by_that() -> None:
    """Reading 5.2: it becomes overdue as the day begins, whatever the day brings (1.12)."""
    rules = rule("{overdue: annan}")
    assert plans(rules, "- {type: ansokan, at: 2025-02-25, item: a}\n" + START, "2025-03-31") == ["due -"]
    waits = rules.replace("trigger: start", "trigger: {missing: klar, since: start, for: {days: 9}}")
    assert plans(waits, "- {type: ansokan, at: 2025-02-25, item: a}\n" + START, columns="opened") == ["2025-03-13"]
    assert plans(waits, "- {type: ansokan, at: 2025-02-26, item: a}\n" + START, columns="opened") == []


def test_5_2_what_another_being_overdue_ended_can_be_fulfilled_that_day_and_not_extended() -> None:
    rules = rule("{overdue: annan}", ", extended_by: {event: besked, by: {days: 10}}")
    asked = "ansokan 2025-03-04, item: a"
    assert plans(rules, log(asked, "klar 2025-03-10, item: a")) == ["fulfilled -"]
    assert plans(rules, log(asked, "klar 2025-03-11, item: a")) == ["ended 2025-03-10"]
    assert plans(rules, log(asked, "besked 2025-03-10, item: a"), columns="due breaches") == ["2025-04-02 -"]


def test_5_2_a_series_ends_with_another_being_overdue() -> None:
    asked = log("ansokan 2025-03-04, item: a")
    for repeat in ("{each: month}", "{every: {days: 9}, from: trigger}", "{every: {days: 9}, from: fulfilment}"):
        assert plans(rule("{overdue: annan}", time=f"repeat: {repeat}"), asked) == ["ended 2025-03-10"]
    done = log("ansokan 2025-03-04, item: a", "klar 2025-03-10, item: a")
    repeat = "repeat: {every: {days: 9}, from: fulfilment}"
    assert plans(rule("{overdue: annan}", time=repeat), done) == ["fulfilled -"]


def test_5_2_a_rule_can_end_by_being_overdue_itself() -> None:
    assert plans(rule("{overdue: plan}"), log(), "2025-04-02") == ["due -"]
    assert plans(rule("{overdue: plan}"), log(), "2025-04-03") == ["ended 2025-04-03"]
    # What waits for it to be overdue comes all the same.
    rules = (
        rule("{overdue: plan}") + "\n- {id: sedan, trigger: {overdue: plan}, deadline: {days: 3}, fulfilled_by: klar}"
    )
    assert told(rules, log(), "2025-04-03", "rule opened status") == [
        "sedan 2025-04-03 due",
        "plan 2025-03-03 ended",
    ]


def test_5_2_two_that_end_each_other_by_being_overdue_on_one_day_both_end() -> None:
    """An ending sets nothing off, so that it makes no circle (RM220)."""
    rules = """
    - {id: plan, trigger: start, deadline: {days: 5}, fulfilled_by: klar, ends_with: {overdue: annan}}
    - {id: annan, trigger: start, deadline: {days: 5}, fulfilled_by: klar, ends_with: {overdue: plan}}
    """
    assert told(rules, log(), "2025-03-20", "rule status ended_on") == [
        "annan ended 2025-03-09",
        "plan ended 2025-03-09",
    ]


def test_5_2_it_ends_with_the_day_that_a_fact_gives() -> None:
    rules = rule("{date: dag}")
    given = "besked 2025-03-05, item: a, data: {dag: 2025-03-20}"
    assert plans(rules, log(given), "2025-03-19") == ["due -"]
    assert plans(rules, log(given), "2025-03-20") == ["ended 2025-03-20"]
    # That day is the last on which it can be fulfilled, whatever comes before its end.
    assert plans(rules, log(given, "klar 2025-03-20, item: a")) == ["fulfilled -"]
    assert plans(rules, log(given, "klar 2025-03-21, item: a")) == ["ended 2025-03-20"]


def test_5_2_a_date_given_late_ends_on_the_day_on_which_it_is_given() -> None:
    rules = rule("{date: dag}")
    late = "besked 2025-03-25, item: a, data: {dag: %s}"
    assert plans(rules, log(late % "2025-03-20")) == ["ended 2025-03-25"]
    assert plans(rules, log(late % "2025-03-03")) == ["ended 2025-03-25"]
    # A date before the opening ends nothing.
    assert plans(rules, log(late % "2025-03-02")) == ["overdue -"]
    assert plans(rules, "- {type: besked, at: 2025-02-25, item: a, data: {dag: 2025-03-02}}\n" + log()) == ["overdue -"]


def test_5_2_the_date_that_stands_ends() -> None:
    rules = rule("{date: dag}")
    first = "besked 2025-03-05, item: a, data: {dag: 2025-03-20}"
    assert plans(rules, log(first, "besked 2025-03-10, item: a, data: {dag: 2025-03-25}")) == ["ended 2025-03-25"]
    assert plans(rules, log(first, "besked 2025-03-10, item: a, data: {dag: null}")) == ["overdue -"]
    assert plans(rules, log(first, "besked 2025-03-20, item: a, data: {dag: 2025-03-25}")) == ["ended 2025-03-25"]


def test_5_2_the_date_is_the_items_or_else_the_cases() -> None:
    rules = rule("{date: dag}")
    of_case = "besked 2025-03-05, data: {dag: 2025-03-20}"
    assert plans(rules, log(of_case)) == ["ended 2025-03-20"]
    assert plans(rules, log(of_case, "besked 2025-03-06, item: a, data: {dag: 2025-03-25}")) == ["ended 2025-03-25"]
    assert plans(rules, log("besked 2025-03-05, item: b, data: {dag: 2025-03-20}")) == ["overdue -"]
    # Without one of its own, from that day on, it has the case's, which may be past.
    own = "besked 2025-03-06, item: a, data: {dag: 2025-06-25}"
    assert plans(rules, log(of_case, own, "besked 2025-03-22, item: a, data: {dag: null}")) == ["ended 2025-03-22"]


def test_5_2_a_starting_date_ends() -> None:
    text = "items: {a: {dag: %s}}\nevents:\n  " + START
    assert plans(rule("{date: dag}"), text % "2025-03-20") == ["ended 2025-03-20"]
    assert plans(rule("{date: dag}"), text % "2025-03-03") == ["ended 2025-03-03"]
    assert plans(rule("{date: dag}"), text % "2025-03-02") == ["overdue -"]


def test_5_2_a_series_ends_with_the_day_that_a_fact_gives() -> None:
    given = log("besked 2025-03-05, item: a, data: {dag: 2025-04-30}")
    assert plans(rule("{date: dag}", time="repeat: {each: month}"), given, columns="opened status") == [
        "2025-03-03 ended",
        "2025-04-01 ended",
    ]
    repeat = "repeat: {every: {days: 9}, from: fulfilment}"
    done = log("besked 2025-03-05, item: a, data: {dag: 2025-03-20}", "klar 2025-03-20, item: a")
    assert plans(rule("{date: dag}", time=repeat), done) == ["fulfilled_late -"]
    rules = rule("{date: dag}", time="repeat: {every: {days: 30}, from: fulfilment}")
    assert plans(rules, done) == ["fulfilled -"]


def test_3_6_a_date_calls_off_what_has_waited_from_its_day_or_before() -> None:
    waits = rule("{date: dag}").replace("trigger: start", "trigger: {missing: klar, since: start, for: {days: 20}}")
    opened = ["2025-03-24"]
    given = "besked %s, item: a, data: {dag: %s}"
    assert plans(waits, log(), columns="opened") == opened
    assert plans(waits, log(given % ("2025-03-05", "2025-03-20")), columns="opened") == []
    assert plans(waits, log(given % ("2025-03-23", "2025-03-20")), columns="opened") == []
    assert plans(waits, log(given % ("2025-03-05", "2025-03-03")), columns="opened") == []
    # Before its start it calls nothing off; on the day it fires the day is not over.
    assert plans(waits, log(given % ("2025-03-05", "2025-03-02")), columns="opened") == opened
    assert plans(waits, log(given % ("2025-03-05", "2025-03-24")), columns="opened status") == ["2025-03-24 ended"]
    assert plans(waits, log("besked 2025-03-05, data: {dag: 2025-03-20}"), columns="opened") == []
    own = "besked 2025-03-06, item: a, data: {dag: 2025-06-25}"
    assert plans(waits, log("besked 2025-03-05, data: {dag: 2025-03-20}", own), columns="opened status") == [
        "2025-03-24 ended"
    ]


def test_5_2_what_is_overdue_when_the_day_begins_can_be_spared() -> None:
    rules = rule("slut", ", spares: [overdue]")
    assert plans(rules, log("slut 2025-04-03, item: a")) == ["overdue -"]  # due on 2 April
    assert plans(rules, log("slut 2025-04-02, item: a")) == ["ended 2025-04-02"]
    assert plans(rules, log("slut 2025-04-03, item: a", "klar 2025-05-01, item: a")) == ["fulfilled_late -"]
    assert plans(rule("slut"), log("slut 2025-04-03, item: a")) == ["ended 2025-04-03"]


def test_5_2_what_else_ends_spares_too() -> None:
    spared = ", spares: [overdue]"
    late = log("besked 2025-04-10, item: a, data: {dag: 2025-04-05}")
    assert plans(rule("{date: dag}", spared), late) == ["overdue -"]
    asked = log("ansokan 2025-04-10, item: a")
    assert plans(rule("{overdue: annan}", spared), asked) == ["overdue -"]


def test_5_2_the_last_months_report_is_owed_after_the_ending() -> None:
    series = "repeat: {each: month}, deadline: {days: 10}"
    ended = log("klar 2025-04-05, item: a", "slut 2025-05-14, item: a")
    columns = "opened status due"
    running = ["2025-05-01 overdue 2025-06-10"]
    overdue = ["2025-04-01 overdue 2025-05-10"]
    assert plans(rule("slut", time=series), ended, columns=columns)[1:] == [
        "2025-04-01 ended 2025-05-10",
        "2025-05-01 ended 2025-06-10",
    ]
    spares = rule("slut", ", spares: [overdue, running]", series)
    assert plans(spares, ended, columns=columns)[:2] == overdue + running
    # Nothing more opens.
    assert len(plans(spares, ended)) == 3
    assert plans(rule("slut", ", spares: running", series), ended, columns=columns)[0:1] == running
    assert plans(rule("slut", ", spares: overdue", series), ended, columns=columns)[0:1] == overdue


def test_5_2_the_first_and_the_last_day_of_a_period_are_of_it() -> None:
    spares = rule("slut", ", spares: running", "repeat: {each: month}")
    assert plans(spares, log("slut 2025-03-31, item: a"), columns="opened status") == ["2025-03-03 overdue"]
    assert plans(spares, log("slut 2025-03-03, item: a"), columns="opened status") == ["2025-03-03 overdue"]
    assert plans(spares, log("slut 2025-04-01, item: a"), columns="opened status") == ["2025-03-03 ended"]


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ("ends_with: {event: slut}", "RM156"),
        ("ends_with: {of: any_item}", "RM125"),
        ("ends_with: {overdue: plan, date: dag}", "RM121"),
        ("ends_with: {}", "RM157"),
        ("ends_with: {word: slut}", "RM101"),
        ("ends_with: 3", "RM103"),
        ("ends_with: [slut, {event: slut, of: any_item}]", "RM115"),
        ("ends_with: [{overdue: plan}, {overdue: plan}]", "RM115"),
        ("ends_with: {date: iub}", "RM217"),
        ("ends_with: {overdue: okand}", "RM206"),
        ("spares: overdue", "RM158"),
        ("ends_with: slut, spares: running", "RM159"),
        ("ends_with: slut, spares: all", "RM108"),
        ("ends_with: slut, spares: [overdue, overdue]", "RM115"),
    ],
)
def test_5_2_what_cannot_stand_is_refused(more: str, code: str) -> None:
    with pytest.raises(RulesError) as refused:
        engine(f"- {{id: plan, trigger: start, deadline: {{days: 3}}, fulfilled_by: klar, {more}}}")
    assert [one.code for one in refused.value.diagnostics] == [code]


@pytest.mark.parametrize(
    ("trigger", "more", "code"),
    [
        ("{overdue: andra, survives: true}", ", ends_with: slut", "RM154"),
        ("{state: franvaro, survives: true}", ", ends_with: slut", "RM154"),
        ("{fulfilled: andra, survives: false}", ", ends_with: slut", "RM154"),
        ("{date: dag, survives: true}", "", "RM155"),
        ("{date: dag, survives: 1}", ", ends_with: slut", "RM105"),
    ],
)
def test_3_6_what_cannot_survive_is_refused(trigger: str, more: str, code: str) -> None:
    andra = "\n- {id: andra, trigger: start, deadline: {days: 3}, fulfilled_by: klar}"
    with pytest.raises(RulesError) as refused:
        engine(f"- {{id: plan, trigger: {trigger}, deadline: {{days: 3}}, fulfilled_by: klar{more}}}{andra}")
    assert [one.code for one in refused.value.diagnostics] == [code]


def test_5_2_what_ended_without_an_event_can_be_sent_and_compared() -> None:
    of = engine(rule("{overdue: annan}"))
    one = case(log("ansokan 2025-03-04, item: a"))
    (ended,) = [o for o in of.evaluate(one, date(2025, 4, 1)).obligations if o.rule == "sol.plan"]
    assert pickle.loads(pickle.dumps(ended)) == ended
    assert (ended.fulfilled_on, ended.fulfilled_by, str(ended.ended_on)) == (None, None, "2025-03-10")


ASKED = ", only_if: {iub: true}"


def answered(day: str) -> str:
    return f"besked {day}, item: a, data: {{iub: true}}"


def test_2_6_what_an_answer_opens_has_ended_by_a_date_or_by_another_rule_in_the_days_since() -> None:
    dated = "besked %s, item: a, data: {dag: 2025-03-10}"
    assert plans(rule("{date: dag}", ASKED), log(dated % "2025-03-05", answered("2025-03-08"))) == ["ended 2025-03-10"]
    assert plans(rule("{date: dag}", ASKED), log(dated % "2025-03-05", answered("2025-03-20"))) == ["ended 2025-03-10"]
    before = "- {type: besked, at: 2025-03-01, item: a, data: {dag: 2025-03-10}}\n"
    assert plans(rule("{date: dag}", ASKED), before + log(answered("2025-03-20"))) == ["ended 2025-03-10"]
    late = log("ansokan 2025-03-04, item: a", answered("%s"))
    for day, ended in (("2025-03-09", "2025-03-10"), ("2025-03-10", "2025-03-10"), ("2025-03-11", "2025-03-10")):
        assert plans(rule("{overdue: annan}", ASKED), late % day) == [f"ended {ended}"]
    assert plans(rule("{overdue: plan}", ASKED), log(answered("2025-05-01"))) == ["ended 2025-04-03"]


def test_2_7_an_event_of_any_item_closes_a_question_too() -> None:
    of_any = rule("{event: slut, of: any_item}", ASKED)
    for day in ("2025-03-03", "2025-03-05"):
        assert plans(of_any, log(f"slut {day}, item: b", answered("2025-03-08"))) == []
        assert plans(rule("slut", ASKED), log(f"slut {day}, item: b", answered("2025-03-08"))) == ["overdue -"]


def test_5_2_the_report_of_a_period_that_has_ended_and_is_not_overdue_is_owed_too() -> None:
    """Ended on 3 April: March's report is due on the 5th, April's on 5 May; a later ending takes neither away."""
    series = "repeat: {each: month}, deadline: {day_of_month: 5, months_ahead: 1}"
    both = log("slut 2025-04-03, item: a", "slut 2025-04-20, item: a")
    columns = "opened status due"
    owed = plans(rule("slut", ", spares: [running]", time=series), both, "2025-04-05", columns=columns)
    assert owed == ["2025-03-03 due 2025-04-05", "2025-04-01 due 2025-05-05"]
    later = plans(rule("slut", ", spares: [running]", time=series), both, "2025-05-31", columns=columns)
    assert later == ["2025-03-03 overdue 2025-04-05", "2025-04-01 overdue 2025-05-05"]
