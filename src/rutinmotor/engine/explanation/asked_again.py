"""A question in, what became of it out: what was missing, what came since, how it was closed (semantics 2.5 to 2.7)."""

from __future__ import annotations

from rutinmotor.engine.explanation.asked_of import Asking
from rutinmotor.engine.explanation.explanation import AskedQuestion
from rutinmotor.engine.explanation.replayed import as_date, fact_named
from rutinmotor.engine.replay import Question


def told_question(asking: Asking, question: Question) -> AskedQuestion:
    """Tell a question; `asking` is how its rule was asked when it was put."""
    replayed, names = asking.replayed, asking.replayed.names(question.rule)
    is_open = question.became is None
    missing = question.missing if is_open else ()
    facts, by = replayed.plan.facts, question.closed_by
    return AskedQuestion(
        as_date(question.day),
        question.became or "open",
        None if is_open else as_date(question.closed_on),
        None if by is None else replayed.event(by),
        tuple(asking.fact(fact) for fact in sorted(question.given)),
        tuple(fact_named(names, fact) for fact in missing),
        tuple(fact_named(names, fact) for fact in missing if facts[fact].declared.only_forward),
        question.became == "kept" and question.rule.on_repeat == "restart",
    )
