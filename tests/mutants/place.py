"""The checkout in, copies of it where mutants live out; before anything runs, and gone when all is done."""

import os
import shutil
from pathlib import Path

ROOT = Path(__file__).parents[2]
_LEFT = (".*", "__pycache__", "node_modules", "dist", "build", "*.egg-info")
# What of the user's environment could change an answer is said anew by tests/conftest.py; this is said before it.
_DROPPED = ("PYTHON", "PYTEST", "COV", "HYPOTHESIS")


def copied(folder: Path, source: Path = ROOT) -> Path:
    """Copy the checkout, without what tools have left there; a copy of a copy keeps what is compiled."""
    left = _LEFT if source == ROOT else ()
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns(*left), symlinks=True)
    return folder


def environment(copy: Path) -> dict[str, str]:
    """Give the environment in which the copy's own package is the one that is imported."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(_DROPPED)}
    return {**kept, "PYTHONPATH": f"{copy / 'src'}{os.pathsep}{copy}", "PYTHONHASHSEED": "0"}
