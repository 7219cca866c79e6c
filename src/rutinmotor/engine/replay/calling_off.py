"""What ends a rule in, which of its timers that calls off out; asked when one starts and when it fires (semantics 3.6).

What has ended a rule is kept by holder, and a timer that fires looks back to its start: so that an ending costs the
same however many wait. Only of the day on which a timer starts is more to be asked, as there the log may leave open
what came first; that is settled when it starts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from datetime import date

from rutinmotor.engine.plan import BoundRule, Listener
from rutinmotor.engine.replay.endings import ANY, Ending, Endings
from rutinmotor.engine.replay.instance import NEVER, Cause, Instance, Run
from rutinmotor.engine.replay.serving import was_there
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import Start, Waiter
from rutinmotor.language.case import NO_CLOCK, Event, Holder
from rutinmotor.language.constructs import EndingKind


def note_start(now: Situation, listener: Listener, item: Holder, start: Start, fires: int = NEVER) -> None:
    """Note that a timer starts, to fire on a day: that it waits, and what of today calls it off at once."""
    if not listener.can_end:
        return
    item = _waited_for(listener.rule, item)
    if now.today.serves and start.day == now.today.day:
        if now.today.starting is None:
            _call_off_at_once(now, listener, item, start)
        else:
            now.today.starting.append((listener, item, start))
    waiter = Waiter(listener, start, fires)
    now.waiting.starts.setdefault((listener.rule.group, item), deque()).append(waiter)


def call_off_starting(now: Situation) -> None:
    """Let events of today call off the timers that started as the day began, now that what was there is settled."""
    starting, now.today.starting = now.today.starting or [], None
    for listener, item, start in starting:
        _call_off_at_once(now, listener, item, start)


def note_ending(now: Situation, rule: BoundRule, item: Holder, by: Event | Cause) -> None:
    """Let what ends a rule today call off what has waited since an earlier day and that it bears on."""
    today = now.today.day
    _note(now, rule, Ending(today, today, by), (item, ANY))


def note_ending_by_date(now: Situation, rule: BoundRule, item: Holder, fact: str) -> None:
    """Let a date that is past when today ends call off what has waited for that item or the case from its day on."""
    value, today = now.world.facts(item).get(fact), now.today.day
    if isinstance(value, date) and value.toordinal() <= today:
        ending = Ending(value.toordinal() + 1, today, Cause(EndingKind.DATE, fact, today, item))
        _note(now, rule, ending, (ANY if item is None else item,))


def _note(now: Situation, rule: BoundRule, ending: Ending, holders: Iterable[object]) -> None:
    now.waiting.ended.setdefault(rule.index, Endings()).add(ending, holders)


def called_off(now: Situation, listener: Listener, item: Holder, since: int, origin: object) -> Event | Cause | None:
    """Give what has called a timer off that counts from the day `since`; of several, what did so first."""
    if not listener.can_end:
        return None
    waiting, item = now.waiting, _waited_for(listener.rule, item)
    at_once = waiting.at_once.get((listener, id(origin), None))
    if at_once is not None:
        return at_once[0]
    endings = waiting.ended.get(listener.rule.index)
    # One for each item, and of none itself, is called off as a whole only by what bears on all, if there are any.
    of_each = bool(now.world.items) and _of_each(listener.rule, item)
    found = None if endings is None else endings.after(since, item, of_each=of_each)
    return None if found is None else found.by


def called_off_of(now: Situation, listener: Listener, since: int, origin: object) -> dict[Holder, Event | Cause]:
    """Give the items for which a timer of the case is called off that is to open one for each, and by what."""
    if not (listener.can_end and _of_each(listener.rule, None)):
        return {}
    endings = now.waiting.ended.get(listener.rule.index)
    found: dict[Holder, Event | Cause] = {}
    for named in now.world.items:
        at_once = now.waiting.at_once.get((listener, id(origin), named))
        if at_once is not None:
            found[named] = at_once[0]
        elif endings is not None and (ending := endings.after(since, named)) is not None:
            found[named] = ending.by
    return found


def _waited_for(rule: BoundRule, item: Holder) -> Holder:
    """Give the item of what a timer is to open."""
    return None if rule.per == "case" else item


def _of_each(rule: BoundRule, item: Holder) -> bool:
    return item is None and rule.per == "item"


def _call_off_at_once(now: Situation, listener: Listener, item: Holder, start: Start) -> None:
    """Let events of today call off a timer that starts today.

    None does that came before its start or brought it about; nor, in open order with it, one that could have done so
    (semantics 1.10), or one for which something older was there.
    """
    rule = listener.rule
    # Where one ends whichever item it is about, the others are told apart by what they bear on.
    for event in now.today.bearing(rule.ends_with, None if rule.ends_all else item):
        of_all = event.type in rule.ends_all
        bears = of_all or item is None or event.item is None or event.item == item
        if not bears or any(event is one for one in start.behind):
            continue
        of = event.item if _of_each(rule, item) and not of_all else None
        if NO_CLOCK in (event.clock, start.clock) or event.clock == start.clock:
            if _could_start(now, event, start) or _something_older(now, rule, item, of):
                continue
        elif event.clock < start.clock:
            continue
        now.waiting.at_once.setdefault((listener, id(start.origin), of), (event, start.origin))
        if of is None:
            return


def _could_start(now: Situation, event: Event, start: Start) -> bool:
    """Say whether an event is of a type that could have started a timer as well as those that did."""
    if any(event.type == one.type for one in start.behind):
        return True
    steps = now.plan.types[event.type or ""]
    match start.origin:
        case Run(state=state):
            return state in steps.begins
        case Instance(rule=rule):
            return rule.group in steps.sets_off
        case _:
            return False


def _something_older(now: Situation, rule: BoundRule, item: Holder, of: Holder) -> bool:
    """Say whether something of a rule was open or waited when the day began, for a timer's item; of each, for one."""
    if any(_waits(now, rule.group, holder) for holder in ({item} if of is None else {item, of})):
        return True
    return was_there(now, rule, item or of)


def _waits(now: Situation, group: int, item: Holder) -> bool:
    """Say whether a timer of a rule waited for an item when the day began; those that do no more are forgotten."""
    starts = now.waiting.starts.get((group, item))
    while starts and starts[0].start.day < now.today.day:
        if _waited(now, starts[0], item):
            return True
        starts.popleft()
    return False


def _waited(now: Situation, waiter: Waiter, item: Holder) -> bool:
    start, day, listener = waiter.start, now.today.day, waiter.listener
    if waiter.fires < day or (listener, id(start.origin), None) in now.waiting.at_once:
        return False
    if isinstance(start.origin, Run) and start.origin.ended is not None and start.origin.ended < day:
        return False
    if waiter.fires == NEVER and isinstance(start.origin, Instance):
        closed = start.origin.closed
        if (closed is not None and closed < day) or listener.rule.group in start.origin.detail.ahead:
            return False
    endings = now.waiting.ended.get(listener.rule.index)
    found = None if endings is None else endings.after(start.day, item, of_each=_of_each(listener.rule, item))
    return found is None or found.day == day
