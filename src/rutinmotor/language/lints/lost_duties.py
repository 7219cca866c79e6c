"""Catalogues in, numbered duties that stand nowhere between those that do out; a lint, after the checks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.logic import listed

_NUMBERED = re.compile(r"(.*?)([0-9]{1,6})\Z", re.DOTALL)


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find numbers left out of a series of duties (RM525), among all the catalogues that are loaded together.

    A series is what stands before the number. It counts from its lowest number to its highest, and only while fewer are
    left out than stand there: else the numbers mean something else. Each series is told where its highest stands.
    """
    series: dict[str, dict[int, tuple[str, Place]]] = {}
    for catalogue in catalogues:
        for duty, place in _duties(catalogue):
            if numbered := _NUMBERED.match(duty):
                series.setdefault(numbered[1], {}).setdefault(int(numbered[2]), (numbered[2], place))
    for prefix, found in series.items():
        highest = max(found)
        if highest - min(found) + 1 >= 2 * len(found):
            continue
        width = min(len(digits) for digits, _ in found.values())
        lost = [f"{prefix}{number:0{width}}" for number in range(min(found), highest) if number not in found]
        if lost:
            told = listed(lost, Wording("och", "and"))
            yield diagnose("RM525", found[highest][1], duties_sv=told.sv, duties_en=told.en, number=len(lost))


def _duties(catalogue: Catalogue) -> Iterator[tuple[str, Place]]:
    for row, rule in enumerate(catalogue.text.rules):
        for index, duty in enumerate(rule.source.duties if rule.source else ()):
            yield duty, catalogue.place("rules", row, "source", "duties", index)
    for row, left_out in enumerate(catalogue.text.not_encoded):
        for index, duty in enumerate(left_out.duties):
            yield duty, catalogue.place("not_encoded", row, "duties", index)
