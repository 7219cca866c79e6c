"""How much a text may hold: bytes, lines, values and faults, to the last that is read and the first that is not."""

import pytest

from rutinmotor.text.document.parsing import LIMIT, MOST_VALUES, read_document


def test_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert read_document("a", b"a: " + b"x" * (LIMIT - 3))[1] == ()
    assert [fault.code for fault in read_document("a", b"a: " + b"x" * (LIMIT - 2))[1]] == ["RM005"]


def test_four_mebibytes_and_a_hundred_thousand_values() -> None:
    assert (LIMIT, MOST_VALUES) == (4_194_304, 100_000)


def test_a_size_asked_for_is_read_and_one_byte_more_is_not() -> None:
    assert read_document("a", b"a: b", limit=4)[1] == ()
    assert [fault.code for fault in read_document("a", b"a: b", limit=3)[1]] == ["RM005"]


@pytest.mark.parametrize("text", ["[1, 2, 3]", "[1, [2]]", "{a: 1, b: 2, c: 3}", "a: 1\nb: 2\nc: 3"])
def test_values_are_counted_without_their_keys(text: str) -> None:
    assert read_document("a", text.encode(), most_values=4)[1] == ()
    assert [fault.code for fault in read_document("a", text.encode(), most_values=3)[1]] == ["RM040"]


def test_lines_are_counted() -> None:
    assert read_document("a", b"a:\r\n\r\n\r\n", most_values=3)[1] == ()
    assert [fault.code for fault in read_document("a", b"a:\r\n\r\n\r\n", most_values=2)[1]] == ["RM040"]


def test_a_hundred_faults_are_listed_and_the_rest_named_once() -> None:
    hundred = read_document("a", b"- *a\n" * 100)[1]
    assert [fault.code for fault in hundred] == ["RM032"] * 100
    more = read_document("a", b"- *a\n" * 150)[1]
    assert more[:100] == hundred
    assert [str(fault.place) for fault in more[100:]] == ["a:101:3"]
    assert more[100].code == "RM043"
    # A hundred faulty characters leave the rest to be read.
    signs = read_document("a", b"- \x07\n" * 100 + b"- *a\n")[1]
    assert [str(fault.place) for fault in signs[100:]] == ["a:101:3"]


def test_nothing_is_read_past_the_fault_that_is_one_too_many() -> None:
    """Where the text ends within its bracket is told as long as the reading comes there."""
    hundred = read_document("a", b"[\n" + b"*a,\n" * 100)[1]
    assert [fault.code for fault in hundred] == ["RM018", *["RM032"] * 99, "RM043"]
    one_more = read_document("a", b"[\n" + b"*a,\n" * 101)[1]
    assert [fault.code for fault in one_more] == [*["RM032"] * 100, "RM043"]
