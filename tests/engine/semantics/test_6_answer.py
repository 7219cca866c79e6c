"""Section 6 of the semantics: the answer. Rules and cases in, whole answers out; 3 March 2025 is a Monday."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

import rutinmotor
from rutinmotor import Evaluation
from rutinmotor.engine.explanation import Counted
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from tests.engine.explanation.recounting import recount
from tests.engine.semantics.asking import ask, case, engine, next_change, told

START = "- {type: start, at: 2025-03-03, id: e1}\n"
PLAN = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}"


def test_6_1_one_entry_for_each_obligation() -> None:
    rule = """
    - id: plan
      title: Planen är klar
      actor: [utforare, handlaggare]
      trigger: start
      deadline: {urgency: snarast, at_latest: {days: 7}}
      fulfilled_by: klar
      norm: guideline
      source: {section: Plan, duties: [S28]}
      interpretation: Räknas från starten.
      escalation:
        - {after: {days: 1}, to: enhetschef, action: Påminn}
        - {after: {days: 9}, to: enhetschef, action: Ring}
    """
    log = "- {type: start, at: 2025-03-03, id: e1, item: h1}"
    answer = ask(rule, log, "2025-03-12")
    assert answer.to_dict() == {
        "case": "2025-0117",
        "origin": {
            "version": rutinmotor.__version__,
            "at": "2025-03-12",
            "known": None,
            "catalogues": [{"catalogue": "sol", "digest": engine(rule).catalogues[0].digest}],
        },
        "obligations": [
            {
                "key": answer.obligations[0].key,
                "rule": "sol.plan",
                "title": "Planen är klar",
                "item": "h1",
                "actor": ["utforare", "handlaggare"],
                "norm": "guideline",
                "status": "overdue",
                "light": "red",
                "urgency": "snarast",
                "trigger": {"kind": "event", "type": "start", "event": "e1", "day": "2025-03-03"},
                "opened": "2025-03-03",
                "answered": None,
                "due": "2025-03-10",
                "days_left": -2,
                "fulfilled_on": None,
                "fulfilled_by": None,
                "ended_on": None,
                "escalation": [
                    {"day": "2025-03-11", "to": "enhetschef", "action": "Påminn", "reached": True},
                    {"day": "2025-03-19", "to": "enhetschef", "action": "Ring", "reached": False},
                ],
                "breaches": [],
                "source": {"section": "Plan", "duties": ["S28"]},
                "interpretation": "Räknas från starten.",
            }
        ],
        "undetermined": [],
        "passed_over": [],
        "unknown_facts": [],
        "later": None,
        "met_no_item": [],
        "passed_dates": [],
        "ended_with_case": [],
        "error": None,
    }


def test_6_1_the_seven_statuses() -> None:
    rules = """
    - {id: due, trigger: start, deadline: {days: 30}, fulfilled_by: klar}
    - {id: overdue, trigger: start, deadline: {days: 1}, fulfilled_by: klar}
    - {id: fulfilled, trigger: start, deadline: {days: 30}, fulfilled_by: fraga}
    - {id: fulfilled_late, trigger: start, deadline: {days: 1}, fulfilled_by: fraga}
    - {id: ended, trigger: start, deadline: {days: 1}, fulfilled_by: klar, ends_with: besked}
    - {id: paused, trigger: start, deadline: {days: 7}, fulfilled_by: klar, paused_while: franvaro}
    - {id: standing, trigger: start, deadline: continuous, ends_with: slut}
    """
    log = START + "- {type: borta, at: 2025-03-05}\n- {type: fraga, at: 2025-03-06}\n- {type: besked, at: 2025-03-06}"
    assert sorted(told(rules, log, "2025-03-07", "rule status")) == [
        f"{one} {one}" for one in ("due", "ended", "fulfilled", "fulfilled_late", "overdue", "paused", "standing")
    ]


def test_6_1_days_left_are_calendar_days_also_for_what_is_closed() -> None:
    """Reading 6.1: due minus at; a closed obligation keeps the due date it had when it was closed."""
    closed = START + "- {type: klar, at: 2025-03-05}"
    assert told(PLAN, START, "2025-03-07", "days_left") == ["3"]
    assert told(PLAN, closed, "2025-03-20", "status due days_left") == ["fulfilled 2025-03-10 -10"]
    moved = PLAN.replace("fulfilled_by", "extended_by: {event: besked, by: {days: 5}}, fulfilled_by")
    assert told(moved, closed + "\n- {type: besked, at: 2025-03-06}", "2025-03-20", "due breaches") == ["2025-03-10 -"]


def test_6_1_the_urgency_is_the_rules_own_word_and_ended_on_is_of_what_was_not_fulfilled() -> None:
    """Reading 6.1, added."""
    rule = PLAN.replace("{days: 7}", "{urgency: snarast, at_latest: {days: 7}}, ends_with: slut")
    log = START + "- {type: slut, at: 2025-03-05}\n"
    assert told(rule, log, "2025-03-31", "status urgency ended_on") == ["ended snarast 2025-03-05"]
    both = log + "- {type: klar, at: 2025-03-05}"
    assert told(rule, both, "2025-03-31", "status urgency ended_on") == ["fulfilled snarast -"]
    monthly = "- {id: plan, trigger: start, deadline: {urgency: snarast}, repeat: {each: month}, fulfilled_by: klar}"
    assert told(monthly, START, "2025-04-01", "due urgency") == ["2025-03-31 snarast", "2025-04-30 snarast"]


def change(rules: str, log: str, at: str, **more: Any) -> str:
    """The next change, `-` for never."""
    return str(next_change(rules, log, at, **more) or "-")


def test_6_2_undetermined_and_passed_over_stand_beside() -> None:
    """Reading 6.2: undetermined by day, rule, item (none first), passed over in the order of the log."""
    rules = """
    - {id: b, trigger: start, only_if: {iub: true}, deadline: none, fulfilled_by: klar}
    - {id: a, trigger: start, only_if: {regi: egen, iub: true}, deadline: none, fulfilled_by: klar}
    """
    log = """
    - {type: start, at: 2025-03-04, item: h1}
    - {type: start, at: 2025-03-04}
    - {type: start, at: 2025-03-03, item: h2}
    - {type: fellarm, at: 2025-03-05, id: y}
    - {type: annat, at: 2025-03-04, id: x}
    """
    found = ask(rules, log, "2025-03-06", unknown_events="list").to_dict()
    assert found["undetermined"] == [
        {"rule": f"sol.{rule}", "item": item, "day": f"2025-03-0{day}", "missing": missing}
        for day, items in ((3, ("h2",)), (4, (None, "h1")))
        for rule, missing in (("a", ["iub", "regi"]), ("b", ["iub"]))
        for item in items
    ]
    assert found["passed_over"] == [
        {"event": "x", "type": "annat", "day": "2025-03-04"},
        {"event": "y", "type": "fellarm", "day": "2025-03-05"},
    ]


def test_6_2_what_lies_after_the_day_asked_is_counted() -> None:
    log = """
    - {type: start, at: 2025-03-03, id: e1}
    - {type: klar, at: 2025-03-09}
    - {type: klar, at: '2025-03-10T08:00', id: e9}
    - {retracts: e9, recorded: 2025-03-12, id: r1}
    - {type: telefonsamtal, at: 2025-03-08}
    """

    def later(at: str, **more: Any) -> tuple[int, str] | None:
        found = ask(PLAN, log, at, unknown_events="list", **more).later
        return None if found is None else (found.events, str(found.last))

    assert later("2025-03-02") == (3, "2025-03-09")
    assert later("2025-03-08") == (1, "2025-03-09")
    assert later("2025-03-09") is None
    # what was not yet recorded is not known, nor was it then that the event is retracted
    assert later("2025-03-02", known="2025-03-11") == (4, "2025-03-10")
    assert later("2025-03-02", known="2025-03-08") == (2, "2025-03-08")
    assert later("2025-03-02", known="2025-03-02") is None


def test_6_2_facts_that_no_catalogue_knows_are_told_once_each_with_what_they_nearly_are() -> None:
    log = """
    facts: {kundnr: A1}
    items: {h1: {kundnr: A2, regi: egen}}
    events:
      - {type: start, at: 2025-03-03, data: {iubb: true, regi: egen}}
      - {type: klar, at: 2025-03-04, id: e2, item: h1, data: {iubb: true}}
      - {type: telefonsamtal, at: 2025-03-04, data: {samtalstid: 3}}
      - {type: klar, at: 2025-03-05, data: {saknas: 1}}
    """

    def told_of(at: str, **more: Any) -> list[tuple[Any, ...]]:
        return [(*one[:-1], str(one.day)) for one in ask(PLAN, log, at, **more).unknown_facts]

    listed: dict[str, Any] = {"unknown_events": "list"}
    assert told_of("2025-03-02", **listed) == [("kundnr", None, 2, None, "None")]
    assert told_of("2025-03-03", **listed) == [
        ("iubb", "iub", 1, None, "2025-03-03"),
        ("kundnr", None, 2, None, "None"),
    ]
    # what an event gives that is passed over is passed over with it
    assert told_of("2025-03-04", **listed) == [
        ("iubb", "iub", 2, None, "2025-03-03"),
        ("kundnr", None, 2, None, "None"),
    ]
    assert told_of("2025-03-03", unknown_facts="list") == told_of("2025-03-03", **listed)


@pytest.mark.parametrize(
    ("events", "facts", "refused"),
    [
        ("error", None, ["kundnr"]),
        ("list", None, []),
        ("error", "list", []),
        ("list", "list", []),
        ("error", "error", ["iubb", "kundnr"]),
        ("list", "error", ["iubb", "kundnr"]),
    ],
)
def test_6_2_unknown_facts_are_refused_where_a_caller_asks(events: Any, facts: Any, refused: list[str]) -> None:
    """Unless it is asked for, only those that the case starts with, where unknown events are refused."""
    log = "facts: {kundnr: A1}\nevents: [{type: start, at: 2025-03-03, data: {iubb: true}}]"
    if not refused:
        found = ask(PLAN, log, "2025-03-04", unknown_events=events, unknown_facts=facts).unknown_facts
        assert [one.fact for one in found] == ["iubb", "kundnr"]
        return
    with pytest.raises(CaseError) as caught:
        ask(PLAN, log, "2025-03-04", unknown_events=events, unknown_facts=facts)
    assert [one.code for one in caught.value.diagnostics] == ["RM603"] * len(refused)
    assert sorted(dict(one.values)["fact"] for one in caught.value.diagnostics) == refused


def test_6_2_a_trigger_that_met_no_item_is_told_and_is_a_change() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}
    - {id: varje, trigger: [start, {overdue: plan}], per: item, deadline: {days: 7}, fulfilled_by: klar}
    """
    more = "\n- {type: besked, at: 2025-03-12, item: h1}\n- {type: start, at: 2025-03-13, id: e3}"

    def met(log: str, at: str) -> list[tuple[str, str, str, str | None, str]]:
        found = ask(rules, log, at).met_no_item
        return [(one.rule, *one.trigger[:3], str(one.trigger.day)) for one in found]

    first = ("sol.varje", "event", "start", "e1", "2025-03-03")
    assert met(START, "2025-03-10") == [first]
    assert met(START, "2025-03-11") == [first, ("sol.varje", "overdue", "sol.plan", None, "2025-03-11")]
    assert change(rules, START, "2025-03-03") == "2025-03-11"
    assert met(START + more, "2025-03-31")[:2] == met(START, "2025-03-11")
    assert len(met(START + more, "2025-03-31")) == 2


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ("start h1 03, start h2 03, slut h2 05, slut - 07", ["plan h1 slut 2025-03-07"]),
        # an ending of the item's own on the same day, written before or after
        ("start h1 03, slut h1 07, slut - 07", []),
        ("start h1 03, slut - 07, slut h1 07", []),
        ("start h1 03, slut - 07, slut h1 08", ["plan h1 slut 2025-03-07"]),
        # fulfilled that day all the same; the case's own
        ("start h1 03, klar h1 07, slut - 07", []),
        ("start - 03, slut - 07", []),
        # one line for all that one event ended of a rule and an item
        ("start h1 03, start h1 04, slut - 07", ["plan h1 slut 2025-03-07"]),
    ],
)
def test_6_2_case_wide_endings_of_items_that_had_not_ended_are_told(log: str, expected: list[str]) -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar, ends_with: slut}"
    assert ended_with_case(rule, log) == expected


