"""What a point in a file stands under and the words that are known in, the names that may go there out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from rutinmotor.faces.lsp.contexts import Context
from rutinmotor.faces.lsp.index import Index
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import said, urgency_word
from rutinmotor.language.catalogue import CatalogueText, Declared, Names
from rutinmotor.language.constructs import Kind, key_under, names_at
from rutinmotor.language.schemas import CASE, SCENARIO
from rutinmotor.workbench.scenario import FileKind

# What the value of a key names in a case and in a scenario, by the key alone.
_VALUES: Mapping[FileKind, Mapping[str, Kind]] = {
    "case": {place.partition(".")[2]: kind for place, kind in CASE.items()},
    "scenario": {place.partition(".")[2]: kind for place, kind in SCENARIO.items()},
}
_CONDITIONS = ("only_if", "scope", "any", "all")
_GIVEN = ("facts", "data")


class Offer(NamedTuple):
    """A name that may go where the point is, and its title."""

    name: str
    title: str
    is_key: bool


def offers(index: Index, source: str, kind: FileKind, context: Context, lang: Lang) -> list[Offer]:
    """Give the names that may stand at a point, of those that the file can use; of a scenario, of all beside it."""
    page = index.sound.get(source)
    seen = [index.names[page.catalogue.id]] if page and page.catalogue else list(index.names.values())
    own = page.catalogue.id if page and page.catalogue else None
    found: dict[str, Offer] = {}
    for name, title, is_key in _offers(index, seen, own, kind, context, lang):
        found.setdefault(name, Offer(name, title, is_key))
    return list(found.values())


_Told = tuple[str, str, bool]


def _offers(
    index: Index, seen: list[Names], own: str | None, kind: FileKind, context: Context, lang: Lang
) -> Iterator[_Told]:
    keys = context.keys
    last = keys[-1] if keys else ""
    holder = keys[-2] if len(keys) > 1 else ""
    in_condition = kind == "catalogue" and any(key in _CONDITIONS for key in keys)
    if context.is_key:
        if in_condition and last == "state":
            yield from _named(seen, Kind.STATE, is_key=True)
        elif (in_condition and last in _CONDITIONS) or (kind != "catalogue" and (last in _GIVEN or holder == "items")):
            yield from _named(seen, Kind.FACT, is_key=True)
        return
    wanted = _named_under(keys) if kind == "catalogue" else _VALUES[kind].get(last)
    in_case = kind != "catalogue" and (holder in _GIVEN or (len(keys) > 2 and keys[-3] == "items"))
    if in_case or (in_condition and wanted is not Kind.STATE):
        yield from _values(seen, last, lang)
    elif wanted is Kind.RULE:
        yield from _rules(index, own)
    elif wanted is Kind.CATALOGUE:
        yield from ((one.id, one.text.title or "", False) for one in index.catalogues.values() if one.id != own)
    elif wanted is Kind.URGENCY:
        known = sorted(name for kind, name in index.by_key if kind is Kind.URGENCY)
        yield from ((name, urgency_word(name, lang), False) for name in known)
    elif wanted is not None:
        yield from _named(seen, wanted, is_key=False)


def _named_under(keys: Sequence[str]) -> Kind | None:
    """Say what a word names that stands under some keys of a rule file; of a key that is not known there, nothing."""
    key = key_under(CatalogueText, keys)
    return names_at(key) if key else None


def _rules(index: Index, own: str | None) -> Iterator[_Told]:
    for full_id in index.versions:
        catalogue, _, bare = full_id.partition(".")
        yield (bare if catalogue == own else full_id), index.titles.rule(full_id), False


def _named(seen: list[Names], kind: Kind, *, is_key: bool) -> Iterator[_Told]:
    for names in seen:
        for name, one in _words(names, kind).items():
            yield name, getattr(one.text, "title", None) or "", is_key


def _words(names: Names, kind: Kind) -> Mapping[str, Declared[Any]]:
    tables: Mapping[Kind, Mapping[str, Declared[Any]]] = {
        Kind.EVENT: names.events,
        Kind.ACTOR: names.actors,
        Kind.STATE: names.states,
        Kind.CALENDAR: names.calendars,
        Kind.FACT: names.facts,
        Kind.NUMBER_FACT: {name: one for name, one in names.facts.items() if one.text.kind == "int"},
        Kind.DATE_FACT: {name: one for name, one in names.facts.items() if one.text.kind == "date"},
    }
    return tables[kind]


def _values(seen: list[Names], fact: str, lang: Lang) -> Iterator[_Told]:
    """Give the values that a fact can have, where they can be listed."""
    for names in seen:
        if fact not in names.facts:
            continue
        declared = names.facts[fact].text
        if declared.kind == "bool":
            yield "true", said(lang, "ja", "yes"), False
            yield "false", said(lang, "nej", "no"), False
        for value in declared.one_of or ():
            yield value, declared.title or "", False
