"""A pause and a due date in, the step by which it moves with the free days that it steps over out; ordinals here."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.explanation.steps import Paused
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.language.constructs import Working, free_days


def paused(
    state: Named, working: Working | None, since: int, pause: tuple[int, int], day: int, *, ongoing: bool
) -> Paused:
    """Move a date by the days of one pause, both its ends included, one after another (semantics 4.9).

    `since` is the day that the time began. A calendar is given where working days count.
    """
    first, last = pause
    calendar = working.table if working else None
    end, counted = day, 0
    for held in range(max(first, since + 1), last + 1):
        if held > end:
            break
        if calendar is None or calendar.is_working(held):
            end = calendar.nth_after(end, 1) if calendar else end + 1
            counted += 1
    return Paused(
        state=state,
        since=date.fromordinal(since),
        first=date.fromordinal(first),
        last=date.fromordinal(last),
        ongoing=ongoing,
        start=date.fromordinal(day),
        counted=counted,
        end=date.fromordinal(end),
        calendar=working.named if working else None,
        free=free_days(calendar, min(max(first, since + 1), day), end) if calendar else (),
    )
