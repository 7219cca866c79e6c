"""Offences planted in a copy of the house, and which contract each breaks: what the contracts promise, they hold."""

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

# Heavy, as each copies the house and asks of the whole copy.
pytestmark = pytest.mark.more

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = PROJECT["tool"]["importlinter"]["contracts"]

# The file, what is planted at its end, and the id of the contract that must break.
OFFENCES = {
    "up, from the ground to the language": (
        "ground/days/arithmetic.py",
        "from rutinmotor.language.case import Case",
        "wings",
    ),
    "up, from the engine to the workbench": (
        "engine/engine.py",
        "from rutinmotor.workbench.year import YEAR",
        "wings",
    ),
    "up, hidden in a function": (
        "text/sources.py",
        "def late() -> None:\n    from rutinmotor.language.loading import load_catalogues",
        "wings",
    ),
    "up, for types only": (
        "language/case.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from rutinmotor.engine.engine import Engine",
        "wings",
    ),
    "a wing that nobody knows": ("cellar/__init__.py", "'''What is kept.'''", "wings"),
    "a circle of rooms": (
        "language/catalogue/catalogue.py",
        "from rutinmotor.language.checks import check",
        "no-circles",
    ),
    "a circle of files": (
        "engine/plan/bound.py",
        "from rutinmotor.engine.plan.plan import Plan",
        "no-circles",
    ),
    "past a face": (
        "workbench/year.py",
        "from rutinmotor.ground.days.arithmetic import add_days",
        "faces",
    ),
    "past the face of a new room": (
        "workbench/attic/__init__.py",
        "from rutinmotor.engine.plan.plan import Plan",
        "faces",
    ),
    "holidays in the lints": ("language/lints/readings.py", "import holidays", "library-holidays"),
    "ruamel in impact": ("workbench/impact/counts.py", "import ruamel.yaml", "library-ruamel"),
    "pydantic in replay": ("engine/replay/world.py", "import pydantic", "library-pydantic"),
    "pydantic_core in a new room": ("engine/attic.py", "import pydantic_core", "library-pydantic"),
    "typer in words": ("ground/words/phrases.py", "import typer", "library-typer"),
    "rich in another file of the command line": ("faces/cli/check.py", "import rich", "library-rich"),
    "lsprotocol in the command line": ("faces/cli/lsp.py", "import lsprotocol", "library-pygls"),
}


def broken_in(folder: Path) -> list[str]:
    """Give the ids of the contracts that a house in a folder breaks."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from importlinter.cli import lint_imports_command; lint_imports_command()",
            "--no-cache",
            "--config",
            str(folder / "pyproject.toml"),
        ],
        cwd=folder,
        env={"PYTHONPATH": f"{folder / 'src'}", "COLUMNS": "200", "PATH": "", "HOME": str(folder)},
        capture_output=True,
        text=True,
        timeout=120,
    )
    names = {one["name"]: one["id"] for one in CONTRACTS}
    found = re.findall(r"^(.+?) (?:BROKEN|KEPT)", done.stdout, re.MULTILINE)
    assert [names[name] for name in found] == [one["id"] for one in CONTRACTS], done.stdout + done.stderr
    return [names[name] for name in re.findall(r"^(.+?) BROKEN", done.stdout, re.MULTILINE)]


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, with its contracts."""
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests" / "house").mkdir(parents=True)
    for part in ("tests/__init__.py", "tests/house/__init__.py", "tests/house/faces.py", "pyproject.toml"):
        shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def test_the_house_as_it_stands_breaks_nothing(house: Path) -> None:
    assert broken_in(house) == []


@pytest.mark.parametrize("offence", OFFENCES)
def test_an_offence_breaks_its_contract(house: Path, offence: str) -> None:
    file, planted, contract = OFFENCES[offence]
    path = house / "src" / "rutinmotor" / file
    path.parent.mkdir(exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else "'''New.'''\n"
    path.write_text(f"{text}\n{planted}\n", encoding="utf-8")
    assert contract in broken_in(house)


def test_every_contract_has_an_offence_and_every_library_a_contract() -> None:
    ids = [one["id"] for one in CONTRACTS]
    assert sorted(ids) == sorted({contract for _, _, contract in OFFENCES.values()})
    declared = [*PROJECT["project"]["dependencies"], *PROJECT["project"]["optional-dependencies"]["lsp"]]
    libraries = {re.split(r"[.>=<;\s]", one)[0] for one in declared}
    # Nothing imports the zones' data: the standard library finds them by itself.
    assert {f"library-{library}" for library in libraries - {"tzdata"}} == {
        one for one in ids if one.startswith("library-")
    }
