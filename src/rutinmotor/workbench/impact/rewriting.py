"""A rule or a whole catalogue in, the same with other names for states and calendars out; before `succession`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar, cast

from rutinmotor.language.catalogue import Shape

S = TypeVar("S", bound=Shape)

# Set after a name of the old rules whose meaning the new ones have changed; no author can write it.
MARK = "@old"
# The keys under which a state or a calendar is named, or stands as the key of a mapping.
_STATE_KEYS = ("state", "no_other_in", "paused_while", "states")
_CALENDAR_KEYS = ("calendar", "calendars")


@dataclass(frozen=True, slots=True)
class Renamed:
    """The states and calendars that are called otherwise in the old rules, once the two stand together."""

    states: frozenset[str] = field(default_factory=frozenset[str])
    calendars: frozenset[str] = field(default_factory=frozenset[str])

    def name(self, key: str, name: str) -> str:
        """Give the name that stands under a key of the rule language."""
        known = self.states if key in _STATE_KEYS else self.calendars if key in _CALENDAR_KEYS else ()
        return f"{name}{MARK}" if name in known else name


def unmarked(text: str) -> str:
    """Give a text as its author, or its reader, knows it."""
    return text.replace(MARK, "")


def rewritten(shape: S, renamed: Renamed) -> S:
    """Give a part of the rule language with every state and calendar in it renamed; the rest is as it was."""
    changed: dict[str, object] = {}
    for key in shape.model_fields_set:
        value = getattr(shape, key)
        after = _value(key, value, renamed)
        if after != value:
            changed[key] = after
    return shape.model_copy(update=changed) if changed else shape


def _value(key: str, value: Any, renamed: Renamed) -> Any:
    if isinstance(value, Shape):
        return rewritten(value, renamed)
    if isinstance(value, str):
        return renamed.name(key, value)
    if isinstance(value, tuple):
        return tuple(_value("", part, renamed) for part in cast("tuple[Any, ...]", value))
    if isinstance(value, Mapping):
        return {
            renamed.name(key, name): _value("", part, renamed)
            for name, part in cast("Mapping[str, Any]", value).items()
        }
    return value
