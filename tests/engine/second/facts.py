"""Events that count in, what holds at a moment out: facts and states (section 2) and items named (3.3)."""

from datetime import date
from typing import Any

from tests.engine.second.bearing import bearing_types
from tests.engine.second.calendar import DAY, shift
from tests.engine.second.catalogues import Rulebook
from tests.engine.second.errors import SecondError
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.states import DayOfStates, Flag, Run


def bears(one: str | None, other: str | None) -> bool:
    """3.3: the same item, or either has none."""
    return one is None or other is None or one == other


def checked(declared: dict[str, Any], value: Any) -> Any:
    """2.1: the value as the fact's type has it; raises where it is of another. null takes the value away (2.2)."""
    if value is None:
        return None
    if "one_of" in declared:
        good = isinstance(value, str) and value in declared["one_of"]
    elif declared["type"] == "bool":
        good = isinstance(value, bool)
    elif declared["type"] == "int":
        good = isinstance(value, int) and not isinstance(value, bool)
    elif declared["type"] == "date":
        try:
            return date.fromisoformat(value) if isinstance(value, str) and len(value) == 10 else _a_date(value)
        except ValueError as fault:
            raise SecondError(f"no date: {value}") from fault
    else:
        good = isinstance(value, str)
    if not good:
        raise SecondError(f"a fact of the wrong type: {value!r}")
    return value


def _a_date(value: Any) -> date:
    if type(value) is not date:
        raise SecondError(f"no date: {value!r}")
    return value


Given = tuple[Event, Any]


def standing_value(told: list[Given]) -> Given:
    """2.2: of what the last day gave, the last of those with a clock against the last of those without."""
    last_day = max(event.day for event, _ in told)
    told = [one for one in told if one[0].day == last_day]
    # The log's order puts the last of those with a clock, and of those without, last among its own.
    with_clock = [one for one in told if one[0].instant is not None][-1:]
    without = [one for one in told if one[0].instant is None][-1:]
    return max([*with_clock, *without], key=lambda one: one[0].strength)


