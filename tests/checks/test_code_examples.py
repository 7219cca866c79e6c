"""The pages of RM1xx to RM3xx and RM5xx: the bad example gives the page's code and no other, the good one nothing."""

import re
from pathlib import Path

import pytest

from rutinmotor.checks import check_texts
from rutinmotor.diagnostics.codes import FAMILIES

PAGES = Path(__file__).parents[2] / "docs" / "codes"
IDS = [code.id for family in ("RM1", "RM2", "RM3", "RM5") for code in FAMILIES[family]]


def codes_of(example: str) -> list[str]:
    """What checking gives; an example of several files has a line `# fil: NAME` before each."""
    parts = re.split(r"^# fil: (.*)\n", example, flags=re.MULTILINE)
    files = list(zip(parts[1::2], parts[2::2], strict=True)) or [("exempel.yaml", example)]
    return [fault.code for fault in check_texts([(name, text.encode()) for name, text in files])]


@pytest.mark.parametrize("code", IDS)
def test_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text()
    bad, good = (re.findall(rf"```yaml {kind}\n(.*?)```", page, re.DOTALL) for kind in ("bad", "good"))
    assert bad
    assert good
    assert [codes_of(example) for example in bad] == [[code]] * len(bad)
    assert [codes_of(example) for example in good] == [[]] * len(good)
    assert page.startswith(f"# {code} ")
    assert "In English: " in page


def test_each_page_has_a_code() -> None:
    assert sorted(
        path.stem for prefix in ("RM1", "RM2", "RM3", "RM5") for path in PAGES.glob(f"{prefix}*.md")
    ) == sorted(IDS)
