"""An obligation under way in, the steps by which its due date was counted out: its deadline's, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator

from rutinmotor.engine.explanation.place_in_series import anchor_of, is_next
from rutinmotor.engine.explanation.replayed import Past, as_date, bears, state_named
from rutinmotor.engine.explanation.stepping import paused
from rutinmotor.engine.explanation.steps import Inherited, OnEvent, Start, Step
from rutinmotor.engine.replay import Cause, Course
from rutinmotor.language.constructs import ByEndOf, FactRef, Working


def steps_of(past: Past, course: Course) -> tuple[Step, ...]:
    """Trace an obligation's due date from its rule and the facts of the day its time began; none where it has none."""
    steps = list(_own_date(past, course))
    # The date itself, then extensions, then pauses, and the roll last of all.
    for more in (_extension, _pauses, _roll):
        end = steps[-1].end if steps else None
        if end is not None:
            steps += more(past, course, end.toordinal())
    return tuple(steps)


def timing_of(course: Course) -> str:
    """Say what kind of due date an obligation has; a later one of a series has one also where the first has none."""
    return "counted" if is_next(course) else course.rule.timing


def start_of(course: Course) -> int:
    """Give the day that an obligation's time began: its opening, or its last restart."""
    return course.details.start if course.details is not None else course.opened


def _own_date(past: Past, course: Course) -> Iterator[Step]:
    """Trace the deadline's own date, or the next of a series."""
    repetition, deadline, timing = course.rule.repetition, course.rule.deadline, timing_of(course)
    every, each = (repetition.every, repetition.each) if repetition else (None, None)
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
    elif each is not None:
        yield begins
        yield (period := ByEndOf(each).step(start))
        if deadline is not None:
            yield from _deadline(past, course, period.end.toordinal())
    elif repetition is not None and every is not None and repetition.from_ == "trigger":
        anchor, number = anchor_of(past, course)
        yield begins if anchor == start else Start(as_date(anchor), "series")
        yield every.step(anchor, purpose="repeat", times=number)
    elif every is not None and (deadline is None or is_next(course)):
        yield begins
        yield every.step(start, purpose="repeat")
    else:
        yield begins
        yield from _deadline(past, course, start)


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


def _deadline(past: Past, course: Course, day: int) -> Iterator[Step]:
    """Trace a deadline from a day, with the facts of the day that the time began."""

    def given(fact: str) -> FactRef:
        return past.fact(course.rule, fact, course.item, start_of(course))

    assert course.rule.deadline is not None
    yield from course.rule.deadline.trace(day, given)


def _extension(past: Past, course: Course, day: int) -> Iterator[Step]:
    """Count all extensions as one, from the date before any pause or roll (semantics 4.10)."""
    details, extension = course.details, course.rule.extension
    if details is None or extension is None or not details.extensions:
        return
    # Those before a restart no longer count.
    events = [event for extended, event in past.replay.extended if extended is course][-details.extensions :]
    told = tuple(past.event(event) for event in events)
    yield extension.by.step(day, purpose="extension", times=details.extensions, events=told)


def _pauses(past: Past, course: Course, day: int) -> Iterator[Step]:
    """Count each pause in turn, the running one up to the last day seen (semantics 4.9)."""
    details, state = course.details, course.rule.paused_while
    if details is None or state is None:
        return
    named = state_named(past.names(course.rule), state)
    through = past.at if course.closed is None else course.closed
    running = [(details.held_since, through)] if details.held_since is not None else []
    for pause in (*details.pauses, *running):
        step = paused(named, _working(course), details.start, pause, day, ongoing=pause in running)
        day = step.end.toordinal()
        yield step


def _working(course: Course) -> Working | None:
    """Give the calendar of a time that is counted in working days; None for any other."""
    repetition, deadline = course.rule.repetition, course.rule.deadline
    if repetition is not None and repetition.every is not None and (is_next(course) or deadline is None):
        return repetition.every.working
    return deadline.working if deadline is not None else None


def _roll(past: Past, course: Course, day: int) -> Iterator[Step]:
    """Move a due date that is no working day, unless it is D after the one before in its series (semantics 4.6)."""
    roll = course.rule.roll
    if roll is not None and not is_next(course) and (step := roll.trace(day)) is not None:
        yield step
