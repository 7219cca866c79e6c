"""What must be done before an event in, its due date and whether it is late out (semantics 4.4)."""

from __future__ import annotations

from rutinmotor.engine.replay.clocks import set_timers
from rutinmotor.engine.replay.instance import Instance
from rutinmotor.engine.replay.open_instances import holders_in
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import Seen, first_seen, latest_seen
from rutinmotor.language.case import NO_CLOCK, Event


def await_event(now: Situation, instance: Instance) -> None:
    """Let an obligation wait for the event before which it must be done; a later one of a series has its own time.

    Where the rule says since when, an event that has happened already may be its due date.
    """
    rule = instance.rule
    if rule.before is None or (instance.details is not None and instance.details.later):
        return
    had = None if rule.before_since is None else _had_before(now, instance, rule.before, rule.before_since)
    if had is None:
        now.waiting.await_event(rule.before, instance)
    else:
        instance.due, instance.detail.happened, instance.detail.had = had.day, True, had
        set_timers(now, instance)


def await_anew(now: Situation, instance: Instance) -> None:
    """Let an obligation whose time starts again wait for the next event, or find one that has happened already."""
    if instance.rule.before is not None and not (instance.details is not None and instance.details.later):
        now.waiting.forget(instance.rule.before, instance)
        instance.due, instance.detail.happened, instance.detail.had = None, False, None
        await_event(now, instance)


def _had_before(now: Situation, instance: Instance, before: str, since: str) -> Event | None:
    """Give the first event that precedes the start and does not precede the latest `since` up to the start."""
    day, clock = now.today.day, instance.clock_on(now.today.day)
    came: list[Seen] = []
    starts = [latest_seen(found, day, clock) for found in now.world.seen(since, instance.item)]
    latest = max((one for one in starts if one is not None), default=None)
    if latest is None:
        return None
    since_day, since_clock = latest[0], latest[2].clock
    for found in now.world.seen(before, instance.item):
        # What precedes that `since` on its own day is over and done with.
        passed = {id(one) for day_, _, one in found if day_ == since_day and NO_CLOCK < one.clock < since_clock}
        if (one := first_seen(found, since_day, day, clock, passed)) is not None:
            came.append(one)
    return min(came)[2] if came else None


def set_due_dates(now: Situation) -> None:
    """Let today's events be the due dates of what had to be done before them.

    What stands undone when the day of an event with a clock ends is overdue already.
    """
    for event, steps in now.today.happenings:
        waiting = now.waiting.for_event.get(event.type or "", {}) if steps.due_of else {}
        for holder in holders_in(waiting, event.item):
            waiting[holder] = [one for one in waiting.get(holder, ()) if not _settled(now, one, event.type or "")]


def _settled(now: Situation, instance: Instance, before: str) -> bool:
    """Say whether it is settled that, or by today's events when, what had to be done before them was due."""
    today = now.today
    if instance.closing is not None and (instance.closing.day or 0) < today.day:
        return True
    since = instance.clock_on(today.day)
    came = [one for one in today.bearing((before,), instance.item) if not NO_CLOCK < one.clock < since]
    if not came:
        return False
    instance.due = today.day
    if instance.rule.escalation:
        instance.detail.redated = today.day
    now.found.changed = True
    if instance.outcome is None:
        instance.detail.happened = any(one.clock != NO_CLOCK for one in came)
        set_timers(now, instance)
    return True


def came_too_late(now: Situation, instance: Instance, event: Event) -> bool:
    """Say whether what had to be done before some event is fulfilled by one that comes after that."""
    details, today = instance.details, now.today
    if details is not None and details.happened:
        return details.had is None or _precedes(details.had, event)
    if event.day != today.day or (details is not None and details.later):
        return False
    since = instance.clock_on(today.day)
    came = today.bearing((instance.rule.before or "",), instance.item)
    return any(_precedes(one, event) and one.clock >= since for one in came)


def _precedes(one: Event, other: Event) -> bool:
    if one.day != other.day:
        return (one.day or 0) < (other.day or 0)
    return NO_CLOCK < one.clock < other.clock
