"""What an edit changes in a rule in, lines for people out; printed by `set`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rutinmotor.ground.words import Line, Look, Piece, indented, printable, said, wrapped


class Edit(NamedTuple):
    """A key, and its value before and after as a text; None where it has none."""

    key: str
    old: str | None
    new: str | None


def edit_lines(rule: str, file: str, edits: Sequence[Edit], look: Look) -> list[Line]:
    """Say in which rule and file something is changed, and for each key from what to what."""
    lang = look.lang
    head = [Piece(printable(rule), "strong"), Piece(f" {said(lang, 'i', 'in')} {printable(file)}")]
    lines = wrapped(head, look.width, hanging=2)
    for key, old, new in edits:
        before = Piece(said(lang, "fanns inte", "not there"), "faint") if old is None else Piece(printable(old), "red")
        after = Piece(said(lang, "tas bort", "removed"), "faint") if new is None else Piece(printable(new), "green")
        pieces = [Piece(f"{printable(key)}: "), before, Piece(" → "), after]
        lines += indented(wrapped(pieces, look.width - 2, hanging=2), 2)
    return lines
