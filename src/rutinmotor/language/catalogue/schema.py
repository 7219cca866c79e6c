"""The model of a catalogue in, its JSON Schema out: what an editor completes and underlines a rule file by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, TypeAlias, cast

from rutinmotor.language.catalogue.catalogue import SECTIONS, CatalogueText
from rutinmotor.language.catalogue.conditions import ORDER, RESERVED
from rutinmotor.language.catalogue.rule import TRIGGER_KINDS
from rutinmotor.language.catalogue.scalars import MOST
from rutinmotor.language.catalogue.times import DEADLINE_KINDS, UNITS

Node: TypeAlias = "dict[str, Any]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ISO_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
_ID = "^[a-z][a-z0-9_]*$"

# Keys that stand only in the model, where it keeps what an author writes as a bare word.
_HIDDEN = (("Deadline", "word"), ("Trigger", "event"))
# The lists that may be empty; every other one is left out instead.
_MAY_BE_EMPTY = ("rules", "extra_free", "extra_working")


def catalogue_schema() -> Node:
    """Give the JSON Schema (draft 2020-12) of a rule file.

    It refuses what is wrong in one mapping alone; what is wrong between the parts of a rule, or between rules, is for
    the checks.
    """
    schema: Node = CatalogueText.model_json_schema(by_alias=True)
    shapes: Node = schema["$defs"]
    for shape, key in _HIDDEN:
        del shapes[shape]["properties"][key]
    for node in list(_nodes(schema)):
        _tidy(node)
    for name, rules in _TOGETHER.items():
        shapes[name].update(rules)
    for unit in UNITS:
        shapes["LongDuration"]["properties"][unit]["minimum"] = 1
    shapes["Deadline"]["properties"]["at_latest"]["not"] = {"required": ["urgency"]}
    shapes["Test"], shapes["Condition"] = _TEST, _CONDITION
    for holder, key in ((schema, "scope"), (shapes["Rule"], "only_if")):
        holder["properties"][key] = {
            "$ref": "#/$defs/Condition",
            "description": holder["properties"][key]["description"],
        }
    for key in SECTIONS:
        section = schema["properties"][key]
        schema["properties"][key] = {"anyOf": [section, {"type": "null"}], "description": section.pop("description")}
    return {"$schema": DIALECT, "title": "Regelkatalog", **schema}


def _nodes(node: Any) -> Iterator[Node]:
    """Yield every mapping of a schema, the innermost first."""
    parts = cast("dict[str, Any]", node).values() if isinstance(node, dict) else cast("list[Any]", node)
    for part in parts:
        if isinstance(part, dict | list):
            yield from _nodes(part)
    if isinstance(node, dict):
        yield cast("Node", node)


def _tidy(node: Node) -> None:
    """Say what the model's own checks of single values ask for, and leave out what only programmers read."""
    if isinstance(node.get("properties"), dict):
        # What describes a whole shape is its docstring, in English.
        node.pop("description", None)
        for key, value in node["properties"].items():
            if value.get("type") == "array" and key not in _MAY_BE_EMPTY:
                value["minItems"] = 1
    if isinstance(node.get("title"), str):
        del node["title"]
    if node.get("default", 0) in (None, [], {}):
        del node["default"]
    kinds: Any = node.get("anyOf")
    if isinstance(kinds, list):
        given = [kind for kind in cast("list[Node]", kinds) if kind != {"type": "null"}]
        if len(given) == 1:
            del node["anyOf"]
            node.update({**given[0], **node})
        else:
            node["anyOf"] = given
    _limit(node)


def _limit(node: Node) -> None:
    kind = node.get("type")
    if kind == "integer":
        node.setdefault("maximum", node.pop("le", MOST))
    elif kind == "array" and "minItems" not in node and "anyOf" in node.get("items", {}):
        node["minItems"] = 1
    elif kind == "string" and node.get("format") == "date":
        node["pattern"] = ISO_DAY
    elif kind == "string" and "minLength" in node:
        node["pattern"] = r"\S"


