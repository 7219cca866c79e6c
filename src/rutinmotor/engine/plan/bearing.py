"""Bound rules in, the event types that bear each fact of events out: those that can stand behind a trigger (2.9)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from rutinmotor.engine.plan.bound import BoundRule
from rutinmotor.language.catalogue import Names, State
from rutinmotor.language.constructs import On, Trigger


def bearers_of(
    rules: Sequence[BoundRule], states: Mapping[str, State], names: Mapping[str, Names]
) -> Mapping[str, frozenset[str]]:
    """Give, for each fact of events that a rule asks for, the event types that can stand behind a trigger of one."""
    asking = [rule for rule in rules if rule.of_event]
    if not asking:
        return {}
    behind = _Behind(rules, states, names)
    found: dict[str, set[str]] = defaultdict(set)
    for rule in asking:
        types = behind.rule(rule)
        for fact in rule.of_event:
            found[fact] |= types
    return {fact: frozenset(types) for fact, types in found.items()}


class _Behind:
    """What can stand behind the triggers of rules; what became overdue hands on what was behind it."""

    def __init__(self, rules: Iterable[BoundRule], states: Mapping[str, State], names: Mapping[str, Names]) -> None:
        self._states, self._names = states, names
        self._versions: dict[str, list[BoundRule]] = defaultdict(list)
        for rule in rules:
            self._versions[rule.id].append(rule)

    def rule(self, rule: BoundRule) -> set[str]:
        """Give the event types behind the triggers of a rule."""
        found: set[str] = set()
        seen: set[str] = set()
        waiting = [rule]
        while waiting:
            one = waiting.pop()
            names = self._names[one.version.owner.id]
            for line in one.version.rule.trigger:
                if line.how.on is On.DUE and not line.how.inherits_due:
                    other = names.rule(line.name)
                    if other not in seen:
                        seen.add(other)
                        waiting += self._versions[other]
                else:
                    found |= set(self._types(line, names))
        return found

    def _types(self, line: Trigger, names: Names) -> Iterator[str]:
        match line.how.on:
            case On.EVENT:
                yield line.parts.since or line.name
            case On.STATE:
                yield from self._states[line.name].begins
            case On.FULFILMENT:
                for version in self._versions[names.rule(line.name)]:
                    yield from version.fulfilled_by
            case _:
                pass
