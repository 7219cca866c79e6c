"""A schema as its model gives it in, the same with a title and a description for every key out; in one language."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any, TypeAlias, cast

from rutinmotor.ground.diagnostics import Lang
from rutinmotor.language.catalogue import CatalogueText
from rutinmotor.language.constructs import About, Title, keys_of, shapes_under
from rutinmotor.language.schemas.english import AROUND_NUMBERS, ENGLISH
from rutinmotor.language.schemas.titles import FILES, KEYS, SHAPES, VALUES

Node: TypeAlias = "dict[str, Any]"

# What is said of each key of a rule file, by its shape and itself; the root's shape has no name.
ABOUT: Mapping[tuple[str, str], About] = {
    ("" if shape is CatalogueText else shape.__name__, key.written): key.about
    for shape in shapes_under(CatalogueText)
    for key in keys_of(shape).values()
    if key.written is not None and key.about is not None
}
_DESCRIBED: Mapping[str, str] = {about.description.sv: about.description.en for about in ABOUT.values()}


def told(schema: Node, kind: str, lang: Lang) -> Node:
    """Give the schema of a kind of file (`catalogue`, `case`, `scenario`) in Swedish or English; the one given stays.

    A description that has no English stays Swedish, and a key without a title keeps to its name: tests see to it
    that there are none.
    """
    schema = deepcopy(schema)
    _title(schema, FILES.get(kind), lang)
    for shape, node in shapes_in(schema):
        if shape:
            _title(node, SHAPES.get(shape), lang)
        for key, value in keys_in(node):
            _title(value, _title_of(kind, shape, key), lang)
    for node in nodes_in(schema):
        _describe(node, lang)
    return schema


def _title_of(kind: str, shape: str, key: str) -> Title | None:
    if kind != "catalogue":
        return KEYS.get(f"{shape}.{key}") or KEYS.get(key)
    # A test of one fact has a form of its own, named by both: `Test.insats`.
    said = ABOUT.get((shape.partition(".")[0], key))
    return said.title if said else None


def shapes_in(schema: Node) -> Iterator[tuple[str, Node]]:
    """Yield the root as the shape without a name, and every named shape, also those of an embedded schema."""
    yield "", schema
    for shape, node in schema.get("$defs", {}).items():
        if "$defs" in node:
            yield from ((inner, part) for inner, part in shapes_in(node) if inner)
        else:
            yield shape, node


def keys_in(node: Node) -> Iterator[tuple[str, Node]]:
    """Yield the keys of a shape with what they may hold, also where it is one of several forms."""
    for form in (node, *node.get("anyOf", ())):
        yield from form.get("properties", {}).items()


def nodes_in(node: Any) -> Iterator[Node]:
    """Yield every mapping of a schema."""
    if isinstance(node, dict):
        yield cast("Node", node)
        for part in cast("Node", node).values():
            yield from nodes_in(part)
    elif isinstance(node, list):
        for part in cast("list[Any]", node):
            yield from nodes_in(part)


def _title(node: Node, title: Title | None, lang: Lang) -> None:
    if title is not None:
        node["title"] = title.sv if lang == "sv" else title.en


def _describe(node: Node, lang: Lang) -> None:
    if isinstance(node.get("description"), str) and lang == "en":
        node["description"] = in_english(node["description"])
    values: Any = node.get("enum")
    if isinstance(values, list) and all(value in VALUES for value in cast("list[Any]", values)):
        titles = [VALUES[value] for value in cast("list[str | None]", values)]
        node["enumDescriptions"] = [title.sv if lang == "sv" else title.en for title in titles]


def in_english(swedish: str) -> str:
    """Give a description in English, or as it is where it has none."""
    if (english := ENGLISH.get(swedish) or _DESCRIBED.get(swedish)) is not None:
        return english
    for pattern, english in AROUND_NUMBERS.items():
        if re.fullmatch(pattern, swedish):
            return re.sub(pattern, english, swedish)
    return swedish
