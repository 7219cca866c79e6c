"""What comes again: a series begun, gone on with or started anew (semantics 5.3, 5.4)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, Repetition
from rutinmotor.engine.replay.admitting import admit, counted, restart_time
from rutinmotor.engine.replay.course import Cause, Course, Series
from rutinmotor.engine.replay.ledger import NEXT, Ledger
from rutinmotor.ground.days import Calendar, DayOutOfRange, last_of
from rutinmotor.language.case import Event
from rutinmotor.language.constructs import Span

Holder = str | None


def begin_series(ledger: Ledger, rule: BoundRule, item: Holder, cause: Event | Cause) -> bool:
    """Open the first of a series; False if its due date could not be counted."""
    found, base = _first_due(ledger, rule, item)
    if not found:
        return False
    one_by_one = rule.repetition is not None and rule.repetition.one_event_one
    series = Series(rule, item, cause, anchor=ledger.day, used=set() if one_by_one else None)
    ledger.series.setdefault(rule.group, {})[item] = series
    _open(ledger, series, base, later=False)
    return True


def next_after_fulfilment(ledger: Ledger, course: Course) -> None:
    """Open the next of a `from: fulfilment` series, on the day its last one was fulfilled."""
    series = course.detail.series
    if series is None or not series.running or _repetition(series).from_ != "fulfilment":
        return
    if not _asked_again(ledger, series):
        end_series(ledger, series)
        return
    series.number += 1
    _open(ledger, series, _every(ledger, series.rule, ledger.day, 1), later=True)


def next_in_turn(ledger: Ledger, series: Series, number: int, anchor: int) -> None:
    """Open the next of a `from: trigger` or `each` series, if the timer that says so still fits."""
    if not series.running or series.number != number or series.anchor != anchor:
        return
    series.number += 1
    wanted = _asked_again(ledger, series)
    if ledger.frozen and not wanted:
        # No event will come, so what the condition says now it will always say.
        return
    repetition = _repetition(series)
    found, base = True, None
    if wanted:
        if repetition.each is not None:
            found, base = _each_due(ledger, series.rule, series.item)
        else:
            base = _every(ledger, series.rule, series.anchor, series.number)
        if found:
            _open(ledger, series, base, later=True)
            return
    _set_next(ledger, series)


def restart_in_series(ledger: Ledger, course: Course) -> None:
    """Start the time again of an open one of a series: the first's as it opened, a later one's by the series' span."""
    rule = course.rule
    repetition = rule.repetition
    assert repetition is not None
    if repetition.from_ == "fulfilment" and course.detail.later:
        restart_time(ledger, course, _every(ledger, rule, ledger.day, 1), _moves_by(rule, later=True))
        return
    found, base = _first_due(ledger, rule, course.item)
    if found:
        restart_time(ledger, course, base, _moves_by(rule, later=course.detail.later))


def restart_series(ledger: Ledger, series: Series, cause: Event | Cause) -> None:
    """Count a `from: trigger` series anew from today, and open its first where none is open."""
    repetition = _repetition(series)
    if repetition.from_ != "trigger":
        return
    series.anchor, series.number = ledger.day, 1
    if any(course.detail.series is series for course in ledger.open_of_group(series.rule.group, series.item)):
        _set_next(ledger, series)
    else:
        series.cause = cause
        _open(ledger, series, _every(ledger, series.rule, ledger.day, 1), later=False)


def end_series(ledger: Ledger, series: Series) -> None:
    """Let nothing of a series come again."""
    series.running = False
    running = ledger.series.get(series.rule.group)
    if running is not None and running.get(series.item) is series:
        del running[series.item]


def _open(ledger: Ledger, series: Series, base: int | None, *, later: bool) -> None:
    course = Course(series.rule, series.item, series.cause, ledger.day, base)
    details = course.detail
    details.series, details.later = series, later
    details.after_fulfilment = later and _repetition(series).from_ == "fulfilment"
    admit(ledger, course, base, _moves_by(series.rule, later=later))
    _set_next(ledger, series)


def _moves_by(rule: BoundRule, *, later: bool) -> Calendar | None:
    """Give the calendar of the span or deadline that counts one of a series, if it counts in working days."""
    repetition = rule.repetition
    assert repetition is not None
    by_span = repetition.every is not None and (later or rule.deadline is None)
    if not by_span or repetition.every is None:
        return rule.moves_by
    working = repetition.every.working
    return working.table if working else None


def _set_next(ledger: Ledger, series: Series) -> None:
    """Set the timer of the next one, where the calendar or the trigger decides its day."""
    repetition = _repetition(series)
    if repetition.each is not None:
        day = last_of(ledger.day, repetition.each) + 1
    elif repetition.from_ == "trigger":
        day = _every(ledger, series.rule, series.anchor, series.number) + 1
    else:
        return
    ledger.set_timer(day, NEXT, (series.rule.id,), series.item, ledger.day, (series, series.number, series.anchor))


def _asked_again(ledger: Ledger, series: Series) -> bool:
    """Ask the condition for a later obligation, of its item (semantics 2.4); unknown is listed."""
    rule, item = series.rule, series.item
    if rule.condition is None:
        return True
    facts = ledger.world.facts(item)
    verdict = rule.condition.judge(facts, ledger.world, item)
    if verdict is None:
        ledger.undecided(rule, item, set(rule.condition.missing(facts, ledger.world, item)))
    if verdict is not True:
        ledger.note(rule, item, series.cause, "undetermined" if verdict is None else "refused")
    return verdict is True


def _first_due(ledger: Ledger, rule: BoundRule, item: Holder) -> tuple[bool, int | None]:
    """Count the first due date of a series; the first value says whether it could be counted."""
    repetition = rule.repetition
    assert repetition is not None
    if repetition.each is not None:
        return _each_due(ledger, rule, item)
    if rule.deadline is not None:
        due = counted(ledger, rule, rule.deadline, item, ledger.day)
        return due is not None, due
    if rule.timing == "counted":
        return True, _every(ledger, rule, ledger.day, 1)
    return True, None


def _each_due(ledger: Ledger, rule: BoundRule, item: Holder) -> tuple[bool, int | None]:
    assert rule.repetition is not None
    assert rule.repetition.each is not None
    last = last_of(ledger.day, rule.repetition.each)
    if rule.deadline is None:
        return True, last
    due = counted(ledger, rule, rule.deadline, item, last)
    return due is not None, due


def _every(ledger: Ledger, rule: BoundRule, start: int, times: int) -> int:
    span: Span | None = rule.repetition.every if rule.repetition else None
    assert span is not None
    try:
        return span.after(start, times)
    except DayOutOfRange as reason:
        raise ledger.outside(rule, reason) from None


def _repetition(series: Series) -> Repetition:
    assert series.rule.repetition is not None
    return series.rule.repetition
