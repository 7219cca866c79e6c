"""The timers of a day in, what they trigger out (semantics 1.12, 3.2)."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

from rutinmotor.engine.plan import Listener
from rutinmotor.engine.replay.calling_off import called_off, called_off_of, note_start
from rutinmotor.engine.replay.clocks import ahead_day, late_day, set_timers, there_from
from rutinmotor.engine.replay.closing import set_off
from rutinmotor.engine.replay.found import PassedDate
from rutinmotor.engine.replay.instance import Cause, Instance, Run
from rutinmotor.engine.replay.lapsing import end_with_other
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.series import next_in_turn
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import (
    AfterEvent,
    AfterFulfilment,
    ByFact,
    DoneBefore,
    EndsByFact,
    EndsByOverdue,
    EndsWithOther,
    InRun,
    NextInSeries,
    OverAsLived,
    PastDue,
    PauseOver,
    RunAhead,
    RunOver,
    RunsOver,
    Start,
    Timer,
)
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event, FactValue, Holder
from rutinmotor.language.constructs import Rank


def is_up(now: Situation, timer: Timer) -> bool:
    """Say, as the day begins, whether a timer of it may fire.

    What is past its due date then is overdue, whatever comes. What the others wait for is settled by the day's end, and
    asked when they fire.
    """
    match timer.what:
        case PastDue() as what:
            return _has_passed(now, what)
        case PauseOver(instance):
            set_timers(now, instance)
            return False
        case _:
            return True


def fire(now: Situation, timer: Timer) -> None:
    """Let a timer that is up trigger its rules, if what it was set for holds."""
    # Those that fire most stand first, as each is compared in turn.
    match timer.what:
        case PastDue() as what:
            _past_due(now, what)
        case NextInSeries() as what:
            next_in_turn(now, what)
        case RunAhead() as what:
            _ahead(now, what)
        case AfterEvent(listener, since):
            _counted(now, listener, _Moment(now, listener, since.item, since.day or 0, since=since), since)
        case AfterFulfilment(listener, instance):
            day = instance.closing.day if instance.closing is not None else None
            _counted(now, listener, _Moment(now, listener, instance.item, day or 0, source=instance), instance)
        case InRun(listener, run):
            _counted(now, listener, _Moment(now, listener, run.holder, run.began, run=run), run)
        case ByFact() as what:
            _by_fact(now, what)
        case EndsByFact(fact, holder):
            now.today.dates.append((fact, holder))
        case EndsWithOther(other):
            end_with_other(now, other)
        case DoneBefore(done):
            set_off(now, done)
        case PauseOver() | RunOver() | OverAsLived() | RunsOver() | EndsByOverdue():
            # It has been seen to as the day began.
            pass


# Not frozen, as that takes twice as long to make; nothing changes it.
@dataclass(slots=True, eq=False)
class _Moment:
    """The day on which a listener's time has come: what its kind asks before it fires (semantics 3.2)."""

    now: Situation
    listener: Listener
    item: Holder
    first: int
    since: Event | None = None
    run: Run | None = None
    source: Instance | None = None
    given: date | None = None

    def came_since(self, type_: str) -> bool:
        """Say whether an event of a type has come since, before today."""
        for found in self.now.world.seen(type_, self.item):
            at = bisect_left(found, (self.first,))
            if at < len(found) and found[at][0] < self.now.today.day:
                return True
        return False

    def lasts(self) -> bool:
        """Say whether the run lasts."""
        return self.run is not None and self.run.ended is None

    def is_given(self) -> bool:
        """Say whether the fact has the value that it had."""
        return self.now.world.own(self.item, self.listener.hook.name) == self.given


def _counted(now: Situation, listener: Listener, moment: _Moment, origin: object) -> None:
    if listener.hook.kind.stands(listener.hook, moment):
        closed = moment.source.closed if moment.source is not None else None
        _open(now, listener, moment, moment.first if closed is None else closed, origin)


def _open(
    now: Situation, listener: Listener, moment: _Moment, since: int, origin: object, behind: tuple[Event, ...] = ()
) -> bool:
    """Trigger a timer's rule, unless it has been called off since its start; say whether it did."""
    hook, item, source = listener.hook, moment.item, moment.source
    name = hook.what if source is None else source.rule.id
    cause = Cause(
        hook.kind.key, name, now.today.day, item, run=moment.run, source=source, since=moment.since, behind=behind
    )
    if _is_off(now, listener, cause, since, origin):
        return False
    _trigger_the_rest(now, listener, cause, since, origin)
    return True


def _is_off(now: Situation, listener: Listener, cause: Cause, since: int, origin: object) -> bool:
    """Say whether a timer has been called off since a day, and note it."""
    by = called_off(now, listener, cause.item, since, origin)
    if by is None:
        return False
    now.found.note_called_off(now.today.day, listener.rule, cause.item, cause, by)
    return True


def _trigger_the_rest(now: Situation, listener: Listener, cause: Cause, since: int, origin: object) -> None:
    """Trigger a rule, but not for the items of which a timer of the case has been called off."""
    due = None if cause.other is None else cause.other.due
    off = called_off_of(now, listener, since, origin) if cause.item is None else {}
    if not off:
        trigger(now, listener.rule, cause.item, cause, due)
        return
    for named in sorted(now.world.items):
        if named in off:
            now.found.note_called_off(now.today.day, listener.rule, named, cause, off[named])
        else:
            trigger(now, listener.rule, named, cause, due)


def _has_passed(now: Situation, what: PastDue) -> bool:
    instance, late, day = what.instance, what.late, now.today.day
    fired = (late, day)
    if instance.outcome is not None or instance.due is None or fired in instance.detail.late:
        return False
    if late_day(instance, late) != day:
        return False
    # Those of earlier days are never asked of again, and a rule that restarts itself each day would gather them.
    instance.detail.late = frozenset((fired, *(one for one in instance.detail.late if one[1] == day)))
    return True


