"""Plain data and what shall be different in it in, the data as they shall be out; the first step of an edit."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, TypeAlias, cast

from rutinmotor.text.document import Path, Plain

Reason: TypeAlias = Literal["missing", "no_parts", "comments", "unsafe"]
Order: TypeAlias = Callable[[Path], Sequence[str]]


class Removed(Enum):
    """What a change has for a value where there shall be none."""

    REMOVED = "removed"


REMOVED = Removed.REMOVED


@dataclass(frozen=True, slots=True)
class Change:
    """The value that shall stand at a path of keys and indices (from 0), or REMOVED."""

    path: Path
    value: Plain | Removed


class NotEdited(Exception):
    """A change that cannot be made with the rest of the text kept.

    `reason` is `missing` (nothing stands at the path), `no_parts` (what stands there has no parts), `comments` (some
    would be lost) or `unsafe` (the text as written would come to mean something else).
    """

    def __init__(self, reason: Reason, path: Path = ()) -> None:
        super().__init__(f"{reason}: {'.'.join(map(str, path))}")
        self.reason: Reason = reason
        self.path = tuple(path)


def applied(data: Plain, change: Change, order: Order) -> Plain:
    """Make the change, and give new data; a key that is new comes where `order` has it.

    Mappings that are not there are made; an index one after a list's last adds to the list.

    Raises:
        NotEdited: `missing` or `no_parts`.
    """
    if not change.path:
        raise NotEdited("no_parts")
    return _changed(data, change, 0, order)


def _changed(data: Plain, change: Change, depth: int, order: Order) -> Plain:
    if depth == len(change.path):
        return None if isinstance(change.value, Removed) else change.value
    step = change.path[depth]
    is_last = depth == len(change.path) - 1
    if isinstance(step, str):
        return _in_mapping({} if data is None else data, step, is_last, change, depth, order)
    if not isinstance(data, list):
        raise NotEdited("missing" if data is None else "no_parts", change.path[:depth])
    if not 0 <= step < len(data) + (change.value is not REMOVED):
        raise NotEdited("missing", change.path[: depth + 1])
    if is_last and change.value is REMOVED:
        return [*data[:step], *data[step + 1 :]]
    old = data[step] if step < len(data) else None
    return [*data[:step], _changed(old, change, depth + 1, order), *data[step + 1 :]]


def _in_mapping(data: Plain, key: str, is_last: bool, change: Change, depth: int, order: Order) -> Plain:
    if not isinstance(data, dict):
        raise NotEdited("no_parts", change.path[:depth])
    if key not in data and change.value is REMOVED:
        raise NotEdited("missing", change.path[: depth + 1])
    if is_last and change.value is REMOVED:
        return {name: value for name, value in data.items() if name != key}
    value = _changed(data.get(key), change, depth + 1, order)
    if key in data:
        return {**data, key: value}
    return _with_key(data, key, value, order(change.path[:depth]))


def _with_key(data: dict[str, Plain], key: str, value: Plain, order: Sequence[str]) -> dict[str, Plain]:
    """Put a new key after the last of those that go before it; one that has no place goes last."""
    before = set(order[: order.index(key)]) if key in order else set(data)
    names = list(data)
    at = max((index + 1 for index, name in enumerate(names) if name in before), default=0)
    return {name: value if name == key else data[name] for name in [*names[:at], key, *names[at:]]}


def value_at(data: Plain, path: Path) -> Plain | Removed:
    """Give the value at a path; REMOVED where there is none."""
    for step in path:
        held = data.keys() if isinstance(data, dict) else range(len(data)) if isinstance(data, list) else ()
        if step not in held:
            return REMOVED
        data = cast("Any", data)[step]
    return data
