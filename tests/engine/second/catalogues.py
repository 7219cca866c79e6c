"""Parsed catalogues in, one vocabulary and the versions of each rule out: 2.1 and 3.5, read before the walk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any, cast
from zoneinfo import ZoneInfo

from tests.parsed import is_mapping


def many(value: Any) -> list[Any]:
    """One, several or none, as a list."""
    if value is None:
        return []
    return list(cast("Iterable[Any]", value)) if isinstance(value, list | tuple) else [value]


def full(catalogue: str, rule: str) -> str:
    return rule if "." in rule else f"{catalogue}.{rule}"


@dataclass(frozen=True)
class Endings:
    """5.2: what `ends_with` names."""

    events: frozenset[str]
    of_any_item: frozenset[str]
    overdue: frozenset[str]
    dates: tuple[str, ...]

    @property
    def any(self) -> bool:
        return bool(self.events or self.of_any_item or self.overdue or self.dates)

    def names(self, kind: str, event_item: str | None, item: str | None) -> bool:
        """3.3, 5.2: is the event one of them, and does it bear on this item?"""
        same = event_item is None or item is None or event_item == item
        return kind in self.of_any_item or (kind in self.events and same)


def endings(catalogue: str, written: Any) -> Endings:
    """`ends_with` of a rule, or `ends` of a state, with its rules under their full ids."""
    lines = many(written)
    events = {line for line in lines if isinstance(line, str)}
    mappings = [line for line in lines if is_mapping(line)]
    events |= {line["event"] for line in mappings if "event" in line and line.get("of") != "any_item"}
    return Endings(
        frozenset(events),
        frozenset(line["event"] for line in mappings if line.get("of") == "any_item"),
        frozenset(full(catalogue, line["overdue"]) for line in mappings if "overdue" in line),
        tuple(line["date"] for line in mappings if "date" in line),
    )


@dataclass(frozen=True, eq=False)
class State:
    """2.3: what begins it, which events end it, and what else does."""

    begins: tuple[str, ...]
    ends: Endings
    after: tuple[dict[str, Any], ...]
    calendars: dict[str, Any]


@dataclass(frozen=True, eq=False)
class Version:
    """One rule as it stands in one catalogue: the rule's own words beside what its catalogue gives it."""

    id: str
    catalogue: str
    body: dict[str, Any]
    triggers: list[Any]
    scope: dict[str, Any]
    warn: dict[str, Any] | None
    urgency: dict[str, Any]
    calendars: dict[str, Any]
    first: date
    last: date

    @property
    def deadline(self) -> Any:
        return self.body.get("deadline")

    @property
    def urgent_word(self) -> str | None:
        """4.5: the urgency word as written."""
        return self.deadline.get("urgency") if is_mapping(self.deadline) else None

    @property
    def repeat(self) -> dict[str, Any]:
        """5.3, 5.4: empty where the rule does not repeat."""
        return self.body.get("repeat") or {}

    @property
    def series(self) -> str | None:
        """5.3, 5.4: "fulfilment", "trigger", "each", or None where the rule does not repeat."""
        repeat = self.body.get("repeat")
        if repeat is None:
            return None
        return "each" if "each" in repeat else str(repeat["from"])

    @cached_property
    def ends(self) -> Endings:
        """5.2."""
        return endings(self.catalogue, self.body.get("ends_with"))

    def spares(self, what: str) -> bool:
        """5.2: overdue, or running."""
        return what in many(self.body.get("spares"))

    @property
    def on_repeat(self) -> str:
        """3.4: add is the default, and keep for a rule that repeats."""
        return str(self.body.get("on_repeat") or ("keep" if self.series else "add"))


@dataclass(frozen=True)
class Rulebook:
    """All that the catalogues say together."""

    zone: ZoneInfo
    events: dict[str, dict[str, Any]]
    facts: dict[str, dict[str, Any]]
    states: dict[str, State]
    rules: dict[str, list[Version]]

    def of_event(self, fact: str) -> bool:
        """2.9."""
        return (self.facts.get(fact) or {}).get("of") == "event"

    def in_force(self, rule: str, day: date) -> Version | None:
        """3.5: the version in force on the day; both ends are included."""
        return next((one for one in self.rules[rule] if one.first <= day <= one.last), None)


def _line(catalogue: str, line: Any) -> Any:
    if is_mapping(line):
        return {key: full(catalogue, value) if key in ("overdue", "fulfilled", "ahead_of") else value
                for key, value in line.items()}  # fmt: skip
    return line


def _version(catalogue: dict[str, Any], calendars: dict[str, Any], body: dict[str, Any]) -> Version:
    name = catalogue["catalogue"]
    force: dict[str, Any] = body.get("in_force") or catalogue.get("in_force") or {}
    return Version(
        id=full(name, body["id"]),
        catalogue=name,
        body=body,
        triggers=[_line(name, line) for line in many(body["trigger"])],
        scope=catalogue.get("scope") or {},
        warn=body.get("warn") or catalogue.get("warn"),
        urgency=catalogue.get("urgency") or {},
        calendars=calendars,
        first=date.fromisoformat(str(force["from"])) if force.get("from") else date.min,
        last=date.fromisoformat(str(force["to"])) if force.get("to") else date.max,
    )


def _states(name: str, written: dict[str, Any], calendars: dict[str, Any]) -> dict[str, State]:
    found: dict[str, State] = {}
    for state, body in written.items():
        after = tuple(line["after"] for line in many(body.get("ends")) if is_mapping(line) and "after" in line)
        found[state] = State(tuple(many(body["begins"])), endings(name, body.get("ends")), after, calendars)
    return found


def rulebook(catalogues: list[dict[str, Any]]) -> Rulebook:
    """The vocabulary of all catalogues together, and every rule under its full id, in the order of ids."""
    by_name = {catalogue["catalogue"]: catalogue for catalogue in catalogues}
    events: dict[str, Any] = {}
    facts: dict[str, Any] = {}
    states: dict[str, State] = {}
    rules: dict[str, list[Version]] = {}
    for catalogue in catalogues:
        calendars: dict[str, Any] = {}
        for used in catalogue.get("uses") or ():
            calendars |= by_name[used].get("calendars") or {}
        calendars |= catalogue.get("calendars") or {}
        events |= catalogue.get("events") or {}
        facts |= catalogue.get("facts") or {}
        states |= _states(catalogue["catalogue"], catalogue.get("states") or {}, calendars)
        for body in catalogue.get("rules") or ():
            version = _version(catalogue, calendars, body)
            rules.setdefault(version.id, []).append(version)
    zone = ZoneInfo(next((one["timezone"] for one in catalogues if one.get("timezone")), "Europe/Stockholm"))
    return Rulebook(zone, events, facts, states, dict(sorted(rules.items())))
