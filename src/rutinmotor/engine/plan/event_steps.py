"""Catalogues and bound rules in, what an event of each type does out; as a plan is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from rutinmotor.engine.plan.bound import BoundRule, EventSteps, Listener
from rutinmotor.engine.plan.listeners import Listeners
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.constructs import On


def event_steps(
    catalogues: Sequence[Catalogue], rules: Sequence[BoundRule], listeners: Listeners
) -> Mapping[str, EventSteps]:
    """Say what an event of each type that the catalogues declare does, by type."""
    steps: dict[str, dict[str, list[Any]]] = {
        name: defaultdict(list) for catalogue in catalogues for name in catalogue.text.events
    }
    for name, triggered in listeners.rules(On.EVENT).items():
        steps[name]["triggers"] = triggered
    since = listeners.on(On.EVENT, timed=True)
    for name, listening in since.items():
        steps[name]["since"] = [*listening]
    can_end = listeners.can_end()
    for rule in rules:
        for name in rule.fulfilled_by:
            steps[name]["fulfils"].append(rule)
        for name in rule.ends_with:
            steps[name]["ends"].append(rule)
            if name in rule.ends_all:
                steps[name]["ends_all"].append(rule.index)
            if rule.index in can_end:
                steps[name]["calls_off"].append(rule)
        if rule.extension:
            steps[rule.extension.event]["extends"].append(rule)
        if rule.before:
            steps[rule.before]["due_of"].append(rule)
    for catalogue in catalogues:
        for state, declared in catalogue.text.states.items():
            for name in declared.begins:
                steps[name]["begins"].append(state)
            for name in declared.ending_events:
                steps[name]["finishes"].append(state)
        for name, event in catalogue.text.events.items():
            steps[name]["resets"] += event.resets
    begun = listeners.on(On.STATE, timed=False)
    for found in steps.values():
        states = [one.rule.group for state in found["begins"] for one in begun.get(state, ())]
        found["sets_off"] = [*(rule.group for rule in found["triggers"]), *states]
    remembered = _remembered(rules, since)
    return {
        name: EventSteps(
            name,
            ends={rule.index: rule for rule in found.pop("ends", ())},
            fulfils={rule.index: rule for rule in found.pop("fulfils", ())},
            ends_all=frozenset(found.pop("ends_all", ())),
            sets_off=frozenset(found.pop("sets_off")),
            **{key: tuple(dict.fromkeys(parts)) for key, parts in found.items()},
            remembered=name in remembered,
        )
        for name, found in steps.items()
    }


def _remembered(rules: Sequence[BoundRule], since: Mapping[str, Sequence[Listener]]) -> set[str]:
    """Name the types of which is asked later what has come: what is missing, what was done or happened before."""
    remembered = {one.hook.what for name, listening in since.items() for one in listening if one.hook.what != name}
    for rule in rules:
        if rule.counts_from:
            remembered |= {rule.counts_from, *rule.fulfilled_by}
        if rule.before and rule.before_since:
            remembered |= {rule.before, rule.before_since}
    return remembered
