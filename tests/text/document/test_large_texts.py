"""Large and monotonous texts: read or refused, and four times as much takes about four times the steps.

What a long text costs inside C no step counts: `bench/monotonous.py` measures it.
"""

from collections.abc import Callable

import pytest
from monotonous import RULES, of_size

from rutinmotor.text.document.parsing import LIMIT, read_document
from tests.steps import steps

SIZE = 1024 * 1024
Written = Callable[[int], str]


def ever_deeper(size: int) -> str:
    """A mapping in a mapping in a mapping, each on a line of its own: 1,900 of them for a megabyte."""
    return "".join(" " * depth + "a:\n" for depth in range(size // 552))


def rules(number: int) -> str:
    rule = "  - id: regel_{n}\n    title: Regel\n    trigger: [a, {{overdue: b}}]\n    deadline: {{days: 3}}\n"
    return "rules:\n" + "".join(rule.format(n=n) for n in range(number))


MONOTONOUS: dict[str, Written] = {
    **{name: lambda size, parts=parts: of_size(parts, size).decode() for name, parts in RULES.items()},
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
    def work(kilobytes: int) -> int:
        text = MONOTONOUS[name](kilobytes * 1024)
        return steps(lambda: read(text))

    work(1)
    assert work(64) <= 5 * work(16)


def test_four_times_the_rules_are_four_times_the_work() -> None:
    def work(number: int) -> int:
        text = rules(number)
        return steps(lambda: read(text))

    work(1)
    assert work(100) <= 4.2 * work(25)


def test_two_thousand_lines_of_rules() -> None:
    document, found = read_document("rules.yaml", rules(500).encode())
    assert found == ()
    assert document is not None
    assert document.place_of(["rules", 499, "deadline", "days"]).line == 2001
