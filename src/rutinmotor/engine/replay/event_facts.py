"""Events and what they tell in, what is known of each event out: facts that belong to a happening (semantics 2.9)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rutinmotor.engine.eventlog import later_recorded
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder


class _Telling(NamedTuple):
    """A fact that an event tells of one, and when: on its day, at its clock."""

    day: int
    clock: int
    fact: str
    value: FactValue
    by: Event


class EventFacts:
    """What is known of events, each by its identity; nothing told is ever taken back."""

    __slots__ = ("_come", "_lacking", "_told", "_told_ahead", "told_today")

    def __init__(self) -> None:
        self._told: dict[int, list[_Telling]] = {}
        # Of which something is lacking, by the fact and the holder, in the order of the log.
        self._lacking: dict[tuple[str, Holder], list[Event]] = {}
        # The identities of those that have come, and what was told of others before they did.
        self._come: set[int] = set()
        self._told_ahead: dict[int, list[tuple[str, FactValue, Event]]] = {}
        # The facts that are told today, each with the identity of the event of which.
        self.told_today: list[tuple[str, int]] = []

    def bear(self, event: Event, facts: Iterable[str], given: Mapping[str, FactValue]) -> None:
        """Enter an event that bears some facts, with what it gives of itself."""
        for fact in facts:
            self._lacking.setdefault((fact, event.item), []).append(event)
            value = given.get(fact)
            if value is not None and event.about is None:
                self._tell(event, fact, value, event)
        self._come.add(id(event))
        for fact, value, by in self._told_ahead.pop(id(event), ()):
            self._tell(event, fact, value, by)

    def tell(self, event: Event, fact: str, value: FactValue) -> None:
        """Take in what an event tells of another: the one it is about, else the latest of its item that lacks it."""
        if event.about is not None:
            of = event.tells_of
            if of is not None and id(of) in self._come:
                self._tell(of, fact, value, event)
            elif of is not None:
                self._told_ahead.setdefault(id(of), []).append((fact, value, event))
            return
        for of in reversed(self._lacking.get((fact, event.item), ())):
            if of.day != event.day or not NO_CLOCK < event.clock < of.clock:
                self._tell(of, fact, value, event)
                return

    def _tell(self, of: Event, fact: str, value: FactValue, by: Event) -> None:
        self._told.setdefault(id(of), []).append(_Telling(by.day or 0, by.clock, fact, value, by))
        self.told_today.append((fact, id(of)))
        lacking = self._lacking.get((fact, of.item), [])
        # From the end, where what is told of stands as a rule.
        for at in range(len(lacking) - 1, -1, -1):
            if lacking[at] is of:
                del lacking[at]
                break

    def told(self, of: Event, today: int, clock: int = NO_CLOCK) -> dict[str, FactValue]:
        """Give what is known of an event at the end of a day, or as seen from an instant of it."""
        seen: dict[str, list[_Telling]] = {}
        for one in self._told.get(id(of), ()):
            if one.day < today or (one.day == today and (NO_CLOCK in (clock, one.clock) or one.clock <= clock)):
                seen.setdefault(one.fact, []).append(one)
        return {fact: _standing(found).value for fact, found in seen.items()}

    def tellings(self, of: Event, fact: str) -> Sequence[tuple[FactValue, Event]]:
        """Give every value of a fact that was told of an event, in the order in which it was, and by which event."""
        return [(one.value, one.by) for one in self._told.get(id(of), ()) if one.fact == fact]


def _standing(found: Sequence[_Telling]) -> _Telling:
    """Give the one of some tellings of a fact that stands (semantics 2.2)."""
    if len(found) == 1:
        return found[0]
    last = max(one.day for one in found)
    of_day = [one for one in found if one.day == last]
    held = [one for one in of_day if one.clock == NO_CLOCK]
    if clocked := [one for one in of_day if one.clock != NO_CLOCK]:
        # The last of those with a clock is held against those without.
        held.append(max(clocked, key=lambda one: (one.clock, later_recorded(one.by))))
    return max(held, key=lambda one: later_recorded(one.by))
