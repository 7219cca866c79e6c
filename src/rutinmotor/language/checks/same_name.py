"""Catalogues in, a diagnostic for each that bears another's name out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find catalogues of one name; each after the first is told, with the place of the first."""
    first: dict[str, Place] = {}
    for catalogue in catalogues:
        place = catalogue.place("catalogue")
        if catalogue.id in first:
            yield diagnose("RM502", place, further=(first[catalogue.id],), name=catalogue.id)
        else:
            first[catalogue.id] = place
