"""All obligations of a case in the order of opening in, a lasting key for each out; worked out when first asked for.

A key is made of what brought an obligation about, and of nothing that comes later: so it is the same on every later
day, and for every order in which a log is written. `docs/python.md` says how it is made, for those who make it too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import TypeAlias

from rutinmotor.engine.eventlog import canonical
from rutinmotor.engine.replay import Cause, Instance
from rutinmotor.language.case import Event

_DIGITS = 16
_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_Part: TypeAlias = "str | int | Sequence[_Part] | None"


class Keys:
    """The keys of one answer's obligations; `instances` are all of the case's, in the order of opening."""

    __slots__ = ("_found", "_instances")

    def __init__(self, instances: Sequence[Instance]) -> None:
        self._instances = instances
        self._found: dict[Instance, str] | None = None

    def of(self, instance: Instance) -> str:
        """Give the key of one of them."""
        if self._found is None:
            self._found = _keys(self._instances)
        return self._found[instance]


def _keys(instances: Iterable[Instance]) -> dict[Instance, str]:
    found: dict[Instance, str] = {}
    alike: dict[str, int] = {}
    events: dict[int, Sequence[_Part]] = {}
    for instance in instances:
        number = instance.details.number if instance.details is not None else 0
        parts: list[_Part] = [instance.rule.id, instance.item, _opened_by(instance.cause, found, events), number]
        # What is alike so far opened on one day, or one after the other: those that open later come after.
        text = _written(parts)
        among = alike[text] = alike.get(text, 0) + 1
        found[instance] = _digest([*parts, among])
    return found


def _digest(parts: Sequence[_Part]) -> str:
    return sha256(_written(parts).encode()).hexdigest()[:_DIGITS]


def _opened_by(cause: Event | Cause, found: dict[Instance, str], events: dict[int, Sequence[_Part]]) -> Sequence[_Part]:
    """Say what opened an obligation: its event, or the kind and name of its trigger and what stands behind that."""
    if isinstance(cause, Event):
        return _event(cause, events)
    how: list[_Part] = [cause.kind, cause.type]
    if cause.source is not None:
        return [*how, found[cause.source]]
    if cause.since is not None:
        return [*how, _event(cause.since, events)]
    if cause.run is not None:
        return [*how, cause.run.holder, _event(cause.run.event, events)]
    return [*how, cause.item, cause.day]


def _event(event: Event, events: dict[int, Sequence[_Part]]) -> Sequence[_Part]:
    known = events.get(id(event))
    if known is None:
        # The clock tells apart what stands twice in the hour that comes twice.
        known = ["event", event.id] if event.id is not None else ["event", canonical(event), event.clock]
        events[id(event)] = known
    return known
