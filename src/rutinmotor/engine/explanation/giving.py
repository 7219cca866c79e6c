"""The events lived in, how a fact came to stand as it did, and how it stands otherwise now, out (semantics 6.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rutinmotor.engine.plan import Plan
from rutinmotor.engine.replay import Clockless, Happening, learned
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder


class Gift(NamedTuple):
    """A value that a holder's fact got, None where it lost one: when, and by the event whose value it is."""

    day: int
    clock: int
    holder: Holder
    value: FactValue
    by: Event


class Giving:
    """What the events of a case have given and taken away, by fact, in the order in which it was learned."""

    __slots__ = ("_by_fact",)

    def __init__(self, plan: Plan, lived: Iterable[Happening]) -> None:
        self._by_fact: dict[str, list[Gift]] = {}
        today, clockless = 0, Clockless()
        for event, steps in lived:
            if event.day != today:
                today, clockless = event.day or 0, Clockless()
            for fact, by, value in learned(plan, event, steps.resets, clockless):
                self._by_fact.setdefault(fact, []).append(Gift(today, event.clock, event.item, value, by))

    def before(self, fact: str, holders: Sequence[Holder], day: int, clock: int) -> Gift | None:
        """Give the last that any of some holders had got or lost by a clock of a day, or by its end."""
        found: Gift | None = None
        for one in self._of(fact, holders):
            if not is_after(one.day, one.clock, day, clock):
                found = one
        return found

    def otherwise(
        self, fact: str, item: Holder, own: FactValue, beneath: FactValue, when: tuple[int, int]
    ) -> tuple[Gift, FactValue] | None:
        """Give how an item's fact stands in the end, and what made it, if it stood otherwise at a clock of a day.

        It stood so by its `own` value or the case's `beneath` it, if it had none (semantics 2.2).
        """
        seen = stands = own if own is not None else beneath
        made: Gift | None = None
        for one in self._of(fact, (item, None)):
            if not is_after(one.day, one.clock, *when):
                continue
            if one.holder is None:
                beneath = one.value
            if one.holder == item:
                own = one.value
            now = own if own is not None else beneath
            if now != stands:
                stands, made = now, one
        return (made, stands) if made is not None and stands != seen else None

    def _of(self, fact: str, holders: Sequence[Holder]) -> Iterable[Gift]:
        return (one for one in self._by_fact.get(fact, ()) if one.holder in holders)


def is_after(given: int, given_at: int, day: int, clock: int) -> bool:
    """Say whether something given on a day, at a clock, came after a clock of a day, or after that day's end."""
    return given > day or (given == day and NO_CLOCK < clock < given_at)
