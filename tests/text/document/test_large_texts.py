"""Large and monotonous texts: read or refused within a second of work, whatever they repeat."""

import time

import pytest

from rutinmotor.text.document.parsing import LIMIT, read_document

pytestmark = pytest.mark.timed
SIZE = 1024 * 1024
REPEATED = {
    "brackets": "[",
    "braces": "{",
    "brackets and braces": "[{",
    "dashes": "- ",
    "explicit keys": "? ",
    "colons": ": ",
    "tags": "!x ",
    "tags without end": "!",
    "anchors": "&a ",
    "aliases": "*a ",
    "directives": "%a\n",
    "list": "- a\n",
    "one key": "a: 1\n",
    "merge keys": "<<: 1\n",
    "double quotes": '"',
    "single quotes": "'",
    "backslashes": "\\",
    "question marks": "?",
    "spaces": " ",
    "tabs": "\t",
    "line feeds": "\n",
    "carriage returns": "\r",
    "comments": "#\n",
    "digits": "1",
    "letters": "å",
    "combining marks": "\u0301\u0323",
    "zero-width spaces": "\u200b",
    "zero-width spaces between": "a\u200b",
    "hard spaces": "\u00a0\n",
    "zeros": "\0",
}
AROUND = {
    "flow list": ("[", "a,", "]"),
    "flow mapping": ("{", "a:b,", "}"),
    "question marks in brackets": ("[", "?", "]"),
    "surrogates": ('["', "\\ud83d\\ude00", '"]'),
    "half surrogates": ('["', "\\ud83d", '"]'),
    "block text": ("a: |\n", " x\n", ""),
    "quoted line breaks": ('"', "\\\n", '"'),
    "exponent": ("1e", "1", ""),
}


def seconds_of_work(text: str) -> float:
    began = time.process_time()
    document, found = read_document("large.yaml", text.encode()[:LIMIT])
    assert (document is None) == bool(found)
    assert len(found) <= 101
    return time.process_time() - began


@pytest.mark.parametrize("name", REPEATED)
def test_repeated(name: str) -> None:
    unit = REPEATED[name]
    assert seconds_of_work(unit * (SIZE // len(unit.encode()))) < 1


@pytest.mark.parametrize("name", AROUND)
def test_repeated_within(name: str) -> None:
    begins, unit, ends = AROUND[name]
    assert seconds_of_work(begins + unit * (SIZE // len(unit)) + ends) < 1


def test_ever_deeper_indentation() -> None:
    assert seconds_of_work("".join(" " * depth + "a:\n" for depth in range(1900))) < 1


def test_two_thousand_lines_of_rules() -> None:
    rule = "  - id: regel_{n}\n    title: Regel\n    trigger: [a, {{overdue: b}}]\n    deadline: {{days: 3}}\n"
    text = "rules:\n" + "".join(rule.format(n=n) for n in range(500))
    began = time.process_time()
    document, found = read_document("rules.yaml", text.encode())
    assert time.process_time() - began < 0.5
    assert found == ()
    assert document is not None
    assert document.place_of(["rules", 499, "deadline", "days"]).line == 2001


def test_the_largest_size_is_read_and_one_byte_more_is_not() -> None:
    assert read_document("a", b"a: " + b"x" * (LIMIT - 3))[1] == ()
    assert [fault.code for fault in read_document("a", b"a: " + b"x" * (LIMIT - 2))[1]] == ["RM005"]
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
