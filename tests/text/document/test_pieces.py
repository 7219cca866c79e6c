"""Where the parts of a text are written, and which values of new text go on one line."""

import pytest

from rutinmotor.text.document import Plain, pieces_of, reads_best_on_one_line

TEXT = "a: [ett, två]\nb:\n  c: {d: 1}\n"


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), TEXT.rstrip()),
        (("a",), "[ett, två]"),
        (("a", 0), "ett"),
        (("a", 1), "två"),
        (("b",), "c: {d: 1}"),
        (("b", "c", "d"), "1"),
        (("a", 2), None),
        (("a", -1), None),
        (("e",), None),
        (("a", "b"), None),
        (("b", 0), None),
        (("a", 0, "b", 0), None),
        (("a", 2, 0), None),
    ],
)
def test_a_piece_is_found_by_its_path(path: tuple[str | int, ...], written: str | None) -> None:
    piece = pieces_of(TEXT).at(path)
    assert (TEXT[piece.start : piece.end] if piece else None) == written


def test_a_key_is_found_by_its_letters_however_they_are_written() -> None:
    text = "a\u0308: ett\n"
    piece = pieces_of(text).at(("ä",))
    assert piece is not None
    assert text[piece.start : piece.end] == "ett"


@pytest.mark.parametrize(
    ("text", "style"),
    [
        ("ett", ""),
        ('"ett"', '"'),
        ("'ett'", "'"),
        ("|\n ett", "|"),
        (">\n ett", ">"),
        ("[ett]", "["),
        ("{a: 1}", "{"),
        ("- ett", ""),
        ("a: 1", ""),
    ],
)
def test_a_piece_has_the_style_that_it_is_written_in(text: str, style: str) -> None:
    assert pieces_of(text).style == style


@pytest.mark.parametrize(
    ("value", "is_best"),
    [
        ("x" * 200, True),
        ("ett\ntvå", False),
        (1, True),
        ([{"a": 1}, {"b": 2}], True),
        ([{"a": 1}, {"b": 2, "c": 3}], False),
        ({"a": 1, "b": 2}, True),
        (["x" * 88], True),  # 90 characters with its brackets
        (["x" * 89], False),
        ({"a": "x" * 85}, True),
        ({"a": "x" * 86}, False),
    ],
)
def test_a_short_and_plain_value_reads_best_on_one_line(value: Plain, is_best: bool) -> None:
    assert reads_best_on_one_line(value) == is_best


def test_the_room_on_a_line_is_all_used() -> None:
    assert reads_best_on_one_line([1, 2], 6)
    assert not reads_best_on_one_line([1, 2], 5)
