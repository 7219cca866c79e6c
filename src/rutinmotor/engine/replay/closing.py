"""Today's events in, obligations ended or fulfilled out, and what their fulfilment triggers (semantics 1.12, 5.1, 5.2).

Events serve in two ways. What is there they are asked of event by event (`serve`); what has just opened is offered to
the events that may serve it (`serve_fresh`), for the day may have brought those before. Either may trigger rules by
`fulfilled`; what these open is offered in its turn, until nothing more opens.

It ends: no obligation is fulfilled twice, what a fulfilment opened is not served by the same doing (semantics 1.10),
the next of a series waits for the day's end, and rules that could open each other in a circle within a day are an error
(RM220), of which no plan is made.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rutinmotor.engine.plan import EventSteps, Listener
from rutinmotor.engine.replay.calling_off import note_start
from rutinmotor.engine.replay.ending import end_all, end_begun, end_fresh, end_run
from rutinmotor.engine.replay.fulfilling import (
    first_counted_of,
    fulfil,
    fulfilled_by,
    is_too_soon,
    note_too_soon_before,
    used_up,
)
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.open_instances import OpenInstances, holders_in
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.periods import is_of_another, place_served, started
from rutinmotor.engine.replay.series import behind_fulfilment
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import AfterFulfilment, Start
from rutinmotor.engine.replay.world import Happening, Seen, first_seen, latest_seen
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import NO_CLOCK, Event, Holder


def serve(now: Situation, happenings: Sequence[Happening]) -> None:
    """Let the events of one moment end, then fulfil what is there, then all that this triggers."""
    ended = now.today.turns.ended
    for event, steps in happenings:
        if ended:
            for run in ended.get(id(event), ()):
                end_run(now, run)
        if steps.ends:
            end_all(now, event, steps)
    done = _by_events(now, happenings)
    if done:
        _pass_on(now, done)
    if now.today.fresh or now.today.begun:
        serve_fresh(now)


def serve_fresh(now: Situation) -> None:
    """Offer what has just opened to the events that may serve it, then what this triggers, until nothing opens."""
    today = now.today
    while today.fresh or today.begun:
        if today.begun:
            end_begun(now)
        fresh, today.fresh = today.fresh, []
        done = _by_the_past(now, fresh)
        if today.serves:
            end_fresh(now, fresh)
            done += _fresh_by_events(now, fresh)
        closed = [instance for instance in fresh if instance.outcome is not None]
        if closed:
            _leave(now.open, closed, today.day)
            _pass_on(now, done)


def _pass_on(now: Situation, done: list[Instance]) -> None:
    """Let series go on when the day ends, and open what the fulfilments trigger, by rule, item, opening."""
    if len(done) > 1:
        done.sort(key=lambda instance: (instance.rule.group, instance.item or "", instance.opened))
    for instance in done:
        if instance.details is not None and instance.details.series is not None:
            now.today.to_go_on.append(instance)
    if now.plan.on_fulfilled:
        set_off(now, done)


def set_off(now: Situation, done: Sequence[Instance]) -> None:
    """Open what fulfilments trigger, in their order."""
    on_fulfilled = now.plan.on_fulfilled
    for instance in done:
        for one in on_fulfilled.get(instance.rule.group, ()):
            if one.hook.timed:
                _set_timer(now, one, instance)
                continue
            trigger(now, one.rule, instance.item, _fulfilment(now, one, instance))


def _fulfilment(now: Situation, listener: Listener, done: Instance) -> Cause:
    """Make the cause of what a fulfilment opens, at the moment of the fulfilling event (semantics 1.8)."""
    event, day = done.closing_event, now.today.day
    assert event is not None
    clock = event.clock
    if done.opened == day and (event.day != day or NO_CLOCK < event.clock < done.clock):
        # Done before it opened.
        clock = done.clock
    behind, doing = behind_fulfilment(now, done)
    return Cause(listener.hook.kind.key, done.rule.id, day, done.item, clock, source=done, behind=behind, doing=doing)


def _set_timer(now: Situation, listener: Listener, done: Instance) -> None:
    try:
        day = listener.hook.day(now.today.day)
    except DayOutOfRange as reason:
        raise now.outside(listener.rule, reason) from None
    fulfilment = _fulfilment(now, listener, done)
    note_start(now, listener, done.item, Start(now.today.day, done, fulfilment.clock, fulfilment.behind), day)
    what = AfterFulfilment(listener, done)
    now.waiting.set_timer(day, listener.rank, what, (done.rule.id,), done.item, now.today.day)


def _by_the_past(now: Situation, fresh: Sequence[Instance]) -> list[Instance]:
    """Fulfil what has just opened by what was done before (`counts_from`, semantics 5.1)."""
    done: list[Instance] = []
    for instance in fresh:
        rule = instance.rule
        if rule.counts_from is None or (instance.details is not None and instance.details.later):
            continue
        day, clock = instance.opened, instance.clock
        starts = [
            one
            for found in now.world.seen(rule.counts_from, instance.item)
            if (one := latest_seen(found, day, clock)) is not None
        ]
        if not starts:
            continue
        since = max(starts)[0]
        first_counted = first_counted_of(now, instance)
        if first_counted is not None and first_counted > since:
            note_too_soon_before(now, instance, since, first_counted)
            since = first_counted
        used = used_up(instance)
        seen = [found for type_ in rule.fulfilled_by for found in now.world.seen(type_, instance.item)]
        but = (used or set()) | _of_other_periods(now, instance, seen)
        candidates = [one for found in seen if (one := first_seen(found, since, day, clock, but)) is not None]
        if candidates:
            event = min(candidates)[2]
            if used is not None:
                used.add(id(event))
            fulfil(now, instance, event)
            done.append(instance)
    return done


def _of_other_periods(now: Situation, instance: Instance, seen: Sequence[Sequence[Seen]]) -> set[int]:
    """Identify the events that tell another period than that of an obligation (semantics 5.4)."""
    rule = instance.rule
    if rule.repetition is None or rule.repetition.period_of is None:
        return set()
    day = started(instance)
    return {id(one[2]) for found in seen for one in found if is_of_another(now.plan, rule, one[2], day)}


def _by_events(now: Situation, happenings: Sequence[Happening]) -> list[Instance]:
    """Fulfil all that is there, or has ended today, by some of today's events, each by the first that can."""
    done: list[Instance] = []
    opened, ended_today = now.open, now.today.ended
    for event, steps in happenings:
        for rule in opened.opened_among(steps.fulfils):
            by_item = opened.by_rule[rule.index]
            ended = ended_today.get(rule.index) if ended_today else None
            if ended and rule.repetition is not None and rule.repetition.each is not None:
                done += _with_ended(now, event, steps, by_item, ended)
                continue
            if by_item:
                for holder in holders_in(by_item, event.item):
                    instances = by_item.get(holder)
                    if not instances:
                        continue
                    if rule.repetition is not None and rule.repetition.one_event_one:
                        for one in _series_among(instances) if rule.spares else (instances,):
                            served = _one_of(now, event, steps, one)
                            done += served
                            if one is not instances and served:
                                instances.remove(served[0])
                        continue
                    left = [instance for instance in instances if not fulfilled_by(now, event, steps, instance)]
                    if not left:
                        done += by_item.pop(holder)
                    elif len(left) < len(instances):
                        done += [instance for instance in instances if instance.outcome is not None]
                        by_item[holder] = left
            if ended:
                for holder in holders_in(ended, event.item):
                    still = [instance for instance in ended.get(holder, ()) if instance.outcome == "ended"]
                    done += [instance for instance in still if fulfilled_by(now, event, steps, instance)]
    return done


