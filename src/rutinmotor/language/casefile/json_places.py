"""A JSON text and paths within it in, the spots at which they stand out; asked only of a case with faults."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.casefile.json_text import JsonFault, Point, after_blanks, decode
from rutinmotor.language.shapes import Path, Spot


@dataclass(slots=True)
class _Branch:
    """A step of the paths that are looked for: the indices of its value and its key, and the steps below it."""

    parts: dict[str | int, _Branch] = field(default_factory=dict["str | int", "_Branch"])
    value: int = -1
    key: int = -1
    first_key: int = -1

    def indices(self) -> Iterable[int]:
        yield from (self.value, self.key, self.first_key)
        for part in self.parts.values():
            yield from part.indices()


def json_spots(source: str, text: str, at: Point, paths: Iterable[Path]) -> dict[Path, Spot]:
    """Find the paths below the value at a point, in one pass over it; a path that is not there has no spot.

    Where the value is nested too deep to be read once more, none has.
    """
    root = _Branch()
    ends: dict[Path, _Branch] = {}
    for path in paths:
        branch = root
        for step in path:
            branch = branch.parts.setdefault(step, _Branch())
        ends[path] = branch
    try:
        _Walk(text).into(root, at.offset)
    except JsonFault:
        return {}
    places: dict[int, Place] = {}
    for index in sorted(index for index in root.indices() if index >= 0):
        at = at.onward(text, index)
        places[index] = at.place(source)
    return {
        path: Spot(places.get(end.value), places.get(end.key), places.get(end.first_key))
        for path, end in ends.items()
        if end.value >= 0
    }


class _Walk:
    """Goes through a text that is known to be JSON; what nobody looks for is passed over by the decoder."""

    def __init__(self, text: str) -> None:
        self._text = text

    def into(self, branch: _Branch | None, index: int) -> int:
        """Note where the value at `index` and its parts stand; the index after it."""
        if branch is None:
            return self._passed(index)[1]
        branch.value = index
        if branch.parts and self._text[index] == "{":
            return self._mapping(branch, after_blanks(self._text, index + 1))
        if branch.parts and self._text[index] == "[":
            return self._list(branch, after_blanks(self._text, index + 1))
        return self._passed(index)[1]

    def _mapping(self, branch: _Branch, index: int) -> int:
        text = self._text
        while text[index] != "}":
            key, end = self._passed(index)
            part = branch.parts.get(key)
            if part is not None:
                part.first_key, part.key = part.key, index
            index = self._next(self.into(part, after_blanks(text, after_blanks(text, end) + 1)))
        return index + 1

    def _list(self, branch: _Branch, index: int) -> int:
        number = 0
        while self._text[index] != "]":
            index = self._next(self.into(branch.parts.get(number), index))
            number += 1
        return index + 1

    def _next(self, index: int) -> int:
        index = after_blanks(self._text, index)
        return after_blanks(self._text, index + 1) if self._text[index] == "," else index

    def _passed(self, index: int) -> tuple[str, int]:
        return decode("", self._text, Point(index))
