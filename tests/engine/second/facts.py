"""Events that count in, what holds on a day out: facts, states, conditions (section 2) and items named (3.3)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from tests.engine.second.catalogues import Rulebook, many
from tests.engine.second.errors import SecondError
from tests.engine.second.log import Event
from tests.parsed import is_mapping


@dataclass(eq=False)
class Run:
    """2.3: one stretch of one flag, on a holder (an item, or None for the case)."""

    state: str
    holder: str | None
    begun_by: Event
    ended_by: Event | None = None

    def holds(self, day: date) -> bool:
        """Does it hold at the end of the day?"""
        return self.begun_by.day <= day and (self.ended_by is None or self.ended_by.day > day)


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
    """What holds at the end of each day: nothing here depends on any rule."""

    def __init__(self, book: Rulebook, case: dict[str, Any], events: list[Event], passing_over: bool) -> None:
        self.book = book
        self.events = events
        self.by_day: dict[date, list[Event]] = {}
        for event in events:
            self.by_day.setdefault(event.day, []).append(event)
        self.starting_items = set[str](case.get("items") or {})
        self.values: dict[tuple[str, str | None], list[tuple[date, Any]]] = {}
        self._start(None, case.get("facts") or {}, passing_over)
        items: dict[str, dict[str, Any] | None] = case.get("items") or {}
        for item, facts in items.items():
            self._start(item, facts or {}, passing_over)
        for event in events:
            for key, value in event.data.items():
                if key in book.facts:
                    self._set(key, event.item, event.day, checked(book.facts[key], value))
        self.runs = self._runs()

    def _start(self, holder: str | None, facts: dict[str, Any], passing_over: bool) -> None:
        for name, value in facts.items():
            if name not in self.book.facts:
                if passing_over:
                    continue
                raise SecondError(f"an unknown fact {name}")
            self._set(name, holder, date.min, checked(self.book.facts[name], value))

    def _set(self, fact: str, holder: str | None, day: date, value: Any) -> None:
        self.values.setdefault((fact, holder), []).append((day, value))

    def _runs(self) -> list[Run]:
        """1.3, 2.3: at one clock all endings of all events come first, then all beginnings."""
        runs: list[Run] = []
        for _, together in groupby(self.events, key=lambda event: event.order[:2]):
            group = list(together)
            for event in group:
                for run in runs:
                    ends = event.type in many(self.book.states[run.state].get("ends"))
                    if run.ended_by is None and ends and event.item in (None, run.holder):
                        run.ended_by = event
            for event in group:
                for state, body in self.book.states.items():
                    if event.type in many(body["begins"]) and not any(
                        run.state == state and run.holder == event.item and run.ended_by is None for run in runs
                    ):
                        runs.append(Run(state, event.item, event))
        return runs

    def own_value(self, fact: str, holder: str | None, day: date) -> Any:
        """2.2: the value on that very holder at the end of the day; None where it is not given."""
        value = None
        for since, given in self.values.get((fact, holder), ()):
            if since <= day:
                value = given
        return value

    def value(self, fact: str, item: str | None, day: date) -> Any:
        """2.2: looked up on the item, then on the case."""
        own = self.own_value(fact, item, day) if item is not None else None
        return own if own is not None else self.own_value(fact, None, day)

    def holds(self, state: str, item: str | None, day: date) -> bool:
        """2.3: at the end of the day, for the item or for the case that it belongs to."""
        return any(run.state == state and run.holder in (None, item) and run.holds(day) for run in self.runs)

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


def _fact(world: World, name: str, test: Any, item: str | None, day: date) -> Verdict:
    value = world.value(name, item, day)
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


def asked(world: World, condition: dict[str, Any], item: str | None, day: date) -> Verdict:
    """2.4, 2.5: a mapping, every line of which must hold, of this item at the end of this day."""
    parts: list[Verdict] = []
    for key, test in condition.items():
        if key == "any":
            parts.append(_any([asked(world, one, item, day) for one in test]))
        elif key == "all":
            parts.append(_all([asked(world, one, item, day) for one in test]))
        elif key == "state":
            parts += [Verdict(world.holds(state, item, day) == wanted) for state, wanted in test.items()]
        elif key == "no_other_in":
            others = [other for other in world.items(day) if other != item]
            parts.append(Verdict(not any(world.holds(test, other, day) for other in others)))
        else:
            parts.append(_fact(world, key, test, item, day))
    return _all(parts)
