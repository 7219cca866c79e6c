"""What ended a rule in, what has ended it since a day out; so that timers are called off (semantics 3.6)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from operator import attrgetter
from typing import NamedTuple

from rutinmotor.engine.replay.instance import Cause
from rutinmotor.language.case import Event, Holder


class Ending(NamedTuple):
    """What ended a rule on a `day`; it calls off what counts from a day before `until` (semantics 3.6)."""

    until: int
    day: int
    by: Event | Cause


# Stands for whatever item, or none.
ANY = object()
_until = attrgetter("until")


class Endings:
    """What has ended a rule so far, by what it bears on."""

    __slots__ = ("_found",)

    def __init__(self) -> None:
        # By item, None for what bears on all, ANY for what does on the case; each list in order. One that calls off no
        # more than those before is left out.
        self._found: dict[object, list[Ending]] = {}

    def add(self, ending: Ending, holders: Iterable[object]) -> None:
        """Enter what ended the rule: for items, for all of them (None), for the case (ANY)."""
        for holder in holders:
            found = self._found.setdefault(holder, [])
            if not found or found[-1].until < ending.until:
                found.append(ending)

    def after(self, day: int, item: Holder, *, of_each: bool = False) -> Ending | None:
        """Give the first that calls off what counts from a day, for an item or the case, or `of_each` of its items."""
        holders = (None,) if of_each else (ANY,) if item is None else (item, None)
        found: list[Ending] = []
        for holder in holders:
            endings = self._found.get(holder, ())
            at = bisect_right(endings, day, key=_until)
            if at < len(endings):
                found.append(endings[at])
        return min(found, key=attrgetter("day"), default=None)
