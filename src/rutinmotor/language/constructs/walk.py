"""A model of the rule language in, its keys out; a value of it in, every name in it with its path out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Annotated, Any, NamedTuple, Protocol, TypeVar, cast, get_args, get_origin

from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.constructs.keys import KEYLESS, About, Kind, NameOf, NewName, Weight
from rutinmotor.language.shapes import Path, Shape

S = TypeVar("S", bound=Shape)


@dataclass(frozen=True, slots=True)
class Key:
    """A key of a shape: how it is `written`, None where it has no key of its own, and what may stand under it.

    `names` is what its value, or each of a list, is the name of; `keyed` what the keys of a mapping there name or
    define. `shapes` are the shapes that it may hold. `about` is what is said of it, None where it has no key.
    """

    field: str
    written: str | None
    names: Kind | None
    keyed: Kind | None
    names_in_keys: bool
    shapes: tuple[type[Shape], ...]
    default: Any
    about: About | None

    @property
    def holds_names(self) -> bool:
        """Whether a name may stand in it, at any depth."""
        return bool(self.names or self.names_in_keys or self.shapes)


class Text(Protocol):
    """A text that a part of the rule language was read from: it knows where a value, or a key, stands."""

    def place(self, *path: str | int) -> Place:
        """Where the value at a path stands."""
        ...

    def key_place(self, *path: str | int) -> Place:
        """Where the key at the end of a path stands."""
        ...


class Named(NamedTuple):
    """A name where it stands: `path` leads to it in the document, as a value or (`is_key`) as a key."""

    kind: Kind
    name: str
    path: Path
    is_key: bool = False

    def place(self, text: Text) -> Place:
        """Where in its text the name stands."""
        return text.key_place(*self.path) if self.is_key else text.place(*self.path)


@cache
def keys_of(shape: type[Shape]) -> Mapping[str, Key]:
    """Give the keys of a shape by the names of their fields, in the model's order."""
    return {name: _key(name, info) for name, info in shape.model_fields.items()}


@cache
def _walked(shape: type[Shape]) -> tuple[Key, ...]:
    return tuple(one for one in keys_of(shape).values() if one.holds_names)


def _key(field: str, info: Any) -> Key:
    extra = info.json_schema_extra
    # In a type, what holds of the whole stands outside, of a mapping's keys inside.
    value, keys = _markers(Annotated[info.annotation, "", *info.metadata])
    names = [one.kind for one in value if isinstance(one, NameOf)]
    keyed = [(one.kind, isinstance(one, NameOf)) for one in keys]
    return Key(
        field,
        None if extra is KEYLESS else (info.alias or field),
        names[0] if names else None,
        keyed[0][0] if keyed else None,
        bool(keyed) and keyed[0][1],
        tuple(dict.fromkeys(_shapes(info.annotation))),
        info.get_default(call_default_factory=True),
        extra if isinstance(extra, About) else None,
    )


def _markers(kind: Any) -> tuple[list[NameOf | NewName], list[NameOf | NewName]]:
    """Find the markers in a type: those of its values, and those of the keys of a mapping in it."""
    found: list[NameOf | NewName] = [
        one for one in getattr(kind, "__metadata__", ()) if isinstance(one, NameOf | NewName)
    ]
    parts = get_args(kind)
    if get_origin(kind) is Annotated:
        parts = parts[:1]
    keys: list[NameOf | NewName] = []
    if get_origin(kind) is dict:
        keys += _markers(parts[0])[0]
        parts = parts[1:]
    for part in parts:
        inner, inner_keys = _markers(part)
        found += inner
        keys += inner_keys
    return found, keys


def _shapes(kind: Any) -> Iterator[type[Shape]]:
    if isinstance(kind, type) and issubclass(kind, Shape):
        yield kind
    for part in get_args(kind):
        yield from _shapes(part)


