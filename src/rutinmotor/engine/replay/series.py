"""What comes again: a series begun, gone on with or started anew (semantics 5.3, 5.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rutinmotor.engine.plan import BoundRule, Repetition, settled
from rutinmotor.engine.replay.admitting import Facts, admit, counted
from rutinmotor.engine.replay.clocks import follow
from rutinmotor.engine.replay.doubting import missing_of, put
from rutinmotor.engine.replay.instance import NO_TYPES, Cause, Instance, Series
from rutinmotor.engine.replay.running_out import may_run_out
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import NextInSeries
from rutinmotor.ground.days import Calendar, DayOutOfRange, first_of, last_of
from rutinmotor.language.case import Event, Holder
from rutinmotor.language.constructs import Rank, Span

# Looked up once, as an Enum's member costs more than a name.
_NEXT = Rank.NEXT


class Again(NamedTuple):
    """The time of an open one that starts again: its due date, and the calendar of a time in working days."""

    due: int | None
    calendar: Calendar | None


def begin_series(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, facts: Facts) -> bool:
    """Open the first of a series, or wait for the first whole period; False if the deadline lacks a fact."""
    if begins_later(now, rule):
        _wait(now, rule, item, cause)
        return True
    found, base = _first_due(now, rule, facts)
    if not found:
        return False
    _open(now, _begun(now, rule, item, cause), base, later=False)
    return True


def _begun(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause) -> Series:
    one_by_one = rule.repetition is not None and rule.repetition.one_event_one
    series = Series(
        rule, item, cause, began=now.today.day, first=cause, anchor=now.today.day, used=set() if one_by_one else None
    )
    now.open.series.setdefault(rule.group, {})[item] = series
    _run_ahead(now, series, cause)
    return series


def _run_ahead(now: Situation, series: Series, cause: Event | Cause) -> None:
    """Let a series that a cause begins or restarts run ahead of what the cause names, if it does (semantics 3.2)."""
    if isinstance(cause, Cause) and cause.other is not None:
        now.waiting.run_series_ahead(series, cause.other)


def begins_later(now: Situation, rule: BoundRule) -> bool:
    """Say that a rule counts only whole periods, and that today's began before today (semantics 5.4)."""
    repetition, day = rule.repetition, now.today.day
    return repetition is not None and repetition.whole and first_of(day, repetition.each or "month") < day


def _wait(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause) -> None:
    """Begin a series of which the first is still to come."""
    series = _begun(now, rule, item, cause)
    series.number = 0
    # What ends it is looked for among the rules that have opened something.
    now.open.by_rule.setdefault(rule.index, {})
    if now.today.serves:
        now.today.begun.append(series)
    _set_next(now, series)


def behind_fulfilment(now: Situation, done: Instance) -> tuple[tuple[Event, ...], frozenset[str]]:
    """Give the events of today behind what a fulfilment brings about, and the types that could be its doing too."""
    if (
        done.details is not None
        and done.details.stood
        and done.closing is not None
        and done.closing.day != now.today.day
    ):
        # It was done on an earlier day, though it comes with an answer of today.
        return (), NO_TYPES
    types = frozenset(type_ for version in now.plan.versions[done.rule.group] for type_ in version.fulfilled_by)
    events = () if done.closing_event is None else (done.closing_event,)
    return (events, types) if done.opened != now.today.day else ((*events, *done.behind), types | done.doing)


def next_after_fulfilment(now: Situation, done: Instance) -> None:
    """Open the next of a `from: fulfilment` series, at the end of the day on which its last one was fulfilled."""
    series = done.detail.series
    if series is None or not series.running or _repetition(series).from_ != "fulfilment":
        return
    verdict = _asked_again(now, series)
    if verdict is not None:
        go_on(now, series, verdict, done)


def next_in_turn(now: Situation, timed: NextInSeries) -> None:
    """Open the next of a `from: trigger` or `each` series, if the timer that says so still fits."""
    series = timed.series
    if not series.running or series.number != timed.number or series.anchor != timed.anchor:
        return
    series.number += 1
    verdict = _asked_again(now, series)
    if now.today.no_more_events and verdict is False and not may_run_out(now):
        # No event will come, and no state end by itself, so what the condition says now it will always say.
        return
    if verdict is not None:
        go_on(now, series, verdict)


