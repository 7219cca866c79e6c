"""Rules of one catalogue in, the combinations that none of them covers, or that two do, out; for several lints."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import Catalogue, Condition, Names, Version
from rutinmotor.language.logic.boxes import Box, Every, Formula, every, narrowed, possible, widest
from rutinmotor.language.logic.combinations import cases_told
from rutinmotor.language.logic.regions import Key, Space, Span, Value, space_of

# Boxes looked for, before the sentence says that there may be more.
_MOST_CASES = 40
_NOTHING = Condition()


@dataclass(frozen=True, slots=True)
class Cover:
    """What some rules of a catalogue can tell apart, within its scope and what is the same in all their conditions.

    `whole` and `demanded` are that scope, `usual` the part of it in which each state that the rules ask for in one way
    only is so; `own` is the rest of each rule's condition, in the order of the rules.
    """

    names: Names
    space: Space
    whole: Box
    demanded: Formula
    usual: Box
    own: tuple[Condition, ...]

    def holes(self) -> Wording | None:
        """Say the combinations in which every rule's condition is false, None if there are none.

        That a state does not hold which no rule asks for the absence of is no case: an event that triggers often begins
        it, and where it does not hold there is nothing to be done.
        """
        return self._told(self.usual, *(self.space.where_false(condition) for condition in self.own))

    def shared(self, one: int, other: int) -> Wording | None:
        """Say the combinations in which the conditions of both rules are true, None if there are none."""
        return self._told(self.whole, *(self.space.where_true(self.own[index]) for index in (one, other)))

    def first_shared(self, together: Callable[[int, int], bool]) -> Iterator[tuple[int, int, Wording]]:
        """Yield each rule that shares a combination with one before it: the first such, the rule, and what they share.

        Only rules that can be open `together` are asked for; both are given by index.
        """
        ways = [narrowed(self.space.where_true(condition), self.whole) for condition in self.own]
        for index, way in enumerate(ways):
            for before, other in enumerate(ways[:index] if way else ()):
                # Most rules are kept apart by a single fact, which is seen without a search.
                if way and other and _meet(way[0], other[0]) and together(before, index):
                    cases = self.shared(before, index)
                    if cases is not None:
                        yield before, index, cases
                        break

    def told(self, box: Box) -> Wording:
        """Say one combination."""
        return cases_told(self.space.variables, [box], self.whole, self.names, complete=True)

    def _told(self, whole: Box, *demands: Formula) -> Wording | None:
        together = Every((self.demanded, *demands))
        if not possible(together, whole):
            return None
        found, complete = widest(together, whole, _MOST_CASES)
        return cases_told(self.space.variables, found, whole, self.names, complete=complete) if found else None


def alike(catalogue: Catalogue) -> Iterator[list[Version]]:
    """Yield the rules without a family that have the same triggers and fulfilling events, where there are several."""
    found: dict[Hashable, list[Version]] = {}
    for row, rule in enumerate(catalogue.text.rules):
        if rule.fulfilled_by and rule.family is None:
            key = frozenset(rule.trigger), frozenset(rule.fulfilled_by)
            found.setdefault(key, []).append(Version(catalogue, row, rule))
    for rules in found.values():
        if len({version.rule.id for version in rules}) > 1:
            yield rules


def _meet(one: Box, other: Box) -> bool:
    return all(a & b for a, b in zip(one, other, strict=True))


class Outline(NamedTuple):
    """What rules have in common: the lines that stand alike in all conditions, and how each state is asked for."""

    shared: Condition
    asked: Mapping[Key, set[bool]]


def outline_of(rules: Sequence[Version]) -> Outline:
    """Draw the outline of rules of one catalogue."""
    conditions = [version.rule.only_if or _NOTHING for version in rules]
    return Outline(_shared(conditions), _asked(conditions))


def cover_of(rules: Sequence[Version], names: Names, outline: Outline | None = None) -> Cover | None:
    """Lay out what rules of one catalogue cover; None where its scope and their shared lines leave nothing.

    The outline is that of the whole family, where the rules are only some of it.
    """
    shared, asked = outline or outline_of(rules)
    conditions = [version.rule.only_if or _NOTHING for version in rules]
    scope = rules[0].owner.text.scope or _NOTHING
    space = space_of((scope, *conditions), names)
    base = narrowed(every((space.where_true(scope), space.where_true(shared))), _meant(space))
    if base is None:
        return None
    own = tuple(_without(condition, shared) for condition in conditions)
    return Cover(names, space, *base, _usual(base[0], space, asked), own)


def _meant(space: Space) -> Box:
    """Give all combinations, without numbers below zero where a condition begins at zero: such numbers are counts."""
    return tuple(
        variable.whole & ~variable.one_cell(Span(None, -1)) if variable.kind == "int" else variable.whole
        for variable in space.variables
    )


def _asked(conditions: Iterable[Condition]) -> dict[Key, set[bool]]:
    """Give how each state is asked for, also within `any` and `all`."""
    asked: dict[Key, set[bool]] = {}
    waiting = list(conditions)
    while waiting:
        condition = waiting.pop()
        waiting += (*condition.any, *condition.all)
        for name, holds in condition.state.items():
            asked.setdefault(("state", name), set()).add(holds)
        if condition.no_other_in is not None:
            asked.setdefault(("no_other_in", condition.no_other_in), set()).add(True)
    return asked


def _usual(whole: Box, space: Space, asked: Mapping[Key, set[bool]]) -> Box:
    """Narrow each state that is asked for in one way only to that, if the box has it."""
    box = list(whole)
    for key, ways in asked.items():
        if len(ways) == 1 and key in space.rows:
            row = space.rows[key]
            box[row] = box[row] & space.variables[row].one_cell(Value(*ways)) or box[row]
    return tuple(box)


def _shared(conditions: Sequence[Condition]) -> Condition:
    """Give the lines that stand alike in every condition."""
    first, *others = conditions
    return Condition.model_construct(
        facts={
            name: test for name, test in first.facts.items() if all(other.facts.get(name) == test for other in others)
        },
        state={
            name: holds
            for name, holds in first.state.items()
            if all(other.state.get(name) is holds for other in others)
        },
        no_other_in=first.no_other_in if all(other.no_other_in == first.no_other_in for other in others) else None,
        any=first.any if all(other.any == first.any for other in others) else (),
        all=first.all if all(other.all == first.all for other in others) else (),
    )


def _without(condition: Condition, shared: Condition) -> Condition:
    """Give a condition's lines without those that are shared."""
    return Condition.model_construct(
        facts={name: test for name, test in condition.facts.items() if name not in shared.facts},
        state={name: holds for name, holds in condition.state.items() if name not in shared.state},
        no_other_in=condition.no_other_in if shared.no_other_in is None else None,
        any=() if shared.any else condition.any,
        all=() if shared.all else condition.all,
    )
