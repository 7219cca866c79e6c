"""A rule and a day in, a case out that opens it on that very day: known answers, then every shipped rule on any day."""

from datetime import date, timedelta
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import rutinmotor
from rutinmotor import Engine
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.catalogue.names import versions_of
from rutinmotor.workbench.witness.setting import CASE, ITEM
from rutinmotor.workbench.witness.witness import Witness, witness_for, witnesses
from tests.engine.semantics.asking import VOCABULARY, engine

DAY = date(2026, 3, 2)  # a Monday


def witness(rules: str, day: date = DAY, rule: str = "sol.plan", **more: Any) -> Witness:
    found = witness_for(engine(rules), rule, day, **more)
    assert found is not None
    return found


def log(found: Witness) -> list[str]:
    return [f"{event.type} {event.at}" for event in found.case.events]


@pytest.mark.parametrize(
    ("trigger", "events"),
    [
        ("start", ["start 2026-03-02"]),
        ("{state: pagaende}", ["start 2026-03-02"]),
        ("{state: franvaro, longer_than: {days: 30}}", ["borta 2026-01-31"]),
        ("{state: franvaro, longer_than: {working_days: 3, calendar: vardag}}", ["borta 2026-02-25"]),
        ("{missing: start, since: beslut, for: {months: 1}}", ["beslut 2026-02-01"]),
        ("{missing: start, since: beslut, for: {days: 0}}", ["beslut 2026-03-01"]),
    ],
)
def test_each_form_of_trigger_opens_on_the_day_asked(trigger: str, events: list[str]) -> None:
    found = witness(f"- {{id: plan, trigger: {trigger}, deadline: {{days: 3}}, fulfilled_by: klar}}")
    assert log(found) == events
    assert (found.obligation.opened, found.obligation.due) == (DAY, DAY + timedelta(days=3))
    assert found.obligation.status == "due"


@pytest.mark.parametrize(
    ("trigger", "value"),
    [
        ("{date: dag}", date(2026, 3, 2)),
        ("{date: dag, plus: {years: 65}}", date(1961, 3, 2)),
        ("{date: dag, minus: {months: 2}}", date(2026, 5, 2)),
        ("{date: dag, minus: {working_days: 3, calendar: vardag}}", date(2026, 3, 5)),
    ],
)
def test_a_date_of_a_fact_is_counted_back_from_the_day_asked(trigger: str, value: date) -> None:
    found = witness(f"- {{id: plan, trigger: {trigger}, deadline: none, fulfilled_by: klar}}")
    assert found.case.items == {ITEM: {"dag": value}}
    assert [event.at for event in found.case.events] == [date(2026, 3, 1)]
    assert found.obligation.trigger.kind == "date"


CHAIN = """
- {id: forst, trigger: start, deadline: {days: 10}, fulfilled_by: klar}
- {id: plan, trigger: %s, deadline: {days: 3}, fulfilled_by: besked}
"""


def test_what_another_rule_leads_to_begins_with_that_rule() -> None:
    found = witness(CHAIN % "{overdue: forst}")
    assert log(found) == ["start 2026-02-19"]  # due on 1 March, overdue on 2 March


def test_another_rule_is_fulfilled_within_its_time() -> None:
    assert log(witness(CHAIN % "{fulfilled: forst}")) == ["start 2026-03-01", "klar 2026-03-02"]
    at_once = CHAIN.replace("days: 10", "days: 0") % "{fulfilled: forst}"
    assert log(witness(at_once)) == ["start 2026-03-02", "klar 2026-03-02"]


def test_ahead_of_another_rules_due_date() -> None:
    rules = CHAIN.replace("days: 10", "months: 6") % "{ahead_of: forst, by: {months: 1}}"
    assert log(witness(rules)) == ["start 2025-10-02"]


def test_a_rule_may_follow_itself() -> None:
    rules = "- {id: plan, trigger: [start, {overdue: plan}], deadline: {days: 1}, fulfilled_by: klar}"
    assert log(witness(rules, line=0)) == ["start 2026-03-02"]
    assert log(witness(rules, line=1)) == ["start 2026-02-28"]


