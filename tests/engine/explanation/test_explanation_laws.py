"""Laws of explanations, on drawn catalogues and cases: every reason that is given must be the one that decided."""

import json
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from hypothesis import given, note, settings

from rutinmotor import CaseError, read_case
from rutinmotor.engine.engine import engine_from_texts, plan_of
from rutinmotor.engine.evaluation.evaluation import Evaluation
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.engine.explanation.explanation import ConditionLine, Explanation
from tests.drawing import EVERY_CHECK
from tests.engine.explanation.recounting import recount
from tests.engine.second.drawing import describe, questions

Question = tuple[list[dict[str, Any]], dict[str, Any], date, date | None]


def every_due_date_can_be_recounted_from_its_own_explanation(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        assert recount(one) == one.obligation.due, one


def steps_lead_from_one_to_the_next(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        for before, step in zip(one.steps, one.steps[1:], strict=False):
            assert getattr(step, "start", before.end) == before.end
        assert one.obligation.due in (None, *(step.end for step in one.steps[-1:]))


def the_same_obligations_are_explained(told: Evaluation, found: Explanation) -> None:
    expected = [one.to_dict() for one in told.obligations if one.rule == found.rule]
    again = [one.obligation.to_dict() for one in found.obligations]
    assert sorted(map(repr, again)) == sorted(map(repr, expected))


def conditions_held_where_it_opened_and_failed_where_it_did_not(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        assert all(line.verdict is True for line in one.conditions)
    for refusal in found.refusals:
        verdicts = [line.verdict for line in refusal.conditions]
        closed = None if refusal.question is None else refusal.question.became
        assert (refusal.why == "undetermined") == (closed not in (None, "no"))
        if closed not in ("ended", "overtaken"):
            assert (refusal.why == "refused") == (False in verdicts)
        if refusal.question is not None and refusal.question.became == "open":
            undecided = None in verdicts and False not in verdicts
            assert undecided == (refusal.missing_in == "condition")


def missing_facts_are_those_of_the_answer(told: Evaluation, found: Explanation) -> None:
    expected = {(one.day, one.item): set(one.missing) for one in told.undetermined if one.rule == found.rule}
    named: dict[tuple[date, str | None], set[str]] = {}
    for refusal in found.refusals:
        if refusal.question is not None and refusal.question.became == "open":
            named.setdefault((refusal.day, refusal.item), set()).update(one.name for one in refusal.missing)
    assert named == expected


def a_fact_that_decides_is_told_as_it_stood(_: Evaluation, found: Explanation) -> None:
    for one in (*found.obligations, *found.refusals):
        for line in flat(one.conditions):
            if line.fact is None:
                continue
            value = line.fact.value
            assert (value is None) == (line.fact.holder is None)
            if line.wanted[0].operator == "is":
                assert line.verdict == (None if value is None else value in line.wanted[0].values)


def flat(lines: tuple[ConditionLine, ...]) -> Iterator[ConditionLine]:
    for line in lines:
        yield line
        yield from flat(line.parts)


def what_gave_nothing_has_a_reason(_: Evaluation, found: Explanation) -> None:
    assert found.obligations or found.refusals or found.absent_triggers
    for refusal in found.refusals:
        # A series that waits for its first whole period has opened nothing, and is kept all the same.
        if refusal.why == "kept" and not any(one.why == "waits" for one in found.refusals):
            assert refusal.open is not None
            assert refusal.open.opened <= refusal.day


def what_came_is_not_among_what_never_came(_: Evaluation, found: Explanation) -> None:
    came = {one.trigger.line for one in found.obligations}
    came |= {one.trigger.line for one in found.refusals if one.trigger}
    assert came.isdisjoint(one.line for one in found.absent_triggers)


def days_late_are_those_after_the_due_date(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        done, due = one.obligation.fulfilled_on, one.obligation.due
        late = (done - due).days if done and due and done > due else 0
        assert (one.ending.days_late if one.ending else 0) == late
        same_day = one.ending is not None and one.ending.after is not None
        assert (late > 0 or same_day) == (one.obligation.status == "fulfilled_late")
        assert not (late and same_day)


def what_did_not_count_closed_nothing_here(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        closing = one.ending.event if one.ending else None
        seen = [passed.event for passed in one.not_counted]
        assert len(seen) <= 4
        assert not one.not_counted_more or len(seen) == 4
        if closing is not None and closing.id is not None:
            assert closing.id not in [event.id for event in seen]


def what_has_happened_is_not_said_to_be_awaited(_: Evaluation, found: Explanation) -> None:
    for one in found.obligations:
        if one.awaited is not None and one.had_happened is not None:
            assert one.obligation.due is None or one.had_happened.day <= one.obligation.due


def it_can_be_written_as_json(_: Evaluation, found: Explanation) -> None:
    plain = found.to_dict()
    assert json.loads(json.dumps(plain, ensure_ascii=False)) == plain


LAWS: tuple[Callable[[Evaluation, Explanation], None], ...] = (
    every_due_date_can_be_recounted_from_its_own_explanation,
    steps_lead_from_one_to_the_next,
    the_same_obligations_are_explained,
    conditions_held_where_it_opened_and_failed_where_it_did_not,
    missing_facts_are_those_of_the_answer,
    a_fact_that_decides_is_told_as_it_stood,
    what_gave_nothing_has_a_reason,
    what_came_is_not_among_what_never_came,
    days_late_are_those_after_the_due_date,
    what_did_not_count_closed_nothing_here,
    what_has_happened_is_not_said_to_be_awaited,
    it_can_be_written_as_json,
)


@settings(max_examples=300, suppress_health_check=EVERY_CHECK)
@given(questions())
def test_laws_of_every_explanation(question: Question) -> None:
    catalogues, given_case, at, known = question
    note(describe(*question))
    engine = engine_from_texts({f"{one['catalogue']}.yaml": json.dumps(one, ensure_ascii=False) for one in catalogues})
    case = read_case(given_case)
    try:
        told = engine.evaluate(case, at, known)
    except CaseError:
        return
    for rule in sorted({rule.id for rule in plan_of(engine).rules}):
        found = explain(engine, case, rule, at, known)
        for law in LAWS:
            law(told, found)
        narrow = explain(engine, case, rule, at, known, item="i1")
        kept = [one.obligation for one in found.obligations if one.obligation.item in ("i1", None)]
        assert [one.obligation for one in narrow.obligations] == kept
