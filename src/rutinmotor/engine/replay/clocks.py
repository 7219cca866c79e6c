"""An open obligation in, its due date and timers out: pauses, extensions, roll (semantics 4.6, 4.9, 4.10)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule, Late, Opening
from rutinmotor.engine.replay.calling_off import note_start
from rutinmotor.engine.replay.instance import Breach, Details, Instance
from rutinmotor.engine.replay.reached import keep_reached
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import PastDue, PauseOver, RunAhead, Start
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.language.case import Event
from rutinmotor.language.constructs import Hook, On, Rank

# Looked up once, as an Enum's member costs more than a name.
_OPENING, _PAST_DUE, _MOVING = On.OPENING, Rank.PAST_DUE, Opening.MOVING


def start_time(now: Situation, instance: Instance, base: int | None, calendar: Calendar | None) -> None:
    """Let an obligation's time start today, with `base` the deadline's own date before extensions, pauses and roll.

    `calendar` is that of a time counted in working days, None for any other.
    """
    if instance.rule.escalation:
        keep_reached(instance, now.today.day)
    details = instance.detail
    details.start, details.base, details.calendar = now.today.day, base, calendar
    details.extensions, details.pauses, details.taken_in = 0, [], 0
    details.held_since, details.moving = None, False
    rule = instance.rule
    if rule.paused_while is not None and now.world.holds(rule.paused_while, instance.item):
        details.held_since = now.today.day
    recount(now, instance)


def recount(now: Situation, instance: Instance) -> None:
    """Work out the due date from the details, and set the timers that hang on it."""
    _work_out(now, instance)
    set_timers(now, instance)


def _work_out(now: Situation, instance: Instance) -> None:
    details = instance.detail
    rule = instance.rule
    try:
        due = _unrolled(details, rule)
        details.moving = due is not None and details.held_since is not None and _moves(due, details.held_since, details)
        if due is not None and rule.roll is not None and not details.moving and not details.after_fulfilment:
            due = rule.roll.end(due)
    except DayOutOfRange as reason:
        raise now.outside(rule, reason) from None
    due = None if details.moving else due
    if due != instance.due:
        instance.due = due
        now.found.changed = True


def _unrolled(details: Details, rule: BoundRule) -> int | None:
    """Give the due date before roll; only pauses that have ended since the last time are counted, unless it is anew."""
    due = details.unrolled
    if details.taken_in == 0:
        due = details.base
        if due is not None and details.extensions and rule.extension is not None:
            due = rule.extension.by.after(due, details.extensions)
    if due is not None:
        for at in range(details.taken_in, len(details.pauses)):
            due = _moved(due, *details.pauses[at], details)
    details.unrolled, details.taken_in = due, len(details.pauses)
    return due


def _first_counted(day: int, details: Details) -> int:
    """Give the first day from `day` on, and after the start, that a deadline of this kind counts."""
    first = max(day, details.start + 1)
    return details.calendar.next_or_same(first) if details.calendar else first


def _moves(due: int, since: int, details: Details) -> bool:
    """Say whether a pause that holds from `since` on reaches a day that counts, on or before the unrolled due date."""
    return max(since, details.start + 1) <= due and _first_counted(since, details) <= due


def _moved(due: int, first: int, last: int, details: Details) -> int:
    """Move an unrolled due date by the days `first` to `last`, both paused, that lie after the start and count."""
    if not _moves(due, first, details):
        return due
    since = _first_counted(first, details)
    if since > last:
        return due
    # Each counted day moves the date to the next that counts, so the date stays ahead of the pause until its end.
    calendar = details.calendar
    return calendar.nth_after(due, calendar.count(since - 1, last)) if calendar else due + last - since + 1


def turn(now: Situation, instance: Instance) -> None:
    """Begin or end an obligation's pause, as its state stands at the end of the day."""
    state = instance.rule.paused_while
    if state is None:
        return
    details = instance.detail
    holds = now.world.holds(state, instance.item)
    if instance.rule.escalation:
        keep_reached(instance, now.today.day)
    if holds and details.held_since is None:
        details.held_since = now.today.day
    elif not holds and details.held_since is not None:
        if details.held_since < now.today.day:
            details.pauses.append((details.held_since, now.today.day - 1))
        details.held_since = None
    else:
        return
    now.found.changed = True
    recount(now, instance)


def turn_all(now: Situation) -> None:
    """Begin and end the pauses of this day, for all that is open."""
    for state, turned in now.today.turns.states.items():
        waiting = now.waiting.for_state.get(state)
        if waiting:
            for holder in list(waiting) if None in turned else turned:
                waiting[holder] = still = [instance for instance in waiting.get(holder, ()) if instance.outcome is None]
                for instance in still:
                    turn(now, instance)


