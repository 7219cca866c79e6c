"""A declared shape in, the JSON Schema of its mapping out; asked for by editors and other systems."""

from __future__ import annotations

import types
from collections.abc import Mapping
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from rutinmotor.language.shapes.parts import Read, Rows
from rutinmotor.language.shapes.shape import Shape

Node: TypeAlias = "dict[str, Any]"


def object_of(shape: type[Shape], names: Mapping[type[Shape], str]) -> Node:
    """Describe a mapping of a shape; `names` are those of the shapes that are referred to."""
    fields = shape.model_fields.items()
    required = [key for key, info in fields if info.is_required()]
    return {
        "type": "object",
        "additionalProperties": False,
        **({"required": required} if required else {}),
        "properties": {key: _of_key(info, names) for key, info in fields},
    }


def _of_key(info: FieldInfo, names: Mapping[type[Shape], str]) -> Node:
    schema = _of(info.annotation, tuple(info.metadata), names)
    if info.title:
        return {"title": info.title, "description": info.description, **schema}
    return {**schema, "description": info.description}


def _of(annotation: Any, marks: tuple[Any, ...], names: Mapping[type[Shape], str]) -> Node:
    """Describe a value by what it is declared with, else by its type."""
    for mark in marks:
        match mark:
            case Read():
                return dict(mark.schema)
            case Rows():
                rows = {"type": "array", "items": _of(get_args(annotation)[0], (), names)}
                least = {"minItems": mark.least} if mark.least else {}
                return {**rows, **least, **({"uniqueItems": True} if mark.apart else {})}
            case _:
                pass
    origin, parts = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _of(parts[0], parts[1:], names)
    if origin is Literal:
        return {"enum": list(parts)}
    if origin in (Union, types.UnionType):
        kinds = [_of(part, (), names) for part in parts if part is not type(None)]
        words = [word for kind in kinds for word in kind.get("enum", ())]
        if words:
            return {"enum": [*words, None]}
        return {"anyOf": [*kinds, {"type": "null"}] if type(None) in parts else kinds}
    return {"$ref": f"#/$defs/{names[annotation]}"}
