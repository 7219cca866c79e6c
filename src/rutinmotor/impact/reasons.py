"""A case and what changes in it in, why each of it changes out: both explanations, set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.case import Case
from rutinmotor.engine import Engine
from rutinmotor.evaluation import Obligation
from rutinmotor.explanation import ExplainedObligation
from rutinmotor.explanation.obligations import explained
from rutinmotor.explanation.past import Past, bears
from rutinmotor.explanation.refusals import refusals_of
from rutinmotor.explanation.triggers import absent, came
from rutinmotor.explanation.values import AbsentTrigger, Ending, Refusal, Trigger, TriggerLine
from rutinmotor.impact.asking import Asked, Under
from rutinmotor.impact.changes import CaseImpact, Change
from rutinmotor.impact.rewriting import unmarked
from rutinmotor.judging import judge


@dataclass(frozen=True, slots=True)
class Unheard:
    """The rule set `under` has no such rule."""

    under: Under
    kind: Literal["no_rule"] = "no_rule"


@dataclass(frozen=True, slots=True)
class Refused:
    """What opened it under the one rule set came under the other too, and opened nothing there."""

    under: Under
    refusal: Refusal

    @property
    def kind(self) -> str:
        """Why: `refused`, `undetermined`, `not_in_force`, `kept` or `no_items`, as in an explanation."""
        return self.refusal.why


@dataclass(frozen=True, slots=True)
class NoSuchLine:
    """The rule set `under` does not let the rule be triggered by what triggers it under the other."""

    under: Under
    line: TriggerLine
    kind: Literal["trigger"] = "trigger"


@dataclass(frozen=True, slots=True)
class NeverCame:
    """The line that triggered it under the one rule set is there under the other too, and never came."""

    under: Under
    absent: AbsentTrigger
    kind: Literal["never_came"] = "never_came"


@dataclass(frozen=True, slots=True)
class Retriggered:
    """It is the same duty, set off by something else, or on another day."""

    old: Trigger
    new: Trigger
    kind: Literal["retriggered"] = "retriggered"
    under: None = None


@dataclass(frozen=True, slots=True)
class Recounted:
    """Its time is counted in another way, or from another day."""

    old: ExplainedObligation
    new: ExplainedObligation
    kind: Literal["recounted"] = "recounted"
    under: None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """It is closed by another event, or only under one of the rule sets; without an ending it is open."""

    old: Ending | None
    new: Ending | None
    kind: Literal["closed"] = "closed"
    under: None = None


# A line of a rule's `trigger` by names alone.
Bare: TypeAlias = tuple[object, ...]
Reason: TypeAlias = Unheard | Refused | NoSuchLine | NeverCame | Retriggered | Recounted | Closed


def reasons_of(asked: Asked, case: Case, impact: CaseImpact) -> tuple[tuple[Reason, ...], ...]:
    """Say, for each change of a case in order, why; nothing where no more can be said than that it follows from others.

    The case is replayed again for every rule that it concerns: this is for cases that somebody reads.
    """
    lives = _Lives(asked, case)
    return tuple(tuple(_reasons(change, lives)) for change in impact.changes)


class _Lives:
    """One case lived again under both rule sets, for one rule after another."""

    def __init__(self, asked: Asked, case: Case) -> None:
        self._asked, self._case = asked, case
        self._engines = dict(asked.sides)
        self._known: dict[tuple[Under, str], Past | None] = {}

    def past(self, under: Under, rule: str) -> Past | None:
        """Give what became of a rule; None if the rule set has none of that full id."""
        key = under, rule
        if key not in self._known:
            self._known[key] = self._lived(self._engines[under], rule)
        return self._known[key]

    def _lived(self, engine: Engine, rule: str) -> Past | None:
        versions = engine.plan.group_of(rule)
        if not versions:
            return None
        asked = self._asked
        known = None if asked.known is None else asked.known.toordinal()
        return Past(engine, self._case, versions[0].group, asked.at.toordinal(), known, asked.unknown_events)

    def explained(self, under: Under, one: Obligation) -> ExplainedObligation:
        """Find an obligation in the life that it has under a rule set, and explain it, without its conditions."""
        past = self.past(under, one.rule)
        assert past is not None
        opened = one.opened.toordinal()
        alike = [course for course in past.courses if (course.item, course.opened) == (one.item, opened)]
        if len(alike) > 1:
            alike = [course for course in alike if judge([course], past.at, self._case)[0] == one]
        return explained(past, alike[0], self._case, conditions=False)


def _reasons(change: Change, lives: _Lives) -> Iterator[Reason]:
    old, new = change.old, change.new
    if old is not None and new is not None:
        yield from _differences(change, lives.explained("old", old), lives.explained("new", new))
    elif new is not None:
        yield from _why_not(lives.explained("new", new), lives.past("old", change.rule), "old")
    elif old is not None:
        yield from _why_not(lives.explained("old", old), lives.past("new", change.rule), "new")


def _why_not(one: ExplainedObligation, other: Past | None, under: Under) -> Iterator[Reason]:
    """Say why a rule set has no obligation that is there under the other."""
    if other is None:
        yield Unheard(under)
        return
    refusals = refusals_of(other)
    refusal = _refusal(refusals, one, (one.obligation.opened, one.trigger.day))
    if refusal is not None:
        yield Refused(under, refusal)
        return
    never = absent(other, None)
    line = _bare(one.trigger.line)
    found = next((absent for absent in never if _bare(absent.line) == line), None)
    if found is not None:
        yield NeverCame(under, found)
        return
    came_once = [came(other, course.rule, course.cause) for course in other.courses]
    came_once += [refusal.trigger for refusal in refusals if refusal.trigger is not None]
    if line not in {_bare(trigger.line) for trigger in came_once}:
        yield NoSuchLine(under, one.trigger.line)


def _refusal(refusals: Sequence[Refusal], one: ExplainedObligation, days: Sequence[date]) -> Refusal | None:
    """Find the refusal of what opened an obligation elsewhere: of its item and day, of several its own trigger's."""
    item = one.obligation.item
    alike = [refusal for refusal in refusals if refusal.day in days and bears(refusal.item, item)]
    line = _bare(one.trigger.line)
    own = [refusal for refusal in alike if refusal.trigger is not None and _bare(refusal.trigger.line) == line]
    return (own or alike or [None])[0]


def _bare(line: TriggerLine) -> Bare:
    """Give a line without titles, which may differ where the line is the same."""
    since = line.since.name if line.since else None
    return line.kind, unmarked(line.name.name), line.length, since, line.back, line.urgency


def _differences(change: Change, old: ExplainedObligation, new: ExplainedObligation) -> Iterator[Reason]:
    """Say why one duty is another under the new rules."""
    if "trigger" in change.aspects or _bare(old.trigger.line) != _bare(new.trigger.line):
        yield Retriggered(old.trigger, new.trigger)
    if {"due", "status"} & set(change.aspects) and (old.steps, old.timing) != (new.steps, new.timing):
        yield Recounted(old, new)
    if _event(old.ending) != _event(new.ending):
        yield Closed(old.ending, new.ending)


def _event(ending: Ending | None) -> tuple[object, ...] | None:
    if ending is None:
        return None
    event = ending.event
    return event.type, event.id, event.day, event.clock, event.item, ending.outcome == "ended"
