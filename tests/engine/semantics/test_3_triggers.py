"""Section 3 of the semantics: triggers. Rules and cases in, verdicts out; 3 March 2025 is a Monday."""

from datetime import date

import pytest

from rutinmotor import RulesError
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.semantics.asking import VOCABULARY, ask, case, engine, gaps, told

START = "- {type: start, at: 2025-03-03, id: e1}\n"


def on(trigger: str, more: str = "", deadline: str = "{days: 7}") -> str:
    """A rule with this trigger."""
    return f"- {{id: plan, trigger: {trigger}, deadline: {deadline}, fulfilled_by: klar{more}}}\n"


OTHER = "- {id: annan, trigger: start, deadline: {days: 2}, fulfilled_by: fraga}\n"  # due on Wednesday the 5th


@pytest.mark.parametrize(
    ("trigger", "opened", "said"),
    [
        ("start", "2025-03-03", "event:start:e1"),
        ("{overdue: annan}", "2025-03-06", "overdue:sol.annan"),
        ("{fulfilled: annan}", "2025-03-07", "fulfilled:sol.annan"),
        ("{state: franvaro}", "2025-03-04", "state:franvaro"),
        ("{state: franvaro, longer_than: {days: 5}}", "2025-03-09", "state:franvaro"),
        ("{missing: ansokan, since: start, for: {days: 3}}", "2025-03-07", "missing:ansokan"),
        ("{date: dag}", "2025-03-12", "date:dag"),
        ("{date: dag, plus: {days: 1}}", "2025-03-13", "date:dag"),
        ("{date: dag, minus: {working_days: 3, calendar: vardag}}", "2025-03-07", "date:dag"),  # Wed to Fri
        ("{ahead_of: annan, by: {days: 1}}", "2025-03-04", "ahead_of:sol.annan"),
        ("[beslut, {state: franvaro}, {date: dag}]", "2025-03-04", "state:franvaro"),
    ],
)
def test_3_1_every_kind_of_trigger(trigger: str, opened: str, said: str) -> None:
    log = """
    facts: {dag: 2025-03-12}
    events:
      - {type: start, at: 2025-03-03, id: e1}
      - {type: borta, at: 2025-03-04, id: e2}
      - {type: fraga, at: 2025-03-07, id: e3}
    """
    found = told(OTHER + on(trigger, ", on_repeat: keep"), log, "2025-03-14", "rule opened trigger")
    assert [line for line in found if line.startswith("plan")] == [f"plan {opened} {said}"]


def test_3_1_a_list_is_any_of_them() -> None:
    log = START + "- {type: beslut, at: 2025-03-05}"
    assert told(on("[start, beslut]"), log, "2025-03-31", "opened") == ["2025-03-03", "2025-03-05"]


def test_3_1_one_event_triggers_one_rule_once_even_where_two_lines_match() -> None:
    """Reading 3.1: the first line in the list counts, `event` by its type or `state` by the run that it begins."""
    away = "- {type: borta, at: 2025-03-03, id: e1}"
    assert told(on("[borta, {state: franvaro}]"), away, "2025-03-31", "trigger") == ["event:borta:e1"]
    assert told(on("[{state: franvaro}, borta]"), away, "2025-03-31", "trigger") == ["state:franvaro"]
    # the second absence begins no new run, so only the event's own line matches
    again = away + "\n- {type: borta, at: 2025-03-04, id: e2}"
    assert told(on("[{state: franvaro}, borta]"), again, "2025-03-31", "trigger") == [
        "state:franvaro",
        "event:borta:e2",
    ]


def test_3_1_other_happenings_are_one_trigger_each() -> None:
    """Reading 3.1: two obligations overdue on one day are two."""
    rules = OTHER + on("{overdue: annan}")
    log = START + START.replace("e1", "e2")
    assert [line for line in told(rules, log, "2025-03-06", "rule opened") if line.startswith("plan")] == [
        "plan 2025-03-06",
        "plan 2025-03-06",
    ]


def opened(rules: str, log: str, at: str = "2025-12-31", rule: str = "plan", **more: str) -> list[str]:
    """The days on which a rule opened, in order of time."""
    found = told(rules, log, at, "rule opened", **more)
    return sorted(line.removeprefix(f"{rule} ") for line in found if line.startswith(f"{rule} "))


def test_3_2_overdue_fires_on_the_day_after_the_due_date() -> None:
    rules = OTHER + on("{overdue: annan}")
    assert opened(rules, START, "2025-03-05") == []
    assert opened(rules, START, "2025-03-06") == ["2025-03-06"]
    assert opened(rules, START + "- {type: fraga, at: 2025-03-05}") == []
    assert opened(rules, START + "- {type: fraga, at: 2025-03-06}") == ["2025-03-06"]


def test_3_2_overdue_fires_on_the_day_after_it_opened_if_that_is_later() -> None:
    rules = "- {id: annan, trigger: start, deadline: {date: dag}, fulfilled_by: fraga}\n" + on("{overdue: annan}")
    assert opened(rules, "facts: {dag: 2025-02-01}\nevents: [{type: start, at: 2025-03-03}]") == ["2025-03-04"]


