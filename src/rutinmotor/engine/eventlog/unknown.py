"""Events and starting facts in, the keys that no catalogue knows out; told beside an answer (semantics 6.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rutinmotor.engine.plan import Plan
from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.case import Case, Event
from rutinmotor.language.shapes import Guesses


class Unknown(NamedTuple):
    """A key that no catalogue knows: how many times it is given, the known name that it nearly is, or nothing.

    `first` is the first event that gives it; None where only the case file's facts do.
    """

    fact: str
    times: int
    near: str
    first: Event | None


def unknown_facts(plan: Plan, case: Case, events: Iterable[Event]) -> list[Unknown]:
    """Find the keys of `data`, and the facts of the case and its items, that no catalogue knows, by name."""
    given: dict[str, tuple[int, Event | None]] = {}
    for name, event in _given(plan, case, events):
        times, first = given.get(name, (0, None))
        given[name] = times + 1, first or event
    guesses = Guesses({})
    near = {name: guesses.near(name, plan.facts, "fact") for name in given}
    return [Unknown(name, times, near[name], first) for name, (times, first) in sorted(given.items(), key=_name)]


def unknown_fact_faults(plan: Plan, case: Case, events: Iterable[Event]) -> list[Diagnostic]:
    """Say of each time that a key is given which no catalogue knows, for those who want it refused."""
    guesses = Guesses({})
    return [
        diagnose(
            "RM603",
            case.place if event is None else event.place,
            fact=name,
            near=guesses.near(name, plan.facts, "fact"),
            event="" if event is None else event.id or event.type or "",
        )
        for name, event in _given(plan, case, events)
    ]


def _given(plan: Plan, case: Case, events: Iterable[Event]) -> Iterator[tuple[str, Event | None]]:
    """Give each key that no catalogue knows with its event; None for the facts that the case file starts with."""
    known = plan.facts.keys()
    for facts in (case.facts, *case.items.values()):
        if facts:
            yield from ((name, None) for name in facts.keys() - known)
    for event in events:
        # Most events give nothing, and most of the others what is known.
        if event.data and not event.data.keys() <= known:
            yield from ((name, event) for name in event.data.keys() - known)


def _name(given: tuple[str, object]) -> str:
    return given[0]
