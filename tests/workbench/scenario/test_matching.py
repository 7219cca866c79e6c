"""Pairing lines with obligations: as many pairs as there can be, whatever the order, held against trying every way."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.workbench.scenario.matching import Pairing

TABLES = st.integers(0, 5).flatmap(
    lambda width: st.lists(st.lists(st.booleans(), min_size=width, max_size=width), max_size=5)
)


def matched(agrees: list[list[bool]]) -> list[int | None]:
    """The column of each row, where rows are paired in their order."""
    pairing = Pairing([[column for column, agreed in enumerate(row) if agreed] for row in agrees])
    pairing.pair(range(len(agrees)))
    return pairing.column_of


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


@given(TABLES, st.data())
def test_who_comes_first_is_not_left_out_for_who_comes_later(agrees: list[list[bool]], data: st.DataObject) -> None:
    first = agrees[: data.draw(st.integers(0, len(agrees)))]
    before, after = matched(first), matched(agrees)
    assert [one is not None for one in before] == [one is not None for one in after[: len(first)]]


def test_the_first_option_that_can_be_had_is_taken() -> None:
    pairing = Pairing([[0, 1], [2, 0, 1]])
    pairing.pair([0, 1])
    assert pairing.column_of == [0, 2]
    # A row may have others moved for what it would rather have, but not off what they cannot be without.
    pairing = Pairing([[0, 1], [0, 2], [0, 1, 2]])
    pairing.pair([0])
    assert pairing.column_of == [0, None, None]
    pairing.pair([1])
    assert pairing.column_of == [1, 0, None]
    pairing.pair([2])
    assert sorted(pairing.column_of, key=str) == [0, 1, 2]


def test_a_long_chain_of_moves() -> None:
    size = 300
    # Each row takes the first column that it can, and the last row makes all the others move one on.
    agrees = [[column in (row, row + 1) for column in range(size)] for row in range(size - 1)]
    agrees.append([column == 0 for column in range(size)])
    assert matched(agrees) == [*range(1, size), 0]
