"""Scalars of the rule language: a YAML value in, a checked value or a fault with its code out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from rutinmotor.language.case import FactValue
from rutinmotor.language.shapes import (
    ID_PATTERN,
    REFERENCE_PATTERN,
    BeforeValidator,
    PlainValidator,
    WithJsonSchema,
    a_text,
    as_written,
    fault,
    is_id,
    is_reference,
)

_CODE = re.compile(r"RM[0-9]{3}\Z")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")


def _an_id(value: Any, at: str = "") -> str:
    if not isinstance(value, str):
        raise fault("RM103", at=at)
    if not is_id(value):
        raise fault("RM110", value=value, at=at, example="plan_slutford")
    return value


def _a_reference(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("RM103")
    if not is_reference(value):
        raise fault("RM110", value=value, example="plan_slutford")
    return value


def _a_code(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("RM103")
    if not _CODE.match(value):
        raise fault("RM118", value=value)
    return value


def as_day(value: Any) -> date:
    """Read an ISO date (YYYY-MM-DD) or pass on a date; anything else is a fault."""
    if isinstance(value, str) and _ISO_DATE.match(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            raise fault("RM109", value=value) from None
    if type(value) is date:
        return value
    raise fault("RM109", value=as_written(value))


def _whole(value: Any, least: int) -> int:
    if type(value) is not int:
        raise fault("RM104")
    if value < least:
        raise fault("RM112", value=value, least=least)
    if value > MOST:
        raise fault("RM113", value=value, most=MOST)
    return value


def _number(value: Any) -> int:
    return _whole(value, 0)


def _at_least_one(value: Any) -> int:
    return _whole(value, 1)


def _number_or_fact(value: Any) -> int | str:
    # Digits in quotes are a number gone wrong, not the name of a fact.
    if isinstance(value, str) and not value.isdecimal():
        return _an_id(value)
    return _number(value)


def _one_or_many(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        return (_an_id(value),)
    return tuple(_an_id(one, at=str(index)) for index, one in enumerate(_several(value)))


def _rows(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise fault("RM106")
    return value  # pyright: ignore[reportUnknownVariableType]  # a list of whatever the author wrote


def _several(value: Any) -> list[Any]:
    """Pass on a list that is not empty and names nothing twice; anything else is a fault."""
    values = _rows(value)
    if not values:
        raise fault("RM114")
    seen: dict[str, int] = {}
    for index, one in enumerate(values):
        # As text with its kind, because 1 and true would be the same in a set.
        key = f"{type(one)} {one}"
        if not isinstance(one, dict | list) and key in seen:
            raise fault("RM115", value=as_written(one), at=str(index), already=str(seen[key]))
        seen[key] = index
    return values


def one_or_several(value: Any) -> tuple[Any, ...]:
    """Read one thing alone, or a list that is not empty and names nothing twice; any other list is a fault."""
    return tuple(_several(value)) if isinstance(value, list) else (value,)


def _a_value(value: Any) -> FactValue:
    if isinstance(value, bool | int | str) or type(value) is date:
        return value
    raise fault("RM116")


def as_mapping(value: Any) -> dict[str, Any]:
    """Pass on a mapping; anything else is a fault."""
    if not isinstance(value, Mapping):
        raise fault("RM107")
    return dict(value)  # pyright: ignore[reportUnknownArgumentType]  # of whatever the author wrote


# No count of days, weeks, months or years that stays within years 1 to 9999 is larger.
MOST = 3_660_000

_ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN}
_TEXT_SCHEMA = {"type": "string", "minLength": 1}
VALUE_FORM = {"type": ["string", "integer", "boolean"]}

Id: TypeAlias = Annotated[str, PlainValidator(_an_id), WithJsonSchema(_ID_SCHEMA)]
RuleRef: TypeAlias = Annotated[
    str,
    PlainValidator(_a_reference),
    WithJsonSchema({"type": "string", "pattern": REFERENCE_PATTERN}),
]
Text: TypeAlias = Annotated[str, PlainValidator(a_text), WithJsonSchema(_TEXT_SCHEMA)]
CodeText: TypeAlias = Annotated[
    str, PlainValidator(_a_code), WithJsonSchema({"type": "string", "pattern": "^RM[0-9]{3}$"})
]
Day: TypeAlias = Annotated[date, PlainValidator(as_day), WithJsonSchema({"type": "string", "format": "date"})]
Number: TypeAlias = Annotated[int, PlainValidator(_number), WithJsonSchema({"type": "integer", "minimum": 0})]
Count: TypeAlias = Annotated[int, PlainValidator(_at_least_one), WithJsonSchema({"type": "integer", "minimum": 1})]
NumberOrFact: TypeAlias = Annotated[
    int | str,
    PlainValidator(_number_or_fact),
    WithJsonSchema({"oneOf": [{"type": "integer", "minimum": 0}, _ID_SCHEMA]}),
]
Ids: TypeAlias = Annotated[
    tuple[str, ...],
    PlainValidator(_one_or_many),
    WithJsonSchema({"oneOf": [_ID_SCHEMA, {"type": "array", "items": _ID_SCHEMA, "minItems": 1, "uniqueItems": True}]}),
]
Value: TypeAlias = Annotated[FactValue, PlainValidator(_a_value), WithJsonSchema(VALUE_FORM)]
# Lists come from YAML as Python lists; the model keeps tuples.
AsTuple = BeforeValidator(lambda value: tuple(_several(value)))
AsRows = BeforeValidator(lambda value: tuple(_rows(value)))
Roll: TypeAlias = Literal["next_working_day", "previous_working_day"]
