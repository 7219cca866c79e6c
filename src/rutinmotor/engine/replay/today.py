"""A day and its events in, what bears on a holder and what has just happened out; the third of replay's four parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from operator import itemgetter
from typing import NamedTuple

from rutinmotor.engine.replay.instance import Instance, Run
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import Event, Holder

# More events than this on one day are looked up and not walked over.
_MANY = 16
_number = itemgetter(0)
# Stands for whatever item, or none, where today's events are looked up.
_ANY = object()


class Turns(NamedTuple):
    """The runs that each event of a day begins and ends, by the event's identity; states that they turn, of whom."""

    begun: dict[int, list[Run]]
    ended: dict[int, list[Run]]
    states: dict[str, dict[Holder, None]]


NO_TURNS = Turns({}, {}, {})


class Today:
    """The day being lived, its events and what has come of them so far; nothing of it is left the day after."""

    __slots__ = ("_by_type", "day", "ended", "fresh", "happenings", "late", "no_more_events", "turns")

    def __init__(self) -> None:
        self.day = 0
        self.happenings: Sequence[Happening] = ()
        # What has just opened, and has not been asked yet whether something of today fulfils it.
        self.fresh: list[Instance] = []
        # True from the day's fulfilments on, after its extensions.
        self.late = False
        self.turns = NO_TURNS
        # What has ended today, by version's index and then holder: an event of the same day may still fulfil it.
        self.ended: dict[int, dict[Holder, list[Instance]]] = {}
        # True on days after the last event, when what comes is looked for ahead.
        self.no_more_events = False
        # Made when first asked for, on a day of many events.
        self._by_type: dict[tuple[str, object], list[tuple[int, Happening]]] | None = None

    def begin(self, day: int, happenings: Sequence[Happening]) -> None:
        """Begin a day."""
        self.day = day
        self.happenings = happenings
        self._by_type = None
        self.late = False

    def bearing(self, types: Sequence[str], item: Holder) -> Iterator[Event]:
        """Give today's events of some types that bear on the item or the case, in order."""
        happenings: Iterable[Happening] = self.happenings
        if len(happenings) > _MANY:
            happenings = self._looked_up(types, item)
        return (
            event
            for event, _ in happenings
            if event.type in types and (item is None or event.item is None or event.item == item)
        )

    def _looked_up(self, types: Sequence[str], item: Holder) -> Iterable[Happening]:
        """Give today's events of some types for an item and the case, or of all, without walking over the others."""
        if self._by_type is None:
            self._by_type = {}
            for numbered in enumerate(self.happenings):
                event = numbered[1][0]
                for holder in (event.item, _ANY):
                    self._by_type.setdefault((event.type or "", holder), []).append(numbered)
        holders = (_ANY,) if item is None else (item, None)
        found = [self._by_type.get((type_, holder), ()) for type_ in types for holder in holders]
        return (happening for _, happening in merge(*found, key=_number))
