"""Conditions in, trees that judge by three values out (semantics 2.4, 2.5); bound once, asked at every trigger."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeAlias

from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import ORDER, Condition, Test, as_day

Facts = Mapping[str, FactValue]
# True, False, or None for unknown.
Verdict: TypeAlias = bool | None
KindOf = Callable[[str], str]


class Surroundings(Protocol):
    """What a condition may ask beside facts: the states that hold, as they are seen from its moment."""

    def holds(self, state: str, item: str | None) -> bool:
        """Say whether the state holds for the item or the case."""
        ...

    def holds_for_other(self, state: str, item: str | None) -> bool:
        """Say whether the state holds for an item other than this."""
        ...


class Node(Protocol):
    """A bound condition or a line of one."""

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds."""
        ...

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name the facts whose absence leaves it undecided; none if it is decided."""
        ...


@dataclass(frozen=True, slots=True)
class OneOf:
    """The fact is (or, if `negated`, is not) one of the values."""

    fact: str
    values: frozenset[FactValue]
    negated: bool

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds; None if the fact is not given."""
        value = facts.get(self.fact)
        return None if value is None else (value in self.values) is not self.negated

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name the fact if it is not given."""
        if facts.get(self.fact) is None:
            yield self.fact


@dataclass(frozen=True, slots=True)
class Ordered:
    """The fact, a number or a date, stands in an order to each of one or two bounds."""

    fact: str
    bounds: tuple[tuple[Callable[[Any, Any], bool], int | date], ...]

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds; None if the fact is not given."""
        value = facts.get(self.fact)
        return None if value is None else all(compare(value, bound) for compare, bound in self.bounds)

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name the fact if it is not given."""
        if facts.get(self.fact) is None:
            yield self.fact


@dataclass(frozen=True, slots=True)
class Known:
    """The fact is given, or is not; never unknown."""

    fact: str
    wanted: bool

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds."""
        return (facts.get(self.fact) is not None) is self.wanted

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Holds:
    """The state holds, or does not, for the item or the case; never unknown."""

    state: str
    wanted: bool

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds."""
        return around.holds(self.state, item) is self.wanted

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class NoOther:
    """The state holds for no other item of the case; never unknown."""

    state: str

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds."""
        return not around.holds_for_other(self.state, item)

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class Settled:
    """What has been decided once and for all, or will never be."""

    verdict: Verdict

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Give what was decided."""
        return self.verdict

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name nothing."""
        return iter(())


@dataclass(frozen=True, slots=True)
class _Joined(ABC):
    """Parts joined by one word."""

    parts: tuple[Node, ...]

    @abstractmethod
    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say whether it holds."""

    def missing(self, facts: Facts, around: Surroundings, item: str | None) -> Iterator[str]:
        """Name what leaves it undecided."""
        if self.judge(facts, around, item) is None:
            for part in self.parts:
                yield from part.missing(facts, around, item)


@dataclass(frozen=True, slots=True)
class All(_Joined):
    """Every part holds."""

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say False if any part is false, else None if any is unknown, else True (Kleene's conjunction)."""
        verdict: Verdict = True
        for part in self.parts:
            one = part.judge(facts, around, item)
            if one is False:
                return False
            if one is None:
                verdict = None
        return verdict


@dataclass(frozen=True, slots=True)
class AnyOf(_Joined):
    """At least one part holds."""

    def judge(self, facts: Facts, around: Surroundings, item: str | None) -> Verdict:
        """Say True if any part is true, else None if any is unknown, else False (Kleene's disjunction)."""
        verdict: Verdict = False
        for part in self.parts:
            one = part.judge(facts, around, item)
            if one is True:
                return True
            if one is None:
                verdict = None
        return verdict


def settled(node: Node, facts: Facts, around: Surroundings, item: str | None) -> Node:
    """Decide what can be decided now and for good; what is left hangs on missing facts alone."""
    verdict = node.judge(facts, around, item)
    if verdict is not None:
        return Settled(verdict)
    if isinstance(node, All | AnyOf):
        return type(node)(tuple(settled(part, facts, around, item) for part in node.parts))
    return node


def parts_of(node: Node | None) -> Iterator[Node]:
    """Give the single lines of a condition."""
    if isinstance(node, All | AnyOf):
        for part in node.parts:
            yield from parts_of(part)
    elif node is not None:
        yield node


def facts_of(node: Node | None) -> Iterator[str]:
    """Name the facts that a condition asks for."""
    return (part.fact for part in parts_of(node) if isinstance(part, OneOf | Ordered | Known))


def states_of(node: Node | None) -> Iterator[str]:
    """Name the states that a condition asks for."""
    return (part.state for part in parts_of(node) if isinstance(part, Holds | NoOther))


def bind_conditions(conditions: Iterable[Condition | None], kind_of: KindOf) -> Node | None:
    """Bind conditions of which all must hold; None if there are none. `kind_of` gives a fact's declared kind."""
    parts = [part for condition in conditions if condition is not None for part in condition_parts(condition, kind_of)]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else All(tuple(parts))


def condition_parts(condition: Condition, kind_of: KindOf) -> Iterator[Node]:
    """Bind each line of a condition, in the order of facts, states, other items, all, any."""
    for fact, test in condition.facts.items():
        yield bind_test(fact, test, kind_of(fact))
    for state, wanted in condition.state.items():
        yield Holds(state, wanted)
    if condition.no_other_in is not None:
        yield NoOther(condition.no_other_in)
    if condition.all:
        yield All(tuple(_one(part, kind_of) for part in condition.all))
    if condition.any:
        yield AnyOf(tuple(_one(part, kind_of) for part in condition.any))


def _one(condition: Condition, kind_of: KindOf) -> Node:
    return All(tuple(condition_parts(condition, kind_of)))


def bind_test(fact: str, test: Test, kind: str) -> Node:
    """Bind what is asked of one fact of the declared kind."""
    if test.known is not None:
        return Known(fact, test.known)
    if test.is_ is not None:
        return OneOf(fact, frozenset(typed(value, kind) for value in test.is_), negated=False)
    if test.not_ is not None:
        return OneOf(fact, frozenset(typed(value, kind) for value in test.not_), negated=True)
    bounds = [(name, getattr(test, name)) for name in ORDER if getattr(test, name) is not None]
    return Ordered(fact, tuple((ORDER[name].holds, typed(bound, kind)) for name, bound in bounds))


def typed(value: Any, kind: str) -> Any:
    """Give a value as the engine keeps it: a date fact's as a date."""
    return as_day(value) if kind == "date" else value
