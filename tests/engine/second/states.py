"""What ran when a day began and the day's events in, the runs of the day out: 2.3 by 1.9 to 1.12, without any rule."""

from dataclasses import dataclass
from datetime import date, timedelta

from tests.engine.second.catalogues import State
from tests.engine.second.log import Event, Instant, Stand, precedes

Flag = tuple[str, str | None]


@dataclass(eq=False)
class Run:
    """2.3: one stretch of one flag, on a holder (an item, or None for the case); it stands where it was begun."""

    state: str
    holder: str | None
    begun_by: Event
    ended_by: Event | None = None
    ended_on: date | None = None  # without an event where the day began with it: a date, a span, something overdue

    @property
    def flag(self) -> Flag:
        return (self.state, self.holder)

    @property
    def stand(self) -> Stand:
        return self.begun_by.stand

    def holds(self, day: date) -> bool:
        """Does it hold at the end of the day?"""
        return self.begun_by.day <= day and (self.ended_on is None or self.ended_on > day)

    def was_there_after_dawn(self, day: date) -> bool:
        """Did it run when the day began, once dates, spans and what is overdue had ended theirs?"""
        if self.begun_by.day >= day:
            return False
        return self.ended_on is None or self.ended_on > day or (self.ended_on == day and self.ended_by is not None)


def clockless(events: list[Event]) -> list[Event]:
    return [event for event in events if event.instant is None]


def at_instant(events: list[Event], instant: Instant) -> list[Event]:
    return [event for event in events if event.instant == instant]


def instants(events: list[Event]) -> list[timedelta]:
    """The day's instants, the earliest first."""
    return sorted({event.instant for event in events if event.instant is not None})


def written_twice(event: Event, events: list[Event]) -> bool:
    """1.11: it has no clock, and one of its own type and item stands at an instant of that day."""
    return event.instant is None and any(
        other.instant is not None and (other.type, other.item) == (event.type, event.item) for other in events
    )


class DayOfStates:
    """One day of all flags."""

    def __init__(self, states: dict[str, State], running: list[Run], events: list[Event]) -> None:
        """`running`: what ran when the day began, to be ended in place; `events`: the day's, in the log's order."""
        self.states = states
        self.events = events
        self.ran_at_dawn = {run.flag for run in running}
        self.old = running
        self.begun: list[Run] = []
        self.served: dict[tuple[Event, Flag], set[Stand]] = {}
        self._run()

    def _run(self) -> None:
        """2.3, the last sentences but one, word by word."""
        without = clockless(self.events)
        self._end(without, self.old)
        for instant in instants(self.events):
            now = at_instant(self.events, instant)
            self._end(now, [*self.old, *self.begun])
            begun = self._begin(now)
            self._end([*without, *now], begun)
        begun = self._begin([event for event in without if not written_twice(event, self.events)])
        self._end(self.events, begun)

    def _begin(self, events: list[Event]) -> list[Run]:
        """Beginning what already holds for that very item or case changes nothing."""
        begun: list[Run] = []
        for event in events:
            for state, body in self.states.items():
                if event.type in body.begins and not self._finds((state, event.item)):
                    begun.append(Run(state, event.item, event))
                    self.begun.append(begun[-1])
        return begun

    def _finds(self, flag: Flag) -> bool:
        """1.11: what runs when its turn comes."""
        return any(run.flag == flag and run.ended_on is None for run in [*self.old, *self.begun])

    def _end(self, events: list[Event], runs: list[Run]) -> None:
        for event in events:
            for run in runs:
                if run.ended_on is None and self._serves(event, run):
                    run.ended_by, run.ended_on = event, event.day
                    self.served.setdefault((event, run.flag), set()).add(run.stand)

    def _serves(self, event: Event, run: Run) -> bool:
        """1.9, 1.10."""
        body = self.states[run.state]
        own = event.type in body.ends.events and event.item in (None, run.holder)
        if not own and event.type not in body.ends.of_any_item:
            return False
        if event is run.begun_by or precedes(event.stand, run.stand):
            return False
        if precedes(run.stand, event.stand):
            return True
        if event.type in body.begins:
            return False
        return not self._older_was_there(event, run)

    def _older_was_there(self, event: Event, run: Run) -> bool:
        """1.9: when the day began, before the event's own instant, or served by it at another moment."""
        if run.flag in self.ran_at_dawn:
            return True
        if any(other.flag == run.flag and _earlier_instant(other.stand, event.stand) for other in self.begun):
            return True
        return any(stand != run.stand for stand in self.served.get((event, run.flag), set()))


def _earlier_instant(one: Stand, other: Stand) -> bool:
    return one.instant is not None and other.instant is not None and one.instant < other.instant
