"""Catalogues in, what the rules of each family leave out or say twice out; a lint, after the checks.

Rules of one `family` are said by their author to cover every case together, and each case once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, nearest
from rutinmotor.language.catalogue import Catalogue, Names, Version, names_of
from rutinmotor.language.logic import common, cover_of, outline_of, spell_of, spells, when_both

# How many more rules of a family a hole points at.
_MOST_PLACES = 4


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find holes in families (RM250), rules of a family that share a case (RM251), and families of one rule (RM254)."""
    names = names_of(catalogues)
    for catalogue in catalogues:
        families = _families(catalogue)
        for family, rules in families.items():
            if len({version.rule.id for version in rules}) == 1:
                yield _alone(family, rules[0], families, catalogues)
            else:
                yield from _holes(family, rules, names[catalogue.id])
                yield from _shared(family, rules, names[catalogue.id])


def _families(catalogue: Catalogue) -> dict[str, list[Version]]:
    found: dict[str, list[Version]] = {}
    for row, rule in enumerate(catalogue.text.rules):
        if rule.family is not None:
            found.setdefault(rule.family, []).append(Version(catalogue, row, rule))
    return found


def _alone(family: str, rule: Version, beside: Iterable[str], catalogues: Sequence[Catalogue]) -> Diagnostic:
    """Tell of a family of one rule, with the catalogue that has one of the same name, else the nearest name beside."""
    same = [
        Version(other, row, text)
        for other in catalogues
        for row, text in enumerate(other.text.rules)
        if other is not rule.owner and text.family == family
    ]
    near = "" if same else nearest(family, [other for other in beside if other != family], synonyms={}) or ""
    elsewhere = same[0].owner.id if same else ""
    further = tuple(_place(version) for version in same[:1])
    return diagnose("RM254", _place(rule), further=further, family=family, near=near, elsewhere=elsewhere)


def _holes(family: str, rules: Sequence[Version], names: Names) -> Iterator[Diagnostic]:
    """Find what no rule of a family covers, for each time during which the same rules are in force.

    Time before the first of them, or after the last, is no hole: there the family does not exist.
    """
    outline = outline_of(rules)
    for spell, versions in spells(rules):
        cover = cover_of(versions, names, outline)
        cases = cover.holes() if cover else None
        if cases is not None:
            place, *further = (_place(version) for version in versions)
            when = spell.told_within(spell_of(rules[0].owner.text.in_force))
            yield diagnose(
                "RM250",
                place,
                further=tuple(further[:_MOST_PLACES]),
                family=family,
                cases_sv=cases.sv,
                cases_en=cases.en,
                when_sv=when.sv,
                when_en=when.en,
            )


def _shared(family: str, rules: Sequence[Version], names: Names) -> Iterator[Diagnostic]:
    """Find for each rule the first before it that a combination, a day and a trigger can set off with it."""
    cover = cover_of(rules, names)

    def together(before: int, index: int) -> bool:
        one, other = rules[before], rules[index]
        return common(one, other) is not None and bool(set(one.rule.trigger) & set(other.rule.trigger))

    for before, index, cases in cover.first_shared(together) if cover else ():
        one, other = rules[before], rules[index]
        yield diagnose(
            "RM251",
            _place(other),
            further=(_place(one),),
            family=family,
            first=one.rule.id,
            second=other.rule.id,
            cases_sv=cases.sv,
            cases_en=cases.en,
            **when_both(one, other),
        )


def _place(version: Version) -> Place:
    return version.owner.place("rules", version.row, "family")
