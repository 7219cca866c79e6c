"""The smallest values of an explanation: words of the vocabulary, events, facts, lengths of time, free days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from rutinmotor.language.case import FactValue


@dataclass(frozen=True, slots=True)
class Named:
    """A word of the vocabulary, or a rule's full id, and its title (the name itself where it has none)."""

    name: str
    title: str


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one unit; working days are those of the calendar named."""

    unit: str
    number: int
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class EventRef:
    """One event of the log; `clock` is local, as `08:30`, and None for an event with a date alone."""

    id: str | None
    type: str
    title: str
    day: date
    clock: str | None
    item: str | None


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact as it stood on a day; `holder` says where the value stands, and is None where none is given."""

    name: str
    title: str
    value: FactValue
    holder: Literal["item", "case"] | None


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day that a count in working days steps over.

    `why`: `holiday` (a public holiday or an eve, by its Swedish `name`), `weekday` (the calendar does not work on that
    day of the week), or `extra` (a free day of the calendar's own).
    """

    day: date
    weekday: str
    name: str | None
    why: Literal["holiday", "weekday", "extra"]