def _series_among(instances: Iterable[Instance]) -> list[list[Instance]]:
    """Part what is open of a rule that spares some by the series: there may be debts of one that is over."""
    found: dict[int, list[Instance]] = {}
    for one in instances:
        found.setdefault(id(one.detail.series), []).append(one)
    return list(found.values())


def _one_of(now: Situation, event: Event, steps: EventSteps, instances: list[Instance]) -> list[Instance]:
    """Fulfil one of what is open of one series, and take it out: of periods the event's own, else the oldest (5.4).

    What is open of one version and one holder, in the order of opening, is all of one series, if none was spared.
    """
    if id(event) in (used_up(instances[0]) or ()):
        return []
    repetition = instances[0].rule.repetition
    if repetition is not None and repetition.each is not None:
        # What comes too soon for one serves another (semantics 4.8).
        counting = (
            [one for one in instances if not is_too_soon(now, event, one)]
            if instances[0].rule.counts_within
            else instances
        )
        at = place_served(now.plan, event, counting) if counting else None
        if at is None or not fulfilled_by(now, event, steps, counting[at]):
            return []
        served = counting[at]
        instances.remove(served)
        return [served]
    for at, instance in enumerate(instances):
        if fulfilled_by(now, event, steps, instance):
            return [instances.pop(at)]
    return []


def _with_ended(
    now: Situation,
    event: Event,
    steps: EventSteps,
    by_item: dict[Holder, list[Instance]],
    ended: dict[Holder, list[Instance]],
) -> list[Instance]:
    """Fulfil one of each series of periods, of what is open or has ended today: whatever came first of that day."""
    done: list[Instance] = []
    for holder in dict.fromkeys((*holders_in(by_item, event.item), *holders_in(ended, event.item))):
        there = [*by_item.get(holder, ()), *(one for one in ended.get(holder, ()) if one.outcome == "ended")]
        for instances in _series_among(sorted(there, key=started)):
            done += _one_of(now, event, steps, instances)
    for instance in done:
        still = by_item.get(instance.item, [])
        if instance in still:
            still.remove(instance)
    return done


def _fresh_by_events(now: Situation, fresh: Sequence[Instance]) -> list[Instance]:
    """Fulfil what has just opened by the events that may serve it."""
    done: list[Instance] = []
    for instance in fresh:
        if instance.outcome in (None, "ended") and instance.rule.fulfilled_by:
            for event, steps in now.today.offers(instance.rule.fulfilled_by, instance.item, instance.clock):
                if fulfilled_by(now, event, steps, instance):
                    done.append(instance)
                    break
    return done


def _leave(open_: OpenInstances, closed: Sequence[Instance], today: int) -> None:
    """Take what has opened today and closed at once out of the open ones."""
    leaving: dict[tuple[int, Holder], int] = {}
    for instance in closed:
        key = (instance.rule.index, instance.item)
        leaving[key] = leaving.get(key, 0) + 1
    for (index, item), number in leaving.items():
        instances = open_.by_rule[index][item]
        # From the end, where what opened today stands: there may be many that opened long ago.
        kept: list[Instance] = []
        # What ran ahead of another that closed is out already.
        while number and instances and instances[-1].opened == today:
            instance = instances.pop()
            if instance.outcome is None:
                kept.append(instance)
            else:
                number -= 1
        instances.extend(reversed(kept))
