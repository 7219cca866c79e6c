"""Catalogues in, versions of rules whose days do not fit together or with their catalogue's out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue, Version, versions_of
from rutinmotor.language.logic import spell_of

_DAY = timedelta(days=1)


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find days between versions on which none is in force (RM510), and rules whose days pass their catalogue's.

    After the catalogue's last day that is a warning (RM511), before its first a remark (RM512): so old versions are
    kept, but a rule that has only one version may have been given the wrong year.
    """
    for versions in versions_of(catalogues).values():
        yield from _gaps(versions)
        for version in versions:
            yield from _beside_catalogue(version, versions)


def _gaps(versions: Sequence[Version]) -> Iterator[Diagnostic]:
    by_day = sorted(versions, key=lambda version: spell_of(version.in_force))
    for before, after in pairwise(by_day):
        last, first = spell_of(before.in_force).last, spell_of(after.in_force).first
        if last < date.max and last + _DAY < first:
            yield diagnose(
                "RM510",
                _end(after, "from"),
                further=(_end(before, "to"),),
                rule=after.rule.id,
                first=(last + _DAY).isoformat(),
                last=(first - _DAY).isoformat(),
            )


def _beside_catalogue(version: Version, versions: Sequence[Version]) -> Iterator[Diagnostic]:
    if version.rule.in_force is None:
        return
    own, whole = spell_of(version.rule.in_force), spell_of(version.owner.text.in_force)
    if own.last > whole.last:
        place = version.owner.place("in_force", "to")
        last = "" if own.last == date.max else own.last.isoformat()
        yield diagnose(
            "RM511",
            _end(version, "to"),
            further=(place,),
            rule=version.rule.id,
            last=last,
            whole=whole.last.isoformat(),
        )
    if own.first < whole.first and not any(spell_of(other.in_force).first > own.last for other in versions):
        place = version.owner.place("in_force", "from")
        first = "" if own.first == date.min else own.first.isoformat()
        yield diagnose(
            "RM512",
            _end(version, "from"),
            further=(place,),
            rule=version.rule.id,
            first=first,
            whole=whole.first.isoformat(),
        )


def _end(version: Version, key: str) -> Place:
    """Where an end of a version's days stands, or its days, or the rule."""
    return version.owner.place("rules", version.row, "in_force", key)
