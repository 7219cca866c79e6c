"""A schema and a vocabulary in, the schema that names the vocabulary's words wherever they may stand out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from rutinmotor.language.catalogue import ISO_DAY, ORDER, CatalogueText
from rutinmotor.language.constructs import Kind, keys_of, names_at, shapes_under
from rutinmotor.language.schemas.telling import Node, keys_in, nodes_in
from rutinmotor.language.schemas.vocabulary import FactWord, Titled, Vocabulary

_NAMES = "names."

# What stands in a case and in a scenario as the value of a key, or in a list there, is the name of what; a rule by its
# full name.
CASE: Mapping[str, Kind] = {"event.type": Kind.EVENT}
SCENARIO: Mapping[str, Kind] = {
    **CASE,
    ".rules": Kind.CATALOGUE,
    **dict.fromkeys((".only", ".absent", ".undetermined", "expected.rule", "listed.rule"), Kind.RULE),
    "expected.escalated_to": Kind.ACTOR,
}


def _places() -> Iterator[tuple[str, Kind]]:
    """Yield what each key of a rule file names, the rest of the shape before it; the root's shape has no name."""
    for shape in shapes_under(CatalogueText):
        holder = "" if shape is CatalogueText else shape.__name__
        for key in keys_of(shape).values():
            if (kind := names_at(key)) is not None:
                yield f"{holder}.{key.written}", kind


_WORDS: Mapping[Kind, str] = {Kind.NUMBER_FACT: "number", Kind.DATE_FACT: "date"}
# Which words may stand as the value of a key, or in a list there.
_PLACES: Mapping[str, str] = {
    **{place: _WORDS.get(kind, kind.value) for place, kind in _places()},
    **{place: "full_rule" if kind is Kind.RULE else kind.value for place, kind in SCENARIO.items()},
}
# Of these a new one may be coined where it is used.
_OPEN = (Kind.URGENCY.value,)


def named(schema: Node, vocabulary: Vocabulary) -> Node:
    """Give the schema with every name that the vocabulary has; where it has none of a kind, the form stays open."""
    schema = deepcopy(schema)
    words = {
        **vocabulary.words,
        "number": {name: one.title for name, one in vocabulary.facts.items() if one.kind == "int"},
        "date": {name: one.title for name, one in vocabulary.facts.items() if one.kind == "date"},
    }
    # An embedded schema refers only to its own shapes.
    for whole in (schema, *(node for node in schema["$defs"].values() if "$defs" in node)):
        _name(whole, words, vocabulary)
    return schema


def _name(schema: Node, words: Mapping[str, Titled], vocabulary: Vocabulary) -> None:
    shapes: Node = schema["$defs"]
    used: set[str] = set()
    for shape, node in (("", schema), *list(shapes.items())):
        for key, value in keys_in(node):
            place = f"{shape}.{key}"
            kind = _PLACES.get(place, "")
            if words.get(kind):
                used.add(kind)
                _choose(value, {"$ref": f"#/$defs/{_NAMES}{kind}"}, keep=kind in _OPEN)
        if shape == "Condition":
            _in_conditions(schema, node, vocabulary)
        elif shape == "facts":
            _in_cases(node, vocabulary.facts)
        elif shape == "event":
            _in_events(node, vocabulary.facts)
    for kind in sorted(used):
        titles = words[kind]
        shapes[f"{_NAMES}{kind}"] = {"enum": list(titles), "enumDescriptions": list(titles.values())}


def _choose(node: Node, names: Node, *, keep: bool) -> None:
    """Put the names in place of the form that a name has, or beside it, at a key and within its lists."""
    for part in list(nodes_in(node)):
        form = {key: part[key] for key in ("type", "pattern") if key in part}
        if (form.get("type") == "string" and "pattern" in form) or part.get("$ref") == "#/$defs/name":
            for key in (*form, "$ref"):
                part.pop(key, None)
            part.update({"anyOf": [names, form]} if keep else names)


def _in_conditions(schema: Node, condition: Node, vocabulary: Vocabulary) -> None:
    """Let a condition name facts and states, and compare each fact with values of its kind."""
    if vocabulary.facts:
        for name, fact in vocabulary.facts.items():
            schema["$defs"][f"Test.{name}"] = _test(schema["$defs"]["Test"], fact)
            condition["properties"][name] = {**_called(fact.title), "$ref": f"#/$defs/Test.{name}"}
        condition["additionalProperties"] = False
        del condition["propertyNames"]
    states = vocabulary.words["state"]
    if states:
        told = condition["properties"]["state"]
        told["properties"] = {name: {"type": "boolean", **_called(title)} for name, title in states.items()}
        told["additionalProperties"] = False
        del told["propertyNames"]


def _test(test: Node, fact: FactWord) -> Node:
    """Give the form of a test of one fact."""
    special = deepcopy(test)
    # Where a pointer rests it is this that is said, not what stands beside the reference.
    if fact.title:
        special["title"] = fact.title
    value = _value(fact)
    for node in nodes_in(special):
        if node.get("type") == ["string", "integer", "boolean"]:
            del node["type"]
            node.update(value)
    if fact.kind not in ("int", "date"):
        form = special["anyOf"][-1]
        for key in ORDER:
            del form["properties"][key]
    else:
        for node in nodes_in(special):
            if node.get("type") == ["string", "integer"]:
                del node["type"]
                node.update(value)
    return special


def _value(fact: FactWord) -> Node:
    match fact.kind:
        case "one_of":
            return {"enum": list(fact.values)}
        case "bool":
            return {"type": "boolean"}
        case "int":
            return {"type": "integer"}
        case "date":
            return {"type": "string", "format": "date", "pattern": ISO_DAY}
        case "text":
            return {"type": "string"}
        case _:
            return {"type": ["string", "integer", "boolean"]}


def _called(title: str) -> Node:
    # Of a key that is offered, an editor shows the description alone.
    return {"description": title} if title else {}


def _in_cases(facts: Node, words: Mapping[str, FactWord]) -> None:
    """Let the facts that a case starts with be those that are known, each with a value of its kind or null."""
    if words:
        facts["properties"] = {name: _given(fact) for name, fact in words.items()}
        facts["additionalProperties"] = False


def _in_events(event: Node, words: Mapping[str, FactWord]) -> None:
    """Let an event's data offer the facts that are known; other data may stand beside them."""
    event["properties"]["data"]["properties"] = {name: _given(fact) for name, fact in words.items()}


def _given(fact: FactWord) -> Node:
    value: dict[str, Any] = _value(fact)
    return {**_called(fact.title), "anyOf": [value, {"type": "null"}]}