def test_rules_that_only_lead_to_each_other_have_no_witness() -> None:
    """A circle without a way in; and sixty rules in a row, each after the one before."""
    circle = """
    - {id: plan, trigger: {overdue: annan}, deadline: {days: 1}, fulfilled_by: klar}
    - {id: annan, trigger: {overdue: plan}, deadline: {days: 1}, fulfilled_by: klar}
    """
    assert witness_for(engine(circle), "sol.plan", DAY) is None
    row = "- {id: r0, trigger: start, deadline: {days: 1}, fulfilled_by: klar}\n" + "\n".join(
        f"- {{id: r{n}, trigger: {{overdue: r{n - 1}}}, deadline: {{days: 1}}, fulfilled_by: klar}}"
        for n in range(1, 60)
    )
    assert log(witness(row, rule="sol.r59")) == [f"start {DAY - timedelta(days=59 * 2)}"]


@pytest.mark.parametrize(
    ("condition", "facts"),
    [
        ("{iub: false}", {"iub": False}),
        ("{regi: enskild}", {"regi": "enskild"}),
        ("{regi: {not: egen}}", {"regi": "enskild"}),
        ("{antal: {under: 7}}", {"antal": 1}),
        ("{antal: {over: 250}}", {"antal": 251}),
        ("{antal: {at_least: 7, at_most: 9}}", {"antal": 7}),
        ("{antal: 0}", {"antal": 0}),
        ("{orsak: {not: text}}", {"orsak": "annan text"}),
        ("{orsak: sjuk}", {"orsak": "sjuk"}),
        ("{dag: {at_least: 2030-01-01}}", {"dag": date(2030, 1, 1)}),
        ("{dag: {known: false}}", {}),
        ("{iub: true, dag: {known: false}}", {"iub": True}),
        ("{any: [{iub: true, regi: egen}, {antal: 3}]}", {"iub": True, "regi": "egen"}),
        ("{iub: false, any: [{iub: true}, {antal: 3}]}", {"iub": False, "antal": 3}),
        ("{all: [{iub: true}, {any: [{antal: 3}]}]}", {"iub": True, "antal": 3}),
        ("{no_other_in: pagaende}", {}),
        ("{state: {franvaro: false}}", {}),
    ],
)
def test_facts_are_chosen_so_that_every_condition_holds(condition: str, facts: dict[str, object]) -> None:
    found = witness(f"- {{id: plan, trigger: beslut, only_if: {condition}, deadline: none, fulfilled_by: klar}}")
    assert found.case.items == {ITEM: facts}
    assert log(found) == ["beslut 2026-03-02"]


def test_states_that_must_hold_are_begun_the_day_before() -> None:
    rule = "- {id: plan, trigger: beslut, only_if: {state: {pagaende: true}}, deadline: none, fulfilled_by: klar}"
    assert log(witness(rule)) == ["start 2026-03-01", "beslut 2026-03-02"]


@pytest.mark.parametrize(
    "condition",
    ["{iub: true, all: [{iub: false}]}", "{antal: {over: 5, under: 6}}", "{state: {pagaende: true, franvaro: true}}"],
)
def test_conditions_that_contradict_each_other_give_no_case(condition: str) -> None:
    rule = f"- {{id: plan, trigger: slut, only_if: {condition}, deadline: none, fulfilled_by: klar}}"
    assert witness_for(engine(rule), "sol.plan", DAY) is None


def test_deadline_facts_are_given_and_those_asked_for_stand() -> None:
    rule = "- {id: plan, trigger: start, deadline: {days: antal}, fulfilled_by: klar}"
    assert witness(rule).obligation.due == date(2026, 3, 9)
    told = witness(rule, facts={"antal": 30, "regi": "egen"})
    assert told.obligation.due == date(2026, 4, 1)
    assert told.case.items == {ITEM: {"antal": 30, "regi": "egen"}}


def test_a_fact_given_that_the_rule_refuses_gives_no_case() -> None:
    rule = engine("- {id: plan, trigger: start, only_if: {iub: true}, deadline: none, fulfilled_by: klar}")
    assert witness_for(rule, "sol.plan", DAY, facts={"iub": False}) is None
    assert witness_for(rule, "sol.plan", DAY, facts={"iub": "ja"}) is None


