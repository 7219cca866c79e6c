"""What replay found and the day asked in, judged obligations in order out; between replay and the Evaluation."""

from __future__ import annotations

from collections.abc import Sequence

from rutinmotor.case import Case
from rutinmotor.days.arithmetic import LAST_DAY, DayOutOfRange
from rutinmotor.evaluation import Light, Obligation, Status
from rutinmotor.replay import Course, uncountable

_LATE = LAST_DAY + 1


def judge(courses: Sequence[Course], at: int, case: Case) -> tuple[Obligation, ...]:
    """Judge every obligation at the end of day `at`, in the order of semantics 6.4.

    Raises:
        CaseError: a day of an escalation or a warning that cannot be counted.
    """
    # The keys stand before the obligations, and a number between them, so that tuples are compared without a call.
    overdue: list[tuple[int, int, str, int, int, Obligation]] = []
    due: list[tuple[int, int, str, int, int, Obligation]] = []
    rest: list[tuple[int, str, int, int, Obligation]] = []
    for number, course in enumerate(courses):
        rule = course.rule
        status = status_of(course, at)
        light: Light | None = None
        steps: tuple[int, ...] = ()
        if rule.escalation or rule.warn is not None:
            try:
                light = light_of(course, status, at)
                steps = step_days(course, status)
            except DayOutOfRange as reason:
                raise uncountable(case, rule, reason) from None
        elif course.closed is None:
            light = "red" if status == "overdue" else _undated_light(course, status)
        obligation = Obligation(course, at, status, light, steps)
        if status == "overdue" or status == "due":
            known_due = _LATE if course.due is None else course.due
            found = overdue if status == "overdue" else due
            found.append((known_due, rule.group, course.item or "", course.opened, number, obligation))
        else:
            rest.append((rule.group, course.item or "", course.opened, number, obligation))
    overdue.sort()
    due.sort()
    rest.sort()
    return (*(one[-1] for one in overdue), *(one[-1] for one in due), *(one[-1] for one in rest))


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


def step_days(course: Course, status: Status) -> tuple[int, ...]:
    """Give the day of each step of an escalation (semantics 5.6); none without a due date."""
    if course.due is None or status == "paused":
        return ()
    due = course.due
    return tuple(step.day(due) for step in course.rule.escalation)


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
