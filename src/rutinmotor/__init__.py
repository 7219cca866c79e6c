"""Rutinmotor: routines as rules, replayed over a case's log; what callers import, each name loaded when first used."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rutinmotor.engine.engine import Engine, load
    from rutinmotor.engine.evaluation import Evaluation, Obligation
    from rutinmotor.ground.diagnostics import CaseError, Diagnostic, RulesError
    from rutinmotor.language.case import Case, Event
    from rutinmotor.language.casefile import read_case

__all__ = [
    "Case",
    "CaseError",
    "Diagnostic",
    "Engine",
    "Evaluation",
    "Event",
    "Obligation",
    "RulesError",
    "__version__",
    "load",
    "read_case",
]

__version__ = "0.1.0"

# Importing all of them would cost every caller, and every `--help`, a third of a second.
_ROOMS = {
    "Case": "language.case",
    "CaseError": "ground.diagnostics",
    "Diagnostic": "ground.diagnostics",
    "Engine": "engine.engine",
    "Evaluation": "engine.evaluation",
    "Event": "language.case",
    "Obligation": "engine.evaluation",
    "RulesError": "ground.diagnostics",
    "load": "engine.engine",
    "read_case": "language.casefile",
}


def __getattr__(name: str) -> Any:
    if name not in _ROOMS:
        raise AttributeError(f"module 'rutinmotor' has no attribute {name!r}")
    value = getattr(import_module(f"rutinmotor.{_ROOMS[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
