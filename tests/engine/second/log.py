"""A case's written events in, the events that stand in order out: section 1 of the semantics, read before the walk."""

import json
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from tests.engine.second.errors import SecondError

# An instant is the time since the first instant of the year 1 by UTC; None where there is no clock (1.2).
Instant = timedelta | None


@dataclass(frozen=True)
class Stand:
    """1.8: where something stands: its day, and its instant if it has a clock."""

    day: date
    instant: Instant = None


def precedes(one: Stand, other: Stand) -> bool:
    """1.3: an earlier day; on one day an earlier instant, where both have one."""
    if one.day != other.day:
        return one.day < other.day
    return one.instant is not None and other.instant is not None and one.instant < other.instant


def in_open_order(one: Stand, other: Stand) -> bool:
    """1.3: on one day, with equal instants or one of them without a clock."""
    return not precedes(one, other) and not precedes(other, one)


@dataclass(frozen=True, eq=False)
class Event:
    """1.1: what happened, and where it stands (1.2)."""

    type: str
    stand: Stand
    item: str | None
    id: str | None
    recorded: timedelta
    data: dict[str, Any]
    content: str
    about: str | None = None
    known_as: frozenset[str] = frozenset()  # its own id, and those of the events in whose place it stands

    @property
    def day(self) -> date:
        return self.stand.day

    @property
    def instant(self) -> Instant:
        return self.stand.instant

    @property
    def strength(self) -> tuple[Any, ...]:
        """1.3, 2.2: recorded, id (none first), canonical content."""
        return (self.recorded, self.id is not None, self.id or "", self.content)

    @property
    def order(self) -> tuple[Any, ...]:
        """1.3: day; without a clock before any clock; instant; then `strength`."""
        return (self.day, self.instant is not None, self.instant or timedelta(), *self.strength)


@dataclass(frozen=True)
class Record:
    """One thing written in the log: an event, or a correction of one (1.5)."""

    id: str | None
    content: str
    recorded: timedelta
    recorded_day: date
    replaces: str | None
    retracts: str | None
    event: Event | None

    @property
    def target(self) -> str | None:
        return self.replaces if self.replaces is not None else self.retracts

    @property
    def strength(self) -> tuple[Any, ...]:
        """1.5: of two replacements the later recorded stands, then the greater id, then the greater content."""
        return (self.recorded, self.id is not None, self.id or "", self.content)


def since_year_1(local: datetime, offset: timedelta | None) -> timedelta:
    return local.replace(tzinfo=None) - datetime.min - (offset or timedelta())


def shown_by_clocks(local: datetime, zone: ZoneInfo) -> timedelta:
    """1.2: the first of two instants; in the hour left out, the one by the offset before the change."""
    return since_year_1(local, local.replace(tzinfo=zone, fold=0).utcoffset())


def moment(written: Any, zone: ZoneInfo) -> Stand:
    """1.2: the local day and the instant; a date has no instant."""
    if isinstance(written, str):
        try:
            written = date.fromisoformat(written) if len(written) == 10 else datetime.fromisoformat(written)
        except ValueError as fault:
            raise SecondError(f"no date: {written}") from fault
    if isinstance(written, datetime):
        if written.tzinfo is None:
            return Stand(written.date(), shown_by_clocks(written, zone))
        return Stand(written.astimezone(zone).date(), since_year_1(written, written.utcoffset()))
    if isinstance(written, date):
        return Stand(written)
    raise SecondError(f"no date: {written!r}")


def recorded_at(when: Stand, zone: ZoneInfo) -> timedelta:
    """0001 on 1.3: a date has the clock 00:00."""
    if when.instant is not None:
        return when.instant
    return shown_by_clocks(datetime.combine(when.day, time.min), zone)


def canonical(written: Any) -> str:
    """1.3: JSON with sorted keys, dates in ISO."""
    return json.dumps(written, sort_keys=True, default=lambda value: value.isoformat())


