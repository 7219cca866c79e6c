"""A scenario as read and the rules beside it in, what is wrong in it out; as `test` would say, without trying it."""

from __future__ import annotations

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.pages import Trial
from rutinmotor.ground.diagnostics import Diagnostic, diagnose, in_order, nearest
from rutinmotor.workbench.scenario import unknown_names


def faults_of(trial: Trial, index: Index, folder: str) -> tuple[Diagnostic, ...]:
    """Say all that is wrong in a scenario: its shape, then its catalogues, then the names that they do not know."""
    scenario = trial.read.scenario
    if scenario is None:
        return trial.read.diagnostics
    known = index.catalogues.keys() | index.reading.unread
    faults = [
        diagnose("RM720", scenario.place("rules", row), name=name, where=folder, near=nearest(name, known, {}) or "")
        for row, name in enumerate(scenario.rules)
        if name not in known
    ]
    if faults:
        return in_order(faults)
    engine = index.engine_of(scenario.rules)
    # What is wrong in the rules is said in their own files.
    return unknown_names(scenario, engine) if engine is not None else ()
