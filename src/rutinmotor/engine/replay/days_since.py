"""The days lived while questions are open in, those that matter to one rule and holder out; for a life lived anew."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter

from rutinmotor.engine.plan import NoOther, Plan, parts_of
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import Holder

# A day and an event's number in the order in which they were lived, and the event with what it does alone.
_Lived = tuple[int, int, Happening]
_day = itemgetter(0)


@dataclass(slots=True, eq=False)
class _Mattering:
    """What matters to one rule of the days up to a number, of all holders and by holder."""

    upto: int = 0
    of_all: list[_Lived] = field(default_factory=list[_Lived])
    by_holder: dict[Holder, list[_Lived]] = field(default_factory=dict[Holder, list[_Lived]])


class DaysSince:
    """The days lived, and what of them matters to each rule that asks, gathered when it first does and then kept up."""

    __slots__ = ("_days", "_mattering", "_number")

    def __init__(self) -> None:
        self._days: list[tuple[int, Sequence[Happening]]] = []
        self._mattering: dict[int, _Mattering] = {}
        self._number = 0

    def forget(self) -> None:
        """Forget all days, as no question is open."""
        if self._days:
            self._days, self._mattering = [], {}

    def add(self, day: int, happenings: Sequence[Happening]) -> None:
        """Take in a day that has been lived."""
        if happenings:
            self._days.append((day, happenings))

    def of(self, plan: Plan, group: int, holder: Holder, since: int) -> Iterator[tuple[int, Sequence[Happening]]]:
        """Give the days from `since` on with anything that matters to a rule that lives alone, by its own plan."""
        found = self._gathered(plan, group)
        if holder is None or _counts_others(plan, group):
            lists = [found.of_all]
        else:
            lists = [found.by_holder.get(one, []) for one in (holder, None)]
        starting: list[Iterable[_Lived]] = [islice(one, bisect_left(one, since, key=_day), None) for one in lists]
        for day, lived in groupby(merge(*starting), key=_day):
            yield day, [happening for _, _, happening in lived]

    def _gathered(self, plan: Plan, group: int) -> _Mattering:
        found = self._mattering.setdefault(group, _Mattering())
        repeats = any(rule.repetition is not None for rule in plan.versions[group])
        number = found.of_all[-1][1] if found.of_all else 0
        for day, happenings in islice(self._days, found.upto, None):
            for event, _ in happenings:
                steps = plan.types[event.type or ""]
                # A series asks its condition again, and a date may end it, and so what is given matters.
                if steps.does or ((repeats or plan.ended_by) and event.data):
                    number += 1
                    lived = (day, number, (event, steps))
                    found.of_all.append(lived)
                    found.by_holder.setdefault(None if steps.ends_all else event.item, []).append(lived)
        found.upto = len(self._days)
        return found


def _counts_others(plan: Plan, group: int) -> bool:
    """Say whether a series asks its condition of the other items too."""
    return any(
        isinstance(part, NoOther)
        for rule in plan.versions[group]
        if rule.repetition is not None
        for part in parts_of(rule.condition)
    )
