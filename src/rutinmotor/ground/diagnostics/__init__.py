"""Faults and places in, sentences out: what every room says about a text; ground, used through the whole trip."""

from rutinmotor.ground.diagnostics.codes import CODES, Code, Severity
from rutinmotor.ground.diagnostics.diagnostic import (
    CaseError,
    Diagnostic,
    Lang,
    Refusal,
    RulesError,
    diagnose,
    in_order,
)
from rutinmotor.ground.diagnostics.keywords import KEYWORDS
from rutinmotor.ground.diagnostics.nearness import folded, nearest
from rutinmotor.ground.diagnostics.place import Place

__all__ = [
    "CODES",
    "KEYWORDS",
    "CaseError",
    "Code",
    "Diagnostic",
    "Lang",
    "Place",
    "Refusal",
    "RulesError",
    "Severity",
    "diagnose",
    "folded",
    "in_order",
    "nearest",
]
