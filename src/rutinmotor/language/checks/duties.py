"""Catalogues in, a warning for each duty that is both a rule and not encoded out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find duties that a catalogue names in a rule and in `not_encoded`, with the place of the first such rule."""
    for catalogue in catalogues:
        encoded = _encoded(catalogue)
        for row, left_out in enumerate(catalogue.text.not_encoded):
            for index, duty in enumerate(left_out.duties):
                if duty in encoded:
                    place = catalogue.place("not_encoded", row, "duties", index)
                    yield diagnose("RM506", place, further=(encoded[duty],), duty=duty)


def _encoded(catalogue: Catalogue) -> dict[str, Place]:
    places: dict[str, Place] = {}
    for row, rule in enumerate(catalogue.text.rules):
        for index, duty in enumerate(rule.source.duties if rule.source else ()):
            if duty not in places:
                places[duty] = catalogue.place("rules", row, "source", "duties", index)
    return places
