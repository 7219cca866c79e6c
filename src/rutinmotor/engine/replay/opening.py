"""A trigger in, obligations opened, kept or restarted out (semantics 2.4, 2.5, 3.3 to 3.5)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from rutinmotor.engine.plan import BoundRule, settled
from rutinmotor.engine.replay.admitting import Facts, admit, counted, restart_time
from rutinmotor.engine.replay.behind import seen_facts
from rutinmotor.engine.replay.clocks import follow
from rutinmotor.engine.replay.doubting import missing_of, overtake, put
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.questions import Question, Wish
from rutinmotor.engine.replay.series import Again, again_in_series, begin_series, begins_later, restart_series
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import View
from rutinmotor.language.case import NO_CLOCK, Event, Holder

_NO_FACTS: Facts = {}


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
            now.found.note_no_item(now.today.day, rule, cause)
        for named in sorted(now.world.items):
            _trigger_one(now, rule, named, cause, inherited)


def _trigger_one(now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None) -> None:
    """Open an obligation for one item or the case, or do what `on_repeat` says where one is open."""
    running = rule.on_repeat != "add" and is_running(now, rule, item)
    if running and rule.on_repeat == "keep":
        now.found.note(now.today.day, rule, item, cause, "kept")
        return
    facts = seen_facts(now.world, rule, item, cause, cause.clock) if rule.asks else _NO_FACTS
    condition = rule.condition
    if condition is not None:
        # Without a clock a trigger sees the day's end, as the world does.
        view = now.world if cause.clock == NO_CLOCK else View(now.world, cause.clock)
        verdict = condition.judge(facts, view, item)
        if verdict is None:
            missing = set(condition.missing(facts, view, item))
            rest = settled(condition, facts, view, item)
            wish = "restart" if running else "open"
            put(
                now,
                rule,
                item,
                cause,
                wish,
                facts,
                missing,
                rest=rest,
                inherited=inherited,
                needs=_needs(now, rule, item, wish),
            )
            return
        if verdict is False:
            now.found.note(now.today.day, rule, item, cause, "refused")
            if now.questions.open:
                overtake(now, rule, item, cause)
            return
    if running:
        done = restart(now, rule, item, cause, inherited, facts)
    else:
        done = open_anew(now, rule, item, cause, inherited, facts)
    if done and now.questions.open:
        overtake(now, rule, item, cause)


def _needs(now: Situation, rule: BoundRule, item: Holder, wish: Wish) -> Collection[str]:
    """Name the facts that the deadlines read of what a question would open, or start again."""
    # The first of a series that waits for a whole period reads its deadline's facts as it opens.
    rules = [] if begins_later(now, rule) else [rule]
    if wish == "restart":
        rules += [one.rule for one in now.open.of_versions(now.plan.versions[rule.group], item)]
    return dict.fromkeys(fact for one in rules if one.deadline is not None for fact in one.deadline.needs())


def open_anew(
    now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None, facts: Facts
) -> bool:
    """Open one of a rule, or begin its series; where the deadline needs a fact that is missing, it is a question."""
    base = inherited if rule.timing == "inherited" else None
    if rule.repetition is not None:
        opened = begin_series(now, rule, item, cause, facts)
    else:
        opened = rule.deadline is None or (base := counted(now, rule, rule.deadline, now.today.day, facts)) is not None
        if opened:
            admit(now, Instance(rule, item, cause, now.today.day, base), base, rule.moves_by)
    if not opened:
        put(
            now,
            rule,
            item,
            cause,
            "open",
            facts,
            missing_of(_needs(now, rule, item, "open"), facts),
            inherited=inherited,
        )
    elif now.found.watched is not None:
        now.found.note(now.today.day, rule, item, cause, "waits" if begins_later(now, rule) else "opened")
    return opened


def open_asked(now: Situation, question: Question) -> None:
    """Open what a question asks for, today, with all that is known of it by now."""
    open_anew(now, question.rule, question.item, question.cause, question.inherited, question.known)


def is_running(now: Situation, rule: BoundRule, item: Holder) -> bool:
    """Say whether something of a rule is open for that very item or the case, or a series of it runs."""
    for version in now.plan.versions[rule.group]:
        by_item = now.open.by_rule.get(version.index)
        if by_item and by_item.get(item) and not (version.spares and all(one.is_spared for one in by_item[item])):
            return True
        if version.repetition is not None and now.open.running_series(rule.group, item) is not None:
            return True
    return False


def restart(
    now: Situation, rule: BoundRule, item: Holder, cause: Event | Cause, inherited: int | None, facts: Facts
) -> bool:
    """Start the time again of all that is open of the rule for the item (semantics 3.4).

    One whose deadline needs a fact that is missing today stays as it is, and it is a question whether it does.
    """
    missing: dict[str, None] = {}
    needs: dict[str, None] = {}
    for instance in list(now.open.of_versions(now.plan.versions[rule.group], item)):
        base = time_again(now, instance, inherited, facts)
        if isinstance(base, Again):
            if isinstance(cause, Cause) and cause.other is not None:
                follow(now, instance, cause.other)
            restart_time(now, instance, base.due, base.calendar, cause.clock)
        else:
            needs |= dict.fromkeys(base)
            missing |= dict.fromkeys(missing_of(base, facts))
    series = now.open.running_series(rule.group, item)
    if series is not None:
        restart_series(now, series, cause, now.today.day)
    now.found.note(now.today.day, rule, item, cause, "restarted")
    if missing:
        put(now, rule, item, cause, "restart", facts, missing, inherited=inherited, needs=needs)
    return not missing


def time_again(now: Situation, instance: Instance, inherited: int | None, facts: Facts) -> Again | Sequence[str]:
    """Count the due date of an open one whose time starts again today; else give the facts that its deadline reads."""
    if instance.details is not None and instance.details.series is not None:
        return again_in_series(now, instance, facts)
    own = instance.rule
    base = inherited if own.timing == "inherited" else None
    if own.deadline is not None:
        base = counted(now, own, own.deadline, now.today.day, facts)
        if base is None:
            return own.deadline.needs()
    return Again(base, own.moves_by)
