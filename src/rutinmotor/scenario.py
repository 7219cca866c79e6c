"""The schema of a case in, that of a scenario (a rule's test) out: the shape that staff write beside their rules."""

from __future__ import annotations

from typing import Any, Final

from rutinmotor.casefile import case_schema
from rutinmotor.catalogue.schema import DIALECT, ISO_DAY
from rutinmotor.evaluation import STATUSES

_RULE: Final = {"type": "string", "pattern": r"^[a-z][a-z0-9_]*\.[a-z][a-z0-9_]*$"}
_DAY: Final = {"type": "string", "format": "date", "pattern": ISO_DAY}
_NAME: Final = {"type": "string", "pattern": r"\S"}
# An embedded schema with a name of its own keeps its references to itself.
_CASE_ID: Final = "urn:rutinmotor:case"


def scenario_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a scenario."""
    return {
        "$schema": DIALECT,
        "title": "Scenario",
        "type": "object",
        "additionalProperties": False,
        "required": ["scenario", "rules", "case", "at"],
        "anyOf": [{"required": ["expect"]}, {"required": ["absent"]}],
        "properties": {
            "scenario": {**_NAME, "description": "Vad exemplet visar, i en mening."},
            "rules": {
                "type": "array",
                "items": {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"},
                "minItems": 1,
                "uniqueItems": True,
                "description": "Katalogerna som reglerna tas från.",
            },
            "case": {"$ref": _CASE_ID, "description": "Ärendet, i samma form som i en ärendefil."},
            "at": {**_DAY, "description": "Dagen som ärendet bedöms."},
            "known": {**_DAY, "description": "Bara det som hade registrerats senast den här dagen räknas."},
            "expect": {
                "type": "array",
                "items": {"$ref": "#/$defs/expected"},
                "minItems": 1,
                "description": "Krav som ska finnas i svaret.",
            },
            "absent": {
                "type": "array",
                "items": _RULE,
                "minItems": 1,
                "uniqueItems": True,
                "description": "Regler som inte ska ha gett något krav.",
            },
        },
        "$defs": {"expected": _expected(), "case": {**case_schema(), "$id": _CASE_ID}},
    }


def _expected() -> dict[str, Any]:
    """Give the schema of one obligation that is expected; what is not written is not compared."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["rule"],
        "properties": {
            "rule": {**_RULE, "description": "Regelns fullständiga namn, till exempel sol.plan_slutford."},
            "item": {"type": ["string", "null"], "description": "Delen av ärendet, eller null för hela ärendet."},
            "status": {"enum": list(STATUSES), "description": "Hur det står till med kravet."},
            "light": {
                "enum": ["green", "yellow", "red", None],
                "description": "Ljuset, eller null när kravet inte är öppet.",
            },
            "opened": {**_DAY, "description": "Dagen då kravet uppstod."},
            "due": {
                "anyOf": [_DAY, {"type": "null"}],
                "description": "Sista dagen, eller null om det inte finns någon.",
            },
            "fulfilled_on": {"anyOf": [_DAY, {"type": "null"}], "description": "Dagen då det gjordes."},
        },
    }