def test_3_2_overdue_again_after_a_restart() -> None:
    """Reading 3.2 Overdue: a restarted obligation that becomes overdue anew fires anew."""
    rules = OTHER.replace("}\n", ", on_repeat: restart}\n") + on("{overdue: annan}")
    assert opened(rules, START + "- {type: start, at: 2025-03-10}") == ["2025-03-06", "2025-03-13"]


def test_3_2_overdue_of_a_restarted_one_whose_due_date_is_past() -> None:
    """Reading 3.2 Overdue, added: on the day after the later of the due date, the opening and the restart."""
    rules = "- {id: annan, trigger: start, deadline: {date: dag}, fulfilled_by: fraga, on_repeat: restart}\n"
    log = "facts: {dag: 2025-03-04}\nevents: [{type: start, at: 2025-03-03}, {type: start, at: 2025-03-10}]"
    assert opened(rules + on("{overdue: annan}"), log) == ["2025-03-05", "2025-03-11"]


def test_3_2_fulfilled_fires_on_the_day_of_the_fulfilment_or_of_the_opening_if_that_is_later() -> None:
    rules = OTHER + on("{fulfilled: annan}")
    assert opened(rules, START + "- {type: fraga, at: 2025-03-09}") == ["2025-03-09"]
    early = OTHER.replace("}\n", ", counts_from: beslut}\n") + on("{fulfilled: annan}")
    log = "- {type: beslut, at: 2025-02-24}\n- {type: fraga, at: 2025-02-26}\n" + START
    assert told(early, log, "2025-03-03", "rule fulfilled_on")[1] == "annan 2025-02-26"
    assert opened(early, log) == ["2025-03-03"]


def test_3_2_a_state_fires_with_the_event_that_begins_it() -> None:
    log = """
    - {type: borta, at: 2025-03-03, item: h1}
    - {type: borta, at: 2025-03-05, item: h1}
    - {type: hemma, at: 2025-03-06}
    - {type: borta, at: 2025-03-09}
    """
    assert told(on("{state: franvaro}"), log, "2025-03-31", "opened item") == [
        "2025-03-03 h1",
        "2025-03-09 -",
    ]


def test_3_2_longer_than_30_days_begun_on_the_1st_is_the_31st() -> None:
    rule = on("{state: franvaro, longer_than: {days: 30}}")
    begun = "- {type: borta, at: 2025-03-01, item: h1}\n"
    assert opened(rule, begun, "2025-03-30") == []
    assert told(rule, begun, "2025-04-30", "opened item") == ["2025-03-31 h1"]
    assert opened(rule, begun + "- {type: hemma, at: '2025-03-31T23:00:00', item: h1}") == []
    assert opened(rule, begun + "- {type: hemma, at: 2025-04-01, item: h1}") == ["2025-03-31"]


def test_3_2_longer_than_is_for_the_item_or_case_that_the_state_began_on() -> None:
    rule = on("{state: franvaro, longer_than: {days: 3}}")
    log = "items: {h1: {}, h2: {}}\nevents: [{type: borta, at: 2025-03-03}, {type: hemma, at: 2025-03-04, item: h1}]"
    assert told(rule, log, "2025-03-31", "opened item") == ["2025-03-06 -"]


def test_3_2_longer_than_nothing_is_the_day_itself() -> None:
    """Reading 3.2 Longer than: with N = 0 it fires on the day it began, if it holds at the end of that day."""
    rule = on("{state: franvaro, longer_than: {days: 0}}")
    begun = "- {type: borta, at: 2025-03-03T08:00:00}\n"
    assert opened(rule, begun) == ["2025-03-03"]
    assert opened(rule, begun + "- {type: hemma, at: 2025-03-03T09:00:00}") == []


@pytest.mark.parametrize(
    ("besked", "fires"),
    [("2025-03-02", True), ("2025-03-03", False), ("2025-03-08", False), ("2025-03-09", True)],
)
def test_3_2_missing_looks_from_the_day_of_y_to_the_last_day(besked: str, fires: bool) -> None:
    """Reading 3.2 Missing: five days from the 3rd, whose last is the 8th; both ends are looked at."""
    rule = on("{missing: besked, since: start, for: {days: 5}}")
    assert opened(rule, START + f"- {{type: besked, at: {besked}}}") == (["2025-03-09"] if fires else [])


def test_3_2_missing_is_asked_for_each_y_and_of_what_bears_on_it() -> None:
    rule = on("{missing: besked, since: start, for: {days: 5}}")
    log = """
    - {type: start, at: 2025-03-03, item: h1}
    - {type: start, at: 2025-03-04, item: h2}
    - {type: start, at: 2025-03-05, item: h1}
    - {type: besked, at: 2025-03-04, item: h1}
    """
    assert told(rule, log, "2025-03-31", "opened item") == ["2025-03-10 h2", "2025-03-11 h1"]
    assert told(rule, log.replace("03-04, item: h1", "03-05"), "2025-03-31", "opened item") == []


