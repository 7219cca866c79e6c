"""An engine, a rule and a year in, its Boundaries out; the face of this room."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.explanation import ExplainedObligation
from rutinmotor.language.case import FactValue
from rutinmotor.workbench.boundaries.boundary import Boundaries, Example, Kind, Timing
from rutinmotor.workbench.boundaries.next_ones import turns_of
from rutinmotor.workbench.boundaries.outcome import Counting
from rutinmotor.workbench.boundaries.starts import starts_of
from rutinmotor.workbench.boundaries.trials import trials_of
from rutinmotor.workbench.witness import Witness

_TIMINGS: Final[Mapping[str, Timing]] = {"open": "open", "standing": "standing", "before": "before"}
# Days of the year on which a rule is first tried, to see what its time is made of; on some the longer periods begin.
_SAMPLES: Final = ((3, 2), (6, 1), (9, 1), (12, 1), (1, 15), (12, 31), (7, 1), (1, 1))


def boundaries_of(
    engine: Engine, rule: str, year: int, facts: Mapping[str, FactValue] | None = None
) -> Boundaries | None:
    """Give the examples of a rule, by its full id, that begin in a year; `facts` stand as given in all of them.

    None if no case is found in which the rule opens that year: it is not in force, or nothing can set it off.

    Raises:
        ValueError: the engine has no such rule.
    """
    counting = Counting(engine, rule, facts or {})
    witness = _sample(counting, year)
    if witness is None:
        return None
    counting.keep_to(witness.version)
    sample = counting.explained(witness.case, witness.obligation, witness.obligation.opened)
    timing: Timing = _TIMINGS.get(sample.timing, "counted")
    if timing == "counted" and sample.obligation.due is not None:
        examples, unshown = _counted(counting, sample, year)
    else:
        examples, unshown = _alone(counting, witness), ()
    begins = counting.witness(examples[0].start) if examples else None
    turns, waits = turns_of(counting, begins or witness)
    trials = trials_of(counting, begins, examples[0]) if begins is not None else ()
    return Boundaries(witness.version, year, timing, examples, unshown, turns, waits, trials)


def _sample(counting: Counting, year: int) -> Witness | None:
    for month, day in _SAMPLES:
        if (witness := counting.witness(date(year, month, day))) is not None:
            return witness
    return None


def _alone(counting: Counting, witness: Witness) -> tuple[Example, ...]:
    """Give the one example of a rule whose time nothing counts."""
    first = counting.example(witness.obligation.opened, "ordinary")
    return (first,) if first else ()


def _counted(
    counting: Counting, sample: ExplainedObligation, year: int
) -> tuple[tuple[Example, ...], tuple[Kind, ...]]:
    """Make the examples, those that begin on the same day as one, and name the kinds that could not be made."""
    chosen: dict[date, list[Kind]] = {}
    unshown: list[Kind] = []
    for kind, start in starts_of(counting, sample, year):
        if start is None or counting.witness(start) is None:
            unshown.append(kind)
        else:
            chosen.setdefault(start, []).append(kind)
    found = [counting.example(start, *kinds) for start, kinds in chosen.items()]
    return tuple(one for one in found if one is not None), tuple(unshown)
