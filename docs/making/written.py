"""A text of YAML in, its plain data out, by another reader than the program's own; for what the pages are made from."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML


def loaded(text: str) -> Any:
    """Give the data of a text; what it is, whoever asks knows."""
    return YAML(typ="safe").load(text)  # pyright: ignore[reportUnknownMemberType]  # the library does not say of what
