"""The shape of a scenario in, its JSON Schema out: the form that staff write beside their rules."""

from __future__ import annotations

from typing import Any

from rutinmotor.language.casefile import case_schema
from rutinmotor.language.catalogue import DIALECT
from rutinmotor.language.shapes import Shape, object_of
from rutinmotor.workbench.scenario.shape_of_scenario import CASE_ID, ExpectedText, ListedText, ScenarioText

_NAMES: dict[type[Shape], str] = {ExpectedText: "expected", ListedText: "listed"}


def scenario_schema() -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of a scenario."""
    scenario = object_of(ScenarioText, _NAMES)
    properties = scenario.pop("properties")
    return {
        "$schema": DIALECT,
        "title": "Scenario",
        **scenario,
        "anyOf": [{"required": ["expect"]}, {"required": ["absent"]}, {"required": ["undetermined"]}],
        "dependentRequired": {"only": ["expect"]},
        "properties": properties,
        "$defs": {
            **{name: object_of(shape, _NAMES) for shape, name in _NAMES.items()},
            "case": {**case_schema(), "$id": CASE_ID},
        },
    }
