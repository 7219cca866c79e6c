"""The pages: what is made stands as it is made, what is shown is what it gives, and every link leads somewhere."""

import re
from difflib import unified_diff
from pathlib import Path

import make
import pytest
from making.counts import with_counts
from making.examples import filled
from making.language import anchor
from making.wings import rooms_of, wings_of
from making.written import loaded

from rutinmotor.faces.cli.commands import COMMANDS
from rutinmotor.ground.diagnostics.codes.code import Severity
from rutinmotor.ground.diagnostics.codes.register import CODES
from rutinmotor.ground.diagnostics.codes.retired import RETIRED
from rutinmotor.ground.words.tables import STATUSES, status_word
from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.constructs import TRIGGERS

ROOT = Path(__file__).parents[2]

MADE = (
    *make.WITH_EXAMPLES,
    "docs/language.md",
    "docs/codes/README.md",
    "docs/inventarium.md",
    "docs/command-line.md",
)
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
HANDBOOK = (ROOT / "docs" / "handbok.md").read_text(encoding="utf-8")
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)


@pytest.mark.long
def test_pages_stand_as_they_are_made() -> None:
    # `make docs` writes them anew; read what has changed before it is kept.
    made = {path.relative_to(ROOT).as_posix(): text for path, text in make.made_pages().items()}
    assert sorted(made) == sorted(MADE)
    changed = [
        line
        for name, text in made.items()
        for line in unified_diff(
            (ROOT / name).read_text(encoding="utf-8").splitlines(),
            text.splitlines(),
            name,
            f"{name} as made",
            n=0,
            lineterm="",
        )
    ]
    assert changed == []


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


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_no_template_is_left_unfilled(page: Path) -> None:
    assert unfilled(page.read_text(encoding="utf-8")) == []


def unfilled(text: str) -> list[str]:
    """What looks like a place for a value, outside of code."""
    return re.findall(r"\{[^\W\d]\w*\}", re.sub(r"`[^`\n]+`", "", FENCED.sub("", text)))


def test_a_template_is_found_and_code_is_not() -> None:
    assert unfilled("Here are {N} stories and {antal} more.\n```json\n{N}\n```\nWrite `{N}`.\n") == ["{N}", "{antal}"]


def test_the_number_of_scenarios_is_that_of_the_program() -> None:
    page = "<!-- made: scenarios -->{N}<!-- end --> stories"
    number = len(list((ROOT / "rules" / "tests").rglob("*.yaml")))
    assert with_counts(page) == f"<!-- made: scenarios -->{number}<!-- end --> stories"
    assert f"<!-- made: scenarios -->{number}<!-- end -->" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_contribution_guide_names_the_warnings_among_the_checks() -> None:
    folder = ROOT / "src" / "rutinmotor" / "language" / "checks"
    codes = {
        code for path in folder.glob("*.py") for code in re.findall(r'"(RM\d+)"', path.read_text(encoding="utf-8"))
    }
    section = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("## Adding a check")[1].split("\n## ")[0]
    warnings = sorted(code for code in codes if CODES[code].severity is Severity.WARNING)
    assert re.findall(r"RM\d{3}", section) == warnings


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


def test_every_room_stands_under_its_wing_and_says_what_it_does() -> None:
    wings = wings_of(ROOT / "pyproject.toml")
    package = ROOT / "src" / "rutinmotor"
    assert sorted(wings) == sorted(path.parent.name for path in package.glob("*/__init__.py"))
    assert sorted(path.name for path in package.glob("*.py")) == ["__init__.py", "__main__.py"]
    house = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    for wing in wings:
        (part,) = re.findall(rf"^### `{wing}`$(.*?)(?=^##|^<!--)", house, re.MULTILINE | re.DOTALL)
        rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", part, re.MULTILINE))
        assert sorted(rows) == rooms_of(wing)
        assert all(line.endswith(".") for line in rows.values()), wing


def test_every_command_has_its_help_in_both_languages() -> None:
    page = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    for command in COMMANDS:
        for lang, used in (("sv", "Användning"), ("en", "Usage")):
            assert f"## rutinmotor {command.name} ({lang})\n\n```text\n{used}: rutinmotor {command.name}" in page


def test_every_code_is_listed_once() -> None:
    page = (ROOT / "docs" / "codes" / "README.md").read_text(encoding="utf-8")
    given, _, retired = page.partition("\n## Koder som inte längre ges\n")
    for part, codes in ((given, CODES), (retired, RETIRED)):
        assert re.findall(r"^\| \[?(RM\d{3})\b", part, re.MULTILINE) == sorted(codes)


def test_every_decision_is_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = re.findall(r"\]\((\d{4}-[^)]*)\)", (folder / "README.md").read_text(encoding="utf-8"))
    assert listed == sorted(path.name for path in folder.glob("[0-9]*.md"))


def test_the_guide_names_the_statuses_as_the_program_does() -> None:
    rows = re.findall(r"^\| ([^|]*) \| `([a-z_]+)` \| [^|]* \|$", HANDBOOK, re.MULTILINE)
    assert {status: word for word, status in rows} == {status: status_word(status, "sv") for status in STATUSES}


def test_the_guides_table_of_times_holds_times() -> None:
    section = HANDBOOK.split("## Tider\n")[1].split("\n## ")[0]
    cells = [row.split("|")[2] for row in section.splitlines() if row.startswith("|")][2:]
    times = [found for cell in cells for found in re.findall(r"`(?:deadline: )?(\{.*?\}+|none|continuous)`", cell)]
    assert len(times) >= len(cells)
    for time in times:
        rule = {"id": "prov", "actor": "nagon", "trigger": "nagot", "deadline": loaded(time)}
        assert Rule.model_validate(rule).deadline, time


def test_the_guide_shows_every_kind_of_trigger_and_every_key_of_a_rule() -> None:
    blocks = "\n".join(re.findall(r"^```yaml[^\n]*\n(.*?)^```$", HANDBOOK, re.MULTILINE | re.DOTALL))
    for kind in tuple(TRIGGERS)[1:]:
        assert f"{{{kind}: " in blocks, kind
    for name, field in Rule.model_fields.items():
        key = field.alias or name
        assert re.search(rf"`{key}\b", HANDBOOK) or f" {key}:" in blocks, key
