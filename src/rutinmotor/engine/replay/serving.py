"""An event of today and an obligation in, whether the one may serve the other out (semantics 1.9, 1.10).

What was there before an event, the event serves: that goes without asking, and is what most events meet. Asked is only
of what has arisen on the same day. There the log may leave open which came first, and then the old goes first: an
absence that ends and one that begins on one day are two, a review that fulfils one step of a chain does not fulfil the
next, and what was done and asked for anew is asked for.
"""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, EventSteps
from rutinmotor.engine.replay.instance import Instance, Series
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.language.case import NO_CLOCK, Event, Holder


def may_fulfil(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    """Say whether an event of today that bears on an obligation that has opened today may fulfil it."""
    if (decided := _by_order(event, instance)) is not None:
        return decided
    rule = instance.rule
    if rule.group in steps.sets_off:
        return False
    return rule.on_repeat == "add" or _nothing_older(now, event, rule, instance.item, instance.clock, _series(instance))


def may_end(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    """Say whether an event of today that bears on an obligation that has opened today may end it."""
    if (decided := _by_order(event, instance)) is not None:
        return decided
    rule, clock = instance.rule, instance.clock
    if rule.group in steps.sets_off:
        return False
    return _nothing_older(now, event, rule, instance.item, clock, _series(instance))


def may_end_series(now: Situation, event: Event, steps: EventSteps, series: Series) -> bool:
    """Say whether an event of today that bears on a series may end it; it stands at the moment of its trigger."""
    if series.began != now.today.day:
        return True
    cause, clock = series.first, series.first.clock
    if event is (cause if isinstance(cause, Event) else cause.event):
        return False
    if NO_CLOCK not in (event.clock, clock) and event.clock != clock:
        return event.clock > clock
    rule = series.rule
    return rule.group not in steps.sets_off and _nothing_older(now, event, rule, series.item, clock)


def note_series_ended(now: Situation, event: Event, series: Series) -> None:
    """Note that an event has ended a series, so that it is known what was there."""
    rule, today = series.rule, now.today
    if series.began == today.day:
        today.served.setdefault((id(event), rule.group, series.item), set()).add(series.first.clock)
    else:
        today.stood.add((rule.group, series.item))


def note_served(now: Situation, event: Event, instance: Instance) -> None:
    """Note what an event has closed, so that it is known what was there."""
    rule, today = instance.rule, now.today
    if instance.opened == today.day:
        today.served.setdefault((id(event), rule.group, instance.item), set()).add(instance.clock)
    else:
        today.stood.add((rule.group, instance.item))


def _by_order(event: Event, instance: Instance) -> bool | None:
    """Say what the order of an event and of what has opened today decides; None where it is open."""
    clock = instance.clock
    if instance.only_after:
        return NO_CLOCK < clock < event.clock
    if event is instance.brought_by:
        return False
    if NO_CLOCK in (event.clock, clock) or event.clock == clock:
        return None
    return event.clock > clock


def _series(instance: Instance) -> Series | None:
    """Give the series of which it is a later one."""
    details = instance.details
    return details.series if details is not None and details.later else None


def _nothing_older(
    now: Situation, event: Event, rule: BoundRule, item: Holder, clock: int, own: Series | None = None
) -> bool:
    """Say that nothing older of a rule was there for a holder than what stands at a clock of today.

    A series is not older than one of its `own`.
    """
    today = now.today
    if (rule.group, item) in today.stood:
        return False
    for version in now.plan.versions[rule.group]:
        instances = now.open.by_rule.get(version.index, {}).get(item)
        # They stand in the order of opening.
        if instances and instances[0].opened < today.day:
            return False
    series = now.open.running_series(rule.group, item)
    if series is not None and series is not own and series.began < today.day:
        return False
    if event.clock != NO_CLOCK and any(
        NO_CLOCK < one < event.clock for one in now.found.clocks_since(today.first, rule.group, item)
    ):
        return False
    return today.served.get((id(event), rule.group, item), set()) <= {clock}
