"""Events that count in, what holds at a moment out: facts, states, conditions (section 2) and items named (3.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.engine.second.catalogues import Rulebook, many
from tests.engine.second.errors import SecondError
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.states import DayOfStates, Flag, Run
from tests.parsed import is_mapping


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


class World:
    """What holds on each day and at each moment: nothing here depends on any rule."""

    def __init__(self, book: Rulebook, case: dict[str, Any], events: list[Event], passing_over: bool) -> None:
        self.book = book
        self.events = events
        self.by_day: dict[date, list[Event]] = {}
        for event in events:
            self.by_day.setdefault(event.day, []).append(event)
        self.starting_items = set[str](case.get("items") or {})
        self.starting: dict[tuple[str, str | None], Any] = {}
        self.given: dict[tuple[str, str | None], list[tuple[Event, Any]]] = {}
        self._start(None, case.get("facts") or {}, passing_over)
        items: dict[str, dict[str, Any] | None] = case.get("items") or {}
        for item, facts in items.items():
            self._start(item, facts or {}, passing_over)
        for event in events:
            for key, value in event.data.items():
                if key in book.facts:
                    given = (event, checked(book.facts[key], value))
                    self.given.setdefault((key, event.item), []).append(given)
        self.runs: list[Run] = []
        for day in self.by_day:
            running = [run for run in self.runs if run.ended_by is None]
            self.runs += DayOfStates(book.states, running, self.by_day[day]).begun
        self.seen_at: dict[Stand, set[Flag]] = {}

    def _start(self, holder: str | None, facts: dict[str, Any], passing_over: bool) -> None:
        for name, value in facts.items():
            if name not in self.book.facts:
                if passing_over:
                    continue
                raise SecondError(f"an unknown fact {name}")
            self.starting[name, holder] = checked(self.book.facts[name], value)

    @property
    def facts_given(self) -> list[tuple[str, str | None]]:
        """Every fact with the holder that it was ever given on."""
        return list(dict.fromkeys([*self.starting, *self.given]))

    # Facts

    def own_value(self, fact: str, holder: str | None, seen_from: Stand) -> Any:
        """2.2, 2.4: the value on that very holder, without what comes after `seen_from`; None where it is not given."""
        told = [one for one in self.given.get((fact, holder), ()) if not precedes(seen_from, one[0].stand)]
        if not told:
            return self.starting.get((fact, holder))
        last_day = max(event.day for event, _ in told)
        told = [one for one in told if one[0].day == last_day]
        # The log's order puts the last of those with a clock, and of those without, last among its own.
        with_clock = [one for one in told if one[0].instant is not None][-1:]
        without = [one for one in told if one[0].instant is None][-1:]
        return max([*with_clock, *without], key=lambda one: one[0].strength)[1]

    def value(self, fact: str, item: str | None, seen_from: Stand) -> Any:
        """2.2: looked up on the item, then on the case."""
        own = self.own_value(fact, item, seen_from) if item is not None else None
        return own if own is not None else self.own_value(fact, None, seen_from)

    # States

    def flags(self, seen_from: Stand) -> set[Flag]:
        """2.4: the flags that hold, if of that day only what precedes `seen_from` or is in open order with it came."""
        if seen_from not in self.seen_at:
            self.seen_at[seen_from] = self._flags(seen_from)
        return self.seen_at[seen_from]

    def _flags(self, seen_from: Stand) -> set[Flag]:
        day = seen_from.day
        before = [
            Run(run.state, run.holder, run.begun_by)
            for run in self.runs
            if run.begun_by.day < day and (run.ended_by is None or run.ended_by.day >= day)
        ]
        events = [event for event in self.by_day.get(day, ()) if not precedes(seen_from, event.stand)]
        begun = DayOfStates(self.book.states, before, events).begun
        return {run.flag for run in [*before, *begun] if run.ended_by is None}

    def holds(self, state: str, item: str | None, seen_from: Stand) -> bool:
        """2.3: for the item or for the case that it belongs to."""
        return bool({(state, item), (state, None)} & self.flags(seen_from))

    def holds_at_end_of(self, day: date, state: str, item: str | None) -> bool:
        return self.holds(state, item, Stand(day))

    def items(self, day: date) -> list[str]:
        """3.3: the items named so far, up to the end of the day, in alphabetical order."""
        return sorted(self.starting_items | {event.item for event in self.events if event.item and event.day <= day})


@dataclass(frozen=True)
class Verdict:
    """2.5: true, false, or unknown (None) with the facts that would decide it."""

    value: bool | None
    missing: frozenset[str] = frozenset()


def _all(parts: list[Verdict]) -> Verdict:
    if any(part.value is False for part in parts):
        return Verdict(False)
    if all(part.value for part in parts):
        return Verdict(True)
    return Verdict(None, frozenset[str]().union(*(part.missing for part in parts if part.value is None)))


def _any(parts: list[Verdict]) -> Verdict:
    if any(part.value for part in parts):
        return Verdict(True)
    if all(part.value is False for part in parts):
        return Verdict(False)
    return Verdict(None, frozenset[str]().union(*(part.missing for part in parts if part.value is None)))


def _fact(world: World, name: str, test: Any, item: str | None, seen_from: Stand) -> Verdict:
    value = world.value(name, item, seen_from)
    if is_mapping(test) and "known" in test:
        return Verdict((value is not None) == test["known"])
    if value is None:
        return Verdict(None, frozenset({name}))
    if not is_mapping(test):
        return Verdict(any(_same(value, one) for one in many(test)))
    compare: dict[str, Callable[[Any], bool]] = {
        "not": lambda bound: not any(_same(value, one) for one in many(bound)),
        "over": lambda bound: value > bound,
        "under": lambda bound: value < bound,
        "at_least": lambda bound: value >= bound,
        "at_most": lambda bound: value <= bound,
    }
    if isinstance(value, date):
        dated = {operator: bound for operator, bound in test.items() if operator != "not"}
        test = test | {operator: date.fromisoformat(str(bound)) for operator, bound in dated.items()}
    return Verdict(all(compare[operator](bound) for operator, bound in test.items()))


def _same(value: Any, written: Any) -> bool:
    if isinstance(value, date) and isinstance(written, str):
        return value.isoformat() == written
    return type(value) is type(written) and value == written


def asked(world: World, condition: dict[str, Any], item: str | None, seen_from: Stand) -> Verdict:
    """2.4, 2.5: a mapping, every line of which must hold, of this item, seen from this moment."""
    parts: list[Verdict] = []
    for key, test in condition.items():
        if key == "any":
            parts.append(_any([asked(world, one, item, seen_from) for one in test]))
        elif key == "all":
            parts.append(_all([asked(world, one, item, seen_from) for one in test]))
        elif key == "state":
            parts += [Verdict(world.holds(state, item, seen_from) == wanted) for state, wanted in test.items()]
        elif key == "no_other_in":
            others = [other for other in world.items(seen_from.day) if other != item]
            parts.append(Verdict(not any(world.holds(test, other, seen_from) for other in others)))
        else:
            parts.append(_fact(world, key, test, item, seen_from))
    return _all(parts)
