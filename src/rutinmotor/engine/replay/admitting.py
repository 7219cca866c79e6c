"""A due date counted and an obligation entered as open: what every opening ends in (semantics 3.3, 4.4, 5.1)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from rutinmotor.engine.plan import BoundRule, Opening
from rutinmotor.engine.replay.before import await_anew, await_event
from rutinmotor.engine.replay.clocks import extend_new, follow, set_timers, start_time
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.language.case import Event, FactValue
from rutinmotor.language.constructs import BoundDeadline, NegativeNumber

Facts: TypeAlias = Mapping[str, FactValue]

# Looked up once, as an Enum's member costs more than a name.
_PLAIN, _MOVING = Opening.PLAIN, Opening.MOVING


def counted(now: Situation, rule: BoundRule, deadline: BoundDeadline, start: int, facts: Facts) -> int | None:
    """Count a rule's deadline from a day; None where a fact that it reads is missing."""
    try:
        return deadline.end(start, facts)
    except DayOutOfRange as reason:
        raise now.outside(rule, reason) from None
    except NegativeNumber as wrong:
        raise now.negative(rule, wrong) from None


def admit(now: Situation, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Enter a new obligation; `base` is its due date before roll, pause and extension (see `start_time`).

    Raises CaseError where so many have opened without an event that there is no end to it (semantics 6.7).
    """
    rule = instance.rule
    found = now.found
    cause = instance.cause
    if type(cause) is Cause:
        now.ceiling.count(instance, now.case)
        if cause.other is not None and (instance.details is None or instance.details.series is None):
            follow(now, instance, cause.other)
    elif instance.details is not None:
        now.ceiling.count(instance, now.case)
    found.instances.append(instance)
    found.changed = True
    if rule.counts_from is not None or (now.today.serves and _may_be_served(now, instance)):
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
        await_event(now, instance)
    elif rule.timing == "standing" and isinstance(instance.cause, Cause) and instance.cause.run is not None:
        now.waiting.await_end(instance.cause.run, instance)
    now.open.enter(instance)
    extend_new(now, instance)


def _may_be_served(now: Situation, instance: Instance) -> bool:
    """Say whether an event of today may serve what opens: alone on its day, none serves what it triggered itself."""
    return now.today.is_full or instance.details is not None or type(instance.cause) is not Event


def restart_time(now: Situation, instance: Instance, base: int | None, calendar: Calendar | None, clock: int) -> None:
    """Start an open obligation's time again today, at a clock: due date, pauses and extensions anew (semantics 3.4)."""
    changed, was_hidden = now.found.changed, instance.paused(now.today.day - 1)
    due, instance.detail.anew = instance.due, (now.today.day, clock)
    start_time(now, instance, base, calendar)
    await_anew(now, instance)
    if instance.due == due:
        # As with what had to be done before something that happened long ago.
        now.found.changed = changed
    extend_new(now, instance)
    if was_hidden and instance.paused(now.today.day):
        # The pause hid the due date, and goes on hiding it.
        now.found.changed = changed
        if now.today.no_more_events and instance not in now.found.hidden:
            now.found.hidden.append(instance)
