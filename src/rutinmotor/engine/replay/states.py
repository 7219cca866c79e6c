"""The runs of one state and a day's events in, what they begin and end out: which belong together (semantics 2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import merge
from itertools import groupby
from typing import NamedTuple, TypeAlias

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
    always = _enders(clockless)
    yield from life.end_old(clockless)
    for _, group in groupby(turnings[len(clockless) :], key=_clock):
        together = list(group)
        yield from life.end_old(together)
        begun = list(life.begin(together))
        yield from ((run, True) for run in begun)
        if begun:
            yield from life.end_new(begun, always, _enders(together))
    # What is written down twice, once with a clock, is one beginning (semantics 1.11).
    clocked = {(one.event.type, one.event.item) for one in turnings[len(clockless) :]}
    begun = list(life.begin(one for one in clockless if (one.event.type, one.event.item) not in clocked))
    yield from ((run, True) for run in begun)
    if begun:
        yield from life.end_new(begun, _enders(turnings))


def _clock(one: Turning) -> int:
    return one.clock


# By item, in the order of the log, each with its place there: what ends a state, and does not itself begin it.
_Enders: TypeAlias = Mapping[Holder, Sequence[tuple[int, Event]]]


def _enders(turnings: Iterable[Turning]) -> _Enders:
    found: dict[Holder, list[tuple[int, Event]]] = {}
    for place, one in enumerate(turnings):
        if one.ends and not one.begins:
            found.setdefault(one.event.item, []).append((place, one.event))
    return found


@dataclass(slots=True)
class _Life:
    """One state on one day. `old` are the holders for which it held when the day began."""

    state: str
    running: dict[Holder, Run]
    day: int
    old: frozenset[Holder]
    # The clocks of the runs begun today, by holder; and of those that each event has ended, by its identity and holder.
    begun: dict[Holder, list[int]] = field(default_factory=dict[Holder, list[int]])
    ended: dict[tuple[int, Holder], set[int]] = field(default_factory=dict[tuple[int, Holder], set[int]])

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
                self.begun.setdefault(holder, []).append(one.clock)
                yield run

    def end_new(self, runs: Iterable[Run], *enders: _Enders) -> Iterator[tuple[Run, bool]]:
        """Let what is in open order with the runs end them, where nothing older was there (semantics 1.9, 1.10)."""
        for run in runs:
            for some in enders:
                of_case, of_item = some.get(None, ()), () if run.holder is None else some.get(run.holder, ())
                ending = next(
                    (event for _, event in merge(of_case, of_item, key=_place) if self._may_end(event, run)), None
                )
                if ending is not None:
                    yield self._end(run, ending)
                    break

    def _may_end(self, event: Event, run: Run) -> bool:
        if run.holder in self.old:
            return False
        if event.clock != NO_CLOCK and any(NO_CLOCK < clock < event.clock for clock in self.begun[run.holder]):
            return False
        return self.ended.get((id(event), run.holder), set()) <= {run.event.clock}

    def _end(self, run: Run, event: Event) -> tuple[Run, bool]:
        run.ended, run.ending = self.day, event
        del self.running[run.holder]
        if run.began == self.day:
            self.ended.setdefault((id(event), run.holder), set()).add(run.event.clock)
        return run, False


def _place(ender: tuple[int, Event]) -> int:
    return ender[0]