def test_3_2_missing_and_since_are_two_types() -> None:
    """Reading 3.2 Missing."""
    with pytest.raises(RulesError):
        engine(on("{missing: start, since: start, for: {days: 5}}"))


def test_3_2_missing_sees_only_events_that_count() -> None:
    """Reading 3.2 Missing: on the day after the last day nothing later can have been seen."""
    rule = on("{missing: besked, since: start, for: {days: 5}}")
    late = START + "- {type: besked, at: 2025-03-05, recorded: 2025-03-20}"
    assert opened(rule, late, "2025-03-31") == []
    assert opened(rule, late, "2025-03-12", known="2025-03-12") == ["2025-03-09"]


def test_3_2_a_facts_date_fires_on_that_day_for_what_the_fact_stands_on() -> None:
    rule = on("{date: dag}")
    log = """
    facts: {dag: 2025-03-10}
    items: {h1: {dag: 2025-03-12}, h2: {}}
    events: [{type: start, at: 2025-03-03}]
    """
    assert told(rule, log, "2025-03-31", "opened item") == ["2025-03-10 -", "2025-03-12 h1"]


def test_3_2_a_facts_date_before_the_first_event_does_not_fire() -> None:
    """Reading 3.2 A fact's date: nor does any in a case without events."""
    rule = on("{date: dag}")
    assert opened(rule, "facts: {dag: 2025-03-02}\nevents: [{type: start, at: 2025-03-03}]") == []
    assert opened(rule, "facts: {dag: 2025-03-03}\nevents: [{type: start, at: 2025-03-03}]") == ["2025-03-03"]
    assert opened(rule, "facts: {dag: 2025-03-03}\nevents: []") == []


def test_3_2_two_facts_that_give_one_day_are_two_triggers() -> None:
    text = f"catalogue: sol\n{VOCABULARY}rules:\n  {on('[{date: dag}, {date: senast}]')}".replace(
        "facts:\n", "facts:\n  senast: {title: Senast, type: date}\n"
    )
    of = engine_from_texts({"sol.yaml": text.replace("id: plan", "id: plan, actor: utforare")})
    both = case("facts: {dag: 2025-03-05, senast: 2025-03-05}\nevents: [{type: start, at: 2025-03-03}]")
    found = of.evaluate(both, date(2025, 3, 5)).obligations
    assert [one.trigger.type for one in found] == ["dag", "senast"]


def test_3_2_a_facts_date_is_the_value_at_the_end_of_the_day() -> None:
    """Reading 3.2 A fact's date: a date that is moved to a later day before it comes fires then, once."""
    rule = on("{date: dag}")
    moved = """
    facts: {dag: 2025-03-10}
    events: [{type: start, at: 2025-03-03}, {type: besked, at: %s, data: {dag: 2025-03-20}}]
    """
    assert opened(rule, moved % "2025-03-10") == ["2025-03-20"]
    assert opened(rule, moved % "2025-03-11") == ["2025-03-10", "2025-03-20"]
    known_late = "- {type: besked, at: 2025-03-05, data: {dag: 2025-03-04}}"  # the day had passed
    assert opened(rule, START + known_late) == []
    the_same_day = "- {type: besked, at: 2025-03-05, data: {dag: 2025-03-05}}"
    assert opened(rule, START + the_same_day) == ["2025-03-05"]


def test_3_2_a_span_out_of_the_years_never_fires_and_one_out_of_a_calendar_is_an_error() -> None:
    """Reading 3.2 A span, added while building."""
    log = "facts: {dag: 2100-12-31}\nevents: [{type: start, at: 2025-03-03}]"
    assert opened(on("{date: dag, plus: {years: 9000}}"), log) == []
    with pytest.raises(CaseError, match=r"sol\.plan"):
        ask(on("{date: dag, plus: {working_days: 1, calendar: vardag}}"), log, "2025-03-31")


def ahead(by: str = "{days: 3}", more: str = "") -> str:
    """Another rule due on Monday the 10th, and one that runs ahead of it."""
    return (
        "- {id: annan, trigger: start, deadline: {days: 7}, fulfilled_by: fraga, paused_while: franvaro,"
        " extended_by: {event: besked, by: {days: 7}}}\n"
        f"- {{id: plan, trigger: {{ahead_of: annan, by: {by}}}, fulfilled_by: klar{more}}}"
    )


def test_3_2_ahead_of_fires_before_the_due_date_and_is_due_on_it() -> None:
    assert opened(ahead(), START, "2025-03-06") == []
    assert told(ahead(), START, "2025-03-07", "rule opened due") == [
        "annan 2025-03-03 2025-03-10",
        "plan 2025-03-07 2025-03-10",
    ]
    assert told(ahead(more=", deadline: {days: 1}"), START, "2025-03-07", "rule due")[0] == "plan 2025-03-08"


def test_3_2_ahead_of_fires_when_the_other_opens_if_that_is_later() -> None:
    assert opened(ahead("{days: 30}"), START) == ["2025-03-03"]


