"""A piece of text, its data as they are and as they shall be in, what to put where out; the smallest edit there is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from rutinmotor.text.document import (
    BRACKETS,
    Path,
    Piece,
    Plain,
    after_dash,
    after_key,
    in_flow,
    reads_best_on_one_line,
)
from rutinmotor.text.editing import block, flow
from rutinmotor.text.editing.data_changes import NotEdited
from rutinmotor.text.editing.lines import Splice, Text
from rutinmotor.text.editing.sameness import same


class _Where(NamedTuple):
    """What a value hangs on: the sign before it ends at `before`, in a container of this column and kind."""

    before: int
    column: int
    in_brackets: bool
    in_list: bool


def splices(text: Text, old: Plain, new: Plain) -> list[Splice]:
    """Give what to put where, so that the text comes to mean `new`; in the order of the text, none within another.

    Raises:
        NotEdited: `comments` or `unsafe`.
    """
    found = sorted(_differences(text, text.root, old, new, (), None), key=lambda one: (one.start, one.end))
    if any(after.start < one.end for one, after in pairwise(found)):
        raise NotEdited("unsafe")
    return found


def _differences(
    text: Text, piece: Piece, old: Plain, new: Plain, path: Path, where: _Where | None
) -> Iterator[Splice]:
    if same(old, new):
        return
    if isinstance(old, dict) and isinstance(new, dict) and old.keys() & new.keys():
        yield from _in_mapping(text, piece, old, new, path)
    elif isinstance(old, list) and isinstance(new, list) and old and new:
        yield from _in_list(text, piece, old, new, path)
    elif where is None:
        raise NotEdited("unsafe", path)
    else:
        yield _instead(text, piece, new, path, where)


def _in_mapping(text: Text, piece: Piece, old: dict[str, Plain], new: dict[str, Plain], path: Path) -> Iterator[Splice]:
    column = text.column(piece.start)
    for key, entry in (piece.entries or {}).items():
        if key in new:
            where = _Where(text.text.find(":", entry.key_end) + 1, column, not piece.is_block, False)
            yield from _differences(text, entry.value, old[key], new[key], (*path, key), where)
    yield from (block if piece.is_block else flow).keys(text, piece, new, path)


def _in_list(text: Text, piece: Piece, old: list[Plain], new: list[Plain], path: Path) -> Iterator[Splice]:
    """Keep the items that begin and end both lists, pair those between, and add or remove the rest of them."""
    items = piece.items or ()
    first = _alike(old, new)
    last = _alike(old[first:][::-1], new[first:][::-1])
    paired = first + min(len(old), len(new)) - first - last
    for index in range(first, paired):
        before = block.dash_of(text, piece, items[index]) + 1 if piece.is_block else 0
        where = _Where(before, text.column(piece.start), not piece.is_block, True)
        yield from _differences(text, items[index], old[index], new[index], (*path, index), where)
    gone = range(paired, len(old) - last)
    added = new[paired : len(new) - last]
    yield from (block if piece.is_block else flow).items(text, piece, gone, paired, added, path)


def _alike(one: Sequence[Plain], other: Sequence[Plain]) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((index for index, (left, right) in pairs if not same(left, right)), min(len(one), len(other)))


def _instead(text: Text, piece: Piece, new: Plain, path: Path, where: _Where) -> Splice:
    """Put a value in the place of another, in brackets and quotes as that had them."""
    start, end = piece.start, piece.start + len(text.text[piece.start : piece.end].rstrip())
    if text.comments_in(start, end):
        raise NotEdited("comments", path)
    quotes = piece.style if piece.style in ("'", '"') else ""
    if where.in_brackets:
        return Splice(start, end, f"{_colon(text, start, end)}{in_flow(new, quotes)}")
    gap = text.text[where.before : start]
    written = _in_block(text, piece, new, where, end)
    if "\n" not in written and (gap.strip() or (end > start and not (piece.is_block and _breaks(gap)))):
        # A list may stand no further in than its key, another value may not.
        pad = "  " if _breaks(gap) and text.column(start) <= where.column else ""
        return Splice(start, end, pad + written[1:])
    if gap.strip():
        raise NotEdited("comments", path)
    # Blanks at the line's end would become part of the last of several lines.
    if "\n" in written:
        end = text.line_end(end)
    return Splice(where.before, end, written.replace("\n", text.newline))


def _in_block(text: Text, piece: Piece, new: Plain, where: _Where, end: int) -> str:
    quotes = piece.style if piece.style in ("'", '"') else ""
    # What follows the value on its line would follow the last of several lines.
    followed = bool(text.comments_in(end, text.line_end(end)))
    in_lines = piece.is_block and isinstance(new, dict | list)
    on_one_line = followed or piece.style in BRACKETS or (not in_lines and reads_best_on_one_line(new))
    if where.in_list:
        return after_dash(new, where.column, on_one_line, quotes)
    return after_key(new, where.column, on_one_line, quotes)


def _colon(text: Text, start: int, end: int) -> str:
    """What must stand before a value in brackets where there was none; `{a}` and `{a: }` have none."""
    if end > start:
        return ""
    return " " if text.text[:start].rstrip().endswith(":") else ": "


def _breaks(gap: str) -> bool:
    return "\n" in gap or "\r" in gap
