"""The pieces of a text in, how far in each of its lines belongs out: the house's indentation, asked for by `layout`."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import NamedTuple

from rutinmotor.text.document import BRACKETS, Piece
from rutinmotor.text.editing.block import dash_of
from rutinmotor.text.editing.lines import Text

STEP = 2


class Level(NamedTuple):
    """A mapping or list in lines of its own: its column as written, its column in the layout, and what it is in."""

    old: int
    new: int
    above: Level | None


class _Mark(NamedTuple):
    """A key or a dash: where it stands, in what, and whether nothing follows it on its line."""

    start: int
    level: Level
    opens: bool


class Levels:
    """The columns of a text, from 0; of the text as it is and as it shall be."""

    def __init__(self, text: Text) -> None:
        self._text = text
        self._marks: list[_Mark] = []
        self._owners: dict[int, int] = {}
        self._brackets: list[tuple[int, int, int]] = []
        self._bounds: list[tuple[int, int]] = []
        self._visit(text.root, None, -STEP if text.root.is_block else 0)
        self._columns = {mark.start: mark.level.new for mark in self._marks}
        self._starts = [mark.start for mark in self._marks]
        self._bounds.sort()
        self._places = [at for at, _ in self._bounds]
        self._depths = list(accumulate((step for _, step in self._bounds), initial=0))

    def column_of(self, index: int) -> int | None:
        """The column for a line that begins there with a key, a dash, a value or anything in brackets; else None."""
        if (column := self._columns.get(index)) is not None:
            return column
        at = bisect_left(self._brackets, (index,)) - 1
        if at >= 0 and index < self._brackets[at][1]:
            return self._brackets[at][2] + STEP * self._depth(index)
        if index == self._text.root.start:
            return 0
        return self._owners[index] + STEP if index in self._owners else None

    def column_within(self, start: int) -> int:
        """The column for the further lines of the value that begins at `start`."""
        return self._owners[start] + STEP * max(self._depth(start), 1)

    def content_columns(self, start: int) -> tuple[int, int]:
        """The columns of the key or dash that a value hangs on, as written and in the layout; 0 for a whole text."""
        if not self._marks:
            return 0, 0
        level = self._marks[bisect_left(self._starts, start) - 1].level
        return level.old, level.new

    def column_of_comment(self, index: int) -> int:
        """The column for a comment that has a line for itself: as what it was in line with, next below or above."""
        if (within := self.column_of(index)) is not None:
            return within
        at = bisect_left(self._starts, index)
        written = self._text.column(index)
        if at < len(self._marks) and self._marks[at].level.old == written:
            return self._marks[at].level.new
        if not at:
            return 0
        last = self._marks[at - 1]
        if written > last.level.old and last.opens:
            return last.level.new + STEP
        level: Level | None = last.level
        while level is not None and level.old > written:
            level = level.above
        return level.new if level else 0

    def _depth(self, index: int) -> int:
        """How many brackets are open before the sign at `index`; one that it closes is not counted."""
        return self._depths[bisect_right(self._places, index)]

    def _visit(self, piece: Piece, above: Level | None, owner: int) -> None:
        if not piece.is_block:
            if piece.style in BRACKETS:
                self._brackets.append((piece.start, piece.end, owner))
            self._visit_line(piece, owner)
            return
        level = Level(self._text.column(piece.start), owner + STEP, above)
        for entry in (piece.entries or {}).values():
            self._marks.append(_Mark(entry.key_start, level, self._opens(entry.key_end, entry.value)))
            self._visit(entry.value, level, level.new)
        for item in piece.items or ():
            dash = dash_of(self._text, piece, item)
            self._marks.append(_Mark(dash, level, self._opens(dash, item)))
            self._visit(item, level, level.new)

    def _visit_line(self, piece: Piece, owner: int) -> None:
        if piece.end > piece.start:
            self._owners[piece.start] = owner
        if piece.style in BRACKETS:
            self._bounds += [(piece.start + 1, 1), (piece.end - 1, -1)]
        for part in [entry.value for entry in (piece.entries or {}).values()] or piece.items or ():
            self._visit_line(part, owner)

    def _opens(self, before: int, value: Piece) -> bool:
        """Whether what follows a key or dash is on lines further down, or nothing."""
        return value.end == value.start or "\n" in self._text.text[before : value.start]
