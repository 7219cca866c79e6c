"""What replay found and the day asked in, judged obligations in order out; between replay and the Evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from rutinmotor.case import Case
from rutinmotor.days.arithmetic import LAST_DAY, DayOutOfRange
from rutinmotor.evaluation import EscalationStep, Light, Obligation, Status
from rutinmotor.replay import Course, uncountable

_LATE = LAST_DAY + 1


def judge(courses: Sequence[Course], at: int, case: Case) -> tuple[Obligation, ...]:
    """Judge every obligation at the end of day `at`, in the order of semantics 6.4.

    Raises:
        CaseError: a day of an escalation or a warning that cannot be counted.
    """
    overdue: list[Obligation] = []
    due: list[Obligation] = []
    rest: list[Obligation] = []
    for course in courses:
        rule = course.rule
        status = status_of(course, at)
        light: Light | None = None
        steps: tuple[EscalationStep, ...] = ()
        if rule.escalation or rule.warn is not None:
            try:
                light = light_of(course, status, at)
                steps = steps_of(course, status, at) if rule.escalation else ()
            except DayOutOfRange as reason:
                raise uncountable(case, rule, reason) from None
        elif course.closed is None:
            light = "red" if status == "overdue" else _undated_light(course, status)
        found = overdue if status == "overdue" else due if status == "due" else rest
        found.append(Obligation(course, at, status, light, steps))
    overdue.sort(key=_by_due)
    due.sort(key=_by_due)
    rest.sort(key=_by_rule)
    return (*overdue, *due, *rest)


def status_of(course: Course, at: int) -> Status:
    """Say how an obligation stands at the end of the last day lived, `at`."""
    if course.outcome is not None:
        return course.outcome
    if course.details is not None and course.paused(at):
        return "paused"
    if course.rule.timing == "standing":
        return "standing"
    return "overdue" if course.due is not None and course.due < at else "due"


def light_of(course: Course, status: Status, at: int) -> Light | None:
    """Give the light of an obligation (semantics 5.7)."""
    if course.closed is not None:
        return None
    if status == "overdue":
        return "red"
    if course.due is None or status == "paused" or course.rule.warn is None:
        return _undated_light(course, status)
    return "yellow" if at >= course.rule.warn.before(course.due) else "green"


def _undated_light(course: Course, status: Status) -> Light:
    dated = course.due is not None and status != "paused"
    return "yellow" if course.rule.urgency is not None and not dated else "green"


def steps_of(course: Course, status: Status, at: int) -> tuple[EscalationStep, ...]:
    """Give the escalation's steps, each with its day and whether it is reached (semantics 5.6)."""
    due = None if status == "paused" else course.due
    found: list[EscalationStep] = []
    for step in course.rule.escalation:
        if due is None:
            found.append(EscalationStep(None, step.to, step.action, reached=False))
            continue
        day = step.day(due)
        lived = max(day, course.opened)
        reached = lived <= at and (course.closed is None or course.closed > lived)
        found.append(EscalationStep(date.fromordinal(day), step.to, step.action, reached))
    return tuple(found)


def first_turn(courses: Sequence[Course], at: int) -> int:
    """Give the first day after `at` on which an open obligation changes by itself; a day past all days if none does."""
    first = _LATE
    for course in courses:
        due = course.due
        if course.closed is not None or due is None:
            continue
        days = [due + 1]
        if not course.paused(at):
            if course.rule.warn is not None:
                days.append(course.rule.warn.before(due))
            days += [max(step.day(due), course.opened) for step in course.rule.escalation]
        first = min([first, *(day for day in days if day > at)])
    return first


def _by_due(one: Obligation) -> tuple[int, int, str, int]:
    course = one._course  # pyright: ignore[reportPrivateUsage]  # judging makes obligations
    return (_LATE if course.due is None else course.due, course.rule.group, course.item or "", course.opened)


def _by_rule(one: Obligation) -> tuple[int, str, int]:
    course = one._course  # pyright: ignore[reportPrivateUsage]  # judging makes obligations
    return (course.rule.group, course.item or "", course.opened)
