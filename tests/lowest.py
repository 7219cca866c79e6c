"""pyproject.toml in, the lowest version that it declares of each library, as pip's constraints, out; `make lowest`."""

import re
import tomllib
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[1] / "pyproject.toml"
_REQUIREMENT = re.compile(r"(?P<name>[\w.\-]+)(?:\[[\w,\-]+\])?>=(?P<version>[\w.]+)(?:,<[\w.]+)?(?P<marker>;.*)?")


def needed(told: dict[str, Any]) -> list[str]:
    """Give what pyproject.toml says is needed: to build, to run, and for the extras."""
    project = told["project"]
    extras = (line for extra in project["optional-dependencies"].values() for line in extra)
    return [*told["build-system"]["requires"], *project["dependencies"], *extras]


def lowest(lines: list[str]) -> list[str]:
    """Give a constraint for each library that is needed; ValueError if one has no lowest version."""
    return sorted({_constraint(line) for line in lines})


def _constraint(line: str) -> str:
    found = _REQUIREMENT.fullmatch(line)
    if found is None:
        raise ValueError(f"pyproject.toml declares no lowest version in '{line}'")
    return f"{found['name']}=={found['version']}{found['marker'] or ''}"


if __name__ == "__main__":
    print("\n".join(lowest(needed(tomllib.loads(PROJECT.read_text(encoding="utf-8"))))))