class World:
    """What holds on each day and at each moment: of rules nothing is asked but what becomes overdue (2.3)."""

    def __init__(self, book: Rulebook, case: dict[str, Any], events: list[Event], passing_over: bool) -> None:
        self.book = book
        self.events = events
        self.by_day: dict[date, list[Event]] = {}
        for event in events:
            self.by_day.setdefault(event.day, []).append(event)
        self.starting_items = set[str](case.get("items") or {})
        self.starting: dict[tuple[str, str | None], Any] = {}
        self.given: dict[tuple[str, str | None], list[Given]] = {}
        self._start(None, case.get("facts") or {}, passing_over)
        items: dict[str, dict[str, Any] | None] = case.get("items") or {}
        for item, facts in items.items():
            self._start(item, facts or {}, passing_over)
        for event in events:
            self._take(event)
        self.given_of: dict[tuple[str, Event], list[Given]] = {}
        self._take_of_events()
        self.runs: list[Run] = []
        self.seen_at: dict[Stand, set[Flag]] = {}

    def _start(self, holder: str | None, facts: dict[str, Any], passing_over: bool) -> None:
        for name, value in facts.items():
            if name not in self.book.facts:
                if passing_over:
                    continue
                raise SecondError(f"an unknown fact {name}")
            if not self.book.of_event(name):
                self.starting[name, holder] = checked(self.book.facts[name], value)

    def _take(self, event: Event) -> None:
        """2.2, 2.8: what the event gives of its item or the case, and what its type takes away."""
        for key, value in event.data.items():
            if key in self.book.facts:
                given = (event, checked(self.book.facts[key], value))
                if not self.book.of_event(key):
                    self.given.setdefault((key, event.item), []).append(given)
        for key in self.book.events[event.type].get("resets") or ():
            if key not in event.data:
                self.given.setdefault((key, event.item), []).append((event, None))

    def _take_of_events(self) -> None:
        """2.9: one event after the other, in the order of the log."""
        for fact in (name for name in self.book.facts if self.book.of_event(name)):
            bearing = bearing_types(self.book, fact)
            for event in self.events:
                if fact in event.data:
                    value = checked(self.book.facts[fact], event.data[fact])
                    told_of = self._told_of(event, fact, value, bearing)
                    if told_of is not None:
                        self.given_of.setdefault((fact, told_of), []).append((event, value))

    def _told_of(self, event: Event, fact: str, value: Any, bearing: set[str]) -> Event | None:
        if event.about is not None:
            return next((one for one in self.events if event.about in one.known_as), None)
        if event.type in bearing:
            return event
        if value is None:
            return None
        lacking = [
            one
            for one in self.events
            if one.type in bearing
            and one.item == event.item
            and not precedes(event.stand, one.stand)
            and (one.about is not None or one.data.get(fact) is None)
            and self.value_of_event(fact, one, event.stand) is None
        ]
        return lacking[-1] if lacking else None

    @property
    def facts_given(self) -> list[tuple[str, str | None]]:
        """Every fact with the holder that it was ever given on."""
        return list(dict.fromkeys([*self.starting, *self.given]))

    # Facts

    def giver(self, fact: str, holder: str | None, seen_from: Stand) -> Given | None:
        """2.2, 2.4: the event that gave the value on that very holder, and the value, None of a starting one."""
        told = [one for one in self.given.get((fact, holder), ()) if not precedes(seen_from, one[0].stand)]
        return standing_value(told) if told else None

    def own_value(self, fact: str, holder: str | None, seen_from: Stand) -> Any:
        """2.2, 2.4: the value on that very holder, without what comes after `seen_from`; None where it is not given."""
        told = self.giver(fact, holder, seen_from)
        return told[1] if told is not None else self.starting.get((fact, holder))

    def value(self, fact: str, item: str | None, seen_from: Stand) -> Any:
        """2.2: looked up on the item, then on the case."""
        own = self.own_value(fact, item, seen_from) if item is not None else None
        return own if own is not None else self.own_value(fact, None, seen_from)

    def value_of_event(self, fact: str, event: Event | None, seen_from: Stand) -> Any:
        """2.9: what was given of this event, without what comes after `seen_from`."""
        if event is None:
            return None
        told = [one for one in self.given_of.get((fact, event), ()) if not precedes(seen_from, one[0].stand)]
        return standing_value(told)[1] if told else None

    # States, day by day

    def begin_day(self, day: date) -> None:
        """2.3: what a date or a span ends, ends as the day begins."""
        for run in self.runs:
            if run.ended_on is None and self._is_over(run, day):
                run.ended_on = day

    def _is_over(self, run: Run, day: date) -> bool:
        state = self.book.states[run.state]
        begun = run.begun_by.day
        for span in state.after:
            if day >= shift(begun, span, state.calendars):
                return True
        for fact in state.ends.dates:
            # As it was known when the day began; and what is given today, where it is past (2.3).
            for seen in (day - DAY, day):
                through = self.value(fact, run.holder, Stand(seen))
                if through is not None and begun <= through < day:
                    return True
        return False

    def end_by_overdue(self, day: date, rule: str, item: str | None) -> None:
        for run in self.runs:
            if run.ended_on is None and rule in self.book.states[run.state].ends.overdue and bears(item, run.holder):
                run.ended_on = day

    def run_events(self, day: date) -> None:
        """2.3: once the day has begun, its events end and begin."""
        running = [run for run in self.runs if run.ended_on is None]
        self.runs += DayOfStates(self.book.states, running, self.by_day.get(day, [])).begun

    def flags(self, seen_from: Stand) -> set[Flag]:
        """2.4: the flags that hold, if of that day only what precedes `seen_from` or is in open order with it came."""
        if seen_from not in self.seen_at:
            self.seen_at[seen_from] = self._flags(seen_from)
        return self.seen_at[seen_from]

    def _flags(self, seen_from: Stand) -> set[Flag]:
        day = seen_from.day
        there = [run for run in self.runs if run.was_there_after_dawn(day)]
        before = [Run(run.state, run.holder, run.begun_by) for run in there]
        events = [event for event in self.by_day.get(day, ()) if not precedes(seen_from, event.stand)]
        begun = DayOfStates(self.book.states, before, events).begun
        return {run.flag for run in [*before, *begun] if run.ended_on is None}

    def holds(self, state: str, item: str | None, seen_from: Stand) -> bool:
        """2.3: for the item or for the case that it belongs to."""
        return bool({(state, item), (state, None)} & self.flags(seen_from))

    def holds_at_end_of(self, day: date, state: str, item: str | None) -> bool:
        return self.holds(state, item, Stand(day))

    def items(self, day: date) -> list[str]:
        """3.3: the items named so far, up to the end of the day, in alphabetical order."""
        return sorted(self.starting_items | {event.item for event in self.events if event.item and event.day <= day})
