"""A word of the vocabulary as an explanation names it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A word of the vocabulary, or a rule's full id, and its title (the name itself where it has none)."""

    name: str
    title: str
