"""What replay found and the day asked in, judged obligations in order out; between replay and the Evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from rutinmotor.engine.evaluation.keys import Keyed
from rutinmotor.engine.evaluation.obligation import Light, Obligation, Status, Steps, obligation_of
from rutinmotor.engine.replay import Instance, uncountable
from rutinmotor.ground.days import LAST_DAY, DayOutOfRange
from rutinmotor.language.case import Case

_LATE = LAST_DAY + 1


def judge(instances: Sequence[Instance], at: int, case: Case, keyed: Keyed) -> tuple[Obligation, ...]:
    """Judge every obligation at the end of day `at`, in the order of semantics 6.4.

    `keyed` are all the case's obligations.

    Raises:
        CaseError: a day of an escalation or a warning that cannot be counted.
    """
    # They come in the order of opening, and each sort keeps what the last has ordered: no keys are built, of which a
    # long case would need a million.
    ordered = sorted(instances, key=_item)
    ordered.sort(key=_group)
    overdue: list[Instance] = []
    due: list[Instance] = []
    rest: list[Instance] = []
    for instance in ordered:
        status = instance.outcome or status_of(instance, at)
        (overdue if status == "overdue" else due if status == "due" else rest).append(instance)
    overdue.sort(key=_due)
    due.sort(key=_due)
    return tuple(
        [_judged(instance, at, "overdue", case, keyed) for instance in overdue]
        + [_judged(instance, at, "due", case, keyed) for instance in due]
        + [
            # Of what is over and has no steps, which is most, there is nothing to judge.
            obligation_of(instance, at, instance.outcome, None, (), keyed)
            if instance.outcome is not None and not instance.rule.escalation
            else _judged(instance, at, status_of(instance, at), case, keyed)
            for instance in rest
        ]
    )


_group = attrgetter("rule.group")


def _item(instance: Instance) -> str:
    return instance.item or ""


def _due(instance: Instance) -> int:
    return _LATE if instance.due is None else instance.due


def _judged(instance: Instance, at: int, status: Status, case: Case, keyed: Keyed) -> Obligation:
    rule = instance.rule
    if rule.escalation or rule.warn is not None:
        try:
            light, steps = light_of(instance, status, at), dated_steps(instance, status)
            return obligation_of(instance, at, status, light, steps, keyed)
        except DayOutOfRange as reason:
            raise uncountable(case, rule, reason) from None
    light = "red" if status == "overdue" else _undated_light(instance, status)
    return obligation_of(instance, at, status, light, (), keyed)


def dated_steps(instance: Instance, status: Status) -> Steps:
    """Give the steps of an escalation that have a day (semantics 5.6): those kept, and those of the due date."""
    kept = instance.details.kept if instance.details is not None else ()
    due, opened = instance.due, instance.opened
    if due is None or status == "paused":
        return kept
    present = tuple([(place, max(step.day(due), opened)) for place, step in enumerate(instance.rule.escalation)])
    return (*(one for one in kept if one not in present), *present) if kept else present


def status_of(instance: Instance, at: int) -> Status:
    """Say how an obligation stands at the end of the last day lived, `at`."""
    if instance.outcome is not None:
        return instance.outcome
    if instance.details is not None and instance.paused(at):
        return "paused"
    if instance.rule.timing == "standing":
        return "standing"
    return "overdue" if instance.due is not None and (instance.due < at or had_happened(instance)) else "due"


def had_happened(instance: Instance) -> bool:
    """Say whether what it should be done before has happened: then it is late on that very day (semantics 4.4)."""
    return instance.details is not None and instance.details.happened


def light_of(instance: Instance, status: Status, at: int) -> Light | None:
    """Give the light of an obligation (semantics 5.7)."""
    if instance.outcome is not None:
        return None
    if status == "overdue":
        return "red"
    if instance.due is None or status == "paused" or instance.rule.warn is None:
        return _undated_light(instance, status)
    return "yellow" if at >= instance.rule.warn.before(instance.due) else "green"


def _undated_light(instance: Instance, status: Status) -> Light:
    dated = instance.due is not None and status != "paused"
    return "yellow" if instance.rule.urgency is not None and not dated else "green"
