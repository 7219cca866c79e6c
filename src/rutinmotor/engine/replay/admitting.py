"""A due date counted and an obligation entered as open: what every opening ends in (semantics 3.3, 4.4, 5.1)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, Opening
from rutinmotor.engine.replay.clocks import extend_new, set_timers, start_time
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import first_seen, latest_seen
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.language.case import NO_CLOCK, Event, Holder
from rutinmotor.language.constructs import BoundDeadline, NegativeNumber

# Looked up once, as an Enum's member costs more than a name.
_PLAIN, _MOVING = Opening.PLAIN, Opening.MOVING


def counted(
    now: Situation, rule: BoundRule, deadline: BoundDeadline, item: Holder, start: int, clock: int = NO_CLOCK
) -> int | None:
    """Count a rule's deadline from a day, with the facts as seen from a clock of today (semantics 2.4).

    Where one is missing the rule is undetermined today.
    """
    facts = now.world.facts(item, clock)
    try:
        due = deadline.end(start, facts)
    except DayOutOfRange as reason:
        raise now.outside(rule, reason) from None
    except NegativeNumber as wrong:
        raise now.negative(rule, wrong) from None
    if due is None:
        now.found.undecided(now.today.day, rule, item, {fact for fact in deadline.needs() if facts.get(fact) is None})
    return due


def admit(now: Situation, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Enter a new obligation; `base` is its due date before roll, pause and extension (see `start_time`)."""
    rule = instance.rule
    found = now.found
    found.instances.append(instance)
    found.changed = True
    # An event alone on its day serves nothing that it triggered itself.
    if (now.today.serves and (now.today.is_full or type(instance.cause) is not Event)) or rule.counts_from is not None:
        now.today.fresh.append(instance)
    if rule.opening is _PLAIN:
        now.open.enter(instance)
        return
    if rule.opening is _MOVING:
        if rule.paused_while is not None:
            now.waiting.await_state(rule.paused_while, instance)
        start_time(now, instance, base, calendar)
    else:
        if base is not None and rule.roll is not None:
            instance.detail.base = base
            try:
                instance.due = rule.roll.end(base)
            except DayOutOfRange as reason:
                raise now.outside(rule, reason) from None
        set_timers(now, instance)
    if rule.before is not None:
        _await(now, instance)
    elif rule.timing == "standing" and isinstance(instance.cause, Cause) and instance.cause.run is not None:
        now.waiting.await_end(instance.cause.run, instance)
    now.open.enter(instance)
    extend_new(now, instance)


def _await(now: Situation, instance: Instance) -> None:
    """Let an obligation wait for the event before which it must be done; a later one of a series has its own time.

    Where the rule says since when, an event that has happened already may be its due date (semantics 4.4).
    """
    rule = instance.rule
    if rule.before is None or (instance.details is not None and instance.details.later):
        return
    had = None if rule.before_since is None else _had_happened(now, instance, rule.before, rule.before_since)
    if had is None:
        now.waiting.await_event(rule.before, instance)
    else:
        instance.due, instance.detail.happened = had.day, True
        set_timers(now, instance)


def _had_happened(now: Situation, instance: Instance, before: str, since: str) -> Event | None:
    """Give the first event that precedes the opening and does not precede the latest `since` up to the opening."""
    starts = [
        one
        for found in now.world.seen(since, instance.item)
        if (one := latest_seen(found, now.today.day, instance.clock)) is not None
    ]
    if not starts:
        return None
    latest = max(starts)
    candidates = [
        one
        for found in now.world.seen(before, instance.item)
        if (one := first_seen(found, latest, now.today.day, instance.clock)) is not None
    ]
    return min(candidates)[2] if candidates else None


def restart_time(now: Situation, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Start an open obligation's time again today: due date, pauses and extensions anew (semantics 3.4)."""
    if instance.due is not None:
        instance.detail.happened = False
        _await(now, instance)
    start_time(now, instance, base, calendar)
    extend_new(now, instance)
