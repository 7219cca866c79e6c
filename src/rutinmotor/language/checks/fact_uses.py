"""Catalogues in, a diagnostic for each fact put to a use that its kind does not bear out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose, nearest
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import ORDER, Catalogue, Declared, Fact, Test, as_day, by_name, names_in
from rutinmotor.language.constructs import Condition, Kind, named_in, parts_in
from rutinmotor.language.shapes import Path

_CODES_OF_KINDS = {"one_of": "RM210", "bool": "RM211", "int": "RM212", "date": "RM213", "text": "RM214"}
_ROLES = {Kind.NUMBER_FACT: ("int", "RM216"), Kind.DATE_FACT: ("date", "RM217")}
_ORDERED = ("int", "date")


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find values that a fact cannot have, orders on what has none, and facts that do not give a number or a day."""
    loaded = by_name(catalogues)
    for catalogue in catalogues:
        facts = names_in(catalogue, loaded).facts
        yield from _in_roles(catalogue, facts)
        for condition, path in parts_in(catalogue.text, Condition):
            for name, test in condition.facts.items():
                if name in facts:
                    yield from _in_test(catalogue, name, facts[name].text, test, (*path, name))


def _in_roles(catalogue: Catalogue, facts: Mapping[str, Declared[Fact]]) -> Iterator[Diagnostic]:
    for mention in named_in(catalogue.text):
        if mention.kind in _ROLES and mention.name in facts:
            wanted, code = _ROLES[mention.kind]
            if facts[mention.name].text.kind != wanted:
                yield diagnose(code, mention.place(catalogue), fact=mention.name)


def _in_test(catalogue: Catalogue, name: str, fact: Fact, test: Test, path: Path) -> Iterator[Diagnostic]:
    for key in test.given(*ORDER):
        if fact.kind not in _ORDERED:
            yield diagnose("RM215", catalogue.key_place(*path, key), key=key, fact=name)
        else:
            yield from _in_value(catalogue, name, fact, getattr(test, key), (*path, key))
    for index, value in enumerate(test.is_ or ()):
        yield from _in_value(catalogue, name, fact, value, (*path, index))
    for index, value in enumerate(test.not_ or ()):
        yield from _in_value(catalogue, name, fact, value, (*path, "not", index))


def _in_value(catalogue: Catalogue, name: str, fact: Fact, value: FactValue, path: Path) -> Iterator[Diagnostic]:
    if _can_be(fact, value):
        return
    code = _CODES_OF_KINDS[fact.kind]
    shown = str(value).lower() if isinstance(value, bool) else str(value)
    if fact.one_of is None:
        yield diagnose(code, catalogue.place(*path), fact=name, value=shown)
        return
    near = nearest(shown, fact.one_of, synonyms={}) or ""
    allowed = ", ".join(fact.one_of)
    yield diagnose(code, catalogue.place(*path), fact=name, value=shown, near=near, allowed=allowed)


def _can_be(fact: Fact, value: FactValue) -> bool:
    match fact.kind:
        case "bool":
            return isinstance(value, bool)
        case "int":
            return type(value) is int
        case "date":
            return _is_day(value)
        case "text":
            return isinstance(value, str)
        case _:
            return fact.one_of is not None and value in fact.one_of


def _is_day(value: FactValue) -> bool:
    try:
        as_day(value)
    except ValueError:
        return False
    return True
