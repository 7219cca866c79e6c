"""An open obligation in, its due date and timers out: pauses, extensions, roll (semantics 4.6, 4.9, 4.10)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.course import Breach, Course, Details
from rutinmotor.engine.replay.ledger import AHEAD, OVERDUE, Ledger
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.language.case import Event
from rutinmotor.language.constructs import Span


def start_time(ledger: Ledger, course: Course, base: int | None, calendar: Calendar | None) -> None:
    """Let an obligation's time start today, with `base` the deadline's own date before extensions, pauses and roll.

    `calendar` is that of a time counted in working days, None for any other.
    """
    details = course.detail
    details.start, details.base, details.calendar = ledger.day, base, calendar
    details.extensions, details.pauses, details.taken_in = 0, (), 0
    details.held_since, details.moving = None, False
    rule = course.rule
    if rule.paused_while is not None and ledger.world.holds(rule.paused_while, course.item):
        details.held_since = ledger.day
    recount(ledger, course)


def recount(ledger: Ledger, course: Course) -> None:
    """Work out the due date from the details, and set the timers that hang on it."""
    details = course.detail
    rule = course.rule
    try:
        due = _unrolled(details, rule)
        details.moving = due is not None and details.held_since is not None and _moves(due, details.held_since, details)
        if due is not None and rule.roll is not None and not details.moving and not details.after_fulfilment:
            due = rule.roll.end(due)
    except DayOutOfRange as reason:
        raise ledger.outside(rule, reason) from None
    due = None if details.moving else due
    if due != course.due:
        course.due = due
        ledger.changed = True
    set_timers(ledger, course)


def _unrolled(details: Details, rule: BoundRule) -> int | None:
    """Give the due date before roll; only pauses that have ended since the last time are counted, unless it is anew."""
    due = details.unrolled
    if details.taken_in == 0:
        due = details.base
        if due is not None and details.extensions and rule.extension is not None:
            due = rule.extension.by.after(due, details.extensions)
    if due is not None:
        for at in range(details.taken_in, len(details.pauses)):
            due = _moved(due, *details.pauses[at], details)
    details.unrolled, details.taken_in = due, len(details.pauses)
    return due


def _first_counted(day: int, details: Details) -> int:
    """Give the first day from `day` on, and after the start, that a deadline of this kind counts."""
    first = max(day, details.start + 1)
    return details.calendar.next_or_same(first) if details.calendar else first


def _moves(due: int, since: int, details: Details) -> bool:
    """Say whether a pause that holds from `since` on reaches a day that counts, on or before the unrolled due date."""
    return max(since, details.start + 1) <= due and _first_counted(since, details) <= due


def _moved(due: int, first: int, last: int, details: Details) -> int:
    """Move an unrolled due date by the days `first` to `last`, both paused, that lie after the start and count."""
    if not _moves(due, first, details):
        return due
    since = _first_counted(first, details)
    if since > last:
        return due
    # Each counted day moves the date to the next that counts, so the date stays ahead of the pause until its end.
    calendar = details.calendar
    return calendar.nth_after(due, calendar.count(since - 1, last)) if calendar else due + last - since + 1


def turn(ledger: Ledger, course: Course) -> None:
    """Begin or end an obligation's pause, as its state stands at the end of the day."""
    state = course.rule.paused_while
    if state is None:
        return
    details = course.detail
    holds = ledger.world.holds(state, course.item)
    if holds and details.held_since is None:
        details.held_since = ledger.day
    elif not holds and details.held_since is not None:
        if details.held_since < ledger.day:
            details.pauses += ((details.held_since, ledger.day - 1),)
        details.held_since = None
    else:
        return
    ledger.changed = True
    recount(ledger, course)


def turn_all(ledger: Ledger) -> None:
    """Begin and end the pauses of this day, for all that is open."""
    for state, turned in ledger.turns.states.items():
        waiting = ledger.held.get(state)
        if waiting:
            for holder in list(waiting) if None in turned else turned:
                waiting[holder] = still = [course for course in waiting.get(holder, ()) if course.outcome is None]
                for course in still:
                    turn(ledger, course)


def extend(ledger: Ledger, course: Course, event: Event) -> None:
    """Let an event extend an open obligation; one that comes too late, or once too many, is a breach."""
    extension = course.rule.extension
    assert extension is not None
    details = course.detail
    past = course.due is not None and course.due < ledger.day
    if past or details.extensions >= extension.at_most:
        details.note(Breach(ledger.day, "bad_extension", event))
    else:
        details.extensions += 1
        details.taken_in = 0
        ledger.note_extension(course, event)
        recount(ledger, course)
    ledger.changed = True


def extend_all(ledger: Ledger) -> None:
    """Let today's events extend all that is open."""
    for event, steps in ledger.happenings:
        for rule in steps.extends:
            for courses in ledger.open_lists(rule, event.item):
                for course in courses:
                    extend(ledger, course, event)


def extend_late(ledger: Ledger, course: Course) -> None:
    """Let today's events extend what has opened after the day's extensions."""
    if course.rule.extension is not None:
        for event in ledger.bearing((course.rule.extension.event,), course.item):
            extend(ledger, course, event)


def set_timers(ledger: Ledger, course: Course) -> None:
    """Set the timers that hang on the due date; those set before are passed over when they no longer fit."""
    plan = ledger.plan
    group = course.rule.group
    due = course.due
    if not course.rule.heard:
        return
    if due is not None and group in plan.on_overdue:
        ledger.set_timer(overdue_day(course), OVERDUE, (course.rule.id,), course.item, course.opened, (course,))
    if group in plan.ahead:
        set_ahead(ledger, course)


def overdue_day(course: Course) -> int:
    """Give the day on which it fires as overdue: after the due date, its opening and its restart."""
    start = course.details.start if course.details is not None else course.opened
    return max(course.due or 0, course.opened, start) + 1


def set_ahead(ledger: Ledger, course: Course) -> None:
    """Set the timers of the rules that run ahead of an obligation, today at the earliest (semantics 3.2)."""
    for listener in ledger.plan.ahead.get(course.rule.group, ()):
        if course.details is not None and listener.rule.group in course.details.ahead:
            continue
        try:
            day = ahead_day(course, listener.span)
        except DayOutOfRange as reason:
            raise ledger.outside(listener.rule, reason) from None
        if day is not None:
            if course.due is not None and course.paused(ledger.day):
                # This pause moves nothing, and is over when the due date is past.
                day = max(day, course.due + 1)
            ledger.set_timer(
                max(day, ledger.day), AHEAD, (course.rule.id,), course.item, course.opened, (course, listener)
            )


def ahead_day(course: Course, span: Span | None) -> int | None:
    """Give the day on which a rule that runs ahead by `span` is to open, or None while there is no due date."""
    if span is None:
        return course.opened
    return None if course.due is None else max(span.before(course.due), course.opened)
