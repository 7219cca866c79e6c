"""A mapping or list in brackets in, what to take out of it and put into it out; commas and spaces as the house has."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from rutinmotor.text.document import Path, Piece, Plain, in_flow
from rutinmotor.text.editing.data_changes import NotEdited
from rutinmotor.text.editing.lines import Span, Splice, Text


def keys(text: Text, piece: Piece, new: dict[str, Plain], path: Path) -> Iterator[Splice]:
    """Take out the keys that `new` lacks and put in those that it has besides, in its order; one at least stays."""
    entries = piece.entries or {}
    spans = [Span(entry.key_start, max(entry.value.end, entry.key_end)) for entry in entries.values()]
    kept = [key in new for key in entries]
    yield from _removed(text, spans, kept, path)
    places = {key: span for key, span in zip(entries, spans, strict=True) if key in new}
    before: Span | None = None
    for key, value in new.items():
        if key in places:
            before = places[key]
        else:
            yield _added(in_flow({key: value})[1:-1], before, min(places.values()))


def items(text: Text, piece: Piece, gone: range, at: int, added: Sequence[Plain], path: Path) -> Iterator[Splice]:
    """Take out the items of some indices and put new ones before the item `at`; one at least of the old stays."""
    spans = [Span(item.start, item.end) for item in piece.items or ()]
    kept = [index not in gone for index in range(len(spans))]
    yield from _removed(text, spans, kept, path)
    before = next((spans[index] for index in reversed(range(at)) if kept[index]), None)
    first = next((span for span, stays in zip(spans, kept, strict=True) if stays), Span(0, 0))
    for value in added:
        yield _added(in_flow(value), before, first)


def _added(written: str, before: Span | None, first: Span) -> Splice:
    if before is None:
        return Splice(first.start, first.start, f"{written}, ")
    return Splice(before.end, before.end, f", {written}")


def _removed(text: Text, spans: Sequence[Span], kept: Sequence[bool], path: Path) -> Iterator[Splice]:
    """Take out each run of parts that stand together, with the comma that one of them no longer needs."""
    for first, last in _runs(kept):
        before, after = spans[:first], spans[last + 1 :]
        stretch = Span(before[-1].end, spans[last].end) if before else Span(spans[0].start, after[0].start)
        if text.comments_in(*stretch):
            raise NotEdited("comments", path)
        yield Splice(*stretch, "")


def _runs(kept: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last index of every run of what is not kept."""
    at = 0
    for stays, run in groupby(kept):
        length = len(list(run))
        if not stays:
            yield at, at + length - 1
        at += length
