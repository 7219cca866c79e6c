"""A case and a day in, the events that count on that day, in order, out; the first stage of an evaluation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple
from zoneinfo import ZoneInfo

from rutinmotor.engine.eventlog.corrections import about_faults, corrected, correction_faults, without_duplicates
from rutinmotor.engine.eventlog.order import canonical, recorded_moment, within_day
from rutinmotor.ground.diagnostics import CaseError, diagnose, in_order
from rutinmotor.language.case import NO_CLOCK, Case, Event, Moment, linked

_day = attrgetter("day")


class Log(NamedTuple):
    """The events that count, in the order of the log; how many lie after the day asked, and the last day of these."""

    events: list[Event]
    later: int = 0
    last: int = 0


def counting_events(case: Case, at: int, known: int | None, zone: ZoneInfo) -> Log:
    """Return the events that count at the end of day `at` (an ordinal), by what was recorded up to the day `known`.

    They stand in the order of the log, with date-times turned to local ones (semantics 1.2 to 1.6). What lies after the
    day is counted as it would count there.

    Raises:
        CaseError: one id with two contents, a correction of nothing, corrections in a circle, an `about` that names
            no other event of the log.
    """
    events: Sequence[Event] = case.events
    # What most logs have nothing of is looked for in one walk: on a short log each further one costs as much as an
    # obligation.
    ids: list[str] = []
    moments = clocks = corrections = abouts = False
    for event in events:
        if event.id is not None:
            ids.append(event.id)
        if event.day is None or event.recorded is not None:
            moments = clocks = True
        elif event.clock != NO_CLOCK:
            clocks = True
        if event.replaces is not None or event.retracts is not None:
            corrections = True
        if event.about is not None:
            abouts = True
    if moments:
        events = [_local(event, zone) for event in events]
    if clocks:
        events = _at_instants(events, zone)
    if len(set(ids)) < len(ids):
        events = _unique(events)
    if (corrections or abouts) and (faults := in_order((*correction_faults(events), *about_faults(events)))):
        raise CaseError(faults)
    if known is not None:
        events = [event for event in events if recorded_moment(event)[0] <= known]
    stands: dict[str, Event] = {}
    if corrections or abouts:
        events, stands = corrected(events)
    counting = [event for event in events if (event.day or 0) <= at]
    later = len(events) - len(counting)
    if abouts:
        kept = {id(event) for event in counting}
        counting = linked(counting, {name: event for name, event in stands.items() if id(event) in kept})
    return Log(_in_order(counting), later, max([event.day or 0 for event in events]) if later else 0)


def _unique(events: Sequence[Event]) -> list[Event]:
    kept, faults = without_duplicates(events)
    if faults:
        raise CaseError(in_order(faults))
    return kept


def _local(event: Event, zone: ZoneInfo) -> Event:
    """Give the event with local date-times (semantics 1.2)."""
    try:
        at, recorded = _local_moment(event.at, zone), _local_moment(event.recorded, zone)
    except OverflowError:
        raise CaseError([diagnose("RM609", event.place, event=event.id or "")]) from None
    if at is event.at and recorded is event.recorded:
        return event
    return replace(event, at=at, recorded=recorded)


def _local_moment(moment: Moment | None, zone: ZoneInfo) -> Moment | None:
    if not isinstance(moment, datetime):
        return moment
    return _shown(moment, zone) if moment.tzinfo is None else moment.astimezone(zone).replace(tzinfo=None)


def _shown(moment: datetime, zone: ZoneInfo) -> datetime:
    """Give a local moment as clocks show its instant: another one only in an hour that is left out."""
    if moment.toordinal() not in _shifts(moment.year, zone):
        return moment
    return moment.replace(tzinfo=zone).astimezone(UTC).astimezone(zone).replace(tzinfo=None)


# Pure, and asked of each year of each log that has clocks.
@lru_cache(maxsize=1024)
def _shifts(year: int, zone: ZoneInfo) -> frozenset[int]:
    """Give the days of a year on which local clocks are changed."""
    first, last = date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    # Midnight after the last day of all cannot be asked of; it has no change.
    days = range(first, min(last, date.max.toordinal() - 1) + 1)
    offsets = [datetime.combine(date.fromordinal(day), time(), zone).utcoffset() for day in (*days, days[-1] + 1)]
    return frozenset(day for day, (before, after) in zip(days, pairwise(offsets), strict=True) if before != after)


def _at_instants(events: Sequence[Event], zone: ZoneInfo) -> Sequence[Event]:
    """Let events of days on which clocks are changed stand at their instants, and not at what clocks showed.

    On all other days the one is as good as the other: what is asked of a clock is only which of two is earlier.
    """
    years = {event.at.year for event in events if event.at is not None}
    shifts = {day for year in years for day in _shifts(year, zone)}
    if shifts.isdisjoint([event.day for event in events]):
        return events
    return [_at_instant(event, zone) if event.day in shifts else event for event in events]


def _at_instant(event: Event, zone: ZoneInfo) -> Event:
    at = event.at
    if not isinstance(at, datetime):
        return event
    # Of an hour that comes twice a naive time has `fold` 0, the first; of one that is left out, the offset before.
    midnight = datetime.combine(at.date(), time(), zone)
    passed = at.replace(tzinfo=zone).astimezone(UTC) - midnight.astimezone(UTC)
    if event.recorded is None and (shown := _shown(at, zone)) != at:
        # Of events of one instant the later recorded comes later, and so it must be an instant too.
        event = replace(event, recorded=shown)
    return event.at_clock(passed // timedelta(microseconds=1))


def _in_order(ordered: list[Event]) -> list[Event]:
    """Sort by day, and only the events of one day by the rest of semantics 1.3."""
    ordered.sort(key=_day)
    days = [event.day or 0 for event in ordered]
    for day in dict.fromkeys([day for day, later in pairwise(days) if day == later]):
        first, end = bisect_left(days, day), bisect_right(days, day)
        ordered[first:end] = _within_day(ordered[first:end])
    return ordered


def _within_day(events: list[Event]) -> list[Event]:
    """Sort the events of one day; their content, slow to write, only where nothing else tells two apart."""
    by_key = {within_day(event): event for event in events}
    if len(by_key) == len(events):
        return [by_key[key] for key in sorted(by_key)]
    return sorted(events, key=lambda event: (within_day(event), canonical(event)))
