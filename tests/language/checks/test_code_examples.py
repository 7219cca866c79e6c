"""The pages of RM1xx to RM5xx: the bad example gives the page's code and no other, the good one nothing."""

import re
from pathlib import Path

import pytest

from rutinmotor.ground.diagnostics.codes.code import Severity
from rutinmotor.ground.diagnostics.codes.register import CODES, FAMILIES, RETIRED
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.lints.linting import review

PAGES = Path(__file__).parents[3] / "docs" / "codes"
PREFIXES = ("RM1", "RM2", "RM3", "RM4", "RM5")
IDS = [code.id for family in PREFIXES for code in FAMILIES[family]]


def codes_of(example: str, page: str) -> list[str]:
    """What a review gives; an example of several files has a line `# fil: NAME` before each.

    Remarks are left out where the page is of something graver: an example says only what it needs to.
    """
    parts = re.split(r"^# fil: (.*)\n", example, flags=re.MULTILINE)
    files = list(zip(parts[1::2], parts[2::2], strict=True)) or [("exempel.yaml", example)]
    found = review(read_texts([(name, text.encode()) for name, text in files]))
    remarks = CODES[page].severity is Severity.INFO
    return [one.code for one in found if remarks or one.severity is not Severity.INFO]


@pytest.mark.parametrize("code", IDS)
def test_page(code: str) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    bad, good = (re.findall(rf"```yaml {kind}\n(.*?)```", page, re.DOTALL) for kind in ("bad", "good"))
    assert bad
    assert good
    assert [codes_of(example, code) for example in bad] == [[code]] * len(bad)
    assert [codes_of(example, code) for example in good] == [[]] * len(good)
    assert page.startswith(f"# {code} ")
    assert "In English: " in page


def test_each_page_has_a_code() -> None:
    assert sorted(path.stem for prefix in PREFIXES for path in PAGES.glob(f"{prefix}*.md")) == sorted(
        [*IDS, *(code for code in RETIRED if code.startswith(PREFIXES))]
    )
