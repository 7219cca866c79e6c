"""Today's events in, obligations ended or fulfilled out, and what their fulfilment triggers (semantics 5.1, 5.2).

Within a day, fulfilment is a fixpoint. What is fulfilled may trigger rules; what they open may be fulfilled at once, by
today's events or by what was done before (`counts_from`); and that may trigger more. The first round asks all that is
open. Today's events are known from the start, so what they could not fulfil then they cannot fulfil later in the day:
each further round asks only what the round before opened (`today.fresh`), and the first that opens nothing is the last.

It ends: no obligation is fulfilled twice, the next of a series that fulfilment opened is not fulfilled on the day it
opens, and rules that could open each other in a circle within a day are an error (RM220), of which no plan is made.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Mapping, Sequence
from datetime import date

from rutinmotor.engine.plan import BoundRule, Listener
from rutinmotor.engine.replay.clocks import turn
from rutinmotor.engine.replay.instance import Breach, Cause, Instance, Run
from rutinmotor.engine.replay.open_instances import OpenInstances, holders_in
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.series import next_after_fulfilment
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import AfterFulfilment
from rutinmotor.engine.replay.world import Seen
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event, Holder


def end_all(now: Situation, event: Event, rules: Mapping[int, BoundRule]) -> None:
    """Let an event end what is open of the rules that it bears on, and their series with it."""
    for rule in now.open.opened_among(rules):
        by_item = now.open.by_rule[rule.index]
        if by_item:
            for holder in holders_in(by_item, event.item):
                for instance in by_item.pop(holder, ()):
                    _end(now, instance, event)
        if rule.repetition is not None:
            running = now.open.series.get(rule.group, {})
            for holder in holders_in(running, event.item):
                series = running.get(holder)
                if series is not None and series.rule is rule:
                    now.open.end_series(series)


def end_run(now: Situation, run: Run, event: Event) -> None:
    """Let the end of a state end the standing obligations that it opened."""
    for instance in now.waiting.for_run.pop(id(run), ()):
        if instance.outcome is None:
            now.open.by_rule[instance.rule.index][instance.item].remove(instance)
            _end(now, instance, event)


def _end(now: Situation, instance: Instance, event: Event) -> None:
    if instance.details is not None:
        turn(now, instance)
        if instance.paused(now.today.day):
            instance.due = None
    instance.outcome, instance.closing = "ended", event
    now.found.changed = True
    if instance.rule.fulfilled_by:
        now.today.ended.setdefault(instance.rule.index, {}).setdefault(instance.item, []).append(instance)


def fulfil(now: Situation, *, all_open: bool) -> None:
    """Let today's events fulfil what they can, then all that this triggers, and again until nothing changes.

    With `all_open` everything open is asked, else only what has opened since it was last asked.
    """
    today = now.today
    done = _by_the_past(now) if today.fresh else []
    done += _by_events(now) if all_open else _fresh_by_events(now)
    today.fresh = []
    while done:
        _pass_on(now, done)
        if not today.fresh:
            return
        done = _by_the_past(now) + _fresh_by_events(now)
        today.fresh = []


def _pass_on(now: Situation, done: list[Instance]) -> None:
    """Open what comes next in a series, and what the fulfilments trigger, in the order of rule, item, opening."""
    if len(done) > 1:
        done.sort(key=lambda instance: (instance.rule.group, instance.item or "", instance.opened))
    on_fulfilled = now.plan.on_fulfilled
    for instance in done:
        if instance.details is not None and instance.details.series is not None:
            next_after_fulfilment(now, instance)
        for one in on_fulfilled.get(instance.rule.group, ()):
            if one.hook.timed:
                _set_timer(now, one, instance)
                continue
            cause = Cause(one.hook.kind.key, instance.rule.id, now.today.day, instance.item, source=instance)
            trigger(now, one.rule, instance.item, cause)


def _set_timer(now: Situation, listener: Listener, done: Instance) -> None:
    try:
        day = listener.hook.day(now.today.day)
    except DayOutOfRange as reason:
        raise now.outside(listener.rule, reason) from None
    what = AfterFulfilment(listener, done)
    now.waiting.set_timer(day, listener.rank, what, (done.rule.id,), done.item, now.today.day)


def _by_the_past(now: Situation) -> list[Instance]:
    """Fulfil what has just opened by what was done before (`counts_from`, semantics 5.1)."""
    done: list[Instance] = []
    left: list[Instance] = []
    for instance in now.today.fresh:
        rule = instance.rule
        if rule.counts_from is None or (instance.details is not None and instance.details.later):
            continue
        starts = [found[-1][0] for found in now.world.seen(rule.counts_from, instance.item)]
        if not starts:
            continue
        used = _used(instance)
        candidates = [
            one
            for type_ in rule.fulfilled_by
            for found in now.world.seen(type_, instance.item)
            if (one := _first_unused(found, max(starts), used or ())) is not None
        ]
        if candidates:
            event = min(candidates)[2]
            if used is not None:
                used.add(id(event))
            if instance.outcome is None:
                left.append(instance)
            _fulfil(now, instance, event)
            done.append(instance)
    if left:
        _leave(now.open, left)
    return done


def _first_unused(found: list[Seen], since: int, used: Container[int]) -> Seen | None:
    """Give the first event from a day on that its series has not used yet."""
    for at in range(bisect_left(found, (since,)), len(found)):
        if id(found[at][2]) not in used:
            return found[at]
    return None


def _used(instance: Instance) -> set[int] | None:
    """Give the events that have fulfilled one of its series, where one event fulfils only one (semantics 5.4)."""
    details = instance.details
    return details.series.used if details is not None and details.series is not None else None


def _by_events(now: Situation) -> list[Instance]:
    """Fulfil all that is open, or has ended today, by today's events, each by the first that can."""
    done: list[Instance] = []
    opened, ended_today = now.open, now.today.ended
    for event, steps in now.today.happenings:
        for rule in opened.opened_among(steps.fulfils):
            by_item = opened.by_rule[rule.index]
            if by_item:
                for holder in holders_in(by_item, event.item):
                    instances = by_item.get(holder)
                    if not instances:
                        continue
                    if rule.repetition is not None and rule.repetition.one_event_one:
                        done += _oldest(now, event, instances)
                        continue
                    left = [instance for instance in instances if not _can_fulfil(now, event, instance)]
                    if not left:
                        done += by_item.pop(holder)
                    elif len(left) < len(instances):
                        done += [instance for instance in instances if instance.outcome is not None]
                        by_item[holder] = left
            ended = ended_today.get(rule.index) if ended_today else None
            if ended:
                for holder in holders_in(ended, event.item):
                    still = [instance for instance in ended.get(holder, ()) if instance.outcome == "ended"]
                    done += [instance for instance in still if _can_fulfil(now, event, instance)]
    return done


