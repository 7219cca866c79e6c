"""All obligations of a case in the order of opening in, a lasting key for each out; worked out when first asked for.

A key is made of what brought an obligation about, and of nothing that comes later: so it is the same on every later
day, and for every order in which a log is written. `docs/python.md` says how it is made, for those who make it too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import NoReturn, TypeAlias

from rutinmotor.engine.eventlog import canonical
from rutinmotor.engine.replay import Instance
from rutinmotor.language.case import Event

_DIGITS = 16
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_Part: TypeAlias = "str | int | Sequence[_Part] | None"
# What opened one where no event did by its type alone: the kind and name of its trigger, and what stands behind that,
# as many values as there are; another obligation stands as its place among all.
_Opened: TypeAlias = "Event | tuple[str, str, *tuple[Event | str | int | None, ...]]"
# The rule's full id, the item, what opened it, and its place in its series.
_Seed: TypeAlias = "tuple[str, str | None, _Opened, int]"


class Keys:
    """The keys of one answer's obligations, in the order of opening; it cannot be changed.

    It holds no more than what the keys are made of, and nothing that replay changes.
    """

    __slots__ = ("_found", "_seeds")

    _found: tuple[str, ...] | None
    _seeds: tuple[_Seed, ...]

    def __init__(self, seeds: tuple[_Seed, ...]) -> None:
        object.__setattr__(self, "_seeds", seeds)
        object.__setattr__(self, "_found", None)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"keys cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"keys cannot be changed: {name}")

    def of(self, place: int) -> str:
        """Give the key of the one at a place in the order of opening, from 0."""
        found = self._found
        if found is None:
            found = _keys(self._seeds)
            object.__setattr__(self, "_found", found)
        return found[place]


class Keyed:
    """All obligations of a case, in the order of opening, each with its place among the keys; for those who judge."""

    __slots__ = ("_places", "keys")

    def __init__(self, instances: Sequence[Instance]) -> None:
        self._places = {id(instance): place for place, instance in enumerate(instances)}
        self.keys = Keys(tuple([self._seed(instance) for instance in instances]))

    def place(self, instance: Instance) -> int:
        """Give the place of one of them."""
        return self._places[id(instance)]

    def _seed(self, instance: Instance) -> _Seed:
        number = instance.details.number if instance.details is not None else 0
        cause = instance.cause
        if isinstance(cause, Event):
            return instance.rule.id, instance.item, cause, number
        how = cause.kind, cause.type
        opened: _Opened
        if cause.source is not None:
            opened = (*how, self._places[id(cause.source)])
        elif cause.since is not None:
            opened = (*how, cause.since)
        elif cause.run is not None:
            opened = (*how, cause.run.holder, cause.run.event)
        else:
            opened = (*how, cause.item, cause.day)
        return instance.rule.id, instance.item, opened, number


def _keys(seeds: Iterable[_Seed]) -> tuple[str, ...]:
    found: list[str] = []
    alike: dict[str, int] = {}
    events: dict[int, Sequence[_Part]] = {}
    for rule, item, opened, number in seeds:
        parts: list[_Part] = [rule, item, _opened_by(opened, found, events), number]
        # What is alike so far opened on one day, or one after the other: those that open later come after.
        text = _written(parts)
        among = alike[text] = alike.get(text, 0) + 1
        found.append(_digest([*parts, among]))
    return tuple(found)


def _digest(parts: Sequence[_Part]) -> str:
    return sha256(_written(parts).encode()).hexdigest()[:_DIGITS]


def _opened_by(opened: _Opened, found: Sequence[str], events: dict[int, Sequence[_Part]]) -> Sequence[_Part]:
    """Say what opened an obligation: its event, or the kind and name of its trigger and what stands behind that."""
    if isinstance(opened, Event):
        return _event(opened, events)
    kind, type_, *behind = opened
    if len(behind) == 1 and isinstance(behind[0], int):
        return [kind, type_, found[behind[0]]]
    return [kind, type_, *(_event(one, events) if isinstance(one, Event) else one for one in behind)]


def _event(event: Event, events: dict[int, Sequence[_Part]]) -> Sequence[_Part]:
    known = events.get(id(event))
    if known is None:
        # The clock tells apart what stands twice in the hour that comes twice.
        known = ["event", event.id] if event.id is not None else ["event", canonical(event), event.clock]
        events[id(event)] = known
    return known
