"""Catalogues in, a warning for each step of an escalation that is never taken, or taken at once out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.logic import Known, known_versions, length_of, longest_time


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find steps before a due date by more than the time there is, and steps where there is no due date to count from.

    A step is reached if the obligation is open at the end of its day, or of the opening day (semantics 5.6).
    """
    for one in known_versions(catalogues):
        for row in range(len(one.version.rule.escalation)):
            yield from _of_step(one, row)


def _of_step(one: Known, row: int) -> Iterator[Diagnostic]:
    step = one.version.rule.escalation[row]
    rule, to = one.own_id, step.to
    place = one.key_place("escalation", row, "after" if step.after else "before")
    if one.timed.timing in ("open", "standing"):
        yield diagnose("RM402", place, rule=rule, to=to, word=one.word, urgency=one.urgency)
        return
    if step.before is None:
        return
    span = length_of(step.before, one.calendars)
    if span is None:
        return
    if one.timed.timing == "before" and one.timed.deadline:
        yield diagnose("RM403", place, rule=rule, to=to, before=span.written, event=one.timed.deadline.awaits or "")
    elif (time := longest_time(one)) and span.surely_longer(time):
        yield diagnose("RM401", place, rule=rule, to=to, before=span.written, time=time.written)
