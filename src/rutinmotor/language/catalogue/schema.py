"""The model of a catalogue in, its JSON Schema out: what an editor completes and underlines a rule file by."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from typing import Any, TypeAlias, cast

from rutinmotor.ground.days import UNITS
from rutinmotor.language.catalogue.catalogue import SECTIONS, CatalogueText
from rutinmotor.language.constructs import COMPANIONS, DEADLINE_KINDS, FORMS, MOST, TRIGGERS, together

Node: TypeAlias = "dict[str, Any]"

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ISO_DAY = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

# Keys that stand only in the model, where it keeps what an author writes as a bare word.
_HIDDEN = (("Deadline", "word"), ("EndingLine", "word"), ("StateEnd", "word"), ("Trigger", "event"))
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
    # Last, as they stand in for what the model says of itself.
    for shape, form in FORMS.items():
        shapes.pop(shape)
        shapes[shape] = deepcopy(form)
    for holder, name in ((schema, "scope"), (shapes["Rule"], "only_if")):
        node = holder["properties"][name]
        # Printed in this order from the first version on; a schema that is kept beside rules is compared line by line.
        holder["properties"][name] = {"$ref": node.pop("$ref"), **node}
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
            **COMPANIONS,
        ),
        **_BOTH_WAYS,
    },
    "Trigger": {**_one_of(*(kind for kind in TRIGGERS if kind != "event")), **together()},
    "EndingLine": {**_one_of(("event", "of"), "overdue", "date"), **_only_with(event="of", of="event")},
    "StateEnd": _one_of("date", "after", "overdue"),
    "Step": _one_of("after", "before"),
    "Fact": {
        **_one_of("one_of", "type"),
        "not": {"required": ["of", "only_forward"], "properties": {"only_forward": {"const": True}}},
    },
    "Repeat": _one_of(("every", "from"), "each")
    | {"dependentRequired": {"every": ["from"], "from": ["every"], "first": ["each"], "period_of": ["each"]}},
}
