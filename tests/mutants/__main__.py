"""`make mutants`: the options of a run in, its report and its exit code out."""

import contextlib
import json
import sys
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from tests.mutants.drawing import ROOMS, drawn, every_mutant
from tests.mutants.equivalent import LIST, equivalents
from tests.mutants.making import Mutant
from tests.mutants.place import ROOT, copied, environment
from tests.mutants.reach import TESTS, measured
from tests.mutants.report import GOAL, reached, report
from tests.mutants.trying import Result, proved, tried

COUNT = 1000
SEED = 1


def main(args: list[str]) -> int:
    """Run what the options ask for; 1 if the goal is not reached."""
    asked = _options().parse_args(args)
    mutants = _wanted(asked)
    print(f"{len(mutants)} mutants", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        first = copied(Path(folder) / "1")
        tests = asked.tests or TESTS
        reach = measured(first, environment(first), tests, asked.processes, asked.reach)
        others = [copied(Path(folder) / str(number), first) for number in range(2, asked.processes + 1)]
        budget = None if asked.seconds == 0 else asked.seconds
        results = _gathered(tried([first, *others], mutants, reach, budget), asked.results)
        proved(first, results, reach)
    equivalent = equivalents(LIST.read_text(encoding="utf-8"))
    text = "\n".join(report(results, equivalent)) + "\n"
    print(text, end="")
    return 0 if reached(results, equivalent) else 1


def _gathered(found: Iterator[Result], kept: Path | None) -> list[Result]:
    """Tell of each result as it comes; when the user stops it, those so far are all."""
    results: list[Result] = []
    lines = kept.open("w", encoding="utf-8") if kept is not None else None
    with contextlib.suppress(KeyboardInterrupt), lines or contextlib.nullcontext():
        for one in found:
            results.append(one)
            where = f"{one.mutant.file}:{one.mutant.place.line}"
            print(f"{one.outcome:<9} {one.seconds:>6.1f} s {where} {one.by}", file=sys.stderr, flush=True)
            if lines is not None:
                print(json.dumps(one.as_dict(), ensure_ascii=False), file=lines, flush=True)
    return sorted(results, key=lambda one: (one.mutant.file, one.mutant.place.line, one.mutant.after))


def _options() -> ArgumentParser:
    parser = ArgumentParser(
        prog="make mutants",
        description="Change the code and see whether a test notices.",
        epilog=f"Exit 1: below {GOAL} %, or a flipped comparison survives.",
    )
    parser.add_argument("--mutants", default=str(COUNT), help=f"how many are drawn, or `all` ({COUNT})")
    parser.add_argument("--seed", type=int, default=SEED, help=f"another seed draws others ({SEED})")
    parser.add_argument(
        "--in", action="append", dest="rooms", help="a folder or file under src/rutinmotor; may be given again"
    )
    parser.add_argument("--comparisons", action="store_true", help="every flipped comparison, none drawn")
    parser.add_argument("--processes", type=int, default=2, help="how many at a time (2)")
    parser.add_argument("--seconds", type=float, default=20, help="seconds of tests for each mutant; 0 for all (20)")
    parser.add_argument("--tests", action="append", help="a folder of tests, instead of all; may be given again")
    parser.add_argument("--reach", type=Path, help="a file that keeps what the tests reach, for the next run")
    parser.add_argument("--results", type=Path, help="a file that is given what became of each, as lines of JSON")
    parser.add_argument("--again", type=Path, help="such a file: only those that survived then")
    return parser


def _wanted(asked: Namespace) -> list[Mutant]:
    every = every_mutant(ROOT, asked.rooms or ROOMS)
    if asked.again is not None:
        told = [json.loads(line) for line in asked.again.read_text(encoding="utf-8").splitlines()]
        keys = ("file", "function", "before", "after", "nth")
        again = {
            tuple(one["mutant"][key] for key in keys) for one in told if one["outcome"] in ("survived", "unreached")
        }
        return [one for one in every if one.name in again]
    if asked.comparisons:
        return [one for one in every if one.comparison]
    return drawn(every, None if asked.mutants == "all" else int(asked.mutants), asked.seed)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
