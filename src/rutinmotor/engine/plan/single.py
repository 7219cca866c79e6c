"""A Plan and one of its rules in, the plan of that rule alone out: what is lived anew where a question was answered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from rutinmotor.engine.plan.bound import BoundRule, EventSteps, Late
from rutinmotor.engine.plan.bound_conditions import states_of
from rutinmotor.engine.plan.plan import Plan
from rutinmotor.language.constructs import On

_NOTHING: Mapping[Any, Any] = {}


def alone(plan: Plan, group: int) -> Plan:
    """Give the plan of every version of one rule: what closes, moves and pauses it, and nothing that sets it off.

    Indices and groups are those of the whole plan. It is made when first asked for, and kept with the plan.
    """
    made = plan.made_alone.get(group)
    if made is None:
        versions = plan.versions[group]
        states = states_named(versions)
        made = plan.made_alone[group] = replace(
            plan,
            versions={group: versions},
            types={name: _steps_alone(steps, group, states) for name, steps in plan.types.items()},
            late={group: tuple(late)} if (late := _ending_itself(plan, group)) else _NOTHING,
            on_fulfilled=_NOTHING,
            ahead=_NOTHING,
            begun=_NOTHING,
            lasting=_NOTHING,
            dated=_NOTHING,
            ended_by={
                fact: own
                for fact, rules in plan.ended_by.items()
                if (own := tuple(rule for rule in rules if rule.group == group))
            },
            can_end=frozenset(),
            # What was told of events is known, and how the states have ended: see `end_as_lived`.
            bearers=_NOTHING,
            runs_out=_NOTHING,
            runs_out_by=_NOTHING,
        )
    return made


def _ending_itself(plan: Plan, group: int) -> list[Late]:
    """Give what waits for a rule to become overdue, as far as it ends itself by that (semantics 5.2)."""
    ends = ((late.hook, tuple(rule for rule in late.ends if rule.group == group)) for late in plan.late.get(group, ()))
    return [Late(hook, (), own) for hook, own in ends if own]


def states_named(versions: tuple[BoundRule, ...]) -> frozenset[str]:
    """Name the states that a rule asks of, is paused by or stands with."""
    found = {rule.paused_while for rule in versions if rule.paused_while is not None}
    for rule in versions:
        found.update(states_of(rule.condition))
        if rule.timing == "standing":
            found.update(line.name for line in rule.version.rule.trigger if line.how.on is On.STATE)
    return frozenset(found)


def _steps_alone(steps: EventSteps, group: int, states: frozenset[str]) -> EventSteps:
    return EventSteps(
        steps.type,
        ends={index: rule for index, rule in steps.ends.items() if rule.group == group},
        ends_all=frozenset(index for index in steps.ends_all if steps.ends[index].group == group),
        fulfils={index: rule for index, rule in steps.fulfils.items() if rule.group == group},
        extends=tuple(rule for rule in steps.extends if rule.group == group),
        due_of=tuple(rule for rule in steps.due_of if rule.group == group),
        sets_off=steps.sets_off & {group},
        begins=tuple(state for state in steps.begins if state in states),
        finishes=tuple(state for state in steps.finishes if state in states),
    )
