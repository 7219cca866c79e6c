"""Verdicts and the engines of their rules in, what was shown of each rule out; after all scenarios have been tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rutinmotor.engine.engine import Engine, plan_of
from rutinmotor.engine.evaluation import STATUSES
from rutinmotor.language.catalogue import Catalogue, versions_of
from rutinmotor.workbench.scenario.possible import can_be_undetermined, possible_statuses
from rutinmotor.workbench.scenario.verdict import Expected, Verdict

# The statuses, and two answers more: that there is no obligation, and that it cannot be judged.
SHOWN = (*STATUSES, "absent", "undetermined")


@dataclass(frozen=True, slots=True)
class RuleCoverage:
    """One rule, by full id: what its scenarios have shown of SHOWN, and what it can have at all."""

    rule: str
    shown: frozenset[str]
    possible: frozenset[str]

    @property
    def missing(self) -> tuple[str, ...]:
        """What must be shown before the rule is covered: that it is in time, and that it is overdue if it can be.

        In time is `due` or `fulfilled`, of which the first is named, or `standing` for what never has a due date.
        """
        in_time = ("due", "fulfilled") if "due" in self.possible else ("standing",)
        missing = () if self.shown.intersection(in_time) else in_time[:1]
        return (*missing, "overdue") if "overdue" in self.possible - self.shown else missing

    @property
    def is_covered(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class CatalogueCoverage:
    """One catalogue and its rules, in the order of the file."""

    catalogue: str
    title: str
    rules: tuple[RuleCoverage, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """All catalogues that scenarios name, in the order of their names."""

    catalogues: tuple[CatalogueCoverage, ...]

    @property
    def rules(self) -> tuple[RuleCoverage, ...]:
        """The rules of all catalogues."""
        return tuple(rule for one in self.catalogues for rule in one.rules)

    @property
    def covered(self) -> int:
        """How many rules are covered."""
        return sum(rule.is_covered for rule in self.rules)

    @property
    def percent(self) -> float:
        """The covered rules out of a hundred; 100 where there are no rules."""
        return 100 * self.covered / len(self.rules) if self.rules else 100.0


def coverage_of(verdicts: Iterable[Verdict], engines: Sequence[Engine]) -> Coverage:
    """Measure what the scenarios have shown of the rules of all catalogues that the engines hold.

    A status is shown by a line under `expect` that names it and holds; `absent` and `undetermined` by lines of theirs.
    What is shown is possible, also where it is not the rule itself that leaves it open.
    """
    shown = _shown(verdicts)
    catalogues = {one.id: one for engine in engines for one in engine.catalogues}
    possible: dict[str, frozenset[str]] = {}
    for engine in engines:
        unsure = can_be_undetermined(plan_of(engine))
        for rule, statuses in possible_statuses(plan_of(engine)).items():
            possible[rule] = statuses | {"absent"} | ({"undetermined"} if rule in unsure else set[str]())
    return Coverage(tuple(_catalogue(one, shown, possible) for _, one in sorted(catalogues.items()) if one.text.rules))


def _shown(verdicts: Iterable[Verdict]) -> Mapping[str, set[str]]:
    shown: dict[str, set[str]] = {}
    for result in (result for verdict in verdicts for result in verdict.results if result.holds):
        assertion = result.assertion
        what = assertion.status if isinstance(assertion, Expected) else assertion.key
        if what in SHOWN:
            shown.setdefault(assertion.rule, set()).add(what)
    return shown


def _catalogue(
    catalogue: Catalogue, shown: Mapping[str, set[str]], possible: Mapping[str, frozenset[str]]
) -> CatalogueCoverage:
    rules = versions_of([catalogue])
    return CatalogueCoverage(
        catalogue.id,
        catalogue.text.title or catalogue.id,
        tuple(_rule(rule, frozenset(shown.get(rule, ())), possible[rule]) for rule in rules),
    )


def _rule(rule: str, shown: frozenset[str], possible: frozenset[str]) -> RuleCoverage:
    return RuleCoverage(rule, shown, possible | shown)
