"""Mutants and the reach of the tests in, what became of each out; each process has a copy of its own."""

import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import pairwise
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Literal, Self

from tests.mutants.making import Mutant
from tests.mutants.place import environment
from tests.mutants.reach import Reach

Outcome = Literal["killed", "stopped", "survived", "unreached"]
# So many of the quickest tests run first, and so many next: most mutants fall there, and a fork collects only the files
# of its tests.
_STEPS = (12, 120)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a mutant: by which test, and how many of the tests that reach it were tried on it at most."""

    mutant: Mutant
    outcome: Outcome
    by: str
    tried: int
    reaching: int
    seconds: float

    def as_dict(self) -> dict[str, object]:
        told = asdict(self)
        del told["mutant"]["text"]
        return told


_Done = SimpleQueue[Result | BaseException | None]


def tried(copies: Sequence[Path], mutants: Iterable[Mutant], reach: Reach, budget: float | None) -> Iterator[Result]:
    """Try each mutant with the quickest tests that reach it, as many as take `budget` seconds together, or all."""
    waiting: SimpleQueue[Mutant] = SimpleQueue()
    for one in mutants:
        waiting.put(one)
    done: _Done = SimpleQueue()
    threads = [Thread(target=_serve, args=(copy, waiting, reach, budget, done), daemon=True) for copy in copies]
    for thread in threads:
        thread.start()
    running = len(threads)
    while running:
        result = done.get()
        if isinstance(result, BaseException):
            raise result
        if result is None:
            running -= 1
        else:
            yield result


def proved(copy: Path, results: Sequence[Result], reach: Reach) -> None:
    """Run all tests that killed a mutant once more, without any; RuntimeError if one fails then too."""
    tests = sorted({one.by for one in results if one.outcome == "killed"} & set(reach.tests))
    tests = tests or list(reach.tests[:1])
    file = copy / results[0].mutant.file
    with _Worker(copy) as worker:
        answer = worker.ask(file, file.read_text(encoding="utf-8"), [tests], [sum(reach.seconds_of(tests))])
    if answer["outcome"] != "survived":
        raise RuntimeError(f"without any mutant {answer['outcome']} by {answer['by']}")


class _Worker:
    """A process that tries mutants in a copy, one after the other."""

    def __init__(self, copy: Path) -> None:
        command = [sys.executable, "-m", "tests.mutants.worker"]
        self._process = subprocess.Popen(
            command, cwd=copy, env=environment(copy), stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self._process.communicate()

    def ask(self, file: Path, text: str, batches: Sequence[Sequence[str]], seconds: Sequence[float]) -> dict[str, Any]:
        stdin, stdout = self._process.stdin, self._process.stdout
        assert stdin is not None
        assert stdout is not None
        job = {"file": str(file), "text": text, "batches": batches, "seconds": seconds}
        stdin.write(json.dumps(job) + "\n")
        stdin.flush()
        return json.loads(stdout.readline())


def _serve(copy: Path, waiting: SimpleQueue[Mutant], reach: Reach, budget: float | None, done: _Done) -> None:
    try:
        with _Worker(copy) as worker:
            while True:
                done.put(_one(worker, copy, waiting.get_nowait(), reach, budget))
    except Empty:
        done.put(None)
    except BaseException as reason:
        done.put(reason)


def _one(worker: _Worker, copy: Path, mutant: Mutant, reach: Reach, budget: float | None) -> Result:
    reaching = reach.of(mutant)
    batches, seconds = _batches(reaching, reach.seconds_of(reaching), budget)
    count = sum(map(len, batches))
    if not count:
        return Result(mutant, "unreached", "", 0, 0, 0.0)
    answer = worker.ask(copy / mutant.file, mutant.text, batches, seconds)
    return Result(mutant, answer["outcome"], answer["by"], count, len(reaching), answer["seconds"])


def _batches(tests: list[str], seconds: list[float], budget: float | None) -> tuple[list[list[str]], list[float]]:
    """Part the tests that fit into the budget, at least one, into steps; with how long each part takes."""
    count, spent = 0, 0.0
    for one in seconds:
        if count and budget is not None and spent + one > budget:
            break
        count, spent = count + 1, spent + one
    ends = (0, *(min(step, count) for step in _STEPS), count)
    whole = [slice(*ends) for ends in pairwise(ends) if ends[0] < ends[1]]
    return [tests[part] for part in whole], [sum(seconds[part]) for part in whole]
