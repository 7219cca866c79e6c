"""An obligation in, the events out that might have closed it and did not, each with why (semantics 1.9, 1.10, 5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rutinmotor.engine.explanation.explanation import Moment, NotCounted, Why
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, bears, event_named, fact_named, shown_clock
from rutinmotor.engine.replay import Cause, Happening, Instance, named_period, period_of
from rutinmotor.language.case import NO_CLOCK, Event

# So many are told of one obligation.
_MANY = 4


def not_counted(replayed: ReplayedCase, instance: Instance) -> tuple[tuple[NotCounted, ...], int]:
    """Give a few of the events that an obligation's rule knows and that did not close it, by time, and how many more.

    They are those that came too soon, those of the day on which it arose and, unless it was fulfilled in time, the
    latest one before that day and those since that were about other periods of a series or about other items. The
    obligation is given as it arose.
    """
    found = list(_too_soon(replayed, instance))
    too_soon = {one.event for one in found}
    found += [one for one in _of_the_day(replayed, instance) if one.event not in too_soon]
    if instance.outcome != "fulfilled":
        found += [one for one in _before(replayed, instance) if one.event not in too_soon]
        found += sorted(_of_other_periods(replayed, instance), key=_when)
        found += sorted(_of_others(replayed, instance), key=_when)
    found += _sparing(replayed, instance)
    told = sorted(found[:_MANY], key=_when)
    return tuple(told), len(found) - len(told)


def _when(one: NotCounted) -> tuple[date, str]:
    return one.event.day, one.event.clock or ""


def opened_clock(instance: Instance) -> str | None:
    """Give the clock at which an obligation arose, as local clocks showed it; None without one."""
    return None if instance.clock == NO_CLOCK else shown_clock(instance.cause)


def _too_soon(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give those that came before the first day that counts."""
    for event, _ in _bearing(replayed, instance, instance.rule.fulfilled_by):
        first = replayed.replay.first_counted(event, replayed.original(instance))
        if first is not None:
            yield NotCounted(replayed.event(event), "fulfil", "too_soon", first=as_date(first))


