"""The pages of the codes of cases: each code has one, and its examples are run."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.ground.diagnostics.codes.register import FAMILIES, RETIRED
from rutinmotor.ground.diagnostics.diagnostic import CaseError
from rutinmotor.language.casefile.case_files import once_each, read_case, read_cases

PAGES = Path(__file__).parents[3] / "docs" / "codes"
CODES = [code.id for code in FAMILIES["RM6"]]
BLOCK = re.compile(r"^```(\w+) (bad|good|rules)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
DAY = date(2026, 6, 30)


def codes_of(kind: str, text: str, rules: str) -> Iterator[str]:
    """What reading an example tells, and evaluating it where the page has rules."""
    if kind == "python":
        try:
            read_case(ast.literal_eval(text))
        except CaseError as error:
            yield from (one.code for one in error.diagnostics)
        return
    name = f"a.{kind}"
    for _, read in once_each((name, one) for one in read_cases(name, text.rstrip("\n").encode())):
        yield from (one.code for one in read.diagnostics)
        if read.case is not None and rules:
            try:
                engine_from_texts({"prov.yaml": rules}).evaluate(read.case, DAY)
            except CaseError as error:
                yield from (one.code for one in error.diagnostics)


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    retired = {code for code in RETIRED if code.startswith("RM6")}
    assert {path.stem for path in PAGES.glob("RM6*.md")} == {*CODES, *retired}


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code} ")
    assert "\nIn English: " in text
    blocks = {mark: (kind, body) for kind, mark, body in BLOCK.findall(text)}
    rules = blocks.pop("rules", ("", ""))[1]
    assert sorted(blocks) == ["bad", "good"]
    assert set(codes_of(*blocks["bad"], rules)) == {code}
    assert not set(codes_of(*blocks["good"], rules))