def go_on(
    now: Situation, series: Series, verdict: bool, done: Instance | None = None, known: Facts | None = None
) -> None:
    """Open the next of a series today, or leave it out, as its condition says; `done` is the one fulfilled before.

    Its deadline reads today's facts, or those `known`; where it needs one that is missing, it is a question.
    """
    rule, repetition = series.rule, _repetition(series)
    if repetition.from_ == "fulfilment":
        if verdict:
            series.number += 1
            _open(now, series, _every(now, rule, now.today.day, 1), later=True, done=done)
        else:
            now.open.end_series(series)
    elif not verdict:
        _set_next(now, series)
    elif repetition.each is None:
        _open(now, series, _every(now, rule, series.anchor, series.number), later=True)
    else:
        facts = now.world.facts(series.item) if known is None else known
        found, base = _each_due(now, rule, facts)
        if found:
            _open(now, series, base, later=True)
        else:
            assert rule.deadline is not None
            missing = missing_of(rule.deadline.needs(), facts)
            put(now, rule, series.item, series.cause, "go_on", facts, missing, series=series)


def again_in_series(now: Situation, instance: Instance, facts: Facts) -> Again | Sequence[str]:
    """Count the due date of an open one of a series whose time starts again today; as `time_again`.

    The first's is counted as it opened, a later one's by the series' span.
    """
    rule, later = instance.rule, instance.detail.later
    repetition = rule.repetition
    assert repetition is not None
    if repetition.from_ == "fulfilment" and later:
        return Again(_every(now, rule, now.today.day, 1), _moves_by(rule, later=True))
    found, base = _first_due(now, rule, facts)
    if found:
        return Again(base, _moves_by(rule, later=later))
    return rule.deadline.needs() if rule.deadline is not None else ()


def restart_series(now: Situation, series: Series, cause: Event | Cause, start: int) -> None:
    """Start a series again from the day `start`: it runs ahead of what the cause names, if that does.

    One `from: trigger` counts anew from that day, and opens its first where none is open.
    """
    _run_ahead(now, series, cause)
    repetition = _repetition(series)
    if repetition.from_ != "trigger":
        return
    for question in tuple(now.questions.of(series.rule.group, series.item)):
        if question.series is series:
            now.questions.close(question, "overtaken", now.today.day)
    series.anchor, series.number = start, 1
    versions = now.plan.versions[series.rule.group]
    if any(instance.detail.series is series for instance in now.open.of_versions(versions, series.item)):
        _set_next(now, series)
    else:
        series.cause = cause
        _open(now, series, _every(now, series.rule, start, 1), later=False)


def _open(now: Situation, series: Series, base: int | None, *, later: bool, done: Instance | None = None) -> None:
    instance = Instance(series.rule, series.item, series.cause, now.today.day, base)
    details = instance.detail
    details.series, details.later, details.number = series, later, series.number
    details.after_fulfilment = later and _repetition(series).from_ == "fulfilment"
    if done is not None:
        details.behind, details.doing = behind_fulfilment(now, done)
    admit(now, instance, base, _moves_by(series.rule, later=later))
    if series.other is not None:
        follow(now, instance, series.other)
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
    # What would have come up meanwhile, where the time starts again as of an earlier day (semantics 2.7), comes now.
    day = max(day, now.today.day)
    now.waiting.set_timer(day, _NEXT, what, (series.rule.id,), series.item, now.today.day)


def _asked_again(now: Situation, series: Series) -> bool | None:
    """Ask the condition for a later obligation, of its item (semantics 2.4); None where that is a question now."""
    rule, item = series.rule, series.item
    if rule.condition is None:
        return True
    facts = now.world.facts(item)
    verdict = rule.condition.judge(facts, now.world, item)
    if verdict is False:
        now.found.note_later(now.today.day, rule, item, series.cause)
    elif verdict is None:
        missing = set(rule.condition.missing(facts, now.world, item))
        rest = settled(rule.condition, facts, now.world, item)
        put(now, rule, item, series.cause, "go_on", facts, missing, rest=rest, series=series, needs=needs_later(rule))
    return verdict


def needs_later(rule: BoundRule) -> Sequence[str]:
    """Name the facts that the deadline of a later one of a series reads."""
    by_deadline = rule.repetition is not None and rule.repetition.each is not None and rule.deadline is not None
    return rule.deadline.needs() if by_deadline and rule.deadline is not None else ()


def _first_due(now: Situation, rule: BoundRule, facts: Facts) -> tuple[bool, int | None]:
    """Count the first due date of a series; the first value says whether it could be counted."""
    repetition = rule.repetition
    assert repetition is not None
    if repetition.each is not None:
        return _each_due(now, rule, facts)
    if rule.deadline is not None:
        due = counted(now, rule, rule.deadline, now.today.day, facts)
        return due is not None, due
    if rule.timing == "counted":
        return True, _every(now, rule, now.today.day, 1)
    return True, None


def _each_due(now: Situation, rule: BoundRule, facts: Facts) -> tuple[bool, int | None]:
    assert rule.repetition is not None
    assert rule.repetition.each is not None
    last = last_of(now.today.day, rule.repetition.each)
    if rule.deadline is None:
        return True, last
    due = counted(now, rule, rule.deadline, last, facts)
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