def test_3_2_ahead_of_fires_only_if_the_other_is_open_at_the_end_of_that_day() -> None:
    assert opened(ahead(), START + "- {type: fraga, at: 2025-03-07}") == []
    assert opened(ahead(), START + "- {type: fraga, at: 2025-03-08}") == ["2025-03-07"]


def test_3_2_ahead_of_waits_while_the_other_is_paused_and_then_fires_at_once() -> None:
    """Reading 3.2 Ahead of: today is on or after the day, the other is open and not paused, and it has not fired."""
    log = START + "- {type: borta, at: 2025-03-07}\n- {type: hemma, at: 2025-03-09}"
    # the 7th and the 8th are not counted: due on Wednesday the 12th, three days ahead of which is the 9th
    assert told(ahead(), log, "2025-03-09", "rule opened due") == [
        "annan 2025-03-03 2025-03-12",
        "plan 2025-03-09 2025-03-12",
    ]
    longer = log.replace("03-09", "03-20")
    # the 7th to the 10th and on, 13 days: the due date is three counted days after the 19th, Sunday the 23rd
    assert told(ahead("{days: 10}"), longer, "2025-03-20", "rule opened due") == [
        "annan 2025-03-03 2025-03-23",
        "plan 2025-03-03 2025-03-23",  # opened before the pause, and due with the other
    ]
    assert opened(ahead("{days: 3}"), longer) == ["2025-03-20"]


def test_3_2_ahead_of_fires_once_for_each_obligation_and_follows_its_due_date() -> None:
    """Reading 3.2 Ahead of: what it opened moves with the due date, and no more opens."""
    log = START + "- {type: besked, at: 2025-03-08}"
    assert told(ahead(), log, "2025-03-31", "rule opened due") == [
        "annan 2025-03-03 2025-03-17",
        "plan 2025-03-07 2025-03-17",
    ]


def test_3_2_ahead_of_fires_at_once_if_its_day_is_past_when_the_due_date_becomes_known() -> None:
    rules = """
    - {id: annan, trigger: start, deadline: {before: beslut}, fulfilled_by: fraga}
    - {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, fulfilled_by: klar}
    """
    assert opened(rules, START, "2025-03-31") == []
    assert told(rules, START + "- {type: beslut, at: 2025-03-20}", "2025-03-20", "rule opened due") == [
        "annan 2025-03-03 2025-03-20",
        "plan 2025-03-20 2025-03-20",
    ]


def test_3_2_ahead_of_by_an_urgency_word() -> None:
    """Reading 3.2 Ahead of: an undefined word fires when the other opens, a defined one counts back."""
    rules = ahead("{urgency: i_god_tid}")
    assert opened(rules, START) == ["2025-03-03"]
    assert opened(rules, START, head="urgency: {i_god_tid: {days: 2}}") == ["2025-03-08"]
    without = "- {id: annan, trigger: start, deadline: none, fulfilled_by: fraga}\n"
    without += "- {id: plan, trigger: {ahead_of: annan, by: {urgency: i_god_tid}}, fulfilled_by: klar}"
    assert told(without, START, "2025-03-03", "rule opened due") == ["annan 2025-03-03 -", "plan 2025-03-03 -"]


def test_3_2_ahead_of_by_an_undefined_word_waits_for_the_pause_to_end() -> None:
    """Reading 3.2 Ahead of: at the end of the opening day, or once no longer paused."""
    log = START + "- {type: borta, at: 2025-03-03}\n- {type: hemma, at: 2025-03-06}"
    assert opened(ahead("{urgency: i_god_tid}"), log) == ["2025-03-06"]


def test_3_2_ahead_of_once_for_each_rule_whatever_its_lines() -> None:
    """Reading 3.2 Ahead of, added: however many of its lines name the other."""
    rules = (
        ahead()
        .replace(
            "{ahead_of: annan, by: {days: 3}}", "[{ahead_of: annan, by: {days: 3}}, {ahead_of: annan, by: {days: 5}}]"
        )
        .replace("fulfilled_by: klar}", "fulfilled_by: klar, deadline: {days: 9}}")
    )
    assert opened(rules, START) == ["2025-03-05"]


def test_3_2_ahead_of_on_a_day_when_no_version_is_in_force_passes_without_it() -> None:
    """Reading 3.2 Ahead of, added: until the other's due date becomes known, moves or is freed from a pause again."""
    rules = ahead(more=", in_force: {from: 2025-03-09}")  # it would have fired on the 7th
    assert opened(rules, START) == []
    assert opened(rules, START + "- {type: besked, at: 2025-03-09}") == ["2025-03-14"]  # three days ahead of the 17th


def test_3_2_ahead_of_has_fired_even_where_the_condition_says_no() -> None:
    """Reading 3.2 Ahead of, added: later it is not asked again."""
    rules = ahead(more=", only_if: {iub: true}")
    log = "facts: {iub: %s}\nevents: [{type: start, at: 2025-03-03}, {type: besked, at: 2025-03-08, data: {iub: true}}]"
    assert opened(rules, log % "true") == ["2025-03-07"]
    assert opened(rules, log % "false") == []


