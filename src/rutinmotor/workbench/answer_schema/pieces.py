"""A type of the engine's answers in, the JSON Schema of what it is as plain data out; so no key is typed twice."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from inspect import isabstract
from types import NoneType, UnionType
from typing import Any, Literal, TypeAlias, Union, cast, get_args, get_origin, get_type_hints

from rutinmotor.engine.evaluation import Obligation, TriggerRecord
from rutinmotor.engine.explanation import TriggerLine
from rutinmotor.language.constructs import TRIGGERS

Node: TypeAlias = "dict[str, Any]"

TEXT: Node = {"type": "string"}
NUMBER: Node = {"type": "integer"}
YES_OR_NO: Node = {"type": "boolean"}
DAY: Node = {"type": "string", "format": "date"}
TRIGGER_KIND: Node = {"enum": sorted(TRIGGERS)}
# In both languages.
BOTH: Node = {"type": "object", "properties": {"sv": TEXT, "en": TEXT}, "required": ["sv", "en"]}
_SIMPLE: Mapping[object, Node] = {
    str: TEXT,
    int: NUMBER,
    bool: YES_OR_NO,
    date: DAY,
    NoneType: {"type": "null"},
    object: {},
    Any: {},
}
# Where a type says only that something is a text, and a register says which.
_KINDS: Mapping[tuple[object, str], Node] = {(TriggerRecord, "kind"): TRIGGER_KIND, (TriggerLine, "kind"): TRIGGER_KIND}
# Of an obligation's properties, those that stand together under one key.
_SOURCE = ("section", "duties")


def record(**properties: Node) -> Node:
    """Give the schema of an object that has each of these keys; what more it may have is not said."""
    return {"type": "object", "properties": properties, "required": [*properties]}


def listing(of: Node) -> Node:
    """Give the schema of a list."""
    return {"type": "array", "items": of}


def mapping(of: Node) -> Node:
    """Give the schema of an object whose keys are names."""
    return {"type": "object", "additionalProperties": of}


def word(*words: str) -> Node:
    """Give the schema of one of some words."""
    return {"enum": [*words]}


def or_null(node: Node) -> Node:
    """Give the schema of something that may be missing."""
    return {"anyOf": [node, {"type": "null"}]}


class Pieces:
    """The types met so far, each under `$defs` by its name."""

    def __init__(self) -> None:
        self.defs: dict[str, Node] = {}

    def of(self, kind: Any) -> Node:
        """Give the schema of a type; a class with fields is defined once, and referred to."""
        simple = _SIMPLE.get(kind)
        if simple is not None:
            return simple
        outer = get_origin(kind)
        if outer is Literal:
            return word(*get_args(kind))
        if outer in (Union, UnionType):
            return {"anyOf": [self.of(one) for one in get_args(kind)]}
        if outer is tuple:
            return self._tuple(get_args(kind))
        if isabstract(kind):
            return {"anyOf": [self.of(one) for one in _kinds_of(kind)]}
        if not isinstance(kind, type):
            raise TypeError(kind)
        return self.named(kind.__name__, lambda: self._object(kind))

    def named(self, name: str, make: Callable[[], Node]) -> Node:
        """Refer to a definition, made the first time."""
        if name not in self.defs:
            self.defs[name] = {}
            self.defs[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def _tuple(self, parts: tuple[Any, ...]) -> Node:
        if len(parts) == 2 and parts[1] is ...:
            return listing(self.of(parts[0]))
        return {**listing({}), "prefixItems": [self.of(one) for one in parts], "items": False, "minItems": len(parts)}

    def _object(self, kind: type[object]) -> Node:
        if kind is Obligation:
            return self._obligation()
        hints = get_type_hints(kind)
        shape = cast("Any", kind)
        names: list[str] = [one.name for one in fields(shape)] if is_dataclass(shape) else [*shape._fields]
        return record(**{name: _KINDS.get((kind, name)) or self.of(hints[name]) for name in names})

    def _obligation(self) -> Node:
        """Describe an obligation by the types of its properties."""
        getters = {
            name: one.fget for name, one in vars(Obligation).items() if isinstance(one, property) and name[0] != "_"
        }
        found = {name: self.of(get_type_hints(getter)["return"]) for name, getter in getters.items()}
        source = record(**{name: found.pop(name) for name in _SOURCE})
        return record(**found, source=source)


def _kinds_of(kind: type) -> list[type]:
    """Give the kinds of something that only is of some kind, by name; a class made anew with slots counts once."""
    found = {one.__name__: one for one in kind.__subclasses__() if is_dataclass(one)}
    return [found[name] for name in sorted(found)]
