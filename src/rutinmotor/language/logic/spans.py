"""Times of rules in, how many calendar days they take at least and at most out; so that a lint is sure of itself."""

from __future__ import annotations

from rutinmotor.ground.days import Period
from rutinmotor.language.catalogue import (
    Deadline,
    Duration,
    FindCalendar,
    bind_deadline,
    bind_roll,
    bind_span,
)
from rutinmotor.language.constructs import ByEndOf, Range


def length_of(duration: Duration, calendars: FindCalendar) -> Range | None:
    """Measure a duration; None where its calendar has not so many days."""
    return bind_span(duration, calendars).range()


def deadline_length(deadline: Deadline, calendars: FindCalendar) -> Range | None:
    """Measure from its trigger's day to a deadline's due date; None where that depends on a fact or an event."""
    bound = bind_deadline(deadline, calendars)
    found = bound.range() if bound else None
    return rolled(found, deadline, calendars) if found else None


def rolled(length: Range, deadline: Deadline, calendars: FindCalendar) -> Range:
    """Widen a length by the days that `roll` can move its end (semantics 4.6)."""
    roll = bind_roll(deadline, calendars)
    return roll.widen(length) if roll else length


def period_length(period: Period, deadline: Range | None) -> Range:
    """Measure from the opening of one in a calendar period to its due date, its last or counted from that."""
    most = ByEndOf(period).range().greatest
    if deadline is None:
        return Range(0, most, "", 0, f"{{each: {period}}}")
    return Range(deadline.least, deadline.greatest + most, "", 0, f"{{each: {period}}} + {deadline.written}")
