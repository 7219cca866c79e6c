"""The timers of a day in, what they trigger out (semantics 1.8 (a) and (f), 3.2)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable
from datetime import date

from rutinmotor.engine.plan import Ahead, Awaited, BoundRule, Dated, Lasting
from rutinmotor.engine.replay.clocks import ahead_day, overdue_day
from rutinmotor.engine.replay.course import Cause, Course, Run
from rutinmotor.engine.replay.ledger import AHEAD, DATED, KIND, LASTING, MISSING, NEXT, OVERDUE, WHAT, Ledger, Timer
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.series import next_in_turn
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event, FactValue
from rutinmotor.language.constructs import Span

Holder = str | None


def fire(ledger: Ledger, timer: Timer) -> None:
    """Let a timer trigger its rules, if what it was set for still holds."""
    _FIRE[timer[KIND]](ledger, *timer[WHAT])


def _overdue(ledger: Ledger, course: Course) -> None:
    day = ledger.day
    if (
        course.outcome is not None
        or course.due is None
        or overdue_day(course) != day
        or course.detail.overdue_on == day
    ):
        return
    course.detail.overdue_on = day
    cause = Cause("overdue", course.rule.id, day, course.item, source=course)
    for rule in ledger.plan.on_overdue[course.rule.group]:
        trigger(ledger, rule, course.item, cause)


def _missing(ledger: Ledger, awaited: Awaited, since: Event) -> None:
    first = since.day or 0
    for found in ledger.world.seen(awaited.awaited, since.item):
        at = bisect_left(found, (first,))
        if at < len(found) and found[at][0] < ledger.day:
            return
    trigger(ledger, awaited.rule, since.item, Cause("missing", awaited.awaited, ledger.day, since.item, since=since))


def _lasting(ledger: Ledger, lasting: Lasting, run: Run) -> None:
    if run.ended is None:
        trigger(ledger, lasting.rule, run.holder, Cause("state", lasting.state, ledger.day, run.holder, run=run))


def _dated(ledger: Ledger, dated: Dated, item: Holder, given: FactValue) -> None:
    # Two values may lead to one day, and a value may come back: the fact opens the rule once.
    key = (dated.rule.index, dated.fact, item, ledger.day)
    if ledger.world.own(item, dated.fact) == given and key not in ledger.dated:
        ledger.dated.add(key)
        trigger(ledger, dated.rule, item, Cause("date", dated.fact, ledger.day, item))


def _ahead(ledger: Ledger, course: Course, listener: Ahead) -> None:
    if course.outcome is not None or listener.rule.group in course.detail.ahead or course.paused(ledger.day):
        return
    try:
        day = ahead_day(course, listener.span)
    except DayOutOfRange as reason:
        raise ledger.outside(listener.rule, reason) from None
    if day is None or day > ledger.day:
        return
    if not listener.rule.in_force(ledger.day):
        return
    course.detail.ahead |= {listener.rule.group}
    cause = Cause("ahead_of", course.rule.id, ledger.day, course.item, source=course)
    trigger(ledger, listener.rule, course.item, cause, course.due)


def set_event_timers(ledger: Ledger, event: Event, awaited: tuple[Awaited, ...]) -> None:
    """Set the timers of what is to be missed if it does not come after this event."""
    for one in awaited:
        last = _reached(ledger, one.rule, one.span, ledger.day)
        if last is not None:
            ledger.set_timer(last + 1, MISSING, (one.awaited, one.since), event.item, ledger.day, (one, event))


def set_lasting_timers(ledger: Ledger, run: Run) -> None:
    """Set the timers of what is to open if a state lasts."""
    for one in ledger.plan.lasting.get(run.state, ()):
        day = _reached(ledger, one.rule, one.span, run.began)
        if day is not None:
            ledger.set_timer(day, LASTING, (run.state,), run.holder, run.began, (one, run))


def set_dated_timers(ledger: Ledger, item: Holder, fact: str, first: int) -> None:
    """Set the timers of what is to open on the day that a fact gives, not before `first`."""
    given = ledger.world.own(item, fact)
    if not isinstance(given, date):
        return
    for one in ledger.plan.dated.get(fact, ()):
        day = _reached(ledger, one.rule, one.span, given.toordinal(), back=one.back)
        if day is not None and day >= first:
            ledger.set_timer(day, DATED, (fact,), item, 0, (one, item, given))


def _reached(ledger: Ledger, rule: BoundRule, span: Span | None, day: int, *, back: bool = False) -> int | None:
    """Count from a day to that of a timer; None if it lies outside the years 1 to 9999, where it never fires."""
    if span is None:
        return day
    try:
        return span.before(day) if back else span.after(day)
    except DayOutOfRange as reason:
        if span.working is not None:
            raise ledger.outside(rule, reason) from None
        return None


_FIRE: dict[int, Callable[..., None]] = {
    OVERDUE: _overdue,
    MISSING: _missing,
    LASTING: _lasting,
    DATED: _dated,
    NEXT: next_in_turn,
    AHEAD: _ahead,
}
