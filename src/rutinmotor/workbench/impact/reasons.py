"""A case and what changes in it in, why each of it changes out: both explanations, set against each other."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rutinmotor.engine.engine import Engine, plan_of
from rutinmotor.engine.evaluation import Obligation, judge
from rutinmotor.engine.explanation import Ending, ExplainedObligation, ReplayedCase, explained
from rutinmotor.language.case import Case
from rutinmotor.workbench.impact.absences import bare, why_not
from rutinmotor.workbench.impact.asking import Asked, Under
from rutinmotor.workbench.impact.changes import CaseImpact, Change
from rutinmotor.workbench.impact.grounds import Closed, Reason, Recounted, Retriggered


def reasons_of(asked: Asked, case: Case, impact: CaseImpact) -> tuple[tuple[Reason, ...], ...]:
    """Say, for each change of a case in order, why; nothing where no more can be said than that it follows from others.

    The case is replayed again for every rule that it concerns: this is for cases that somebody reads.
    """
    lives = _Lives(asked, case)
    return tuple(tuple(_reasons(change, lives, asked.called)) for change in impact.changes)


class _Lives:
    """One case lived again under both rule sets, for one rule after another."""

    def __init__(self, asked: Asked, case: Case) -> None:
        self._asked, self._case = asked, case
        self._engines = dict(asked.sides)
        self._known: dict[tuple[Under, str], ReplayedCase | None] = {}

    def replayed(self, under: Under, rule: str) -> ReplayedCase | None:
        """Give what became of a rule; None if the rule set has none of that full id."""
        key = under, rule
        if key not in self._known:
            self._known[key] = self._lived(self._engines[under], rule)
        return self._known[key]

    def _lived(self, engine: Engine, rule: str) -> ReplayedCase | None:
        versions = plan_of(engine).group_of(rule)
        if not versions:
            return None
        asked = self._asked
        known = None if asked.known is None else asked.known.toordinal()
        return ReplayedCase(engine, self._case, versions[0].group, asked.at.toordinal(), known, asked.unknown_events)

    def beside(self, under: Under, one: Obligation) -> ReplayedCase | None:
        """Give what became of an obligation's rule under the other rule set, `under`, whatever it is called there.

        Where that has rules of both names, it is the one in force on the trigger's day, if one is.
        """
        called = self._asked.called
        if under == "new":
            names = [called.get(one.rule, one.rule), one.rule]
        else:
            names = [*(name for name, now in called.items() if now == one.rule), one.rule]
        both = [replayed for name in names if (replayed := self.replayed(under, name)) is not None]
        day = one.trigger.day.toordinal()
        in_force = [replayed for replayed in both if any(version.in_force(day) for version in replayed.versions)]
        return next(iter((*in_force, *both)), None)

    def explained(self, under: Under, one: Obligation) -> ExplainedObligation:
        """Find an obligation in the life that it has under a rule set, and explain it, without its conditions."""
        replayed = self.replayed(under, one.rule)
        assert replayed is not None
        opened = one.opened.toordinal()
        alike = [instance for instance in replayed.instances if (instance.item, instance.opened) == (one.item, opened)]
        if len(alike) > 1:
            alike = [
                instance for instance in alike if judge([instance], replayed.at, self._case, replayed.keyed)[0] == one
            ]
        return explained(replayed, alike[0], self._case, conditions=False)


def _reasons(change: Change, lives: _Lives, called: Mapping[str, str]) -> Iterator[Reason]:
    old, new = change.old, change.new
    if old is not None and new is not None:
        yield from _differences(change, lives.explained("old", old), lives.explained("new", new), called)
    elif new is not None:
        yield from why_not(lives.explained("new", new), lives.beside("old", new), "old", called)
    elif old is not None:
        yield from why_not(lives.explained("old", old), lives.beside("new", old), "new", called)


def _differences(
    change: Change, old: ExplainedObligation, new: ExplainedObligation, called: Mapping[str, str]
) -> Iterator[Reason]:
    """Say why one duty is another under the new rules."""
    if "trigger" in change.aspects or bare(old.trigger.line, called) != bare(new.trigger.line, called):
        yield Retriggered(old.trigger, new.trigger)
    if {"due", "status"} & set(change.aspects) and (old.steps, old.timing) != (new.steps, new.timing):
        yield Recounted(old, new)
    if _event(old.ending) != _event(new.ending):
        yield Closed(old.ending, new.ending)


def _event(ending: Ending | None) -> tuple[object, ...] | None:
    if ending is None:
        return None
    event = ending.event
    if event is None:
        return None if ending.by is None else (ending.by.kind, ending.by.name, ending.by.day)
    return event.type, event.id, event.day, event.clock, event.item, ending.outcome == "ended"