def _past_due(now: Situation, what: PastDue) -> None:
    instance = what.instance
    for one in what.late.listeners:
        cause = Cause(one.hook.kind.key, instance.rule.id, now.today.day, instance.item, source=instance)
        trigger(now, one.rule, instance.item, cause)


def _by_fact(now: Situation, what: ByFact) -> None:
    listener, item = what.listener, what.holder
    # Two values may lead to one day, and a value may come back: the fact opens the rule once.
    key = (listener.rule.index, listener.hook.name, item, what.day)
    moment = _Moment(now, listener, item, what.given.toordinal(), given=what.given)
    if key in now.waiting.dates_come or not listener.hook.kind.stands(listener.hook, moment):
        return
    if what.day < now.today.day and not _opens_when_past(what, now.today.day):
        if listener.rule.in_force(now.today.day):
            now.found.note_passed(PassedDate(now.today.day, listener.rule, item, listener.hook.name, what.given))
        return
    # What gives a day that has come brings about itself what opens with it (semantics 1.10).
    behind = (what.by,) if what.by is not None and what.known == now.today.day else ()
    since = 0 if what.by is None else what.by.day or 0
    if _open(now, listener, moment, since, what.by, behind):
        now.waiting.dates_come.add(key)


def _opens_when_past(what: ByFact, known: int) -> bool:
    """Say whether a day that is past on the day on which the fact became known opens the rule then (semantics 3.2)."""
    hook = what.listener.hook
    return hook.even_past or (hook.back and what.given.toordinal() >= known)


def _ahead(now: Situation, what: RunAhead) -> None:
    instance, listener = what.instance, what.listener
    if instance.outcome is not None or listener.rule.group in instance.detail.ahead or instance.paused(now.today.day):
        return
    try:
        day = ahead_day(instance, listener.hook)
    except DayOutOfRange as reason:
        raise now.outside(listener.rule, reason) from None
    if day is None or day > now.today.day:
        return
    if not listener.rule.in_force(now.today.day):
        return
    kind, name, today = listener.hook.kind.key, instance.rule.id, now.today.day
    cause = Cause(kind, name, today, instance.item, source=instance)
    if _is_off(now, listener, cause, there_from(instance), instance):
        return
    instance.detail.ahead |= {listener.rule.group}
    if instance.opened == today:
        # Brought about by what brought the other about, and at its moment (semantics 1.8, 1.10).
        cause = cause._replace(clock=instance.clock, behind=instance.behind, doing=instance.doing)
    _trigger_the_rest(now, listener, cause, there_from(instance), instance)


def set_event_timers(now: Situation, event: Event, listening: tuple[Listener, ...]) -> None:
    """Set the timers of what has its day counted from this event."""
    for one in listening:
        day = _reached(now, one, now.today.day)
        if day is not None:
            names = (one.hook.what, one.hook.name)
            note_start(now, one, event.item, Start(now.today.day, event, event.clock, (event,)), day)
            now.waiting.set_timer(day, one.rank, AfterEvent(one, event), names, event.item, now.today.day)


def set_run_timers(now: Situation, run: Run) -> None:
    """Set the timers of what has its day counted from the beginning of a state's run."""
    for one in now.plan.lasting.get(run.state, ()):
        day = _reached(now, one, run.began)
        if day is not None:
            note_start(now, one, run.holder, Start(run.began, run, run.event.clock, (run.event,)), day)
            now.waiting.set_timer(day, one.rank, InRun(one, run), (run.state,), run.holder, run.began)


def set_dated_timers(
    now: Situation, item: Holder, fact: str, known: int, by: Event | None, before: FactValue = None
) -> None:
    """Set the timers of what is to open on the day that a fact gives; it is known from the day `known` on, by an event.

    What is past then has its timer that day, which says what becomes of it; but not where the value was the same
    `before`, and has become known long since.
    """
    given = now.world.own(item, fact)
    if not isinstance(given, date):
        return
    for one in now.plan.dated.get(fact, ()):
        day = _reached(now, one, given.toordinal())
        if day is not None and (day >= known or given != before):
            first, what = max(day, known), ByFact(one, item, given, day, known, by)
            if day >= known or _opens_when_past(what, known):
                start = Start(0, None) if by is None else Start(by.day or 0, by, by.clock, (by,))
                note_start(now, one, item, start, first)
            now.waiting.set_timer(first, one.rank, what, (fact,), item, 0)


def set_ending_timer(now: Situation, item: Holder, fact: str, first: int) -> None:
    """Set the timer of what ends with the day that a fact gives, or on the day `first` where that is later."""
    given = now.world.own(item, fact)
    # Without a value of its own an item has the case's, which may be past.
    day = max(first, given.toordinal()) if isinstance(given, date) else first
    now.waiting.set_timer(day, Rank.NEXT, EndsByFact(fact, item), (fact,), item, 0)


def set_ending_timers(now: Situation, first: int) -> None:
    """Set the timers of what ends with the days that facts give as they stand, from the day `first` on."""
    for item in list(now.world.holders()) if now.plan.ended_by else ():
        for fact in now.plan.ended_by:
            if now.world.own(item, fact) is not None:
                set_ending_timer(now, item, fact, first)


def _reached(now: Situation, listener: Listener, first: int) -> int | None:
    """Count from a day to that of a timer; None if it lies outside the years 1 to 9999, where it never fires."""
    try:
        return listener.hook.day(first)
    except DayOutOfRange as reason:
        if listener.hook.by_calendar:
            raise now.outside(listener.rule, reason) from None
        return None
