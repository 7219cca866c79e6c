"""Laws of explanations, on drawn catalogues and cases: every reason that is given must be the one that decided."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from hypothesis import HealthCheck, given, note, settings
from second.draw import describe, questions

from rutinmotor import CaseError, Engine, read_case
from rutinmotor.engine import engine_from_texts
from rutinmotor.evaluation import Evaluation
from rutinmotor.explanation import ExplainedObligation, Explanation, explain, recount
from rutinmotor.explanation.values import ConditionLine

Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]
drawn = settings(
    max_examples=150, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck)
)


def explained(question: Question) -> Iterator[tuple[Evaluation, Explanation]]:
    """Explain every rule of a question; nothing where the case is in error."""
    catalogues, given_case, at, known = question
    note(describe(*question))
    engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one, ensure_ascii=False) for one in catalogues})
    case = read_case(given_case)
    try:
        evaluation = engine.evaluate(case, at, known)
    except CaseError:
        return
    for rule in rules_of(engine):
        yield evaluation, explain(engine, case, rule, at, known)


def rules_of(engine: Engine) -> list[str]:
    return sorted({rule.id for rule in engine.plan.rules})


@drawn
@given(questions())
def test_every_due_date_can_be_recounted_from_its_own_explanation(question: Question) -> None:
    for _, explanation in explained(question):
        for one in explanation.obligations:
            assert recount(one) == one.obligation.due, one


@drawn
@given(questions())
def test_steps_lead_from_one_to_the_next(question: Question) -> None:
    for _, explanation in explained(question):
        for one in explanation.obligations:
            ends = [step.end for step in one.steps]
            starts = [step.start for step in one.steps[1:] if hasattr(step, "start")]
            before = [end for end, step in zip(ends, one.steps[1:], strict=False) if hasattr(step, "start")]
            assert starts == before
            assert one.obligation.due in (None, *ends[-1:])


@drawn
@given(questions())
def test_it_explains_the_same_obligations(question: Question) -> None:
    for evaluation, explanation in explained(question):
        told = [one.to_dict() for one in evaluation.obligations if one.rule == explanation.rule]
        again = [one.obligation.to_dict() for one in explanation.obligations]
        assert sorted(map(repr, again)) == sorted(map(repr, told))


@drawn
@given(questions())
def test_conditions_held_where_it_opened_and_failed_where_it_did_not(question: Question) -> None:
    for _, explanation in explained(question):
        for one in explanation.obligations:
            assert all(line.verdict is True for line in one.conditions)
        for refusal in explanation.refusals:
            verdicts = [line.verdict for line in refusal.conditions]
            assert (refusal.why == "refused") == (False in verdicts)
            if refusal.why == "undetermined":
                assert (None in verdicts) == (refusal.missing_in == "condition")


@drawn
@given(questions())
def test_missing_facts_are_those_of_the_answer(question: Question) -> None:
    for evaluation, explanation in explained(question):
        told = {
            (one.day, one.item): set(one.missing) for one in evaluation.undetermined if one.rule == explanation.rule
        }
        named: dict[tuple[date, str | None], set[str]] = {}
        for refusal in explanation.refusals:
            if refusal.why == "undetermined":
                named.setdefault((refusal.day, refusal.item), set()).update(one.name for one in refusal.missing)
        assert named == told


@drawn
@given(questions())
def test_a_fact_that_decides_is_told_as_it_stood(question: Question) -> None:
    for _, explanation in explained(question):
        lines = [line for one in (*explanation.obligations, *explanation.refusals) for line in flat(one.conditions)]
        for line in lines:
            if line.fact is not None:
                assert (line.fact.value is None) == (line.fact.holder is None)
            if line.kind == "fact" and line.wanted[0].operator == "is":
                assert line.fact is not None
                value = line.fact.value
                assert line.verdict == (None if value is None else value in line.wanted[0].values)


def flat(lines: tuple[ConditionLine, ...]) -> Iterator[ConditionLine]:
    for line in lines:
        yield line
        yield from flat(line.parts)


@drawn
@given(questions())
def test_what_gave_nothing_has_a_reason(question: Question) -> None:
    for _, explanation in explained(question):
        if not explanation.obligations and not explanation.refusals:
            assert explanation.absent_triggers
        for refusal in explanation.refusals:
            if refusal.why == "kept":
                assert refusal.open is not None
                assert refusal.open.opened <= refusal.day


@drawn
@given(questions())
def test_what_came_is_not_among_what_never_came(question: Question) -> None:
    for _, explanation in explained(question):
        came = {one.trigger.line for one in explanation.obligations}
        came |= {one.trigger.line for one in explanation.refusals if one.trigger}
        assert came.isdisjoint(one.line for one in explanation.absent_triggers)


@drawn
@given(questions())
def test_an_item_narrows_the_explanation(question: Question) -> None:
    catalogues, given_case, at, known = question
    for _, explanation in explained(question):
        engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one) for one in catalogues})
        narrow = explain(engine, read_case(given_case), explanation.rule, at, known, item="i1")
        kept = [one for one in explanation.obligations if one.obligation.item in ("i1", None)]
        assert [one.obligation for one in narrow.obligations] == [one.obligation for one in kept]
        assert {one.line for one in narrow.absent_triggers} >= {one.line for one in explanation.absent_triggers}
        break


@drawn
@given(questions())
def test_it_can_be_written_as_json(question: Question) -> None:
    for _, explanation in explained(question):
        assert json.loads(json.dumps(explanation.to_dict(), ensure_ascii=False)) == explanation.to_dict()


def late_days(one: ExplainedObligation) -> int:
    return one.ending.days_late if one.ending else 0


@drawn
@given(questions())
def test_days_late_are_those_after_the_due_date(question: Question) -> None:
    for _, explanation in explained(question):
        for one in explanation.obligations:
            done, due = one.obligation.fulfilled_on, one.obligation.due
            late = (done - due).days if done and due and done > due else 0
            assert late_days(one) == late
            assert (late > 0) == (one.obligation.status == "fulfilled_late")
