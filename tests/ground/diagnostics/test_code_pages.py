"""The pages of RM0xx: the bad example gives the page's code, the good one nothing; and every code has its page."""

import codecs
import re
from pathlib import Path

import pytest

from rutinmotor.ground.diagnostics.codes.register import CODES, FAMILIES, RETIRED
from rutinmotor.text.document.parsing import LIMIT, read_document

FOLDER = Path(__file__).parents[3] / "docs" / "codes"
IDS = [code.id for code in FAMILIES["RM0"]]
BLOCK = re.compile(r"^```yaml (bad|good)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What is wrong with these lies outside the text of any file, or only matters where the file would be written to.
WITHOUT_EXAMPLES = {"RM001", "RM002", "RM003", "RM004", "RM045"}
# To have too many faults, one must have some.
ALSO = {"RM043": {"RM032"}}


def blocks(code: str) -> list[tuple[str, dict[str, str], bytes]]:
    """Each example's kind, the words after it (`escaped`, `repeat=`, `limit=`, `values=`), and its bytes."""
    found: list[tuple[str, dict[str, str], bytes]] = []
    for kind, words, text in BLOCK.findall((FOLDER / f"{code}.md").read_text(encoding="utf-8")):
        options = {name: value for name, _, value in (word.partition("=") for word in words.split())}
        data = text.encode()
        if "escaped" in options:
            data = codecs.escape_decode(data)[0]
            assert isinstance(data, bytes)
        found.append((kind, options, data * int(options.get("repeat", 1))))
    return found


EXAMPLES = [pytest.param(code, *block, id=f"{code}-{block[0]}") for code in IDS for block in blocks(code)]


@pytest.mark.parametrize(("code", "kind", "options", "data"), EXAMPLES)
def test_example(code: str, kind: str, options: dict[str, str], data: bytes) -> None:
    limit, values = int(options.get("limit", LIMIT)), int(options.get("values", 100_000))
    found = {fault.code for fault in read_document("exempel.yaml", data, limit, values)[1]}
    assert found == ({code} | ALSO.get(code, set()) if kind == "bad" else set())


@pytest.mark.parametrize("code", IDS)
def test_page(code: str) -> None:
    page = (FOLDER / f"{code}.md").read_text(encoding="utf-8")
    assert page.startswith(f"# {code} ")
    assert "\nVarför: " in page
    assert "\nIn English: " in page
    assert {kind for kind, _, _ in blocks(code)} == (set() if code in WITHOUT_EXAMPLES else {"bad", "good"})


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in FOLDER.glob("RM*.md")} == {*CODES, *RETIRED}


@pytest.mark.parametrize("code", RETIRED)
def test_a_code_that_is_no_longer_given_says_where_to_look(code: str) -> None:
    now = RETIRED[code]
    page = (FOLDER / f"{code}.md").read_text()
    assert code not in CODES
    if now is None:
        assert page.startswith(f"# {code} ges inte längre\n")
        assert re.search(r"\]\(\.\./\w+\.md", page)
    else:
        assert now in CODES
        assert page.startswith(f"# {code} heter nu {now}\n")
        assert f"[{now}]({now}.md)" in page
    assert "\nVarför: " in page
    assert "\nIn English: " in page
