"""Readers of single values and of lists in, what a shape's keys are declared with out; nothing is read here."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

from pydantic import Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from rutinmotor.language.shapes.shape import Fault, fault, faults
from rutinmotor.language.shapes.written import as_written, shown


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """How a value is read, which raises `fault` or `faults` where it cannot be, and how a JSON Schema says it."""

    by: Callable[[Any], Any]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic call the reader alone."""
        return core_schema.no_info_plain_validator_function(self.by)


@dataclass(frozen=True, slots=True)
class Rows:
    """A list, of at least so many, in which no text stands twice if `apart`."""

    least: int = 0
    apart: bool = False

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let pydantic look at the list before its parts."""
        return core_schema.no_info_before_validator_function(self._checked, handler(source))

    def _checked(self, value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            raise fault("RM106")
        rows = tuple(cast("list[Any]", value))
        if len(rows) < self.least:
            raise fault("RM114")
        if self.apart:
            seen: dict[str, int] = {}
            for index, one in enumerate(rows):
                if isinstance(one, str) and seen.setdefault(one, index) != index:
                    raise fault("RM115", value=as_written(one), at=str(index), already=str(seen[one]))
        return rows


def one_of(words: Sequence[str]) -> Read:
    """Read one of some words."""

    def read(value: Any) -> str:
        if isinstance(value, str) and value in words:
            return value
        if isinstance(value, list | Mapping):
            raise faults([Fault("RM103", (), {"value": shown(value)})])
        raise faults([Fault("RM108", (), {"value": as_written(value), "allowed": ", ".join(words)})])

    return Read(read, {"enum": list(words)})


def a_text(value: Any) -> str:
    """Pass on a text that is not blank; anything else is a fault."""
    if not isinstance(value, str):
        raise fault("RM103")
    if not value.strip():
        raise fault("RM111")
    return value


def key(
    description: str, title: str | None = None, default: Any = ..., factory: Callable[[], Any] | None = None
) -> Any:
    """Declare a key of a shape with what an editor says of it; with neither default nor factory it must be there."""
    if factory is not None:
        return Field(default_factory=factory, title=title, description=description)
    return Field(default=default, title=title, description=description)
