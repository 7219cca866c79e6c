"""The pages: what is made stands as it is made, what is shown is what it gives, and every link leads somewhere."""

import re
from pathlib import Path

import make
import pytest
from making.examples import filled
from making.floors import floors_of
from making.language import anchor

from rutinmotor.cli.commands import COMMANDS
from rutinmotor.diagnostics.codes import CODES

ROOT = Path(__file__).parents[2]

MADE = (
    *make.WITH_EXAMPLES,
    "docs/language.md",
    "docs/codes/README.md",
    "docs/inventarium.md",
    "docs/command-line.md",
)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {path.relative_to(ROOT).as_posix(): text for path, text in make.made_pages().items()}


def test_every_made_page_is_compared(pages: dict[str, str]) -> None:
    assert sorted(pages) == sorted(MADE)


@pytest.mark.parametrize("name", MADE)
def test_page_stands_as_it_is_made(pages: dict[str, str], name: str) -> None:
    # `make docs` writes the page anew; read what has changed before it is kept.
    assert (ROOT / name).read_text(encoding="utf-8") == pages[name]


def headings(page: str) -> set[str]:
    return {anchor(line) for line in re.findall(r"^#+ (.*)$", FENCED.sub("", page), re.MULTILINE)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for link in re.findall(r"\]\(([^)\s]+)\)", FENCED.sub("", text)):
        if link.startswith("https://"):
            continue
        file, _, part = link.partition("#")
        target = page.parent / file if file else page
        assert target.exists(), f"{page.name} links to {link}"
        if part:
            assert part in headings(target.read_text(encoding="utf-8")), f"{page.name} links to {link}"


def test_an_old_answer_is_replaced() -> None:
    page = "```console\n$ rutinmotor --version\nrutinmotor 0.0.0\n```\n"
    assert "0.0.0" not in filled(page)
    assert "$ rutinmotor --version\nrutinmotor " in filled(page)


def test_rules_with_faults_are_refused() -> None:
    page = (
        "```yaml rutin.yaml\ncatalogue: prov\nrules:\n  - {id: a, actor: ingen, trigger: inget, deadline: none}\n```\n"
    )
    with pytest.raises(RuntimeError, match="rules with faults"):
        filled(page)


def test_only_the_program_itself_is_run() -> None:
    with pytest.raises(RuntimeError, match="only rutinmotor"):
        filled("```console\n$ echo hej\n```\n")


def test_a_program_prints_into_the_block_below_it() -> None:
    assert filled("```python\nprint(1 + 1)\n```\n\n```text\n3\n```\n").endswith("```text\n2\n```\n")


def test_every_room_stands_on_a_floor_and_says_what_it_does() -> None:
    rooms = [room for floor in floors_of(ROOT / "pyproject.toml") for room in floor]
    package = ROOT / "src" / "rutinmotor"
    found = {path.stem for path in package.glob("*.py")} | {path.parent.name for path in package.glob("*/__init__.py")}
    assert sorted(rooms) == sorted(found - {"__init__", "__main__"})
    house = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    for room in rooms:
        row = re.search(rf"^\| \d+ \| `{room}` \| (.*) \|$", house, re.MULTILINE)
        assert row, room
        assert row[1].endswith("."), room


def test_every_command_has_its_help_in_both_languages() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        for lang, used in (("sv", "Användning"), ("en", "Usage")):
            assert f"## rutinmotor {command.name} ({lang})\n\n```text\n{used}: rutinmotor {command.name}" in page


def test_every_code_is_listed_once() -> None:
    page = (ROOT / "docs" / "codes" / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| \[?(RM\d{3})\b", page, re.MULTILINE)
    assert rows == sorted(CODES)


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[^)]*)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))
