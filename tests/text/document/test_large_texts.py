"""Large and monotonous texts: read or refused, and four times as much takes about four times the steps.

What a long text costs inside C no step counts: `bench/monotonous.py` measures it.
"""

from collections.abc import Callable

import pytest

from rutinmotor.text.document.parsing import LIMIT, read_document
from tests.steps import steps

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


Written = Callable[[int], str]


def repeated(begins: str, unit: str, ends: str) -> Written:
    """A text of about so many bytes."""
    return lambda size: begins + unit * (size // len(unit.encode())) + ends


def ever_deeper(size: int) -> str:
    """A mapping in a mapping in a mapping, each on a line of its own: 1,900 of them for a megabyte."""
    return "".join(" " * depth + "a:\n" for depth in range(size // 552))


def rules(number: int) -> str:
    rule = "  - id: regel_{n}\n    title: Regel\n    trigger: [a, {{overdue: b}}]\n    deadline: {{days: 3}}\n"
    return "rules:\n" + "".join(rule.format(n=n) for n in range(number))


MONOTONOUS: dict[str, Written] = {
    **{name: repeated("", unit, "") for name, unit in REPEATED.items()},
    **{name: repeated(*parts) for name, parts in AROUND.items()},
    "ever deeper indentation": ever_deeper,
}


def read(text: str) -> None:
    document, found = read_document("large.yaml", text.encode()[:LIMIT])
    assert (document is None) == bool(found)
    assert len(found) <= 101


@pytest.mark.parametrize("name", MONOTONOUS)
def test_a_megabyte_is_read_or_refused_in_a_hundred_faults(name: str) -> None:
    read(MONOTONOUS[name](SIZE))


@pytest.mark.parametrize("name", MONOTONOUS)
def test_four_times_the_text_is_four_times_the_work(name: str) -> None:
    def of_size(kilobytes: int) -> int:
        text = MONOTONOUS[name](kilobytes * 1024)
        return steps(lambda: read(text))

    of_size(1)
    assert of_size(64) <= 5 * of_size(16)


def test_four_times_the_rules_are_four_times_the_work() -> None:
    def of_size(number: int) -> int:
        text = rules(number)
        return steps(lambda: read(text))

    of_size(1)
    assert of_size(100) <= 4.2 * of_size(25)


def test_two_thousand_lines_of_rules() -> None:
    document, found = read_document("rules.yaml", rules(500).encode())
    assert found == ()
    assert document is not None
    assert document.place_of(["rules", 499, "deadline", "days"]).line == 2001
