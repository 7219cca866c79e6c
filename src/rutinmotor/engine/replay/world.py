"""A day's events in, facts, states and items as they stand at the day's end or at an instant of it out."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from itertools import islice

from rutinmotor.engine.plan import EventSteps
from rutinmotor.engine.replay.event_facts import EventFacts
from rutinmotor.engine.replay.instance import Run
from rutinmotor.engine.replay.states import Turning, turned
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder

Happening = tuple[Event, EventSteps]
# An event's day, its number in the order of the log, and itself.
Seen = tuple[int, int, Event]
_NO_FACTS: Mapping[str, FactValue] = {}
_NO_RUNS: Mapping[Holder, Run] = {}
# Stands for whatever item, or none, where what is remembered is looked up.
_ANY = object()


class World:
    """What is known of a case at the end of a day. An item is given by its name, the case itself by None."""

    __slots__ = (
        "_at_dawn",
        "_case_wide",
        "_count",
        "_day",
        "_facts",
        "_given",
        "_merged",
        "_runs",
        "_seen",
        "_turnings",
        "_views",
        "events",
        "items",
    )

    def __init__(self, facts: dict[Holder, dict[str, FactValue]]) -> None:
        """Start with the facts that the case file gives, by holder."""
        self._facts = facts
        self._case_wide: dict[str, FactValue] = facts.setdefault(None, {})
        self._merged: dict[Holder, dict[str, FactValue]] = {None: self._case_wide}
        self._runs: dict[str, dict[Holder, Run]] = {}
        self._seen: dict[str, dict[object, list[Seen]]] = {}
        self._count = 0
        self.items: dict[str, None] = {item: None for item in facts if item is not None}
        # Of the day being lived, to see it as it stood at an instant: what was given with a clock, in order; what those
        # facts were without; the runs with which the day began, and the turnings, of each state that turns.
        self._day = 0
        self._given: list[tuple[int, Holder, str, FactValue]] = []
        self._at_dawn: dict[tuple[Holder, str], FactValue] = {}
        self._turnings: dict[str, tuple[dict[Holder, Run], Sequence[Turning]]] = {}
        self._views: dict[tuple[str, int], Mapping[Holder, Run]] = {}
        self.events = EventFacts()

    def kept(self, item: Holder, states: Iterable[str], *, whole: bool) -> World:
        """Give the world as it stands, of one item and the case and of some states, so that it can be lived on from.

        What comes after does not show in it, nor what is lived on from it here, events remembered aside: of these is
        asked with a day. The items named so far are only kept if it is to be `whole`.
        """
        world = World({holder: dict(self._facts.get(holder, _NO_FACTS)) for holder in (None, item)})
        world.items = dict(self.items) if whole else {}
        world._day, world._given, world._at_dawn = self._day, self._given, self._at_dawn
        world._runs = {state: dict(self._runs.get(state, _NO_RUNS)) for state in states}
        world._turnings = {state: self._turnings[state] for state in states if state in self._turnings}
        world._seen, world.events = self._seen, self.events
        return world

    @property
    def states(self) -> Iterable[str]:
        """The states that are or have been begun."""
        return self._runs

    def begin(self, day: int) -> None:
        """Begin a day."""
        self._day = day
        if self._given:
            self._given, self._at_dawn = [], {}
        if self._turnings:
            self._turnings, self._views = {}, {}

    def facts(self, item: Holder, clock: int = NO_CLOCK) -> Mapping[str, FactValue]:
        """Give an item's facts, with the case's beneath (semantics 2.2), at the day's end or as seen from an instant.

        From an instant is seen what was given without a clock or not after it (semantics 2.4).
        """
        merged = self._merged.get(item)
        if merged is None:
            own = self._facts.get(item)
            merged = {**self._case_wide, **own} if own else self._case_wide
            self._merged[item] = merged
        if clock == NO_CLOCK or not self._given or self._given[-1][0] <= clock:
            return merged
        return self._facts_at(item, clock)

    def _facts_at(self, item: Holder, clock: int) -> Mapping[str, FactValue]:
        """Give the facts as they would stand if nothing had been given after an instant of the day."""
        seen: dict[str, FactValue] = {}
        for holder in (None,) if item is None else (None, item):
            seen.update({fact: value for fact, value in self._own_at(holder, clock).items() if value is not None})
        return seen

    def _own_at(self, holder: Holder, clock: int) -> dict[str, FactValue]:
        """Give a holder's own facts as they would stand so, None what it would lack."""
        own = dict(self._facts.get(holder, _NO_FACTS))
        own.update({fact: value for (of, fact), value in self._at_dawn.items() if of == holder})
        own.update({fact: value for at, of, fact, value in self._given if of == holder and at <= clock})
        return own

    def own(self, item: Holder, fact: str, clock: int = NO_CLOCK) -> FactValue:
        """Give the value that stands on that very holder; a clock as in `facts`."""
        if clock == NO_CLOCK or not self._given or self._given[-1][0] <= clock:
            return self._facts.get(item, _NO_FACTS).get(fact)
        return self._own_at(item, clock).get(fact)

    def holders(self) -> Iterable[Holder]:
        """Give every holder that has facts of its own."""
        return self._facts

    def learn(self, item: Holder, fact: str, value: FactValue, clock: int = NO_CLOCK) -> None:
        """Take in a fact's new value, given at a clock of the day; None takes it away."""
        own = self._facts.setdefault(item, {})
        if clock != NO_CLOCK:
            self._at_dawn.setdefault((item, fact), own.get(fact))
            self._given.append((clock, item, fact, value))
        if value is None:
            own.pop(fact, None)
        else:
            own[fact] = value
        if item is None:
            self._merged = {None: self._case_wide}
        else:
            self._merged.pop(item, None)

    def told(self, of: Event, clock: int = NO_CLOCK) -> dict[str, FactValue]:
        """Give what is known of an event (semantics 2.9), at the day's end or as seen from an instant of it."""
        return self.events.told(of, self._day, clock)

    def remember(self, event: Event) -> None:
        """Keep an event for later questions about the past; events come in the order of the log."""
        self._count += 1
        by_item = self._seen.setdefault(event.type or "", defaultdict(list))
        for holder in (event.item, _ANY):
            by_item[holder].append((event.day or 0, self._count, event))

    def seen(self, type_: str, item: Holder) -> list[list[Seen]]:
        """Give what is remembered of an event type and bears on the item or the case, in lists that are in order."""
        found = self._seen.get(type_)
        if found is None:
            return []
        if item is None:
            return [found[_ANY]]
        return [found[holder] for holder in (item, None) if holder in found]

    def turn(self, state: str, turnings: Sequence[Turning]) -> list[tuple[Run, bool]]:
        """Live a state through the turnings of the day, in order; give the runs begun (True) and ended (False)."""
        runs = self._runs.setdefault(state, {})
        self._turnings[state] = (dict(runs), turnings)
        return list(turned(state, runs, turnings, self._day))

    def holds(self, state: str, item: Holder, clock: int = NO_CLOCK) -> bool:
        """Say whether the state holds for the item or the case, at the day's end or as seen from an instant of it."""
        runs = self._seen_runs(state, clock)
        return bool(runs) and (item in runs or None in runs)

    def running(self, state: str) -> Iterable[Run]:
        """Give the runs of a state that last, of the case and of every item."""
        return self._runs.get(state, _NO_RUNS).values()

    def run_of(self, state: str, holder: Holder) -> Run | None:
        """Give the run of a state of that very holder that lasts."""
        return self._runs.get(state, _NO_RUNS).get(holder)

    def end(self, run: Run) -> None:
        """Let a run be over as the day begins."""
        del self._runs[run.state][run.holder]

    def holds_for_other(self, state: str, item: Holder, clock: int = NO_CLOCK) -> bool:
        """Say whether the state holds for an item named so far other than this one; a clock as in `holds`."""
        runs = self._seen_runs(state, clock)
        if not runs:
            return False
        others = len(self.items) - (item in self.items)
        if None in runs:
            return others > 0
        return len(runs) > (item in runs)

    def _seen_runs(self, state: str, clock: int) -> Mapping[Holder, Run]:
        """Give the runs that last at the day's end, or would if nothing had come after an instant (semantics 2.4)."""
        today = self._turnings.get(state) if clock != NO_CLOCK else None
        if today is None or today[1][-1].clock <= clock:
            return self._runs.get(state, _NO_RUNS)
        view = self._views.get((state, clock))
        if view is None:
            # What has ended since is looked at anew, so that it is left as it was.
            view = {holder: Run(run.state, holder, run.began, run.event) for holder, run in today[0].items()}
            for _ in turned(state, view, [one for one in today[1] if one.clock <= clock], self._day):
                pass
            self._views[state, clock] = view
        return view


