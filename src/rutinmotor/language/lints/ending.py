"""Catalogues in, a warning for each rule that never ends or never comes again out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.logic import Known, known_versions


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find what nothing can fulfil or end, and series that cannot go on or cannot stop.

    What is `continuous` stands and need not end.
    """
    for one in known_versions(catalogues):
        rule = one.version.rule
        if one.timed.timing == "standing":
            continue
        if not rule.fulfilled_by and not rule.ends_with:
            yield diagnose("RM240", one.place("id"), rule=one.own_id)
            continue
        if rule.repeat:
            yield from _of_series(one)


def _of_series(one: Known) -> Iterator[Diagnostic]:
    """Find a series whose next one waits for a fulfilment that never comes, and one without an end (semantics 5.3).

    A condition can end a series, or let it rest, as it is asked again each time (semantics 2.4).
    """
    rule = one.version.rule
    place = one.key_place("repeat")
    if rule.repeat and rule.repeat.from_ == "fulfilment" and not rule.fulfilled_by:
        yield diagnose("RM241", place, rule=one.own_id)
    elif not rule.ends_with and not rule.only_if and not one.version.owner.text.scope:
        yield diagnose("RM242", place, rule=one.own_id)
