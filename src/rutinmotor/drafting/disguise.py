"""A real case in, the same case with new names and no free text out; the first half of recording a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from rutinmotor.case import Case, Event, FactValue, Moment
from rutinmotor.catalogue.conditions import Condition, values_of
from rutinmotor.engine import Engine
from rutinmotor.log.order import canonical, recorded_moment

CASE: Final = "arende-1"
_ITEM: Final = "del"


@dataclass(frozen=True, slots=True)
class Disguise:
    """The case under new names; `items` leads from each old item to the new one.

    What was changed is counted: free texts that were replaced, facts that no catalogue declares and were dropped, and
    events of types that no catalogue knows, dropped too, with the corrections of them.
    """

    case: Case
    items: Mapping[str, str] = field(hash=False)
    texts: int = 0
    dropped_facts: int = 0
    dropped_events: int = 0


def disguised(engine: Engine, case: Case) -> Disguise:
    """Give the case new ids, for itself, its items and its events, and keep no text that someone may have written.

    The case must be one that the engine can judge, unknown events aside.
    """
    return _Disguising(engine, case).result()


class _Disguising:
    """Walks over one case and counts what it changes."""

    def __init__(self, engine: Engine, case: Case) -> None:
        self._engine = engine
        self._case = case
        self._zone = engine.plan.zone
        self._texts: dict[tuple[str, str], str] = {}
        self._dropped_facts = 0
        self._meant = _words_of(engine)
        kept = _known(engine, case.events)
        self._dropped_events = len(case.events) - len(kept)
        self._events = sorted((_local(event, self._zone) for event in kept), key=_order)
        named = dict.fromkeys([*case.items, *(event.item for event in self._events if event.item is not None)])
        self._items = {item: f"{_ITEM}-{number}" for number, item in enumerate(named, start=1)}
        # Within a day ids decide the order, as texts: so all are as long, and rise with the log.
        width = len(str(len(self._events)))
        self._ids: dict[str, str] = {}
        for number, event in enumerate(self._events, start=1):
            self._ids.setdefault(event.id or f" {number}", f"e{number:0{width}}")

    def result(self) -> Disguise:
        case = Case(
            CASE,
            tuple(self._event(number, event) for number, event in enumerate(self._events, start=1)),
            self._facts(self._case.facts),
            {self._items[item]: self._facts(facts) for item, facts in self._case.items.items()},
        )
        return Disguise(case, self._items, len(self._texts), self._dropped_facts, self._dropped_events)

    def _event(self, number: int, event: Event) -> Event:
        return replace(
            event,
            id=self._ids[event.id or f" {number}"],
            item=self._items[event.item] if event.item is not None else None,
            data=self._facts(event.data),
            replaces=self._ids.get(event.replaces) if event.replaces is not None else None,
            retracts=self._ids.get(event.retracts) if event.retracts is not None else None,
            place=None,
        )

    def _facts(self, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        found: dict[str, FactValue] = {}
        for name, value in facts.items():
            bound = self._engine.plan.facts.get(name)
            if bound is None:
                self._dropped_facts += 1
                continue
            # As the engine keeps it: a date may have come as text, and a text that looks like one as a date.
            kept = None if value is None else bound.read(value)
            if isinstance(kept, str) and bound.declared.kind == "text" and kept not in self._meant.get(name, ()):
                # The same text stays the same, as it may stand in several places.
                kept = self._texts.setdefault((name, kept), f"text {len(self._texts) + 1}")
            found[name] = kept
        return found


def _known(engine: Engine, events: Iterable[Event]) -> list[Event]:
    """Give the events whose type some catalogue knows, and the corrections of them."""
    kept: list[Event] = []
    lost: set[str | None] = set()
    waiting = list(events)
    types = engine.plan.types
    declared = {name for catalogue in engine.catalogues for name in catalogue.text.events}
    for event in waiting:
        if event.type is None or event.type in types or event.type in declared:
            kept.append(event)
        else:
            lost.add(event.id)
    lost.discard(None)
    while lost:
        following = {event.id for event in kept if event.replaces in lost or event.retracts in lost}
        kept = [event for event in kept if event.replaces not in lost and event.retracts not in lost]
        lost = following - {None}
    return kept


def _words_of(engine: Engine) -> Mapping[str, frozenset[FactValue]]:
    """Give, for each fact, the values that some condition compares it with: those are the catalogues' words."""
    found: dict[str, set[FactValue]] = {}
    waiting: list[Condition] = []
    for catalogue in engine.catalogues:
        waiting += [one for one in (catalogue.text.scope, *(rule.only_if for rule in catalogue.text.rules)) if one]
    while waiting:
        condition = waiting.pop()
        waiting += [*condition.any, *condition.all]
        for name, test in condition.facts.items():
            found.setdefault(name, set()).update(values_of(test))
    return {name: frozenset(values) for name, values in found.items()}


def _order(event: Event) -> tuple[tuple[int, int], tuple[int, int], str, str]:
    moment = event.at if event.at is not None else event.recorded
    assert moment is not None
    clock = (moment.hour, moment.minute) if isinstance(moment, datetime) else (0, 0)
    return (moment.toordinal(), clock[0] * 60 + clock[1]), recorded_moment(event), event.id or "", canonical(event)


def _local(event: Event, zone: ZoneInfo) -> Event:
    """Give date-times as local ones without a zone: in another season the same clock has another offset."""
    return replace(event, at=_without_zone(event.at, zone), recorded=_without_zone(event.recorded, zone))


def _without_zone(moment: Moment | None, zone: ZoneInfo) -> Moment | None:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(zone).replace(tzinfo=None)
    return moment