@pytest.mark.parametrize("deadline", ["none", "{urgency: snarast}"])
def test_3_2_ahead_of_with_any_deadline_does_not_take_the_others_due_date(deadline: str) -> None:
    """Reading 3.2 Ahead of, added."""
    assert "plan -" in told(ahead(more=f", deadline: {deadline}"), START, "2025-03-07", "rule due")


SIMULTANEOUS = """
- {id: annan, trigger: start, deadline: {days: 2}, fulfilled_by: fraga}
- {id: plan, trigger: [%s], on_repeat: keep, deadline: none, fulfilled_by: klar}
"""
TIMERS = [
    # Fulfilled by a clockless event, which serves first of all.
    ("{fulfilled: annan}", "fulfilled:sol.annan"),
    ("{overdue: annan}", "overdue:sol.annan"),
    ("{missing: ansokan, since: start, for: {days: 2}}", "missing:ansokan"),
    ("{state: franvaro, longer_than: {days: 3}}", "state:franvaro"),
    ("{date: dag}", "date:dag"),
    ("besked", "event:besked:e3"),
    ("{ahead_of: framme, by: {days: 1}}", "ahead_of:sol.framme"),
]


@pytest.mark.parametrize("first", range(len(TIMERS)))
def test_3_2_the_timers_of_a_day_fire_in_one_order(first: int) -> None:
    """Reading 3.2, 1.12: all fall on Thursday the 6th; with `keep` the one that fires first is the trigger."""
    lines = ", ".join(line for line, _ in reversed(TIMERS[first:]))
    rules = SIMULTANEOUS % lines + "- {id: framme, trigger: start, deadline: {days: 4}, fulfilled_by: slut}"
    log = """
    facts: {dag: 2025-03-06}
    events:
      - {type: start, at: 2025-03-03}
      - {type: borta, at: 2025-03-03}
      - {type: besked, at: 2025-03-06, id: e3}
      - {type: fraga, at: 2025-03-06}
    """
    found = told(rules, log, "2025-03-06", "rule opened trigger")
    assert f"plan 2025-03-06 {TIMERS[first][1]}" in found


def test_3_2_timers_of_one_kind_fire_by_rule_then_item_and_rules_are_taken_by_full_id() -> None:
    """Reading 3.2, 1.8(a): ties that nothing else parts stand in the order of opening."""
    rules = """
    - {id: b, trigger: start, deadline: {days: 2}, fulfilled_by: fraga}
    - {id: a, trigger: start, deadline: {days: 2}, fulfilled_by: fraga}
    - {id: plan, trigger: [{overdue: b}, {overdue: a}], on_repeat: keep, per: case, deadline: none, fulfilled_by: klar}
    """
    log = "[{type: start, at: 2025-03-03, item: h2}, {type: start, at: 2025-03-03, item: h1}]"
    assert "plan overdue:sol.a" in told(rules, f"events: {log}", "2025-03-06", "rule trigger")
    each = "- {id: plan, trigger: start, per: item, deadline: none, fulfilled_by: klar}"
    items = "items: {h2: {}, h3: {}, h1: {}}\nevents: [{type: start, at: 2025-03-03}]"
    assert told(each, items, "2025-03-03", "item") == ["h1", "h2", "h3"]


def test_3_3_an_obligation_belongs_to_its_triggers_item_or_to_the_case() -> None:
    log = "[{type: start, at: 2025-03-03, item: h1}, {type: start, at: 2025-03-03}]"
    assert told(on("start"), f"events: {log}", "2025-03-03", "item") == ["-", "h1"]
    assert told(on("start", ", per: case"), f"events: {log}", "2025-03-03", "item") == ["-", "-"]
    assert told(on("start", ", per: item"), f"events: {log}", "2025-03-03", "item") == ["h1", "h1"]


def test_3_3_per_item_opens_one_for_each_item_named_so_far() -> None:
    """Reading 3.3: those of the case and of all events that count up to the end of that day."""
    log = """
    items: {h1: {}}
    events:
      - {type: start, at: 2025-03-03T08:00:00}
      - {type: besked, at: 2025-03-03T20:00:00, item: h2}
      - {type: besked, at: 2025-03-04, item: h3}
    """
    assert told(on("start", ", per: item"), log, "2025-03-10", "item") == ["h1", "h2"]
    assert told(on("start", ", per: item"), START, "2025-03-10", "item") == []


@pytest.mark.parametrize(
    ("start", "klar", "status"),
    [
        (", item: h1", ", item: h1", "fulfilled"),
        (", item: h1", ", item: h2", "due"),
        (", item: h1", "", "fulfilled"),
        ("", ", item: h2", "fulfilled"),
        ("", "", "fulfilled"),
    ],
)
def test_3_3_an_event_bears_on_it_with_the_same_item_or_where_either_has_none(
    start: str, klar: str, status: str
) -> None:
    log = f"- {{type: start, at: 2025-03-03{start}}}\n- {{type: klar, at: 2025-03-05{klar}}}"
    assert told(on("start"), log, "2025-03-05", "status") == [status]


