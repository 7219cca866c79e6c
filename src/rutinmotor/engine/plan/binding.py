"""One version of a rule in, the same with calendars, urgency word and conditions bound out; part of making a plan."""

from __future__ import annotations

from typing import Literal

from rutinmotor.engine.plan.bound import ALWAYS, BoundRule, BoundStep, Extension, Opening, Repetition, RuleLabel
from rutinmotor.engine.plan.bound_conditions import bind_conditions, facts_of
from rutinmotor.language.catalogue import (
    FindCalendar,
    Names,
    Repeat,
    Rule,
    Version,
    bind_deadline,
    bind_roll,
    bind_span,
    timing_of,
)
from rutinmotor.language.constructs import EndingKind


def bind_rule(
    version: Version, names: Names, calendars: FindCalendar, *, index: int, group: int, has_listeners: bool
) -> BoundRule:
    """Bind one version of a rule, as its catalogue's names have it; `has_listeners` if rules wait for its due date."""
    rule = version.rule
    owner = version.owner.text
    in_force = version.in_force
    timing, clock = timing_of(rule, names.catalogue.text.urgency)
    deadline = bind_deadline(clock, calendars) if clock else None
    roll = bind_roll(clock, calendars) if clock and deadline else None
    repetition = _repetition(rule.repeat, calendars)
    condition = bind_conditions((owner.scope, rule.only_if), lambda fact: names.facts[fact].text.kind)
    asks = frozenset((*facts_of(condition), *(deadline.needs() if deadline else ())))
    warn = rule.warn or owner.warn
    seen_to = has_listeners or roll or rule.counts_from or timing in ("before", "standing")
    moves = rule.repeat or rule.paused_while or rule.extended_by
    return BoundRule(
        id=version.full_id,
        index=index,
        group=group,
        version=version,
        label=_label(version),
        actors=rule.actor,
        first=in_force.from_.toordinal() if in_force and in_force.from_ else ALWAYS[0],
        last=in_force.to.toordinal() if in_force and in_force.to else ALWAYS[1],
        condition=condition,
        timing=timing,
        deadline=deadline,
        roll=roll,
        before=clock.awaits if clock else None,
        before_since=clock.since if clock else None,
        urgency=rule.deadline.urgency if rule.deadline else None,
        moves_by=deadline.working.table if deadline and deadline.working else None,
        per=rule.per,
        on_repeat=rule.on_repeat or ("keep" if rule.repeat else "add"),
        repetition=repetition,
        fulfilled_by=rule.fulfilled_by,
        ends_with=rule.ending_events,
        ends_all=frozenset(line.name for line in rule.ends_with if line.of == "any_item"),
        ends_overdue=tuple(names.rule(line.name) for line in rule.ends_with if line.kind is EndingKind.OVERDUE),
        ends_by=tuple(line.name for line in rule.ends_with if line.kind is EndingKind.DATE),
        spares=frozenset(rule.spares),
        counts_from=rule.counts_from,
        not_before=bind_span(rule.not_before, calendars) if rule.not_before else None,
        counts_within=bind_span(rule.counts_within, calendars) if rule.counts_within else None,
        backdating=rule.backdating,
        paused_while=rule.paused_while,
        extension=_extension(rule, calendars),
        escalation=_escalation(rule, calendars),
        warn=bind_span(warn, calendars) if warn else None,
        has_listeners=has_listeners,
        opening=Opening.MOVING if moves else Opening.DATED if seen_to else Opening.PLAIN,
        asks=asks,
        of_event=frozenset(fact for fact in asks if names.facts[fact].text.of == "event"),
    )


def _label(version: Version) -> RuleLabel:
    rule = version.rule
    return RuleLabel(
        id=version.full_id,
        title=rule.title or version.full_id,
        actors=rule.actor,
        norm=rule.norm,
        urgency=rule.deadline.urgency if rule.deadline else None,
        section=rule.source.section if rule.source else None,
        duties=rule.source.duties if rule.source else (),
        interpretation=rule.interpretation,
        escalation=tuple((step.to, step.action) for step in rule.escalation),
    )


def _repetition(repeat: Repeat | None, calendars: FindCalendar) -> Repetition | None:
    if repeat is None:
        return None
    from_: Literal["fulfilment", "trigger"] | None = repeat.from_
    every = bind_span(repeat.every, calendars) if repeat.every else None
    return Repetition(every, from_, repeat.each, whole=repeat.first == "whole", period_of=repeat.period_of)


def _extension(rule: Rule, calendars: FindCalendar) -> Extension | None:
    if rule.extended_by is None:
        return None
    return Extension(rule.extended_by.event, bind_span(rule.extended_by.by, calendars), rule.extended_by.at_most)


def _escalation(rule: Rule, calendars: FindCalendar) -> tuple[BoundStep, ...]:
    return tuple(
        BoundStep(bind_span(step.before or step.after, calendars), step.before is not None, step.to, step.action)  # pyright: ignore[reportArgumentType]  # one of them is given
        for step in rule.escalation
    )
