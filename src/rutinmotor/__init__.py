"""Rutinmotor: routines as rules, replayed over a case's log; what callers import, each name loaded when first used.

The names in `__all__` are what a version promises, with their arguments, what they give and the errors they raise;
`docs/python.md` shows each of them. All else in the package (`ground`, `text`, `language`, `engine`, `workbench`,
`faces` and what lies in them) is the inside of the house, and changes without a word.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from rutinmotor.ground.version import VERSION

if TYPE_CHECKING:
    from rutinmotor.engine.engine import Engine, engine_from_texts, load
    from rutinmotor.engine.evaluation import (
        AnswerRecord,
        BreachRecord,
        CatalogueOrigin,
        EndedWithCase,
        EscalationStep,
        Evaluation,
        Later,
        MetNoItem,
        Obligation,
        Origin,
        PassedDate,
        PassedOver,
        TriggerRecord,
        Undetermined,
        UnknownFact,
    )
    from rutinmotor.engine.explanation import Explanation, explain
    from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Place, RulesError
    from rutinmotor.language.case import Case, Event
    from rutinmotor.language.case_loading import read_cases
    from rutinmotor.language.casefile import CaseRead, read_case
    from rutinmotor.language.reviewing import check
    from rutinmotor.workbench.explained import explained_text
    from rutinmotor.workbench.scenario import Verdict, try_scenario_file
    from rutinmotor.workbench.schema import schema

__all__ = [
    "AnswerRecord",
    "BreachRecord",
    "Case",
    "CaseError",
    "CaseRead",
    "CatalogueOrigin",
    "Diagnostic",
    "EndedWithCase",
    "Engine",
    "EscalationStep",
    "Evaluation",
    "Event",
    "Explanation",
    "Later",
    "MetNoItem",
    "Obligation",
    "Origin",
    "PassedDate",
    "PassedOver",
    "Place",
    "RulesError",
    "TriggerRecord",
    "Undetermined",
    "UnknownFact",
    "Verdict",
    "__version__",
    "check",
    "engine_from_texts",
    "explain",
    "explained_text",
    "load",
    "read_case",
    "read_cases",
    "schema",
    "try_scenario_file",
]

__version__ = VERSION

# Importing all of them would cost every caller, and every `--help`, a third of a second.
_ROOMS = {
    "AnswerRecord": "engine.evaluation",
    "BreachRecord": "engine.evaluation",
    "Case": "language.case",
    "CaseError": "ground.diagnostics",
    "CaseRead": "language.casefile",
    "CatalogueOrigin": "engine.evaluation",
    "Diagnostic": "ground.diagnostics",
    "EndedWithCase": "engine.evaluation",
    "Engine": "engine.engine",
    "EscalationStep": "engine.evaluation",
    "Evaluation": "engine.evaluation",
    "Event": "language.case",
    "Explanation": "engine.explanation",
    "Later": "engine.evaluation",
    "MetNoItem": "engine.evaluation",
    "Obligation": "engine.evaluation",
    "Origin": "engine.evaluation",
    "PassedDate": "engine.evaluation",
    "PassedOver": "engine.evaluation",
    "Place": "ground.diagnostics",
    "RulesError": "ground.diagnostics",
    "TriggerRecord": "engine.evaluation",
    "Undetermined": "engine.evaluation",
    "UnknownFact": "engine.evaluation",
    "Verdict": "workbench.scenario",
    "check": "language.reviewing",
    "engine_from_texts": "engine.engine",
    "explain": "engine.explanation",
    "explained_text": "workbench.explained",
    "load": "engine.engine",
    "read_case": "language.casefile",
    "read_cases": "language.case_loading",
    "schema": "workbench.schema",
    "try_scenario_file": "workbench.scenario",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'rutinmotor' has no attribute {name!r}")
    value = getattr(import_module(f"rutinmotor.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