def test_6_2_a_case_wide_ending_of_a_series_is_told() -> None:
    """Where none of it is open, too."""
    rule = (
        "- {id: plan, trigger: start, repeat: {every: {days: 7}, from: trigger}, fulfilled_by: klar, ends_with: slut}"
    )
    assert ended_with_case(rule, "start h1 03, klar h1 04, slut - 07") == ["plan h1 slut 2025-03-07"]
    assert ended_with_case(rule, "start h1 03, slut - 07") == ["plan h1 slut 2025-03-07"]
    assert ended_with_case(rule, "start h1 03, klar h1 04, slut h1 06, slut - 07") == []


def test_6_2_what_a_case_wide_fulfilment_ends_ahead_of_it_is_no_ending() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 7}, fulfilled_by: klar}
    - {id: infor, trigger: {ahead_of: plan, by: {days: 6}}, fulfilled_by: besked}
    """
    log = "start h1 03, klar - 07"
    assert ended_with_case(rules, log) == []
    assert sorted(
        told(
            rules,
            "- {type: start, at: 2025-03-03, item: h1}\n- {type: klar, at: 2025-03-07}",
            "2025-03-31",
            "rule status",
        )
    ) == ["infor ended", "plan fulfilled"]


def ended_with_case(rule: str, log: str) -> list[str]:
    """What case-wide endings have ended for items; each event as `type item day`, `-` for none."""
    written = ""
    for number, (kind, item, day) in enumerate(one.split() for one in log.split(", ")):
        written += f"- {{type: {kind}, at: 2025-03-{day}, id: e{number}{f', item: {item}' * (item != '-')}}}\n"
    found = ask(rule, written, "2025-03-31").ended_with_case
    return [f"{one.rule.removeprefix('sol.')} {one.item} {one.type} {one.day}" for one in found]


@pytest.mark.parametrize(
    ("rule", "at", "expected"),
    [
        (PLAN, "2025-03-02", "-"),  # as if the log held nothing later
        (PLAN, "2025-03-03", "2025-03-11"),  # overdue
        (PLAN, "2025-03-10", "2025-03-11"),
        (PLAN, "2025-03-11", "-"),
        (PLAN.replace("}, ful", "}, warn: {days: 2}, ful"), "2025-03-03", "2025-03-08"),  # yellow
        (PLAN.replace("{days: 7}", "none"), "2025-03-03", "-"),
        (PLAN.replace("{days: 7}", "none").replace("start", "{date: dag}"), "2025-03-03", "2026-01-05"),
        (PLAN.replace("deadline: {days: 7}", "repeat: {each: month}"), "2025-03-03", "2025-04-01"),
        (
            PLAN.replace("start", "{missing: besked, since: start, for: {months: 3}}"),
            "2025-03-03",
            "2025-06-04",
        ),
        (PLAN.replace("start", "{missing: besked, since: start, for: {months: 3}}"), "2025-06-04", "2025-06-12"),
    ],
)
def test_6_2_next_change_is_the_first_later_day_on_which_the_answer_differs(rule: str, at: str, expected: str) -> None:
    log = "facts: {dag: 2026-01-05}\nevents:\n  - {type: start, at: 2025-03-03}\n  - {type: klar, at: 2025-08-01}"
    assert change(rule, log, at) == expected


def test_6_2_next_change_is_found_past_what_is_done_and_what_has_no_due_date() -> None:
    rules = f"- {{id: oppet, trigger: besked, deadline: none, fulfilled_by: svar}}\n{PLAN}".replace("svar", "hemma")
    log = START + "- {type: klar, at: 2025-03-03}\n- {type: besked, at: 2025-03-03}\n- {type: start, at: 2025-03-05}"
    assert told(rules, log, "2025-03-05", "rule status due") == [
        "plan due 2025-03-12",
        "oppet due -",
        "plan fulfilled 2025-03-10",
    ]
    assert change(rules, log, "2025-03-05") == "2025-03-13"


def test_6_2_next_change_of_an_escalation_and_a_pause() -> None:
    steps = PLAN.replace("}, ful", "}, escalation: [{after: {days: 9}, to: enhetschef, action: Ring}], ful")
    assert change(steps, START, "2025-03-11") == "2025-03-19"
    assert change(steps, START, "2025-03-19") == "-"
    paused = PLAN.replace("}, ful", "}, paused_while: franvaro, ful")
    assert change(paused, START + "- {type: borta, at: 2025-03-05}", "2025-03-05") == "-"  # it stays paused


def test_6_2_what_a_pause_hides_is_no_change() -> None:
    """Reading 6.2: a rule that its own being overdue starts anew, each day that counts, while it is paused."""
    rolled = """
    - {id: plan, trigger: [start, {overdue: plan}], on_repeat: restart, fulfilled_by: klar, paused_while: franvaro,
       deadline: {days: 0, roll: next_working_day, calendar: vardag}}
    """
    away = START + "- {type: borta, at: 2025-03-03}"
    # Saturday the 8th: due on Monday, which nobody is shown; the calendar ends with 2100, and 31 December is an eve.
    for day in ("2025-03-08", "2025-03-11"):
        assert told(rolled, away, day, "status due") == ["paused -"]
    assert change(rolled, away, "2025-03-08") == "2100-12-31"
    # What is seen beside it is found.
    beside = "- {id: annan, trigger: start, deadline: {days: 20}, fulfilled_by: hemma}"
    assert change(rolled + beside, away, "2025-03-08") == "2025-03-24"


def test_6_2_a_day_on_which_the_answer_would_be_an_error_is_a_change() -> None:
    """Reading 6.2: the calendar ends with 2100; `known` is as given."""
    daily = "repeat: {every: {working_days: 1, calendar: vardag}, from: trigger}"
    rule = PLAN.replace("deadline: {days: 7}", daily)
    log = "[{type: start, at: 2100-12-29}, {type: klar, at: 2100-12-29}]"  # Wednesday; the 31st is an eve
    assert change(rule, f"events: {log}", "2100-12-29") == "2100-12-31"
    with pytest.raises(CaseError):
        ask(rule, f"events: {log}", "2100-12-31")
    late = START + "- {type: klar, at: 2025-03-03, recorded: 2025-03-20}"
    assert change(PLAN, late, "2025-03-03", known="2025-03-03") == "2025-03-11"
    assert change(PLAN, late, "2025-03-03") == "-"


def test_6_3_an_obligation_explains_event_conditions_facts_and_count() -> None:
    rule = PLAN.replace("{days: 7}", "{working_days: 2, calendar: vardag}, only_if: {regi: egen}")
    log = "facts: {regi: egen}\nevents: [{type: start, at: 2025-06-18, id: e1}]"  # Wednesday before midsommarafton
    found = explain(engine(rule), case(log), "sol.plan", date(2025, 6, 20))
    (one,) = found.obligations
    assert one.obligation.due == date(2025, 6, 23)
    assert recount(one) == one.obligation.due
    assert "e1" in repr(one.trigger)
    assert "regi" in repr(one.conditions)
    assert "egen" in repr(one.conditions)
    free = [(str(day.day), day.name) for step in one.steps if isinstance(step, Counted) for day in step.free]
    assert [day for day, _ in free] == ["2025-06-20", "2025-06-21", "2025-06-22"]
    assert free[0][1] == "midsommarafton"


def test_6_3_a_rule_that_opened_nothing_explains_why() -> None:
    rules = """
    - {id: plan, trigger: start, only_if: {regi: egen}, deadline: none, fulfilled_by: klar}
    - {id: annan, trigger: beslut, deadline: none, fulfilled_by: klar}
    """
    log = "facts: {regi: enskild}\nevents: [{type: start, at: 2025-03-03}]"
    refused = explain(engine(rules), case(log), "sol.plan", date(2025, 3, 10))
    assert refused.obligations == ()
    assert "regi" in repr(refused.refusals)
    assert "enskild" in repr(refused.refusals)
    never = explain(engine(rules), case(log), "sol.annan", date(2025, 3, 10))
    assert never.refusals == ()
    assert "beslut" in repr(never.absent_triggers)


def test_6_4_overdue_first_then_due_by_due_date_with_none_last_then_the_rest() -> None:
    rules = """
    - {id: a, trigger: start, deadline: none, fulfilled_by: klar}
    - {id: b, trigger: start, deadline: {days: 9}, fulfilled_by: klar}
    - {id: c, trigger: start, deadline: {days: 2}, fulfilled_by: klar}
    - {id: d, trigger: start, deadline: {days: 1}, fulfilled_by: klar}
    - {id: e, trigger: start, deadline: {days: 8}, fulfilled_by: klar}
    - {id: f, trigger: start, deadline: {days: 1}, fulfilled_by: besked}
    - {id: g, trigger: start, deadline: continuous, ends_with: slut}
    """
    found = told(rules, START + "- {type: besked, at: 2025-03-04}", "2025-03-10", "rule status")
    assert found == ["d overdue", "c overdue", "e due", "b due", "a due", "f fulfilled", "g standing"]


def test_6_4_ties_stand_by_rule_item_and_opened() -> None:
    """Reading 6.4: the rest stands by rule, item (none first), opened; any tie left by the order of opening."""
    rules = """
    - {id: b, trigger: start, deadline: {date: dag}, fulfilled_by: besked}
    - {id: a, trigger: start, deadline: {date: dag}, fulfilled_by: klar}
    """
    log = """
    facts: {dag: 2025-04-01}
    events:
      - {type: start, at: 2025-03-05, item: h2, id: e3}
      - {type: start, at: 2025-03-04, item: h2, id: e1}
      - {type: start, at: 2025-03-04, item: h1, id: e2}
      - {type: start, at: 2025-03-04, id: e4}
      - {type: start, at: 2025-03-04, id: e0}
    """
    each = ["- 2025-03-04 e0", "- 2025-03-04 e4", "h1 2025-03-04 e2", "h2 2025-03-04 e1", "h2 2025-03-05 e3"]

    def lines(log: str, at: str) -> list[str]:
        found = ask(rules, log, at).obligations
        return [f"{one.rule[-1]} {one.item or '-'} {one.opened} {one.trigger.event}" for one in found]

    expected = [f"{rule} {one}" for rule in "ab" for one in each]
    assert lines(log, "2025-03-10") == expected
    assert lines(log, "2025-04-02") == expected  # overdue
    done = log + "  - {type: klar, at: 2025-03-06}\n      - {type: besked, at: 2025-03-06}"
    assert lines(done, "2025-03-10") == expected


def verdict(found: Evaluation) -> str:
    """What can be said of a whole case."""
    if found.undetermined:
        return "cannot be judged"
    return "outstanding" if found.outstanding else "nothing outstanding"


def test_6_5_nothing_outstanding_and_cannot_be_judged_are_different_answers() -> None:
    """The third, no such case, is for those who look a case up; a case that is in error is no answer at all."""
    rule = PLAN.replace("}, ful", "}, only_if: {iub: true}, ful")
    assert verdict(ask(rule, START, "2025-03-04")) == "cannot be judged"
    assert (
        verdict(ask(rule, f"facts: {{iub: false}}\nevents: [{START[2:].strip()}]", "2025-03-04"))
        == "nothing outstanding"
    )
    assert verdict(ask(rule, f"facts: {{iub: true}}\nevents: [{START[2:].strip()}]", "2025-03-04")) == "outstanding"
    assert verdict(ask(rule, "events: []", "2025-03-04")) == "nothing outstanding"
    with pytest.raises(CaseError):
        ask(rule, "events: [{type: fellarm, at: 2025-03-03}]", "2025-03-04")


def test_6_6_an_earlier_day_sees_nothing_of_later_events() -> None:
    rule = PLAN.replace("}, ful", "}, repeat: {every: {days: 5}, from: fulfilment}, ful")
    lines = [f"- {{type: {kind}, at: 2025-03-{day:02}}}\n" for kind, day in
             (("start", 3), ("klar", 6), ("klar", 8), ("start", 9), ("klar", 20))]  # fmt: skip
    for shift in range(22):
        day = date(2025, 3, 1) + timedelta(days=shift)
        then = "".join(line for line in lines if line[line.index("at: ") + 4 :][:10] <= day.isoformat())
        # But for how many there are (6.2).
        seen = replace(ask(rule, "".join(lines), day.isoformat()), later=None)
        assert seen == ask(rule, then or "events: []", day.isoformat())


def test_6_6_corrections_are_seen_at_an_earlier_day_too() -> None:
    log = START + "- {retracts: e1, recorded: 2025-06-01}"
    assert told(PLAN, log, "2025-03-05") == []
    assert told(PLAN, log, "2025-03-05", known="2025-05-31") == ["plan due 2025-03-10"]
