"""An event of today and an obligation in, whether the one may serve the other out (semantics 1.9, 1.10).

What was there before an event, the event serves: that goes without asking, and is what most events meet. Asked is only
of what has arisen on the same day. There the log may leave open which came first, and then the old goes first: an
absence that ends and one that begins on one day are two, a review that fulfils one step of a chain does not fulfil the
next, and what was done and asked for anew is asked for.
"""

from __future__ import annotations

from typing import Literal, NamedTuple, TypeAlias

from rutinmotor.engine.plan import BoundRule, EventSteps
from rutinmotor.engine.replay.instance import NO_TYPES, Cause, Instance, Series
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.language.case import NO_CLOCK, Event, Holder

# How an event stands to what has arisen on its day: after that, or in open order with it; or why it does not serve it,
# whatever else was there. It came before; brought that about itself; is of a type that triggers the rule, or that
# fulfils what was fulfilled for it that day; or that is the next of a series, which waits for a later day.
Order: TypeAlias = Literal["after", "open", "before", "own", "triggers", "fulfilment", "waits"]


def may_fulfil(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    """Say whether an event of today that bears on an obligation that has opened today may fulfil it."""
    order = order_of(event, steps, instance)
    if order != "open":
        return order == "after"
    return instance.rule.on_repeat == "add" or _goes_first(now, event, instance)


def may_end(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    """Say whether an event of today that bears on an obligation that has opened today may end it."""
    order = order_of(event, steps, instance)
    return order == "after" if order != "open" else _goes_first(now, event, instance)


def may_end_series(now: Situation, event: Event, steps: EventSteps, series: Series) -> bool:
    """Say whether an event of today that bears on a series may end it; it stands at the moment of its trigger."""
    if series.began != now.today.day:
        return True
    first, rule = series.first, series.rule
    order = order_to(event, steps, first, rule)
    return order == "after" if order != "open" else _nothing_older(now, event, rule, series.item, first.clock)


def order_to(event: Event, steps: EventSteps, cause: Event | Cause, rule: BoundRule) -> Order:
    """Say how an event of the day on which something triggered a rule stands to that."""
    moment = (
        _Moment(cause.clock, (cause,), NO_TYPES)
        if isinstance(cause, Event)
        else _Moment(cause.clock, cause.behind, cause.doing)
    )
    return _order(event, steps, moment, rule)


def order_of(event: Event, steps: EventSteps, instance: Instance) -> Order:
    """Say how an event of the day on which an obligation opened, and on which it bears, stands to that."""
    details = instance.details
    if details is not None and details.stood:
        return "after"
    if details is not None and details.after_fulfilment:
        return "waits"
    return _order(event, steps, _Moment(instance.clock, instance.behind, instance.doing), instance.rule)


class _Moment(NamedTuple):
    """Where something stands on the day that it arose: see `Cause`."""

    clock: int
    behind: tuple[Event, ...]
    doing: frozenset[str]


def _order(event: Event, steps: EventSteps, moment: _Moment, rule: BoundRule) -> Order:
    clock = moment.clock
    if any(event is one for one in moment.behind):
        return "own"
    if NO_CLOCK in (event.clock, clock) or event.clock == clock:
        if rule.group in steps.sets_off:
            return "triggers"
        return "fulfilment" if event.type in moment.doing else "open"
    return "after" if event.clock > clock else "before"


def _goes_first(now: Situation, event: Event, instance: Instance) -> bool:
    """Say that nothing older was there which an event in open order with an obligation serves instead."""
    details = instance.details
    own = details.series if details is not None and details.later else None
    first = _nothing_older(now, event, instance.rule, instance.item, instance.clock, own)
    if not first:
        now.found.note_older(event, instance)
    return first


def note_served(now: Situation, event: Event, instance: Instance) -> None:
    """Note what an event has closed, so that it is known what was there."""
    _note(now, event, instance.rule, instance.item, instance.clock if instance.arose(now.today.day) else None)


def note_series_ended(now: Situation, event: Event, series: Series) -> None:
    """Note that an event has ended a series, so that it is known what was there."""
    _note(now, event, series.rule, series.item, series.first.clock if series.began == now.today.day else None)


def _note(now: Situation, event: Event, rule: BoundRule, item: Holder, clock: int | None) -> None:
    if clock is None:
        now.today.stood.add((rule.group, item))
    else:
        now.today.served.setdefault((id(event), rule.group, item), set()).add(clock)


def _nothing_older(
    now: Situation, event: Event, rule: BoundRule, item: Holder, clock: int, own: Series | None = None
) -> bool:
    """Say that nothing older of a rule was there for a holder than what stands at a clock of today.

    A series is not older than one of its `own`.
    """
    if was_there(now, rule, item, own):
        return False
    today = now.today
    if event.clock != NO_CLOCK:
        earlier = now.found.clocks_since(today.first, rule.group, item)
        if any(NO_CLOCK < one < event.clock for one in earlier):
            return False
    return today.served.get((id(event), rule.group, item), set()) <= {clock}


def was_there(now: Situation, rule: BoundRule, item: Holder, own: Series | None = None) -> bool:
    """Say whether one of a rule, or a series but its `own`, was open for a holder when the day began."""
    today, opened = now.today, now.open
    if (rule.group, item) in today.stood:
        return True
    for version in now.plan.versions[rule.group]:
        instances = opened.by_rule.get(version.index, {}).get(item)
        # They stand in the order of opening.
        if instances and not instances[0].arose(today.day):
            return True
    series = opened.running_series(rule.group, item)
    return series is not None and series is not own and series.began < today.day
