"""A rule's lines under `expect` and its obligations in, what became of each line out; used by `running`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from rutinmotor.engine.evaluation import Obligation, Undetermined
from rutinmotor.workbench.scenario.answers import agrees, differences, is_about
from rutinmotor.workbench.scenario.matching import Pairing
from rutinmotor.workbench.scenario.verdict import Expected, Result, Value


def claims_of(lines: Sequence[Expected], given: Sequence[Obligation], gaps: Sequence[Undetermined]) -> list[Result]:
    """Give each line the obligation that it claims; each obligation is claimed by one line at most.

    As many lines hold as can, and where not all do, those that say more before those that say less. What is left is
    held against an obligation that the line means, the nearest where there are several. The order of the lines decides
    nothing but which of equal ones fails: the last.
    """
    order = sorted(range(len(lines)), key=lambda number: _exactness(lines[number]))
    pairing = Pairing([_columns(line, given) for line in lines])
    pairing.pair(order)
    failed = [number for number in order if pairing.column_of[number] is None]
    for number in failed:
        pairing.options[number] = _near(lines[number], given)
    pairing.pair(failed)
    results = {
        number: Result(line, answer=None if column is None else given[column])
        for number, (line, column) in enumerate(zip(lines, pairing.column_of, strict=True))
    }
    held = {column for number, column in enumerate(pairing.column_of) if number not in failed}
    for number in failed:
        column = pairing.column_of[number]
        left = [one for other, one in enumerate(given) if other not in held]
        results[number] = _without(lines[number], given, gaps) if column is None else _unlike(results[number], left)
        # Two lines that differ are held against one obligation each.
        held.add(column)
    return _counted([results[number] for number in range(len(lines))])


def _exactness(line: Expected) -> tuple[int, list[tuple[str, str]]]:
    """What says more comes first; of what says as much, the order is that of what is said."""
    return -len(line.said), sorted((key, _text(value)) for key, value in line.said.items())


def _text(value: Value) -> str:
    # Nothing, and a text that says "None", are two things.
    return f"{type(value).__name__} {sorted(value) if isinstance(value, tuple) else value}"


def _columns(line: Expected, given: Sequence[Obligation]) -> list[int]:
    return [number for number, one in enumerate(given) if agrees(line.said, one)]


def _near(line: Expected, given: Sequence[Obligation]) -> list[int]:
    """Give those of the obligations that a line means, the nearest first."""
    meant = [number for number, one in enumerate(given) if agrees(line.identity, one)]
    return sorted(meant, key=lambda number: len(differences(line.claims, given[number])))


def _unlike(result: Result, left: Sequence[Obligation]) -> Result:
    """Say in what the obligation differs that the line is held against; `left` are all that no other line has."""
    line, nearest = result.assertion, result.answer
    assert isinstance(line, Expected)
    assert nearest is not None
    meant = tuple(one for one in left if agrees(line.identity, one))
    several = meant if len(meant) > 1 else ()
    return Result(line, "differs", nearest, differences(line.claims, nearest), several)


def _without(line: Expected, given: Sequence[Obligation], gaps: Sequence[Undetermined]) -> Result:
    """Say why there is no obligation to hold a line against."""
    unjudged = tuple(gap for gap in gaps if is_about(gap, line))
    claimed = tuple(one for one in given if agrees(line.identity, one))
    if claimed:
        return Result(line, "taken", None, (), claimed, unjudged)
    if unjudged:
        return Result(line, "undetermined", None, (), tuple(given), unjudged)
    return Result(line, "not_that_one" if given else "none", None, (), tuple(given))


def _counted(results: Sequence[Result]) -> list[Result]:
    """Say of each line too many how many lines want the obligations that it could have: those that have them, too."""
    too_many = [{id(one) for one in result.others} for result in results if result.why == "taken"]
    return [
        replace(
            result, wanted=len(result.others) + sum(others <= {id(one) for one in result.others} for others in too_many)
        )
        if result.why == "taken"
        else result
        for result in results
    ]
