"""A day's events in, facts, states and items as they stand at the day's end out; replay asks it all day long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from rutinmotor.engine.plan import EventSteps
from rutinmotor.engine.replay.instance import Run
from rutinmotor.language.case import Event, FactValue, Holder

Happening = tuple[Event, EventSteps]
# An event's day, its number in the order of the log, and itself.
Seen = tuple[int, int, Event]
_NOTHING: dict[str, Any] = {}
# Stands for whatever item, or none, where what is remembered is looked up.
_ANY = object()


class World:
    """What is known of a case at the end of a day. An item is given by its name, the case itself by None."""

    __slots__ = ("_case_wide", "_count", "_facts", "_merged", "_runs", "_seen", "items")

    def __init__(self, facts: dict[Holder, dict[str, FactValue]]) -> None:
        """Start with the facts that the case file gives, by holder."""
        self._facts = facts
        self._case_wide: dict[str, FactValue] = facts.setdefault(None, {})
        self._merged: dict[Holder, dict[str, FactValue]] = {None: self._case_wide}
        self._runs: dict[str, dict[Holder, Run]] = {}
        self._seen: dict[str, dict[object, list[Seen]]] = {}
        self._count = 0
        self.items: dict[str, None] = {item: None for item in facts if item is not None}

    def facts(self, item: Holder) -> Mapping[str, FactValue]:
        """Give an item's facts, with the case's beneath (semantics 2.2)."""
        merged = self._merged.get(item)
        if merged is None:
            own = self._facts.get(item)
            merged = {**self._case_wide, **own} if own else self._case_wide
            self._merged[item] = merged
        return merged

    def own(self, item: Holder, fact: str) -> FactValue:
        """Give the value that stands on that very holder."""
        return self._facts.get(item, _NOTHING).get(fact)

    def holders(self) -> Iterable[Holder]:
        """Give every holder that has facts of its own."""
        return self._facts

    def learn(self, item: Holder, fact: str, value: FactValue) -> None:
        """Take in a fact's new value; None takes it away."""
        own = self._facts.setdefault(item, {})
        if value is None:
            own.pop(fact, None)
        else:
            own[fact] = value
        if item is None:
            self._merged = {None: self._case_wide}
        else:
            self._merged.pop(item, None)

    def remember(self, event: Event) -> None:
        """Keep an event for later questions about the past; events come in the order of the log."""
        self._count += 1
        by_item = self._seen.setdefault(event.type or "", defaultdict(list))
        for holder in (event.item, _ANY):
            by_item[holder].append((event.day or 0, self._count, event))

    def seen(self, type_: str, item: Holder) -> list[list[Seen]]:
        """Give what is remembered of an event type and bears on the item or the case, in lists that are in order."""
        found = self._seen.get(type_)
        if found is None:
            return []
        if item is None:
            return [found[_ANY]]
        return [found[holder] for holder in (item, None) if holder in found]

    def holds(self, state: str, item: Holder) -> bool:
        """Say whether the state holds for the item or the case (semantics 2.3)."""
        runs = self._runs.get(state)
        return bool(runs) and (item in runs or None in runs)

    def running(self, state: str) -> Iterable[Run]:
        """Give the runs of a state that last, of the case and of every item."""
        return self._runs.get(state, _NOTHING).values()

    def holds_for_other(self, state: str, item: Holder) -> bool:
        """Say whether the state holds for an item named so far other than this one."""
        runs = self._runs.get(state)
        if not runs:
            return False
        others = len(self.items) - (item in self.items)
        if None in runs:
            return others > 0
        return len(runs) > (item in runs)

    def begin(self, state: str, event: Event, day: int) -> Run | None:
        """Begin a state for the event's holder, unless it holds already for that very holder."""
        runs = self._runs.setdefault(state, {})
        if event.item in runs:
            return None
        run = runs[event.item] = Run(state, event.item, day, event)
        return run

    def finish(self, state: str, event: Event, day: int) -> list[Run]:
        """End a state for the event's item, or for the case and every item."""
        runs = self._runs.get(state)
        if not runs:
            return []
        holders = list(runs) if event.item is None else [event.item] if event.item in runs else []
        ended = [runs.pop(holder) for holder in holders]
        for run in ended:
            run.ended = day
        return ended
