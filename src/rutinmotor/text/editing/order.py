"""A JSON Schema and a path in, the keys that may stand there, in the order to write them, out; for new keys."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, cast

from rutinmotor.text.document import Path

_CHOICES = ("anyOf", "oneOf", "allOf")
_MOST_STEPS = 50


def keys_in_order(schema: Mapping[str, Any], path: Path) -> tuple[str, ...]:
    """Give the keys that the schema names in the mapping at a path; none where it names none."""
    shapes = [schema]
    for step in path:
        shapes = [below for shape in shapes for one in _meant(shape, schema, 0) for below in _below(one, step)]
    named = (key for shape in shapes for one in _meant(shape, schema, 0) for key in one.get("properties", {}))
    return tuple(dict.fromkeys(named))


def _meant(shape: Mapping[str, Any], schema: Mapping[str, Any], depth: int) -> Iterator[Mapping[str, Any]]:
    """Yield the shape and all that it may be instead."""
    yield shape
    if depth > _MOST_STEPS:
        return
    if isinstance(reference := shape.get("$ref"), str):
        target = _referred(reference, schema)
        yield from _meant(target, schema, depth + 1)
    for word in _CHOICES:
        for choice in shape.get(word, ()):
            yield from _meant(choice, schema, depth + 1)


def _referred(reference: str, schema: Mapping[str, Any]) -> Mapping[str, Any]:
    definitions = cast("Mapping[str, Mapping[str, Any]]", schema.get("$defs", {}))
    named = next((one for one in definitions.values() if one.get("$id") == reference), None)
    return named if named is not None else definitions.get(reference.rpartition("/")[2], {})


def _below(shape: Mapping[str, Any], step: str | int) -> Iterator[Mapping[str, Any]]:
    if isinstance(step, int):
        part = shape.get("items")
    else:
        part = shape.get("properties", {}).get(step, shape.get("additionalProperties"))
    if isinstance(part, dict):
        yield cast("Mapping[str, Any]", part)
