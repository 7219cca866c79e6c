"""A text as it was read and as it stands now in, which line has become which out; while half a word is typed."""

from __future__ import annotations

from dataclasses import dataclass

from rutinmotor.faces.lsp.positions import Sheet


@dataclass(frozen=True, slots=True)
class LineMap:
    """What changed lies between the `head` first lines and the last ones; those have moved by `shift` lines."""

    head: int
    end: int
    shift: int

    def then(self, line: int) -> int | None:
        """Say which line it was that is now `line` (from 1), None if it has been changed."""
        if line <= self.head:
            return line
        return line - self.shift if line - self.shift > self.end else None

    def now(self, line: int) -> int:
        """Say where a line (from 1) of the text as it was read is now; one that was changed, about where it was."""
        return line if line <= self.end else line + self.shift


def line_map_of(was: Sheet, stands: Sheet) -> LineMap:
    """Compare two states of one text."""
    if was is stands:
        return LineMap(0, 0, 0)
    before, after = was.lines, stands.lines
    shortest = min(len(before), len(after))
    head = 0
    while head < shortest and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < shortest - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return LineMap(head, len(before) - tail, len(after) - len(before))
