"""Catalogues in, a diagnostic for each two versions of a rule that are in force at once out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Version, versions_of


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find versions that share a day; both ends of `in_force` are included, a missing end is open (semantics 3.5).

    Each version is compared with the one among those that began before it which lasts longest, so that a thousand
    copies of one rule are a thousand faults and not half a million.
    """
    for full_id, versions in versions_of(catalogues).items():
        longest: Version | None = None
        for version in sorted(versions, key=lambda version: _days(version)[0]):
            if longest is not None and _days(version)[0] <= _days(longest)[1]:
                yield _said(full_id, longest, version)
            if longest is None or _days(longest)[1] < _days(version)[1]:
                longest = version


def _said(full_id: str, one: Version, other: Version) -> Diagnostic:
    first = max(_days(one)[0], _days(other)[0])
    last = min(_days(one)[1], _days(other)[1])
    place, further = sorted(version.owner.place("rules", version.row, "id") for version in (one, other))[::-1]
    return diagnose(
        "RM501",
        place,
        further=(further,),
        rule=full_id,
        first="" if first == date.min else first.isoformat(),
        last="" if last == date.max else last.isoformat(),
    )


def _days(version: Version) -> tuple[date, date]:
    in_force = version.in_force
    if in_force is None:
        return date.min, date.max
    return in_force.from_ or date.min, in_force.to or date.max
