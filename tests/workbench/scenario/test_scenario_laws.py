"""Laws over drawn rules and cases: no status that is called impossible, and a scenario made of the answer holds."""

import json
from datetime import date
from typing import Any, cast

from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from rutinmotor import Engine, Evaluation, read_case
from rutinmotor.engine.engine import engine_from_texts, plan_of
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.language.constructs.conditions import Condition
from rutinmotor.workbench.scenario.answers import answer_of
from rutinmotor.workbench.scenario.coverage import coverage_of
from rutinmotor.workbench.scenario.possible import can_be_undetermined, possible_statuses
from rutinmotor.workbench.scenario.running import try_scenario
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.shape_of_scenario import ExpectedText
from rutinmotor.workbench.scenario.verdict import Verdict
from tests.drawing import EVERY_CHECK
from tests.engine.second.drawing import questions

Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]
KEYS = tuple(ExpectedText.model_fields)[1:]

drawn = settings(max_examples=50, phases=[Phase.generate], suppress_health_check=EVERY_CHECK)


def answered(question: Question) -> tuple[Engine, Evaluation]:
    """The answer to a drawn question; what the engine refuses is drawn anew."""
    catalogues, case, at, known = question
    engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one, ensure_ascii=False) for one in catalogues})
    try:
        return engine, engine.evaluate(read_case(case), at, known)
    except CaseError:
        assume(False)
        raise


def plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return list(cast("tuple[Any, ...]", value))
    return value.isoformat() if isinstance(value, date) else value


def told(question: Question, expect: list[dict[str, Any]], **lists: list[str]) -> dict[str, Any]:
    """A scenario of the drawn case that expects this."""
    catalogues, case, at, known = question
    head = {"scenario": "Draget", "rules": [one["catalogue"] for one in catalogues], "case": case, "at": at.isoformat()}
    more = {"known": known.isoformat()} if known else {}
    return {**head, **more, **{key: value for key, value in {"expect": expect, **lists}.items() if value}}


def verdict_of(scenario: dict[str, Any], engine: Engine) -> Verdict:
    read = read_scenario("draget.json", json.dumps(scenario, ensure_ascii=False, default=str).encode())
    assert read.scenario is not None, [str(one) for one in read.diagnostics]
    return try_scenario(read.scenario, engine)


def facts_in(condition: Condition | None) -> set[str]:
    if condition is None:
        return set()
    return set(condition.facts).union(*(facts_in(one) for one in (*condition.any, *condition.all)))


@drawn
@given(questions())
def test_no_answer_has_a_status_that_is_called_impossible(question: Question) -> None:
    engine, answer = answered(question)
    possible = possible_statuses(plan_of(engine))
    for one in answer.obligations:
        assert one.status in possible[one.rule], one
    unsure = can_be_undetermined(plan_of(engine))
    scopes = {one.id: facts_in(one.text.scope) for one in engine.catalogues}
    for gap in answer.undetermined:
        # Of a rule that rests on no fact itself, only the scope can be open.
        assert gap.rule in unsure or scopes[gap.rule.partition(".")[0]].issuperset(gap.missing), gap


@drawn
@given(questions())
def test_a_scenario_made_of_the_answer_holds_and_covers_what_it_names(question: Question) -> None:
    engine, answer = answered(question)
    lines = [{"rule": one.rule, **{key: plain(answer_of(key, one)) for key in KEYS}} for one in answer.obligations]
    gaps = {gap.rule for gap in answer.undetermined}
    given_rules = {one.rule for one in answer.obligations}
    absent = sorted({rule.id for rule in plan_of(engine).rules} - given_rules - gaps)
    whole = sorted(given_rules - gaps)
    unjudged = sorted(gaps - given_rules)
    scenario = told(question, lines, only=whole, absent=absent, undetermined=unjudged)
    assume(len(scenario) > 4 + ("known" in scenario))
    verdict = verdict_of(scenario, engine)
    # A case may name events and facts that no rule knows of, which a scenario may not.
    assume(not any(one.code in ("RM601", "RM603") for one in verdict.diagnostics))
    assert verdict.diagnostics == ()
    assert [(one.assertion.rule, one.why, one.differences) for one in verdict.failures] == []
    shown = {rule.rule: rule.shown for rule in coverage_of([verdict], [engine]).rules}
    for rule, statuses in shown.items():
        assert statuses & set(possible_statuses(plan_of(engine))[rule]) == {
            one.status for one in answer.obligations if one.rule == rule
        }


@drawn
@given(questions(), st.data())
def test_with_a_line_taken_away_only_says_which_was_too_many(question: Question, data: st.DataObject) -> None:
    engine, answer = answered(question)
    rules = [one.rule for one in answer.obligations]
    gaps = {gap.rule for gap in answer.undetermined}
    repeated = sorted({rule for rule in rules if rules.count(rule) > 1} - gaps)
    assume(repeated)
    rule = data.draw(st.sampled_from(repeated))
    given_of_rule = [one for one in answer.obligations if one.rule == rule]
    left_out = data.draw(st.sampled_from(given_of_rule))
    lines = [
        {"rule": rule, **{key: plain(answer_of(key, one)) for key in KEYS}}
        for one in given_of_rule
        if one is not left_out
    ]
    verdict = verdict_of(told(question, lines, only=[rule]), engine)
    assume(not verdict.diagnostics)
    [result] = verdict.failures
    assert (result.why, len(result.others)) == ("surplus", 1)
    # Two that are alike in every key may stand for each other.
    assert all(answer_of(key, result.others[0]) == answer_of(key, left_out) for key in KEYS)


@drawn
@given(questions(), st.data())
def test_a_line_with_another_value_fails_and_says_which(question: Question, data: st.DataObject) -> None:
    engine, answer = answered(question)
    assume(answer.obligations)
    one = data.draw(st.sampled_from(answer.obligations))
    same = [
        other
        for other in answer.obligations
        if (other.rule, other.item, other.opened) == (one.rule, one.item, one.opened)
    ]
    assume(len(same) == 1)
    key = data.draw(st.sampled_from(["status", "due", "light", "fulfilled_on"]))
    wrong = {
        "status": "ended" if one.status != "ended" else "due",
        "due": "1999-01-01",
        "light": "green" if one.light != "green" else None,
        "fulfilled_on": "1999-01-01",
    }
    line = {"rule": one.rule, "item": one.item, "opened": plain(one.opened), key: wrong[key]}
    verdict = verdict_of(told(question, [line]), engine)
    assume(not verdict.diagnostics)
    [result] = verdict.failures
    assert result.why == "differs"
    assert [part.key for part in result.differences] == [key]
    assert result.answer == one
    assert result.explanation is not None
