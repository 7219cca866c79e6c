"""The pages of RM7xx: each code has one, the bad example gives that code and no other, the good one holds."""

import re
from pathlib import Path

import pytest

from rutinmotor.ground.diagnostics.codes.register import FAMILIES, RETIRED
from rutinmotor.workbench.scenario.rulebook import Rulebook
from rutinmotor.workbench.scenario.running import try_file
from rutinmotor.workbench.scenario.scenario_files import read_scenario
from rutinmotor.workbench.scenario.verdict import Verdict
from tests.workbench.scenario.trying import ROOT, tried_file

PAGES = ROOT / "docs" / "codes"
CODES = [code.id for code in FAMILIES["RM7"]]


def verdict_of(example: str, folder: Path) -> Verdict:
    """Try an example; one of several files has a line `# fil: NAME` before each, others are about the shipped rules."""
    parts = re.split(r"^# fil: (.*)\n", example, flags=re.MULTILINE)
    if len(parts) == 1:
        name = str(ROOT / "rules" / "tests" / "exempel.yaml")
        return try_file(name, read_scenario(name, example.encode()), Rulebook())
    for name, text in zip(parts[1::2], parts[2::2], strict=True):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return tried_file(folder / parts[-2])


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    retired = {code for code in RETIRED if code.startswith("RM7")}
    assert {path.stem for path in PAGES.glob("RM7*.md")} == {*CODES, *retired}


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page(code: str, tmp_path: Path) -> None:
    page = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code} ")
    assert "\nIn English: " in page
    bad, good = (re.findall(rf"```yaml {kind}\n(.*?)```", page, re.DOTALL) for kind in ("bad", "good"))
    assert len(bad) == len(good) == 1
    assert {one.code for one in verdict_of(bad[0], tmp_path).diagnostics} == {code}
    verdict = verdict_of(good[0], tmp_path)
    assert verdict.results
    assert verdict.holds
