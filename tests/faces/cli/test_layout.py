"""Lines that fit: wrapping, columns, and the words for days and numbers."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rutinmotor.ground.words.layout import Column, Line, Piece, beside, cells, indented, line, plain, unbroken, wrapped
from rutinmotor.ground.words.phrases import (
    CASE,
    DAY,
    counted,
    day_long,
    day_short,
    days_left,
    listed,
    printable,
    status_count,
)

WORDS = st.lists(st.text(st.sampled_from("abåäö漢é.·("), min_size=1, max_size=12), max_size=12)


def _texts(lines: list[Line]) -> list[str]:
    return [plain(one) for one in lines]


def test_words_are_kept_whole() -> None:
    pieces = [Piece("ett två "), Piece("tre fyra", "strong")]
    assert _texts(wrapped(pieces, 8)) == ["ett två", "tre fyra"]
    assert wrapped(pieces, 8)[1] == (Piece("tre fyra", "strong"),)
    assert _texts(wrapped(pieces, 9, hanging=2)) == ["ett två", "  tre", "  fyra"]
    assert _texts(wrapped([Piece("abcdefgh")], 3)) == ["abc", "def", "gh"]
    assert _texts(wrapped([Piece(f"ons {unbroken('12 nov 2025')}")], 12)) == ["ons", "12 nov 2025"]
    assert _texts(wrapped([], 10)) == [""]


@given(WORDS, st.integers(1, 40), st.integers(0, 4))
def test_wrapping_fits_and_loses_nothing(words: list[str], width: int, hanging: int) -> None:
    lines = wrapped([Piece(" ".join(words))], width, hanging=min(hanging, width - 1))
    widest = max([1, *(cells(char) for word in words for char in word)])
    assert all(cells(plain(one)) <= max(width, widest + hanging) for one in lines)
    assert "".join(_texts(lines)).replace(" ", "") == "".join(words)


def test_columns_stand_beside_one_another() -> None:
    left = Column([line("a"), line("b", "red")], 3)
    right = Column([line("c")], 5)
    assert _texts(beside([left, right], indent=1)) == [" a    c", " b"]
    assert indented([(), line("x")], 2) == [(), (Piece("  x"),)]


@pytest.mark.parametrize(("text", "width"), [("abc", 3), ("åäö", 3), ("漢字", 4), ("e\u0301", 1), ("●", 1)])
def test_cells(text: str, width: int) -> None:
    assert cells(text) == width


def test_days_in_words() -> None:
    day = date(2025, 11, 12)
    assert (day_short(day, "sv"), day_short(day, "en")) == ("ons 12 nov 2025", "Wed 12 Nov 2025")
    assert (day_long(day, "sv"), day_long(day, "en")) == ("onsdag 12 november 2025", "Wednesday 12 November 2025")
    # What stands in the column of due dates.
    assert max(len(day_short(day + timedelta(days=n), lang)) for n in range(400) for lang in ("sv", "en")) <= 18


@pytest.mark.parametrize(
    ("days", "sv", "en"),
    [
        (0, "sista dagen idag", "due today"),
        (1, "1 dag kvar", "1 day left"),
        (-1, "1 dag för sent", "1 day late"),
        (-22, "22 dagar för sent", "22 days late"),
        (365, "365 dagar kvar", "365 days left"),
    ],
)
def test_days_left(days: int, sv: str, en: str) -> None:
    assert (days_left(days, "sv"), days_left(days, "en")) == (sv, en)


def test_numbers_and_lists() -> None:
    assert (counted(1, DAY, "sv"), counted(2, DAY, "en"), counted(12_000, CASE, "sv")) == (
        "1 dag",
        "2 days",
        "12 000 ärenden",
    )
    assert (status_count(1, "overdue", "sv"), status_count(3, "overdue", "sv")) == ("1 försenat", "3 försenade")
    assert [listed(words, "sv") for words in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a och b",
        "a, b och c",
    ]
    assert printable("a\x1b[31m\u202eb") == "a\\u001b[31m\\u202eb"
