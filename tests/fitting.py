"""A validator of a JSON Schema and data in, what the schema has against the data out."""

from typing import Any

from jsonschema import Draft202012Validator


def faults(validator: Draft202012Validator, data: Any) -> list[str]:
    found = validator.iter_errors(data)  # pyright: ignore[reportUnknownMemberType]  # its older form has no types
    return [error.message for error in found]
