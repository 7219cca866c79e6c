"""Catalogues in, words that no rule needs and catalogues used in vain out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Names, Reading, by_name, names_of, used_by
from rutinmotor.language.constructs import Kind, named_in

# Where the words of each kind are declared.
_SECTIONS: Mapping[Kind, str] = {
    Kind.ACTOR: "actors",
    Kind.EVENT: "events",
    Kind.FACT: "facts",
    Kind.NUMBER_FACT: "facts",
    Kind.DATE_FACT: "facts",
    Kind.STATE: "states",
    Kind.CALENDAR: "calendars",
    Kind.URGENCY: "urgency",
}
Word = tuple[str, str]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find words that no catalogue which can name them does name (RM260), and `uses` that bring nothing (RM261).

    Words without rules are there for other catalogues: as long as none of these is loaded, nothing is known of them.
    """
    loaded = by_name(catalogues)
    names = names_of(catalogues)
    seen = {catalogue.id: used_by(catalogue, loaded) for catalogue in catalogues}
    users: dict[str, list[Catalogue]] = {catalogue.id: [] for catalogue in catalogues}
    for catalogue in catalogues:
        for used in seen[catalogue.id]:
            users[used.id].append(catalogue)
    words = {catalogue.id: frozenset(_named(catalogue)) for catalogue in catalogues}
    # That an event takes a fact away needs the fact to be there, and yet nothing asks for it.
    asked = {catalogue.id: frozenset(_named(catalogue, but="events")) for catalogue in catalogues}
    for catalogue in catalogues:
        others = [user for user in users[catalogue.id] if user is not catalogue]
        if catalogue.text.rules or others:
            used = frozenset(word for user in users[catalogue.id] for word in asked[user.id])
            yield from _unnamed(catalogue, used)
        if catalogue.text.rules and not others:
            yield from _in_vain(catalogue, words[catalogue.id], names[catalogue.id], loaded)


def known_of(found: Iterable[Diagnostic], reading: Reading) -> Iterator[Diagnostic]:
    """Yield the findings without words called unused that may be used by files beside those that were asked for."""
    for one in found:
        if not (one.code == "RM260" and one.place and one.place.source in reading.beside):
            yield one


def _named(catalogue: Catalogue, but: str = "") -> Iterator[Word]:
    for mention in named_in(catalogue.text):
        if mention.kind in _SECTIONS and mention.path[0] != but:
            yield _SECTIONS[mention.kind], mention.name


def _unnamed(catalogue: Catalogue, used: frozenset[Word]) -> Iterator[Diagnostic]:
    for section in dict.fromkeys(_SECTIONS.values()):
        for name in getattr(catalogue.text, section):
            if (section, name) not in used:
                yield diagnose("RM260", catalogue.key_place(section, name), section=section, name=name)


def _in_vain(
    catalogue: Catalogue, words: frozenset[Word], names: Names, loaded: Mapping[str, Catalogue]
) -> Iterator[Diagnostic]:
    """Find catalogues of `uses` from which, and from what they use in turn, no word comes."""
    owners = {
        declared.owner.id
        for section, name in words
        if section != "urgency" and (declared := getattr(names, section).get(name)) is not None
    }
    for index, used in enumerate(catalogue.text.uses):
        if used in loaded and not any(other.id in owners for other in used_by(loaded[used], loaded)):
            yield diagnose("RM261", catalogue.place("uses", index), name=used)
