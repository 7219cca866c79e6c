"""Shapes that files are read into, and how a part of one says what is wrong; declared by those who know a file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from pydantic import BaseModel, ConfigDict, ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from rutinmotor.language.shapes.written import as_written

Path: TypeAlias = tuple[str | int, ...]


class Fault(NamedTuple):
    """One thing that is wrong: where in the data, and what the code's sentences need.

    `at_key` points at the key instead of the value; `first` is where the same stands already.
    """

    code: str
    path: Path
    values: Mapping[str, str | int] = {}
    at_key: bool = False
    first: Path | None = None


class Shape(BaseModel):
    """What every mapping that is read has in common: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def given(self, *names: str) -> list[str]:
        """Return those of the named fields that the author wrote."""
        return [name for name in names if name in self.model_fields_set and getattr(self, name) is not None]


class Loose(Shape):
    """A shape that takes whatever maps keys to values, as callers hand it over, and not only what a text holds."""

    model_config = ConfigDict(strict=False)


class Again(NamedTuple):
    """Stands among the keys of a mapping, as a key, for those that its text holds more than once.

    No author can write it, so that a reader meets it only as a fault, and pays nothing for asking.
    """

    keys: tuple[str, ...]


def fault(code: str, at: str = "", already: str = "", **values: str | int) -> PydanticCustomError:
    """Make the exception by which a part of a shape says what is wrong with it.

    `at` is a key, or keys and indices joined by dots, below the place where the fault was found; `already` is where the
    same stands already, told alike.
    """
    shown = {name: as_written(value) for name, value in values.items()}
    return _carried(Fault(code, _steps(at), shown, bool(at), _steps(already) if already else None))


def faults(found: Iterable[Fault]) -> ValidationError:
    """Make the exception by which one part says all that is wrong with it; paths begin at that part."""
    return ValidationError.from_exception_data(
        "Shape", [InitErrorDetails(type=_carried(one), input=None) for one in found]
    )


def _steps(written: str) -> Path:
    return tuple(int(step) if step.isdecimal() else step for step in written.split(".")) if written else ()


def _carried(one: Fault) -> PydanticCustomError:
    return PydanticCustomError("fault", "fault", {"fault": one})
