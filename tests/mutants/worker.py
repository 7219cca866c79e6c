"""Jobs as lines of JSON in, what became of each mutant as lines out; a process of its own, started in a copy.

It has what is foreign imported, so that each mutant, in a fork of it, imports the package alone.
"""

import contextlib
import importlib
import json
import os
import resource
import signal
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import Phase, settings

_FOREIGN = ("hypothesis.strategies", "holidays", "pydantic", "rich.console", "ruamel.yaml", "typer", "jsonschema")
_MEMORY = 4 * 2**30
# To import the package and collect some files takes a second; a machine that has other things to do takes more by the
# clock, but not of its processor.
_AT_LEAST = 10
_MANY_TIMES = 5
_BY_THE_CLOCK = 20


class Chosen:
    """A plugin of pytest: of the tests that are collected keep those that were chosen, in their order."""

    def __init__(self, tests: Sequence[str], told: int) -> None:
        self._order = {test: number for number, test in enumerate(tests)}
        self._told = told

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self) -> None:
        # That it fails is all that is asked; which is the smallest example that does is not.
        phases = (Phase.explicit, Phase.generate)
        settings.register_profile("mutants", settings.get_profile("same"), phases=phases, report_multiple_bugs=False)
        settings.load_profile("mutants")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        items[:] = sorted((one for one in items if one.nodeid in self._order), key=lambda one: self._order[one.nodeid])

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            os.write(self._told, f"{report.nodeid}\n".encode())


def main() -> None:
    for name in _FOREIGN:
        importlib.import_module(name)
    for line in sys.stdin:
        job = json.loads(line)
        print(json.dumps(tried(Path(job["file"]), job["text"], job["batches"], job["seconds"])), flush=True)


def tried(file: Path, text: str, batches: Sequence[Sequence[str]], seconds: Sequence[float]) -> dict[str, object]:
    """Put a mutant in its module's place, run the batches until one fails, and put the module back."""
    began = time.monotonic()
    original, stat = file.read_bytes(), file.stat()
    file.write_text(text, encoding="utf-8")
    try:
        for tests, expected in zip(batches, seconds, strict=True):
            outcome, by = _forked(tests, _AT_LEAST + _MANY_TIMES * expected)
            if outcome != "survived":
                break
        else:
            outcome, by = "survived", ""
    finally:
        file.write_bytes(original)
        os.utime(file, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    return {"outcome": outcome, "by": by, "seconds": round(time.monotonic() - began, 2)}


def _forked(tests: Sequence[str], limit: float) -> tuple[str, str]:
    """Run tests in a fork; say `killed` and by which, or `survived`, or that it took too long."""
    heard, told = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(heard)
        _run(tests, limit, told)
    os.close(told)
    status = _waited(child, time.monotonic() + _BY_THE_CLOCK * limit)
    with os.fdopen(heard, "rb") as pipe:
        by = pipe.read().decode().partition("\n")[0]
    code = None if status is None or os.WIFSIGNALED(status) else os.WEXITSTATUS(status)
    if code == pytest.ExitCode.NO_TESTS_COLLECTED:
        raise RuntimeError(f"none of {len(tests)} tests is found: {tests[:3]}")
    if code == 0:
        return "survived", ""
    if code is None:
        return "stopped", "the limit of time"
    return "killed", by or "that it cannot be imported"


def _run(tests: Sequence[str], limit: float, told: int) -> None:
    code = 3
    try:
        os.setsid()
        sys.dont_write_bytecode = True
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
        resource.setrlimit(resource.RLIMIT_CPU, (int(limit) + 1, int(limit) + 2))
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
        nothing = os.open(os.devnull, os.O_RDWR)
        for stream in (0, 1, 2):
            os.dup2(nothing, stream)
        files = sorted({test.partition("::")[0] for test in tests})
        options = ["-q", "-x", "--tb=no", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:cov"]
        # What is foreign is imported by now, and some of it brings plugins.
        options += ["-W", "ignore::pytest.PytestAssertRewriteWarning", "--every-mutant", "100", "--examples", "100"]
        code = int(pytest.main([*options, *files], plugins=[Chosen(tests, told)]))
    finally:
        os._exit(code)


def _waited(child: int, until: float) -> int | None:
    """Wait for a fork, and end all that it has started; None if it was not done in time."""
    status = None
    while status is None and time.monotonic() < until:
        done, found = os.waitpid(child, os.WNOHANG)
        if done:
            status = found
        else:
            time.sleep(0.01)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    if status is None:
        os.waitpid(child, 0)
    return status


if __name__ == "__main__":
    main()
