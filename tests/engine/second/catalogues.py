"""Parsed catalogues in, one vocabulary and the versions of each rule out: 2.1 and 3.5, read before the walk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
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
    def series(self) -> str | None:
        """5.3, 5.4: "fulfilment", "trigger", "each", or None where the rule does not repeat."""
        repeat = self.body.get("repeat")
        if repeat is None:
            return None
        return "each" if "each" in repeat else str(repeat["from"])

    @property
    def on_repeat(self) -> str:
        """3.4: add is the default, and keep for a rule that repeats."""
        return str(self.body.get("on_repeat") or ("keep" if self.series else "add"))


@dataclass(frozen=True)
class Rulebook:
    """All that the catalogues say together."""

    zone: ZoneInfo
    events: frozenset[str]
    facts: dict[str, dict[str, Any]]
    states: dict[str, dict[str, Any]]
    rules: dict[str, list[Version]]

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


def rulebook(catalogues: list[dict[str, Any]]) -> Rulebook:
    """The vocabulary of all catalogues together, and every rule under its full id, in the order of ids."""
    by_name = {catalogue["catalogue"]: catalogue for catalogue in catalogues}
    events: set[str] = set()
    facts: dict[str, Any] = {}
    states: dict[str, Any] = {}
    rules: dict[str, list[Version]] = {}
    for catalogue in catalogues:
        events |= set(catalogue.get("events") or {})
        facts |= catalogue.get("facts") or {}
        states |= catalogue.get("states") or {}
        calendars: dict[str, Any] = {}
        for used in catalogue.get("uses") or ():
            calendars |= by_name[used].get("calendars") or {}
        calendars |= catalogue.get("calendars") or {}
        for body in catalogue.get("rules") or ():
            version = _version(catalogue, calendars, body)
            rules.setdefault(version.id, []).append(version)
    zone = ZoneInfo(next((one["timezone"] for one in catalogues if one.get("timezone")), "Europe/Stockholm"))
    return Rulebook(zone, frozenset(events), facts, states, dict(sorted(rules.items())))
