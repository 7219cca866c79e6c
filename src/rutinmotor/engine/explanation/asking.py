"""A rule, a case and a day in, an Explanation out: why the rule did or did not give an obligation; after the engine."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.engine import Engine, origin_of, plan_of, require_unknown
from rutinmotor.engine.evaluation import UnknownEvents, UnknownFacts
from rutinmotor.engine.explanation.explanation import ExplainedObligation, Explanation
from rutinmotor.engine.explanation.obligations import explained
from rutinmotor.engine.explanation.refusals import refusals_of
from rutinmotor.engine.explanation.replayed import ReplayedCase, bears
from rutinmotor.engine.explanation.triggers import absent
from rutinmotor.engine.replay import AT_MOST
from rutinmotor.ground.arguments import require, require_day, require_number
from rutinmotor.ground.diagnostics import nearest
from rutinmotor.language.case import Case
from rutinmotor.language.catalogue import versions_of

__all__ = ["ExplainedObligation", "Explanation", "explain"]


def explain(
    engine: Engine,
    case: Case,
    rule: str,
    at: date,
    known: date | None = None,
    item: str | None = None,
    unknown_events: UnknownEvents = "error",
    unknown_facts: UnknownFacts = None,
    *,
    at_most: int = AT_MOST,
) -> Explanation:
    """Explain what a rule has given in a case at the end of the day `at`, and what it has not.

    The rule is named by its full id, such as `sol.plan_slutford`, or without its catalogue where only one has it. With
    `known` only what was recorded on or before that day counts. With `item`, what concerns that item or the case.
    Everything is derived again from rule, case and day: an evaluation keeps nothing for this. `at_most` is as in
    `Engine.evaluate`.

    Raises:
        ValueError: the engine has no such rule, or several catalogues have it and none is named; or another word for
            `unknown_events` or `unknown_facts`; or an `at_most` below 1.
        CaseError: as `Engine.evaluate`.
        TypeError: what is no engine, case, text or date.
    """
    require(engine, Engine, "engine", "an Engine, which load makes")
    require(case, Case, "case", "a Case, which read_case makes from plain data")
    require(rule, str, "rule", "a text")
    require_day(at, "at")
    require_day(known, "known", optional=True)
    require(item, (str, type(None)), "item", "a text or None")
    require_unknown(unknown_events, unknown_facts)
    require_number(at_most, 1, "at_most")
    versions = plan_of(engine).group_of(rule)
    if not versions:
        rule = _full_id(engine, rule)
        versions = plan_of(engine).group_of(rule)
    cut = None if known is None else known.toordinal()
    unknown = unknown_events, unknown_facts
    replayed = ReplayedCase(engine, case, versions[0].group, at.toordinal(), cut, *unknown, at_most)
    return Explanation(
        rule=rule,
        title=replayed.rule_named(rule).title,
        case=case.id,
        origin=origin_of(engine, at, known),
        at=at,
        known=known,
        item=item,
        item_named=item is None or item in replayed.replay.world.items,
        obligations=tuple(
            explained(replayed, instance, case)
            for instance in replayed.instances
            if item is None or bears(instance.item, item)
        ),
        refusals=tuple(one for one in refusals_of(replayed) if item is None or bears(one.item, item)),
        absent_triggers=absent(replayed, item),
    )


def _full_id(engine: Engine, word: str) -> str:
    """Find the one rule that is named without its catalogue; raises ValueError if there is none, or several."""
    known = list(versions_of(engine.catalogues))
    meant = [full_id for full_id in known if full_id.partition(".")[2] == word]
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise ValueError(f"several catalogues have a rule {word}: {', '.join(meant)}")
    near = nearest(word, known, {}) or next(
        (one for one in known if one.partition(".")[2] == _nearest(word, known)), ""
    )
    raise ValueError(f"there is no rule {word}" + (f"; did you mean {near}?" if near else ""))


def _nearest(word: str, known: list[str]) -> str | None:
    """A rule named without its catalogue is compared with names without theirs."""
    return nearest(word, {full_id.partition(".")[2] for full_id in known}, {})
