"""Nothing in, ratios out: how long library and command take to start, beside `python -c pass` in the same run."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

ROUNDS = 15
CASE = {
    "case": "2025-0117",
    "items": {"hemtjanst-1": {"insats": "hemtjanst", "lagrum": "sol", "regi": "egen", "iub": False, "lov": True}},
    "events": [
        {"id": "e1", "type": "beslut_fattat", "at": "2025-09-22", "item": "hemtjanst-1"},
        {"id": "e2", "type": "uppdrag_mottaget", "at": "2025-09-25", "item": "hemtjanst-1"},
        {"id": "e3", "type": "insats_verkstalld", "at": "2025-10-01", "item": "hemtjanst-1"},
    ],
}


def commands(case: Path) -> dict[str, tuple[list[str], float | None]]:
    """Give what is started, by name, each with its goal in multiples of the first."""
    program = [sys.executable, "-m", "rutinmotor"]
    return {
        "python -c pass": ([sys.executable, "-c", "pass"], None),
        "import rutinmotor": ([sys.executable, "-c", "import rutinmotor"], 3),
        "rutinmotor --version": ([*program, "--version"], 8),
        "rutinmotor --help": ([*program, "--help"], 8),
        "rutinmotor evaluate": ([*program, "evaluate", str(case), "--at", "2025-11-13"], 25),
    }


def seconds(command: list[str]) -> float:
    """Run a command to its end; raises CalledProcessError if it could not do what was asked."""
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    return perf_counter() - start


def main() -> None:
    with TemporaryDirectory() as folder:
        case = Path(folder) / "case.json"
        case.write_text(json.dumps(CASE), encoding="utf-8")
        chosen = commands(case)
        taken: dict[str, list[float]] = {name: [] for name in chosen}
        for command, _ in chosen.values():
            seconds(command)  # the first run writes compiled modules
        for _ in range(ROUNDS):
            for name, (command, _) in chosen.items():
                taken[name].append(seconds(command))
    least = taken["python -c pass"]
    print(f"{'':<22} {'ms':>8}   × python -c pass (goal)")
    for name, (_, goal) in chosen.items():
        ratio = median(mine / its for mine, its in zip(taken[name], least, strict=True))
        print(f"{name:<22} {median(taken[name]) * 1e3:8.1f}   {ratio:6.2f}" + (f"  ({goal:g})" if goal else ""))


if __name__ == "__main__":
    main()
