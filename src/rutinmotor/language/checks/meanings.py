"""Catalogues in, a diagnostic for each word that two of them declare unlike out; a check, before plan."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import CalendarText, Catalogue, Fact, State, by_name, used_by

Meanings = dict[str, tuple[Catalogue, Hashable]]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find events, facts and states that loaded catalogues declare unlike, and calendars that one sees two of.

    A case has one event type and one fact of a name, whichever catalogue asks; a calendar is known only to who sees
    it. Titles, and the order of lists, make no difference.
    """
    yield from _unlike(catalogues, "events", _events)
    yield from _unlike(catalogues, "facts", lambda one: {name: _fact(fact) for name, fact in one.text.facts.items()})
    yield from _unlike(
        catalogues, "states", lambda one: {name: _state(text, one.id) for name, text in one.text.states.items()}
    )
    loaded = by_name(catalogues)
    said: set[Diagnostic] = set()
    for catalogue in catalogues:
        seen = used_by(catalogue, loaded)[::-1]
        for found in _unlike(seen, "calendars", _calendars):
            if found not in said:
                said.add(found)
                yield found


def _unlike(
    catalogues: Sequence[Catalogue], section: str, meanings: Callable[[Catalogue], dict[str, Hashable]]
) -> Iterator[Diagnostic]:
    first: Meanings = {}
    for catalogue in catalogues:
        for name, meaning in meanings(catalogue).items():
            other, meant = first.setdefault(name, (catalogue, meaning))
            if meaning != meant:
                place = catalogue.key_place(section, name)
                further = (other.key_place(section, name),)
                yield diagnose("RM503", place, further=further, name=name, section=section, other=other.id)


def _events(catalogue: Catalogue) -> dict[str, Hashable]:
    return {name: frozenset(event.resets) for name, event in catalogue.text.events.items()}


def _fact(fact: Fact) -> Hashable:
    return fact.kind, frozenset(fact.one_of or ()), fact.of, fact.only_forward


def _state(state: State, owner: str) -> Hashable:
    ends = (
        # A rule that is named without its catalogue is one of the catalogue's own.
        ("overdue", one.overdue if "." in one.overdue else f"{owner}.{one.overdue}") if one.overdue else one
        for one in state.ends
    )
    return frozenset(state.begins), frozenset(ends)


def _calendars(catalogue: Catalogue) -> dict[str, Hashable]:
    return {name: _calendar(calendar) for name, calendar in catalogue.text.calendars.items()}


def _calendar(calendar: CalendarText) -> Hashable:
    extra = frozenset(calendar.extra_free), frozenset(calendar.extra_working)
    return frozenset(calendar.weekdays), calendar.holidays, calendar.eves_free, extra
