"""A JSON Schema and data in, whether the data fits and what the schema has against it out."""

from collections.abc import Mapping
from typing import Any

from jsonschema import Draft202012Validator


class Fitting:
    """A schema that is asked. The library's own questions have an older form without types."""

    def __init__(self, schema: Mapping[str, Any]) -> None:
        self._validator: Any = Draft202012Validator(schema)

    def is_valid(self, data: object) -> bool:
        return self._validator.is_valid(data)

    def faults(self, data: object) -> list[str]:
        return [error.message for error in self._validator.iter_errors(data)]
