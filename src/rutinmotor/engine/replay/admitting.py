"""A due date counted and an obligation entered in the books: what every opening ends in (semantics 3.3, 4.4, 5.1)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.clocks import extend_late, set_timers, start_time
from rutinmotor.engine.replay.course import Cause, Course
from rutinmotor.engine.replay.ledger import Ledger
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.language.constructs import BoundDeadline, NegativeNumber

Holder = str | None


def counted(ledger: Ledger, rule: BoundRule, deadline: BoundDeadline, item: Holder, start: int) -> int | None:
    """Count a rule's deadline from a day, with today's facts; where one is missing the rule is undetermined today."""
    facts = ledger.world.facts(item)
    try:
        due = deadline.end(start, facts)
    except DayOutOfRange as reason:
        raise ledger.outside(rule, reason) from None
    except NegativeNumber as wrong:
        raise ledger.negative(rule, wrong) from None
    if due is None:
        ledger.undecided(rule, item, {fact for fact in deadline.needs() if facts.get(fact) is None})
    return due


def admit(ledger: Ledger, course: Course, base: int | None, calendar: Calendar | None) -> None:
    """Enter a new obligation; `base` is its due date before roll, pause and extension (see `start_time`)."""
    rule = course.rule
    if rule.simple:
        ledger.register(course)
        if ledger.late:
            ledger.fresh.append(course)
        return
    if rule.detailed:
        if rule.paused_while is not None:
            ledger.held.setdefault(rule.paused_while, {}).setdefault(course.item, []).append(course)
        start_time(ledger, course, base, calendar)
    else:
        if base is not None and rule.roll is not None:
            course.detail.base = base
            try:
                course.due = rule.roll.end(base)
            except DayOutOfRange as reason:
                raise ledger.outside(rule, reason) from None
        set_timers(ledger, course)
    if rule.before is not None:
        _await(ledger, course)
    elif rule.timing == "standing" and isinstance(course.cause, Cause) and course.cause.run is not None:
        ledger.end_with(course.cause.run, course)
    ledger.register(course)
    if ledger.late:
        ledger.fresh.append(course)
        extend_late(ledger, course)
    elif rule.counts_from is not None:
        ledger.fresh.append(course)


def _await(ledger: Ledger, course: Course) -> None:
    """Let an obligation wait for the event before which it must be done; a later one of a series has its own time."""
    before = course.rule.before
    if before is not None and not (course.details is not None and course.details.later):
        ledger.awaiting.setdefault(before, {}).setdefault(course.item, []).append(course)


def restart_time(ledger: Ledger, course: Course, base: int | None, calendar: Calendar | None) -> None:
    """Start an open obligation's time again today: due date, pauses and extensions anew (semantics 3.4)."""
    if course.due is not None:
        _await(ledger, course)
    start_time(ledger, course, base, calendar)
    if ledger.late:
        extend_late(ledger, course)
