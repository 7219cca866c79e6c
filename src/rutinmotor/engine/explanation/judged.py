"""A rule and a moment in, the lines of its conditions judged one by one out (semantics 2.4, 2.5)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from rutinmotor.engine.explanation.asked_of import Asking
from rutinmotor.engine.explanation.explanation import ConditionLine, Verdict, Wanted
from rutinmotor.engine.explanation.replayed import fact_named, state_named
from rutinmotor.engine.plan import Holds, Node, NoOther, bind_test, typed
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import ORDER, Condition, Test

Of = Literal["scope", "rule"]


def judged(asking: Asking) -> tuple[ConditionLine, ...]:
    """Judge each line of the catalogue's scope, then of the rule's own condition, as they stood when it was asked."""
    rule = asking.rule
    found: list[ConditionLine] = []
    if (scope := rule.version.owner.text.scope) is not None:
        found += _lines(asking, scope, "scope")
    if (only_if := rule.version.rule.only_if) is not None:
        found += _lines(asking, only_if, "rule")
    return tuple(found)


def missing_then(asking: Asking) -> tuple[str, ...]:
    """Name the facts whose absence left the whole condition undecided when it was asked; none if it was decided."""
    condition, view, item, facts = asking.rule.condition, asking.view, asking.item, asking.known
    if condition is None or condition.judge(facts, view, item) is not None:
        return ()
    return tuple(sorted(set(condition.missing(facts, view, item))))


def _lines(asking: Asking, condition: Condition, of: Of) -> Iterator[ConditionLine]:
    """Judge a condition's lines, in the order in which they are bound."""
    item, end, view = asking.item, asking.end, asking.view
    names = asking.replayed.names(asking.rule)
    then, seen, at_end = asking.known, asking.since, asking.at_end

    def verdict(node: Node) -> Verdict:
        return node.judge(seen, view, item)

    for name, test in condition.facts.items():
        kind = names.facts[name].text.kind
        bound = bind_test(name, test, kind)
        # Whether it was known is settled when it is asked (semantics 2.6).
        late = asking.is_late(name) and test.known is None
        held = verdict(bound) if late else bound.judge(then, view, item)
        fact = asking.fact(name) if late else asking.then(name)
        as_of = None if late else asking.as_of(then.get(name), at_end.get(name))
        yield ConditionLine(of, "fact", held, fact_named(names, name), _wanted(test, kind), fact, as_of=as_of)
    for state, wanted in condition.state.items():
        as_of = asking.as_of(view.holds(state, item), end.holds(state, item))
        held, named = verdict(Holds(state, wanted)), state_named(names, state)
        yield ConditionLine(of, "state", held, named, (Wanted("is", (wanted,)),), as_of=as_of)
    if (state := condition.no_other_in) is not None:
        as_of = asking.as_of(view.holds_for_other(state, item), end.holds_for_other(state, item))
        yield ConditionLine(of, "no_other_in", verdict(NoOther(state)), state_named(names, state), as_of=as_of)
    if condition.all:
        yield _group(asking, condition.all, of, "all")
    if condition.any:
        yield _group(asking, condition.any, of, "any")


def _group(asking: Asking, conditions: tuple[Condition, ...], of: Of, kind: Literal["all", "any"]) -> ConditionLine:
    """Judge a group; a part of one line is that line, a part of several is a group of its own that must all hold."""
    parts: list[ConditionLine] = []
    for condition in conditions:
        lines = tuple(_lines(asking, condition, of))
        if len(lines) == 1 or kind == "all":
            parts += lines
        else:
            parts.append(ConditionLine(of, "all", together(lines, "all"), parts=lines))
    return ConditionLine(of, kind, together(tuple(parts), kind), parts=tuple(parts))


def together(lines: tuple[ConditionLine, ...], kind: Literal["all", "any"]) -> Verdict:
    """Join verdicts by Kleene's three values, as a group that must hold in `all` or in `any` of its lines."""
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
