"""Catalogues in, the words that a file beside them can use, with their titles, out; before they go into a schema."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import Catalogue, Declared, Names, by_name, names_in, versions_of
from rutinmotor.language.constructs import Kind, named_in
from rutinmotor.language.loading import load_catalogues

# Names, each with its title; an empty text where it has none.
Titled: TypeAlias = "Mapping[str, str]"


@dataclass(frozen=True, slots=True)
class FactWord:
    """A fact: its kind is `one_of`, `bool`, `int`, `date`, `text`, or `any` where catalogues differ."""

    title: str
    kind: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a rule file, or a case or a scenario about its rules, can name.

    `words` has the names of each kind: event, actor, state, calendar, urgency, catalogue, rule (as the file's own
    author may write it, own ones also without their catalogue) and full_rule.
    """

    words: Mapping[str, Titled]
    facts: Mapping[str, FactWord]


def vocabulary_at(path: Path) -> tuple[Vocabulary | None, tuple[Diagnostic, ...]]:
    """Read the vocabulary of a rule file, or all that a folder of them has; None, and why, if it cannot be read.

    Of a file, the words are its own and those of what it uses; the names of rules and catalogues come from all files
    beside it, of which one that cannot be read is passed over.
    """
    reading = load_catalogues([path])
    if any(one.is_error for one in reading.diagnostics):
        return None, reading.diagnostics
    if path.is_dir():
        return vocabulary_of(reading.catalogues, reading.catalogues), ()
    beside = load_catalogues([path.parent]).catalogues
    return vocabulary_of(reading.catalogues[:1], (*reading.catalogues, *beside)), ()


def vocabulary_of(own: Sequence[Catalogue], loaded: Sequence[Catalogue]) -> Vocabulary:
    """Gather what some catalogues can name, of those loaded with them."""
    by_id = by_name(loaded)
    seen = [names_in(one, by_id) for one in own]
    full = {full_id: versions[-1].rule.title or "" for full_id, versions in versions_of(by_id.values()).items()}
    prefixes = tuple(f"{one.id}." for one in own)
    bare = {name.partition(".")[2]: title for name, title in full.items() if name.startswith(prefixes)}
    words = {
        "event": _titles(names.events for names in seen),
        "actor": _titles(names.actors for names in seen),
        "state": _titles(names.states for names in seen),
        "calendar": _titles(names.calendars for names in seen),
        "urgency": _urgency(own),
        "catalogue": {one.id: one.text.title or "" for one in by_id.values()},
        "rule": {**bare, **full},
        "full_rule": full,
    }
    return Vocabulary(words, _facts(seen))


def _titles(words: Iterable[Mapping[str, Declared[Any]]]) -> Titled:
    return {name: getattr(one.text, "title", None) or "" for some in words for name, one in some.items()}


def _facts(seen: Iterable[Names]) -> Mapping[str, FactWord]:
    """Gather facts; of one name in several catalogues, the values of all, and of any kind where theirs differ."""
    found: dict[str, FactWord] = {}
    for names in seen:
        for name, one in names.facts.items():
            fact = one.text
            before = found.get(name, FactWord(fact.title or "", fact.kind, ()))
            values = dict.fromkeys((*before.values, *(fact.one_of or ())))
            found[name] = FactWord(before.title, fact.kind if fact.kind == before.kind else "any", tuple(values))
    return found


def _urgency(own: Iterable[Catalogue]) -> Titled:
    kinds = (Kind.URGENCY, Kind.URGENCY_DEFINED)
    return {one.name: "" for catalogue in own for one in named_in(catalogue.text) if one.kind in kinds}
