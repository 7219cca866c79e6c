"""Events in, sort keys out: the order in which a log counts (semantics 1.3)."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from rutinmotor.language.case import Event, Moment, clock_of

Key = tuple[int, int, int, str, str]
_HOUR = 3_600_000_000


def canonical(event: Event) -> str:
    """Write an event's content as JSON with sorted keys, dates in ISO."""
    content = {
        name: value
        for name in ("type", "at", "id", "item", "recorded", "replaces", "retracts", "about")
        if (value := getattr(event, name)) is not None
    }
    if event.data:
        content["data"] = dict(event.data)
    return json.dumps(content, sort_keys=True, ensure_ascii=False, default=_iso)


def _iso(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(value)


def recorded_moment(event: Event) -> tuple[int, int, int]:
    """Give the day on which an event was entered and its place in the day, a date's being the day's start.

    The second time of an hour that comes twice stands between the first time and the next hour.
    """
    moment: Moment | None = event.recorded if event.recorded is not None else event.at
    assert moment is not None
    clock = max(clock_of(moment), 0)
    again = isinstance(moment, datetime) and moment.fold == 1
    return moment.toordinal(), (clock // _HOUR + 1) * _HOUR - 1 if again else clock, clock


def later_recorded(event: Event) -> Key:
    """Give the key by which events of one clock stand: when they were recorded, then id, then content."""
    return (*recorded_moment(event), event.id or "", canonical(event))


def within_day(event: Event) -> tuple[int, int, int, int, str]:
    """Give the key by which the events of one day stand, content aside: instant (none first), when recorded, id."""
    return event.clock, *recorded_moment(event), event.id or ""