def extend(now: Situation, instance: Instance, event: Event) -> None:
    """Let an event extend an open obligation; one that comes too late, or once too many, is a breach."""
    extension = instance.rule.extension
    assert extension is not None
    details = instance.detail
    past = instance.due is not None and instance.due < now.today.day
    if past or details.extensions >= extension.at_most:
        if not any(one.kind == "bad_extension" and one.event is event for one in details.breaches or ()):
            # Where the time starts again, the day's events are asked once more.
            details.note(Breach(now.today.day, "bad_extension", event))
    else:
        if instance.rule.escalation:
            keep_reached(instance, now.today.day)
        details.extensions += 1
        details.taken_in = 0
        now.found.note_extension(instance, event)
        recount(now, instance)
    now.found.changed = True


def extend_all(now: Situation) -> None:
    """Let today's events extend all that is open."""
    for event, steps in now.today.happenings:
        for rule in steps.extends:
            for instances in now.open.lists_of(rule, event.item):
                for instance in instances:
                    extend(now, instance, event)


def extend_new(now: Situation, instance: Instance) -> None:
    """Let today's events extend what has opened, or begun anew, after the day's extensions."""
    if instance.rule.extension is not None:
        for event in now.today.bearing((instance.rule.extension.event,), instance.item):
            extend(now, instance, event)


def set_timers(now: Situation, instance: Instance) -> None:
    """Set the timers that hang on the due date, and move the due dates of what runs ahead of it.

    Those set before are passed over when they no longer fit.
    """
    moved = [instance]
    while moved:
        one = moved.pop()
        _set_own_timers(now, one)
        moved += _followers_moved(now, one)


def follow(now: Situation, instance: Instance, other: Instance) -> None:
    """Let an obligation run ahead of another as long as that is open (semantics 3.2)."""
    if other.outcome is None:
        now.waiting.run_ahead(instance, other)


def _followers_moved(now: Situation, other: Instance) -> list[Instance]:
    """Move the due dates of what runs ahead of an open obligation to that one's; give those that were moved."""
    moved: list[Instance] = []
    if other.outcome is not None or id(other) not in now.waiting.for_other:
        return moved
    due = other.due
    if due is not None and other.paused(now.today.day):
        # This pause moves nothing, but hides the due date until that is past.
        now.waiting.set_timer(due + 1, _PAST_DUE, PauseOver(other), (other.rule.id,), other.item or "", other.opened)
        due = None
    for one in now.waiting.running_ahead(other):
        if one.outcome is not None or one.rule.timing != "inherited":
            continue
        details = one.detail
        if details.base == due:
            continue
        details.base, details.taken_in = due, 0
        if one.rule.opening is _MOVING:
            _work_out(now, one)
        elif one.due != due:
            one.due = due
            now.found.changed = True
        moved.append(one)
    return moved


def _set_own_timers(now: Situation, instance: Instance) -> None:
    plan = now.plan
    group = instance.rule.group
    due = instance.due
    if not instance.rule.has_listeners:
        return
    if due is not None:
        for late in plan.late.get(group, ()):
            day = late_day(instance, late)
            # One of a day that is over would fire no more, and stand before those of today.
            if day is not None and day >= now.today.day:
                now.waiting.set_timer(
                    day,
                    late.hook.kind.rank,
                    PastDue(instance, late),
                    (instance.rule.id,),
                    instance.item,
                    instance.opened,
                )
    if group in plan.ahead:
        set_ahead(now, instance)


def late_day(instance: Instance, late: Late) -> int | None:
    """Give the day on which it fires past its due date, counted from its opening or restart where that is later.

    None if there is no such day in the years 1 to 9999.
    """
    start = instance.details.start if instance.details is not None else instance.opened
    try:
        return late.hook.day(max(instance.due or 0, instance.opened, start))
    except DayOutOfRange:
        return None


def set_ahead(now: Situation, instance: Instance) -> None:
    """Set the timers of the rules that run ahead of an obligation, today at the earliest (semantics 3.2)."""
    for listener in now.plan.ahead.get(instance.rule.group, ()):
        if instance.details is not None and listener.rule.group in instance.details.ahead:
            continue
        try:
            day = ahead_day(instance, listener.hook)
        except DayOutOfRange as reason:
            raise now.outside(listener.rule, reason) from None
        if instance.opened == now.today.day:
            start = Start(there_from(instance), instance, instance.clock, instance.behind)
            note_start(now, listener, instance.item, start)
        if day is not None:
            if instance.due is not None and instance.paused(now.today.day):
                # This pause moves nothing, and is over when the due date is past.
                day = max(day, instance.due + 1)
            first = max(day, now.today.day)
            ahead = RunAhead(instance, listener)
            now.waiting.set_timer(first, listener.rank, ahead, (instance.rule.id,), instance.item, instance.opened)


def there_from(instance: Instance) -> int:
    """Give the day from which what runs ahead of it waits: what an answer opened was there when that day began."""
    stood = instance.details is not None and instance.details.stood
    return instance.opened - 1 if stood else instance.opened


def ahead_day(instance: Instance, hook: Hook) -> int | None:
    """Give the day on which a rule that runs ahead is to open, or None while there is no due date."""
    if hook.on is _OPENING:
        return hook.day(instance.opened)
    return None if instance.due is None else max(hook.day(instance.due), instance.opened)
