"""One version of a rule in, how long time its obligations have out; what the lints about its time are sure of."""

from __future__ import annotations

from rutinmotor.language.catalogue import Deadline, Names, Trigger
from rutinmotor.language.logic.spans import (
    Length,
    deadline_length,
    difference,
    length_of,
    longest,
    period_length,
    rolled,
)
from rutinmotor.language.logic.versions import Known


def longest_time(one: Known) -> Length | None:
    """Return the longest time that any obligation of a version has, from its opening to its due date.

    None where none has a due date, or where facts, events, pauses or extensions decide it.
    """
    rule = one.version.rule
    if rule.paused_while or rule.extended_by or one.timed.timing in ("open", "standing", "before"):
        return None
    if one.timed.timing == "inherited":
        return lead_of(one, rule.trigger[0])
    deadline = one.timed.deadline
    first = first_time(one)
    if rule.repeat is None:
        return first
    if rule.repeat.each:
        return period_length(rule.repeat.each, first) if first or deadline is None else None
    every = length_of(rule.repeat.every, one.names) if rule.repeat.every else None
    if deadline is None or every is None or first is None:
        return every if deadline is None else None
    return longest((first, every))


def first_time(one: Known) -> Length | None:
    """Return the longest time by a version's deadline, over all that sets it off; None if that is left open."""
    deadline = one.timed.deadline
    if deadline is None:
        return None
    if deadline.date is None:
        return deadline_length(deadline, one.names)
    found = [time_to_date(one, trigger) for trigger in one.version.rule.trigger]
    known = [length for length in found if length is not None]
    return longest(known) if len(known) == len(found) else None


def time_to_date(one: Known, trigger: Trigger) -> Length | None:
    """Return the time from a trigger by a date to a deadline by the same, below zero if that lies before it.

    None if the fact may have another value where the deadline reads it: on another item, or on the case.
    """
    deadline = one.timed.deadline
    if deadline is None or not trigger.date or trigger.date != deadline.date or one.version.rule.per is not None:
        return None
    due, start = _shift(deadline, one.names), _shift(trigger, one.names)
    if due is None or start is None:
        return None
    return rolled(difference(due, start), deadline, one.names)._replace(written=written_date(deadline))


def lead_of(one: Known, trigger: Trigger) -> Length | None:
    """Return how far ahead of the other's due date a trigger comes, at the earliest; None if it does not say."""
    by = trigger.by
    if by is None:
        return None
    if by.urgency is None:
        return length_of(by, one.names)
    defined = one.version.owner.text.urgency.get(by.urgency)
    return length_of(defined, one.names) if defined else None


def written_date(dated: Trigger | Deadline) -> str:
    """Write a date that a fact gives, moved or not, as an author does."""
    for key, span in (("plus", dated.plus), ("minus", dated.minus)):
        if span is not None:
            return f"{{date: {dated.date}, {key}: {{{span.unit}: {span.number}}}}}"
    return f"{{date: {dated.date}}}"


def _shift(dated: Trigger | Deadline, names: Names) -> Length | None:
    """Measure from the date that a fact gives to the day that is meant, below zero if that lies before it."""
    if dated.plus:
        return length_of(dated.plus, names)
    if dated.minus:
        back = length_of(dated.minus, names)
        return back.reversed() if back else None
    return Length(0, 0, "", 0, "")