def _one_of(*keys: str | tuple[str, ...]) -> Node:
    """Demand exactly one of the keys, or of the groups of keys."""
    return {"oneOf": [{"required": [key] if isinstance(key, str) else list(key)} for key in keys]}


def _only_with(**needed: str | list[str]) -> Node:
    return {
        "dependentRequired": {
            key.rstrip("_"): [other] if isinstance(other, str) else other for key, other in needed.items()
        }
    }


_DURATION: Node = {**_one_of(*UNITS), **_only_with(working_days="calendar", calendar="working_days")}
_BOTH_WAYS: Node = {"not": {"required": ["plus", "minus"]}}

# What must, or must not, stand together in one mapping.
_TOGETHER: dict[str, Node] = {
    "Duration": _DURATION,
    "LongDuration": _DURATION,
    "Lead": {**_one_of(*UNITS, "urgency"), **_only_with(working_days="calendar", calendar="working_days")},
    "Deadline": {
        **_one_of(*DEADLINE_KINDS),
        **_only_with(
            working_days="calendar",
            roll="calendar",
            months_ahead="day_of_month",
            plus="date",
            minus="date",
            at_latest="urgency",
        ),
        **_BOTH_WAYS,
    },
    "Trigger": {
        **_one_of(*(kind for kind in TRIGGER_KINDS if kind != "event")),
        **_only_with(
            longer_than="state",
            missing=["since", "for"],
            since="missing",
            for_="missing",
            plus="date",
            minus="date",
            ahead_of="by",
            by="ahead_of",
        ),
        **_BOTH_WAYS,
    },
    "Step": _one_of("after", "before"),
    "Fact": _one_of("one_of", "type"),
    "Repeat": _one_of(("every", "from"), "each") | {"dependentRequired": {"every": ["from"], "from": ["every"]}},
}

_VALUE: Node = {"type": ["string", "integer", "boolean"]}
_ORDERED: Node = {"type": ["string", "integer"]}
_VALUES: Node = {"type": "array", "items": _VALUE, "minItems": 1, "uniqueItems": True}
_TEST: Node = {
    "anyOf": [
        {**_VALUE, "description": "Det här värdet."},
        {**_VALUES, "description": "Något av de här värdena."},
        {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                "not": {
                    "anyOf": [_VALUE, {"type": "array", "items": _VALUE, "minItems": 1}],
                    "description": "Inte det eller de här värdena.",
                },
                "over": {**_ORDERED, "description": "Större än, eller senare än."},
                "under": {**_ORDERED, "description": "Mindre än, eller tidigare än."},
                "at_least": {**_ORDERED, "description": "Minst, eller tidigast."},
                "at_most": {**_ORDERED, "description": "Högst, eller senast."},
                "known": {"type": "boolean", "description": "Om uppgiften är lämnad (true) eller inte (false)."},
            },
            "anyOf": [
                *({"required": [key], "maxProperties": 1} for key in ("not", *ORDER, "known")),
                *(
                    {"required": [low, high], "maxProperties": 2}
                    for low in ("over", "at_least")
                    for high in ("under", "at_most")
                ),
            ],
        },
    ]
}
_SEVERAL: Node = {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1}
_CONDITION: Node = {
    "type": "object",
    "minProperties": 1,
    "properties": {
        "state": {
            "type": "object",
            "propertyNames": {"pattern": _ID},
            "additionalProperties": {"type": "boolean"},
            "minProperties": 1,
            "description": "Tillstånd som ska råda (true) eller inte råda (false).",
        },
        "no_other_in": {
            "type": "string",
            "pattern": _ID,
            "description": "Tillståndet råder inte för någon annan del av ärendet.",
        },
        "any": {**_SEVERAL, "description": "Minst ett av villkoren ska gälla."},
        "all": {**_SEVERAL, "description": "Alla villkoren ska gälla."},
    },
    "propertyNames": {"pattern": _ID},
    "additionalProperties": {"$ref": "#/$defs/Test"},
}
assert tuple(sorted(_CONDITION["properties"])) == tuple(sorted(RESERVED))