def _of_the_day(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give those of the opening day: nothing that came later that day, and no event that had nothing left to close."""
    for happening in _bearing(replayed, instance, _closing(replayed, instance)):
        event = happening[0]
        if event.day != instance.opened or event is instance.closing:
            continue
        match replayed.order(happening, instance):
            case "before":
                yield _came_before(replayed, instance, event)
            case "waits":
                # The one that fulfilled the one before is told of as that.
                if not any(_of_one_series(one, instance) for one in replayed.closed_by(event)):
                    yield _told(replayed, instance, event, "next_in_series")
            case "own" | "triggers" | "fulfilment" as why:
                yield _told(replayed, instance, event, why)
            case "older":
                yield _of_another_period(replayed, instance, event) or _served_older(replayed, instance, event)
            case "open" | "after":
                named = _of_another_period(replayed, instance, event)
                if named is not None:
                    yield named
                    continue
                # Of a series that asks for one event each time, the oldest takes it.
                if any(_of_one_series(one, instance) for one in replayed.closed_by(event)):
                    yield _served_older(replayed, instance, event)


def _before(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give the latest one of an earlier day that fulfils, and that ends, unless it closed one that was there then."""
    rule = instance.rule
    for types in (rule.fulfilled_by, [type_ for type_ in rule.ends_with if type_ not in rule.fulfilled_by]):
        earlier = [one for one, _ in _bearing(replayed, instance, types) if (one.day or 0) < instance.opened]
        latest = max(earlier, key=lambda one: (one.day or 0, one.clock), default=None)
        if latest is not None and latest is not instance.closing and not replayed.closed_by(latest):
            yield _came_before(replayed, instance, latest)


def _sparing(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give those that ended the rule and left it open, as its rule spares some (semantics 5.2)."""
    if not instance.rule.spares or instance.outcome == "ended":
        return
    last = replayed.at if instance.closed is None else instance.closed
    for happening in _bearing(replayed, instance, instance.rule.ends_with):
        event, day = happening[0], happening[0].day or 0
        if event is instance.closing or not instance.opened <= day <= last:
            continue
        if day > instance.opened or replayed.order(happening, instance) in ("open", "after"):
            yield NotCounted(replayed.event(event), "end", "spared")


def _of_other_periods(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give those of later days that fulfil, but served another period of the series, or were about another."""
    repetition = instance.rule.repetition
    if repetition is None or repetition.each is None:
        return
    last = replayed.at if instance.closed is None else instance.closed
    for event, _ in _bearing(replayed, instance, instance.rule.fulfilled_by):
        if event is instance.closing or not instance.opened < (event.day or 0) <= last:
            continue
        named = _of_another_period(replayed, instance, event)
        served = next((one for one in replayed.closed_by(event) if _of_one_series(one, instance)), None)
        if named is not None:
            yield named
        elif served is not None and served.outcome != "ended":
            first, last_day = period_of(served)
            ref = replayed.event(event)
            yield NotCounted(ref, "fulfil", "other_period", first=as_date(first), last=as_date(last_day))


def _of_another_period(replayed: ReplayedCase, instance: Instance, event: Event) -> NotCounted | None:
    """Say that an event names another period than that of an obligation; None if it does not."""
    rule = instance.rule
    fact = rule.repetition.period_of if rule.repetition is not None else None
    if fact is None or event.type not in rule.fulfilled_by:
        return None
    named = named_period(replayed.plan, rule, event)
    if named is None or named == period_of(instance):
        return None
    told = fact_named(replayed.names(rule), fact)
    first, last = (as_date(day) for day in named)
    return NotCounted(replayed.event(event), "fulfil", "names_period", period_of=told, first=first, last=last)


def _of_others(replayed: ReplayedCase, instance: Instance) -> Iterator[NotCounted]:
    """Give those about other items, from the opening day to the end of the obligation or the day asked."""
    last = replayed.at if instance.closed is None else instance.closed
    for type_ in _closing(replayed, instance):
        for event, _ in replayed.happened(type_):
            if instance.opened <= (event.day or 0) <= last and not _bears(event, instance):
                yield _told(replayed, instance, event, "other_item")


def _closing(replayed: ReplayedCase, instance: Instance) -> dict[str, None]:
    """Give the event types that close it, the end of the state that a standing one hangs on among them."""
    rule, cause = instance.rule, instance.cause
    types = dict.fromkeys((*rule.fulfilled_by, *rule.ends_with))
    if rule.timing == "standing" and isinstance(cause, Cause) and cause.run is not None:
        types |= dict.fromkeys(replayed.names(rule).states[cause.run.state].text.ending_events)
    return types


def _bearing(replayed: ReplayedCase, instance: Instance, types: Iterable[str]) -> Iterator[Happening]:
    return (one for type_ in types for one in replayed.happened(type_) if _bears(one[0], instance))


def _bears(event: Event, instance: Instance) -> bool:
    return bears(event.item, instance.item) or event.type in instance.rule.ends_all


def _of_one_series(one: Instance, other: Instance) -> bool:
    if one is other or one.details is None or other.details is None:
        return False
    return one.details.series is not None and one.details.series is other.details.series


def _came_before(replayed: ReplayedCase, instance: Instance, event: Event) -> NotCounted:
    rule = instance.rule
    later = instance.details is not None and instance.details.later
    if rule.counts_from is None or later or event.type not in rule.fulfilled_by:
        return _told(replayed, instance, event, "before")
    return NotCounted(replayed.event(event), "fulfil", "not_since", event_named(replayed.names(rule), rule.counts_from))


def _served_older(replayed: ReplayedCase, instance: Instance, event: Event) -> NotCounted:
    """Name what the event served instead, or else what was there."""
    of_item = [one for one in replayed.arisen if one.item == instance.item and one is not instance]
    served = [one for one in replayed.closed_by(event) if one in of_item]
    there = [
        one
        for one in of_item
        if one.opened <= instance.opened and (one.closed is None or one.closed >= instance.opened)
    ]
    older = next(iter((*served, *there)), None)
    moment = None if older is None else Moment(as_date(older.opened), opened_clock(older))
    would = "fulfil" if event.type in instance.rule.fulfilled_by else "end"
    return NotCounted(replayed.event(event), would, "served" if served else "older", older=moment)


def _told(replayed: ReplayedCase, instance: Instance, event: Event, why: Why) -> NotCounted:
    would = "fulfil" if event.type in instance.rule.fulfilled_by else "end"
    return NotCounted(replayed.event(event), would, why)
