"""The list of floors and the first line of each room in, the table of rooms out; for the page of the house."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PLACE = re.compile(r"(<!-- made: floors -->\n).*?(<!-- end -->)", re.DOTALL)


def with_floors(page: str) -> str:
    """Write the table of rooms into its place on a page."""
    table = "| Floor | Room | What comes in, what goes out, and when |\n|---|---|---|\n"
    floors = floors_of(ROOT / "pyproject.toml")
    for number, rooms in zip(range(len(floors), 0, -1), floors, strict=True):
        table += "".join(f"| {number} | `{room}` | {_first_line(room)} |\n" for room in rooms)
    return _PLACE.sub(lambda place: f"{place[1]}{table}{place[2]}", page)


def floors_of(project: Path) -> list[list[str]]:
    """Give the rooms of each floor, the top floor first."""
    contracts = tomllib.loads(project.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    layers: list[str] = next(one["layers"] for one in contracts if one["id"] == "floors")
    return [[room.strip() for room in layer.split("|")] for layer in layers]


def _first_line(room: str) -> str:
    folder = ROOT / "src" / "rutinmotor" / room
    file = folder / "__init__.py" if folder.is_dir() else folder.with_suffix(".py")
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")[0]
