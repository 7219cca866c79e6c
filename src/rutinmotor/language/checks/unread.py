"""Diagnostics of checks in, those out that hold whatever the files say that could not be read; after the checks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import Reading, by_name, used_by
from rutinmotor.language.checks.unknown import CODES_OF_KINDS

_UNKNOWN = frozenset(CODES_OF_KINDS.values())


def not_hidden(diagnostics: Iterable[Diagnostic], reading: Reading) -> Iterator[Diagnostic]:
    """Yield the diagnostics without those that call a name unknown which an unread catalogue may define."""
    loaded = by_name(reading.catalogues)
    half_blind = {
        catalogue.document.source
        for catalogue in reading.catalogues
        if any(reading.unread.intersection(one.text.uses) for one in used_by(catalogue, loaded))
        or catalogue.id in reading.unread
    }
    for diagnostic in diagnostics:
        if not (diagnostic.code in _UNKNOWN and _may_exist(diagnostic, reading, half_blind)):
            yield diagnostic


def _may_exist(diagnostic: Diagnostic, reading: Reading, half_blind: set[str]) -> bool:
    catalogue, dot, _ = str(dict(diagnostic.values)["name"]).partition(".")
    if dot or diagnostic.code == "RM207":
        return catalogue in reading.unread
    return diagnostic.place is not None and diagnostic.place.source in half_blind
