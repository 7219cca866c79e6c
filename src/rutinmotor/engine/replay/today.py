"""A day and its events in, what bears on a holder and what has just happened out; the third of replay's five parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from heapq import merge
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from rutinmotor.engine.plan import Listener
from rutinmotor.engine.replay.instance import Instance, Run, Series
from rutinmotor.engine.replay.waiting import Start
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import NO_CLOCK, Event, Holder

# More events than this are looked up and not walked over.
_MANY = 16
_number = itemgetter(0)
# Stands for whatever item, or none, where events are looked up.
_ANY = object()


class Turns(NamedTuple):
    """The runs that each event of a day begins and ends, by the event's identity; states that they turn, of whom.

    `over` are the runs that something else has ended as the day began.
    """

    begun: dict[int, list[Run]]
    ended: dict[int, list[Run]]
    states: dict[str, dict[Holder, None]]
    over: Sequence[Run] = ()


NO_TURNS = Turns({}, {}, {})


class Batch:
    """Some events of one day, in the order of the log."""

    __slots__ = ("_by_type", "happenings")

    def __init__(self, happenings: Sequence[Happening]) -> None:
        self.happenings = happenings
        # Made when first asked for, where there are many.
        self._by_type: dict[tuple[str, object], list[tuple[int, Happening]]] | None = None

    def bearing(self, types: Sequence[str], item: Holder) -> Iterable[Happening]:
        """Give the events of some types that bear on the item or the case, in order."""
        if len(self.happenings) > _MANY:
            # One after another, as whoever asks may have enough with the first.
            return self._looked_up(types, item)
        return [
            happening
            for happening in self.happenings
            if happening[0].type in types and (item is None or happening[0].item is None or happening[0].item == item)
        ]

    def _looked_up(self, types: Sequence[str], item: Holder) -> Iterable[Happening]:
        """Give the events of some types for an item and the case, or of all, without walking over the others."""
        if self._by_type is None:
            self._by_type = {}
            for numbered in enumerate(self.happenings):
                event = numbered[1][0]
                for holder in (event.item, _ANY):
                    self._by_type.setdefault((event.type or "", holder), []).append(numbered)
        holders = (_ANY,) if item is None else (item, None)
        found = [self._by_type.get((type_, holder), ()) for type_ in types for holder in holders]
        return (happening for _, happening in merge(*found, key=_number))


NOTHING = Batch(())


class Today:
    """The day being lived, its events and what has come of them so far; nothing of it is left the day after."""

    __slots__ = (
        "_clockless",
        "_whole",
        "begun",
        "clockless",
        "dates",
        "day",
        "ended",
        "first",
        "fresh",
        "happenings",
        "is_full",
        "no_more_events",
        "served",
        "serves",
        "starting",
        "stood",
        "to_go_on",
        "together",
        "turns",
    )

    def __init__(self) -> None:
        self.day = 0
        # All of the day's events, in the order of the log, and those without a clock.
        self.happenings: Sequence[Happening] = ()
        self.clockless: Sequence[Happening] = ()
        self._whole = self._clockless = NOTHING
        # The events of the moment being lived, which with the clockless ones may serve what opens in it; None when all
        # of the day may (semantics 1.12).
        self.together: Batch | None = None
        # Whether any event of today may close anything; whether there are several.
        self.serves = self.is_full = False
        # How many obligations had arisen when the day began.
        self.first = 0
        # What has just opened, and has not been offered to the events.
        self.fresh: list[Instance] = []
        # Series that have just begun without opening anything, and likewise have not been offered.
        self.begun: list[Series] = []
        self.turns = NO_TURNS
        # What has ended today, by version's index and then holder: an event of the same day may still fulfil it.
        self.ended: dict[int, dict[Holder, list[Instance]]] = {}
        # Rules and holders of what was there when the day began and has been closed since.
        self.stood: set[tuple[int, Holder]] = set()
        # The moments of what each event has served of today's, by the event's identity, rule and holder.
        self.served: dict[tuple[int, int, Holder], set[int]] = {}
        # The facts and holders of the dates with which something ends today.
        self.dates: list[tuple[str, Holder]] = []
        # What has been fulfilled today of series, so that they go on.
        self.to_go_on: list[Instance] = []
        # The timers that start as the day begins, while it is not settled yet what answers open; None after that.
        self.starting: list[tuple[Listener, Holder, Start]] | None = None
        # True on days after the last event, when what comes is looked for ahead.
        self.no_more_events = False

    def begin(self, day: int, happenings: Sequence[Happening], first: int, *, serves: bool) -> None:
        """Begin a day; `first` is how many obligations have arisen so far."""
        self.day, self.first, self.serves, self.happenings = day, first, serves, happenings
        self.clockless = happenings
        self._whole = self._clockless = NOTHING
        if self.turns is not NO_TURNS:
            self.turns = NO_TURNS
        if happenings:
            self.together = None
            self.is_full = len(happenings) > 1
            if happenings[-1][0].clock != NO_CLOCK:
                self.clockless = [one for one in happenings if one[0].clock == NO_CLOCK]
        if self.ended:
            self.ended = {}
        if self.dates:
            self.dates = []
        if self.stood:
            self.stood = set()
        if self.served:
            self.served = {}

    def _all(self) -> Batch:
        # Made when first asked for, as on most days nobody asks.
        if self._whole is NOTHING and self.happenings:
            self._whole = Batch(self.happenings)
        return self._whole

    def bearing(self, types: Sequence[str], item: Holder) -> Iterator[Event]:
        """Give today's events of some types that bear on the item or the case, in order."""
        return (event for event, _ in self._all().bearing(types, item))

    def offers(self, types: Sequence[str], item: Holder, clock: int) -> Iterable[Happening]:
        """Give the events of some types that may serve what opens now at a clock for the item or the case, in order.

        What comes later in the day is asked when it comes.
        """
        if self.together is None:
            return self._all().bearing(types, item)
        if clock == NO_CLOCK and self.together.happenings:
            instant = self.together.happenings[0][0].clock
            return (one for one in self._all().bearing(types, item) if one[0].clock <= instant)
        if not self.clockless:
            return self.together.bearing(types, item)
        if self._clockless is NOTHING:
            self._clockless = Batch(self.clockless)
        return chain(self._clockless.bearing(types, item), self.together.bearing(types, item))

    def is_twice(self, event: Event) -> bool:
        """Say whether a clockless event stands in the day's log with a clock too (semantics 1.11)."""
        of_type = self.bearing((event.type or "",), event.item)
        return any(one.item == event.item and one.clock != NO_CLOCK for one in of_type)
