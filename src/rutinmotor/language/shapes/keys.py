"""A shape and a path in, the keys and the words that it knows there out; read from its declaration."""

from __future__ import annotations

import types
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from rutinmotor.language.shapes.shape import Path, Shape


@lru_cache(maxsize=512)
def known_keys(shape: type[Shape], path: Path) -> tuple[str, ...]:
    """Give the keys that a mapping at a path can have, in alphabetical order."""
    found = {key for part in _at(shape, path) for one in _shapes_in(part) for key in _keys(one)}
    return tuple(sorted(found))


@lru_cache(maxsize=512)
def known_words(shape: type[Shape], path: Path) -> tuple[str, ...]:
    """Give the words that a value at a path can be, in the order in which they are declared."""
    return tuple(dict.fromkeys(word for part in _at(shape, path) for word in _words_in(part)))


def _at(shape: type[Shape], path: Path) -> list[Any]:
    found: list[Any] = [shape]
    for step in path:
        # Which part of a list it is makes no difference.
        if isinstance(step, str):
            found = [below for one in found for below in _below(one, step)]
    return found


def _below(annotation: Any, key: str) -> Iterator[Any]:
    """Yield what stands at a key of a mapping, or of the mappings in a list."""
    if get_origin(annotation) is dict:
        yield get_args(annotation)[1]
    for part in _parts(annotation):
        yield from _below(part, key)
    if _is_shape(annotation):
        fields = [(info.alias or name, info.annotation) for name, info in annotation.model_fields.items()]
        named = [below for name, below in fields if name == key]
        yield from named
        if not named:
            # What only the model has is no step of the author's.
            for name, below in fields:
                if name.startswith("<"):
                    yield from _below(below, key)


def _shapes_in(annotation: Any) -> Iterator[type[Shape]]:
    if _is_shape(annotation):
        yield annotation
    for part in _parts(annotation):
        yield from _shapes_in(part)


def _words_in(annotation: Any) -> Iterator[str]:
    if get_origin(annotation) is Literal:
        yield from (word for word in get_args(annotation) if isinstance(word, str))
    for part in _parts(annotation):
        yield from _words_in(part)


def _keys(shape: type[Shape]) -> Iterator[str]:
    for name, info in shape.model_fields.items():
        key = info.alias or name
        if not info.exclude and not key.startswith("<"):
            yield key


def _parts(annotation: Any) -> Iterable[Any]:
    origin = get_origin(annotation)
    if origin is Annotated:
        return get_args(annotation)[:1]
    return get_args(annotation) if origin in (Union, types.UnionType, tuple, list) else ()


def _is_shape(annotation: Any) -> bool:
    return isinstance(annotation, type) and not get_origin(annotation) and issubclass(annotation, Shape)
