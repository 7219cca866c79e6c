"""Places and points: a text as Python counts it and as an editor does, and what becomes of lines while it changes."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from lsprotocol import types

from rutinmotor.faces.lsp.line_map import line_map_of
from rutinmotor.faces.lsp.positions import Point, Range, Sheet, changed
from tests.faces.lsp.talking import offset, position

LINES = st.lists(st.text(st.sampled_from("aå🦉{: \u2028\x0c"), max_size=6), min_size=1, max_size=6)
TEXTS = st.builds(str.join, st.sampled_from(["\n", "\r\n", "\r"]), LINES)


@given(LINES, st.data())
def test_a_column_is_counted_in_units_of_utf_16(lines: list[str], data: st.DataObject) -> None:
    text = "\n".join(lines)
    index = data.draw(st.integers(0, len(text)))
    line = text.count("\n", 0, index) + 1
    column = index - (text.rfind("\n", 0, index) + 1) + 1
    point = Sheet(text).point(line, column)
    assert types.Position(*point) == position(text, index)
    assert Sheet(text).column(point) == column


@pytest.mark.parametrize(
    ("line", "column", "point"),
    [(1, 1, (0, 0)), (1, 2, (0, 1)), (1, 3, (0, 3)), (1, 4, (0, 4)), (1, 99, (0, 4)), (2, 1, (1, 0)), (9, 4, (8, 0))],
)
def test_an_owl_takes_two_units(line: int, column: int, point: tuple[int, int]) -> None:
    assert Sheet("å🦉ö\n").point(line, column) == point


def test_the_middle_of_an_owl_is_its_start() -> None:
    assert Sheet("å🦉ö").column(Point(0, 2)) == 2


@given(TEXTS)
def test_only_the_line_breaks_of_editors_and_of_yaml_break_lines(text: str) -> None:
    assert list(Sheet(text).lines) == text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


@given(LINES, st.text(st.sampled_from("b🦉\n"), max_size=4), st.data())
@example(["a🦉", "b"], "🦉\n", None)
def test_a_change_is_made_where_the_editor_makes_it(lines: list[str], new: str, data: st.DataObject | None) -> None:
    text = "\n".join(lines)
    first, last = sorted(data.draw(st.integers(0, len(text))) for _ in range(2)) if data else (1, 3)
    start, end = position(text, first), position(text, last)
    where = Range(Point(start.line, start.character), Point(end.line, end.character))
    assert changed(text, where, new) == text[:first] + new + text[last:]
    assert text[offset(text, start) : offset(text, end)] == text[first:last]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_whatever_ends_its_lines(end: str) -> None:
    text = f"ett{end}två{end}tre"
    assert changed(text, Range(Point(1, 0), Point(1, 3)), "2") == f"ett{end}2{end}tre"
    assert changed(text, Range(Point(2, 3), Point(9, 9)), "!") == f"{text}!"
    assert changed(text, Range(Point(0, 3), Point(1, 0)), "") == f"etttvå{end}tre"
    assert changed(text, None, "nytt") == "nytt"


@given(LINES, LINES)
def test_a_line_that_is_said_to_be_unchanged_is_so(before: list[str], after: list[str]) -> None:
    was, stands = Sheet("\n".join(before)), Sheet("\n".join(after))
    line_map = line_map_of(was, stands)
    for number in range(1, len(stands.lines) + 1):
        then = line_map.then(number)
        if then is not None:
            assert was.line(then) == stands.line(number)
            assert line_map.now(then) == number


@pytest.mark.parametrize(
    ("column", "word"),
    [
        (1, None),
        (5, "actor"),
        (8, "actor"),
        (10, "actor"),
        (12, "sol.plan"),
        (16, "sol.plan"),
        (20, "sol.plan"),
        (21, None),
    ],
)
def test_the_word_at_a_column(column: int, word: str | None) -> None:
    found = Sheet("    actor: sol.plan , ").word(1, column)
    assert (found.text if found else None) == word
