"""What a newcomer adds to the house, tried in a copy: it works everywhere, and touches as many files as promised.

Each exercise is a folder: `exercise.patch` is the change, `try.txt` the command lines that must then answer, each with
what its answer must hold in the indented lines below it. Other files are laid beside, for the commands.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.test_offences import broken_in
from tests.wrapping import says

# Heavy, as each copies the house and asks of the whole copy.
pytestmark = pytest.mark.more

ROOT = Path(__file__).parents[2]
EXERCISES = Path(__file__).parent / "exercises"
# How many files under src/ each of them touches: a trigger kind, a deadline kind, a key, a command, a format.
TOUCHED = {"trigger": 2, "deadline": 2, "key": 3, "command": 3, "format": 2}


@pytest.fixture
def house(tmp_path: Path) -> Path:
    """A copy of the house, with rules and examples."""
    ignored = shutil.ignore_patterns("__pycache__")
    for part in ("src", "rules", "examples"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=ignored)
    (tmp_path / "tests" / "house").mkdir(parents=True)
    for part in ("tests/__init__.py", "tests/house/__init__.py", "tests/house/faces.py", "pyproject.toml"):
        shutil.copy(ROOT / part, tmp_path / part)
    return tmp_path


def touched_by(patch: Path) -> list[str]:
    """Name the files under src/ that a patch changes or adds."""
    return sorted(set(re.findall(r"^\+\+\+ b/(src/\S+)", patch.read_text(encoding="utf-8"), re.MULTILINE)))


def tries(exercise: Path) -> list[tuple[list[str], list[str]]]:
    """Read the command lines of an exercise, each with what its answer must hold."""
    found: list[tuple[list[str], list[str]]] = []
    for line in (exercise / "try.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            found[-1][1].append(line.strip())
        elif line:
            found.append((line.split(), []))
    return found


def test_each_exercise_is_there() -> None:
    assert sorted(path.name for path in EXERCISES.iterdir() if path.is_dir()) == sorted(TOUCHED)


@pytest.mark.parametrize("name", TOUCHED)
def test_an_exercise_touches_what_is_promised_and_works_everywhere(house: Path, name: str) -> None:
    exercise = EXERCISES / name
    assert len(touched_by(exercise / "exercise.patch")) == TOUCHED[name]
    applied = subprocess.run(
        ["git", "apply", "--whitespace=nowarn", str(exercise / "exercise.patch")],
        cwd=house,
        env={**os.environ, "GIT_CEILING_DIRECTORIES": str(house.parent)},
        capture_output=True,
        encoding="utf-8",
    )
    assert (applied.returncode, applied.stderr) == (0, "")
    shutil.copytree(exercise, house / "exercise")
    assert broken_in(house) == []
    for command, wanted in tries(exercise):
        done = subprocess.run(
            [sys.executable, "-m", "rutinmotor", *command],
            cwd=house,
            env={**os.environ, "PYTHONPATH": str(house / "src"), "COLUMNS": "100"},
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
        assert done.returncode in (0, 1), (command, done.stdout, done.stderr)
        assert done.stdout, command
        assert done.stderr == "", command
        for part in wanted:
            assert says(done.stdout, part), (command, part, done.stdout)


def test_the_page_of_the_house_promises_the_same() -> None:
    page = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
    found = re.findall(r"^\| a(?:n)? .*?\(`exercises/(\w+)`\) \| (\d+) \|", page, re.MULTILINE)
    assert {name: int(number) for name, number in found} == TOUCHED
