"""A trigger in, obligations opened, kept or restarted out (semantics 2.4, 2.5, 3.3 to 3.5)."""

from __future__ import annotations

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.admitting import admit, counted, restart_time
from rutinmotor.engine.replay.clocks import follow
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.series import begin_series, restart_in_series, restart_series
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import View
from rutinmotor.language.case import NO_CLOCK, Event, Holder


def trigger(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None = None) -> None:
    """Let something set a rule off, for an item or the case; `inherited` is the due date that it runs ahead of."""
    if not rule.first <= now.today.day <= rule.last:
        now.found.note(now.today.day, rule, item, cause, "not_in_force")
    elif rule.per is None or (rule.per == "item" and item is not None):
        _trigger_one(now, rule, item, cause, inherited)
    elif rule.per == "case":
        _trigger_one(now, rule, None, cause, inherited)
    else:
        if not now.world.items:
            now.found.note(now.today.day, rule, item, cause, "no_items")
        for named in sorted(now.world.items):
            _trigger_one(now, rule, named, cause, inherited)


def _trigger_one(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    """Open an obligation for one item or the case, or do what `on_repeat` says where one is open."""
    running = rule.on_repeat != "add" and _running(now, rule, item)
    if running and rule.on_repeat == "keep":
        now.found.note(now.today.day, rule, item, cause, "kept")
        return
    condition = rule.condition
    if condition is not None:
        clock = cause.clock
        # Without a clock a trigger sees the day's end, as the world does.
        view = now.world if clock == NO_CLOCK else View(now.world, clock)
        facts = view.facts(item)
        verdict = condition.judge(facts, view, item)
        if verdict is not True:
            if verdict is None:
                now.found.undecided(now.today.day, rule, item, set(condition.missing(facts, view, item)))
            now.found.note(now.today.day, rule, item, cause, "undetermined" if verdict is None else "refused")
            return
    if running:
        _restart(now, rule, item, cause, inherited)
    elif rule.repetition is not None:
        opened = begin_series(now, rule, item, cause)
        now.found.note(now.today.day, rule, item, cause, "opened" if opened else "undetermined")
    else:
        _open(now, rule, item, cause, inherited)


def _open(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    base = inherited if rule.timing == "inherited" else None
    if rule.deadline is not None:
        base = counted(now, rule, rule.deadline, item, now.today.day, cause.clock)
        if base is None:
            now.found.note(now.today.day, rule, item, cause, "undetermined")
            return
    admit(now, Instance(rule, item, cause, now.today.day, base), base, rule.moves_by)
    if now.found.watched is not None:
        now.found.note(now.today.day, rule, item, cause, "opened")


def _running(now: Situation, rule: BoundRule, item: Holder) -> bool:
    for version in now.plan.versions[rule.group]:
        by_item = now.open.by_rule.get(version.index)
        if by_item and by_item.get(item):
            return True
        if version.repetition is not None and now.open.running_series(rule.group, item) is not None:
            return True
    return False


def _restart(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    """Start the time again of all that is open of the rule for the item (semantics 3.4).

    One whose deadline needs a fact that is missing today stays as it is, and is undetermined.
    """
    for instance in list(now.open.of_versions(now.plan.versions[rule.group], item)):
        if instance.details is not None and instance.details.series is not None:
            restart_in_series(now, instance, cause.clock)
            continue
        own = instance.rule
        base = inherited if own.timing == "inherited" else None
        if own.deadline is not None:
            base = counted(now, own, own.deadline, item, now.today.day, cause.clock)
            if base is None:
                continue
        if isinstance(cause, Cause) and cause.other is not None:
            follow(now, instance, cause.other)
        restart_time(now, instance, base, own.moves_by, cause.clock)
    series = now.open.running_series(rule.group, item)
    if series is not None:
        restart_series(now, series, cause)
    now.found.note(now.today.day, rule, item, cause, "restarted")
