"""A rule, a case and a day in, an Explanation out: why the rule did or did not give an obligation; after the engine."""

from __future__ import annotations

from datetime import date, datetime

from rutinmotor.engine.engine import Engine, UnknownEvents
from rutinmotor.engine.explanation.explanation import ExplainedObligation, Explanation
from rutinmotor.engine.explanation.obligations import explained
from rutinmotor.engine.explanation.refusals import refusals_of
from rutinmotor.engine.explanation.replayed import Past, bears
from rutinmotor.engine.explanation.triggers import absent
from rutinmotor.language.case import Case

__all__ = ["ExplainedObligation", "Explanation", "explain"]


def explain(
    engine: Engine,
    case: Case,
    rule: str,
    at: date,
    known: date | None = None,
    item: str | None = None,
    unknown_events: UnknownEvents = "error",
) -> Explanation:
    """Explain what a rule, by its full id, has given in a case at the end of the day `at`, and what it has not.

    With `known` only what was recorded on or before that day counts. With `item`, what concerns that item or the case.
    Everything is derived again from rule, case and day: an evaluation keeps nothing for this.

    Raises:
        ValueError: the engine has no such rule.
        CaseError: as `Engine.evaluate`.
        TypeError: a day that is no date.
    """
    if isinstance(at, datetime) or isinstance(known, datetime):
        raise TypeError("a day is a date, without a clock")
    versions = engine.plan.group_of(rule)
    if not versions:
        raise ValueError(f"there is no rule {rule}")
    cut = None if known is None else known.toordinal()
    past = Past(engine, case, versions[0].group, at.toordinal(), cut, unknown_events)
    return Explanation(
        rule=rule,
        title=past.rule_named(rule).title,
        case=case.id,
        at=at,
        known=known,
        item=item,
        item_named=item is None or item in past.replay.world.items,
        obligations=tuple(
            explained(past, course, case) for course in past.courses if item is None or bears(course.item, item)
        ),
        refusals=tuple(one for one in refusals_of(past) if item is None or bears(one.item, item)),
        absent_triggers=absent(past, item),
    )
