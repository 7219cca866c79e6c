"""Catalogues in, values that rules for the other values of a fact forget out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import Catalogue, Condition, Names, Test, Version, names_of
from rutinmotor.language.logic import Cover, Variable, alike, cover_of, listed, narrowed

# How many more rules a finding points at.
_MOST_PLACES = 4


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find what lies between rules without a family that one fact tells apart, and nothing else (RM252).

    Nobody has said that such rules cover everything, so only what is plainly forgotten is told: numbers or days between
    two of the rules, and the one value that is left of a list of three or more.
    """
    names = names_of(catalogues)
    for catalogue in catalogues:
        for rules in alike(catalogue):
            cases = _forgotten(rules, names[catalogue.id])
            if cases is not None:
                first, *others = [catalogue.place("rules", version.row, "id") for version in rules]
                told = listed([f"”{version.rule.id}”" for version in rules], Wording("och", "and"))
                told_en = listed([f"'{version.rule.id}'" for version in rules], Wording("och", "and"))
                yield diagnose(
                    "RM252",
                    first,
                    further=tuple(others[:_MOST_PLACES]),
                    rules_sv=told.sv,
                    rules_en=told_en.en,
                    cases_sv=cases.sv,
                    cases_en=cases.en,
                )


def _forgotten(rules: Sequence[Version], names: Names) -> Wording | None:
    if len({(version.in_force, version.rule.per) for version in rules}) != 1:
        return None
    cover = cover_of(rules, names)
    variable = _divider(cover) if cover else None
    if cover is None or variable is None:
        return None
    row = cover.space.rows["fact", variable.name]
    covered = 0
    for condition in cover.own:
        way = narrowed(cover.space.where_true(condition), cover.whole)
        covered |= way[0][row] if way else 0
    left = _left_out(variable, cover.whole[row] & variable.given, covered)
    return cover.told((*cover.whole[:row], left, *cover.whole[row + 1 :])) if left else None


def _divider(cover: Cover) -> Variable | None:
    """Return the one fact that tells the rules apart, asked by value or by range in each; None if it is not so."""
    facts: set[str] = set()
    for condition in cover.own:
        if len(condition.facts) != 1 or condition != Condition.model_construct(facts=condition.facts):
            return None
        ((name, test),) = condition.facts.items()
        if not _by_value_or_range(test):
            return None
        facts.add(name)
    return cover.space.variables[cover.space.rows["fact", facts.pop()]] if len(facts) == 1 else None


def _by_value_or_range(test: Test) -> bool:
    return test.not_ is None and test.known is None


def _left_out(variable: Variable, whole: int, covered: int) -> int:
    left = whole & ~covered
    if variable.kind in ("int", "date"):
        # Of the spans, which stand in order, only those with something covered on both sides.
        below, above = covered & -covered, 1 << max(covered.bit_length() - 1, 0)
        return left & ~(below - 1) & (above - 1)
    return left if left.bit_count() == 1 and whole.bit_count() > 2 else 0
