"""Results in, a report for people out; at the end of a run."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from tests.mutants.making import Name
from tests.mutants.trying import Result

_DEAD = ("killed", "stopped")
# Per cent of those that are not equivalent, and every flipped comparison.
GOAL = 95


def survivors(results: Sequence[Result], equivalent: Mapping[Name, str]) -> list[Result]:
    """Give those that neither a test noticed nor the list explains."""
    return [one for one in results if one.outcome not in _DEAD and one.mutant.name not in equivalent]


def reached(results: Sequence[Result], equivalent: Mapping[Name, str]) -> bool:
    """Tell if the goal is reached: enough are noticed, and every comparison is."""
    left = survivors(results, equivalent)
    dead = sum(one.outcome in _DEAD for one in results)
    return 100 * dead >= GOAL * (dead + len(left)) and not any(one.mutant.comparison for one in left)


def report(results: Sequence[Result], equivalent: Mapping[Name, str]) -> Iterator[str]:
    """Give the report line by line: the score, the score of each room, and every survivor with its change."""
    left = survivors(results, equivalent)
    alike = [one for one in results if one.outcome not in _DEAD and one.mutant.name in equivalent]
    yield from _scores(results, len(alike), len(left))
    yield ""
    rooms = sorted({_room(one) for one in results})
    for room in rooms:
        here = [one for one in results if _room(one) == room]
        dead = sum(one.outcome in _DEAD for one in here)
        counted = len(here) - sum(_room(one) == room for one in alike)
        yield f"{dead:>6} of {counted:<6} {room}"
    for title, some in (("Survivors", left), ("Equivalent", alike)):
        if some:
            yield f"\n{title}:"
        for one in some:
            yield from _told(one, equivalent.get(one.mutant.name))
    wrong = [one for one in results if one.outcome in _DEAD and one.mutant.name in equivalent]
    for one in wrong:
        yield f"\nNot equivalent, {one.by} notices it:"
        yield from _told(one, None)


def _scores(results: Sequence[Result], alike: int, left: int) -> Iterator[str]:
    dead = sum(one.outcome in _DEAD for one in results)
    counted = len(results) - alike
    stopped = sum(one.outcome == "stopped" for one in results)
    unreached = sum(one.outcome == "unreached" for one in results)
    score = f"{100 * dead / counted:.1f} %" if counted else "none"
    yield f"Score: {score} ({dead} of {counted} killed, of them {stopped} by the limit of time)"
    yield f"Run: {len(results)}. Survived: {left} (of them {unreached} that no test reaches). Equivalent: {alike}."


def _room(result: Result) -> str:
    return str(PurePosixPath(result.mutant.file).relative_to("src/rutinmotor").parent)


def _told(result: Result, reason: str | None) -> Iterator[str]:
    mutant = result.mutant
    some = "" if result.tried == result.reaching else f" (the {result.tried} quickest of {result.reaching} tests)"
    yield f"\n{mutant.file}:{mutant.place.line} {mutant.function or 'module'}{some}"
    yield from (f"  - {line}" for line in mutant.before.splitlines())
    yield from (f"  + {line}" for line in mutant.after.splitlines())
    if reason is not None:
        yield f"  {reason}"
