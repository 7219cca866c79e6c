"""Nothing in, a table out: what an impact costs beside the two evaluations that it is made of, on drawn cases.

The old rules are sixty of a made-up routine; in the new ones every third deadline is a day shorter. Timed is one call
for each case, in processor time, events as objects in and what differs out; the reasons, which are only looked for
where a case is listed, are timed apart. The garbage collector is on.
"""

from __future__ import annotations

import re
from argparse import ArgumentParser
from datetime import date
from statistics import median
from time import process_time

from generator import ROUTINES, cases

from rutinmotor import Case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.workbench.impact.asking import Asked, asked
from rutinmotor.workbench.impact.changes import CaseImpact
from rutinmotor.workbench.impact.reasons import reasons_of

ROUNDS = 5
AT = date(2020, 6, 30)
_DAYS = re.compile(r"(deadline: \{days: )(\d+)")


def changed(text: str) -> str:
    """Give the rules with every third deadline in days a day shorter."""
    seen = 0

    def shorter(found: re.Match[str]) -> str:
        nonlocal seen
        seen += 1
        return f"{found[1]}{max(int(found[2]) - 1, 0)}" if seen % 3 == 0 else found[0]

    return _DAYS.sub(shorter, text)


def made(since: date | None) -> Asked:
    old, new = (engine_from_texts({"arende.yaml": text}).catalogues for text in (ROUTINES, changed(ROUTINES)))
    return asked(old, new, AT, since=since)


def evaluated(question: Asked, drawn: list[Case]) -> float:
    start = process_time()
    for case in drawn:
        question.old.evaluate(case, AT)
        question.new.evaluate(case, AT)
    return process_time() - start


def compared(question: Asked, drawn: list[Case]) -> tuple[float, list[tuple[Case, CaseImpact]]]:
    start = process_time()
    found = [(case, question.of(case)) for case in drawn]
    return process_time() - start, [one for one in found if one[1]]


def explained(question: Asked, found: list[tuple[Case, CaseImpact]]) -> float:
    start = process_time()
    for case, impact in found:
        reasons_of(question, case, impact)
    return process_time() - start


def show(name: str, question: Asked, drawn: list[Case], rounds: int) -> None:
    both: list[float] = []
    whole: list[float] = []
    found: list[tuple[Case, CaseImpact]] = []
    for _ in range(rounds):
        both.append(evaluated(question, drawn))
        seconds, found = compared(question, drawn)
        whole.append(seconds)
    ratios = [one / two for one, two in zip(whole, both, strict=True)]
    some = found[:200]
    each = explained(question, some) / len(some) * 1e3 if some else 0.0
    print(
        f"{name:<22} {len(drawn) / median(whole):9.0f} {median(ratios):6.2f} ({min(ratios):.2f} to {max(ratios):.2f})"
        f" {len(found) / len(drawn):9.0%} {each:14.1f}"
    )


def main() -> None:
    parser = ArgumentParser(description="What an impact costs beside two evaluations.")
    parser.add_argument("--cases", type=int, default=5_000)
    options = parser.parse_args()
    drawn = [one.case for one in cases(options.cases)]
    print(f"{'':<22} {'cases/s':>9}   × two evaluations   {'changed':>9} {'reasons ms/case':>14}")
    show("as if always held", made(None), drawn, ROUNDS)
    show("from a day on", made(date(2018, 1, 1)), drawn, ROUNDS)
    same = made(None).old.catalogues
    show("the same rules", asked(same, same, AT), drawn, ROUNDS)


if __name__ == "__main__":
    main()
