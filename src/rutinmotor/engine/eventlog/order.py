"""Events in, sort keys out: the order in which a log counts (semantics 1.3)."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import Any

from rutinmotor.language.case import Event, Moment, clock_of

Key = tuple[int, int, str, str]


def canonical(event: Event) -> str:
    """Write an event's content as JSON with sorted keys, dates in ISO."""
    content = {
        name: value
        for name in ("type", "at", "id", "item", "recorded", "replaces", "retracts")
        if (value := getattr(event, name)) is not None
    }
    if event.data:
        content["data"] = dict(event.data)
    return json.dumps(content, sort_keys=True, ensure_ascii=False, default=_iso)


def _iso(value: Any) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(value)


def recorded_moment(event: Event) -> tuple[int, int]:
    """Give the day on which an event was entered and the clock, a date's clock being the day's start."""
    moment: Moment | None = event.recorded if event.recorded is not None else event.at
    assert moment is not None
    return moment.toordinal(), max(clock_of(moment), 0)


def later_recorded(event: Event) -> Key:
    """Give the key by which events of one clock stand: when they were recorded, then id, then content."""
    return (*recorded_moment(event), event.id or "", canonical(event))


def within_day(event: Event) -> tuple[int, int, int, str]:
    """Give the key by which the events of one day stand, content aside: instant (none first), when recorded, id."""
    if event.recorded is None:
        return event.clock, event.day or 0, max(clock_of(event.at), 0) if event.at else 0, event.id or ""
    return event.clock, *recorded_moment(event), event.id or ""
