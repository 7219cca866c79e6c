"""Rule files that are wrong in shape or reference: each ends in the diagnostics expected."""

from pathlib import Path

import pytest

from rutinmotor.language.checks.checking import check_texts

FOLDER = Path(__file__).parents[2] / "hostile" / "rules"
ROWS = [
    row.split(": ")
    for row in (FOLDER / "MANIFEST-checks.txt").read_text(encoding="utf-8").splitlines()
    if not row.startswith("#")
]


@pytest.mark.parametrize(("name", "codes"), ROWS, ids=[name for name, _ in ROWS])
def test_file(name: str, codes: str) -> None:
    data = (FOLDER / name).read_bytes()
    found = check_texts([(name, data)])
    assert sorted({fault.code for fault in found}) == (codes.split() if codes != "ok" else [])
    lines = data.decode().split("\n")
    for fault in found:
        for place in (fault.place, *fault.further):
            assert place is not None
            assert 1 <= place.column <= len(lines[place.line - 1]) + 1


def test_each_file_of_shape_and_reference_is_listed() -> None:
    there = {path.name for prefix in ("shape", "ref") for path in FOLDER.glob(f"{prefix}_*.yaml")}
    assert there == {name for name, _ in ROWS}
