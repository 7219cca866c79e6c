"""Which obligations each line could have in, a pairing with as many lines as can be out; used by `running`."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Sequence


class Pairing:
    """Pairs rows with columns, each with one at most; a row that has found a column keeps having one.

    `options` gives each row the columns that it could have, those that it would rather have first; `column_of` the
    column that it has, or None. Every row that is paired gets a column if the rows before it can be moved so that all
    have one: as many are paired as can be, and whoever comes first is never left out for one who comes later.
    """

    def __init__(self, options: Sequence[Sequence[int]]) -> None:
        """Begin with no row paired."""
        self.options = [*options]
        self.column_of: list[int | None] = [None] * len(options)
        self._row_of: dict[int, int] = {}

    def pair(self, rows: Iterable[int]) -> None:
        """Find a column for each of these rows, in this order, moving others to further columns where they can."""
        for row in rows:
            self._pair(row)

    def _pair(self, row: int) -> None:
        """Take the first of the row's columns that is free or can be freed."""
        reached_from: dict[int, int] = {}
        for column in self.options[row]:
            if column not in reached_from:
                reached_from[column] = row
                free = self._free(column, reached_from)
                if free is not None:
                    self._move(free, reached_from)
                    return

    def _free(self, column: int, reached_from: dict[int, int]) -> int | None:
        """Give the nearest column that is free, when the row of each takes another, from this one on."""
        waiting = deque([column])
        while waiting:
            here = waiting.popleft()
            holder = self._row_of.get(here)
            if holder is None:
                return here
            for further in self.options[holder]:
                if further not in reached_from:
                    reached_from[further] = holder
                    waiting.append(further)
        return None

    def _move(self, free: int, reached_from: dict[int, int]) -> None:
        """Give the free column to the row that reached it, that row's old column to the one before, and so on."""
        column: int | None = free
        while column is not None:
            row = reached_from[column]
            self._row_of[column] = row
            column, self.column_of[row] = self.column_of[row], column
