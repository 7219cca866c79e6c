"""An obligation that only one rule set has, and the rule's life under the other, in; why it is not there out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from rutinmotor.engine.explanation import (
    ExplainedObligation,
    Refusal,
    ReplayedCase,
    Trigger,
    TriggerLine,
    absent,
    bears,
    came,
    lines_of,
    refusals_of,
)
from rutinmotor.workbench.impact.asking import Under
from rutinmotor.workbench.impact.grounds import Lapsed, NeverCame, NoSuchLine, Otherwise, Reason, Refused, Unheard
from rutinmotor.workbench.impact.rewriting import unmarked

# A line of a rule's `trigger` by names alone.
Bare: TypeAlias = tuple[object, ...]
# The new full id of each rule that has another name under the new rules.
Called: TypeAlias = Mapping[str, str]


def why_not(one: ExplainedObligation, other: ReplayedCase | None, under: Under, called: Called) -> Iterator[Reason]:
    """Say why a rule set has no obligation that is there under the other; `other` is None if it has no such rule."""
    if other is None:
        yield Unheard(under)
        return
    refusals = refusals_of(other)
    refusal = _refusal(refusals, one, called)
    if refusal is None or refusal.why == "not_in_force":
        lapsed = _lapsed(one, other, under, called)
        if lapsed is not None:
            yield lapsed
            return
    if refusal is not None and not _stood_in(refusal, other):
        yield Refused(under, refusal)
        return
    otherwise = _otherwise(one, other, under, called)
    if otherwise is not None:
        yield otherwise
        return
    line = bare(one.trigger.line, called)
    found = next((never for never in absent(other, None) if bare(never.line, called) == line), None)
    if found is not None:
        yield NeverCame(under, found)
    elif line not in {bare(one, called) for rule in other.versions for one in lines_of(other, rule)}:
        yield NoSuchLine(under, one.trigger.line)


def _refusal(refusals: Sequence[Refusal], one: ExplainedObligation, called: Called) -> Refusal | None:
    """Find the refusal of what opened an obligation elsewhere: of its item and day, of several its own trigger's."""
    item, days = one.obligation.item, (one.obligation.opened, one.trigger.day)
    alike = [refusal for refusal in refusals if refusal.day in days and bears(refusal.item, item)]
    line = bare(one.trigger.line, called)
    own = [refusal for refusal in alike if refusal.trigger and bare(refusal.trigger.line, called) == line]
    return (own or alike or [None])[0]


def _lapsed(one: ExplainedObligation, other: ReplayedCase, under: Under, called: Called) -> Lapsed | None:
    """Say when versions with the obligation's trigger are in force, where only others were on its day."""
    day = one.trigger.day.toordinal()
    line = bare(one.trigger.line, called)
    having = [rule for rule in other.versions if line in {bare(text, called) for text in lines_of(other, rule)}]
    others = [rule for rule in other.versions if rule not in having]
    if not having or any(rule.in_force(day) for rule in having) or not any(rule.in_force(day) for rule in others):
        return None
    spans = [rule.version.in_force for rule in having]
    return Lapsed(under, tuple((span.from_, span.to) for span in spans if span is not None))


def _stood_in(refusal: Refusal, other: ReplayedCase) -> bool:
    """Say whether another version was in force where one was not; then that one's days are no reason."""
    day = refusal.day.toordinal()
    return refusal.why == "not_in_force" and any(version.in_force(day) for version in other.versions)


def _otherwise(one: ExplainedObligation, other: ReplayedCase, under: Under, called: Called) -> Otherwise | None:
    """Say what the very trigger of an obligation did instead, if it did something."""
    item, opened = one.obligation.item, one.obligation.opened
    for asked in other.asked:
        if asked.became == "restarted" and asked.item == item:
            trigger = came(other, asked.rule, asked.cause)
            if _same(trigger, one.trigger, called):
                return Otherwise(under, "restarted", trigger, opened)
    triggers = [(instance.item, came(other, instance.rule, instance.cause)) for instance in other.instances]
    holders = [(holder, trigger) for holder, trigger in triggers if _same(trigger, one.trigger, called)]
    if not holders:
        return None
    items = tuple(dict.fromkeys(holder for holder, _ in holders))
    kind = "series" if item in items else "item"
    return Otherwise(under, kind, holders[0][1], opened, () if item in items else items)


def _same(one: Trigger, other: Trigger, called: Called) -> bool:
    """Say whether two triggers, each under its own rule set, are one happening."""
    return (bare(one.line, called), one.day, one.item, one.event) == (
        bare(other.line, called),
        other.day,
        other.item,
        other.event,
    )


def bare(line: TriggerLine, called: Called) -> Bare:
    """Give a line without titles, which may differ where the line is the same, and with the names of today."""
    name = unmarked(line.name.name)
    length = line.length
    if length is not None and length.calendar is not None:
        length = replace(length, calendar=unmarked(length.calendar))
    since = line.since.name if line.since else None
    return line.kind, called.get(name, name), length, since, line.back, line.urgency
