"""What replay and the log show beside obligations in, records of plain values out; what semantics 6.2 lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple, TypeAlias, cast

from rutinmotor.engine.evaluation.obligation import TriggerRecord, trigger_record
from rutinmotor.engine.eventlog import Log, Unknown
from rutinmotor.engine.replay import Replay
from rutinmotor.language.case import Event

UnknownEvents: TypeAlias = Literal["error", "list"]
# None leaves it to what is done with unknown events; see `Engine.evaluate`.
UnknownFacts: TypeAlias = Literal["error", "list"] | None
# The fields of an Evaluation that stand beside its obligations, as they follow each other in plain data.
BESIDE = ("undetermined", "passed_over", "unknown_facts", "later", "met_no_item", "passed_dates", "ended_with_case")


class Undetermined(NamedTuple):
    """A rule that could not be judged on a day, for want of the facts named."""

    rule: str
    item: str | None
    day: date
    missing: tuple[str, ...]


class PassedOver(NamedTuple):
    """An event of a type that no catalogue knows."""

    event: str | None
    type: str
    day: date


class UnknownFact(NamedTuple):
    """A key of `data`, or a fact of the case or an item, that no catalogue knows; `times` says how often it is given.

    `near` is the known name that it nearly is, if there is one: then it is likely a mistake. `event` is the id of the
    first event that gives it, `day` its day; None where only the facts that the case starts with do.
    """

    fact: str
    near: str | None
    times: int
    event: str | None
    day: date | None


class Later(NamedTuple):
    """What lies after the day asked: how many events, and the day of the last."""

    events: int
    last: date


class MetNoItem(NamedTuple):
    """A trigger of a rule that opens one for each item, where no item was named so far: it opened nothing."""

    rule: str
    trigger: TriggerRecord


class PassedDate(NamedTuple):
    """A rule's day that was past when the `date` of its fact became known, on the day `known`: it opened nothing."""

    rule: str
    item: str | None
    fact: str
    date: date
    known: date


class EndedWithCase(NamedTuple):
    """What an event without an item ended for an item, which no ending of that item's own had ended."""

    rule: str
    item: str
    event: str | None
    type: str
    day: date


class CatalogueOrigin(NamedTuple):
    """A catalogue by its id, and the digest of its text (`sha256:...`)."""

    catalogue: str
    digest: str


class Origin(NamedTuple):
    """What an answer rests on beside the case: the version of the engine, the day asked, `known`, the catalogues."""

    version: str
    at: date
    known: date | None
    catalogues: tuple[CatalogueOrigin, ...]


def undetermined_in(replay: Replay) -> tuple[Undetermined, ...]:
    """Give the rules that could not be judged, by day, rule, item (none first)."""
    return tuple(
        Undetermined(one.rule.id, one.item, date.fromordinal(one.day), one.missing) for one in replay.undetermined
    )


def passed_over_in(events: Iterable[Event]) -> tuple[PassedOver, ...]:
    """Give the events of types that no catalogue knows, in the order of the log."""
    return tuple(PassedOver(event.id, event.type or "", date.fromordinal(event.day or 0)) for event in events)


def unknown_facts_in(found: Iterable[Unknown]) -> tuple[UnknownFact, ...]:
    """Give the keys that no catalogue knows, by name."""
    return tuple(
        UnknownFact(
            one.fact,
            one.near or None,
            one.times,
            None if one.first is None else one.first.id,
            None if one.first is None else date.fromordinal(one.first.day or 0),
        )
        for one in found
    )


def later_in(log: Log) -> Later | None:
    """Say what lies after the day asked; None if nothing does."""
    return Later(log.later, date.fromordinal(log.last)) if log.later else None


def met_no_item_in(replay: Replay) -> tuple[MetNoItem, ...]:
    """Give the triggers that met no item, in the order in which they came."""
    return tuple(
        MetNoItem(one.rule.id, trigger_record(one.cause if isinstance(one.cause, Event) else one.cause[:3]))
        for one in replay.met_no_item
    )


def passed_dates_in(replay: Replay) -> tuple[PassedDate, ...]:
    """Give the dates that were past when they became known (semantics 3.2), by that day, rule, item (none first)."""
    found = sorted(replay.passed_dates, key=lambda one: (one.day, one.rule.group, one.item or "", one.fact, one.date))
    return tuple(PassedDate(one.rule.id, one.item, one.fact, one.date, date.fromordinal(one.day)) for one in found)


def ended_with_case_in(replay: Replay) -> tuple[EndedWithCase, ...]:
    """Give what events without an item ended for items, by day, rule, item.

    An obligation that was fulfilled that day all the same is none of it.
    """
    found = {
        (one.event.day or 0, one.rule.group, one.item, one.event.id or "", one.event.type or ""): one
        for one in replay.ended_with_case
        if one.instance is None or one.instance.outcome == "ended"
    }
    return tuple(
        EndedWithCase(one.rule.id, one.item, one.event.id, one.event.type or "", date.fromordinal(one.event.day or 0))
        for _, one in sorted(found.items(), key=_key)
    )


def _key(found: tuple[tuple[int, int, str, str, str], object]) -> tuple[int, int, str, str, str]:
    return found[0]


def plain(value: Any) -> Any:
    """Turn records of this room into plain data, with dates in ISO."""
    if isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, tuple):
        return value
    names: Sequence[str] | None = getattr(cast("Any", value), "_fields", None)
    parts: list[Any] = [plain(one) for one in cast("tuple[Any, ...]", value)]
    return parts if names is None else dict(zip(names, parts, strict=True))
