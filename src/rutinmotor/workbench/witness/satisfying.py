"""What a way in asks of facts in, values that satisfy all of it out; for the search."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import ORDER, Fact, Names, Rule, Test, facts_of, values_of
from rutinmotor.workbench.witness.branches import Way
from rutinmotor.workbench.witness.chains import Chain

# A number that reads well as a count of days, and a date so many calendar days on: what a free choice falls on.
NUMBER: Final = 7
DAYS_ON: Final = 90
_MOST_NUMBERS: Final = 100


def values_for(
    way: Way, chain: Chain, names: Names, start: date, given: Mapping[str, FactValue]
) -> dict[str, FactValue] | None:
    """Give facts that pass every test of the way and let every rule of the chain count its time; None if none do.

    `given` are values that stand whatever the choice; a fact that must be unknown is left out. `start` is the day
    that the story begins, from which dates are chosen.
    """
    needed = {fact for link in chain for fact in deadline_facts(link.version.rule)}
    found: dict[str, FactValue] = {}
    for fact in sorted({*way.tests, *needed, *given}):
        tests = way.tests.get(fact, ())
        choices = [given[fact]] if fact in given else _candidates(names.facts[fact].text, tests, start)
        fitting = (value for value in choices if all(_passes(test, value) for test in tests))
        value = next(fitting, _NOTHING)
        if value is _NOTHING or (value is None and fact in needed):
            return None
        if value is not None:
            found[fact] = value  # pyright: ignore[reportArgumentType]  # the mark of nothing has been left behind
    return found


_NOTHING: Final = object()


def deadline_facts(rule: Rule) -> set[str]:
    """Name the facts that a rule counts its time by."""
    return {fact for deadline in rule.deadlines for fact in facts_of(deadline)}


def _candidates(fact: Fact, tests: Sequence[Test], start: date) -> Iterator[FactValue]:
    """Give what a fact could be, the plainest first, then that it is not given at all."""
    compared = [value for test in tests for value in values_of(test)]
    match fact.kind:
        case "one_of":
            yield from fact.one_of or ()
        case "bool":
            yield from (True, False)
        case "int":
            yield from (NUMBER, *range(1, _MOST_NUMBERS), 0)
            for value in compared:
                if isinstance(value, int):
                    yield from (value, value + 1, value - 1)
        case "date":
            yield from _days(start, compared)
        case _:
            yield "text"
            yield from compared
            yield "annan text"
    yield None


def _days(start: date, compared: Iterable[FactValue]) -> Iterator[date]:
    one = timedelta(days=1)
    yield start + DAYS_ON * one
    for value in compared:
        day = _as_day(value)
        if day is not None:
            yield from (day, day + one, day - one)


def _as_day(value: Any) -> date | None:
    """Read a date that a condition compares with: it may stand quoted."""
    if isinstance(value, str):
        try:
            return date.fromisoformat(value)
        except ValueError:
            return None
    return value if isinstance(value, date) else None


def _passes(test: Test, value: FactValue) -> bool:
    """Judge one test as the engine will (semantics 2.4); the engine has the last word, as every case is played."""
    if test.known is not None:
        return (value is not None) == test.known
    if value is None:
        return False
    asked: Any = value
    bounds = {name: _like(value, getattr(test, name)) for name in ORDER}
    return (
        (test.is_ is None or any(_same(value, one) for one in test.is_))
        and (test.not_ is None or not any(_same(value, one) for one in test.not_))
        and all(bound is None or ORDER[name].holds(asked, bound) for name, bound in bounds.items())
    )


def _like(value: FactValue, compared: Any) -> Any:
    return _as_day(compared) if isinstance(value, date) else compared


def _same(value: FactValue, compared: FactValue) -> bool:
    if isinstance(value, date):
        return _as_day(compared) == value
    return type(value) is type(compared) and value == compared
