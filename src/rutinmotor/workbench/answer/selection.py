"""An Evaluation in, which of it was asked for and how much there is of each kind out; before it is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from rutinmotor.engine.evaluation import Evaluation, Obligation, Status

OUTSTANDING: tuple[Status, ...] = ("overdue", "due", "paused", "standing")


@dataclass(frozen=True, slots=True)
class Selection:
    """Which obligations are asked for; where nothing is named, all are."""

    statuses: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()

    def takes(self, obligation: Obligation) -> bool:
        """Say whether an obligation is asked for: it has one of the statuses, and one of the actors is to act."""
        return (not self.statuses or obligation.status in self.statuses) and self.concerns(obligation)

    def concerns(self, obligation: Obligation) -> bool:
        """Say whether one of the actors asked for is to act, whatever the status."""
        return not self.actors or not self.actors.isdisjoint(obligation.actor)


@dataclass(slots=True)
class Tally:
    """What has been answered so far: cases, those with an error, obligations by status, rules that cannot be judged.

    `mistaken` are the cases with an unknown fact that nearly is a known one.
    Obligations are counted whatever statuses were asked for, but only those of the actors asked for.
    """

    cases: int = 0
    errors: int = 0
    undetermined: int = 0
    mistaken: int = 0
    statuses: Counter[str] = field(default_factory=Counter[str])

    def add(self, evaluation: Evaluation, selection: Selection) -> None:
        """Count one case's answer in."""
        self.cases += 1
        self.undetermined += len({(one.rule, one.item) for one in evaluation.undetermined})
        self.mistaken += any(one.near is not None for one in evaluation.unknown_facts)
        self.statuses.update(one.status for one in evaluation.obligations if selection.concerns(one))

    def add_error(self) -> None:
        """Count in a case that could not be read or judged."""
        self.cases += 1
        self.errors += 1
