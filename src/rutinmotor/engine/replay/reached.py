"""A due date that is about to move in, the steps of an escalation that it had reached kept out (semantics 5.6)."""

from __future__ import annotations

from rutinmotor.engine.replay.instance import Instance
from rutinmotor.ground.days import DayOutOfRange


def keep_reached(instance: Instance, today: int) -> None:
    """Keep the steps that were reached when the day before ended; to be called before the first change of a day.

    Of later calls on one day there is nothing to keep: what the due date has been since no day has ended with.
    """
    details = instance.detail
    if details.redated == today:
        return
    details.redated = today
    # While a pause hides the due date no step is reached; what was before, the beginning of the pause has kept.
    if instance.due is None or instance.paused(today - 1):
        return
    for place, step in enumerate(instance.rule.escalation):
        try:
            day = max(step.day(instance.due), instance.opened)
        except DayOutOfRange:
            continue
        if day < today and (place, day) not in details.kept:
            details.kept = (*details.kept, (place, day))
