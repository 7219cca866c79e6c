"""What is to come in, what waits for it out: a day, an event, a state or a run; the second of replay's five parts."""

from __future__ import annotations

from collections import deque
from datetime import date
from heapq import heappop, heappush
from itertools import count
from typing import NamedTuple, TypeAlias

from rutinmotor.engine.plan import BoundRule, Late, Listener
from rutinmotor.engine.replay.endings import Endings
from rutinmotor.engine.replay.instance import Cause, Instance, Run, Series
from rutinmotor.language.case import NO_CLOCK, Event, Holder
from rutinmotor.language.constructs import Rank


class PastDue(NamedTuple):
    """The due date of the instance will have passed, and rules wait for that."""

    instance: Instance
    late: Late


class AfterEvent(NamedTuple):
    """The day will come that a rule counts from the event `since`."""

    listener: Listener
    since: Event


class AfterFulfilment(NamedTuple):
    """The day will come that a rule counts from the fulfilment of the instance."""

    listener: Listener
    instance: Instance


class InRun(NamedTuple):
    """The day will come that a rule counts from the beginning of a state's run."""

    listener: Listener
    run: Run


class ByFact(NamedTuple):
    """The day will come that is counted from a holder's fact, when its value was `given`; or it is past already.

    `by` is the event that gave it on the `known` day, None for a starting fact.
    """

    listener: Listener
    holder: Holder
    given: date
    day: int
    known: int
    by: Event | None


class EndsByFact(NamedTuple):
    """The day will end that a holder's fact gave, and with it what ends by that fact."""

    fact: str
    holder: Holder


class EndsByOverdue(NamedTuple):
    """Another rule became overdue on a day that is lived again, which ended one."""

    rule: BoundRule
    by: Cause


class EndsWithOther(NamedTuple):
    """In a life lived anew, the obligation that it would have run ahead of was closed."""

    other: Instance


class DoneBefore(NamedTuple):
    """What answers have opened today had been fulfilled before, and sets off what it does."""

    instances: list[Instance]


class NextInSeries(NamedTuple):
    """The next of a series will come up, if it still counts from the day `anchor` and has come to `number`."""

    series: Series
    number: int
    anchor: int


class RunAhead(NamedTuple):
    """A rule that runs ahead of the instance is to open."""

    instance: Instance
    listener: Listener


class PauseOver(NamedTuple):
    """A pause that moves nothing will be over, as the due date of the instance, on which others hang, is past."""

    instance: Instance


class RunOver(NamedTuple):
    """A run of a state will be over, by its own length or, where `fact` is given, as that gave the day before."""

    run: Run
    fact: str | None = None
    given: date | None = None


class OverAsLived(NamedTuple):
    """A run was over when it was lived, in a life that is lived anew."""

    run: Run


class RunsOver(NamedTuple):
    """Those runs of a state will be over which have no date of their own but the case's, which was `given`."""

    state: str
    fact: str
    given: date


What: TypeAlias = (
    DoneBefore
    | EndsWithOther
    | PauseOver
    | RunOver
    | OverAsLived
    | RunsOver
    | PastDue
    | AfterEvent
    | AfterFulfilment
    | InRun
    | ByFact
    | EndsByFact
    | EndsByOverdue
    | NextInSeries
    | RunAhead
)


class Timer(NamedTuple):
    """Something that may fire on a day.

    Its parts stand in the order in which timers fire: names, item, the day `since` which it counts. No two have one
    `number`, so that no comparison ever comes to `what`.
    """

    day: int
    order: Rank
    names: tuple[str, ...]
    item: str
    since: int
    number: int
    what: What


class Start(NamedTuple):
    """The moment that a timer counts from; `clock` and `behind` as of a `Cause`.

    `origin` is what happened then, None for a fact that the case starts with.
    """

    day: int
    origin: object
    clock: int = NO_CLOCK
    behind: tuple[Event, ...] = ()


class Waiter(NamedTuple):
    """A timer that what ends its rule calls off: since when it waits, and until which day."""

    listener: Listener
    start: Start
    fires: int


