"""A finding and its text in, the range that it is about and what to write there instead out; offered as a quick fix."""

from __future__ import annotations

from typing import NamedTuple

from rutinmotor.faces.lsp.positions import Range, Sheet
from rutinmotor.ground.diagnostics import Diagnostic, Place

# Values of a finding that say what might be meant, or what is known, not what is written.
_NOT_WRITTEN = ("near", "known", "allowed")
_QUOTES = ("'", '"')


class Fix(NamedTuple):
    """What to write in place of what stands there."""

    range: Range
    text: str


def range_of(place: Place, sheet: Sheet) -> Range:
    """Give the range that a finding underlines: the word at its place or within its quotes, else one character."""
    at = sheet.line(place.line)[place.column - 1 :][:1]
    column = place.column + (1 if at and at in _QUOTES else 0)
    word = sheet.word(place.line, column + 1)
    length = word.column + len(word.text) - column if word and word.column <= column else 0
    return sheet.range(place.line, column, length) if length else sheet.range(place.line, place.column, 1)


def fix_of(one: Diagnostic, sheet: Sheet) -> Fix | None:
    """Give the nearest known word in place of the one that is unknown; None where there is none, or it is not seen."""
    values = dict(one.values)
    near = values.get("near")
    if one.place is None or not near:
        return None
    for key, value in values.items():
        written = str(value)
        if key in _NOT_WRITTEN or not written:
            continue
        column = sheet.written(one.place.line, one.place.column, written)
        after = sheet.line(one.place.line)[column - 1 + len(written) :][:1] if column else ""
        if column is not None and not (after.isalnum() or after == "_"):
            return Fix(sheet.range(one.place.line, column, len(written)), str(near))
    return None
