"""A copy of the checkout in, which tests reach which line and how long each takes out; once, before any mutant."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from coverage import CoverageData

from tests.mutants.making import Mutant

# Those that ask the package in their own process: no server, no process, no page, no tool of the house.
_WINGS = ("tests/ground", "tests/text", "tests/language", "tests/engine", "tests/workbench", "tests/faces/cli")
TESTS = (*_WINGS, "tests/rules", "tests/test_public.py")
_FEW = 20
_SETTINGS = "[run]\ninclude = src/rutinmotor/*\ndata_file = {data}\n"


@dataclass(frozen=True, slots=True)
class Reach:
    """By file and line the tests that reach it, as numbers in `tests`; and how many seconds each test takes."""

    tests: tuple[str, ...]
    seconds: tuple[float, ...]
    lines: dict[str, dict[int, list[int]]]

    def of(self, mutant: Mutant) -> list[str]:
        """Name the tests that reach a mutant, the quickest first.

        What runs only while its module is imported is reached by all that reach any line of it, and by those of its
        room: they ask for what stands there, a table or a key, and need not run a line of that module.
        """
        lines, place = self.lines.get(mutant.file, {}), mutant.place
        wanted = lines if place.at_import else range(place.statement, place.last + 1)
        found = {test for line in wanted for test in lines.get(line, ())}
        if not found and any(line in lines for line in wanted):
            found = {test for tests in lines.values() for test in tests}
        if place.at_import:
            found |= self._of_room(mutant.file)
        return [self.tests[test] for test in sorted(found, key=lambda test: (self.seconds[test], self.tests[test]))]

    def _of_room(self, file: str) -> set[int]:
        """Find the tests that lie where those of a module lie, or as near above as there are any."""
        for room in (PurePosixPath("tests", *one.parts[2:]) for one in PurePosixPath(file).parents[:-3]):
            found = {number for number, test in enumerate(self.tests) if test.startswith(f"{room}/")}
            if found:
                return found
        return set()

    def seconds_of(self, tests: Sequence[str]) -> list[float]:
        known = dict(zip(self.tests, self.seconds, strict=True))
        return [known[test] for test in tests]


def measured(copy: Path, environment: dict[str, str], tests: Sequence[str], processes: int, kept: Path | None) -> Reach:
    """Run the tests of the copy once; RuntimeError if one fails. Where a measure of the same texts is kept, take it."""
    print_ = _fingerprint(copy, tests)
    if kept is not None and kept.exists():
        told = json.loads(kept.read_text(encoding="utf-8"))
        if told["of"] == print_:
            return _read(told)
    told = {"of": print_, **_measure(copy, environment, tests, processes)}
    if kept is not None:
        kept.write_text(json.dumps(told), encoding="utf-8")
    return _read(told)


def _measure(copy: Path, environment: dict[str, str], asked: Sequence[str], processes: int) -> dict[str, Any]:
    (copy / "reach.cfg").write_text(_SETTINGS.format(data=copy / ".reach"), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "tests.mutants.timing"]
    command += ["-n", str(processes), "--every-mutant", "100", "--examples", "100"]
    command += ["--cov", f"--cov-config={copy / 'reach.cfg'}", "--cov-context=test", "--cov-report=", *asked]
    times = copy / ".times.json"
    ran = subprocess.run(command, cwd=copy, env={**environment, "MUTANTS_TIMES": str(times)}, capture_output=True)
    said = ran.stdout.decode(errors="replace")[-4000:]
    if ran.returncode not in (0, 1):
        raise RuntimeError(f"the tests cannot run:\n{said}")
    told: dict[str, Any] = json.loads(times.read_text(encoding="utf-8"))
    # A few count the steps of the program, and cannot while it is watched.
    failed: list[str] = told["failed"]
    if len(failed) > _FEW:
        raise RuntimeError(f"without any mutant {len(failed)} tests fail:\n{said}")
    seconds = {test: spent for test, spent in told["seconds"].items() if test not in failed}
    return _read_lines(copy, seconds)


def _read_lines(copy: Path, seconds: dict[str, float]) -> dict[str, Any]:
    """Read what coverage has seen, by the tests that were let to their end."""
    numbers = {test: number for number, test in enumerate(seconds)}
    data = CoverageData(basename=str(copy / ".reach"))
    data.read()
    lines: dict[str, dict[int, list[int]]] = {}
    for file in data.measured_files():
        by_line = data.contexts_by_lineno(file)
        lines[os.path.relpath(file, copy)] = {
            line: sorted({numbers[test] for one in contexts if (test := one.rpartition("|")[0]) in numbers})
            for line, contexts in by_line.items()
        }
    return {"tests": list(seconds), "seconds": list(seconds.values()), "lines": lines}


def _read(told: dict[str, Any]) -> Reach:
    lines: dict[str, dict[str, list[int]]] = told["lines"]
    read = {file: {int(line): tests for line, tests in by_line.items()} for file, by_line in lines.items()}
    return Reach(tuple(told["tests"]), tuple(told["seconds"]), read)


def _fingerprint(copy: Path, tests: Sequence[str]) -> str:
    whole = hashlib.sha256(repr(tests).encode())
    for part in ("src", "tests", "rules"):
        for file in sorted((copy / part).rglob("*")):
            if file.suffix in (".py", ".yaml") and "mutants" not in file.parts:
                whole.update(f"{file.relative_to(copy)}\n".encode() + file.read_bytes())
    return whole.hexdigest()
