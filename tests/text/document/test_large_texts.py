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
