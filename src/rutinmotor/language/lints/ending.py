"""Catalogues in, a warning for each rule that never ends or comes again, or not as written, out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.logic import Known, Lives, known_versions, lives_of


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find what nothing can fulfil or end, and series that cannot go on or cannot stop.

    What is `continuous` stands and need not end.
    """
    versions = tuple(known_versions(catalogues))
    lives = lives_of(versions)
    for one in versions:
        rule = one.version.rule
        if rule.ends_with:
            yield from _of_endings(one, lives)
        if one.timed.timing == "standing":
            continue
        if not rule.fulfilled_by and not rule.ends_with:
            yield diagnose("RM240", one.place("id"), rule=one.own_id)
            continue
        if rule.repeat:
            yield from _of_series(one)


def _of_endings(one: Known, lives: Lives) -> Iterator[Diagnostic]:
    """Find an ending that never comes, and what is said of endings and does nothing (semantics 3.6, 5.2)."""
    rule = one.version.rule
    spares_overdue = "overdue" in rule.spares
    if spares_overdue and one.full_id not in lives.dated:
        yield diagnose("RM257", one.key_place("spares"), rule=one.own_id)
    for row, line in enumerate(rule.ends_with):
        if line.overdue is None:
            continue
        other, place = one.names.rule(line.overdue), one.place("ends_with", row, "overdue")
        if other not in lives.dated:
            yield diagnose("RM255", place, rule=one.own_id, other=one.called(other))
        elif other == one.full_id and spares_overdue:
            yield diagnose("RM258", place, further=(one.key_place("spares"),), rule=one.own_id)
    if rule.only_if is not None and rule.only_if.asks_for_a_state:
        for row, line in enumerate(rule.trigger):
            if line.survives:
                yield diagnose("RM256", one.key_place("trigger", row, "survives"), rule=one.own_id)


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
