"""Nothing in, a table out: how fast the engine is beside the two floors, on cases drawn from a seed.

What is timed for the engine: `engine.evaluate(case, at)` for each case, events as objects in and an Evaluation with its
sorted obligations out; with nothing more ("made"), or with rule, item, status, opened and due of every obligation read
as public attributes ("made and read"). For the loop by hand: one call for each case, integers in and tuples out. The
garbage collector is on. All answers of a round are kept until its end; where a line says "dropped", each goes at once.
"""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from statistics import median
from time import perf_counter, process_time
from typing import TypeAlias

from floors import by_engine, by_hand, look_up
from generator import EVENT_TYPES, Drawn, cases, engine_of

from rutinmotor import Engine

ROUNDS = 5
# Enough cases to see that a larger catalogue changes no answer.
COMPARED = 500


LOOK_UP, BY_HAND, MADE = "one look-up an event", "by hand", "60 rules, made"


# The seconds of processor time that each round took.
Measured: TypeAlias = list[float]


def kept_by_hand(drawn: Sequence[Drawn]) -> object:
    return [by_hand(one.facts, one.rows, one.day) for one in drawn]


def dropped_by_hand(drawn: Sequence[Drawn]) -> object:
    for one in drawn:
        by_hand(one.facts, one.rows, one.day)
    return None


def kept(engine: Engine, drawn: Sequence[Drawn]) -> object:
    return [engine.evaluate(one.case, one.at) for one in drawn]


def dropped(engine: Engine, drawn: Sequence[Drawn]) -> object:
    for one in drawn:
        engine.evaluate(one.case, one.at)
    return None


def kept_and_read(engine: Engine, drawn: Sequence[Drawn]) -> object:
    answers: list[object] = []
    for one in drawn:
        evaluation = engine.evaluate(one.case, one.at)
        answers.append(evaluation)
        for found in evaluation.obligations:
            found.rule, found.item, found.status, found.opened, found.due  # noqa: B018  # pyright: ignore[reportUnusedExpression]
    return answers


def seconds(run: Callable[[], object]) -> float:
    """Time one round in processor time, which others on the machine disturb least; its answers go afterwards."""
    gc.collect()
    start = process_time()
    answers = run()
    end = process_time()
    del answers
    return end - start


def interleaved(runs: dict[str, Callable[[], object]], rounds: int) -> dict[str, Measured]:
    """Time each in turn, round by round, so that a slow minute of the machine falls on all of them."""
    measured: dict[str, Measured] = {name: [] for name in runs}
    for _ in range(rounds):
        for name, run in runs.items():
            measured[name].append(seconds(run))
    return measured


def ratio(one: Measured, other: Measured) -> str:
    """Give the median of the rounds' ratios, with the least and the greatest."""
    ratios = [mine / theirs for mine, theirs in zip(one, other, strict=True)]
    return f"{median(ratios):6.2f} ({min(ratios):.2f} to {max(ratios):.2f})"


def check_equal(engines: dict[int, Engine], drawn: Sequence[Drawn]) -> tuple[int, float]:
    """Compare the engine with the loop by hand on every case, the larger catalogues on some; count what was opened.

    Raises:
        AssertionError: two answers differ.
    """
    obligations = rules = 0
    smallest, *larger = engines.values()
    for number, one in enumerate(drawn):
        evaluation = smallest.evaluate(one.case, one.at)
        answer = by_engine(evaluation)
        assert sorted(by_hand(one.facts, one.rows, one.day)) == answer, f"by hand {one.case.id} differs"
        for engine in larger if number < COMPARED else ():
            assert by_engine(engine.evaluate(one.case, one.at)) == answer, (
                f"a larger catalogue differs on {one.case.id}"
            )
        obligations += len(answer)
        rules += len({found.rule for found in evaluation.obligations})
    return obligations, rules / len(drawn)


