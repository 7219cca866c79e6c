"""A due date counted and an obligation entered in the books: what every opening ends in (semantics 3.3, 4.4, 5.1)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, NegativeNumber
from rutinmotor.engine.replay.clocks import extend_late, set_timers, start_time
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.ledger import Ledger
from rutinmotor.ground.days import Calendar, DayOutOfRange

Holder = str | None


def counted(ledger: Ledger, rule: BoundRule, item: Holder, start: int) -> int | None:
    """Count a rule's deadline from a day, with today's facts; where one is missing the rule is undetermined today."""
    assert rule.count is not None
    facts = ledger.world.facts(item)
    try:
        due = rule.count(start, facts)
    except DayOutOfRange as reason:
        raise ledger.outside(rule, reason) from None
    except NegativeNumber as wrong:
        raise ledger.negative(rule, wrong) from None
    if due is None:
        ledger.undecided(rule, item, {fact for fact in rule.needs if facts.get(fact) is None})
    return due


def admit(ledger: Ledger, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Enter a new obligation; `base` is its due date before roll, pause and extension (see `start_time`)."""
    rule = instance.rule
    if rule.simple:
        ledger.register(instance)
        if ledger.late:
            ledger.fresh.append(instance)
        return
    if rule.detailed:
        if rule.paused_while is not None:
            ledger.held.setdefault(rule.paused_while, {}).setdefault(instance.item, []).append(instance)
        start_time(ledger, instance, base, calendar)
    else:
        if base is not None and rule.roll is not None:
            instance.detail.base = base
            try:
                instance.due = rule.roll(base)
            except DayOutOfRange as reason:
                raise ledger.outside(rule, reason) from None
        set_timers(ledger, instance)
    if rule.before is not None:
        _await(ledger, instance)
    elif rule.timing == "standing" and isinstance(instance.cause, Cause) and instance.cause.run is not None:
        ledger.end_with(instance.cause.run, instance)
    ledger.register(instance)
    if ledger.late:
        ledger.fresh.append(instance)
        extend_late(ledger, instance)
    elif rule.counts_from is not None:
        ledger.fresh.append(instance)


def _await(ledger: Ledger, instance: Instance) -> None:
    """Let an obligation wait for the event before which it must be done; a later one of a series has its own time."""
    before = instance.rule.before
    if before is not None and not (instance.details is not None and instance.details.later):
        ledger.awaiting.setdefault(before, {}).setdefault(instance.item, []).append(instance)


def restart_time(ledger: Ledger, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Start an open obligation's time again today: due date, pauses and extensions anew (semantics 3.4)."""
    if instance.due is not None:
        _await(ledger, instance)
    start_time(ledger, instance, base, calendar)
    if ledger.late:
        extend_late(ledger, instance)
