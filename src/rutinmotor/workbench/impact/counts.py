"""The impact on case after case in, how much changes by rule and by actor out; counted as the cases go by."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TypeAlias

from rutinmotor.workbench.impact.changes import CHANGE_KINDS, GAP_KINDS, CaseImpact, ChangeKind, GapKind

Kind: TypeAlias = ChangeKind | GapKind
KINDS: tuple[Kind, ...] = (*CHANGE_KINDS, *GAP_KINDS)


@dataclass(slots=True)
class Counts:
    """How many cases were asked, changed and could not be judged, and how many changes of each kind there are.

    A change is counted once by its rule, and once by each actor whom it concerns; a rule that cannot be judged only
    by the rule. `closed` counts those of what is closed under both rule sets, about which nobody need do anything.
    """

    cases: int = 0
    changed: int = 0
    errors: int = 0
    kinds: Counter[Kind] = field(default_factory=Counter[Kind])
    closed: Counter[Kind] = field(default_factory=Counter[Kind])
    rules: dict[str, Counter[Kind]] = field(default_factory=dict[str, Counter[Kind]])
    actors: dict[str, Counter[Kind]] = field(default_factory=dict[str, Counter[Kind]])

    def add(self, impact: CaseImpact) -> None:
        """Count one case in."""
        self.cases += 1
        if not impact:
            return
        self.changed += 1
        for change in impact.changes:
            self.kinds[change.kind] += 1
            self.closed[change.kind] += not change.open
            self.rules.setdefault(change.rule, Counter())[change.kind] += 1
            for actor in change.actors:
                self.actors.setdefault(actor, Counter())[change.kind] += 1
        for gap in impact.gaps:
            self.kinds[gap.kind] += 1
            self.rules.setdefault(gap.one.rule, Counter())[gap.kind] += 1

    def add_error(self) -> None:
        """Count in a case that could not be read, or not be judged under one of the rule sets."""
        self.cases += 1
        self.errors += 1
