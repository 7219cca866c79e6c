"""An obligation under way in, the steps by which its due date was counted out: its deadline's, and what moved it."""

from __future__ import annotations

from collections.abc import Iterator

from rutinmotor.engine.explanation.asked_of import of_time
from rutinmotor.engine.explanation.awaited import due_event, start_of
from rutinmotor.engine.explanation.place_in_series import anchor_of, is_next
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, state_named
from rutinmotor.engine.explanation.stepping import paused
from rutinmotor.engine.explanation.steps import Inherited, OnEvent, Start, Step
from rutinmotor.engine.replay import Cause, Instance
from rutinmotor.language.constructs import ByEndOf, FactRef, Working


def steps_of(replayed: ReplayedCase, instance: Instance) -> tuple[Step, ...]:
    """Trace the due date of an obligation, given as it arose, from its rule and the facts of the day its time began."""
    steps = list(_own_date(replayed, instance))
    # The date itself, then extensions, then pauses, and the roll last of all.
    for more in (_extension, _pauses, _roll):
        end = steps[-1].end if steps else None
        if end is not None:
            steps += more(replayed, instance, end.toordinal())
    return tuple(steps)


def timing_of(instance: Instance) -> str:
    """Say what kind of due date an obligation has; a later one of a series has one also where the first has none."""
    return "counted" if is_next(instance) else instance.rule.timing


def _own_date(replayed: ReplayedCase, instance: Instance) -> Iterator[Step]:
    """Trace the deadline's own date, or the next of a series."""
    repetition, deadline, timing = instance.rule.repetition, instance.rule.deadline, timing_of(instance)
    every, each = (repetition.every, repetition.each) if repetition else (None, None)
    start = start_of(instance)
    begins = Start(
        as_date(start), "restarted" if start > instance.opened else "fulfilled" if is_next(instance) else "opened"
    )
    if timing == "inherited":
        yield _inherited(replayed, instance)
    elif timing == "before":
        yield from _on_event(replayed, instance)
    elif timing != "counted":
        return
    elif each is not None:
        yield begins
        yield (period := ByEndOf(each).step(start))
        if deadline is not None:
            yield from _deadline(replayed, instance, period.end.toordinal())
    elif repetition is not None and every is not None and repetition.from_ == "trigger":
        anchor, number = anchor_of(replayed, instance)
        yield begins if anchor == start else Start(as_date(anchor), "series")
        yield every.step(anchor, purpose="repeat", times=number)
    elif every is not None and (deadline is None or is_next(instance)):
        yield begins
        yield every.step(start, purpose="repeat")
    else:
        yield begins
        yield from _deadline(replayed, instance, start)


def _on_event(replayed: ReplayedCase, instance: Instance) -> Iterator[Step]:
    event = due_event(replayed, instance)
    if event is not None:
        had = instance.details is not None and instance.details.had is not None
        yield OnEvent(replayed.event(event), as_date(event.day or 0), had)


def _inherited(replayed: ReplayedCase, instance: Instance) -> Step:
    cause, details = instance.cause, instance.details
    day = details.base if details is not None else instance.due
    followed = details.other.rule.id if details is not None and details.other is not None else None
    other = replayed.rule_named(followed or (cause.type if isinstance(cause, Cause) else ""))
    return Inherited(other, None if day is None else as_date(day))


def _deadline(replayed: ReplayedCase, instance: Instance, day: int) -> Iterator[Step]:
    """Trace a deadline from a day, with the facts of the day that the time began, and what answered since."""
    asking = of_time(replayed, instance)

    def given(fact: str) -> FactRef:
        return asking.fact(fact)

    assert instance.rule.deadline is not None
    yield from instance.rule.deadline.trace(day, given)


def _extension(replayed: ReplayedCase, instance: Instance, day: int) -> Iterator[Step]:
    """Count all extensions as one, from the date before any pause or roll (semantics 4.10)."""
    details, extension = instance.details, instance.rule.extension
    if details is None or extension is None or not details.extensions:
        return
    # Those before a restart no longer count.
    events = replayed.extended_by(instance)[-details.extensions :]
    told = tuple(replayed.event(event) for event in events)
    yield extension.by.step(day, purpose="extension", times=details.extensions, events=told)


def _pauses(replayed: ReplayedCase, instance: Instance, day: int) -> Iterator[Step]:
    """Count each pause in turn, the running one up to the last day seen (semantics 4.9)."""
    details, state = instance.details, instance.rule.paused_while
    if details is None or state is None:
        return
    named = state_named(replayed.names(instance.rule), state)
    through = replayed.at if instance.closed is None else instance.closed
    running = [(details.held_since, through)] if details.held_since is not None else []
    for pause in (*details.pauses, *running):
        step = paused(named, _working(instance), details.start, pause, day, ongoing=pause in running)
        day = step.end.toordinal()
        yield step


def _working(instance: Instance) -> Working | None:
    """Give the calendar of a time that is counted in working days; None for any other."""
    repetition, deadline = instance.rule.repetition, instance.rule.deadline
    if repetition is not None and repetition.every is not None and (is_next(instance) or deadline is None):
        return repetition.every.working
    return deadline.working if deadline is not None else None


def _roll(replayed: ReplayedCase, instance: Instance, day: int) -> Iterator[Step]:
    """Move a due date that is no working day, unless it is D after the one before in its series (semantics 4.6)."""
    roll = instance.rule.roll
    if roll is not None and not is_next(instance) and (step := roll.trace(day)) is not None:
        yield step