def _oldest(now: Situation, event: Event, instances: list[Instance]) -> list[Instance]:
    """Fulfil the oldest that can be of what is open of one series, and take it out (semantics 5.4).

    What is open of one version and one holder, in the order of opening, is all of one series.
    """
    if id(event) not in (_used(instances[0]) or ()):
        for at, instance in enumerate(instances):
            if _can_fulfil(now, event, instance):
                return [instances.pop(at)]
    return []


def _fresh_by_events(now: Situation) -> list[Instance]:
    """Fulfil what has just opened by today's events."""
    done: list[Instance] = []
    for instance in now.today.fresh:
        if instance.outcome is None and instance.rule.fulfilled_by:
            for event in now.today.bearing(instance.rule.fulfilled_by, instance.item):
                if _can_fulfil(now, event, instance):
                    done.append(instance)
                    break
    if done:
        _leave(now.open, done)
    return done


def _leave(open_: OpenInstances, closed: Sequence[Instance]) -> None:
    """Take what has opened today and closed at once out of the open ones."""
    leaving: dict[tuple[int, Holder], int] = {}
    for instance in closed:
        key = (instance.rule.index, instance.item)
        leaving[key] = leaving.get(key, 0) + 1
    for (index, item), number in leaving.items():
        instances = open_.by_rule[index][item]
        # From the end, where what opened today stands: there may be many that opened long ago.
        kept: list[Instance] = []
        while number:
            instance = instances.pop()
            if instance.outcome is None:
                kept.append(instance)
            else:
                number -= 1
        instances.extend(reversed(kept))


def _can_fulfil(now: Situation, event: Event, instance: Instance) -> bool:
    """Fulfil an obligation by an event of today that bears on it, if the event counts for it."""
    if instance.opened == now.today.day:
        if instance.details is not None and instance.details.after_fulfilment:
            return False
        # Only where both have a clock does the order on the opening day matter.
        if 0 <= event.clock < instance.clock:
            return False
    used = _used(instance)
    if used is not None:
        if id(event) in used:
            return False
        used.add(id(event))
    _fulfil(now, instance, event)
    return True


def _fulfil(now: Situation, instance: Instance, event: Event) -> None:
    done_on = event.day or 0
    if instance.details is not None and instance.paused(now.today.day):
        instance.due = None
    instance.outcome = "fulfilled_late" if instance.due is not None and done_on > instance.due else "fulfilled"
    instance.closing = event
    now.found.changed = True
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
