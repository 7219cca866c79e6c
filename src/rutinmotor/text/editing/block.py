"""A mapping or list in lines of its own in, which lines to take out of it and put into it out; indented as its rest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.text.document import (
    BRACKETS,
    Entry,
    Path,
    Piece,
    Plain,
    after_dash,
    after_key,
    in_flow,
    reads_best_on_one_line,
)
from rutinmotor.text.editing.data_changes import NotEdited
from rutinmotor.text.editing.lines import Splice, Text

_ROOM = 100


def keys(text: Text, piece: Piece, new: dict[str, Plain], path: Path) -> Iterator[Splice]:
    """Take out the keys that `new` lacks and put in those that it has besides, in its order; one at least stays."""
    entries = piece.entries or {}
    yield from _keys_removed(text, list(entries.items()), new, path)
    column = text.column(piece.start)
    at = text.line_start(piece.start) if text.begins_line(piece.start) else piece.start
    for key, value in new.items():
        if key in entries:
            at = text.next_line(_end(entries[key]))
        else:
            name = in_flow(key)
            written = f"{name}:{after_key(value, column, reads_best_on_one_line(value, _ROOM - column))}"
            yield _line(text, at, column, written)


def items(text: Text, piece: Piece, gone: range, at: int, added: Sequence[Plain], path: Path) -> Iterator[Splice]:
    """Take out the items of some indices and put new ones before the item `at`; one at least of the old stays."""
    old = piece.items or ()
    column = text.column(piece.start)
    for index in gone:
        dash = dash_of(text, piece, old[index])
        if not text.begins_line(dash):
            raise NotEdited("unsafe", (*path, index))
        yield Splice(text.line_start(dash), text.next_line(old[index].end), "", drops=True)
    if not added:
        return
    if at:
        place = text.next_line(old[at - 1].end)
    elif text.begins_line(piece.start):
        place = text.line_start(piece.start)
    else:
        raise NotEdited("unsafe", path)
    in_brackets = bool(old) and all(item.style in BRACKETS for item in old)
    for value in added:
        yield _line(text, place, column, f"-{after_dash(value, column, in_brackets or not isinstance(value, dict))}")


def dash_of(text: Text, piece: Piece, item: Piece) -> int:
    """Where the dash of an item stands: in the list's own column, on the item's line or the nearest one above."""
    column = text.column(piece.start)
    start = text.line_start(item.start)
    while start > piece.start:
        if text.text[start : start + column + 1] == f"{' ' * column}-":
            return start + column
        start = text.line_start(start - 1)
    return piece.start


def _keys_removed(text: Text, entries: list[tuple[str, Entry]], new: dict[str, Plain], path: Path) -> Iterator[Splice]:
    first = entries[0][1].key_start
    rest = entries
    if not text.begins_line(first) and entries[0][0] not in new:
        # What stands after a dash: the next key that stays takes its place.
        stays = next(index for index, (key, _) in enumerate(entries) if key in new)
        last = entries[stays - 1][1]
        after = text.next_line(_end(last))
        if stays > 1 and text.comments_in(text.line_end(first), after):
            raise NotEdited("comments", (*path, entries[0][0]))
        while text.text[after : after + 1] in (" ", "\t"):
            after += 1
        yield Splice(first, after, "", drops=True)
        rest = entries[stays:]
    for key, entry in rest:
        if key not in new:
            yield Splice(text.line_start(entry.key_start), text.next_line(_end(entry)), "", drops=True)


def _end(entry: Entry) -> int:
    return max(entry.key_end, entry.value.end)


def _line(text: Text, at: int, column: int, written: str) -> Splice:
    """Put a line before the one that begins at `at`, or before what stands there after a dash."""
    written = written.replace("\n", text.newline)
    indent = " " * column
    if at and at == len(text.text) and text.text[at - 1] not in "\r\n":
        return Splice(at, at, f"{text.newline}{indent}{written}")
    if text.line_start(at) == at:
        return Splice(at, at, f"{indent}{written}{text.newline}")
    return Splice(at, at, f"{written}{text.newline}{indent}")
