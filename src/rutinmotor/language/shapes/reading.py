"""Plain data and a shape in, the shape filled or every fault out; the middle of reading rules, cases and scenarios."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar, cast

from pydantic import ValidationError

from rutinmotor.language.shapes.guesses import Guesses
from rutinmotor.language.shapes.keys import known_keys, known_words
from rutinmotor.language.shapes.shape import Again, Fault, Path, Shape
from rutinmotor.language.shapes.written import as_written, cut, shown

_S = TypeVar("_S", bound=Shape)

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
# How pydantic marks that a key, not its value, is at fault.
_KEY = "[key]"
# What it calls a key of which a character is cut in half.
_HALF_KEY = "string_unicode"
_HALF = re.compile("[\ud800-\udfff]")
_NOT_THERE = object()


class ShapeFaults(Exception):
    """Data have another shape; says what is wrong, and which parts are sound."""

    def __init__(self, shape: type[Shape], data: Any, errors: Sequence[Any]) -> None:
        super().__init__(shape.__name__)
        self._shape = shape
        self._data = data
        self._errors = errors

    def faults(self, guesses: Guesses) -> list[Fault]:
        """Give every fault, in no order; an unknown key is told with the one that was probably meant.

        An empty value is said to be empty, and nothing more: what it is not would only be noise.
        """
        return [_or_empty(self._data, one) for details in self._errors for one in self._read(details, guesses)]

    def paths(self) -> Iterator[Path]:
        """Yield the path of every part that is at fault, and of each key that is missing."""
        for details in self._errors:
            path = real_path(self._data, details["loc"])
            yield (*path, details["loc"][-1]) if details["type"] == "missing" else path

    def _read(self, details: Any, guesses: Guesses) -> Iterator[Fault]:
        kind: str = details["type"]
        loc: Path = details["loc"]
        path = real_path(self._data, loc)
        is_key = loc[-1:] == (_KEY,)
        match kind:
            case "fault":
                inner: Fault = details["ctx"]["fault"]
                path = real_path(self._data, (*path, *inner.path))
                if inner.code == "RM101":
                    yield self._unknown(path, guesses)
                else:
                    first = None if inner.first is None else (*real_path(self._data, loc), *inner.first)
                    values = self._completed(inner, path, guesses)
                    yield inner._replace(path=path, values=values, at_key=inner.at_key or is_key, first=first)
            case "extra_forbidden":
                yield self._unknown(path, guesses)
            case "invalid_key":
                yield from self._no_text(real_path(self._data, loc[:-1]), details["input"])
            case "string_unicode":
                yield self._unknown((*path, details["input"]), guesses)
            case "missing":
                yield Fault("RM102", path, {"key": str(loc[-1])})
            case "literal_error":
                yield self._no_word(path, details["input"], guesses)
            case "less_than_equal":
                yield Fault("RM113", path, {"value": details["input"], "most": details["ctx"]["le"]})
            case _:
                yield Fault(_KINDS[kind], path, {"value": shown(details["input"])})

    def _completed(self, inner: Fault, path: Path, guesses: Guesses) -> Mapping[str, str | int]:
        """Add what stands there to a fault that says what should, and the nearest of the words that could."""
        if inner.code == "RM108":
            allowed = str(inner.values["allowed"])
            near = guesses.near(str(inner.values["value"]), allowed.split(", "), allowed)
            return {**inner.values, "near": near}
        if inner.code not in _KINDS.values() or "value" in inner.values:
            return inner.values
        return {**inner.values, "value": shown(value_at(self._data, path))}

    def _unknown(self, path: Path, guesses: Guesses) -> Fault:
        """Say a key that is not known, and the one that was meant: rather one that is not there yet.

        A key that belongs one step further in, under one key only, is told with that.
        """
        key = str(path[-1])
        known = known_keys(self._shape, path[:-1])
        holder = value_at(self._data, path[:-1])
        free = [one for one in known if not isinstance(holder, Mapping) or one not in holder]
        taken = [one for one in known if one not in free]
        homes = [one for one in known if key in known_keys(self._shape, (*path[:-1], one))]
        home = homes[0] if len(homes) == 1 else ""
        near = "" if home else guesses.near(key, free, ", ".join(free)) or guesses.near(key, taken, ", ".join(taken))
        values = {"key": as_written(key), "home": home, "near": near, "known": ", ".join(known)}
        return Fault("RM101", path, values, at_key=True)

    def _no_text(self, holder: Path, key: Any) -> Iterator[Fault]:
        if isinstance(key, Again):
            yield from (repeated(holder, one) for one in key.keys)
        else:
            yield Fault("RM617", holder, {"key": shown(key)})

    def _no_word(self, path: Path, value: Any, guesses: Guesses) -> Fault:
        if isinstance(value, list | dict):
            return Fault("RM103", path, {"value": shown(value)})
        words = known_words(self._shape, path)
        allowed = ", ".join(words)
        near = guesses.near(str(value), words, allowed)
        return Fault("RM108", path, {"value": as_written(value), "allowed": allowed, "near": near})


def read_as(shape: type[_S], data: Any) -> _S:
    """Read plain data into a shape; raises ShapeFaults."""
    try:
        return shape.model_validate(data)
    except ValidationError as error:
        errors: list[Any] = error.errors(include_url=False)
    if any(one["type"] == _HALF_KEY for one in errors):
        errors = []
        try:
            shape.model_validate(_without_half_keys(shape, data, (), errors))
        except ValidationError as error:
            errors += error.errors(include_url=False)
    raise ShapeFaults(shape, data, errors)


def _without_half_keys(shape: type[Shape], data: Any, path: Path, found: list[Any]) -> Any:
    """Leave out, and report, the keys of which a character is cut in half: at one of them pydantic reads no further."""
    if isinstance(data, list | tuple):
        parts = cast("Sequence[Any]", data)
        return [_without_half_keys(shape, part, (*path, number), found) for number, part in enumerate(parts)]
    if not isinstance(data, Mapping) or not known_keys(shape, path):
        return data  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote
    kept: dict[Any, Any] = {}
    for key, value in cast("Mapping[Any, Any]", data).items():
        if isinstance(key, str) and _HALF.search(key):
            found.append({"type": _HALF_KEY, "loc": path, "input": key})
        else:
            kept[key] = _without_half_keys(shape, value, (*path, key), found)
    return kept


def but_misnamed(faults: Iterable[Fault]) -> list[Fault]:
    """Leave out that a key is missing where it stands under another name."""
    found = list(faults)
    meant = {(one.path[:-1], one.values["near"]) for one in found if one.code == "RM101"}
    return [one for one in found if one.code != "RM102" or (one.path, one.values["key"]) not in meant]


def repeated(holder: Path, key: str, read: str | None = None) -> Fault:
    """Say that a mapping holds a key more than once; `read` is the key as it is read, where it is written otherwise."""
    return Fault("RM629", (*holder, key), {"key": cut(read or key)}, at_key=True)


def empty(path: Path) -> Fault:
    """Say that a value is missing, by the nearest name."""
    name = next((step for step in reversed(path) if isinstance(step, str)), "")
    return Fault("RM117", path, {"key": cut(name)}, at_key=True)


def value_at(data: Any, path: Sequence[str | int]) -> Any:
    """Give the value at a path, or a mark where there is none."""
    for step in path:
        if isinstance(data, Mapping) and step in data:
            data = cast("Mapping[Any, Any]", data)[step]
        elif isinstance(data, list | tuple) and isinstance(step, int) and step < len(cast("Collection[Any]", data)):
            data = cast("Sequence[Any]", data)[step]
        else:
            return _NOT_THERE
    return data


def real_path(data: object, path: Sequence[str | int]) -> Path:
    """Return `path` without the parts that only the model has: an index of one word, a condition's `facts`."""
    found: list[str | int] = []
    here = data
    for step in path:
        below = value_at(here, (step,))
        if below is not _NOT_THERE:
            here = below
            found.append(step)
    return tuple(found)


def _or_empty(data: Any, one: Fault) -> Fault:
    is_empty = one.path and one.code not in ("RM101", "RM102", "RM629") and value_at(data, one.path) is None
    return empty(one.path) if is_empty else one
