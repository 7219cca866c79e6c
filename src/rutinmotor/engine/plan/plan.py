"""Checked catalogues in, a Plan out: names bound, rules by what sets them off; made once, read by every replay."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from rutinmotor.engine.plan.bearing import bearers_of
from rutinmotor.engine.plan.binding import bind_rule
from rutinmotor.engine.plan.bound import BoundFact, BoundRule, EventSteps, Late, Listener, RunsOut
from rutinmotor.engine.plan.event_steps import event_steps
from rutinmotor.engine.plan.listeners import Listeners
from rutinmotor.language.catalogue import (
    Catalogue,
    Names,
    Rule,
    Version,
    bind_span,
    binder_of,
    calendar_finder,
    names_of,
    versions_of,
)
from rutinmotor.language.constructs import EndingKind, On, overdue_hook

T = TypeVar("T")


@dataclass(frozen=True, slots=True, eq=False)
class Plan:
    """Everything that replay looks up. What listens to a rule stands by the group of its full id."""

    zone: ZoneInfo
    rules: tuple[BoundRule, ...]
    versions: Mapping[int, tuple[BoundRule, ...]]
    types: Mapping[str, EventSteps]
    facts: Mapping[str, BoundFact]
    late: Mapping[int, tuple[Late, ...]]
    on_fulfilled: Mapping[int, tuple[Listener, ...]]
    ahead: Mapping[int, tuple[Listener, ...]]
    begun: Mapping[str, tuple[Listener, ...]]
    lasting: Mapping[str, tuple[Listener, ...]]
    dated: Mapping[str, tuple[Listener, ...]]
    runs_out: Mapping[str, RunsOut]
    runs_out_by: Mapping[str, tuple[str, ...]]
    ended_by: Mapping[str, tuple[BoundRule, ...]]
    can_end: frozenset[int]
    # The event types that bear each fact of events (semantics 2.9).
    bearers: Mapping[str, frozenset[str]]
    # The plans of single rules, by group (see `alone`): made when first asked for, the same whoever asks.
    made_alone: dict[int, Plan] = field(default_factory=dict[int, "Plan"], repr=False)

    def group_of(self, full_id: str) -> tuple[BoundRule, ...]:
        """Return every version of the rule of that full id; none if there is no such rule."""
        return tuple(rule for rule in self.rules if rule.id == full_id)


def _late(
    full_id: str, listening: Iterable[Listener], ends: Sequence[BoundRule], states: Sequence[str]
) -> Iterator[Late]:
    """Gather what fires on the same day past a due date; a length of its own is a day of its own.

    What ends with a rule's being overdue ends on the day that it becomes so.
    """
    together: dict[tuple[object, int], list[Listener]] = defaultdict(list)
    for one in listening:
        if one.hook.kind.wait:
            together[one.hook.span, one.hook.later].append(one)
    overdue = overdue_hook(full_id)
    first = overdue.span, overdue.later
    if ends or states:
        yield Late(overdue, tuple(together.pop(first, ())), tuple(ends), tuple(states))
    yield from (Late(found[0].hook, tuple(found)) for found in together.values())


def _ahead(listening: Iterable[Listener]) -> list[Listener]:
    """Give what opens by the due date at the latest."""
    return [one for one in listening if not one.hook.kind.wait]


def make_plan(catalogues: Sequence[Catalogue]) -> Plan:
    """Bind catalogues that the checks have passed."""
    names = names_of(catalogues)
    runs_out = _runs_out(catalogues, names)
    rules, listeners = _bind_rules(catalogues, names, runs_out)
    groups = {rule.id: rule.group for rule in rules}
    versions: dict[int, list[BoundRule]] = defaultdict(list)
    for rule in rules:
        versions[rule.group].append(rule)
    ends: dict[str, list[BoundRule]] = defaultdict(list)
    ended_by: dict[str, list[BoundRule]] = defaultdict(list)
    for rule in rules:
        for full_id in rule.ends_overdue:
            ends[full_id].append(rule)
        for fact in rule.ends_by:
            ended_by[fact].append(rule)
    due = _by_group(groups, listeners.on(On.DUE, timed=True), listeners.on(On.OPENING, timed=True))
    states, by_fact = _ended_by(runs_out)
    timezone = catalogues[0].text.timezone if catalogues else "Europe/Stockholm"
    return Plan(
        zone=ZoneInfo(timezone),
        rules=rules,
        versions=_frozen(versions),
        types=event_steps(catalogues, rules, listeners),
        facts={name: BoundFact(declared.text) for known in names.values() for name, declared in known.facts.items()},
        late={
            group: late
            for full_id, group in groups.items()
            if (late := tuple(_late(full_id, due.get(group, ()), ends.get(full_id, ()), states.get(full_id, ()))))
        },
        on_fulfilled=_frozen(_by_group(groups, *(listeners.on(On.FULFILMENT, timed=timed) for timed in (False, True)))),
        ahead=_frozen({group: ahead for group, found in due.items() if (ahead := _ahead(found))}),
        begun=_frozen(listeners.on(On.STATE, timed=False)),
        lasting=_frozen(listeners.on(On.STATE, timed=True)),
        dated=_frozen(listeners.on(On.FACT, timed=True)),
        runs_out=runs_out,
        runs_out_by=_frozen(by_fact),
        ended_by=_frozen(ended_by),
        can_end=listeners.can_end(),
        bearers=bearers_of(
            rules, {name: state for one in catalogues for name, state in one.text.states.items()}, names
        ),
    )


def _bind_rules(
    catalogues: Sequence[Catalogue], names: Mapping[str, Names], runs_out: Mapping[str, RunsOut]
) -> tuple[tuple[BoundRule, ...], Listeners]:
    found = versions_of(catalogues)
    finders = {name: calendar_finder(known) for name, known in names.items()}
    listened_to = {full_id for every in found.values() for version in every for full_id in _listened_to(version, names)}
    listened_to |= {full_id for one in runs_out.values() for full_id in one.by_rule}
    rules: list[BoundRule] = []
    listeners = Listeners()
    for group, full_id in enumerate(sorted(found)):
        for version in sorted(found[full_id], key=_starts):
            known, calendars = names[version.owner.id], finders[version.owner.id]
            rule = bind_rule(
                version, known, calendars, index=len(rules), group=group, has_listeners=full_id in listened_to
            )
            rules.append(rule)
            binder = binder_of(known, calendars)
            for row, line in enumerate(version.rule.trigger):
                hook = line.how.bind(line, binder)
                can_end = hook.timed and not (hook.kind.wait or line.survives) and _is_called_off(version.rule)
                listeners.add(Listener(rule, hook, row, can_end))
    return tuple(rules), listeners


def _is_called_off(rule: Rule) -> bool:
    """Say whether what ends a rule calls off what waits; not where a state decides on the day that it fires."""
    return bool(rule.ends_with) and not (rule.only_if is not None and rule.only_if.asks_for_a_state)


def _runs_out(catalogues: Sequence[Catalogue], names: Mapping[str, Names]) -> dict[str, RunsOut]:
    """Bind what ends states beside events, by state."""
    found: dict[str, RunsOut] = {}
    for catalogue in catalogues:
        known = names[catalogue.id]
        calendars = calendar_finder(known)
        for state, declared in catalogue.text.states.items():
            if any(one.kind is not EndingKind.EVENT for one in declared.ends):
                found[state] = RunsOut(
                    tuple(one.date for one in declared.ends if one.date),
                    tuple(bind_span(one.after, calendars) for one in declared.ends if one.after),
                    tuple(known.rule(one.overdue) for one in declared.ends if one.overdue),
                )
    return found


def _ended_by(runs_out: Mapping[str, RunsOut]) -> tuple[Mapping[str, list[str]], Mapping[str, list[str]]]:
    """Give the states that end with a rule's being overdue, by its full id, and those that end by a fact's date."""
    by_rule: dict[str, list[str]] = defaultdict(list)
    by_fact: dict[str, list[str]] = defaultdict(list)
    for state, one in runs_out.items():
        for full_id in one.by_rule:
            by_rule[full_id].append(state)
        for fact in one.by_fact:
            by_fact[fact].append(state)
    return by_rule, by_fact


def _starts(version: Version) -> int:
    return version.in_force.from_.toordinal() if version.in_force and version.in_force.from_ else 0


def _listened_to(version: Version, names: Mapping[str, Names]) -> list[str]:
    """Name the rules whose due dates a version waits for."""
    known = names[version.owner.id]
    lines = [one.name for one in version.rule.trigger if one.how.on is On.DUE]
    return [known.rule(name) for name in (*lines, *(one.name for one in version.rule.ends_with if one.overdue))]


def _by_group(groups: Mapping[str, int], *found: Mapping[str, tuple[Listener, ...]]) -> dict[int, list[Listener]]:
    """Put what listens to rules by their groups, each in the order of the rules that listen."""
    by_group: dict[int, list[Listener]] = defaultdict(list)
    for some in found:
        for full_id, listening in some.items():
            by_group[groups[full_id]] += listening
    return {group: sorted(listening, key=lambda one: one.rule.index) for group, listening in by_group.items()}


def _frozen(found: Mapping[Any, Iterable[T]]) -> dict[Any, tuple[T, ...]]:
    return {key: tuple(dict.fromkeys(parts)) for key, parts in found.items()}
