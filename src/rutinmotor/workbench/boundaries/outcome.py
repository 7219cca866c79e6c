"""An engine and a rule in, what becomes of it when it opens on a day out: due date, reasons, days around it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Obligation
from rutinmotor.engine.explanation import ExplainedObligation, Rolled, explain
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import Version
from rutinmotor.workbench.boundaries.boundary import DayStatus, Example, Kind, Which
from rutinmotor.workbench.boundaries.occasions import name_of
from rutinmotor.workbench.witness import Witness, witness_for

_DAY: Final = timedelta(days=1)
# Calendar days from the opening to the event before which it is to be done.
_UNTIL: Final = 7
_AROUND: Final[tuple[tuple[Which, int], ...]] = (("before", -1), ("due", 0), ("after", 1))


class Counting:
    """One rule, with facts that stand; its witnesses are kept, as the same days are asked for again."""

    __slots__ = ("_facts", "_version", "_witnesses", "engine", "rule")

    def __init__(self, engine: Engine, rule: str, facts: Mapping[str, FactValue]) -> None:
        """Raises ValueError where the engine has no such rule, when it is first asked."""
        self.engine = engine
        self.rule = rule
        self._facts = facts
        self._witnesses: dict[date, Witness | None] = {}
        self._version: Version | None = None

    def keep_to(self, version: Version) -> None:
        """Keep to one version of the rule from now on: what is told of one does not hold for the next."""
        self._version = version

    def witness(self, start: date) -> Witness | None:
        """Give a witness of the rule for a day; None if it cannot open then."""
        if start not in self._witnesses:
            self._witnesses[start] = witness_for(self.engine, self.rule, start, facts=self._facts)
        found = self._witnesses[start]
        other = found is not None and self._version is not None and found.version.rule is not self._version.rule
        return None if other else found

    def due(self, start: date) -> date | None:
        """Give the due date of what opens on a day, before it is moved from a free day; None if there is none."""
        witness = self.witness(start)
        if witness is None or witness.obligation.due is None:
            return None
        if not any(one.roll for one in witness.version.rule.deadlines):
            return witness.obligation.due
        steps = self.explained(witness.case, witness.obligation, start).steps
        return next((step.start for step in steps if isinstance(step, Rolled)), witness.obligation.due)

    def explained(self, case: Case, wanted: Obligation, at: date) -> ExplainedObligation:
        """Explain an obligation that a case has, as it stands at the end of a day."""
        explanation = explain(self.engine, case, self.rule, at)
        return next(one for one in explanation.obligations if is_same(one.obligation, wanted))

    def example(self, start: date, *kinds: Kind) -> Example | None:
        """Make the example that begins on a day; None if the rule cannot open on it."""
        witness = self.witness(start)
        if witness is None:
            return None
        case, due = self._until_due(witness)
        days = () if due is None else self._around(case, witness.obligation, due)
        at = start if due is None else max(start, due)
        explained = self.explained(case, witness.obligation, at)
        held = (*witness.case.items.values(), *(event.data for event in witness.case.events))
        facts = {**witness.case.facts, **{name: value for own in held for name, value in own.items()}}
        return Example(kinds, case, start, due, explained, days, facts, name_of(due) if due else None)

    def _until_due(self, witness: Witness) -> tuple[Case, date | None]:
        """Give the case with what its due date waits for, and that date."""
        before = next((one.awaits for one in witness.version.rule.deadlines if one.awaits), None)
        if before is None:
            return witness.case, witness.obligation.due
        case = witness.then(before, witness.obligation.opened + _UNTIL * _DAY)
        found = self.found(case, witness.obligation, witness.obligation.opened + _UNTIL * _DAY)
        return (case, found.due) if found is not None and found.due is not None else (witness.case, None)

    def found(self, case: Case, wanted: Obligation, at: date) -> Obligation | None:
        """Find an obligation as it stands at the end of a day."""
        return next((one for one in self.engine.evaluate(case, at).obligations if is_same(one, wanted)), None)

    def _around(self, case: Case, wanted: Obligation, due: date) -> tuple[DayStatus, ...]:
        """Judge the day before the due date, that day and the day after, from the day that the obligation opened."""
        found: list[DayStatus] = []
        for which, shift in _AROUND:
            day = _moved(due, shift)
            one = self.found(case, wanted, day) if day is not None and day >= wanted.opened else None
            if day is not None and one is not None:
                found.append(DayStatus(which, day, one))
        return tuple(found)


def is_same(one: Obligation, other: Obligation) -> bool:
    """Say whether two answers are about one obligation."""
    return (one.rule, one.item, one.opened, one.trigger) == (other.rule, other.item, other.opened, other.trigger)


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
