"""The runs of one state and a day's events in, what they begin and end out: which belong together (semantics 2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from rutinmotor.engine.replay.instance import Run
from rutinmotor.language.case import NO_CLOCK, Event, Holder


class Turning(NamedTuple):
    """An event that may begin a state, end it, or both."""

    event: Event
    begins: bool
    ends: bool

    @property
    def clock(self) -> int:
        """The clock of the event, NO_CLOCK if it has none."""
        return self.event.clock


def turned(state: str, running: dict[Holder, Run], turnings: Sequence[Turning], day: int) -> Iterator[tuple[Run, bool]]:
    """Live a state through a day's turnings, in the order of the log; give each run begun (True) or ended (False).

    `running` is brought to the day's end.
    """
    life = _Life(state, running, day, frozenset(running))
    clockless = [one for one in turnings if one.clock == NO_CLOCK]
    yield from life.end_old(clockless)
    for _, group in groupby(turnings[len(clockless) :], key=_clock):
        together = list(group)
        yield from life.end_old(together)
        begun = list(life.begin(together))
        yield from ((run, True) for run in begun)
        yield from life.end_new(begun, [*clockless, *together])
    # What is written down twice, once with a clock, is one beginning (semantics 1.11).
    clocked = {(one.event.type, one.event.item) for one in turnings[len(clockless) :]}
    begun = list(life.begin(one for one in clockless if (one.event.type, one.event.item) not in clocked))
    yield from ((run, True) for run in begun)
    yield from life.end_new(begun, turnings)


def _clock(one: Turning) -> int:
    return one.clock


@dataclass(slots=True)
class _Life:
    """One state on one day. `old` are the holders for which it held when the day began."""

    state: str
    running: dict[Holder, Run]
    day: int
    old: frozenset[Holder]
    # The runs begun today; what each event has ended of those, by the event's identity.
    begun: list[Run] = field(default_factory=list[Run])
    ended: dict[int, list[Run]] = field(default_factory=dict[int, list[Run]])

    def end_old(self, turnings: Iterable[Turning]) -> Iterator[tuple[Run, bool]]:
        for one in turnings:
            if one.ends:
                # An end of the case ends it for every item, one of an item for that alone.
                item = one.event.item
                for holder in list(self.running) if item is None else (item,):
                    if holder in self.running:
                        yield self._end(self.running[holder], one.event)

    def begin(self, turnings: Iterable[Turning]) -> Iterator[Run]:
        for one in turnings:
            holder = one.event.item
            if one.begins and holder not in self.running:
                run = self.running[holder] = Run(self.state, holder, self.day, one.event)
                self.begun.append(run)
                yield run

    def end_new(self, runs: Iterable[Run], turnings: Sequence[Turning]) -> Iterator[tuple[Run, bool]]:
        """Let what is in open order with the runs end them, where nothing older was there (semantics 1.9, 1.10)."""
        for run in runs:
            for one in turnings:
                bears = one.event.item is None or one.event.item == run.holder
                if one.ends and not one.begins and bears and self._may_end(one.event, run):
                    yield self._end(run, one.event)
                    break

    def _may_end(self, event: Event, run: Run) -> bool:
        if run.holder in self.old:
            return False
        older = [one for one in self.begun if one.holder == run.holder and NO_CLOCK < one.event.clock < event.clock]
        if older and event.clock != NO_CLOCK:
            return False
        return all(
            one.holder != run.holder or one.event.clock == run.event.clock for one in self.ended.get(id(event), ())
        )

    def _end(self, run: Run, event: Event) -> tuple[Run, bool]:
        run.ended, run.ending = self.day, event
        del self.running[run.holder]
        if run.began == self.day:
            self.ended.setdefault(id(event), []).append(run)
        return run, False
