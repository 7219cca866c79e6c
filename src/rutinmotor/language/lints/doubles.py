"""Catalogues in, rules that demand one act of one actor after one trigger out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Names, Rule, Version, names_of
from rutinmotor.language.logic import alike, common, cover_of, when_both


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules without a family of which one trigger can open two at once, to be fulfilled by one event (RM253).

    Each rule is told with the first before it.
    """
    names = names_of(catalogues)
    for catalogue in catalogues:
        for rules in alike(catalogue):
            yield from _doubles(rules, names[catalogue.id])


def _doubles(rules: Sequence[Version], names: Names) -> Iterator[Diagnostic]:
    cover = cover_of(rules, names)

    def together(before: int, index: int) -> bool:
        one, other = rules[before], rules[index]
        return common(one, other) is not None and _same_demand(one.rule, other.rule)

    for before, index, cases in cover.first_shared(together) if cover else ():
        one, other = rules[before], rules[index]
        yield diagnose(
            "RM253",
            other.owner.place("rules", other.row, "id"),
            further=(one.owner.place("rules", one.row, "id"),),
            first=one.rule.id,
            second=other.rule.id,
            cases_sv=cases.sv,
            cases_en=cases.en,
            **when_both(one, other),
        )


def _same_demand(one: Rule, other: Rule) -> bool:
    """Say whether two rules are of one kind.

    A routine that is stricter than the law, a first time before a yearly one, or one act that two actors answer for is
    no double.
    """
    return (
        one.id != other.id
        and bool(set(one.actor) & set(other.actor))
        and (one.norm, one.per) == (other.norm, other.per)
        and (one.repeat is None) == (other.repeat is None)
    )
