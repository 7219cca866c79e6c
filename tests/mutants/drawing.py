"""The rooms to try in, the mutants of them that a seed draws out; after they are made, before they are tried."""

import hashlib
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.mutants.making import Mutant, mutants_of

PACKAGE = "src/rutinmotor"
# Where the days of an answer are worked out, and where the text is read that says how. A file or a folder.
ROOMS = (
    "ground/days",
    "text/document",
    "language/constructs/deadlines",
    "language/constructs/triggers",
    "engine/plan",
    "engine/eventlog",
    "engine/replay",
    "engine/evaluation/status.py",
)


def every_mutant(root: Path, rooms: Iterable[str]) -> list[Mutant]:
    """Make every mutant of the rooms, each given from the package's root; ValueError if there is no such room."""
    made: list[Mutant] = []
    for room in rooms:
        where = root / PACKAGE / room
        files = sorted(where.rglob("*.py")) if where.is_dir() else [where]
        if not where.exists():
            raise ValueError(f"there is no {PACKAGE}/{room}")
        for file in files:
            made += mutants_of(file.relative_to(root).as_posix(), file.read_text(encoding="utf-8"))
    return made


def drawn(mutants: Sequence[Mutant], count: int | None, seed: int) -> list[Mutant]:
    """Draw so many, or all of them; each has a lot of its own, so that what is written elsewhere draws no others."""
    ranked = sorted(mutants, key=lambda one: _lot(one, seed))
    return sorted(ranked[:count], key=lambda one: (one.file, one.place.line, one.after))


def _lot(mutant: Mutant, seed: int) -> bytes:
    return hashlib.sha256(repr((seed, *mutant.name)).encode()).digest()