TWICE = START + "- {type: start, at: 2025-03-05, id: e2}\n"


@pytest.mark.parametrize(
    ("on_repeat", "expected"),
    [
        ("", ["2025-03-03 2025-03-10 event:start:e1", "2025-03-05 2025-03-12 event:start:e2"]),  # add
        (", on_repeat: add", ["2025-03-03 2025-03-10 event:start:e1", "2025-03-05 2025-03-12 event:start:e2"]),
        (", on_repeat: keep", ["2025-03-03 2025-03-10 event:start:e1"]),
        (", on_repeat: restart", ["2025-03-03 2025-03-12 event:start:e1"]),
    ],
)
def test_3_4_add_keep_restart(on_repeat: str, expected: list[str]) -> None:
    assert told(on("start", on_repeat), TWICE, "2025-03-06", "opened due trigger") == expected


def test_3_4_another_item_is_another_obligation() -> None:
    log = """
    - {type: start, at: 2025-03-03, item: h1}
    - {type: start, at: 2025-03-05, item: h2}
    - {type: start, at: 2025-03-06}
    """
    assert told(on("start", ", on_repeat: keep"), log, "2025-03-06", "item") == ["h1", "h2", "-"]


def test_3_4_what_is_closed_is_not_open() -> None:
    """Reading 3.4: nor what was ended earlier on the same day."""
    rule = on("start", ", on_repeat: keep, ends_with: slut")
    ended = START + "- {type: slut, at: 2025-03-05T08:00:00}\n- {type: start, at: 2025-03-05T09:00:00}"
    assert told(rule, ended, "2025-03-05", "opened status") == ["2025-03-05 due", "2025-03-03 ended"]
    done = START + "- {type: klar, at: 2025-03-04}\n- {type: start, at: 2025-03-05}"
    assert told(rule, done, "2025-03-05", "opened status") == ["2025-03-05 due", "2025-03-03 fulfilled"]


def test_3_4_restart_begins_not_before_pauses_and_extensions_anew() -> None:
    rule = on("start", ", on_repeat: restart, paused_while: franvaro, extended_by: {event: besked, by: {days: 7}}")
    log = (
        START
        + """
- {type: besked, at: 2025-03-04}
- {type: borta, at: 2025-03-05}
- {type: hemma, at: 2025-03-07}
- {type: start, at: 2025-03-10}
"""
    )
    assert told(rule, log, "2025-03-09", "opened due") == ["2025-03-03 2025-03-19"]  # 10 + 7 + 2 days
    assert told(rule, log, "2025-03-10", "opened due") == ["2025-03-03 2025-03-17"]
    again = log + "- {type: besked, at: 2025-03-11}"  # it may be extended once more
    assert told(rule, again, "2025-03-11", "due breaches") == ["2025-03-24 -"]
    early = on("start", ", on_repeat: restart, not_before: {days: 5}", "none")
    done = TWICE + "- {type: klar, at: 2025-03-09, id: k}"  # five days after the 3rd, four after the 5th
    assert told(early, done, "2025-03-09", "breaches") == ["too_early:k"]


def test_3_4_restart_of_all_that_is_open_of_that_rule_and_item() -> None:
    """Reading 3.4: the version in force on the day decides, and each keeps its own deadline and its breaches."""
    rules = """
    - {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, in_force: {to: 2025-03-09}}
    - {id: plan, trigger: start, deadline: {days: 9}, fulfilled_by: klar, on_repeat: restart,
       in_force: {from: 2025-03-10}}
    """
    log = TWICE + "- {type: start, at: 2025-03-10}"
    assert told(rules, log, "2025-03-10", "opened due") == ["2025-03-03 2025-03-17", "2025-03-05 2025-03-17"]


def test_3_4_restart_keeps_breaches_and_what_ran_ahead() -> None:
    """Reading 3.4: breaches already noted stay, and *ahead of* that has fired does not fire again."""
    rules = """
    - {id: annan, trigger: start, deadline: {days: 7}, fulfilled_by: fraga, on_repeat: restart,
       extended_by: {event: besked, by: {days: 1}}}
    - {id: plan, trigger: {ahead_of: annan, by: {days: 3}}, fulfilled_by: klar}
    """
    log = START + "- {type: besked, at: 2025-03-11, id: b}\n- {type: start, at: 2025-03-12}"
    assert told(rules, log, "2025-03-31", "rule opened due breaches") == [
        "annan 2025-03-03 2025-03-19 bad_extension:b",
        "plan 2025-03-07 2025-03-19 -",
    ]


def test_3_4_keep_is_asked_before_the_condition() -> None:
    """Reading 3.4: where one is open nothing is asked, and nothing is undetermined."""
    log = (
        "facts: {iub: true}\nevents: [{type: start, at: 2025-03-03}, {type: start, at: 2025-03-05, data: {iub: null}}]"
    )
    assert gaps(on("start", ", on_repeat: keep, only_if: {iub: true}"), log, "2025-03-05") == []
    assert gaps(on("start", ", only_if: {iub: true}"), log, "2025-03-05") == ["plan - 2025-03-05 iub"]


