"""A rule and a day in, the lines of its conditions judged one by one out (semantics 2.4, 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rutinmotor.engine.explanation.explanation import ConditionLine, Verdict, Wanted
from rutinmotor.engine.explanation.replayed import ReplayedCase, fact_named, state_named
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.plan import BoundRule, Holds, Node, NoOther, bind_test, typed
from rutinmotor.language.case import FactValue, Holder
from rutinmotor.language.catalogue import ORDER, Condition, Test

Of = Literal["scope", "rule"]


def judged(replayed: ReplayedCase, rule: BoundRule, item: Holder, day: int) -> tuple[ConditionLine, ...]:
    """Judge each line of the catalogue's scope, then of the rule's own condition, as they stood at the end of a day."""
    found: list[ConditionLine] = []
    if (scope := rule.version.owner.text.scope) is not None:
        found += _lines(replayed, rule, item, day, scope, "scope")
    if (only_if := rule.version.rule.only_if) is not None:
        found += _lines(replayed, rule, item, day, only_if, "rule")
    return tuple(found)


def missing_facts(replayed: ReplayedCase, rule: BoundRule, item: Holder, day: int) -> tuple[Named, ...]:
    """Name the facts whose absence leaves the whole condition undecided on a day; none if it is decided."""
    if rule.condition is None:
        return ()
    world = replayed.world(day)
    names = replayed.names(rule)
    return tuple(
        fact_named(names, fact) for fact in sorted(set(rule.condition.missing(world.facts(item), world, item)))
    )


def _lines(
    replayed: ReplayedCase, rule: BoundRule, item: Holder, day: int, condition: Condition, of: Of
) -> Iterator[ConditionLine]:
    """Judge a condition's lines, in the order in which they are bound."""
    names = replayed.names(rule)

    def verdict(node: Node) -> Verdict:
        world = replayed.world(day)
        return node.judge(world.facts(item), world, item)

    for name, test in condition.facts.items():
        kind = names.facts[name].text.kind
        held = verdict(bind_test(name, test, kind))
        fact = replayed.fact(rule, name, item, day)
        yield ConditionLine(of, "fact", held, fact_named(names, name), _wanted(test, kind), fact)
    for state, wanted in condition.state.items():
        yield ConditionLine(
            of, "state", verdict(Holds(state, wanted)), state_named(names, state), (Wanted("is", (wanted,)),)
        )
    if (state := condition.no_other_in) is not None:
        yield ConditionLine(of, "no_other_in", verdict(NoOther(state)), state_named(names, state))
    if condition.all:
        yield _group(replayed, rule, item, day, condition.all, of, "all")
    if condition.any:
        yield _group(replayed, rule, item, day, condition.any, of, "any")


def _group(
    replayed: ReplayedCase,
    rule: BoundRule,
    item: Holder,
    day: int,
    conditions: tuple[Condition, ...],
    of: Of,
    kind: Literal["all", "any"],
) -> ConditionLine:
    """Judge a group; a part of one line is that line, a part of several is a group of its own that must all hold."""
    parts: list[ConditionLine] = []
    for condition in conditions:
        lines = tuple(_lines(replayed, rule, item, day, condition, of))
        if len(lines) == 1 or kind == "all":
            parts += lines
        else:
            parts.append(ConditionLine(of, "all", _together(lines, "all"), parts=lines))
    return ConditionLine(of, kind, _together(tuple(parts), kind), parts=tuple(parts))


def _together(lines: tuple[ConditionLine, ...], kind: Literal["all", "any"]) -> Verdict:
    """Join verdicts by Kleene's three values."""
    verdicts = [line.verdict for line in lines]
    deciding = kind == "any"
    if deciding in verdicts:
        return deciding
    return None if None in verdicts else not deciding


def _wanted(test: Test, kind: str) -> tuple[Wanted, ...]:
    """Give what a test demands of a fact of the declared kind, a range as two demands."""

    def values(*given: FactValue) -> tuple[FactValue, ...]:
        return tuple(typed(value, kind) for value in given)

    if test.known is not None:
        return (Wanted("known", (test.known,)),)
    if test.is_ is not None:
        return (Wanted("is", values(*test.is_)),)
    if test.not_ is not None:
        return (Wanted("not", values(*test.not_)),)
    return tuple(Wanted(name, values(bound)) for name in ORDER if (bound := getattr(test, name)) is not None)
