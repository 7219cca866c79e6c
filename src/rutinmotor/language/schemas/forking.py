"""A schema in, one that tells a mapping from other values before it looks inside out; what an editor is given."""

from __future__ import annotations

from copy import deepcopy

from rutinmotor.language.schemas.telling import Node, nodes_in


def forked(schema: Node) -> Node:
    """Give a schema that takes the same, but says of a mapping with one misspelt key that the key is unknown.

    Of a value that fits none of several forms, an editor says what is wrong with the one that it guesses was meant,
    and of a mapping without any right key it guesses that it should have been a word.
    """
    schema = deepcopy(schema)
    for node in list(nodes_in(schema)):
        forms: list[Node] = node["anyOf"] if isinstance(node.get("anyOf"), list) else []
        mappings = [form for form in forms if _is_mapping(form, schema)]
        if len(forms) > 1 and len(mappings) == 1:
            others = [form for form in forms if form is not mappings[0]]
            del node["anyOf"]
            node["oneOf"] = [*mappings, *others]
    return schema


def _is_mapping(form: Node, schema: Node) -> bool:
    shape: Node = schema["$defs"].get(str(form.get("$ref", "")).removeprefix("#/$defs/"), form)
    return shape.get("type") == "object"
