"""What a caller gave in, nothing or a plain error out; asked first by every function that callers import."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from os import PathLike
from typing import Any, cast

LANGUAGES = ("sv", "en")


def require(value: object, kind: type | tuple[type, ...], name: str, what: str) -> None:
    """Raise a TypeError that says what was expected, unless `value` is of the kind: `case is a Case, not str`."""
    if not isinstance(value, kind):
        raise TypeError(f"{name} is {what}, not {_kind_of(value)}")


def require_path(value: object, name: str) -> None:
    """Raise a TypeError unless it is a text or a path; bytes are none, as a name in diagnostics is text."""
    require(value, (str, PathLike), name, "a path")


def require_day(value: object, name: str, *, optional: bool = False) -> None:
    """Raise a TypeError unless it is a date; a datetime is none, as a day has no clock."""
    if value is None and optional:
        return
    if not isinstance(value, date) or isinstance(value, datetime):
        raise TypeError(f"{name} is a date, without a clock, not {_kind_of(value)}")


def require_lang(value: object, name: str = "lang") -> None:
    """Raise a TypeError or ValueError unless it is `sv` or `en`."""
    require_word(value, LANGUAGES, name)


def require_word(value: object, words: tuple[str, ...], name: str) -> None:
    """Raise a TypeError unless it is a text, a ValueError unless it is one of some words."""
    require(value, str, name, "a text")
    if value not in words:
        raise ValueError(f"{name} is {' or '.join(map(repr, words))}, not {value!r}")


def require_number(value: object, least: int, name: str) -> None:
    """Raise a TypeError unless it is a whole number, a ValueError if it is below the least."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError(f"{name} is a whole number, not {_kind_of(value)}")
    if value < least:
        raise ValueError(f"{name} is at least {least}, not {value}")


def require_texts(value: object, name: str) -> None:
    """Raise a TypeError unless it is a mapping of texts by name."""
    require(value, Mapping, name, "a mapping of texts by name")
    for key, text in cast("Mapping[Any, Any]", value).items():
        require(key, str, f"a name in {name}", "a text")
        require(text, str, f"{name}[{key!r}]", "a text")


def _kind_of(value: object) -> str:
    return "None" if value is None else type(value).__name__
