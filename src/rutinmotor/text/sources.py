"""Paths in, sources (a name and its bytes) out; the first step of the trip, and the library's only reading of files."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose

RULE_ENDINGS = (".yaml", ".yml")
CASE_ENDINGS = (".json", ".jsonl", ".ndjson", ".yaml", ".yml")
# The folder beside the rules in which their scenarios stand.
TESTS_FOLDER = "tests"


@dataclass(frozen=True, slots=True)
class Source:
    """A text as it lies on the disk: the name that diagnostics give it, and its bytes."""

    name: str
    data: bytes


class Unreadable(Exception):
    """A file that can no longer be read, though some of its lines are out already; `diagnostic` says why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(str(diagnostic))
        self.diagnostic = diagnostic


def read_source(path: str | Path, limit: int | None = None) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    """Read one file; of a longer one than `limit` bytes only so much is read that its reader can tell it is too long.

    What cannot be read is None and a diagnostic; no error of the operating system gets out.
    """
    name = _name(path)
    try:
        if code := _no_file(path):
            return None, (_fault(code, name),)
        with open(path, "rb") as file:
            return Source(name, file.read() if limit is None else file.read(limit + 1)), ()
    except (OSError, ValueError) as error:
        return None, (_fault("RM003", name, _reason(error)),)


def read_lines(path: str | Path) -> tuple[str, Iterator[bytes]]:
    """The name that diagnostics give a file, and its lines, each with its end, which are read as they are asked for.

    Raises:
        Unreadable: while the lines are asked for; no error of the operating system gets out.
    """
    name = _name(path)
    return name, _lines(path, name)


def rule_files(path: str | Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The rule files that `path` stands for: itself, or a folder's YAML files by name; sub-folders are passed over."""
    return _files(Path(path), RULE_ENDINGS)


def case_files(path: str | Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The case files that `path` stands for: itself, or a folder's JSON, JSON Lines and YAML files by name."""
    return _files(Path(path), CASE_ENDINGS)


def scenario_files(path: str | Path) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    """The scenario files that `path` stands for: itself, or a folder's YAML files by name, and its sub-folders' too.

    Where a folder `tests` is among them, only what stands in such a folder.
    """
    path = Path(path)
    faults: list[Diagnostic] = []
    try:
        if not path.is_dir():
            return (path,), ()
        found = sorted(_below(path, faults))
    except (OSError, ValueError) as error:
        return (), (_fault("RM003", _name(path), _reason(error)),)
    tests = [file for file in found if TESTS_FOLDER in file.parts]
    if not found and not faults:
        faults.append(_empty(path, RULE_ENDINGS))
    return tuple(tests or found), tuple(faults)


def shipped_rules() -> Path:
    """The folder of the catalogues that come with the package, installed or in a checkout."""
    inside = Path(__file__).parents[1] / "rules"
    return inside if inside.is_dir() else Path(__file__).parents[3] / "rules"


def _no_file(path: str | Path) -> str:
    """The code of why there is no file to open, or an empty text."""
    if not os.path.lexists(path):
        return "RM001"
    # A pipe by name would be waited for.
    if not Path(path).is_file():
        return "RM002" if Path(path).exists() else "RM001"
    return ""


def _lines(path: str | Path, name: str) -> Iterator[bytes]:
    try:
        if code := _no_file(path):
            raise Unreadable(_fault(code, name))
        with open(path, "rb") as file:
            yield from file
    except (OSError, ValueError) as error:
        raise Unreadable(_fault("RM003", name, _reason(error))) from None


def _files(path: Path, endings: tuple[str, ...]) -> tuple[tuple[Path, ...], tuple[Diagnostic, ...]]:
    try:
        if not path.is_dir():
            return (path,), ()
        # A name that begins with a dot is an editor's own file.
        found = tuple(
            sorted(
                entry
                for entry in path.iterdir()
                if entry.suffix.lower() in endings and not entry.name.startswith(".") and not entry.is_dir()
            )
        )
    except (OSError, ValueError) as error:
        return (), (_fault("RM003", _name(path), _reason(error)),)
    if not found:
        return (), (_empty(path, endings, "undermappar", "sub-folders"),)
    return found, ()


def _below(folder: Path, faults: list[Diagnostic]) -> Iterator[Path]:
    """Yield the YAML files of a folder and of all below it; what begins with a dot is an editor's own."""

    def refused(error: OSError) -> None:
        faults.append(_fault("RM003", _name(error.filename or folder), _reason(error)))

    for here, folders, files in os.walk(folder, onerror=refused):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in files:
            file = Path(here, name)
            if file.suffix.lower() in RULE_ENDINGS and not name.startswith("."):
                yield file


def _name(path: str | Path) -> str:
    # A file name may hold bytes that are not UTF-8; the name in a diagnostic must still be printable.
    return Path(path).as_posix().encode("utf-8", "replace").decode("utf-8")


def _reason(error: OSError | ValueError) -> str:
    return (error.strerror or "") if isinstance(error, OSError) else ""


def _empty(path: Path, endings: tuple[str, ...], unread_sv: str = "", unread_en: str = "") -> Diagnostic:
    """Say that a folder holds no file to read, and what in it was not looked into, in both languages."""
    name, listed = _name(path), ", ".join(endings)
    return diagnose("RM004", Place(name, 1, 1), name=name, endings=listed, unread_sv=unread_sv, unread_en=unread_en)


def _fault(code: str, name: str, reason: str = "") -> Diagnostic:
    place = Place(name, 1, 1)
    return diagnose(code, place, name=name, reason=reason) if reason else diagnose(code, place, name=name)
