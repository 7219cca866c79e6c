"""An obligation to be fulfilled before an event in, which event that was, or was not, out (semantics 4.4)."""

from __future__ import annotations

from collections.abc import Iterator

from rutinmotor.engine.explanation.replayed import ReplayedCase, bears
from rutinmotor.engine.replay import Instance
from rutinmotor.language.case import NO_CLOCK, Event


def start_of(instance: Instance) -> int:
    """Give the day that an obligation's time began: its opening, or its last restart."""
    return instance.details.start if instance.details is not None else instance.opened


def due_event(replayed: ReplayedCase, instance: Instance) -> Event | None:
    """Give the event whose day is the due date; None as long as there is none."""
    if instance.details is not None and instance.details.had is not None:
        return instance.details.had
    came = (one for one in _awaited(replayed, instance) if one.day == instance.due)
    return next((one for one in came if not _precedes_start(one, instance)), None)


def had_happened(replayed: ReplayedCase, instance: Instance) -> Event | None:
    """Give the latest event that had happened when the time began and does not count; None if none had."""
    if instance.details is not None and instance.details.had is not None:
        return None
    return max(
        (one for one in _awaited(replayed, instance) if _precedes_start(one, instance)),
        key=lambda one: (one.day or 0, one.clock),
        default=None,
    )


def too_late_after(replayed: ReplayedCase, instance: Instance) -> Event | None:
    """Give the event of the day of the fulfilment which that came after; None where it was late by days, or in time."""
    closing = instance.closing_event
    if closing is None or instance.outcome != "fulfilled_late" or closing.day != instance.due:
        return None
    came = [
        one for one in _awaited(replayed, instance) if one.day == closing.day and NO_CLOCK < one.clock < closing.clock
    ]
    had = due_event(replayed, instance)
    return had if had in came else next((one for one in came if not _precedes_start(one, instance)), None)


def _awaited(replayed: ReplayedCase, instance: Instance) -> Iterator[Event]:
    came = replayed.happened(instance.rule.before or "")
    return (event for event, _ in came if bears(event.item, instance.item))


def _precedes_start(event: Event, instance: Instance) -> bool:
    start = start_of(instance)
    return (event.day or 0) < start or (event.day == start and NO_CLOCK < event.clock < instance.clock_on(start))
