"""Each code has its page, and each page's examples do what the page says."""

import codecs
import re
from pathlib import Path

import pytest

from rutinmotor.checks import check_texts
from rutinmotor.diagnostics.codes import CODES
from rutinmotor.diagnostics.diagnostic import Diagnostic
from rutinmotor.document import LIMIT, read_document

FOLDER = Path(__file__).parent.parent.parent / "docs" / "codes"
PAGES = sorted(FOLDER.glob("RM*.md"))
BLOCK = re.compile(r"^```yaml (bad|good)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# What is wrong with these lies outside the text of any file.
NO_EXAMPLES = {"RM001", "RM002", "RM003", "RM004"}
# Cases are read another way than rules.
CASE_FAMILY = "RM6"


def blocks(page: Path) -> list[tuple[str, dict[str, str], bytes]]:
    """Each example's kind, the words after it, and its bytes."""
    found: list[tuple[str, dict[str, str], bytes]] = []
    for kind, words, text in BLOCK.findall(page.read_text()):
        options = {name: value for name, _, value in (word.partition("=") for word in words.split())}
        data = codecs.escape_decode(text.encode())[0] if "escaped" in options else text.encode()
        assert isinstance(data, bytes)
        found.append((kind, options, data * int(options.get("repeat", 1))))
    return found


def faults(family: str, options: dict[str, str], data: bytes) -> tuple[Diagnostic, ...]:
    if family == "RM0":
        limit, values = int(options.get("limit", LIMIT)), int(options.get("values", 100_000))
        return read_document("exempel.yaml", data, limit, values)[1]
    return check_texts([("exempel.yaml", data)])


EXAMPLES = [
    pytest.param(page.stem, *block, id=f"{page.stem}-{block[0]}-{number}")
    for page in PAGES
    if not page.stem.startswith(CASE_FAMILY)
    for number, block in enumerate(blocks(page), start=1)
]


@pytest.mark.parametrize(("code", "kind", "options", "data"), EXAMPLES)
def test_example(code: str, kind: str, options: dict[str, str], data: bytes) -> None:
    found = {fault.code for fault in faults(code[:3], options, data)}
    if kind == "bad":
        assert code in found
    else:
        assert found == set()


@pytest.mark.parametrize("page", PAGES, ids=[page.stem for page in PAGES])
def test_page(page: Path) -> None:
    text = page.read_text()
    assert text.startswith(f"# {page.stem} ")
    assert "\nVarför: " in text
    assert "\nIn English: " in text
    if page.stem not in NO_EXAMPLES:
        assert {kind for kind, _, _ in blocks(page)} == {"bad", "good"}


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert {page.stem for page in PAGES} == set(CODES)