def test_a_rule_for_the_case_is_told_of_the_case() -> None:
    rule = (
        "- {id: plan, per: case, trigger: beslut, only_if: {iub: true, state: {pagaende: true}}, "
        "deadline: none, fulfilled_by: klar}"
    )
    found = witness(rule)
    assert {found.obligation.item, *(event.item for event in found.case.events)} == {None}
    assert found.case.facts == {"iub": True}
    assert found.case.id == CASE


def test_a_day_that_no_month_leads_to() -> None:
    """A month from 28 February 2026 ends on 28 March, one from 1 March on 1 April: none ends on the 29th."""
    rule = (
        "- {id: plan, trigger: {missing: start, since: beslut, for: {months: 1}}, deadline: none, fulfilled_by: klar}"
    )
    assert witness_for(engine(rule), "sol.plan", date(2026, 3, 30)) is None
    assert log(witness(rule, date(2028, 3, 30))) == ["beslut 2028-02-29"]
    assert log(witness(rule, date(2026, 3, 1)))[0] in {f"beslut 2026-01-{day}" for day in (28, 29, 30, 31)}


def test_the_witness_is_of_the_version_in_force() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 1}, fulfilled_by: klar, in_force: {to: 2026-03-01}}
    - {id: plan, trigger: beslut, deadline: {days: 9}, fulfilled_by: klar, in_force: {from: 2026-03-02, to: 2026-03-31}}
    """
    assert log(witness(rules, date(2026, 3, 1))) == ["start 2026-03-01"]
    assert log(witness(rules, date(2026, 3, 2))) == ["beslut 2026-03-02"]
    assert witness_for(engine(rules), "sol.plan", date(2026, 4, 1)) is None


def test_versions_with_the_same_trigger_are_told_apart() -> None:
    rules = """
    - {id: plan, trigger: start, deadline: {days: 1}, fulfilled_by: klar, in_force: {to: 2026-03-01}}
    - {id: plan, trigger: start, deadline: {days: 9}, fulfilled_by: klar, in_force: {from: 2026-03-02}}
    """
    for day, row in ((date(2026, 3, 1), 0), (date(2026, 3, 2), 1)):
        found = witness_for(engine(rules), "sol.plan", day)
        assert found is not None
        assert found.version.row == row


@pytest.mark.parametrize("day", [date.min, date.max, date(1, 1, 2), date(9999, 12, 30), date(1800, 1, 1)])
@pytest.mark.parametrize(
    "trigger",
    ["start", "{date: dag, plus: {years: 65}}", "{state: franvaro, longer_than: {working_days: 3, calendar: vardag}}"],
)
def test_the_ends_of_time(day: date, trigger: str) -> None:
    rule = f"- {{id: plan, trigger: {trigger}, deadline: none, fulfilled_by: klar}}"
    found = witness_for(engine(rule), "sol.plan", day)
    assert found is None or found.obligation.opened == day
    if trigger == "start":
        assert found is not None


def test_no_such_rule_and_no_such_line() -> None:
    rule = engine("- {id: plan, trigger: start, deadline: none, fulfilled_by: klar}")
    with pytest.raises(ValueError, match=r"sol\.annan"):
        witness_for(rule, "sol.annan", DAY)
    with pytest.raises(ValueError, match="no line 1"):
        witness_for(rule, "sol.plan", DAY, line=1)
    with pytest.raises(ValueError, match="no line -1"):
        witness_for(rule, "sol.plan", DAY, line=-1)


def test_a_story_goes_on() -> None:
    found = witness("- {id: plan, trigger: start, deadline: {days: 3}, fulfilled_by: klar}")
    on = found.then("klar", date(2026, 3, 4))
    assert [(event.id, event.type, event.at, event.item) for event in on.events][1:] == [
        ("e2", "klar", date(2026, 3, 4), ITEM)
    ]
    assert found.then("klar").events[-1].at == DAY


def test_many_branches_are_tried_only_so_far() -> None:
    """Twelve choices of two, of which no combination holds: an answer all the same, and soon."""
    choices = ", ".join("{any: [{iub: true}, {iub: false}]}" for _ in range(12))
    rule = (
        f"- {{id: plan, trigger: start, only_if: {{antal: {{over: 5, under: 6}}, all: [{choices}]}}, deadline: none}}"
    )
    assert witness_for(engine(rule), "sol.plan", DAY) is None


@cache
def shipped() -> Engine:
    return rutinmotor.load()


@settings(max_examples=60)
@given(
    st.sampled_from(sorted(versions_of(rutinmotor.load().catalogues))), st.dates(date(2026, 1, 1), date(2040, 12, 31))
)
def test_a_shipped_rule_opens_on_any_day_or_a_day_near_it(rule: str, day: date) -> None:
    """Some days no month leads to; then one of the three days before or after is reached."""
    found = [one for shift in range(-3, 4) if (one := witness_for(shipped(), rule, day + timedelta(days=shift)))]
    assert found
    for one in found:
        (same,) = [
            judged
            for judged in shipped().evaluate(one.case, one.obligation.opened).obligations
            if (judged.rule, judged.trigger, judged.opened) == (rule, one.obligation.trigger, one.obligation.opened)
        ]
        assert same == one.obligation


def test_a_thousand_rules_and_one_of_them_at_once() -> None:
    listed = "\n".join(
        f"  - {{id: r{n}, actor: utforare, trigger: start, deadline: {{days: {n}}}, fulfilled_by: klar}}"
        for n in range(1000)
    )
    large = engine_from_texts({"sol.yaml": f"catalogue: sol\n{VOCABULARY}rules:\n{listed}\n"})
    found = witness_for(large, "sol.r999", DAY)
    assert found is not None
    assert found.obligation.due == DAY + timedelta(days=999)


def test_every_setting_is_given_once_asked_for() -> None:
    rule = "- {id: plan, trigger: [start, beslut], only_if: {any: [{iub: true}, {regi: egen}]}, deadline: none}"
    told = {(*log(one), *one.case.items[ITEM]) for one in witnesses(engine(rule), "sol.plan", DAY) if one.case.items}
    assert told == {(f"{kind} 2026-03-02", fact) for kind in ("start", "beslut") for fact in ("iub", "regi")}


ASKS = "only_if: {andring: storre}, deadline: {days: sort}, fulfilled_by: klar"
TOLD = {"andring": "storre", "sort": 7}


@pytest.mark.parametrize(
    ("rules", "told"),
    [
        (f"- {{id: plan, trigger: start, {ASKS}}}", [("start", TOLD)]),
        (f"- {{id: plan, trigger: {{state: pagaende, longer_than: {{days: 9}}}}, {ASKS}}}", [("start", TOLD)]),
        (
            f"- {{id: plan, trigger: {{missing: klar, since: start, for: {{days: 9}}}}, {ASKS}, per: case}}",
            [("start", TOLD)],
        ),
        (
            "- {id: forst, trigger: beslut, deadline: {days: 5}, fulfilled_by: besked}\n"
            f"- {{id: plan, trigger: {{overdue: forst}}, {ASKS}}}",
            [("beslut", TOLD)],
        ),
        # What was done stands behind, not what began it.
        (
            "- {id: forst, trigger: {date: dag}, deadline: {days: 5}, fulfilled_by: besked}\n"
            f"- {{id: plan, trigger: {{fulfilled: forst}}, {ASKS}}}",
            [("besked", TOLD)],
        ),
    ],
)
def test_what_belongs_to_an_event_is_told_by_the_event_behind(rules: str, told: list[tuple[str, Any]]) -> None:
    found = witness(rules)
    assert [(event.type, dict(event.data)) for event in found.case.events][-1:] == told
    assert found.obligation.due == DAY + timedelta(days=7)
    assert not {name for facts in (found.case.facts, *found.case.items.values()) for name in facts} & set(TOLD)


def test_what_belongs_to_an_event_may_be_given() -> None:
    found = witness(f"- {{id: plan, trigger: start, {ASKS}}}", facts={"sort": 3})
    assert dict(found.case.events[0].data) == TOLD | {"sort": 3}
