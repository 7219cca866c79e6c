"""The schema of a case in, that of a scenario (a rule's test) out: the shape that staff write beside their rules."""

from __future__ import annotations

from typing import Any, Final

from rutinmotor.language.casefile import case_schema
from rutinmotor.language.catalogue import DIALECT, ISO_DAY
from rutinmotor.workbench.scenario.keys import BREACHES, CATALOGUE, LIGHTS, LISTED_KEYS, RULE, STATUSES

_RULE: Final = {"type": "string", "pattern": RULE.pattern}
_RULE_KEY: Final = {**_RULE, "description": "Regelns fullständiga namn, till exempel sol.plan_slutford."}
_ITEM_KEY: Final = {"type": ["string", "null"], "description": "Delen av ärendet, eller null för hela ärendet."}
_DAY: Final = {"type": "string", "format": "date", "pattern": ISO_DAY}
_DAY_OR_NONE: Final = {"anyOf": [_DAY, {"type": "null"}]}
_NAME: Final = {"type": "string", "pattern": r"\S"}
_RULE_OR_LINE: Final = {"anyOf": [_RULE, {"$ref": "#/$defs/listed"}]}
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
        "anyOf": [{"required": ["expect"]}, {"required": ["absent"]}, {"required": ["undetermined"]}],
        "dependentRequired": {"only": ["expect"]},
        "properties": {
            "scenario": {**_NAME, "description": "Vad exemplet visar, i en mening."},
            "rules": {
                **_names({"type": "string", "pattern": CATALOGUE.pattern}),
                "description": "Katalogerna som reglerna tas från; de som de i sin tur använder följer med.",
            },
            "case": {"$ref": _CASE_ID, "description": "Ärendet, i samma form som i en ärendefil."},
            "at": {**_DAY, "description": "Dagen som ärendet bedöms."},
            "known": {**_DAY, "description": "Bara det som hade registrerats senast den här dagen räknas."},
            "expect": {
                "type": "array",
                "items": {"$ref": "#/$defs/expected"},
                "minItems": 1,
                "description": "Krav som ska finnas i svaret, en rad för varje krav.",
            },
            "only": {
                **_names(_RULE),
                "description": "Regler som inte ska ha gett något annat än det som står under `expect`.",
            },
            "absent": {
                **_names(_RULE_OR_LINE),
                "description": "Regler som varken ska ha gett något krav eller lämnas obedömda.",
            },
            "undetermined": {
                **_names(_RULE_OR_LINE),
                "description": "Regler som inte ska kunna bedömas, för att uppgifter saknas.",
            },
        },
        "$defs": {"expected": _expected(), "listed": _listed(), "case": {**case_schema(), "$id": _CASE_ID}},
    }


def _names(kind: dict[str, Any]) -> dict[str, Any]:
    return {"type": "array", "items": kind, "minItems": 1, "uniqueItems": True}


def _listed() -> dict[str, Any]:
    """Give the schema of a rule that is listed for one item of the case."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(LISTED_KEYS),
        "properties": {"rule": _RULE_KEY, "item": _ITEM_KEY},
    }


def _expected() -> dict[str, Any]:
    """Give the schema of one obligation that is expected; what is not written is not compared."""
    return {
        "type": "object",
        "additionalProperties": False,
        "required": ["rule"],
        "properties": {
            "rule": _RULE_KEY,
            "item": _ITEM_KEY,
            "opened": {**_DAY, "description": "Dagen då kravet uppstod."},
            "status": {"enum": list(STATUSES), "description": "Hur det står till med kravet."},
            "light": {
                "enum": [*LIGHTS, None],
                "description": "Ljuset, eller null när kravet inte är öppet.",
            },
            "due": {**_DAY_OR_NONE, "description": "Sista dagen, eller null om det inte finns någon."},
            "fulfilled_on": {**_DAY_OR_NONE, "description": "Dagen då det gjordes, eller null om det inte är gjort."},
            "ended_on": {
                **_DAY_OR_NONE,
                "description": "Dagen då kravet föll bort, eller null om det inte har gjort det.",
            },
            "escalated_to": {
                "type": "array",
                "items": {"type": "string", "pattern": CATALOGUE.pattern},
                "uniqueItems": True,
                "description": "Alla som det har förts vidare till hittills; en tom lista om ingen.",
            },
            "breaches": {
                "type": "array",
                "items": {"enum": list(BREACHES)},
                "uniqueItems": True,
                "description": "Alla slags avvikelser från regeln; en tom lista om inga.",
            },
        },
    }
