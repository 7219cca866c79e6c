"""Which lines agree with which obligations in, a matching with as many pairs as can be out; used by `running`."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence


def matched(agrees: Sequence[Sequence[bool]]) -> list[int | None]:
    """Pair rows with columns that they agree with, each with one at most, as many as can be; None for a row without.

    A row that has found a pair keeps having one, though maybe another, when later rows are paired.
    """
    row_of: dict[int, int] = {}
    column_of: list[int | None] = [None] * len(agrees)
    for row in range(len(agrees)):
        _pair(row, agrees, row_of, column_of)
    return column_of


def _pair(row: int, agrees: Sequence[Sequence[bool]], row_of: dict[int, int], column_of: list[int | None]) -> None:
    """Find a column for a row, moving others to further columns where they can."""
    reached_from: dict[int, int] = {}
    waiting = deque([row])
    while waiting:
        here = waiting.popleft()
        for column, agreed in enumerate(agrees[here]):
            if not agreed or column in reached_from:
                continue
            reached_from[column] = here
            if column in row_of:
                waiting.append(row_of[column])
                continue
            _move(column, reached_from, row_of, column_of)
            return


def _move(free: int, reached_from: dict[int, int], row_of: dict[int, int], column_of: list[int | None]) -> None:
    """Give the free column to the row that reached it, that row's old column to the one before, and so on."""
    column: int | None = free
    while column is not None:
        row = reached_from[column]
        row_of[column] = row
        column, column_of[row] = column_of[row], column
