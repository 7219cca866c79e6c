"""Events and what they tell in, what is known of each event out: facts that belong to a happening (semantics 2.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder


class EventFacts:
    """What is known of events, each by its identity; nothing told is ever taken back."""

    __slots__ = ("_by_id", "_lacking", "_told", "_told_of_none", "told_today")

    def __init__(self) -> None:
        # Each with the day and clock on which it was told.
        self._told: dict[int, list[tuple[int, int, str, FactValue]]] = {}
        # Of which something is lacking, by the fact and the holder, in the order of the log.
        self._lacking: dict[tuple[str, Holder], list[Event]] = {}
        self._by_id: dict[str, Event] = {}
        # What was told of an event before it came.
        self._told_of_none: dict[str, list[tuple[str, FactValue, Event]]] = {}
        # The facts that are told today, each with the identity of the event of which.
        self.told_today: list[tuple[str, int]] = []

    def bear(self, event: Event, facts: Iterable[str], given: Mapping[str, FactValue]) -> None:
        """Enter an event that bears some facts, with what it gives of itself."""
        for fact in facts:
            self._lacking.setdefault((fact, event.item), []).append(event)
            value = given.get(fact)
            if value is not None and event.about is None:
                self._tell(event, fact, value, event)
        if event.id is not None:
            self._by_id[event.id] = event
            for fact, value, by in self._told_of_none.pop(event.id, ()):
                self._tell(event, fact, value, by)

    def tell(self, event: Event, fact: str, value: FactValue) -> None:
        """Take in what an event tells of another: the one that it is about, or the latest of its item to lack it."""
        if event.about is not None:
            of = self._by_id.get(event.about)
            if of is None:
                self._told_of_none.setdefault(event.about, []).append((fact, value, event))
            else:
                self._tell(of, fact, value, event)
            return
        for of in reversed(self._lacking.get((fact, event.item), ())):
            if of.day != event.day or not NO_CLOCK < event.clock < of.clock:
                self._tell(of, fact, value, event)
                return

    def _tell(self, of: Event, fact: str, value: FactValue, by: Event) -> None:
        self._told.setdefault(id(of), []).append((by.day or 0, by.clock, fact, value))
        self.told_today.append((fact, id(of)))
        lacking = self._lacking.get((fact, of.item), [])
        # From the end, where what is told of stands as a rule.
        for at in range(len(lacking) - 1, -1, -1):
            if lacking[at] is of:
                del lacking[at]
                break

    def told(self, of: Event, today: int, clock: int = NO_CLOCK) -> dict[str, FactValue]:
        """Give what is known of an event at the end of a day, or as seen from an instant of it."""
        return {
            fact: value
            for day, told_at, fact, value in self._told.get(id(of), ())
            if day < today or (day == today and (NO_CLOCK in (clock, told_at) or told_at <= clock))
        }
