"""The documents in: every numbered line of the semantics, and every reading of one, is named by a test here."""

import ast
import re
from collections import Counter
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DOCS = HERE.parents[2] / "docs"
LINES = re.findall(r"^(\d\.\d+) ", (DOCS / "semantics.md").read_text(encoding="utf-8"), re.MULTILINE)
READINGS = re.findall(
    r"^- \*\*([^*]+)\*\*",
    (DOCS / "decisions" / "0001-readings-of-the-semantics.md").read_text(encoding="utf-8"),
    re.MULTILINE,
)


def docstrings() -> dict[str, str]:
    """The docstring of every test function of the folder, by its name."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted(HERE.glob("test_*.py"))]
    functions = [node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef)]
    return {node.name: ast.get_docstring(node) or "" for node in functions if node.name.startswith("test_")}


TESTS = docstrings()


def numbers(text: str) -> set[str]:
    return set(re.findall(r"\b\d\.\d+\b", text))


def named_by(name: str) -> str | None:
    """The line that a test's name bears: `test_3_4_restart` is of 3.4."""
    found = re.match(r"test_(\d)_(\d+)_", name)
    return f"{found[1]}.{found[2]}" if found else None


def test_the_documents_were_read() -> None:
    assert LINES[0] == "1.1"
    assert LINES[-1] == "6.7"
    assert len(LINES) == len(set(LINES)) == 52
    assert len(READINGS) > 50


@pytest.mark.parametrize("line", LINES)
def test_every_numbered_line_has_a_test(line: str) -> None:
    assert [name for name in TESTS if named_by(name) == line]


def test_no_test_names_a_line_that_is_not_there() -> None:
    assert {line for name in TESTS if (line := named_by(name))} == set(LINES)


@pytest.mark.parametrize("line", sorted({one for reading in READINGS for one in numbers(reading)}))
def test_every_reading_of_a_line_has_a_test(line: str) -> None:
    """As many tests that begin with `Reading` and the number as there are readings of it, or more."""
    wanted = Counter(one for reading in READINGS for one in numbers(reading))[line]
    heads = [re.match(r"Reading [^:]*", doc) for doc in TESTS.values()]
    found = [head[0] for head in heads if head and line in numbers(head[0])]
    # a range such as `4.1 to 4.4` is one reading, named whole by its tests
    assert len(found) >= (1 if line in ("4.1", "4.4") else wanted), found
