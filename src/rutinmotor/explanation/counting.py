"""An obligation under way in, the steps by which its due date was counted out (semantics section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rutinmotor.catalogue.times import Deadline, Duration
from rutinmotor.explanation.past import Past, as_date, bears, state_named
from rutinmotor.explanation.series import anchor_of, is_later
from rutinmotor.explanation.stepping import in_month, paused, period_end, rolled, spanned
from rutinmotor.explanation.steps import GivenDay, Inherited, OnEvent, Start, Step
from rutinmotor.explanation.terms import FactRef, Length
from rutinmotor.explanation.triggers import length_of
from rutinmotor.plan.binding import calendar_finder
from rutinmotor.plan.spans import FindCalendar
from rutinmotor.replay import Cause, Course

Clock = Deadline | Duration | None


def steps_of(past: Past, course: Course) -> tuple[Step, ...]:
    """Count an obligation's due date from its rule and the facts of the day its time began; none where it has none."""
    timing = course.rule.timing
    if timing == "before":
        return _on_event(past, course)
    if timing not in ("counted", "inherited"):
        return ()
    calendars = calendar_finder(past.names(course.rule))
    steps = [_inherited(past, course)] if timing == "inherited" else list(_own_date(past, course, calendars))
    # The date itself, then extensions, then pauses, and the roll last of all.
    for more in (_extension, _pauses, _roll):
        end = steps[-1].end
        if end is not None:
            steps += more(past, course, calendars, end.toordinal())
    return tuple(steps)


def start_of(course: Course) -> int:
    """Give the day that an obligation's time began: its opening, or its last restart."""
    return course.details.start if course.details is not None else course.opened


def clock_of(past: Past, course: Course) -> Clock:
    """Give what counts: the deadline, its `at_latest`, or what its urgency word means in the catalogue (4.4, 4.5)."""
    deadline = course.rule.version.rule.deadline
    if deadline is None or deadline.kind != "urgency":
        return deadline
    repeat = course.rule.repetition
    if deadline.at_latest is not None or (repeat is not None and repeat.each):
        return deadline.at_latest
    return past.names(course.rule).catalogue.text.urgency.get(deadline.urgency or "")


def _on_event(past: Past, course: Course) -> tuple[Step, ...]:
    for event in past.events:
        if event.day == course.due and event.type == course.rule.before and bears(event.item, course.item):
            return (OnEvent(past.event(event), as_date(event.day or 0)),)
    return ()


def _inherited(past: Past, course: Course) -> Step:
    cause = course.cause
    day = course.details.base if course.details is not None else course.due
    other = past.rule_named(cause.type if isinstance(cause, Cause) else "")
    return Inherited(other, None if day is None else as_date(day))


def _own_date(past: Past, course: Course, calendars: FindCalendar) -> Iterator[Step]:
    """Count the deadline's own date, or the next of a series."""
    repeat, clock = course.rule.version.rule.repeat, clock_of(past, course)
    start = start_of(course)
    restarted = start > course.opened
    if repeat is not None and repeat.each:
        yield Start(as_date(start), "opened")
        yield (period := period_end(start, repeat.each))
        if clock is not None:
            yield from _deadline(past, course, calendars, clock, period.end.toordinal())
    elif repeat is not None and repeat.every is not None and repeat.from_ == "trigger":
        anchor, number = anchor_of(past, course, calendars)
        yield Start(as_date(anchor), "series")
        yield spanned(calendars, anchor, length_of(repeat.every), purpose="repeat", times=number)
    elif repeat is not None and repeat.every is not None and (clock is None or is_later(course)):
        yield Start(as_date(start), "restarted" if restarted else "fulfilled" if is_later(course) else "opened")
        yield spanned(calendars, start, length_of(repeat.every), purpose="repeat")
    else:
        assert clock is not None
        yield Start(as_date(start), "restarted" if restarted else "opened")
        yield from _deadline(past, course, calendars, clock, start)


def _deadline(
    past: Past, course: Course, calendars: FindCalendar, clock: Deadline | Duration, day: int
) -> Iterator[Step]:
    """Count a deadline from a day, with the facts of the day that the time began."""
    if not isinstance(clock, Deadline):
        yield spanned(calendars, day, length_of(clock))
    elif clock.kind == "day_of_month":
        yield in_month(day, clock.day_of_month or 1, clock.months_ahead or 0)
    elif clock.kind == "end_of":
        yield period_end(day, clock.end_of or "month")
    elif clock.kind == "date":
        given = _given_day(past, course, clock.date or "")
        yield given
        if (by := clock.plus or clock.minus) is not None:
            yield spanned(calendars, given.end.toordinal(), length_of(by), back=clock.minus is not None)
    else:
        length, fact = _number(past, course, clock)
        yield spanned(calendars, day, length, fact=fact)


def _given_day(past: Past, course: Course, name: str) -> GivenDay:
    fact = past.fact(course.rule, name, course.item, start_of(course))
    assert isinstance(fact.value, date)
    return GivenDay(fact, fact.value)


def _number(past: Past, course: Course, clock: Deadline) -> tuple[Length, FactRef | None]:
    """Give the length of a deadline in a unit, and the fact that its number comes from, if it does."""
    number: int | str = getattr(clock, clock.kind)
    calendar = clock.calendar if clock.kind == "working_days" else None
    if isinstance(number, int):
        return Length(clock.kind, number, calendar), None
    fact = past.fact(course.rule, number, course.item, start_of(course))
    assert isinstance(fact.value, int)
    return Length(clock.kind, fact.value, calendar), fact


def _extension(past: Past, course: Course, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Count all extensions as one, from the date before any pause or roll (semantics 4.10)."""
    details, extended_by = course.details, course.rule.version.rule.extended_by
    if details is None or extended_by is None or not details.extensions:
        return
    # Those before a restart no longer count.
    events = [event for extended, event in past.replay.extended if extended is course][-details.extensions :]
    yield spanned(
        calendars,
        day,
        length_of(extended_by.by),
        purpose="extension",
        times=details.extensions,
        events=tuple(past.event(event) for event in events),
    )


def _pauses(past: Past, course: Course, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Count each pause in turn, the running one up to the last day seen (semantics 4.9)."""
    details, state = course.details, course.rule.paused_while
    if details is None or state is None:
        return
    clock = clock_of(past, course)
    name = clock.calendar if clock is not None and _in_working_days(clock) else None
    calendar = calendars(name) if name else None
    named = state_named(past.names(course.rule), state)
    through = past.at if course.closed is None else course.closed
    running = [(details.held_since, through)] if details.held_since is not None else []
    for pause in (*details.pauses, *running):
        step = paused(named, calendar, name, details.start, pause, day, ongoing=pause in running)
        day = step.end.toordinal()
        yield step


def _in_working_days(clock: Deadline | Duration) -> bool:
    return (clock.kind if isinstance(clock, Deadline) else clock.unit) == "working_days"


def _roll(past: Past, course: Course, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Move a due date that is no working day, unless it is D after the one before in its series (semantics 4.6)."""
    clock, repeat = clock_of(past, course), course.rule.version.rule.repeat
    if not isinstance(clock, Deadline) or clock.roll is None or clock.calendar is None:
        return
    if repeat is not None and not repeat.each and is_later(course):
        return
    step = rolled(calendars(clock.calendar), clock.calendar, day, clock.roll)
    if step is not None:
        yield step
