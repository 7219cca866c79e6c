"""A text that `reading` has accepted in, where each part of it begins and ends out; asked for by those who edit it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from rutinmotor.text.document.characters import composed_of
from rutinmotor.text.document.escapes import Loans, lent
from rutinmotor.text.document.placed import Path
from rutinmotor.text.document.stream import Event, events

BLOCK_SCALARS = ("|", ">")
BRACKETS = ("{", "[")


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping and its value; indices count characters from 0, ends are exclusive."""

    key_start: int
    key_end: int
    value: Piece


@dataclass(frozen=True, slots=True)
class Piece:
    """A value as it is written: `style` is its brackets (`{`, `[`), its quotes (`"`, `'`, `|`, `>`) or empty.

    An empty style is a mapping or a list in lines of its own, or a value without quotes. A block ends with its last
    part; what `|` and `>` introduce ends with the text of its last line, unless it keeps the blank lines after it.
    """

    start: int
    end: int
    style: str
    entries: Mapping[str, Entry] | None = None
    items: tuple[Piece, ...] | None = None

    @property
    def is_block(self) -> bool:
        """Whether it is a mapping or a list in lines of its own."""
        return not self.style and (self.entries is not None or self.items is not None)

    def at(self, path: Path) -> Piece | None:
        """The value at a path below this one; None where there is none."""
        here: Piece | None = self
        for step in path:
            if here is None:
                break
            if isinstance(step, str):
                entry = (here.entries or {}).get(step)
                here = entry.value if entry else None
            else:
                items = here.items or ()
                here = items[step] if 0 <= step < len(items) else None
        return here


@dataclass(slots=True)
class _Open:
    start: int
    style: str
    is_mapping: bool
    entries: dict[str, Entry] = field(default_factory=dict[str, Entry])
    items: list[Piece] = field(default_factory=list[Piece])
    key: tuple[str, int, int] | None = None


def pieces_of(text: str) -> Piece:
    """Give the outermost piece; the text must be one that `read_document` accepts, without its byte order mark."""
    parsable, loans = lent(text)
    opened: list[_Open] = []
    root = Piece(0, 0, "")
    for event in events(parsable):
        match type(event).__name__:
            case "MappingStartEvent" | "SequenceStartEvent":
                start = event.start_mark.index
                is_mapping = type(event).__name__ == "MappingStartEvent"
                opened.append(_Open(start, text[start] if event.flow_style else "", is_mapping))
            case "MappingEndEvent" | "SequenceEndEvent":
                root = _put(opened, _closed(opened.pop(), event))
            case "ScalarEvent":
                frame = opened[-1] if opened else None
                if frame is not None and frame.is_mapping and frame.key is None:
                    frame.key = (_key(event, loans), event.start_mark.index, event.end_mark.index)
                else:
                    root = _put(opened, _scalar(text, event))
            case _:
                pass
    return root


def _put(opened: list[_Open], piece: Piece) -> Piece:
    if opened:
        frame = opened[-1]
        if frame.key is None:
            frame.items.append(piece)
        else:
            name, start, end = frame.key
            frame.entries[name] = Entry(start, end, piece)
            frame.key = None
    return piece


def _closed(frame: _Open, event: Event) -> Piece:
    parts = [entry.value for entry in frame.entries.values()] or frame.items
    # The parser ends a block only where the next thing begins.
    end = event.end_mark.index if frame.style else parts[-1].end
    if frame.is_mapping:
        return Piece(frame.start, end, frame.style, entries=frame.entries)
    return Piece(frame.start, end, frame.style, items=tuple(frame.items))


def _scalar(text: str, event: Event) -> Piece:
    start, end = event.start_mark.index, event.end_mark.index
    style = event.style or ""
    if style in BLOCK_SCALARS and "+" not in text[start : start + 3]:
        head, *lines = text[start:end].rstrip().splitlines()
        written = start + len(text[start:end].rstrip())
        # Blanks at the end of a line of the text belong to it; those after the sign that introduces it do not.
        end = _past_blanks(text, written, end) if lines else start + len(head)
    return Piece(start, end, style)


def _past_blanks(text: str, start: int, end: int) -> int:
    return end - len(text[start:end].lstrip(" \t"))


def _key(event: Event, loans: Loans) -> str:
    written = loans.restored(event.value) or event.value
    return composed_of(written) or written