def _shown(written: Any, zone: ZoneInfo) -> Any:
    """1.3: one instant has one content, however it is written."""
    if isinstance(written, str) and len(written) > 10:
        when = datetime.fromisoformat(written)
        return (when if when.tzinfo is None else when.astimezone(zone).replace(tzinfo=None)).isoformat()
    return written


def _record(written: dict[str, Any], zone: ZoneInfo) -> Record:
    replaces, retracts = written.get("replaces"), written.get("retracts")
    if replaces is not None and retracts is not None:
        raise SecondError("a correction both replaces and retracts")
    when = written.get("recorded", written.get("at"))
    if when is None:
        raise SecondError("neither at nor recorded")
    entered = moment(when, zone)
    shown = {key: _shown(written[key], zone) for key in ("at", "recorded") if key in written}
    recorded, content = recorded_at(entered, zone), canonical(written | shown)
    event = None
    if retracts is None:
        if "type" not in written or "at" not in written:
            raise SecondError("an event without type or day")
        event = Event(
            written["type"],
            moment(written["at"], zone),
            written.get("item"),
            written.get("id"),
            recorded,
            written.get("data") or {},
            content,
            written.get("about"),
        )
    return Record(written.get("id"), content, recorded, entered.day, replaces, retracts, event)


def _once(records: list[Record]) -> list[Record]:
    """1.4: the same id with the same content counts once; with other content it is an error."""
    kept: list[Record] = []
    seen: dict[str, Record] = {}
    for record in records:
        if record.id is not None:
            if record.id in seen:
                if seen[record.id].content != record.content:
                    raise SecondError(f"id {record.id} twice with different content")
                continue
            seen[record.id] = record
        kept.append(record)
    return kept


def _judge_targets(records: list[Record]) -> None:
    """1.5: an id that is not in the whole log, and corrections in a circle, are errors."""
    by_id = {record.id: record for record in records if record.id is not None}
    for record in records:
        walked, here = {id(record)}, record
        while here.target is not None:
            if here.target not in by_id:
                raise SecondError(f"correction of an unknown id {here.target}")
            here = by_id[here.target]
            if id(here) in walked:
                raise SecondError("corrections in a circle")
            walked.add(id(here))


def _standing(record: Record, records: list[Record]) -> Record | None:
    """1.5, seen from the end of the chain: what stands in this record's place, itself, another, or nothing."""
    replacements: list[Record] = []
    retracted = False
    for correction in records:
        if record.id is None or correction.target != record.id:
            continue
        stands = _standing(correction, records)
        if stands is None:
            continue
        if stands is correction and correction.retracts is not None:
            retracted = True
        else:
            replacements.append(stands)
    if replacements:
        return max(replacements, key=lambda one: one.strength)
    return None if retracted else record


def _known_as(stands: Record, records: list[Record]) -> frozenset[str]:
    """2.9: an event of any of these ids is this one (1.5)."""
    return frozenset(one.id for one in records if one.id is not None and _standing(one, records) is stands)


def standing_events(written: list[dict[str, Any]], zone: ZoneInfo, known: date | None) -> list[Event]:
    """1.3 to 1.6: the events that stand, in order; with `known` the log is cut first and then corrected."""
    records = _once([_record(one, zone) for one in written])
    _judge_targets(records)
    ids = {record.id for record in records}
    if any(about not in ids - {one.get("id")} for one in written if (about := one.get("about")) is not None):
        raise SecondError("about no other event of the log")
    if known is not None:
        records = [record for record in records if record.recorded_day <= known]
    here = {record.id for record in records if record.id is not None}
    events: list[Event] = []
    for record in records:
        if record.target is None or record.target not in here:
            stands = _standing(record, records)
            if stands is not None and stands.event is not None:
                events.append(replace(stands.event, known_as=_known_as(stands, records)))
    return sorted(events, key=lambda event: event.order)
