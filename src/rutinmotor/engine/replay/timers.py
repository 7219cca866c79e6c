"""The timers of a day in, what they trigger out (semantics 1.8 (a) and (f), 3.2)."""

from __future__ import annotations

from bisect import bisect_left
from datetime import date

from rutinmotor.engine.plan import Awaited, BoundRule
from rutinmotor.engine.replay.clocks import ahead_day, overdue_day
from rutinmotor.engine.replay.instance import Cause, Holder, Instance, Run
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.series import next_in_turn
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import (
    NextInSeries,
    RunAhead,
    Timer,
    WhenDated,
    WhenLasting,
    WhenMissing,
    WhenOverdue,
)
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event
from rutinmotor.language.constructs import Span


def fire(now: Situation, timer: Timer) -> None:
    """Let a timer trigger its rules, if what it was set for still holds."""
    match timer.what:
        case WhenOverdue() as what:
            _overdue(now, what.instance)
        case WhenMissing() as what:
            _missing(now, what)
        case WhenLasting() as what:
            _lasting(now, what)
        case WhenDated() as what:
            _dated(now, what)
        case NextInSeries() as what:
            next_in_turn(now, what)
        case RunAhead() as what:
            _ahead(now, what)


def _overdue(now: Situation, instance: Instance) -> None:
    day = now.today.day
    if (
        instance.outcome is not None
        or instance.due is None
        or overdue_day(instance) != day
        or instance.detail.overdue_on == day
    ):
        return
    instance.detail.overdue_on = day
    cause = Cause("overdue", instance.rule.id, day, instance.item, source=instance)
    for rule in now.plan.on_overdue[instance.rule.group]:
        trigger(now, rule, instance.item, cause)


def _missing(now: Situation, what: WhenMissing) -> None:
    awaited, since = what.awaited, what.since
    first = since.day or 0
    for found in now.world.seen(awaited.awaited, since.item):
        at = bisect_left(found, (first,))
        if at < len(found) and found[at][0] < now.today.day:
            return
    cause = Cause("missing", awaited.awaited, now.today.day, since.item, since=since)
    trigger(now, awaited.rule, since.item, cause)


def _lasting(now: Situation, what: WhenLasting) -> None:
    lasting, run = what.lasting, what.run
    if run.ended is None:
        trigger(now, lasting.rule, run.holder, Cause("state", lasting.state, now.today.day, run.holder, run=run))


def _dated(now: Situation, what: WhenDated) -> None:
    dated, item = what.dated, what.holder
    # Two values may lead to one day, and a value may come back: the fact opens the rule once.
    key = (dated.rule.index, dated.fact, item, now.today.day)
    if now.world.own(item, dated.fact) == what.given and key not in now.waiting.dates_come:
        now.waiting.dates_come.add(key)
        trigger(now, dated.rule, item, Cause("date", dated.fact, now.today.day, item))


def _ahead(now: Situation, what: RunAhead) -> None:
    instance, listener = what.instance, what.listener
    if instance.outcome is not None or listener.rule.group in instance.detail.ahead or instance.paused(now.today.day):
        return
    try:
        day = ahead_day(instance, listener.span)
    except DayOutOfRange as reason:
        raise now.outside(listener.rule, reason) from None
    if day is None or day > now.today.day:
        return
    if not listener.rule.in_force(now.today.day):
        return
    instance.detail.ahead |= {listener.rule.group}
    cause = Cause("ahead_of", instance.rule.id, now.today.day, instance.item, source=instance)
    trigger(now, listener.rule, instance.item, cause, instance.due)


def set_event_timers(now: Situation, event: Event, awaited: tuple[Awaited, ...]) -> None:
    """Set the timers of what is to be missed if it does not come after this event."""
    for one in awaited:
        last = _reached(now, one.rule, one.span, now.today.day)
        if last is not None:
            now.waiting.set_timer(
                last + 1, WhenMissing(one, event), (one.awaited, one.since), event.item, now.today.day
            )


def set_lasting_timers(now: Situation, run: Run) -> None:
    """Set the timers of what is to open if a state lasts."""
    for one in now.plan.lasting.get(run.state, ()):
        day = _reached(now, one.rule, one.span, run.began)
        if day is not None:
            now.waiting.set_timer(day, WhenLasting(one, run), (run.state,), run.holder, run.began)


def set_dated_timers(now: Situation, item: Holder, fact: str, first: int) -> None:
    """Set the timers of what is to open on the day that a fact gives, not before `first`."""
    given = now.world.own(item, fact)
    if not isinstance(given, date):
        return
    for one in now.plan.dated.get(fact, ()):
        day = _reached(now, one.rule, one.span, given.toordinal(), back=one.back)
        if day is not None and day >= first:
            now.waiting.set_timer(day, WhenDated(one, item, given), (fact,), item, 0)


def _reached(now: Situation, rule: BoundRule, span: Span | None, day: int, *, back: bool = False) -> int | None:
    """Count from a day to that of a timer; None if it lies outside the years 1 to 9999, where it never fires."""
    if span is None:
        return day
    try:
        return span.before(day) if back else span.after(day)
    except DayOutOfRange as reason:
        if span.working is not None:
            raise now.outside(rule, reason) from None
        return None
