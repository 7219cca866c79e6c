"""A text and its pieces in, its lines, columns and comments out; what both kinds of edit ask of a text."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from rutinmotor.text.document import BLOCK_SCALARS, Piece

BOM = "\ufeff"
_COMMENT = re.compile(r"#[^\r\n]*")
_BREAK = re.compile(r"\r\n|\r|\n")
_HEAD = re.compile(r"[|>][-+0-9]*[ \t]+(#[^\r\n]*)")


class Span(NamedTuple):
    """A stretch of a text: characters from 0, the end exclusive."""

    start: int
    end: int


class Splice(NamedTuple):
    """What to put in the place of a stretch; `drops` where the comments in that stretch go with what is removed."""

    start: int
    end: int
    written: str
    drops: bool = False


class Text:
    """A text without its byte order mark, and what is asked of it."""

    def __init__(self, text: str, root: Piece) -> None:
        self.text = text
        self.root = root
        breaks = _BREAK.findall(text)
        self.newline = max(("\n", "\r\n", "\r"), key=breaks.count)
        self._lines = [0, *(match.end() for match in _BREAK.finditer(text))]
        self.comments = tuple(comment_spans(text, root))

    def line_start(self, index: int) -> int:
        """Where the line of the character at `index` begins."""
        return self._lines[bisect_right(self._lines, index) - 1]

    def column(self, index: int) -> int:
        """How far into its line the character at `index` stands, from 0."""
        return index - self.line_start(index)

    def line_end(self, index: int) -> int:
        """Where the line of the character at `index` ends, before its break."""
        match = _BREAK.search(self.text, index)
        return match.start() if match else len(self.text)

    def next_line(self, end: int) -> int:
        """Where the line after that of the last character before `end` begins; the text's end if there is none."""
        match = _BREAK.search(self.text, end - 1 if self.text[end - 1 : end] in ("\n", "\r") else end)
        return match.end() if match else len(self.text)

    def begins_line(self, index: int) -> bool:
        """Whether nothing but blanks stands before it on its line."""
        return not self.text[self.line_start(index) : index].strip()

    def comments_in(self, start: int, end: int) -> list[Span]:
        """The comments that begin within a stretch."""
        return [one for one in self.comments if start <= one.start < end]

    def written(self, span: Span) -> str:
        """What stands in a stretch, without blanks at its ends."""
        return self.text[span.start : span.end].strip()


def spliced(text: str, splices: Iterable[Splice]) -> str:
    """Put each in its place; they stand in the order of the text, none within another."""
    parts: list[str] = []
    at = 0
    for one in splices:
        parts += [text[at : one.start], one.written]
        at = one.end
    return "".join([*parts, text[at:]])


def scalar_spans(piece: Piece) -> Iterator[tuple[Span, str]]:
    """Yield every key and every value that has no parts, in their order, with its style."""
    for entry in (piece.entries or {}).values():
        yield Span(entry.key_start, entry.key_end), ""
        yield from scalar_spans(entry.value)
    for item in piece.items or ():
        yield from scalar_spans(item)
    if piece.entries is None and piece.items is None:
        yield Span(piece.start, piece.end), piece.style


def comment_spans(text: str, root: Piece) -> Iterator[Span]:
    """Yield every comment, from its sign to the end of its line."""
    at = 0
    for span, style in scalar_spans(root):
        yield from (Span(*match.span()) for match in _COMMENT.finditer(text, at, span.start))
        if style in BLOCK_SCALARS and (match := _HEAD.match(text, span.start)):
            yield Span(*match.span(1))
        at = span.end
    yield from (Span(*match.span()) for match in _COMMENT.finditer(text, at))
