"""A failed verdict and its text in, the text with the answers written in for what was expected out; for `--update`."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from rutinmotor.ground.diagnostics import Refusal
from rutinmotor.text.document import Plain
from rutinmotor.text.editing import Change, NotEdited, replaced
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Expected, Value, Verdict


class Mended(NamedTuple):
    """A scenario's text as it is and as it would be, and the verdict that it would then get."""

    source: str
    before: bytes
    after: bytes
    verdict: Verdict


def mended(verdict: Verdict, data: bytes, book: Rulebook) -> Mended | None:
    """Set what differs from the answer to the answer's values, in lines under `expect` whose obligation there is.

    No line is added or taken away, and no other line or byte is changed. None where nothing can be mended so.
    """
    changes = [
        Change((*result.assertion.row, part.key), _plain(part.answer))
        for result in verdict.failures
        for part in result.differences
        if result.why == "differs" and isinstance(result.assertion, Expected)
    ]
    if not changes:
        return None
    try:
        after = replaced(verdict.source, data, changes)
    except (NotEdited, Refusal):
        return None
    new = try_file(verdict.source, read_scenario(verdict.source, after), book)
    return None if new.diagnostics else Mended(verdict.source, data, after, new)


def _plain(value: Value) -> Plain:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value
