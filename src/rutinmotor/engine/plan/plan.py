"""Checked catalogues in, a Plan out: names bound, rules by what sets them off; made once, read by every replay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from rutinmotor.engine.plan.binding import bind_rule
from rutinmotor.engine.plan.bound import Ahead, Awaited, BoundFact, BoundRule, Dated, EventSteps, Lasting
from rutinmotor.language.catalogue import (
    Catalogue,
    FindCalendar,
    Names,
    Trigger,
    Version,
    bind_span,
    calendar_finder,
    names_of,
    versions_of,
)
from rutinmotor.language.constructs import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Everything that replay looks up. What listens to a rule stands by the group of its full id."""

    zone: ZoneInfo
    rules: tuple[BoundRule, ...]
    versions: Mapping[int, tuple[BoundRule, ...]]
    types: Mapping[str, EventSteps]
    facts: Mapping[str, BoundFact]
    on_overdue: Mapping[int, tuple[BoundRule, ...]]
    on_fulfilled: Mapping[int, tuple[BoundRule, ...]]
    ahead: Mapping[int, tuple[Ahead, ...]]
    begun: Mapping[str, tuple[BoundRule, ...]]
    lasting: Mapping[str, tuple[Lasting, ...]]
    dated: Mapping[str, tuple[Dated, ...]]

    def group_of(self, full_id: str) -> tuple[BoundRule, ...]:
        """Return every version of the rule of that full id; none if there is no such rule."""
        return tuple(rule for rule in self.rules if rule.id == full_id)


@dataclass(slots=True)
class _Listeners:
    """What sets rules off, gathered rule by rule."""

    events: dict[str, list[BoundRule]] = field(default_factory=lambda: defaultdict(list))
    overdue: dict[str, list[BoundRule]] = field(default_factory=lambda: defaultdict(list))
    fulfilled: dict[str, list[BoundRule]] = field(default_factory=lambda: defaultdict(list))
    ahead: dict[str, list[Ahead]] = field(default_factory=lambda: defaultdict(list))
    begun: dict[str, list[BoundRule]] = field(default_factory=lambda: defaultdict(list))
    lasting: dict[str, list[Lasting]] = field(default_factory=lambda: defaultdict(list))
    dated: dict[str, list[Dated]] = field(default_factory=lambda: defaultdict(list))
    awaited: list[Awaited] = field(default_factory=list[Awaited])

    def add(self, rule: BoundRule, trigger: Trigger, names: Names, calendars: FindCalendar) -> None:
        """Enter a rule under one of its triggers."""
        match trigger.kind:
            case "event":
                self.events[trigger.event or ""].append(rule)
            case "overdue":
                self.overdue[names.rule(trigger.overdue or "")].append(rule)
            case "fulfilled":
                self.fulfilled[names.rule(trigger.fulfilled or "")].append(rule)
            case "state" if trigger.longer_than is None:
                self.begun[trigger.state or ""].append(rule)
            case "state":
                assert trigger.longer_than is not None
                lasting = Lasting(rule, trigger.state or "", bind_span(trigger.longer_than, calendars))
                self.lasting[lasting.state].append(lasting)
            case "missing":
                assert trigger.for_ is not None
                span = bind_span(trigger.for_, calendars)
                self.awaited.append(Awaited(rule, trigger.missing or "", trigger.since or "", span))
            case "date":
                by = trigger.plus or trigger.minus
                span = bind_span(by, calendars) if by else None
                self.dated[trigger.date or ""].append(Dated(rule, trigger.date or "", span, trigger.minus is not None))
            case _:
                self.ahead[names.rule(trigger.ahead_of or "")].append(Ahead(rule, _lead(trigger, names, calendars)))


def _lead(trigger: Trigger, names: Names, calendars: FindCalendar) -> Span | None:
    assert trigger.by is not None
    if trigger.by.urgency is None:
        return bind_span(trigger.by, calendars)
    defined = names.catalogue.text.urgency.get(trigger.by.urgency)
    return bind_span(defined, calendars) if defined else None