class Waiting:
    """What waits for a day, an event type, a state or the end of a run.

    Nothing is taken out when it no longer fits: a timer is asked when it fires whether what it was set for still holds.
    """

    __slots__ = (
        "_numbers",
        "at_once",
        "dates_come",
        "ended",
        "for_event",
        "for_other",
        "for_run",
        "for_state",
        "overdue",
        "series_ahead",
        "starts",
        "timers",
        "to_run_out",
    )

    def __init__(self) -> None:
        # A heap.
        self.timers: list[Timer] = []
        # Open ones that must be done before an event type, and those that a state can pause, by holder.
        self.for_event: dict[str, dict[Holder, list[Instance]]] = {}
        self.for_state: dict[str, dict[Holder, list[Instance]]] = {}
        # Standing ones that end with a run, by the run's identity.
        self.for_run: dict[int, list[Instance]] = {}
        # What runs ahead of an instance, by that one's identity.
        self.for_other: dict[int, list[Instance]] = {}
        # Series that run ahead of one as a whole, likewise.
        self.series_ahead: dict[int, list[Series]] = {}
        # How many runs of states wait for the day on which they are over.
        self.to_run_out = 0
        # Which rules a fact's date has opened: version's index, fact, holder, the day counted from it.
        self.dates_come: set[tuple[int, str, Holder, int]] = set()
        # Of rules of which something can be called off: what has ended them, by version's index; their timers, by group
        # and item; and what called one off on the day of its start, with its origin, by listener, the origin's
        # identity, and perhaps one of its items.
        self.ended: dict[int, Endings] = {}
        self.starts: dict[tuple[int, Holder], deque[Waiter]] = {}
        self.at_once: dict[tuple[Listener, int, Holder], tuple[Event, object]] = {}
        # What has ended rules by others' being overdue, by group, for those who live its days again.
        self.overdue: dict[int, list[EndsByOverdue]] = {}
        self._numbers = count()

    def set_timer(self, day: int, order: Rank, what: What, names: tuple[str, ...], item: Holder, since: int) -> None:
        """Let something fire on a day, this one included."""
        heappush(self.timers, Timer(day, order, names, item or "", since, next(self._numbers), what))

    def next_timer(self) -> Timer:
        """Take out the timer that is first to fire."""
        return heappop(self.timers)

    def await_event(self, type_: str, instance: Instance) -> None:
        """Let an instance wait for the event before which it must be done."""
        self.for_event.setdefault(type_, {}).setdefault(instance.item, []).append(instance)

    def forget(self, type_: str, instance: Instance) -> None:
        """Let an instance wait no more for an event."""
        waiting = self.for_event.get(type_, {}).get(instance.item, [])
        if instance in waiting:
            waiting.remove(instance)

    def await_state(self, state: str, instance: Instance) -> None:
        """Let an instance wait for a state that pauses it."""
        self.for_state.setdefault(state, {}).setdefault(instance.item, []).append(instance)

    @property
    def has_followers(self) -> bool:
        """Say whether anything has run ahead of another."""
        return bool(self.for_other or self.series_ahead)

    def run_ahead(self, instance: Instance, other: Instance) -> None:
        """Let an instance run ahead of another that is open, and of no other than that."""
        instance.detail.other = other
        self.for_other.setdefault(id(other), []).append(instance)

    def run_series_ahead(self, series: Series, other: Instance) -> None:
        """Let a series run ahead of an obligation, and of no other than that."""
        series.other = other
        self.series_ahead.setdefault(id(other), []).append(series)

    def running_ahead(self, other: Instance) -> list[Instance]:
        """Give what runs ahead of an instance, some of it perhaps closed."""
        found = self.for_other.get(id(other))
        if not found:
            return []
        found[:] = [one for one in found if one.detail.other is other]
        return found

    def series_running_ahead(self, other: Instance) -> list[Series]:
        """Give the series that run ahead of an instance."""
        found = self.series_ahead.get(id(other), ())
        return [one for one in found if one.other is other and one.running]

    def await_end(self, run: Run, instance: Instance) -> None:
        """Let a standing instance end with the run of a state that opened it."""
        self.for_run.setdefault(id(run), []).append(instance)
