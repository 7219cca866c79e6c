"""What pydantic found in, diagnostics with code, place and nearest word out; the end of reading a bad catalogue."""

from __future__ import annotations

import re
import types
from collections.abc import Iterator, Sequence
from typing import Annotated, Any, Union, cast, get_args, get_origin

from pydantic import ValidationError

from rutinmotor.ground.diagnostics import Diagnostic, diagnose, in_order
from rutinmotor.language.catalogue.catalogue import SECTIONS, CatalogueText
from rutinmotor.language.catalogue.guesses import Guesses
from rutinmotor.language.constructs import RESERVED, Condition, Shape, Test, as_written
from rutinmotor.text.document import Document

# What pydantic calls a value of the wrong kind, and our code for it.
_KINDS = {
    "string_type": "RM103",
    "int_type": "RM104",
    "bool_type": "RM105",
    "list_type": "RM106",
    "tuple_type": "RM106",
    "model_type": "RM107",
    "dict_type": "RM107",
}
_QUOTED = re.compile(r"'([^']*)'")
# How pydantic marks that a key, not its value, is at fault.
_KEY = "[key]"

Path = list[str | int]


def shape_faults(errors: Sequence[Any], document: Document) -> tuple[Diagnostic, ...]:
    """Say every fault of a catalogue's shape at its place, sorted by place, each once.

    An empty value is said to be empty, and nothing more: what it is not would only be noise.
    """
    guesses = Guesses(None)
    unknown = {tuple(real_path(document.data, one["loc"])) for one in errors if one["type"] == "extra_forbidden"}
    empty = {path for path in _empty(document.data, ()) if path not in unknown and not _may_be_empty(path)}
    found = [diagnose("RM117", document.key_place_of(path), key=_last_name(path)) for path in empty]
    for details in errors:
        path = real_path(document.data, details["loc"])
        if tuple(path) not in empty:
            found.append(_fault(details, path, document, guesses))
    return in_order(dict.fromkeys(found))


def fault_paths(errors: Sequence[Any], document: Document) -> Iterator[Path]:
    """Yield the path of everything that is at fault in a catalogue's shape, and of each key that is missing."""
    for details in errors:
        path = real_path(document.data, details["loc"])
        yield [*path, details["loc"][-1]] if details["type"] == "missing" else path
    for path in _empty(document.data, ()):
        if not _may_be_empty(path):
            yield list(path)


def errors_of(error: ValidationError) -> Sequence[Any]:
    """Return what pydantic has to say, without its own sentences' addresses."""
    return error.errors(include_url=False)


def _fault(details: Any, path: Path, document: Document, guesses: Guesses) -> Diagnostic:
    kind: str = details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    place = document.key_place_of(path) if details["loc"][-1:] == (_KEY,) else document.place_of(path)
    if kind == "extra_forbidden":
        return _unknown_key(path, document, guesses)
    if kind == "missing":
        return diagnose("RM102", place, key=str(details["loc"][-1]))
    if kind == "literal_error":
        if isinstance(details["input"], list | dict):
            return diagnose("RM103", place)
        allowed = _QUOTED.findall(context["expected"])
        value, known = as_written(details["input"]), ", ".join(allowed)
        return diagnose("RM108", place, value=value, allowed=known, near=guesses.near(str(value), allowed, known))
    if kind == "less_than_equal":
        return diagnose("RM113", place, value=details["input"], most=context["le"])
    if kind in _KINDS:
        return diagnose(_KINDS[kind], place)
    if below := str(context.get("at", "")):
        path = real_path(document.data, [*path, *map(_step, below.split("."))])
        place = document.key_place_of(path)
    if kind == "RM101":
        return _unknown_key(path, document, guesses)
    values: dict[str, Any] = {name: as_written(value) for name, value in context.items() if name != "at"}
    return diagnose(kind, place, **values)


def _step(written: str) -> str | int:
    return int(written) if written.isdecimal() else written


def _last_name(path: tuple[str | int, ...]) -> str:
    return next((step for step in reversed(path) if isinstance(step, str)), "")


def _empty(data: object, path: tuple[str | int, ...]) -> Iterator[tuple[str | int, ...]]:
    """Yield the path of every value that is null."""
    if data is None:
        yield path
    elif isinstance(data, dict):
        for key, value in cast("dict[str, object]", data).items():
            yield from _empty(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(cast("list[object]", data)):
            yield from _empty(value, (*path, index))


def _may_be_empty(path: tuple[str | int, ...]) -> bool:
    return len(path) == 1 and path[0] in SECTIONS


def _unknown_key(path: Path, document: Document, guesses: Guesses) -> Diagnostic:
    key = str(path[-1])
    allowed = sorted(_known_keys(path))
    known = ", ".join(allowed)
    near = guesses.near(key, allowed, known)
    return diagnose("RM101", document.key_place_of(path), key=as_written(key), near=near, known=known)


def _known_keys(path: Path) -> set[str]:
    """Return the keys that the model knows in the mapping that holds the last part of `path`."""
    shapes: set[type[Shape]] = {CatalogueText}
    for step in path[:-1]:
        if isinstance(step, int):
            continue
        shapes = {found for shape in shapes for found in _below(shape, step)} or shapes
    return {name for shape in shapes for name in _keys(shape)}


def _keys(shape: type[Shape]) -> Iterator[str]:
    for name, info in shape.model_fields.items():
        key = info.alias or name
        if not info.exclude and not key.startswith("<"):
            yield key


def _below(shape: type[Shape], key: str) -> Iterator[type[Shape]]:
    if shape is Condition and key not in RESERVED:
        yield Test
        return
    for name, info in shape.model_fields.items():
        if (info.alias or name) == key:
            yield from _shapes_in(info.annotation)
            return
    # A key that the author chose, of a mapping from names to shapes: the step before it has named the shape already.
    yield shape


def _shapes_in(annotation: Any) -> Iterator[type[Shape]]:
    origin = get_origin(annotation)
    if origin in (Union, types.UnionType, tuple, dict, Annotated):
        for part in get_args(annotation):
            yield from _shapes_in(part)
    elif isinstance(annotation, type) and issubclass(annotation, Shape):
        yield annotation


def real_path(data: object, path: Sequence[str | int]) -> Path:
    """Return `path` without the parts that only the model has: an index of one word, a condition's `facts`."""
    found: Path = []
    here = data
    for step in path:
        if isinstance(here, dict) and step in here:
            here = cast("dict[str | int, object]", here)[step]
        elif isinstance(here, list) and isinstance(step, int) and step < len(cast("list[object]", here)):
            here = cast("list[object]", here)[step]
        else:
            continue
        found.append(step)
    return found
