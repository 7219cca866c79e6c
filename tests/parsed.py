"""A value of parsed YAML or JSON in, whether it is a mapping or a list out; the type checker then knows it too."""

from typing import Any, TypeGuard


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
