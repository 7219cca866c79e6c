"""Conditions as written in YAML, checked alone (semantics 2.4, 2.5)."""

from __future__ import annotations

from typing import Annotated, Any, Self, TypeAlias

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue.scalars import AsTuple, Id, Shape, Value, as_mapping, fault

RESERVED = ("any", "all", "state", "no_other_in")
ORDER = ("over", "under", "at_least", "at_most")
OPERATORS = ("not", *ORDER, "known")


class Test(Shape):
    """What is asked of one fact: one of some values, none of them, an order, or whether it is given."""

    is_: Annotated[tuple[Value, ...] | None, AsTuple] = Field(default=None, alias="<is>", strict=False)
    not_: Annotated[tuple[Value, ...] | None, BeforeValidator(lambda value: _listed(value))] = Field(
        default=None, alias="not", strict=False, description="Inte det här värdet, eller inget av dem."
    )
    over: Value | None = Field(default=None, description="Större än, eller senare än.")
    under: Value | None = Field(default=None, description="Mindre än, eller tidigare än.")
    at_least: Value | None = Field(default=None, description="Minst, eller tidigast.")
    at_most: Value | None = Field(default=None, description="Högst, eller senast.")
    known: bool | None = Field(default=None, description="Om uppgiften är lämnad (true) eller inte (false).")

    @model_validator(mode="after")
    def _together(self) -> Self:
        given = self.given("is_", "not_", *ORDER, "known")
        if not given:
            raise fault("RM130")
        if len(given) > 1 and not (len(given) == 2 and _a_range(given)):
            raise fault("RM121", first=given[0].rstrip("_"), second=given[1].rstrip("_"), at=given[1].rstrip("_"))
        for name in self.given(*ORDER):
            if isinstance(getattr(self, name), bool):
                raise fault("RM104", at=name)
        return self


def _a_range(given: list[str]) -> bool:
    return bool({"over", "at_least"} & set(given)) and bool({"under", "at_most"} & set(given))


def _listed(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) and value else (value,)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _read_test(value: Any) -> Any:
    if isinstance(value, dict):
        keys: dict[Any, Any] = value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote
        if not keys:
            raise fault("RM130")
        return keys
    listed: list[Any] = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    return {"<is>": listed}


_TEST_SCHEMA: dict[str, Any] = {
    "oneOf": [
        {"type": ["string", "integer", "boolean"]},
        {"type": "array", "items": {"type": ["string", "integer", "boolean"]}, "minItems": 1},
        {
            "type": "object",
            "additionalProperties": False,
            "minProperties": 1,
            "maxProperties": 2,
            "properties": {
                "not": {"type": ["string", "integer", "boolean", "array"]},
                **{name: {"type": ["string", "integer"]} for name in ORDER},
                "known": {"type": "boolean"},
            },
        },
    ]
}
TestText: TypeAlias = Annotated[Test, BeforeValidator(_read_test), WithJsonSchema(_TEST_SCHEMA)]


def _held(value: Any) -> bool:
    if not isinstance(value, bool):
        raise fault("RM105")
    return value


class Condition(Shape):
    """A mapping of which every line must hold; `facts` are the lines that name a fact."""

    # A key that no author can write, as beside `any` and `state` stand the names that she chose.
    facts: dict[Id, TestText] = Field(default_factory=dict[str, Test], alias="<facts>")
    state: dict[Id, Annotated[bool, PlainValidator(_held)]] = Field(default_factory=dict[str, bool])
    no_other_in: Id | None = None
    any: Annotated[tuple[ConditionText, ...], AsTuple] = Field(default=(), strict=False)
    all: Annotated[tuple[ConditionText, ...], AsTuple] = Field(default=(), strict=False)


def _sorted_out(value: Any) -> Any:
    keys = as_mapping(value)
    if not keys:
        raise fault("RM131")
    special = {key: keys.pop(key) for key in RESERVED if key in keys}
    if "state" in special and special["state"] == {}:
        raise fault("RM131", at="state")
    return {"<facts>": keys, **special}


ConditionText: TypeAlias = Annotated[
    Condition,
    BeforeValidator(_sorted_out),
    WithJsonSchema(
        {
            "type": "object",
            "minProperties": 1,
            "description": "Alla rader ska gälla.",
            "properties": {
                "state": {"type": "object", "additionalProperties": {"type": "boolean"}, "minProperties": 1},
                "no_other_in": {"type": "string"},
                "any": {"type": "array", "items": {"type": "object"}, "minItems": 1},
                "all": {"type": "array", "items": {"type": "object"}, "minItems": 1},
            },
            "additionalProperties": _TEST_SCHEMA,
        }
    ),
]
Condition.model_rebuild()


def values_of(test: Test) -> tuple[FactValue, ...]:
    """Every value that a test compares with, in the order written."""
    ordered = tuple(getattr(test, name) for name in ORDER if getattr(test, name) is not None)
    return (test.is_ or ()) + (test.not_ or ()) + ordered
