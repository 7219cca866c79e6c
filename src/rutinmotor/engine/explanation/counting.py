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
from rutinmotor.engine.replay import Cause, Instance
from rutinmotor.language.catalogue import Deadline, Duration

Clock = Deadline | Duration | None


def steps_of(past: Past, instance: Instance) -> tuple[Step, ...]:
    """Count an obligation's due date from its rule and the facts of the day its time began; none where it has none."""
    calendars = calendar_finder(past.names(instance.rule))
    steps = list(_own_date(past, instance, calendars))
    # The date itself, then extensions, then pauses, and the roll last of all.
    for more in (_extension, _pauses, _roll):
        end = steps[-1].end if steps else None
        if end is not None:
            steps += more(past, instance, calendars, end.toordinal())
    return tuple(steps)


def timing_of(instance: Instance) -> str:
    """Say what kind of due date an obligation has; a later one of a series has one also where the first has none."""
    return "counted" if is_next(instance) else instance.rule.timing


def start_of(instance: Instance) -> int:
    """Give the day that an obligation's time began: its opening, or its last restart."""
    return instance.details.start if instance.details is not None else instance.opened


def clock_of(past: Past, instance: Instance) -> Clock:
    """Give what counts: the deadline, its `at_latest`, or what its urgency word means in the catalogue (4.4, 4.5)."""
    deadline = instance.rule.version.rule.deadline
    if deadline is None or deadline.kind != "urgency":
        return deadline
    repeat = instance.rule.repetition
    if deadline.at_latest is not None or (repeat is not None and repeat.each):
        return deadline.at_latest
    return past.names(instance.rule).catalogue.text.urgency.get(deadline.urgency or "")


def _own_date(past: Past, instance: Instance, calendars: FindCalendar) -> Iterator[Step]:
    """Count the deadline's own date, or the next of a series."""
    repeat, clock, timing = instance.rule.version.rule.repeat, clock_of(past, instance), timing_of(instance)
    start = start_of(instance)
    begins = Start(
        as_date(start), "restarted" if start > instance.opened else "fulfilled" if is_next(instance) else "opened"
    )
    if timing == "inherited":
        yield _inherited(past, instance)
    elif timing == "before":
        yield from _on_event(past, instance)
    elif timing != "counted":
        return
    elif repeat is not None and repeat.each:
        yield begins
        yield (period := period_end(start, repeat.each))
        if clock is not None:
            yield from _deadline(past, instance, calendars, clock, period.end.toordinal())
    elif repeat is not None and repeat.every is not None and repeat.from_ == "trigger":
        anchor, number = anchor_of(past, instance, calendars)
        yield begins if anchor == start else Start(as_date(anchor), "series")
        yield spanned(calendars, anchor, length_of(repeat.every), purpose="repeat", times=number)
    elif repeat is not None and repeat.every is not None and (clock is None or is_next(instance)):
        yield begins
        yield spanned(calendars, start, length_of(repeat.every), purpose="repeat")
    else:
        assert clock is not None
        yield begins
        yield from _deadline(past, instance, calendars, clock, start)


def _on_event(past: Past, instance: Instance) -> Iterator[Step]:
    for event in past.events:
        if event.day == instance.due and event.type == instance.rule.before and bears(event.item, instance.item):
            yield OnEvent(past.event(event), as_date(event.day or 0))
            return


def _inherited(past: Past, instance: Instance) -> Step:
    cause = instance.cause
    day = instance.details.base if instance.details is not None else instance.due
    other = past.rule_named(cause.type if isinstance(cause, Cause) else "")
    return Inherited(other, None if day is None else as_date(day))


def _deadline(
    past: Past, instance: Instance, calendars: FindCalendar, clock: Deadline | Duration, day: int
) -> Iterator[Step]:
    """Count a deadline from a day, with the facts of the day that the time began."""
    if not isinstance(clock, Deadline):
        yield spanned(calendars, day, length_of(clock))
    elif clock.kind == "day_of_month":
        yield in_month(day, clock.day_of_month or 1, clock.months_ahead or 0)
    elif clock.kind == "end_of":
        yield period_end(day, clock.end_of or "month")
    elif clock.kind == "date":
        given = _given_day(past, instance, clock.date or "")
        yield given
        if (by := clock.plus or clock.minus) is not None:
            yield spanned(calendars, given.end.toordinal(), length_of(by), back=clock.minus is not None)
    else:
        length, fact = _number(past, instance, clock)
        yield spanned(calendars, day, length, fact=fact)


def _given_day(past: Past, instance: Instance, name: str) -> GivenDay:
    fact = past.fact(instance.rule, name, instance.item, start_of(instance))
    assert isinstance(fact.value, date)
    return GivenDay(fact, fact.value)


def _number(past: Past, instance: Instance, clock: Deadline) -> tuple[Length, FactRef | None]:
    """Give the length of a deadline in a unit, and the fact that its number comes from, if it does."""
    number: int | str = getattr(clock, clock.kind)
    calendar = clock.calendar if clock.kind == "working_days" else None
    if isinstance(number, int):
        return Length(clock.kind, number, calendar), None
    fact = past.fact(instance.rule, number, instance.item, start_of(instance))
    assert isinstance(fact.value, int)
    return Length(clock.kind, fact.value, calendar), fact


def _extension(past: Past, instance: Instance, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Count all extensions as one, from the date before any pause or roll (semantics 4.10)."""
    details, extended_by = instance.details, instance.rule.version.rule.extended_by
    if details is None or extended_by is None or not details.extensions:
        return
    # Those before a restart no longer count.
    events = [event for extended, event in past.replay.extended if extended is instance][-details.extensions :]
    yield spanned(
        calendars,
        day,
        length_of(extended_by.by),
        purpose="extension",
        times=details.extensions,
        events=tuple(past.event(event) for event in events),
    )


def _pauses(past: Past, instance: Instance, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Count each pause in turn, the running one up to the last day seen (semantics 4.9)."""
    details, state = instance.details, instance.rule.paused_while
    if details is None or state is None:
        return
    name = _working_calendar(past, instance)
    calendar = calendars(name) if name else None
    named = state_named(past.names(instance.rule), state)
    through = past.at if instance.closed is None else instance.closed
    running = [(details.held_since, through)] if details.held_since is not None else []
    for pause in (*details.pauses, *running):
        step = paused(named, calendar, name, details.start, pause, day, ongoing=pause in running)
        day = step.end.toordinal()
        yield step


def _working_calendar(past: Past, instance: Instance) -> str | None:
    """Name the calendar of a time that is counted in working days; None for any other."""
    repeat, clock = instance.rule.version.rule.repeat, clock_of(past, instance)
    if repeat is not None and repeat.every is not None and (is_next(instance) or clock is None):
        return repeat.every.calendar
    if isinstance(clock, Deadline):
        return clock.calendar if clock.kind == "working_days" else None
    return clock.calendar if clock is not None else None


def _roll(past: Past, instance: Instance, calendars: FindCalendar, day: int) -> Iterator[Step]:
    """Move a due date that is no working day, unless it is D after the one before in its series (semantics 4.6)."""
    clock = clock_of(past, instance)
    if not isinstance(clock, Deadline) or clock.roll is None or clock.calendar is None or is_next(instance):
        return
    step = rolled(calendars(clock.calendar), clock.calendar, day, clock.roll)
    if step is not None:
        yield step
