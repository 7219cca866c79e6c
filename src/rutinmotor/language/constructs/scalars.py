"""Scalars of the rule language: a YAML value in, a checked value or a fault with its code out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any, Literal, TypeAlias

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from rutinmotor.language.case import FactValue

_ID = re.compile(r"[a-z][a-z0-9_]*\Z")
_REFERENCE = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?\Z")
_CODE = re.compile(r"RM[0-9]{3}\Z")
_ISO_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# How much of an author's text a sentence about it repeats, in characters.
_QUOTED = 60


def fault(code: str, **values: str | int) -> PydanticCustomError:
    """Make the exception that carries a diagnostic's code and values through pydantic to `catalogue.faults`.

    A value named `at` is a key, or keys joined by dots, below the place where the fault was found.
    """
    return PydanticCustomError(code, code, values)  # pyright: ignore[reportArgumentType]  # codes are data here


class Shape(BaseModel):
    """What every mapping of the rule language has in common: frozen, strict, no unknown keys."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)

    def given(self, *names: str) -> list[str]:
        """Return those of the named fields that the author wrote."""
        return [name for name in names if name in self.model_fields_set and getattr(self, name) is not None]


def as_written(value: Any) -> str | int:
    """Return a value as its author wrote it, or the first of it: what a sentence about it can quote."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return value
    text = str(value)
    return text if len(text) <= _QUOTED else f"{text[:_QUOTED]}…"


def _an_id(value: Any, at: str = "") -> str:
    if not isinstance(value, str):
        raise fault("RM103", at=at)
    if not _ID.match(value):
        raise fault("RM110", value=value, at=at)
    return value


def _a_reference(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("RM103")
    if not _REFERENCE.match(value):
        raise fault("RM110", value=value)
    return value


def _a_text(value: Any) -> str:
    if not isinstance(value, str):
        raise fault("RM103")
    if not value.strip():
        raise fault("RM111")
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
    raise fault("RM109", value=str(value))


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
    return tuple(_an_id(one, at=str(index)) for index, one in enumerate(several(value)))


def _rows(value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise fault("RM106")
    return value  # pyright: ignore[reportUnknownVariableType]  # a list of whatever the author wrote


def several(value: Any) -> list[Any]:
    """Pass on a list that is not empty and names nothing twice; anything else is a fault."""
    values = _rows(value)
    if not values:
        raise fault("RM114")
    seen: set[str] = set()
    for index, one in enumerate(values):
        # As text with its kind, because 1 and true would be the same in a set.
        key = f"{type(one)} {one}"
        if not isinstance(one, dict | list) and key in seen:
            raise fault("RM115", value=str(one), at=str(index))
        seen.add(key)
    return values


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

ID_PATTERN = "^[a-z][a-z0-9_]*$"
_ID_SCHEMA = {"type": "string", "pattern": ID_PATTERN}
_TEXT_SCHEMA = {"type": "string", "minLength": 1}
VALUE_FORM = {"type": ["string", "integer", "boolean"]}

Id: TypeAlias = Annotated[str, PlainValidator(_an_id), WithJsonSchema(_ID_SCHEMA)]
RuleRef: TypeAlias = Annotated[
    str,
    PlainValidator(_a_reference),
    WithJsonSchema({"type": "string", "pattern": "^[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)?$"}),
]
Text: TypeAlias = Annotated[str, PlainValidator(_a_text), WithJsonSchema(_TEXT_SCHEMA)]
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
AsTuple = BeforeValidator(lambda value: tuple(several(value)))
AsRows = BeforeValidator(lambda value: tuple(_rows(value)))
Roll: TypeAlias = Literal["next_working_day", "previous_working_day"]
