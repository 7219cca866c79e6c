"""Small old and new rules and cases as text in, what changes out; what the tests of this folder are written with."""

from datetime import date

from rutinmotor import Case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.language.casefile.case_files import read_cases
from rutinmotor.workbench.impact.asking import Asked, asked
from rutinmotor.workbench.impact.changes import CaseImpact
from rutinmotor.workbench.impact.reasons import reasons_of
from rutinmotor.workbench.impact.reasons_text import reasons_told

HEAD = """
catalogue: sol
title: Rutin
calendars: {vardag: {weekdays: [mon, tue, wed, thu, fri], holidays: SE, eves_free: true}}
actors: {utforare: {title: Utförare}, chef: {title: Enhetschef}}
events:
  start: {title: Insatsen har börjat}
  klar: {title: Planen är klar}
  slut: {title: Insatsen har upphört}
  borta: {title: Frånvaron har börjat}
  hemma: {title: Frånvaron har slutat}
facts:
  regi: {title: Regi, one_of: [egen, enskild]}
  iub: {title: Utan prövning, type: bool}
states: {franvaro: {title: Frånvaro, begins: borta, ends: hemma}}
"""
PLAN = """
rules:
  - id: plan
    title: Planen är klar
    actor: utforare
    trigger: start
    deadline: {weeks: 6}
    fulfilled_by: klar
    ends_with: slut
"""
OLD = HEAD + PLAN


def case(*events: str, facts: str = "{regi: egen, iub: false}", name: str = "1") -> Case:
    """A case of events such as `start 2025-10-01`, which are called e1, e2 and so on.

    They are of the item i1, those such as `start 2025-10-01 i2` of i2, and `start 2025-10-01 -` of the case.
    """
    lines: list[str] = []
    for number, event in enumerate(events, 1):
        kind, day, item = f"{event} i1".split()[:3]
        of = "" if item == "-" else f", item: {item}"
        lines.append(f"  - {{id: e{number}, type: {kind}, at: {day}{of}}}\n")
    text = f'case: "{name}"\nitems: {{i1: {facts}}}\nevents:\n{"".join(lines)}'
    (read,) = read_cases("prov.yaml", text.encode())
    assert read.case is not None, read.diagnostics
    return read.case


def ask(
    old: str,
    new: str,
    at: str,
    since: str | None = None,
    known: str | None = None,
    called: dict[str, str] | None = None,
) -> Asked:
    before, after = (engine_from_texts({"sol.yaml": text}).catalogues for text in (old, new))
    cut = date.fromisoformat(known) if known else None
    return asked(
        before, after, date.fromisoformat(at), cut, date.fromisoformat(since) if since else None, called=called
    )


def told(impact: CaseImpact) -> list[str]:
    """One line for each change: its kind, rule, status and due date before and after."""
    lines = [
        f"{one.kind} {one.rule.partition('.')[2]}: "
        + " → ".join(f"{side.status} {side.due}" if side else "–" for side in (one.old, one.new))
        for one in impact.changes
    ]
    sides = [(gap, [",".join(side.missing) if side else "–" for side in (gap.old, gap.new)]) for gap in impact.gaps]
    return lines + [f"{gap.kind} {gap.one.rule.partition('.')[2]}: {' → '.join(both)}" for gap, both in sides]


def why(asked: Asked, one: Case) -> list[str]:
    """Every reason of every change, in Swedish."""
    impact = asked.of(one)
    found = zip(impact.changes, reasons_of(asked, one, impact), strict=True)
    return [line for change, reasons in found for line in reasons_told(change, reasons, "sv")]
