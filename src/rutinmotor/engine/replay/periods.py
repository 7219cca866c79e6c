"""An event and what is open of a series of calendar periods in, the one that it serves out (semantics 5.4)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date

from rutinmotor.engine.plan import BoundRule, Plan
from rutinmotor.engine.replay.instance import Instance
from rutinmotor.ground.days import Period, first_of, last_of
from rutinmotor.language.case import Event


def period_of(instance: Instance) -> tuple[int, int]:
    """Give the first and the last day of the period of one of a series: that in which its time starts."""
    day, each = started(instance), _each(instance.rule)
    return first_of(day, each), last_of(day, each)


def started(instance: Instance) -> int:
    """Give the day that an obligation's time starts, which need not be that on which it opened."""
    return instance.details.start if instance.details is not None else instance.opened


def named_period(plan: Plan, rule: BoundRule, event: Event) -> tuple[int, int] | None:
    """Give the first and the last day of the period that an event tells; None if it tells none, or is not asked."""
    day = _named_day(plan, rule, event)
    return None if day is None else (first_of(day, _each(rule)), last_of(day, _each(rule)))


def _named_day(plan: Plan, rule: BoundRule, event: Event) -> int | None:
    fact = rule.repetition.period_of if rule.repetition is not None else None
    given = event.data.get(fact) if fact is not None else None
    value = None if fact is None or given is None else plan.facts[fact].read(given)
    return value.toordinal() if isinstance(value, date) else None


def is_of_another(plan: Plan, rule: BoundRule, event: Event, day: int) -> bool:
    """Say whether an event tells another period than the one in which a day lies."""
    named = _named_day(plan, rule, event)
    return named is not None and first_of(named, _each(rule)) != first_of(day, _each(rule))


def place_served(plan: Plan, event: Event, instances: Sequence[Instance]) -> int | None:
    """Give the place of the one that an event serves among what is open of one series, in the order of its periods.

    None where the event tells of a period that is not open.
    """
    rule = instances[0].rule
    each = _each(rule)
    named = _named_day(plan, rule, event)
    today = first_of(event.day or 0 if named is None else named, each)
    at = bisect_left(instances, today, key=started)
    is_open = at < len(instances) and started(instances[at]) <= last_of(today, each)
    if named is not None:
        return at if is_open else None
    if at > 0 and is_due_after(instances[at - 1]):
        return at - 1
    return at if is_open else 0


def is_due_after(instance: Instance) -> bool:
    """Say whether one of a series is due after its period's end, before roll, pauses and extensions."""
    base = instance.details.base if instance.details is not None else instance.due
    return base is not None and base > period_of(instance)[1]


def _each(rule: BoundRule) -> Period:
    assert rule.repetition is not None
    assert rule.repetition.each is not None
    return rule.repetition.each
