"""A schema and a vocabulary in, the schema that names the vocabulary's words wherever they may stand out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from typing import Any

from rutinmotor.language.catalogue import ISO_DAY
from rutinmotor.language.schemas.telling import Node, keys_in, nodes_in
from rutinmotor.language.schemas.vocabulary import FactWord, Titled, Vocabulary

_NAMES = "names."

# Which words may stand as the value of a key, or in a list there.
_PLACES: Mapping[str, str] = {
    ".uses": "catalogue",
    ".rules": "catalogue",  # of a scenario; the rules of a catalogue are no names
    ".only": "full_rule",
    ".absent": "full_rule",
    ".undetermined": "full_rule",
    "State.begins": "event",
    "State.ends": "event",
    "Rule.actor": "actor",
    "Rule.trigger": "event",
    "Rule.fulfilled_by": "event",
    "Rule.ends_with": "event",
    "Rule.counts_from": "event",
    "Rule.backdating": "date",
    "Rule.paused_while": "state",
    "ExtendedBy.event": "event",
    "Step.to": "actor",
    "Trigger.overdue": "rule",
    "Trigger.fulfilled": "rule",
    "Trigger.ahead_of": "rule",
    "Trigger.state": "state",
    "Trigger.missing": "event",
    "Trigger.since": "event",
    "Trigger.date": "date",
    **{f"{shape}.calendar": "calendar" for shape in ("Duration", "LongDuration", "Lead", "Deadline")},
    **{f"Deadline.{unit}": "number" for unit in ("days", "weeks", "months", "years", "working_days")},
    "Deadline.date": "date",
    "Deadline.before": "event",
    "Condition.no_other_in": "state",
    "event.type": "event",
    "expected.rule": "full_rule",
    "listed.rule": "full_rule",
    "expected.escalated_to": "actor",
}
# Of these a new one may be coined where it is used.
_OPEN: Mapping[str, str] = {"Deadline.urgency": "urgency", "Lead.urgency": "urgency"}


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
            kind = _PLACES.get(place) or _OPEN.get(place) or ""
            if words.get(kind):
                used.add(kind)
                _choose(value, {"$ref": f"#/$defs/{_NAMES}{kind}"}, keep=place in _OPEN)
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
        for key in ("over", "under", "at_least", "at_most"):
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
