"""A rule that comes again in, the first few of its series out."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case
from rutinmotor.workbench.boundaries.boundary import Turn
from rutinmotor.workbench.boundaries.outcome import Counting
from rutinmotor.workbench.witness import Witness, with_event

_MOST: Final = 4
# Calendar days after a due date in which the next of a series has opened, whatever period it follows.
_BEYOND: Final = 1


def turns_of(counting: Counting, witness: Witness) -> tuple[tuple[Turn, ...], bool]:
    """Give the first of a series, and whether each waits for the one before: then each is done on its last day."""
    repeat = witness.version.rule.repeat
    if repeat is None:
        return (), False
    waits = repeat.from_ == "fulfilment"
    case, at = witness.case, witness.obligation.opened
    found: list[Obligation] = []
    while len(found) < _MOST:
        found = _series(counting, case, witness, at)
        if not found or len(found) >= _MOST or (found[-1].due is None and not waits):
            break
        # One that has no last day is done the day after it opened.
        due = found[-1].due or found[-1].opened + timedelta(days=_BEYOND)
        at = max(due, found[-1].opened) + timedelta(days=_BEYOND)
        if waits:
            kinds = witness.version.rule.fulfilled_by
            if not kinds:
                break
            case = with_event(case, kinds[0], max(due, found[-1].opened))
        if len(_series(counting, case, witness, at)) == len(found):
            break
    closing = _series(counting, case, witness, at)[:_MOST]
    return tuple(
        Turn(number, one.opened, one.due, one.fulfilled_on) for number, one in enumerate(closing, start=1)
    ), waits


def _series(counting: Counting, case: Case, witness: Witness, at: date) -> list[Obligation]:
    """Give the obligations of the series by the end of a day, in order of opening; none past what can be counted."""
    wanted = witness.obligation
    try:
        obligations = counting.engine.evaluate(case, at).obligations
    except CaseError:
        return []
    found = [one for one in obligations if (one.rule, one.item) == (wanted.rule, wanted.item)]
    return sorted((one for one in found if one.opened >= wanted.opened), key=lambda one: one.opened)
