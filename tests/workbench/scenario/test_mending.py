"""Writing the answers into a scenario: what differs is set, byte for byte nothing else, and the result holds."""

from pathlib import Path

import pytest

from rutinmotor.workbench.scenario.mending import mended
from rutinmotor.workbench.scenario.rulebook import Rulebook
from tests.workbench.scenario.test_rulebook import written
from tests.workbench.scenario.trying import RULES, SCENARIO, tried_file, with_expected


def mend(folder: Path, text: str) -> str | None:
    """The text with the answers written in, None where nothing can be."""
    path = written(folder, prov=RULES, tests__plan=text)
    book = Rulebook()
    found = mended(tried_file(path, book), path.read_bytes(), book)
    if found is None:
        return None
    assert found.before == path.read_bytes()
    path.write_bytes(found.after)
    assert tried_file(path, book) == found.verdict
    return found.after.decode()


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("- {rule: prov.svar, status: due, due: 2026-03-09}", "- {rule: prov.svar, status: overdue, due: 2026-03-07}"),
        ("- {rule: prov.svar, due: null}  # senare", "- {rule: prov.svar, due: 2026-03-07}  # senare"),
        ("- {rule: \"prov.svar\", light: 'green', item: del-1}", "- {rule: \"prov.svar\", light: 'red', item: del-1}"),
        (
            "- {rule: prov.svar, escalated_to: [], ended_on: 2026-03-04}",
            "- {rule: prov.svar, escalated_to: [chef], ended_on: null}",
        ),
        (
            "- rule: prov.svar\n    status: due  # inte än\n    opened: 2026-03-02",
            "- rule: prov.svar\n    status: overdue  # inte än\n    opened: 2026-03-02",
        ),
    ],
)
def test_what_differs_is_set_and_all_else_stays(line: str, after: str, tmp_path: Path) -> None:
    head = SCENARIO[: SCENARIO.index("expect:")]
    assert mend(tmp_path, f"# Först\n{head}expect:\n  {line}\n# Sist") == f"# Först\n{head}expect:\n  {after}\n# Sist"


@pytest.mark.parametrize(
    "lines",
    [
        ("expect:", "  - {rule: prov.svar, status: overdue}"),
        ("expect:", "  - {rule: prov.egen, status: due}"),
        ("expect:", "  - {rule: prov.svar, item: del-2, status: due}"),
        ("expect:", "  - {rule: prov.svar, opened: 2026-03-03, status: due}"),
        ("absent: [prov.svar]",),
        ("undetermined: [prov.svar]",),
        ("expect:", "  - {rule: prov.svar, status: sent}"),
    ],
)
def test_what_is_not_there_is_not_mended(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert mend(tmp_path, with_expected(*lines)) is None


@pytest.mark.parametrize("written", [("overdue", "due"), ("due", "due"), ("due", "paused")])
def test_lines_about_equal_obligations_become_equal(written: tuple[str, str], tmp_path: Path) -> None:
    two = SCENARIO.replace(
        "item: del-1}\nat", "item: del-1}\n    - {id: e2, type: mottaget, at: 2026-03-02, item: del-1}\nat"
    )
    lines = ("expect:", *(f"  - {{rule: prov.svar, status: {status}}}" for status in written))
    held = ("expect:", *["  - {rule: prov.svar, status: overdue}"] * 2)
    assert mend(tmp_path, with_expected(*lines, text=two)) == with_expected(*held, text=two)


def test_a_line_too_many_is_not_mended(tmp_path: Path) -> None:
    assert mend(tmp_path, with_expected("expect:", *["  - {rule: prov.svar, status: overdue}"] * 2)) is None


def test_the_rest_may_still_fail(tmp_path: Path) -> None:
    text = with_expected("expect:", "  - {rule: prov.svar, status: due}", "  - {rule: prov.egen}")
    assert mend(tmp_path, text) == text.replace("status: due", "status: overdue")


def test_windows_line_breaks_stay(tmp_path: Path) -> None:
    text = SCENARIO.replace("status: overdue", "status: due")
    path = written(tmp_path, prov=RULES, tests__plan=text)
    path.write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    book = Rulebook()
    found = mended(tried_file(path, book), path.read_bytes(), book)
    assert found is not None
    assert found.after == b"\xef\xbb\xbf" + SCENARIO.replace("\n", "\r\n").encode()