def latest_seen(found: Sequence[Seen], day: int, clock: int) -> Seen | None:
    """Give the latest of some events that does not come after a moment of a day."""
    for at in range(bisect_left(found, (day + 1,)) - 1, -1, -1):
        one = found[at]
        if one[0] < day or NO_CLOCK in (one[2].clock, clock) or one[2].clock <= clock:
            return one
    return None


def first_seen(found: Sequence[Seen], since: int, day: int, clock: int, but: Container[int] = ()) -> Seen | None:
    """Give the first of some events, from the day `since` on, that precedes a moment of a day.

    `but` identifies those that do not count.
    """
    for one in islice(found, bisect_left(found, (since,)), None):
        if one[0] > day:
            break
        if (one[0] < day or NO_CLOCK < one[2].clock < clock) and id(one[2]) not in but:
            return one
    return None


class View:
    """Facts and states as a condition sees them from a moment of the day (semantics 2.4)."""

    __slots__ = ("_clock", "_world")

    def __init__(self, world: World, clock: int) -> None:
        self._world = world
        self._clock = clock

    def facts(self, item: Holder) -> Mapping[str, FactValue]:
        """Give an item's facts, with the case's beneath."""
        return self._world.facts(item, self._clock)

    def holds(self, state: str, item: Holder) -> bool:
        """Say whether the state holds for the item or the case."""
        return self._world.holds(state, item, self._clock)

    def holds_for_other(self, state: str, item: Holder) -> bool:
        """Say whether the state holds for an item named so far other than this one."""
        return self._world.holds_for_other(state, item, self._clock)
