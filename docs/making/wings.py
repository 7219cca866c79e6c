"""The wings in their order and the first line of each of their rooms in, tables out; for the page of the house."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
HOUSE = ROOT / "src" / "rutinmotor"
_PLACE = re.compile(r"(<!-- made: wings -->\n).*?(<!-- end -->)", re.DOTALL)


def with_wings(page: str) -> str:
    """Write the tables of the wings' rooms into their place on a page."""
    return _PLACE.sub(lambda place: f"{place[1]}{_tables()}{place[2]}", page)


def wings_of(project: Path) -> list[str]:
    """Give the wings as the contract of the imports has them, the uppermost first."""
    contracts = tomllib.loads(project.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    return next(one["layers"] for one in contracts if one["id"] == "wings")


def rooms_of(wing: str) -> list[str]:
    """Give the rooms of a wing, which are the folders and files right under it, in the order of their names."""
    inside = [path for path in (HOUSE / wing).iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()]
    return sorted(path.stem for path in inside if path.stem != "__init__")


def _tables() -> str:
    found = ""
    for wing in reversed(wings_of(ROOT / "pyproject.toml")):
        found += f"\n### `{wing}`\n\n{_first_line(HOUSE / wing)}\n\n"
        found += "| Room | What comes in, what goes out, and when |\n|---|---|\n"
        found += "".join(f"| `{room}` | {_first_line(HOUSE / wing / room)} |\n" for room in rooms_of(wing))
    return f"{found}\n"


def _first_line(room: Path) -> str:
    file = room / "__init__.py" if room.is_dir() else room.with_suffix(".py")
    return (ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))) or "").split("\n")[0]
