"""An event and an obligation in, the same fulfilled out if that counts, in time or late (semantics 4.7, 4.8, 5.1)."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.plan import EventSteps
from rutinmotor.engine.replay.before import came_too_late
from rutinmotor.engine.replay.ending import end_what_runs_ahead
from rutinmotor.engine.replay.instance import Breach, Instance
from rutinmotor.engine.replay.periods import is_of_another, started
from rutinmotor.engine.replay.serving import may_fulfil, note_served
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import first_seen
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event


def fulfilled_by(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    """Fulfil an obligation by an event of today that bears on it, if the event may."""
    if instance.opened == now.today.day and not may_fulfil(now, event, steps, instance):
        return False
    if instance.rule.counts_within is not None and is_too_soon(now, event, instance):
        return False
    used = used_up(instance)
    if used is not None:
        repetition = instance.rule.repetition
        if id(event) in used:
            return False
        if repetition and repetition.period_of and is_of_another(now.plan, instance.rule, event, started(instance)):
            return False
        used.add(id(event))
    fulfil(now, instance, event)
    note_served(now, event, instance)
    return True


def is_too_soon(now: Situation, event: Event, instance: Instance) -> bool:
    """Say, and note, that an event of today comes before the first day that counts (semantics 4.8)."""
    first_counted = first_counted_of(now, instance)
    if first_counted is None or now.today.day >= first_counted:
        return False
    now.found.note_too_soon(event, instance, first_counted)
    return True


def first_counted_of(now: Situation, instance: Instance) -> int | None:
    """Give the first day on which an event fulfils it (`counts_within`, semantics 4.8); None where all do."""
    within = instance.rule.counts_within
    if within is None or instance.due is None or instance.paused(now.today.day):
        return None
    try:
        return within.before(instance.due)
    except DayOutOfRange as reason:
        raise now.outside(instance.rule, reason) from None


def note_too_soon_before(now: Situation, instance: Instance, since: int, first_counted: int) -> None:
    """Note what was done before the opening and would count, had it not been before the first day that does."""
    if instance.rule.group != now.found.watched:
        return
    for type_ in instance.rule.fulfilled_by:
        for found in now.world.seen(type_, instance.item):
            one = first_seen(found, since, instance.opened, instance.clock)
            if one is not None and one[0] < first_counted:
                now.found.note_too_soon(one[2], instance, first_counted)


def used_up(instance: Instance) -> set[int] | None:
    """Give the events that have fulfilled one of its series, where one event fulfils only one (semantics 5.4)."""
    details = instance.details
    return details.series.used if details is not None and details.series is not None else None


def fulfil(now: Situation, instance: Instance, event: Event) -> None:
    """Fulfil an obligation by an event, of today or, where what was done before counts, of an earlier day."""
    done_on = event.day or 0
    details = instance.details
    if details is not None and instance.paused(now.today.day):
        instance.due = None
    late = instance.due is not None and done_on > instance.due
    if instance.rule.before is not None:
        late = late or came_too_late(now, instance, event)
        if instance.due is not None and done_on < instance.due:
            instance.due = None
    instance.outcome = "fulfilled_late" if late else "fulfilled"
    instance.closing = event
    now.found.changed = True
    if details is not None and details.ended_ahead:
        # It had ended earlier today, with what it runs ahead of.
        details.ended_ahead = False
        details.breaches = [one for one in details.breaches or () if one.kind != "not_done_ahead"]
    if now.waiting.has_followers:
        end_what_runs_ahead(now, instance, event)
    rule = instance.rule
    if rule.not_before is not None:
        start = instance.details.start if instance.details is not None else instance.opened
        try:
            earliest = rule.not_before.after(start)
        except DayOutOfRange as reason:
            raise now.outside(rule, reason) from None
        if done_on < earliest:
            instance.detail.note(Breach(done_on, "too_early", event))
    if rule.backdating is not None:
        given = event.data.get(rule.backdating)
        claimed = None if given is None else now.plan.facts[rule.backdating].read(given)
        if isinstance(claimed, date) and claimed.toordinal() < done_on:
            instance.detail.note(Breach(done_on, "backdated", event))
