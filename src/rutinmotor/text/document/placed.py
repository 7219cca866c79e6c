"""Plain data and where each part of it stands in, a Document out; what the reading of a text ends in."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from rutinmotor.ground.diagnostics import Place

Plain: TypeAlias = "bool | int | float | str | list[Plain] | dict[str, Plain] | None"
Path: TypeAlias = Sequence[str | int]


_NO_PARTS: Mapping[str | int, "Spot"] = {}
_NO_KEYS: Mapping[str | int, tuple[int, int]] = {}


class Spot(NamedTuple):
    """Where a value stands (1-based), and for a mapping or a list where its parts and its keys stand."""

    line: int
    column: int
    parts: Mapping[str | int, "Spot"] = _NO_PARTS
    keys: Mapping[str | int, tuple[int, int]] = _NO_KEYS


@dataclass(frozen=True, slots=True)
class Document:
    """One text as plain data (dict, list, str, int, float, bool, None), with the place of every part of it."""

    source: str
    data: Plain
    root: Spot = field(compare=False, repr=False)

    def place_of(self, path: Path = ()) -> Place:
        """Where the value at `path` stands; of a path that is not there, its nearest ancestor that is."""
        spot = self.root
        for step in path:
            part = spot.parts.get(step)
            if part is None:
                break
            spot = part
        return Place(self.source, spot.line, spot.column)

    def key_place_of(self, path: Path) -> Place:
        """Where the key that ends `path` stands; for a list's part or a key that is not there, as `place_of`."""
        spot = self.root
        for step in path[:-1]:
            part = spot.parts.get(step)
            if part is None:
                return Place(self.source, spot.line, spot.column)
            spot = part
        if path and (key := spot.keys.get(path[-1])) is not None:
            return Place(self.source, *key)
        return self.place_of(path)
