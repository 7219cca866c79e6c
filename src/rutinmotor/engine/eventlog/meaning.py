"""Events and starting facts in, the same as the vocabulary understands them out; what only a vocabulary can tell."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rutinmotor.engine.plan import EventSteps, Plan
from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Place, diagnose
from rutinmotor.language.case import Case, Event, FactValue
from rutinmotor.language.shapes import Guesses, shown

# A day, what its events do together (bits of `EventSteps.does`), and its events in order, each with what its type does.
Day = tuple[int, int, list[tuple[Event, EventSteps]]]
Facts = dict[str | None, dict[str, FactValue]]


def known_events(plan: Plan, events: list[Event]) -> tuple[list[Event], list[Event]]:
    """Part the events whose types some catalogue knows from those whose types none does."""
    types = plan.types
    unknown = [event for event in events if event.type not in types]
    return ([event for event in events if event.type in types] if unknown else events), unknown


def days_of(plan: Plan, events: Iterable[Event]) -> Iterator[Day]:
    """Gather events of known types by day, one day at a time, so that a long log is not held twice."""
    types = plan.types
    last, does = 0, 0
    happenings: list[tuple[Event, EventSteps]] = []
    for event in events:
        steps = types[event.type or ""]
        day = event.day or 0
        if day == last:
            does |= steps.does
            happenings.append((event, steps))
        else:
            if happenings:
                yield last, does, happenings
            last, does, happenings = day, steps.does, [(event, steps)]
    if happenings:
        yield last, does, happenings


def unknown_types(plan: Plan, events: Iterable[Event]) -> list[Diagnostic]:
    """Say of each event that no catalogue knows its type (semantics 1.7)."""
    guesses = Guesses({})
    return [
        diagnose("RM601", event.place, type=event.type or "", near=guesses.near(event.type or "", plan.types, "event"))
        for event in events
    ]


def starting_facts(plan: Plan, case: Case) -> tuple[Facts, list[Diagnostic]]:
    """Read the facts that a case starts with, by item, its own under None; unknown ones are passed over."""
    faults: list[Diagnostic] = []
    holders: list[tuple[str | None, Mapping[str, FactValue]]] = [(None, case.facts), *case.items.items()]
    facts: Facts = {}
    for item, given in holders:
        own: dict[str, FactValue] = {}
        facts[item] = own
        for name, value in given.items():
            declared = plan.facts.get(name)
            if declared is None:
                continue
            if declared.declared.of == "event":
                faults.append(diagnose("RM634", case.place, fact=name))
            elif value is not None:
                try:
                    own[name] = declared.read(value)
                except (ValueError, TypeError):
                    faults.append(_wrong_fact(plan, name, value, "", case.place))
    return facts, faults


def facts_in(plan: Plan, event: Event) -> dict[str, FactValue]:
    """Read the declared facts that an event gives; None takes a fact away (semantics 2.2).

    Raises:
        CaseError: a value of the wrong kind.
    """
    found: dict[str, FactValue] = {}
    for name, value in event.data.items():
        declared = plan.facts.get(name)
        if declared is None:
            continue
        try:
            found[name] = None if value is None else declared.read(value)
        except (ValueError, TypeError):
            raise CaseError([_wrong_fact(plan, name, value, event.id or event.type or "", event.place)]) from None
    return found


def _wrong_fact(plan: Plan, fact: str, value: object, event: str, place: Place | None) -> Diagnostic:
    declared = plan.facts[fact].declared
    expected = {
        "one_of": " | ".join(declared.one_of or ()),
        "bool": "true | false",
        "int": "1, 2, 3 …",
        "date": "2026-03-31",
        "text": "”…”",
    }[declared.kind]
    return diagnose("RM602", place, fact=fact, value=shown(value), expected=expected, event=event)