def make_plan(catalogues: Sequence[Catalogue]) -> Plan:
    """Bind catalogues that the checks have passed."""
    names = names_of(catalogues)
    rules, listeners = _bind_rules(catalogues, names)
    groups = {rule.id: rule.group for rule in rules}
    versions: dict[int, list[BoundRule]] = defaultdict(list)
    for rule in rules:
        versions[rule.group].append(rule)
    timezone = catalogues[0].text.timezone if catalogues else "Europe/Stockholm"
    return Plan(
        zone=ZoneInfo(timezone),
        rules=rules,
        versions=_frozen(versions),
        types=_event_steps(catalogues, rules, listeners),
        facts={name: BoundFact(declared.text) for known in names.values() for name, declared in known.facts.items()},
        on_overdue=_frozen({groups[full_id]: found for full_id, found in listeners.overdue.items()}),
        on_fulfilled=_frozen({groups[full_id]: found for full_id, found in listeners.fulfilled.items()}),
        ahead=_frozen({groups[full_id]: found for full_id, found in listeners.ahead.items()}),
        begun=_frozen(listeners.begun),
        lasting=_frozen(listeners.lasting),
        dated=_frozen(listeners.dated),
    )


def _bind_rules(
    catalogues: Sequence[Catalogue], names: Mapping[str, Names]
) -> tuple[tuple[BoundRule, ...], _Listeners]:
    found = versions_of(catalogues)
    finders = {name: calendar_finder(known) for name, known in names.items()}
    listened_to = {full_id for every in found.values() for version in every for full_id in _listened_to(version, names)}
    rules: list[BoundRule] = []
    listeners = _Listeners()
    for group, full_id in enumerate(sorted(found)):
        for version in sorted(found[full_id], key=_starts):
            known, calendars = names[version.owner.id], finders[version.owner.id]
            rule = bind_rule(
                version, known, calendars, index=len(rules), group=group, has_listeners=full_id in listened_to
            )
            rules.append(rule)
            for trigger in version.rule.trigger:
                listeners.add(rule, trigger, known, calendars)
    return tuple(rules), listeners


def _starts(version: Version) -> int:
    return version.in_force.from_.toordinal() if version.in_force and version.in_force.from_ else 0


def _listened_to(version: Version, names: Mapping[str, Names]) -> list[str]:
    """Name the rules whose due dates a version waits for."""
    known = names[version.owner.id]
    return [known.rule(other) for one in version.rule.trigger if (other := one.overdue or one.ahead_of)]


def _event_steps(
    catalogues: Sequence[Catalogue], rules: Sequence[BoundRule], listeners: _Listeners
) -> Mapping[str, EventSteps]:
    steps: dict[str, dict[str, list[Any]]] = {
        name: defaultdict(list) for catalogue in catalogues for name in catalogue.text.events
    }
    for name, triggered in listeners.events.items():
        steps[name]["triggers"] = triggered
    for awaited in listeners.awaited:
        steps[awaited.since]["since"].append(awaited)
    for rule in rules:
        for name in rule.fulfilled_by:
            steps[name]["fulfils"].append(rule)
        for name in rule.ends_with:
            steps[name]["ends"].append(rule)
        if rule.extension:
            steps[rule.extension.event]["extends"].append(rule)
        if rule.before:
            steps[rule.before]["due_of"].append(rule)
    for catalogue in catalogues:
        for state, declared in catalogue.text.states.items():
            for name in declared.begins:
                steps[name]["begins"].append(state)
            for name in declared.ends:
                steps[name]["finishes"].append(state)
    remembered = {awaited.awaited for awaited in listeners.awaited}
    for rule in rules:
        if rule.counts_from:
            remembered |= {rule.counts_from, *rule.fulfilled_by}
    return {
        name: EventSteps(
            name,
            ends={rule.index: rule for rule in found.pop("ends", ())},
            fulfils={rule.index: rule for rule in found.pop("fulfils", ())},
            **{key: _unique(parts) for key, parts in found.items()},
            remembered=name in remembered,
        )
        for name, found in steps.items()
    }


def _unique(parts: Iterable[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(parts))


def _frozen(found: Mapping[Any, Iterable[T]]) -> dict[Any, tuple[T, ...]]:
    return {key: _unique(parts) for key, parts in found.items()}