def memory(count: int) -> None:
    """Print the most memory that this process has had, MB, before and after all answers to so many cases are kept."""
    engine, drawn = engine_of(60), cases(count)
    gc.collect()
    before = peak()
    answers = kept(engine, drawn)
    print(f"{before:.0f} MB with {count} cases; all answers kept add {peak() - before:.0f} MB")
    del answers


def peak() -> float:
    """Give the most memory that this process has had, MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def loaded(sizes: Sequence[int]) -> dict[int, Engine]:
    engines: dict[int, Engine] = {}
    for rules in sizes:
        start = perf_counter()
        engines[rules] = engine_of(rules)
        print(f"loading {rules:>5} rules {perf_counter() - start:9.2f} s")
    return engines


def runs_of(engines: dict[int, Engine], drawn: Sequence[Drawn]) -> dict[str, Callable[[], object]]:
    table: dict[str | None, int] = dict.fromkeys(EVENT_TYPES, 1)
    smallest, *larger = engines.items()
    runs: dict[str, Callable[[], object]] = {
        LOOK_UP: lambda: look_up(drawn, table),
        BY_HAND: lambda: kept_by_hand(drawn),
        f"{BY_HAND}, dropped": lambda: dropped_by_hand(drawn),
        MADE: lambda: kept(smallest[1], drawn),
        f"{MADE} and read": lambda: kept_and_read(smallest[1], drawn),
        f"{MADE}, dropped": lambda: dropped(smallest[1], drawn),
    }
    for size, engine in larger:
        runs[f"{size} rules, made"] = lambda engine=engine: kept(engine, drawn)
    return runs


def show(measured: dict[str, Measured], drawn: Sequence[Drawn]) -> None:
    events = sum(len(one.rows) for one in drawn)
    print(
        f"\n{'':<24} {'µs/case':>9} {'cases/s':>9} {'events/s':>10} {'× look-up':>10}   × by hand (least to greatest)"
    )
    for name, one in measured.items():
        middle = median(one)
        beside = measured[f"{BY_HAND}, dropped" if "dropped" in name else BY_HAND]
        print(
            f"{name:<24} {middle / len(drawn) * 1e6:9.1f} {len(drawn) / middle:9.0f} {events / middle:10.0f}"
            f" {middle / median(measured[LOOK_UP]):10.0f}   {ratio(one, beside)}"
        )
    print("\nthe same rules triggered in a larger catalogue, × 60 rules (goal: each tenfold no more than 1.10)")
    for name in measured:
        if name.endswith("0 rules, made") and name != MADE:
            print(f"{name:<24} {ratio(measured[name], measured[MADE])}")
    print(f"\ngoal: {MADE}, no more than 4 × by hand; it is {ratio(measured[MADE], measured[BY_HAND]).strip()}")


def main() -> None:
    parser = ArgumentParser(description="How fast the engine is beside two floors.")
    parser.add_argument("--cases", type=int, default=20_000)
    parser.add_argument("--quick", action="store_true", help="2,000 cases, three rounds, no 6,000 rules")
    parser.add_argument("--memory", action="store_true", help="only the memory that the answers take")
    options = parser.parse_args()
    count, rounds = (2000, 3) if options.quick else (options.cases, ROUNDS)
    if options.memory:
        memory(count)
        return
    engines = loaded((60, 600) if options.quick else (60, 600, 6000))
    drawn = cases(count)
    events = sum(len(one.rows) for one in drawn) / count
    obligations, rules = check_equal(engines, drawn)
    print(
        f"{count} cases, each with {events:.1f} events, {rules:.1f} rules open, {obligations / count:.1f} obligations"
    )
    print(f"answers equal to the loop by hand on all; on {min(count, COMPARED)} also with the larger catalogues")
    # In a process of its own, where nothing before it has needed more.
    subprocess.run([sys.executable, __file__, "--memory", "--cases", str(count)], check=True)
    show(interleaved(runs_of(engines, drawn), rounds), drawn)


if __name__ == "__main__":
    main()
