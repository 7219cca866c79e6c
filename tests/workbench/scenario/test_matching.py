"""Pairing lines with obligations: as many pairs as there can be, whatever the order, held against trying every way."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.workbench.scenario.matching import matched

TABLES = st.integers(0, 5).flatmap(
    lambda width: st.lists(st.lists(st.booleans(), min_size=width, max_size=width), max_size=5)
)


def most(agrees: list[list[bool]]) -> int:
    """The most pairs that there can be, by trying every order of the columns."""
    width = len(agrees[0]) if agrees else 0
    columns = [*range(width), *[None] * len(agrees)]
    return max(
        sum(column is not None and row[column] for row, column in zip(agrees, order, strict=False))
        for order in permutations(columns, len(agrees))
    )


@given(TABLES)
def test_as_many_pairs_as_there_can_be(agrees: list[list[bool]]) -> None:
    found = matched(agrees)
    pairs = [(row, column) for row, column in enumerate(found) if column is not None]
    assert len(found) == len(agrees)
    assert all(agrees[row][column] for row, column in pairs)
    assert len({column for _, column in pairs}) == len(pairs) == most(agrees)


@given(TABLES, st.randoms(use_true_random=False))
def test_the_order_of_the_lines_decides_nothing(agrees: list[list[bool]], random: object) -> None:
    turned = agrees[::-1]
    assert sum(one is not None for one in matched(agrees)) == sum(one is not None for one in matched(turned))


def test_a_long_chain_of_moves() -> None:
    size = 300
    # Each row takes the first column that it can, and the last row makes all the others move one on.
    agrees = [[column in (row, row + 1) for column in range(size)] for row in range(size - 1)]
    agrees.append([column == 0 for column in range(size)])
    assert matched(agrees) == [*range(1, size), 0]