@pytest.mark.parametrize(
    ("more", "due"), [("", "2025-03-12"), (", deadline: none", "-"), (", deadline: {days: 5}", "2025-03-14")]
)
def test_3_4_restart_by_what_it_runs_ahead_of_takes_the_other_due_date(more: str, due: str) -> None:
    """The second of the other, from Wednesday the 5th, is due on the 12th and runs ahead from the 9th."""
    log = START + "- {type: start, at: 2025-03-05}"
    assert (
        told(ahead(more=f", on_repeat: restart{more}"), log, "2025-03-09", "rule opened due")[-1]
        == f"plan 2025-03-07 {due}"
    )


@pytest.mark.parametrize(
    ("iub", "due", "undetermined"),
    [("true", "2025-03-12", []), ("false", "2025-03-10", []), ("null", "2025-03-10", ["plan - 2025-03-05 iub"])],
)
def test_3_4_restart_asks_the_condition_first(iub: str, due: str, undetermined: list[str]) -> None:
    """Reading 3.4: false changes nothing, unknown is undetermined and changes nothing."""
    first, again = "{type: start, at: 2025-03-03}", f"{{type: start, at: 2025-03-05, data: {{iub: {iub}}}}}"
    log = f"facts: {{iub: true}}\nevents: [{first}, {again}]"
    rule = on("start", ", on_repeat: restart, only_if: {iub: true}")
    assert told(rule, log, "2025-03-05", "due") == [due]
    assert gaps(rule, log, "2025-03-05") == undetermined


def test_3_4_restart_reads_the_deadlines_fact_on_the_new_day() -> None:
    """Reading 3.4: where it is missing it is undetermined, and the obligation stays as it was."""
    rule = on("start", ", on_repeat: restart", "{days: antal}")
    log = "facts: {antal: 7}\nevents: [{type: start, at: 2025-03-03}, {type: start, at: 2025-03-05, data: {antal: %s}}]"
    assert told(rule, log % "10", "2025-03-05", "due") == ["2025-03-15"]
    assert told(rule, log % "null", "2025-03-05", "due") == ["2025-03-10"]
    assert gaps(rule, log % "null", "2025-03-05") == ["plan - 2025-03-05 antal"]


def test_3_4_a_restart_late_in_the_day_is_extended_by_that_days_events() -> None:
    """Reading 3.4, added: at once, as an opening is."""
    rules = """
    - {id: annan, trigger: start, deadline: {days: 7}, fulfilled_by: fraga}
    - {id: plan, trigger: [start, {fulfilled: annan}], on_repeat: restart, deadline: {days: 7}, fulfilled_by: klar,
       extended_by: {event: besked, by: {days: 7}}}
    """
    log = START + "- {type: fraga, at: 2025-03-05}\n- {type: besked, at: 2025-03-05}"
    assert "plan 2025-03-03 2025-03-19" in told(rules, log, "2025-03-05", "rule opened due")


def test_3_4_a_restarted_standing_obligation_ends_with_the_state_that_first_opened_it() -> None:
    """Reading 3.4, added."""
    rule = (
        "- {id: plan, trigger: [{state: franvaro}, besked], on_repeat: restart, deadline: continuous, ends_with: slut}"
    )
    log = "- {type: borta, at: 2025-03-03}\n- {type: besked, at: 2025-03-05}\n- {type: hemma, at: 2025-03-08}"
    assert told(rule, log, "2025-03-31", "opened status ended_on") == ["2025-03-03 ended 2025-03-08"]


def series(repeat: str, more: str = "") -> str:
    """A rule that repeats, without a deadline."""
    return f"- {{id: plan, trigger: start, repeat: {repeat}, fulfilled_by: klar{more}}}"


def test_3_4_a_running_series_counts_as_open_and_keeps_by_default() -> None:
    rule = series("{every: {days: 10}, from: fulfilment}")
    log = START + "- {type: klar, at: 2025-03-05}\n- {type: start, at: 2025-03-07}"
    assert told(rule, log, "2025-03-07", "opened due status") == [
        "2025-03-05 2025-03-15 due",
        "2025-03-03 2025-03-13 fulfilled",
    ]


def test_3_4_a_series_runs_on_even_where_none_of_it_is_open() -> None:
    rule = series("{each: month}")
    log = START + "- {type: klar, at: 2025-03-05}\n- {type: start, at: 2025-03-07}"
    assert told(rule, log, "2025-03-31", "opened status") == ["2025-03-03 fulfilled"]


def test_3_4_a_series_that_has_ended_is_no_longer_running() -> None:
    """Reading 3.4: a new trigger begins a new one."""
    rule = series("{each: month}", ", ends_with: slut")
    log = START + "- {type: slut, at: 2025-03-05}\n- {type: start, at: 2025-03-07}"
    assert told(rule, log, "2025-03-31", "opened status") == ["2025-03-07 due", "2025-03-03 ended"]


