"""Catalogues in, what each of them can name out: words, calendars, rules; after reading, before checks and plan."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Generic, NamedTuple, TypeVar

from rutinmotor.language.catalogue.catalogue import CalendarText, EventType, Fact, State, Titled
from rutinmotor.language.catalogue.reading import Catalogue
from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.constructs import InForce, Kind, Named, named_in

T = TypeVar("T")
Text = TypeVar("Text", covariant=True)

_FACTS = (Kind.FACT, Kind.NUMBER_FACT, Kind.DATE_FACT)


class Declared(NamedTuple, Generic[Text]):
    """A word and the catalogue that declares it; of several, the nearest: the own one, then in order of `uses`."""

    owner: Catalogue
    text: Text


class Version(NamedTuple):
    """One rule as it stands in its catalogue: `row` is its index among the catalogue's rules."""

    owner: Catalogue
    row: int
    rule: Rule

    @property
    def full_id(self) -> str:
        """The catalogue's name, a full stop and the rule's id; versions of one rule share it."""
        return f"{self.owner.id}.{self.rule.id}"

    @property
    def in_force(self) -> InForce | None:
        """The rule's own days in force, whole, else its catalogue's (semantics 3.5)."""
        return self.rule.in_force or self.owner.text.in_force


@dataclass(frozen=True, slots=True)
class Names:
    """What one catalogue can name: its own words and those of the catalogues that it uses, also through another."""

    catalogue: Catalogue
    events: Mapping[str, Declared[EventType]]
    facts: Mapping[str, Declared[Fact]]
    states: Mapping[str, Declared[State]]
    actors: Mapping[str, Declared[Titled]]
    calendars: Mapping[str, Declared[CalendarText]]

    def rule(self, reference: str) -> str:
        """Return the full id that a reference means, whether or not there is one; no full stop means an own rule."""
        return reference if "." in reference else f"{self.catalogue.id}.{reference}"


def by_name(catalogues: Iterable[Catalogue]) -> Mapping[str, Catalogue]:
    """Return the catalogues by name; of two with one name, the first."""
    found: dict[str, Catalogue] = {}
    for catalogue in catalogues:
        found.setdefault(catalogue.id, catalogue)
    return MappingProxyType(found)


def used_by(catalogue: Catalogue, loaded: Mapping[str, Catalogue]) -> tuple[Catalogue, ...]:
    """Return the catalogue itself and all that it uses, nearest first, each once; those not loaded are passed over."""
    found = {catalogue.id: catalogue}
    waiting = [catalogue]
    while waiting:
        for name in waiting.pop(0).text.uses:
            if name in loaded and name not in found:
                found[name] = loaded[name]
                waiting.append(loaded[name])
    return tuple(found.values())


def names_of(catalogues: Sequence[Catalogue]) -> Mapping[str, Names]:
    """Return, for each catalogue by its name, what it can name."""
    loaded = by_name(catalogues)
    return MappingProxyType({name: names_in(catalogue, loaded) for name, catalogue in loaded.items()})


def names_in(catalogue: Catalogue, loaded: Mapping[str, Catalogue]) -> Names:
    """Return what one catalogue can name, of those loaded."""
    seen = used_by(catalogue, loaded)
    return Names(
        catalogue,
        _merged((one, one.text.events) for one in seen),
        _merged((one, one.text.facts) for one in seen),
        _merged((one, one.text.states) for one in seen),
        _merged((one, one.text.actors) for one in seen),
        _merged((one, one.text.calendars) for one in seen),
    )


def versions_of(catalogues: Iterable[Catalogue]) -> Mapping[str, tuple[Version, ...]]:
    """Return every rule by its full id, each with its versions in the order of the files."""
    found: dict[str, list[Version]] = {}
    for catalogue in catalogues:
        for row, rule in enumerate(catalogue.text.rules):
            version = Version(catalogue, row, rule)
            found.setdefault(version.full_id, []).append(version)
    return MappingProxyType({full_id: tuple(versions) for full_id, versions in found.items()})


def facts_asked(version: Version) -> Iterator[Named]:
    """Yield every fact that a version's conditions and its deadline ask for, its catalogue's scope last."""
    path = ("rules", version.row)
    rule, scope = version.rule, version.owner.text.scope
    for key, part in (("only_if", rule.only_if), ("deadline", rule.deadline)):
        if part is not None:
            yield from (one for one in named_in(part, (*path, key)) if one.kind in _FACTS)
    if scope is not None:
        yield from (one for one in named_in(scope, ("scope",)) if one.kind in _FACTS)


def _merged(parts: Iterable[tuple[Catalogue, Mapping[str, T]]]) -> Mapping[str, Declared[T]]:
    found: dict[str, Declared[T]] = {}
    for owner, words in parts:
        for name, text in words.items():
            found.setdefault(name, Declared(owner, text))
    return MappingProxyType(found)
