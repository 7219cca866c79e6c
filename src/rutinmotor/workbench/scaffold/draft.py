"""What a drafted scenario is made of: a case, the day it is judged, and what is to stand in the answer."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from rutinmotor.engine.evaluation import Obligation, Undetermined
from rutinmotor.language.case import Case

Row: TypeAlias = Mapping[str, "str | date | None"]


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario that has yet to be written down; each row has the keys of the scenario form."""

    rules: tuple[str, ...]
    case: Case
    at: date
    known: date | None = None
    expect: tuple[Row, ...] = ()
    absent: tuple[str, ...] = ()
    undetermined: tuple[str | Row, ...] = ()


def rows_of(obligations: Iterable[Obligation]) -> tuple[Row, ...]:
    """Say what is expected of each obligation: enough to know it by, its status, and the days that it rests on."""
    listed = tuple(obligations)
    number = Counter((one.rule, one.item) for one in listed)
    return tuple(_row(one, alone=number[one.rule, one.item] == 1) for one in listed)


def unjudged(gaps: Iterable[Undetermined], obligations: Iterable[Obligation]) -> tuple[str | Row, ...]:
    """Say which rules cannot be judged; of a rule that has given obligations, for which other items of the case.

    Of an item that has one by the rule, a scenario cannot also say that it is undetermined.
    """
    given = {(one.rule, one.item) for one in obligations}
    rules = {rule for rule, _ in given}
    pairs = dict.fromkeys((gap.rule, gap.item) for gap in gaps)
    whole = dict.fromkeys(rule for rule, _ in pairs if rule not in rules)
    rows: list[Row] = [{"rule": rule, "item": item} for rule, item in pairs if rule in rules]
    return (*whole, *(row for row in rows if (row["rule"], row["item"]) not in given))


def _row(one: Obligation, *, alone: bool) -> Row:
    row: dict[str, str | date | None] = {"rule": one.rule}
    if one.item is not None:
        row["item"] = one.item
    if not alone:
        row["opened"] = one.opened
    row["status"] = one.status
    if one.due is not None:
        row["due"] = one.due
    if one.fulfilled_on is not None:
        row["fulfilled_on"] = one.fulfilled_on
    if one.ended_on is not None:
        row["ended_on"] = one.ended_on
    return row
