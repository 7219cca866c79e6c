"""A case's obligations under old rules and under new in, pairs of one duty out; the first step of comparing."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

from rutinmotor.evaluation import Obligation, TriggerRecord
from rutinmotor.impact.rewriting import MARK, unmarked

Pair: TypeAlias = "tuple[Obligation | None, Obligation | None]"
Key: TypeAlias = Callable[[Obligation], Hashable]


def paired(old: Sequence[Obligation], new: Sequence[Obligation]) -> Iterator[Pair]:
    """Pair what is one duty under both; what has no like under the other stands alone, with None beside it.

    Alike are two of one rule and item: first those that one trigger opened on one day, then those of one trigger's
    day, then what is left, in the order of opening. Two events of one type are two causes, and never paired so.
    """
    groups: dict[tuple[str, str | None], tuple[list[Obligation], list[Obligation]]] = {}
    for side, obligations in enumerate((old, new)):
        for one in obligations:
            key = (one.rule, one.item)
            group = groups.get(key)
            if group is None:
                group = groups[key] = ([], [])
            group[side].append(one)
    for before, after in groups.values():
        yield from _within(before, after)


def _within(old: list[Obligation], new: list[Obligation]) -> Iterator[Pair]:
    """Pair those of one rule and item."""
    if len(old) == len(new) == 1 and _alike(old[0], new[0]):
        # So it is nearly always, and nothing need be sorted.
        yield old[0], new[0]
        return
    for key in (_opening, _trigger_day):
        if not old or not new:
            break
        pairs, old, new = _by(key, old, new)
        yield from pairs
    if old and new:
        twice = {_cause(one) for one in old} & {_cause(one) for one in new}
        happenings = {cause for cause in twice if cause[0] == "event"}
        pairs, old, new = _by(lambda one: id(one) if _cause(one) in happenings else None, old, new)
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


def _alike(old: Obligation, new: Obligation) -> bool:
    if old.opened == new.opened:
        return True
    before, after = trigger_of(old), trigger_of(new)
    return before.day == after.day or before.kind != "event" or before.type != after.type


def _opening(one: Obligation) -> Hashable:
    return one.opened, trigger_of(one)


def _trigger_day(one: Obligation) -> Hashable:
    return one.trigger.day


def _cause(one: Obligation) -> tuple[str, str]:
    trigger = trigger_of(one)
    return trigger.kind, trigger.type


def trigger_of(one: Obligation) -> TriggerRecord:
    """Give what opened an obligation, under the name that it has in the rules."""
    trigger = one.trigger
    return trigger._replace(type=unmarked(trigger.type)) if MARK in trigger.type else trigger


def _opened(one: Obligation) -> date:
    return one.opened
