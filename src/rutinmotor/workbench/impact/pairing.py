"""A case's obligations under old rules and under new in, pairs of one obligation out; the first step of a comparison.

Neither side knows the other's obligations, so that which is the same duty has to be inferred: a matching in a bipartite
graph whose edges are degrees of likeness. It is found greedily, the surest likeness first: opened on one day by one
trigger, then by one trigger's day, then what is left, in the order of opening. Greedy is enough, as each degree is an
equality of keys. It sorts both sides into classes, within a class any pairing is as large as another, and opening order
is the one that a reader would choose. What is paired at a surer degree is never taken up again. That two events of one
type are two causes is the one likeness that is refused: else an obligation that went away and one that came would be
told as one that moved.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from rutinmotor.engine.evaluation import Obligation, TriggerRecord
from rutinmotor.workbench.impact.rewriting import MARK, unmarked

Pair: TypeAlias = "tuple[Obligation | None, Obligation | None]"
Key: TypeAlias = Callable[[Obligation], Hashable]


def paired(old: Sequence[Obligation], new: Sequence[Obligation], called: Mapping[str, str]) -> Iterator[Pair]:
    """Pair what is one duty under both; what has no like under the other stands alone, with None beside it.

    Alike are two of one rule and item: first those that one trigger opened on one day, then those of one trigger's
    day, then what is left, in the order of opening. Two events of one type are two causes, and never paired so.
    `called` gives the new full id of each rule that has another name under the new rules.
    """
    groups: dict[tuple[str, str | None], tuple[list[Obligation], list[Obligation]]] = {}
    for side, obligations in enumerate((old, new)):
        for one in obligations:
            key = (called.get(one.rule, one.rule), one.item)
            group = groups.get(key)
            if group is None:
                group = groups[key] = ([], [])
            group[side].append(one)
    for before, after in groups.values():
        yield from _within(before, after, called)


def _within(old: list[Obligation], new: list[Obligation], called: Mapping[str, str]) -> Iterator[Pair]:
    """Pair those of one rule and item."""
    if len(old) == len(new) == 1 and _alike(old[0], new[0], called):
        # So it is nearly always, and nothing need be sorted.
        yield old[0], new[0]
        return
    keys: tuple[Key, ...] = (lambda one: (one.opened, trigger_of(one, called)), lambda one: one.trigger.day)
    for key in keys:
        if not old or not new:
            break
        pairs, old, new = _by(key, old, new)
        yield from pairs
    if old and new:
        causes = {id(one): _cause(one, called) for one in (*old, *new)}
        twice = {causes[id(one)] for one in old} & {causes[id(one)] for one in new}
        happenings = {cause for cause in twice if cause[0] == "event"}
        pairs, old, new = _by(lambda one: id(one) if causes[id(one)] in happenings else None, old, new)
        yield from pairs
    yield from ((one, None) for one in old)
    yield from ((None, one) for one in new)


def _by(
    key: Key, old: list[Obligation], new: list[Obligation]
) -> tuple[list[Pair], list[Obligation], list[Obligation]]:
    """Pair those of one key, of several in the order of opening; give the pairs, and what is left of each side."""
    waiting: defaultdict[Hashable, deque[Obligation]] = defaultdict(deque)
    for one in sorted(new, key=_opened):
        waiting[key(one)].append(one)
    pairs: list[Pair] = []
    left: list[Obligation] = []
    for one in sorted(old, key=_opened):
        alike = waiting.get(key(one))
        if alike:
            pairs.append((one, alike.popleft()))
        else:
            left.append(one)
    return pairs, left, [one for alike in waiting.values() for one in alike]


def _alike(old: Obligation, new: Obligation, called: Mapping[str, str]) -> bool:
    if old.opened == new.opened:
        return True
    before, after = trigger_of(old, called), trigger_of(new, called)
    return before.day == after.day or before.kind != "event" or before.type != after.type


def _cause(one: Obligation, called: Mapping[str, str]) -> tuple[str, str]:
    trigger = trigger_of(one, called)
    return trigger.kind, trigger.type


def trigger_of(one: Obligation, called: Mapping[str, str]) -> TriggerRecord:
    """Give what opened an obligation, under the name that it has in the rules; a rule under the one it has now."""
    trigger = one.trigger
    if MARK in trigger.type:
        return trigger._replace(type=unmarked(trigger.type))
    # Only the full id of a rule has a dot in it.
    return trigger._replace(type=called[trigger.type]) if trigger.type in called else trigger


def _opened(one: Obligation) -> date:
    return one.opened
