"""What changes in a case in, plain records and rows for other programs out; the promise that integrators build on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from rutinmotor.engine.evaluation import Obligation, Undetermined
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.workbench.answer import Record, cell
from rutinmotor.workbench.impact.asking import Under
from rutinmotor.workbench.impact.changes import CaseImpact, Change, Gap
from rutinmotor.workbench.impact.counts import KINDS, Counts, Kind
from rutinmotor.workbench.impact.grounds import Reason
from rutinmotor.workbench.impact.pairing import trigger_of
from rutinmotor.workbench.impact.reasons_text import reasons_told

Reasons = Sequence[tuple[Reason, ...]]

IMPACT_COLUMNS = (
    "case",
    "change",
    "rule",
    "rule_old",
    "title",
    "item",
    "actor_old",
    "actor_new",
    "status_old",
    "status_new",
    "light_old",
    "light_new",
    "due_old",
    "due_new",
    "days_moved",
    "opened_old",
    "opened_new",
    "aspects",
    "day_old",
    "day_new",
    "missing_old",
    "missing_new",
    "reasons",
    "reason_sv",
    "reason_en",
)
_BETWEEN = "; "


def impact_record(impact: CaseImpact, reasons: Reasons) -> Record:
    """Give one element of `cases`: what changes in a case, weightiest first.

    A change's `rule` is the rule as it is called now; `old` and `new` each have it under its own name.
    """
    return {
        "case": impact.case,
        "changes": [_change(change, why) for change, why in zip(impact.changes, reasons, strict=True)],
        "undetermined": [_gap(gap) for gap in impact.gaps],
        "error": None,
    }


def impact_error_record(
    case: str | None, file: str, under: Sequence[Under], diagnostics: Sequence[Diagnostic]
) -> Record:
    """Give the element of `cases` for a case that could not be read, or not be judged `under` some of the rules."""
    error = {"file": file, "under": list(under), "diagnostics": [one.as_dict() for one in diagnostics]}
    return {"case": case, "changes": [], "undetermined": [], "error": error}


def counts_record(counts: Counts) -> Record:
    """Give the counts: of cases, and of changes by kind, by rule and by actor; a kind without any is left out."""
    return {
        "cases": counts.cases,
        "changed": counts.changed,
        "errors": counts.errors,
        "kinds": _numbers(counts.kinds),
        "closed": _numbers(counts.closed),
        "rules": {rule: _numbers(counts.rules[rule]) for rule in sorted(counts.rules)},
        "actors": {actor: _numbers(counts.actors[actor]) for actor in sorted(counts.actors)},
    }


def impact_rows(impact: CaseImpact, reasons: Reasons) -> list[list[str | int]]:
    """Give one row, in the order of IMPACT_COLUMNS, for each change and each rule that cannot be judged."""
    found = [_change_row(change, why) for change, why in zip(impact.changes, reasons, strict=True)]
    found += [_gap_row(gap) for gap in impact.gaps]
    return [[cell({**row, "case": impact.case}.get(column)) for column in IMPACT_COLUMNS] for row in found]


def _numbers(kinds: Mapping[Kind, int]) -> dict[str, int]:
    return {kind: kinds[kind] for kind in KINDS if kinds[kind]}


def _change(change: Change, reasons: tuple[Reason, ...]) -> Record:
    return {
        "change": change.kind,
        "rule": change.rule,
        "title": change.one.title,
        "item": change.item,
        "aspects": list(change.aspects),
        "old": _obligation(change.old),
        "new": _obligation(change.new),
        "reasons": [{"kind": reason.kind, "under": reason.under} for reason in reasons],
        "because": {"sv": reasons_told(change, reasons, "sv"), "en": reasons_told(change, reasons, "en")},
    }


def _obligation(one: Obligation | None) -> Record | None:
    if one is None:
        return None
    record = one.to_dict()
    trigger = trigger_of(one, {})
    return {**record, "trigger": {**trigger._asdict(), "day": trigger.day.isoformat()}}


def _gap(gap: Gap) -> Record:
    return {
        "change": gap.kind,
        "rule": gap.one.rule,
        "item": gap.one.item,
        "old": _undetermined(gap.old),
        "new": _undetermined(gap.new),
    }


def _undetermined(one: Undetermined | None) -> Record | None:
    return None if one is None else {"day": one.day.isoformat(), "missing": list(one.missing)}


def _change_row(change: Change, reasons: tuple[Reason, ...]) -> Record:
    row: Record = {
        "change": change.kind,
        "rule": change.rule,
        "title": change.one.title,
        "item": change.item,
        "aspects": _BETWEEN.join(change.aspects),
        "reasons": _BETWEEN.join(reason.kind for reason in reasons),
        "reason_sv": " ".join(reasons_told(change, reasons, "sv")),
        "reason_en": " ".join(reasons_told(change, reasons, "en")),
    }
    for side, one in (("old", change.old), ("new", change.new)):
        if one is not None:
            row |= {
                f"rule_{side}": one.rule,
                f"actor_{side}": _BETWEEN.join(one.actor),
                f"status_{side}": one.status,
                f"light_{side}": one.light,
                f"due_{side}": one.due,
                f"opened_{side}": one.opened,
            }
    if change.old and change.new and change.old.due and change.new.due:
        row["days_moved"] = (change.new.due - change.old.due).days
    return row


def _gap_row(gap: Gap) -> Record:
    row: Record = {"change": gap.kind, "rule": gap.one.rule, "item": gap.one.item}
    for side, one in (("old", gap.old), ("new", gap.new)):
        if one is not None:
            row |= {f"day_{side}": one.day, f"missing_{side}": _BETWEEN.join(one.missing)}
    return row
