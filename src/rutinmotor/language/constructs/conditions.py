"""Conditions as written in YAML, checked alone (semantics 2.4, 2.5)."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from typing import Annotated, Any, NamedTuple, Self, TypeAlias

from rutinmotor.language.case import FactValue
from rutinmotor.language.constructs.keys import key, keyless
from rutinmotor.language.constructs.names import FactName, StateName
from rutinmotor.language.constructs.scalars import VALUE_FORM, AsTuple, Value, as_mapping
from rutinmotor.language.constructs.walk import keys_of
from rutinmotor.language.shapes import ID_PATTERN, BeforeValidator, PlainValidator, Shape, fault, model_validator

RESERVED = ("any", "all", "state", "no_other_in")


class Ordering(NamedTuple):
    """What an order asks: `holds` of a value and the bound; whether the bound is the least, and itself inside."""

    holds: Callable[[Any, Any], bool]
    from_below: bool
    inclusive: bool


ORDER: Mapping[str, Ordering] = {
    "over": Ordering(operator.gt, from_below=True, inclusive=False),
    "under": Ordering(operator.lt, from_below=False, inclusive=False),
    "at_least": Ordering(operator.ge, from_below=True, inclusive=True),
    "at_most": Ordering(operator.le, from_below=False, inclusive=True),
}
LEAST = tuple(name for name, one in ORDER.items() if one.from_below)
MOST = tuple(name for name, one in ORDER.items() if not one.from_below)


class Test(Shape):
    """What is asked of one fact: one of some values, none of them, an order, or whether it is given."""

    is_: Annotated[tuple[Value, ...] | None, AsTuple] = keyless(default=None, alias="<is>", strict=False)
    not_: Annotated[tuple[Value, ...] | None, BeforeValidator(lambda value: _listed(value))] = key(
        ("Inte", "Not"),
        "Inte det eller de här värdena.",
        "Not this value, or none of these.",
        default=None,
        alias="not",
        strict=False,
    )
    over: Value | None = key(
        ("Mer än", "More than"),
        "Mer än, eller senare än.",
        "More than, or later than.",
        default=None,
    )
    under: Value | None = key(
        ("Mindre än", "Less than"),
        "Mindre än, eller tidigare än.",
        "Less than, or earlier than.",
        default=None,
    )
    at_least: Value | None = key(
        ("Minst", "At least"),
        "Minst, eller tidigast.",
        "At least, or no earlier than.",
        default=None,
    )
    at_most: Value | None = key(
        ("Högst", "At most"),
        "Högst, eller senast.",
        "At most, or no later than.",
        default=None,
    )
    known: bool | None = key(
        ("Angiven", "Given"),
        "Om uppgiften är angiven (true) eller inte (false).",
        "Whether the fact is given (true) or not (false).",
        default=None,
    )

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
    return bool(set(LEAST) & set(given)) and bool(set(MOST) & set(given))


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


TestText: TypeAlias = Annotated[Test, BeforeValidator(_read_test)]


def _held(value: Any) -> bool:
    if not isinstance(value, bool):
        raise fault("RM105")
    return value


class Condition(Shape):
    """A mapping of which every line must hold; `facts` are the lines that name a fact."""

    # A key that no author can write, as beside `any` and `state` stand the names that she chose.
    facts: dict[FactName, TestText] = keyless(default_factory=dict[str, Test], alias="<facts>")
    state: dict[StateName, Annotated[bool, PlainValidator(_held)]] = key(
        ("Tillstånd", "State"),
        "Tillstånd som ska gälla (true) eller inte gälla (false).",
        "States that must hold (true) or must not (false).",
        default_factory=dict[str, bool],
    )
    no_other_in: StateName | None = key(
        ("Ingen annan del i", "No other item in"),
        "Tillståndet gäller inte för någon annan del av ärendet.",
        "The state holds for no other item of the case.",
        default=None,
    )
    any: Annotated[tuple[ConditionText, ...], AsTuple] = key(
        ("Minst ett av detta", "At least one of these"),
        "Minst ett av villkoren ska gälla.",
        "At least one of the conditions must hold.",
        default=(),
        strict=False,
    )
    all: Annotated[tuple[ConditionText, ...], AsTuple] = key(
        ("Allt detta", "All of these"),
        "Alla villkoren ska gälla.",
        "All of the conditions must hold.",
        default=(),
        strict=False,
    )

    @property
    def asks_for_a_state(self) -> bool:
        """Whether it, or any part of it, names a state."""
        return bool(self.state or self.no_other_in) or any(one.asks_for_a_state for one in (*self.any, *self.all))


def _sorted_out(value: Any) -> Any:
    keys = as_mapping(value)
    if not keys:
        raise fault("RM131")
    special = {key: keys.pop(key) for key in RESERVED if key in keys}
    if "state" in special and special["state"] == {}:
        raise fault("RM131", at="state")
    return {"<facts>": keys, **special}


ConditionText: TypeAlias = Annotated[Condition, BeforeValidator(_sorted_out)]
Condition.model_rebuild()


def _described(shape: type[Shape], **forms: Any) -> dict[str, Any]:
    """Give the form of each key with the description that stands at the model's field, in the model's order."""
    about = {one.written: one.about for one in keys_of(shape).values()}
    return {name: {**forms[name], "description": said.description.sv} for name, said in about.items() if name and said}


_ORDERED = {"type": ["string", "integer"]}
_VALUES = {"type": "array", "items": VALUE_FORM, "minItems": 1}
_SEVERAL = {"type": "array", "items": {"$ref": "#/$defs/Condition"}, "minItems": 1}
# The JSON Schema of what the two models read: an author writes them in more ways than the model keeps.
FORMS: Mapping[str, dict[str, Any]] = {
    "Test": {
        "anyOf": [
            {**VALUE_FORM, "description": "Det här värdet."},
            {**_VALUES, "uniqueItems": True, "description": "Något av de här värdena."},
            {
                "type": "object",
                "additionalProperties": False,
                "properties": _described(
                    Test,
                    **dict.fromkeys(ORDER, _ORDERED),
                    **{"not": {"anyOf": [VALUE_FORM, _VALUES]}, "known": {"type": "boolean"}},
                ),
                "anyOf": [
                    *({"required": [name], "maxProperties": 1} for name in ("not", *ORDER, "known")),
                    *({"required": [low, high], "maxProperties": 2} for low in LEAST for high in MOST),
                ],
            },
        ]
    },
    "Condition": {
        "type": "object",
        "minProperties": 1,
        "properties": _described(
            Condition,
            state={
                "type": "object",
                "propertyNames": {"pattern": ID_PATTERN},
                "additionalProperties": {"type": "boolean"},
                "minProperties": 1,
            },
            no_other_in={"type": "string", "pattern": ID_PATTERN},
            any=_SEVERAL,
            all=_SEVERAL,
        ),
        "propertyNames": {"pattern": ID_PATTERN},
        "additionalProperties": {"$ref": "#/$defs/Test"},
    },
}


def values_of(test: Test) -> tuple[FactValue, ...]:
    """Every value that a test compares with, in the order written."""
    ordered = tuple(getattr(test, name) for name in ORDER if getattr(test, name) is not None)
    return (test.is_ or ()) + (test.not_ or ()) + ordered