def weights(shape: type[Shape]) -> Mapping[str, Weight]:
    """Give the keys of a shape that have a weight in a diff, the heaviest first, else as the model has them."""
    said = [(one.about.weight, one.about.rank, field) for field, one in keys_of(shape).items() if one.about]
    weighed = [(weight, rank, field) for weight, rank, field in said if weight is not None]
    return {field: weight for weight, _, field in sorted(weighed, key=lambda one: one[:2])}


def shapes_under(shape: type[Shape]) -> tuple[type[Shape], ...]:
    """Give a shape and every shape that may stand in it, at any depth."""
    found: dict[type[Shape], None] = {}
    waiting = [shape]
    while waiting:
        one = waiting.pop(0)
        if one not in found:
            found[one] = None
            waiting += [inner for key in keys_of(one).values() for inner in key.shapes]
    return tuple(found)


def word_of(shape: type[Shape]) -> Kind | None:
    """Say what a shape is the name of where an author writes it as a bare word, None where she cannot."""
    return next((key.names for key in keys_of(shape).values() if key.written is None and key.names), None)


def names_at(key: Key) -> Kind | None:
    """Say what a word under a key names, also where it stands for a whole shape."""
    return key.names or next((kind for shape in key.shapes if (kind := word_of(shape))), None)


def named_in(shape: Shape, path: Path = ()) -> Iterator[Named]:
    """Yield every name that stands in a part of the rule language, in the order of the model; `path` leads to it."""
    for key in _walked(type(shape)):
        value = getattr(shape, key.field)
        if value is not None:
            yield from _named(value, key, path if key.written is None else (*path, key.written))


def _named(value: Any, key: Key, path: Path) -> Iterator[Named]:
    if isinstance(value, Shape):
        yield from named_in(value, path)
    elif isinstance(value, str):
        if key.names is not None:
            yield Named(key.names, value, path)
    elif isinstance(value, tuple):
        for index, one in enumerate(cast("tuple[Any, ...]", value)):
            yield from _named(one, key, (*path, index))
    elif isinstance(value, Mapping):
        for name, one in cast("Mapping[str, Any]", value).items():
            if key.keyed is not None and key.names_in_keys:
                yield Named(key.keyed, name, (*path, name), is_key=True)
            yield from _named(one, key, (*path, name))


def parts_in(shape: Shape, wanted: type[S], path: Path = ()) -> Iterator[tuple[S, Path]]:
    """Yield every shape of one class in a part of the rule language with its path, the outer before the inner."""
    if isinstance(shape, wanted):
        yield shape, path
    for key in _leading_to(type(shape), wanted):
        value = getattr(shape, key.field)
        for part, where in _parts(value, path if key.written is None else (*path, key.written)):
            yield from parts_in(part, wanted, where)


@cache
def _leading_to(shape: type[Shape], wanted: type[Shape]) -> tuple[Key, ...]:
    return tuple(key for key in keys_of(shape).values() if any(wanted in shapes_under(inner) for inner in key.shapes))


def _parts(value: Any, path: Path) -> Iterator[tuple[Shape, Path]]:
    if isinstance(value, Shape):
        yield value, path
    elif isinstance(value, tuple):
        for index, one in enumerate(cast("tuple[Any, ...]", value)):
            yield from _parts(one, (*path, index))
    elif isinstance(value, Mapping):
        for name, one in cast("Mapping[str, Any]", value).items():
            yield from _parts(one, (*path, name))


def key_under(root: type[Shape], keys: Sequence[str]) -> Key | None:
    """Follow keys as they stand above a point, from a shape inward: the key that the last one is, None if unknown.

    What an author chose herself, as the name of a state, is passed over.
    """
    shapes: tuple[type[Shape], ...] = (root,)
    found: Key | None = None
    for word in keys:
        chosen = found is not None and found.keyed is not None and found.shapes
        found = next((key for shape in shapes for key in keys_of(shape).values() if key.written == word), None)
        if chosen:
            found = None
        if found is not None:
            shapes = found.shapes
    return found
