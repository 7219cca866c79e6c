"""Rule files whose text is at fault: each ends in the faults expected and where they are expected."""

import re
from pathlib import Path

import pytest

from rutinmotor.text.document.parsing import read_document

FOLDER = Path(__file__).parents[2] / "hostile" / "rules"
ROWS = [
    row.split(": ")
    for row in (FOLDER / "MANIFEST.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("name", "expected"), ROWS, ids=[name for name, _ in ROWS])
def test_file(name: str, expected: str) -> None:
    document, found = read_document(name, (FOLDER / name).read_bytes())
    first: dict[str, str] = {}
    for fault in found:
        assert fault.place is not None
        first.setdefault(fault.code, f"{fault.place.line}:{fault.place.column}")
    assert sorted(f"{code}@{place}" for code, place in first.items()) == (expected.split() if expected != "ok" else [])
    assert (document is None) == bool(found)


@pytest.mark.parametrize("name", [name for name, _ in ROWS])
def test_every_place_is_in_the_text(name: str) -> None:
    data = (FOLDER / name).read_bytes()
    _, found = read_document(name, data)
    if any(fault.code == "RM006" for fault in found):
        assert len(found) == 1
        return
    lines = re.split(r"\r\n|\r|\n", data.decode("utf-8").removeprefix("\ufeff"))
    for fault in found:
        for place in (fault.place, *fault.further):
            assert place is not None
            assert place.source == name
            assert 1 <= place.line <= len(lines)
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_each_file_of_text_is_listed() -> None:
    assert {path.name for path in FOLDER.glob("text_*")} == {name for name, _ in ROWS}
    assert len(ROWS) >= 90
