"""Catalogues that hold together in, lints of their meaning out; only `check` and the editor ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.catalogue import Catalogue, Reading
from rutinmotor.language.checks import found_in, sift
from rutinmotor.language.lints import (
    behind,
    between,
    doubles,
    editions,
    ending,
    escalating,
    families,
    in_time,
    lost_duties,
    own_actor,
    provenance,
    readings,
    rings,
    starting,
    twins,
    undefined_urgency,
    untitled,
    unused,
)

__all__ = ["LINTS", "lint", "review"]

# One name a line, in the order of the register.
LINTS: tuple[Callable[[Sequence[Catalogue]], Iterator[Diagnostic]], ...] = (
    starting.find,
    ending.find,
    rings.find,
    in_time.find,
    escalating.find,
    families.find,
    between.find,
    doubles.find,
    unused.find,
    behind.find,
    twins.find,
    untitled.find,
    own_actor.find,
    editions.find,
    provenance.find,
    readings.find,
    undefined_urgency.find,
    lost_duties.find,
)


def lint(catalogues: Sequence[Catalogue]) -> tuple[Diagnostic, ...]:
    """Run every lint over catalogues that are loaded together and hold together; sorted by place."""
    return in_order(found for find in LINTS for found in find(catalogues))


def review(reading: Reading) -> tuple[Diagnostic, ...]:
    """Say all that is wrong or doubtful in what was read, and what its author allows without need; sorted by place.

    As long as something is wrong no lint is told: a name that is misspelt would be one of no use too.
    """
    found = found_in(reading)
    if any(one.is_error for one in found):
        return sift(found, reading.catalogues).kept
    kept, stale = sift((*found, *lint(reading.catalogues)), reading.catalogues)
    # What a file allows that was read only because another uses it may be needed by those that were not read.
    asked = (one for one in stale if one.place and one.place.source not in reading.beside)
    return in_order((*unused.known_of(kept, reading), *asked))
