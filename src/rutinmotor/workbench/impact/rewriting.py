"""A rule or a whole catalogue in, the same with other names for states and calendars out; before `succession`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from rutinmotor.language.constructs import Key, Kind, keys_of
from rutinmotor.language.shapes import Shape

S = TypeVar("S", bound=Shape)

# Set after a name of the old rules whose meaning the new ones have changed; no author can write it.
MARK = "@old"


@dataclass(frozen=True, slots=True)
class Renamed:
    """The states and calendars that are called otherwise in the old rules, once the two stand together."""

    states: frozenset[str] = field(default_factory=frozenset[str])
    calendars: frozenset[str] = field(default_factory=frozenset[str])

    def name(self, kind: Kind | None, name: str) -> str:
        """Give a name of a kind as it is called beside the new rules."""
        known = self.states if kind is Kind.STATE else self.calendars if kind is Kind.CALENDAR else ()
        return f"{name}{MARK}" if name in known else name


def unmarked(text: str) -> str:
    """Give a text as its author, or its reader, knows it."""
    return text.replace(MARK, "")


def rewritten(shape: S, renamed: Renamed) -> S:
    """Give a part of the rule language with every state and calendar in it renamed; the rest is as it was."""
    changed: dict[str, object] = {}
    keys = keys_of(type(shape))
    for written in shape.model_fields_set:
        value = getattr(shape, written)
        after = _value(keys[written], value, renamed)
        if after != value:
            changed[written] = after
    return shape.model_copy(update=changed) if changed else shape


def _value(key: Key, value: Any, renamed: Renamed) -> Any:
    if isinstance(value, Shape):
        return rewritten(value, renamed)
    if isinstance(value, str):
        return renamed.name(key.names, value)
    if isinstance(value, tuple):
        return tuple(_value(key, part, renamed) for part in cast("tuple[Any, ...]", value))
    if isinstance(value, Mapping):
        return {
            renamed.name(key.keyed, name): _value(key, part, renamed)
            for name, part in cast("Mapping[str, Any]", value).items()
        }
    return value
