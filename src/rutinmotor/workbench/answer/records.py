"""Evaluations in, plain records and rows for other programs out; the promise that integrators build on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

from rutinmotor.engine.evaluation import BESIDE, Evaluation, Obligation, Origin, plain
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.workbench.answer.selection import Selection

Record: TypeAlias = "dict[str, object]"

COLUMNS = (
    "case",
    "rule",
    "title",
    "item",
    "actor",
    "norm",
    "status",
    "light",
    "urgency",
    "trigger_kind",
    "trigger_type",
    "trigger_event",
    "trigger_day",
    "opened",
    "due",
    "days_left",
    "fulfilled_on",
    "fulfilled_by",
    "ended_on",
    "escalated_to",
    "breaches",
    "section",
    "duties",
    "interpretation",
)
# What makes a spreadsheet take a cell for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
# What stands between several values in one cell.
_BETWEEN = "; "


def catalogue_records(catalogues: Iterable[Catalogue]) -> list[Record]:
    """Say which catalogues an answer rests on: name, date of the document where it has one, digest of the file."""
    return [
        {
            "catalogue": one.id,
            "dated": one.text.source.dated.isoformat() if one.text.source and one.text.source.dated else None,
            "digest": one.digest,
        }
        for one in catalogues
    ]


def case_record(evaluation: Evaluation, selection: Selection, next_change: date | None) -> Record:
    """Give one element of `cases`, with the obligations that were asked for and the day of the next change."""
    found = evaluation.to_dict()
    error = found.pop("error")
    if selection.statuses or selection.actors:
        found["obligations"] = [one.to_dict() for one in evaluation.obligations if selection.takes(one)]
    return {**found, "next_change": next_change.isoformat() if next_change else None, "error": error}


def error_record(case: str | None, file: str, diagnostics: Sequence[Diagnostic], origin: Origin) -> Record:
    """Give the element of `cases` for a case that could not be read or judged."""
    return {
        "case": case,
        "origin": plain(origin),
        "obligations": [],
        **{name: None if name == "later" else [] for name in BESIDE},
        "next_change": None,
        "error": {"file": file, "diagnostics": [one.as_dict() for one in diagnostics]},
    }


def rows(evaluation: Evaluation, selection: Selection) -> list[list[str | int]]:
    """Give one row, in the order of COLUMNS, for each obligation that was asked for."""
    return [_row(evaluation.case, one) for one in evaluation.obligations if selection.takes(one)]


def _row(case: str, one: Obligation) -> list[str | int]:
    trigger = one.trigger
    values: Mapping[str, object] = {
        **one.to_dict(),
        "case": case,
        "actor": _BETWEEN.join(one.actor),
        "trigger_kind": trigger.kind,
        "trigger_type": trigger.type,
        "trigger_event": trigger.event,
        "trigger_day": trigger.day,
        "escalated_to": _BETWEEN.join(f"{step.to} {step.day}" for step in one.escalation if step.reached),
        "breaches": _BETWEEN.join(f"{breach.kind} {breach.day}" for breach in one.breaches),
        "section": one.section,
        "duties": _BETWEEN.join(one.duties),
    }
    return [cell(values[column]) for column in COLUMNS]


def cell(value: object) -> str | int:
    """Write a cell; a text that a spreadsheet would take for a formula begins with an apostrophe."""
    if value is None:
        return ""
    if isinstance(value, int):
        return value
    text = str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text
