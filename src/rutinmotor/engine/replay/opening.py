"""A trigger in, obligations opened, kept or restarted out (semantics 2.4, 2.5, 3.3 to 3.5)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.admitting import admit, counted, restart_time
from rutinmotor.engine.replay.course import Cause, Course
from rutinmotor.engine.replay.ledger import Ledger
from rutinmotor.engine.replay.series import begin_series, restart_in_series, restart_series
from rutinmotor.language.case import Event

Holder = str | None


def trigger(ledger: Ledger, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None = None) -> None:
    """Let something set a rule off, for an item or the case; `inherited` is the due date that it runs ahead of."""
    if not rule.first <= ledger.day <= rule.last:
        ledger.note(rule, item, cause, "not_in_force")
    elif rule.per is None or (rule.per == "item" and item is not None):
        _trigger_one(ledger, rule, item, cause, inherited)
    elif rule.per == "case":
        _trigger_one(ledger, rule, None, cause, inherited)
    else:
        if not ledger.world.items:
            ledger.note(rule, item, cause, "no_items")
        for named in sorted(ledger.world.items):
            _trigger_one(ledger, rule, named, cause, inherited)


def _trigger_one(ledger: Ledger, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    """Open an obligation for one item or the case, or do what `on_repeat` says where one is open."""
    running = rule.on_repeat != "add" and _running(ledger, rule, item)
    if running and rule.on_repeat == "keep":
        ledger.note(rule, item, cause, "kept")
        return
    condition = rule.condition
    if condition is not None:
        world = ledger.world
        facts = world.facts(item)
        verdict = condition.judge(facts, world, item)
        if verdict is not True:
            if verdict is None:
                ledger.undecided(rule, item, set(condition.missing(facts, world, item)))
            ledger.note(rule, item, cause, "undetermined" if verdict is None else "refused")
            return
    if running:
        _restart(ledger, rule, item, cause, inherited)
    elif rule.repetition is not None:
        opened = begin_series(ledger, rule, item, cause)
        ledger.note(rule, item, cause, "opened" if opened else "undetermined")
    else:
        _open(ledger, rule, item, cause, inherited)


def _open(ledger: Ledger, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    base = inherited if rule.timing == "inherited" else None
    if rule.deadline is not None:
        base = counted(ledger, rule, rule.deadline, item, ledger.day)
        if base is None:
            ledger.note(rule, item, cause, "undetermined")
            return
    admit(ledger, Course(rule, item, cause, ledger.day, base), base, rule.moves_by)
    if ledger.watched is not None:
        ledger.note(rule, item, cause, "opened")


def _running(ledger: Ledger, rule: BoundRule, item: Holder) -> bool:
    for version in ledger.plan.versions[rule.group]:
        by_item = ledger.open.get(version.index)
        if by_item and by_item.get(item):
            return True
        if version.repetition is not None and ledger.running_series(rule.group, item) is not None:
            return True
    return False


def _restart(ledger: Ledger, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    """Start the time again of all that is open of the rule for the item (semantics 3.4).

    One whose deadline needs a fact that is missing today stays as it is, and is undetermined.
    """
    for course in list(ledger.open_of_group(rule.group, item)):
        if course.details is not None and course.details.series is not None:
            restart_in_series(ledger, course)
            continue
        own = course.rule
        base = inherited if own.timing == "inherited" else None
        if own.deadline is not None:
            base = counted(ledger, own, own.deadline, item, ledger.day)
            if base is None:
                continue
        restart_time(ledger, course, base, own.moves_by)
    series = ledger.running_series(rule.group, item)
    if series is not None:
        restart_series(ledger, series, cause)
    ledger.note(rule, item, cause, "restarted")