@pytest.mark.parametrize(
    "repeat", ["{each: month}", "{every: {days: 9}, from: trigger}", "{every: {days: 9}, from: fulfilment}"]
)
def test_3_4_a_rule_that_repeats_cannot_add(repeat: str) -> None:
    with pytest.raises(RulesError):
        engine(series(repeat, ", on_repeat: add"))


def test_3_4_each_cannot_restart() -> None:
    """Reading 3.4: an error in the rule."""
    with pytest.raises(RulesError):
        engine(series("{each: month}", ", on_repeat: restart"))


def test_3_4_a_restarted_series_from_fulfilment() -> None:
    """Reading 3.4: its first is due by the deadline, a later one D after the new trigger."""
    rule = series("{every: {days: 10}, from: fulfilment}", ", deadline: {days: 2}, on_repeat: restart")
    assert told(rule, TWICE, "2025-03-05", "opened due") == ["2025-03-03 2025-03-07"]
    later = START + "- {type: klar, at: 2025-03-04}\n- {type: start, at: 2025-03-06}"
    assert told(rule, later, "2025-03-06", "opened due status") == [
        "2025-03-04 2025-03-16 due",
        "2025-03-03 2025-03-05 fulfilled",
    ]


def test_3_4_a_restarted_series_from_trigger() -> None:
    """Reading 3.4: what is open is due D after the new trigger; where none is, the first opens at once."""
    rule = series("{every: {days: 10}, from: trigger}", ", on_repeat: restart")
    assert told(rule, TWICE, "2025-03-16", "opened due trigger") == [
        "2025-03-03 2025-03-15 event:start:e1",
        "2025-03-16 2025-03-25 event:start:e1",  # the series keeps its first trigger
    ]
    done = START + "- {type: klar, at: 2025-03-04}\n- {type: start, at: 2025-03-06, id: e2}"
    assert told(rule, done, "2025-03-17", "opened due trigger") == [
        "2025-03-06 2025-03-16 event:start:e2",
        "2025-03-17 2025-03-26 event:start:e2",
        "2025-03-03 2025-03-13 event:start:e1",
    ]


VERSIONS = """
- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, in_force: {to: 2025-03-03}}
- {id: plan, trigger: start, deadline: {days: 9}, fulfilled_by: klar, in_force: {from: 2025-03-04, to: 2025-03-05}}
"""


def test_3_5_the_version_in_force_on_the_day_of_the_trigger_governs() -> None:
    """Reading 3.5: both ends are included."""
    log = "\n".join(f"- {{type: start, at: 2025-03-0{day}}}" for day in (3, 4, 5, 6))
    assert told(VERSIONS, log, "2025-03-08", "opened due") == [
        "2025-03-03 2025-03-10",
        "2025-03-04 2025-03-13",
        "2025-03-05 2025-03-14",
    ]


def test_3_5_a_version_governs_its_series_for_good() -> None:
    rule = series("{each: month}", ", in_force: {to: 2025-03-03}")
    assert told(rule, START, "2025-05-01", "opened") == ["2025-03-03", "2025-04-01", "2025-05-01"]


def test_3_5_a_rules_own_in_force_takes_the_place_of_its_catalogues_whole() -> None:
    """Reading 3.5."""
    head = "in_force: {from: 2025-03-04}"
    assert told(on("start"), START, "2025-03-10", head=head) == []
    assert told(on("start"), START.replace("03-03", "03-04"), "2025-03-10", "opened", head=head) == ["2025-03-04"]
    own = on("start", ", in_force: {to: 2025-03-31}")
    assert told(own, START, "2025-03-10", "opened", head=head) == ["2025-03-03"]


def test_3_5_a_trigger_before_any_version_opens_nothing() -> None:
    found = ask(on("start", ", in_force: {from: 2025-03-04}, only_if: {iub: true}"), START, "2025-03-31")
    assert found.obligations == ()
    assert found.undetermined == ()
    assert found.at == date(2025, 3, 31)


@pytest.mark.parametrize(
    ("in_force", "expected"),
    [
        ("{from: 2025-03-08}", ["2025-03-08"]),
        ("{from: 2025-03-09}", []),
        ("{to: 2025-03-08}", ["2025-03-08"]),
        ("{to: 2025-03-07}", []),
    ],
)
def test_3_5_a_rule_runs_ahead_on_the_first_and_the_last_day_that_it_is_in_force(
    in_force: str, expected: list[str]
) -> None:
    rules = f"""
    - {{id: plan, trigger: start, deadline: {{days: 7}}, fulfilled_by: klar}}
    - {{id: infor, trigger: {{ahead_of: plan, by: {{days: 2}}}}, fulfilled_by: besked, in_force: {in_force}}}
    """
    # Monday 3 March, due Monday 10 March: two days ahead is Saturday 8 March.
    found = told(rules, "- {type: start, at: 2025-03-03}", "2025-03-10", "rule opened")
    assert [one.removeprefix("infor ") for one in found if one.startswith("infor")] == expected
