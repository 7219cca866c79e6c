"""What comes again: a series begun, gone on with or started anew (semantics 5.3, 5.4)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, Repetition
from rutinmotor.engine.replay.admitting import admit, counted, restart_time
from rutinmotor.engine.replay.instance import Cause, Instance, Series
from rutinmotor.engine.replay.running_out import may_run_out
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import NextInSeries
from rutinmotor.ground.days import Calendar, DayOutOfRange, last_of
from rutinmotor.language.case import NO_CLOCK, Event, Holder
from rutinmotor.language.constructs import Rank, Span

# Looked up once, as an Enum's member costs more than a name.
_NEXT = Rank.NEXT


def begin_series(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause) -> bool:
    """Open the first of a series; False if its due date could not be counted."""
    found, base = _first_due(now, rule, item, cause.clock)
    if not found:
        return False
    one_by_one = rule.repetition is not None and rule.repetition.one_event_one
    series = Series(
        rule, item, cause, began=now.today.day, first=cause, anchor=now.today.day, used=set() if one_by_one else None
    )
    now.open.series.setdefault(rule.group, {})[item] = series
    _open(now, series, base, later=False)
    return True


def behind_fulfilment(now: Situation, done: Instance) -> tuple[tuple[Event, ...], frozenset[str]]:
    """Give the events of today behind what a fulfilment brings about, and the types that could be its doing too."""
    types = frozenset(type_ for version in now.plan.versions[done.rule.group] for type_ in version.fulfilled_by)
    events = () if done.closing_event is None else (done.closing_event,)
    return (events, types) if done.opened != now.today.day else ((*events, *done.behind), types | done.doing)


def next_after_fulfilment(now: Situation, done: Instance) -> None:
    """Open the next of a `from: fulfilment` series, at the end of the day on which its last one was fulfilled."""
    series = done.detail.series
    if series is None or not series.running or _repetition(series).from_ != "fulfilment":
        return
    if not _asked_again(now, series):
        now.open.end_series(series)
        return
    series.number += 1
    _open(now, series, _every(now, series.rule, now.today.day, 1), later=True, done=done)


def next_in_turn(now: Situation, timed: NextInSeries) -> None:
    """Open the next of a `from: trigger` or `each` series, if the timer that says so still fits."""
    series = timed.series
    if not series.running or series.number != timed.number or series.anchor != timed.anchor:
        return
    series.number += 1
    wanted = _asked_again(now, series)
    if now.today.no_more_events and not wanted and not may_run_out(now):
        # No event will come, and no state end by itself, so what the condition says now it will always say.
        return
    repetition = _repetition(series)
    found, base = True, None
    if wanted:
        if repetition.each is not None:
            found, base = _each_due(now, series.rule, series.item)
        else:
            base = _every(now, series.rule, series.anchor, series.number)
        if found:
            _open(now, series, base, later=True)
            return
    _set_next(now, series)


def restart_in_series(now: Situation, instance: Instance, clock: int) -> None:
    """Start the time again of an open one of a series: the first's as it opened, a later one's by the series' span.

    `clock` is that of the trigger.
    """
    rule = instance.rule
    repetition = rule.repetition
    assert repetition is not None
    if repetition.from_ == "fulfilment" and instance.detail.later:
        restart_time(now, instance, _every(now, rule, now.today.day, 1), _moves_by(rule, later=True), clock)
        return
    found, base = _first_due(now, rule, instance.item, clock)
    if found:
        restart_time(now, instance, base, _moves_by(rule, later=instance.detail.later), clock)


def restart_series(now: Situation, series: Series, cause: Event | Cause) -> None:
    """Count a `from: trigger` series anew from today, and open its first where none is open."""
    repetition = _repetition(series)
    if repetition.from_ != "trigger":
        return
    series.anchor, series.number = now.today.day, 1
    versions = now.plan.versions[series.rule.group]
    if any(instance.detail.series is series for instance in now.open.of_versions(versions, series.item)):
        _set_next(now, series)
    else:
        series.cause = cause
        _open(now, series, _every(now, series.rule, now.today.day, 1), later=False)


def _open(now: Situation, series: Series, base: int | None, *, later: bool, done: Instance | None = None) -> None:
    instance = Instance(series.rule, series.item, series.cause, now.today.day, base)
    details = instance.detail
    details.series, details.later = series, later
    details.after_fulfilment = later and _repetition(series).from_ == "fulfilment"
    if done is not None:
        details.behind, details.doing = behind_fulfilment(now, done)
    admit(now, instance, base, _moves_by(series.rule, later=later))
    _set_next(now, series)


def _moves_by(rule: BoundRule, *, later: bool) -> Calendar | None:
    """Give the calendar of the span or deadline that counts one of a series, if it counts in working days."""
    repetition = rule.repetition
    assert repetition is not None
    by_span = repetition.every is not None and (later or rule.deadline is None)
    if not by_span or repetition.every is None:
        return rule.moves_by
    working = repetition.every.working
    return working.table if working else None


def _set_next(now: Situation, series: Series) -> None:
    """Set the timer of the next one, where the calendar or the trigger decides its day."""
    repetition = _repetition(series)
    if repetition.each is not None:
        day = last_of(now.today.day, repetition.each) + 1
    elif repetition.from_ == "trigger":
        day = _every(now, series.rule, series.anchor, series.number) + 1
    else:
        return
    what = NextInSeries(series, series.number, series.anchor)
    now.waiting.set_timer(day, _NEXT, what, (series.rule.id,), series.item, now.today.day)


def _asked_again(now: Situation, series: Series) -> bool:
    """Ask the condition for a later obligation, of its item (semantics 2.4); unknown is listed."""
    rule, item = series.rule, series.item
    if rule.condition is None:
        return True
    facts = now.world.facts(item)
    verdict = rule.condition.judge(facts, now.world, item)
    if verdict is None:
        now.found.undecided(now.today.day, rule, item, set(rule.condition.missing(facts, now.world, item)))
    if verdict is not True:
        became = "undetermined" if verdict is None else "refused"
        now.found.note(now.today.day, rule, item, series.cause, became, later=True)
    return verdict is True


def _first_due(now: Situation, rule: BoundRule, item: Holder, clock: int) -> tuple[bool, int | None]:
    """Count the first due date of a series; the first value says whether it could be counted."""
    repetition = rule.repetition
    assert repetition is not None
    if repetition.each is not None:
        return _each_due(now, rule, item, clock)
    if rule.deadline is not None:
        due = counted(now, rule, rule.deadline, item, now.today.day, clock)
        return due is not None, due
    if rule.timing == "counted":
        return True, _every(now, rule, now.today.day, 1)
    return True, None


def _each_due(now: Situation, rule: BoundRule, item: Holder, clock: int = NO_CLOCK) -> tuple[bool, int | None]:
    assert rule.repetition is not None
    assert rule.repetition.each is not None
    last = last_of(now.today.day, rule.repetition.each)
    if rule.deadline is None:
        return True, last
    due = counted(now, rule, rule.deadline, item, last, clock)
    return due is not None, due


def _every(now: Situation, rule: BoundRule, start: int, times: int) -> int:
    span: Span | None = rule.repetition.every if rule.repetition else None
    assert span is not None
    try:
        return span.after(start, times)
    except DayOutOfRange as reason:
        raise now.outside(rule, reason) from None


def _repetition(series: Series) -> Repetition:
    assert series.rule.repetition is not None
    return series.rule.repetition
