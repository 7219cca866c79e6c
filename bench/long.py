"""Nothing in, a table out: what one long case costs, event by event, and how much memory above its own events.

Each size is ten times the one before; a case costs no more than eleven times as much. Memory is the peak of what Python
allocates while the case is evaluated, its answer included and its events not; that evaluation is not timed.
"""

from __future__ import annotations

import gc
import tracemalloc
from argparse import ArgumentParser
from statistics import median
from time import process_time

from generator import Drawn, engine_of, long_case

from rutinmotor import Engine

ROUNDS = 5


def repeats(events: int) -> int:
    """Say how often a case of so many events is evaluated in one round, so that each round takes some time."""
    return max(1, 20_000 // events)


def seconds(engine: Engine, drawn: Drawn, times: int) -> float:
    """Give the processor time of one evaluation."""
    gc.collect()
    start = process_time()
    for _ in range(times):
        engine.evaluate(drawn.case, drawn.at)
    return (process_time() - start) / times


def megabytes(engine: Engine, drawn: Drawn) -> tuple[float, float]:
    """Give the peak while one case is evaluated, and what of it the answer keeps, MB."""
    gc.collect()
    tracemalloc.start()
    evaluation = engine.evaluate(drawn.case, drawn.at)
    kept, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del evaluation
    return peak / 2**20, kept / 2**20


def main() -> None:
    parser = ArgumentParser(description="What one long case costs.")
    parser.add_argument("--million", action="store_true", help="go on to a million events")
    options = parser.parse_args()
    sizes = [20, 200, 2_000, 20_000, 200_000, *([1_000_000] if options.million else [])]
    engine = engine_of(60)
    drawn = {size: long_case(size) for size in sizes}
    taken: dict[int, list[float]] = {size: [] for size in sizes}
    for _ in range(ROUNDS):
        for size in sizes:
            taken[size].append(seconds(engine, drawn[size], repeats(size)))
    heads = ("events", "obligations", "seconds", "µs/event", "× the last", "events/s", "peak MB", "answer MB")
    print(" ".join(f"{head:>11}" for head in heads))
    last = 0.0
    for size in sizes:
        found = len(engine.evaluate(drawn[size].case, drawn[size].at).obligations)
        peak, kept = megabytes(engine, drawn[size])
        middle = median(taken[size])
        growth = f"{middle / last:.2f}" if last else ""
        print(
            f"{size:11} {found:11} {middle:11.4f} {middle / size * 1e6:11.1f}"
            f" {growth:>11} {size / middle:11.0f} {peak:11.1f} {kept:11.1f}"
        )
        last = middle
    print("goals: ten times the events, no more than 11 × the last; a million events, no more than 300 MB at the peak")


if __name__ == "__main__":
    main()
