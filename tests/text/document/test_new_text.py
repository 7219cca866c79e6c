"""New values in the layout of the house: on the line of their key, in brackets, or in lines of their own."""

import pytest

from rutinmotor.text.document import Plain, after_dash, after_key, in_flow

IN_BRACKETS: list[tuple[Plain, str]] = [
    (None, "null"),
    ([None, 1, 1.5, True], "[null, 1, 1.5, true]"),
    ({"x": None}, "{x: null}"),
    ([{"a": "b, c"}], '[{a: "b, c"}]'),
    (["a: b", "c#d", "e #f", "x:", " x", "x "], '["a: b", c#d, "e #f", "x:", " x", "x "]'),
    (["1:2", "a?b", "12:30", "null", "1"], '[1:2, "a?b", 12:30, "null", "1"]'),
    (["a\nb"], '["a\\nb"]'),
    ({"a": [{"b": 1, "c": []}]}, "{a: [{b: 1, c: []}]}"),
    (["x" * 60, "y" * 60], f"[{'x' * 60}, {'y' * 60}]"),  # as long as it may be
    ("9" * 19, f'"{"9" * 19}"'),
    ([float("inf"), float("-inf"), ".inf"], '[.inf, -.inf, ".inf"]'),
    ("a, b", '"a, b"'),
    ("a?b", '"a?b"'),
    ("ett " * 39 + "ett", "ett " * 39 + "ett"),  # no line is broken, however long
]


@pytest.mark.parametrize(("value", "written"), IN_BRACKETS)
def test_in_brackets(value: Plain, written: str) -> None:
    assert in_flow(value) == written


BELOW: list[tuple[Plain, str]] = [
    ("y", " y"),
    (None, ""),
    (0.0, " 0.0"),
    ([[], {}], "\n    - []\n    - {}"),
    ([], " []"),
    ({"x": None}, "\n    x:"),
    (["a: b", "c#d"], '\n    - "a: b"\n    - c#d'),
    (["a?b", "a, b"], '\n    - "a?b"\n    - "a, b"'),
    ({"a": ["x"]}, "\n    a: [x]"),
    ([{"b": 1, "c": [1]}], "\n    - {b: 1, c: [1]}"),
    ({"a": [{"b": 1, "c": 2}]}, "\n    a:\n      - {b: 1, c: 2}"),
    ("a\nb", " |-\n    a\n    b"),
    ("a\n\nb\n", " |\n    a\n\n    b"),
    (["a\nb"], "\n    - |-\n      a\n      b"),
    # In lines of their own these would hide something.
    (" a\nb", ' " a\\nb"'),
    ("a \nb", ' "a \\nb"'),
    ("a\nb ", ' "a\\nb "'),
]


@pytest.mark.parametrize(("value", "written"), BELOW)
def test_below_a_key(value: Plain, written: str) -> None:
    assert after_key(value, 2, on_one_line=False) == written


def test_a_text_of_several_lines_where_there_is_room_for_one() -> None:
    assert after_key("a\nb", 2, on_one_line=True) == ' "a\\nb"'
    assert after_dash("a\nb", 2, on_one_line=True) == ' "a\\nb"'
    assert after_dash("a\nb", 2, on_one_line=False) == " |-\n    a\n    b"
    assert after_key("a", 2, on_one_line=True, quotes="'") == " 'a'"
