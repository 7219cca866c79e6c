"""A text and a place in it in, the same place as an editor counts it out, and back: lines from 0, columns in UTF-16."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

_BREAK = re.compile(r"\r\n|\n|\r")
_WORD = re.compile(r"[^\W]+(?:[.\-][^\W]+)*")
_WIDE = 0xFFFF


class Point(NamedTuple):
    """A point as editors count: the line from 0, the column from 0 in UTF-16 code units."""

    line: int
    column: int


class Range(NamedTuple):
    """From a point up to, and not with, another."""

    start: Point
    end: Point


class Word(NamedTuple):
    """A word of a line: its text, and the column (from 1, in characters) where it begins."""

    text: str
    column: int


@dataclass(frozen=True)
class Sheet:
    """A text by its lines. Lines and columns of `Place` count from 1, and columns are characters."""

    text: str

    @cached_property
    def lines(self) -> tuple[str, ...]:
        """The lines without their ends; at least one."""
        return tuple(_BREAK.split(self.text))

    def line(self, number: int) -> str:
        """Give a line by its number from 1; nothing if there is no such line."""
        return self.lines[number - 1] if 1 <= number <= len(self.lines) else ""

    def point(self, line: int, column: int) -> Point:
        """Turn a place's line and column into an editor's; what lies beyond a line's end becomes its end."""
        return Point(line - 1, _units(self.line(line)[: column - 1]))

    def column(self, point: Point) -> int:
        """Give the column (from 1, in characters) of an editor's point; within a wide character, its start."""
        text = self.line(point.line + 1)
        if text.isascii():
            return min(point.column, len(text)) + 1
        units = 0
        for index, char in enumerate(text):
            units += 2 if ord(char) > _WIDE else 1
            if units > point.column:
                return index + 1
        return len(text) + 1

    def range(self, line: int, column: int, length: int) -> Range:
        """Give the range of so many characters on one line."""
        return Range(self.point(line, column), self.point(line, column + length))

    def word(self, line: int, column: int) -> Word | None:
        """Give the word in or right after which a column lies: letters, digits, underscores, and dots within."""
        for match in _WORD.finditer(self.line(line)):
            if match.start() < column <= match.end() + 1:
                return Word(match[0], match.start() + 1)
        return None

    def written(self, line: int, column: int, name: str) -> int | None:
        """Give the column where a name is written that stands at a place, past its quote; None if it is not there."""
        text = self.line(line)
        start = column - 1
        if text[start : start + 1] in ("'", '"'):
            start += 1
        return start + 1 if text.startswith(name, start) else None


def _units(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if ord(char) > _WIDE else 1 for char in text)


def changed(text: str, where: Range | None, new: str) -> str:
    """Put a new text in place of a range, or of everything; what lies beyond the end is the end."""
    if where is None:
        return new
    breaks = [match.end() for match in _BREAK.finditer(text)]
    start, end = _offset(text, breaks, where.start), _offset(text, breaks, where.end)
    return text[:start] + new + text[max(start, end) :]


def _offset(text: str, breaks: list[int], point: Point) -> int:
    """Give the index of a point in a text, from where its line breaks end."""
    if point.line > len(breaks):
        return len(text)
    start = breaks[point.line - 1] if point.line else 0
    following = _BREAK.search(text, start)
    line = text[start : following.start() if following else len(text)]
    return start + Sheet(line).column(Point(0, point.column)) - 1
