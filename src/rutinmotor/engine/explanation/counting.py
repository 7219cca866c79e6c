"""An obligation under way in, the steps by which its due date was counted out (semantics section 4)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rutinmotor.engine.explanation.place_in_series import anchor_of, is_next
from rutinmotor.engine.explanation.replayed import Past, as_date, bears, state_named
from rutinmotor.engine.explanation.stepping import in_month, paused, period_end, rolled, spanned
from rutinmotor.engine.explanation.steps import GivenDay, Inherited, OnEvent, Start, Step
from rutinmotor.engine.explanation.terms import FactRef, Length
from rutinmotor.engine.explanation.triggers import length_of
from rutinmotor.engine.plan import FindCalendar, calendar_finder
from rutinmotor.engine.replay import Cause, Course
from rutinmotor.language.catalogue import Deadline, Duration

Clock = Deadline | Duration | None


def steps_of(past: Past, course: Course) -> tuple[Step, ...]:
    """Count an obligation's due date from its rule and the facts of the day its time began; none where it has none."""
    calendars = calendar_finder(past.names(course.rule))
    steps = list(_own_date(past, course, calendars))
    # The date itself, then extensions, then pauses, and the roll last of all.
    for more in (_extension, _pauses, _roll):
        end = steps[-1].end if steps else None
        if end is not None:
            steps += more(past, course, calendars, end.toordinal())
    return tuple(steps)


def timing_of(course: Course) -> str:
    """Say what kind of due date an obligation has; a later one of a series has one also where the first has none."""
    return "counted" if is_next(course) else course.rule.timing


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


def _own_date(past: Past, course: Course, calendars: FindCalendar) -> Iterator[Step]:
    """Count the deadline's own date, or the next of a series."""
    repeat, clock, timing = course.rule.version.rule.repeat, clock_of(past, course), timing_of(course)
    start = start_of(course)
    begins = Start(
        as_date(start), "restarted" if start > course.opened else "fulfilled" if is_next(course) else "opened"
    )
    if timing == "inherited":
        yield _inherited(past, course)
    elif timing == "before":
        yield from _on_event(past, course)
    elif timing != "counted":
        return
    elif repeat is not None and repeat.each:
        yield begins
        yield (period := period_end(start, repeat.each))
        if clock is not None:
            yield from _deadline(past, course, calendars, clock, period.end.toordinal())
    elif repeat is not None and repeat.every is not None and repeat.from_ == "trigger":
        anchor, number = anchor_of(past, course, calendars)
        yield begins if anchor == start else Start(as_date(anchor), "series")
        yield spanned(calendars, anchor, length_of(repeat.every), purpose="repeat", times=number)
    elif repeat is not None and repeat.every is not None and (clock is None or is_next(course)):
        yield begins
        yield spanned(calendars, start, length_of(repeat.every), purpose="repeat")
    else:
        assert clock is not None
        yield begins
        yield from _deadline(past, course, calendars, clock, start)


def _on_event(past: Past, course: Course) -> Iterator[Step]:
    for event in past.events:
        if event.day == course.due and event.type == course.rule.before and bears(event.item, course.item):
            yield OnEvent(past.event(event), as_date(event.day or 0))
            return


def _inherited(past: Past, course: Course) -> Step:
    cause = course.cause
    day = course.details.base if course.details is not None else course.due
    other = past.rule_named(cause.type if isinstance(cause, Cause) else "")
    return Inherited(other, None if day is None else as_date(day))


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
    name = _working_calendar(past, course)
    calendar = calendars(name) if name else None
    named = state_named(past.names(course.rule), state)
    through = past.at if course.closed is None else course.closed
    running = [(details.held_since, through)] if details.held_since is not None else []
    for pause in (*details.pauses, *running):
        step = paused(named, calendar, name, details.start, pause, day, ongoing=pause in running)
        day = step.end.toordinal()
        yield step


def _working_calendar(past: Past, course: Course) -> str | None:
    """Name the calendar of a time that is counted in working days; None for any other."""
    repeat, clock = course.rule.version.rule.repeat, clock_of(past, course)
    if repeat is not None and repeat.every is not None and (is_next(course) or clock is None):
        return repeat.every.calendar
    if isinstance(clock, Deadline):
        return clock.calendar if clock.kind == "working_days" else None
    return clock.calendar if clock is not None else None


def _roll(past: Past, course: Course, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Move a due date that is no working day, unless it is D after the one before in its series (semantics 4.6)."""
    clock = clock_of(past, course)
    if not isinstance(clock, Deadline) or clock.roll is None or clock.calendar is None or is_next(course):
        return
    step = rolled(calendars(clock.calendar), clock.calendar, day, clock.roll)
    if step is not None:
        yield step
