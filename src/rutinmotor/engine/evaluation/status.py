"""What replay found and the day asked in, judged obligations in order out; between replay and the Evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from rutinmotor.engine.evaluation.evaluation import Light, Obligation, Status, step_days
from rutinmotor.engine.replay import Course, uncountable
from rutinmotor.ground.days import LAST_DAY, DayOutOfRange
from rutinmotor.language.case import Case

_LATE = LAST_DAY + 1


def judge(courses: Sequence[Course], at: int, case: Case) -> tuple[Obligation, ...]:
    """Judge every obligation at the end of day `at`, in the order of semantics 6.4.

    Raises:
        CaseError: a day of an escalation or a warning that cannot be counted.
    """
    overdue: list[Course] = []
    due: list[Course] = []
    rest: list[Course] = []
    for course in courses:
        status = course.outcome or status_of(course, at)
        (overdue if status == "overdue" else due if status == "due" else rest).append(course)
    # They come in the order of opening, and each sort keeps what the last has ordered: no keys are built, of which a
    # long case would need a million.
    for found in (overdue, due, rest):
        found.sort(key=_item)
        found.sort(key=_group)
    overdue.sort(key=_due)
    due.sort(key=_due)
    return tuple(
        [_judged(course, at, "overdue", case) for course in overdue]
        + [_judged(course, at, "due", case) for course in due]
        + [_judged(course, at, course.outcome or status_of(course, at), case) for course in rest]
    )


_group = attrgetter("rule.group")


def _item(course: Course) -> str:
    return course.item or ""


def _due(course: Course) -> int:
    return _LATE if course.due is None else course.due


def _judged(course: Course, at: int, status: Status, case: Case) -> Obligation:
    rule = course.rule
    if rule.escalation or rule.warn is not None:
        try:
            # Counted now, so that no day is found to lie outside a calendar when the answer is read.
            step_days(course, status)
            return Obligation(course, at, status, light_of(course, status, at))
        except DayOutOfRange as reason:
            raise uncountable(case, rule, reason) from None
    if course.outcome is not None:
        return Obligation(course, at, status, None)
    return Obligation(course, at, status, "red" if status == "overdue" else _undated_light(course, status))


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
    if course.outcome is not None:
        return None
    if status == "overdue":
        return "red"
    if course.due is None or status == "paused" or course.rule.warn is None:
        return _undated_light(course, status)
    return "yellow" if at >= course.rule.warn.before(course.due) else "green"


def _undated_light(course: Course, status: Status) -> Light:
    dated = course.due is not None and status != "paused"
    return "yellow" if course.rule.urgency is not None and not dated else "green"


def first_turn(courses: Sequence[Course], at: int) -> int:
    """Give the first day after `at` on which an open obligation changes by itself; a day past all days if none does."""
    first = _LATE
    for course in courses:
        due = course.due
        if course.outcome is not None or due is None:
            continue
        days = [due + 1]
        if not course.paused(at):
            if course.rule.warn is not None:
                days.append(course.rule.warn.before(due))
            days += [max(step.day(due), course.opened) for step in course.rule.escalation]
        first = min([first, *(day for day in days if day > at)])
    return first
