"""Bound rules in, the statuses that each can have at all out; what coverage is measured against."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.engine.evaluation import STATUSES, Status
from rutinmotor.engine.plan import BoundRule, Plan
from rutinmotor.language.catalogue import Condition
from rutinmotor.language.constructs import On


def possible_statuses(plan: Plan) -> Mapping[str, frozenset[Status]]:
    """Give the statuses that each rule, by full id, can have: those that any of its versions can.

    Whether facts and dates ever come so is not asked, only what the rule is made of.
    """
    found: dict[str, frozenset[Status]] = {}
    for versions in plan.versions.values():
        found[versions[0].id] = frozenset(status for rule in versions for status in _statuses(rule, plan))
    return found


def can_be_undetermined(plan: Plan) -> frozenset[str]:
    """Give the rules, by full id, whose own condition or deadline rests on a fact that may not be given.

    A scope that does so leaves all rules of its catalogue open together, which says nothing of any of them.
    """
    return frozenset(rule.id for rule in plan.rules if _counts_by_facts(rule) or _rests_on_facts(rule))


def _counts_by_facts(rule: BoundRule) -> bool:
    return rule.deadline is not None and bool(rule.deadline.needs())


def _statuses(rule: BoundRule, plan: Plan) -> Iterator[Status]:
    standing = rule.timing == "standing"
    dated = _has_due_date(rule, plan, frozenset())
    can: Mapping[Status, bool] = {
        "due": not standing,
        "overdue": dated,
        "paused": rule.paused_while is not None,
        "standing": standing,
        "fulfilled": bool(rule.fulfilled_by),
        "fulfilled_late": bool(rule.fulfilled_by) and dated,
        "ended": bool(rule.version.rule.ends_with) or (standing and _opened_by_state(rule)),
    }
    return (status for status in STATUSES if can[status])


def _has_due_date(rule: BoundRule, plan: Plan, seen: frozenset[str]) -> bool:
    """Say whether it can have a due date: its own, one that repeating gives it, or that of one it runs ahead of."""
    if rule.timing in ("counted", "before") or rule.repetition is not None:
        return True
    if rule.timing != "inherited" or rule.id in seen:
        return False
    return any(
        _has_due_date(other, plan, seen | {rule.id})
        for group, listening in plan.ahead.items()
        if any(one.rule is rule for one in listening)
        for other in plan.versions[group]
    )


def _opened_by_state(rule: BoundRule) -> bool:
    """Say whether a state's run opens it, with which it ends."""
    return any(trigger.how.on is On.STATE for trigger in rule.version.rule.trigger)


def _rests_on_facts(rule: BoundRule) -> bool:
    condition = rule.version.rule.only_if
    return condition is not None and _any_fact([condition])


def _any_fact(conditions: Sequence[Condition]) -> bool:
    """Say whether a line asks for a fact's value; whether it is given is never unknown (semantics 2.5)."""
    return any(
        any(test.known is None for test in one.facts.values()) or _any_fact((*one.any, *one.all)) for one in conditions
    )
