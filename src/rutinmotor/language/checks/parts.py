"""A reading in, the wrong names and values in catalogues with faults in some rules out; beside the checks."""

from __future__ import annotations

from collections.abc import Iterator

from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import Reading
from rutinmotor.language.checks import fact_uses, unknown
from rutinmotor.language.checks.unread import not_hidden


def find_in_parts(reading: Reading) -> Iterator[Diagnostic]:
    """Find names that nothing bears and values that a fact cannot have, in what is sound of catalogues with faults.

    So an author is told of both at once. What rules that could not be read may define is not called unknown.
    """
    if not reading.parts:
        return
    parts = tuple(part.catalogue for part in reading.parts)
    every = (*reading.catalogues, *parts)
    seen = Reading(every, (), reading.unread - {part.id for part in parts})
    inside = {part.document.source for part in parts}
    found = (one for check in (unknown, fact_uses) for one in check.find(every))
    for one in not_hidden(found, seen):
        if one.place is not None and one.place.source in inside and not _may_be_lost(one, reading):
            yield one


def _may_be_lost(found: Diagnostic, reading: Reading) -> bool:
    """Say whether a rule called unknown may be one that could not be read."""
    if found.code != "RM206" or found.place is None:
        return False
    name = str(dict(found.values)["name"])
    for catalogue, lost in reading.parts:
        owner, _, rule = name.rpartition(".")
        if owner == catalogue.id or (not owner and catalogue.document.source == found.place.source):
            return None in lost or rule in lost
    return False
