"""Pieces of styled text in, lines that fit a width out; all that people read is laid out here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest
from typing import Literal, NamedTuple, TypeAlias
from unicodedata import category, east_asian_width

from rutinmotor.ground.words.phrases import Lang

Style: TypeAlias = Literal["plain", "strong", "faint", "red", "yellow", "green"]


class Piece(NamedTuple):
    """A stretch of text in one style."""

    text: str
    style: Style = "plain"


Line: TypeAlias = "tuple[Piece, ...]"
EMPTY: Line = ()
_KEPT = "\N{NO-BREAK SPACE}"


class Look(NamedTuple):
    """How a view is to be written: its language, and its width in cells."""

    lang: Lang
    width: int


class Column(NamedTuple):
    """A column's lines, and the width that it takes up, in cells."""

    lines: Sequence[Line]
    width: int


def unbroken(text: str) -> str:
    """Keep a text's words on one line when it is wrapped; in the lines they stand apart by ordinary blanks again."""
    return text.replace(" ", _KEPT)


def line(text: str, style: Style = "plain") -> Line:
    """Make a line of one piece."""
    return (Piece(text, style),)


def plain(one: Line) -> str:
    """Give a line's text without its styles, and without blanks at its end."""
    return "".join(piece.text for piece in one).rstrip()


def cells(text: str) -> int:
    """Count the cells of a terminal that a text takes up."""
    if text.isascii():
        return len(text)
    return sum(
        0 if category(char) in ("Mn", "Me", "Cf") else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(pieces: Iterable[Piece], width: int, hanging: int = 0) -> list[Line]:
    """Break pieces between words into lines of at most `width` cells; all but the first are indented by `hanging`.

    A word that is longer than a line is broken where the line ends.
    """
    lines: list[list[Piece]] = [[]]
    room = width
    for text, style in _words(pieces, max(width - hanging, 1)):
        blank = text.isspace()
        if cells(text) > room and not blank:
            _end(lines[-1])
            lines.append([Piece(" " * hanging)] if hanging else [])
            room = width - hanging
        if blank and room == width - (hanging if len(lines) > 1 else 0):
            continue
        lines[-1].append(Piece(text, style))
        room -= cells(text)
    _end(lines[-1])
    return [_joined(one) for one in lines]


def beside(columns: Sequence[Column], indent: int = 0, gap: int = 2) -> list[Line]:
    """Put columns side by side, each as wide as it says, the shorter ones filled with empty lines."""
    found: list[Line] = []
    for row in zip_longest(*(column.lines for column in columns), fillvalue=EMPTY):
        pieces = [Piece(" " * indent)] if indent else []
        for column, one in zip(columns, row, strict=True):
            missing = column.width - sum(cells(piece.text) for piece in one)
            pieces += [*one, Piece(" " * (max(missing, 0) + gap))]
        _end(pieces)
        found.append(_joined(pieces))
    return found


def indented(lines: Iterable[Line], by: int) -> list[Line]:
    """Move lines to the right; empty ones stay empty."""
    return [_joined([Piece(" " * by), *one]) if one else EMPTY for one in lines]


def _words(pieces: Iterable[Piece], longest: int) -> Iterator[Piece]:
    """Yield words and the blanks between them, apart; no word is longer than `longest`."""
    for text, style in pieces:
        start = 0
        while start < len(text):
            end = start + 1
            blank = text[start] == " "
            while (
                end < len(text) and (text[end] == " ") == blank and (blank or cells(text[start : end + 1]) <= longest)
            ):
                end += 1
            yield Piece(text[start:end], style)
            start = end


def _end(pieces: list[Piece]) -> None:
    while pieces and pieces[-1].text.isspace():
        pieces.pop()


def _joined(pieces: Sequence[Piece]) -> Line:
    """Join neighbours of one style."""
    found: list[Piece] = []
    for piece in pieces:
        if found and found[-1].style == piece.style:
            found[-1] = Piece(found[-1].text + piece.text, piece.style)
        elif piece.text:
            found.append(piece)
    return tuple(Piece(piece.text.replace(_KEPT, " "), piece.style) for piece in found)
