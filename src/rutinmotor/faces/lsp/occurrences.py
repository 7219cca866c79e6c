"""A catalogue or a scenario and its text in, every name in it with where it is written out; defined or only named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple, cast

from rutinmotor.faces.lsp.positions import Sheet
from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.catalogue import Catalogue, CatalogueText
from rutinmotor.language.constructs import Kind, keys_of, named_in
from rutinmotor.text.document import Document

# What is one name to a reader, though a check asks more of it.
_ONE_NAME = {Kind.NUMBER_FACT: Kind.FACT, Kind.DATE_FACT: Kind.FACT, Kind.URGENCY_DEFINED: Kind.URGENCY}
# The keys of a catalogue under which its author gives names.
SECTIONS: Mapping[str, Kind] = {
    key: _ONE_NAME.get(one.keyed, one.keyed) for key, one in keys_of(CatalogueText).items() if one.keyed is not None
}


class Occurrence(NamedTuple):
    """A name where it is written: `name` is a rule's full id, else as written; `column` to `column + length` is it.

    Of a rule that is written with its catalogue, `prefix` characters of the length belong to that. The length is 0
    where the name is written in a roundabout way, as with an escape in quotes. `within` is the rule that names it.
    """

    kind: Kind
    name: str
    source: str
    line: int
    column: int
    length: int
    is_definition: bool
    prefix: int = 0
    within: str = ""

    @property
    def key(self) -> tuple[Kind, str]:
        """What it is a name of: the same wherever in a folder it stands, as a case has one event of a name."""
        return self.kind, self.name


def in_catalogue(catalogue: Catalogue, sheet: Sheet) -> tuple[Occurrence, ...]:
    """Find every name in a rule file, in the order of its text."""
    return tuple(sorted(_in_catalogue(catalogue, sheet), key=lambda one: (one.line, one.column)))


def _in_catalogue(catalogue: Catalogue, sheet: Sheet) -> Iterator[Occurrence]:
    source = catalogue.document.source
    yield _at(sheet, source, catalogue.place("catalogue"), Kind.CATALOGUE, catalogue.id, is_definition=True)
    for section, kind in SECTIONS.items():
        for name in getattr(catalogue.text, section):
            yield _at(sheet, source, catalogue.key_place(section, name), kind, name, is_definition=True)
    for row, rule in enumerate(catalogue.text.rules):
        full_id = f"{catalogue.id}.{rule.id}"
        yield _at(sheet, source, catalogue.place("rules", row, "id"), Kind.RULE, full_id, is_definition=True)
    for one in named_in(catalogue.text):
        if one.kind is Kind.URGENCY_DEFINED:
            continue
        name = one.name
        if one.kind is Kind.RULE and "." not in name:
            name = f"{catalogue.id}.{name}"
        found = _at(sheet, source, one.place(catalogue), _ONE_NAME.get(one.kind, one.kind), name)
        yield found._replace(within=_rule_of(catalogue, one.path))


def _rule_of(catalogue: Catalogue, path: tuple[str | int, ...]) -> str:
    match path:
        case ("rules", int(row), *_):
            return f"{catalogue.id}.{catalogue.text.rules[row].id}"
        case _:
            return ""


def _at(sheet: Sheet, source: str, place: Place, kind: Kind, name: str, *, is_definition: bool = False) -> Occurrence:
    """Give a name where it stands as it is, or, of a rule, without its catalogue."""
    bare = name.partition(".")[2]
    for written in (name, bare) if bare else (name,):
        column = sheet.written(place.line, place.column, written)
        if column is not None:
            prefix = len(written) - len(bare) if bare else 0
            return Occurrence(kind, name, source, place.line, column, len(written), is_definition, prefix)
    return Occurrence(kind, name, source, place.line, place.column, 0, is_definition)


def in_scenario(document: Document, sheet: Sheet) -> tuple[Occurrence, ...]:
    """Find the rules, catalogues, events, facts and actors that a scenario names."""
    return tuple(sorted(_in_scenario(document, sheet), key=lambda one: (one.line, one.column)))


def _in_scenario(document: Document, sheet: Sheet) -> Iterator[Occurrence]:
    source = document.source
    for kind, name, path, is_key in _named(document.data):
        if not isinstance(name, str):
            continue
        place = document.key_place_of(path) if is_key else document.place_of(path)
        yield _at(sheet, source, place, kind, name)


# What ought to be a name, with its path, and whether it stands as a key; whatever the author wrote in its place.
_Named = tuple[Kind, Any, tuple[str | int, ...], bool]


def _named(data: Any) -> Iterator[_Named]:
    if not isinstance(data, dict):
        return
    scenario = cast("dict[str, Any]", data)
    for row, name in _rows(scenario.get("rules")):
        yield Kind.CATALOGUE, name, ("rules", row), False
    for key in ("only", "absent", "undetermined"):
        for row, name in _rows(scenario.get(key)):
            if isinstance(name, dict):
                yield Kind.RULE, cast("dict[str, Any]", name).get("rule"), (key, row, "rule"), False
            else:
                yield Kind.RULE, name, (key, row), False
    for row, expected in _rows(scenario.get("expect")):
        if isinstance(expected, dict):
            line = cast("dict[str, Any]", expected)
            yield Kind.RULE, line.get("rule"), ("expect", row, "rule"), False
            for number, actor in _rows(line.get("escalated_to")):
                yield Kind.ACTOR, actor, ("expect", row, "escalated_to", number), False
    yield from _in_case(scenario.get("case"))


def _in_case(data: Any) -> Iterator[_Named]:
    if not isinstance(data, dict):
        return
    case = cast("dict[str, Any]", data)
    for fact in _keys(case.get("facts")):
        yield Kind.FACT, fact, ("case", "facts", fact), True
    items: Any = case.get("items")
    for item in _keys(items):
        for fact in _keys(items[item]):
            yield Kind.FACT, fact, ("case", "items", item, fact), True
    for row, event in _rows(case.get("events")):
        if isinstance(event, dict):
            told = cast("dict[str, Any]", event)
            yield Kind.EVENT, told.get("type"), ("case", "events", row, "type"), False
            for fact in _keys(told.get("data")):
                yield Kind.FACT, fact, ("case", "events", row, "data", fact), True


def _rows(data: Any) -> Iterator[tuple[int, Any]]:
    return enumerate(cast("list[Any]", data)) if isinstance(data, list) else enumerate(())


def _keys(data: Any) -> tuple[str, ...]:
    return tuple(cast("dict[str, Any]", data)) if isinstance(data, dict) else ()
