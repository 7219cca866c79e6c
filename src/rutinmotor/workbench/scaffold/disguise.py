"""A real case in, the same case with new names and no free text out; the first half of recording a scenario."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from rutinmotor.engine.engine import Engine, plan_of
from rutinmotor.engine.eventlog import canonical, recorded_moment
from rutinmotor.language.case import Case, Event, FactValue, Moment, clock_of
from rutinmotor.language.catalogue import values_of
from rutinmotor.language.constructs import Condition, Kind, named_in, parts_in

CASE: Final = "arende-1"
_ITEM: Final = "del"
# Clocks begin at eight; so many hours are left of the day then.
_HOUR: Final = timedelta(hours=1)
_MORNING: Final = 8 * _HOUR
_HOURS: Final = 16


@dataclass(frozen=True, slots=True)
class Disguise:
    """The case under new names; `items` leads from each old item to the new one.

    What was changed is counted: free texts and clocks that were replaced; facts that were dropped, being numbers that
    no rule asks for or such as no catalogue declares; dropped events, of types that no catalogue knows; and unread
    facts, dropped too, whose value is of the wrong kind, in events that do not count on the day asked.
    """

    case: Case
    items: Mapping[str, str] = field(hash=False)
    texts: int = 0
    clocks: int = 0
    dropped_facts: int = 0
    dropped_events: int = 0
    unread_facts: int = 0


def disguised(engine: Engine, case: Case) -> Disguise:
    """Give the case new ids, for itself, its items and its events, and keep no text that someone may have written.

    Of clocks only the order within each day is left. The case must be one that the engine can judge, unknown events
    aside.
    """
    return _Disguising(engine, case).result()


class _Disguising:
    """Walks over one case and counts what it changes."""

    def __init__(self, engine: Engine, case: Case) -> None:
        self._engine = engine
        self._case = case
        self._zone = engine.zone
        self._texts: dict[tuple[str, str], str] = {}
        self._dropped_facts = self._unread_facts = 0
        self._meant = _words_of(engine)
        self._asked = asked_facts(engine)
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
        self._clocks = even_clocks(moment for event in self._events for moment in (event.at, event.recorded))

    def result(self) -> Disguise:
        case = Case(
            CASE,
            tuple(self._event(number, event) for number, event in enumerate(self._events, start=1)),
            self._facts(self._case.facts),
            {self._items[item]: self._facts(facts) for item, facts in self._case.items.items()},
        )
        return Disguise(
            case,
            self._items,
            len(self._texts),
            len(self._clocks),
            self._dropped_facts,
            self._dropped_events,
            self._unread_facts,
        )

    def _event(self, number: int, event: Event) -> Event:
        data, about = self._facts(event.data), None
        if event.about is not None and (about := self._ids.get(event.about)) is None:
            # What was told of an event that is left out was told of none that counts.
            data = {name: value for name, value in data.items() if not plan_of(self._engine).facts[name].of_event}
        return replace(
            event,
            at=self._clocks.get(event.at, event.at),
            recorded=self._clocks.get(event.recorded, event.recorded),
            id=self._ids[event.id or f" {number}"],
            item=self._items[event.item] if event.item is not None else None,
            data=data,
            replaces=self._ids.get(event.replaces) if event.replaces is not None else None,
            retracts=self._ids.get(event.retracts) if event.retracts is not None else None,
            about=about,
            place=None,
        )

    def _facts(self, facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        found: dict[str, FactValue] = {}
        for name, value in facts.items():
            bound = plan_of(self._engine).facts.get(name)
            if bound is None or (bound.declared.kind == "int" and name not in self._asked):
                self._dropped_facts += 1
                continue
            # As the engine keeps it: a date may have come as text, and a text that looks like one as a date.
            try:
                kept = None if value is None else bound.read(value)
            except (TypeError, ValueError):
                self._unread_facts += 1
                continue
            if isinstance(kept, str) and bound.declared.kind == "text" and kept not in self._meant.get(name, ()):
                # The same text stays the same, as it may stand in several places.
                kept = self._texts.setdefault((name, kept), f"text {len(self._texts) + 1}")
            found[name] = kept
        return found


def asked_facts(engine: Engine) -> frozenset[str]:
    """Name the facts that some rule or state asks for; what the others say can change no answer.

    That an event takes a fact away asks nothing of it.
    """
    kinds = (Kind.FACT, Kind.NUMBER_FACT, Kind.DATE_FACT)
    return frozenset(
        one.name
        for catalogue in engine.catalogues
        for one in named_in(catalogue.text)
        if one.kind in kinds and one.path[0] != "events"
    )


def even_clocks(moments: Iterable[Moment | None]) -> Mapping[Moment | None, datetime]:
    """Give each local date-time another clock, even hours from eight on, so that only the order of a day is left.

    Midnight stays: it is the same clock as none. On a day with more clocks than hours they are spread over all of it.
    """
    days: dict[date, set[datetime]] = {}
    for moment in moments:
        if isinstance(moment, datetime) and clock_of(moment):
            days.setdefault(moment.date(), set()).add(moment)
    found: dict[Moment | None, datetime] = {}
    for day, clocks in days.items():
        midnight = datetime(day.year, day.month, day.day)
        few = len(clocks) <= _HOURS
        start, step = (_MORNING, _HOUR) if few else (timedelta(0), timedelta(days=1) / (len(clocks) + 1))
        for number, moment in enumerate(sorted(clocks)):
            found[moment] = midnight + start + (number if few else number + 1) * step
    return found


def _known(engine: Engine, events: Iterable[Event]) -> list[Event]:
    """Give the events whose type some catalogue knows, and what the others do to them.

    What stands in the place of an unknown event stands alone; an unknown one in the place of another takes that away.
    """
    types = {*plan_of(engine).types, *(name for catalogue in engine.catalogues for name in catalogue.text.events)}
    listed = list(events)
    strange = {number for number, event in enumerate(listed) if event.type is not None and event.type not in types}
    lost = {listed[number].id for number in strange if listed[number].replaces is None} - {None}
    undone = [event for number, event in enumerate(listed) if event.retracts is not None or number in strange]
    while more := {event.id for event in undone if {event.replaces, event.retracts} & lost} - lost - {None}:
        lost |= more
    kept: list[Event] = []
    for number, event in enumerate(listed):
        if number in strange or event.retracts in lost:
            if event.replaces is not None and event.replaces not in lost:
                noted = event.recorded if event.recorded is not None else event.at
                kept.append(Event(id=event.id, retracts=event.replaces, recorded=noted))
        else:
            kept.append(replace(event, replaces=None) if event.replaces in lost else event)
    return kept


def _words_of(engine: Engine) -> Mapping[str, frozenset[FactValue]]:
    """Give, for each fact, the values that some condition compares it with: those are the catalogues' words."""
    found: dict[str, set[FactValue]] = {}
    for catalogue in engine.catalogues:
        for condition, _ in parts_in(catalogue.text, Condition):
            for name, test in condition.facts.items():
                found.setdefault(name, set()).update(values_of(test))
    return {name: frozenset(values) for name, values in found.items()}


def _order(event: Event) -> tuple[tuple[int, int], tuple[int, int, int], str, str]:
    moment = event.at if event.at is not None else event.recorded
    assert moment is not None
    return (moment.toordinal(), max(clock_of(moment), 0)), recorded_moment(event), event.id or "", canonical(event)


def _local(event: Event, zone: ZoneInfo) -> Event:
    """Give date-times as local ones without a zone: in another season the same clock has another offset."""
    return replace(event, at=_without_zone(event.at, zone), recorded=_without_zone(event.recorded, zone))


def _without_zone(moment: Moment | None, zone: ZoneInfo) -> Moment | None:
    if isinstance(moment, datetime) and moment.tzinfo is not None:
        return moment.astimezone(zone).replace(tzinfo=None)
    return moment
