"""A source, a line and a column in, a comparable Place out; ground, used from the first reading on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A point in a text: line and column are counted from 1, the column in characters."""

    source: str
    line: int
    column: int

    def __str__(self) -> str:
        """As editors and terminals write it: `rules/sol.yaml:14:5`."""
        return f"{self.source}:{self.line}:{self.column}"
