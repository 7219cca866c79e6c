"""One version of a rule in, how long time its obligations have out; what the lints about its time are sure of."""

from __future__ import annotations

from rutinmotor.language.catalogue import Trigger, bind_deadline, bind_span
from rutinmotor.language.constructs import ByFactDate, On, Range, difference, longest
from rutinmotor.language.logic.spans import deadline_length, length_of, period_length, rolled
from rutinmotor.language.logic.versions import Known


def longest_time(one: Known) -> Range | None:
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
    every = length_of(rule.repeat.every, one.calendars) if rule.repeat.every else None
    if deadline is None or every is None or first is None:
        return every if deadline is None else None
    return longest((first, every))


def first_time(one: Known) -> Range | None:
    """Return the longest time by a version's deadline, over all that sets it off; None if that is left open."""
    deadline = one.timed.deadline
    if deadline is None:
        return None
    if not isinstance(bind_deadline(deadline, one.calendars), ByFactDate):
        return deadline_length(deadline, one.calendars)
    found = [time_to_date(one, trigger) for trigger in one.version.rule.trigger]
    known = [length for length in found if length is not None]
    return longest(known) if len(known) == len(found) else None


def time_to_date(one: Known, trigger: Trigger) -> Range | None:
    """Return the time from a trigger by a date to a deadline by the same, below zero if that lies before it.

    None if the fact may have another value where the deadline reads it: on another item, or on the case.
    """
    deadline = one.timed.deadline
    due = bind_deadline(deadline, one.calendars) if deadline else None
    start = trigger_date(one, trigger)
    if deadline is None or start is None or not isinstance(due, ByFactDate) or start.fact != due.fact:
        return None
    last, first = due.from_fact(), start.from_fact()
    if one.version.rule.per is not None or last is None or first is None:
        return None
    return rolled(difference(last, first), deadline, one.calendars)._replace(written=due.written())


def trigger_date(one: Known, trigger: Trigger) -> ByFactDate | None:
    """Return the day on which a trigger by a fact's date comes, as what counts it; None of any other trigger."""
    if trigger.how.on is not On.FACT:
        return None
    parts = trigger.parts
    span = bind_span(parts.length, one.calendars) if parts.length else None
    return ByFactDate(trigger.name, span, parts.back)


def lead_of(one: Known, trigger: Trigger) -> Range | None:
    """Return how far ahead of the other's due date a trigger comes, at the earliest; None if it does not say."""
    if trigger.how.on is not On.DUE or trigger.how.wait:
        return None
    parts = trigger.parts
    length = parts.length or one.version.owner.text.urgency.get(parts.urgency or "")
    return length_of(length, one.calendars) if length else None
