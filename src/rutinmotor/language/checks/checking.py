"""Catalogues in, all that is wrong between their parts out, with a few warnings; after reading, before plan."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.catalogue import Catalogue, Reading, read_texts
from rutinmotor.language.checks import (
    allowed,
    circles,
    duties,
    event_facts,
    extra_days,
    fact_uses,
    meanings,
    overlaps,
    same_name,
    time_zones,
    unknown,
    urgency,
)
from rutinmotor.language.checks.allowed import sift
from rutinmotor.language.checks.parts import find_in_parts
from rutinmotor.language.checks.unread import not_hidden

__all__ = ["CHECKS", "check", "check_reading", "check_texts", "found_in"]

# What makes rules unusable, and two warnings that loading gives too: a word of urgency that is near to a usual one
# (`urgency`), and a duty that is both encoded and said not to be (`duties`). All other warnings are lints.
CHECKS: tuple[Callable[[Sequence[Catalogue]], Iterator[Diagnostic]], ...] = (
    unknown.find,
    fact_uses.find,
    event_facts.find,
    circles.find,
    urgency.find,
    overlaps.find,
    same_name.find,
    meanings.find,
    time_zones.find,
    extra_days.find,
    duties.find,
    allowed.find,
)


def check(catalogues: Sequence[Catalogue]) -> tuple[Diagnostic, ...]:
    """Run every check over catalogues that are loaded together; sorted by place."""
    return in_order(found for find in CHECKS for found in find(catalogues))


def found_in(reading: Reading) -> tuple[Diagnostic, ...]:
    """Say all that was found in reading, and in checking what could be read, also what is allowed; sorted by place.

    Names that a file with faults may define are not called unknown.
    """
    return in_order((*reading.diagnostics, *not_hidden(check(reading.catalogues), reading), *find_in_parts(reading)))


def check_reading(reading: Reading) -> tuple[Diagnostic, ...]:
    """Say all that was found in reading and in checking, save what its author allows; sorted by place."""
    return sift(found_in(reading), reading.catalogues).kept


def check_texts(sources: Sequence[tuple[str, bytes]]) -> tuple[Diagnostic, ...]:
    """Say all that is wrong or doubtful in rule files, each given by its name and its bytes; sorted by place."""
    return check_reading(read_texts(sources))
