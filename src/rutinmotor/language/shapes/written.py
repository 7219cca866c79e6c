"""A value of a file in, what a sentence can quote of it out; asked where a fault is told."""

from collections.abc import Mapping
from datetime import date
from typing import Any

_MOST_LETTERS = 60
_MOST_NUMBER = 10**18


def as_written(value: Any) -> str | int:
    """Give a value as its author wrote it: of a long text its beginning, of a mapping or a list only its brackets."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value if abs(value) < _MOST_NUMBER else "…"
    if isinstance(value, float):
        return str(value)
    if isinstance(value, str):
        return cut(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else type(value).__name__


def shown(value: Any) -> str:
    """Give the same always as text."""
    return str(as_written(value))


def cut(text: str) -> str:
    """Give at most the first 60 characters."""
    return text if len(text) <= _MOST_LETTERS else text[: _MOST_LETTERS - 1] + "…"
