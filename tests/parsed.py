"""A value of parsed YAML or JSON in, what holds other values out; the type checker then knows it too."""

from typing import Any, TypeGuard


def is_mapping(value: object) -> TypeGuard[dict[str, Any]]:
    return isinstance(value, dict)


def holds_parts(value: object) -> bool:
    return isinstance(value, dict | list)


def is_list(value: object) -> TypeGuard[list[Any]]:
    return isinstance(value, list)
