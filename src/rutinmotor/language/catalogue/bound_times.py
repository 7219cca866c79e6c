"""Durations and deadlines as written in, the same bound to their calendars out; before plan, lints and diff count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from rutinmotor.ground.days import UNITS, WORKING_DAYS, Calendar
from rutinmotor.language.catalogue.names import Names
from rutinmotor.language.catalogue.tables import table_of
from rutinmotor.language.constructs import (
    Binder,
    BoundDeadline,
    Deadline,
    Duration,
    FindCalendar,
    Roll,
    RollBack,
    RollOn,
    Span,
    UnboundWorkingDays,
    bind_span,
    make_span,
)


def calendar_finder(names: Names) -> FindCalendar:
    """Return the function from a calendar's name, as one catalogue sees it, to its table."""

    @cache
    def find(name: str) -> Calendar:
        return table_of(names.calendars[name].text)

    return find


@dataclass(frozen=True, slots=True)
class _Words:
    """What one catalogue's triggers are bound with."""

    names: Names
    calendars: FindCalendar

    def span(self, length: Duration) -> Span:
        """Bind a length of time by the catalogue's calendars."""
        return bind_span(length, self.calendars)

    def rule(self, reference: str) -> str:
        """Give the full id that a reference means."""
        return self.names.rule(reference)

    def meaning(self, word: str) -> Duration | None:
        """Give the catalogue's own meaning of an urgency word."""
        return self.names.catalogue.text.urgency.get(word)


def binder_of(names: Names, calendars: FindCalendar | None = None) -> Binder:
    """Give what triggers are bound with, as one catalogue's names have it; `calendars` are those already found."""
    return _Words(names, calendars or calendar_finder(names))


def bind_deadline(deadline: Deadline, calendars: FindCalendar) -> BoundDeadline | None:
    """Tie a deadline to its calendars; None where no count leads to its due date, as before an event."""
    return deadline.deadline_kind.bind(deadline, calendars)


def unbound_span(written: Duration | Deadline, stand_ins: Mapping[str, str]) -> Span | UnboundWorkingDays | None:
    """Give what is so many of one unit, with its calendar left open; None for what is counted otherwise.

    `stand_ins` say what to call a calendar by, where two that go by one name may differ.
    """
    [unit] = written.given(*UNITS) or ("",)
    number: int | str | None = getattr(written, unit) if unit else None
    if not isinstance(number, int):
        return None
    named = written.calendar or ""
    return UnboundWorkingDays(number, stand_ins.get(named, named)) if unit == WORKING_DAYS else make_span(unit, number)


def facts_of(deadline: Deadline) -> tuple[str, ...]:
    """Name the facts that a deadline reads when it is counted."""
    given = (getattr(deadline, key) for key in deadline.deadline_kind.reads)
    return tuple(one for one in given if isinstance(one, str))


def bind_roll(deadline: Deadline, calendars: FindCalendar) -> Roll | None:
    """Tie a deadline's roll to its calendar; None where it does not roll."""
    if deadline.roll is None or deadline.calendar is None:
        return None
    named, table = deadline.calendar, calendars(deadline.calendar)
    return RollOn(named, table) if deadline.roll == "next_working_day" else RollBack(named, table)
