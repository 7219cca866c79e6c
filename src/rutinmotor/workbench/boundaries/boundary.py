"""What the boundaries of a rule are made of: frozen values, with no words of any language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final, Literal, TypeAlias, get_args

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.engine.explanation import ExplainedObligation
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import Version

# What an example is chosen to show, in the order in which they are shown.
Kind: TypeAlias = Literal[
    "ordinary",
    "weekend",
    "easter",
    "midsummer",
    "christmas",
    "new_year",
    "month_end",
    "period_end",
    "period_start",
    "leap_month",
    "leap_day",
]
KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
# The days around a due date.
Which: TypeAlias = Literal["before", "due", "after"]
# How a rule's time comes to an end, if it does: `counted` also where another rule gives the due date.
Timing: TypeAlias = Literal["counted", "open", "standing", "before"]


@dataclass(frozen=True, slots=True)
class DayStatus:
    """How the obligation stands at the end of a day: `which` of the days around the due date it is."""

    which: Which
    day: date
    obligation: Obligation


@dataclass(frozen=True, slots=True)
class Example:
    """A case in which the rule opens on `start`, and what becomes of it.

    `due` is None without a due date. `days` are the days around it, as many as the obligation lived: on the day it
    opened there may be none before. `case` ends on the due day: with the event that must not come first, if any.
    `special` names the due day in Swedish, where it is a holiday or an eve.
    """

    kinds: tuple[Kind, ...]
    case: Case
    start: date
    due: date | None
    explained: ExplainedObligation
    days: tuple[DayStatus, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue], hash=False)
    special: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """One of a series: its number from 1, the day it opened and its due date, and when it is done in the example."""

    number: int
    opened: date
    due: date | None
    fulfilled_on: date | None


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The examples of one rule; `year` is that in which they begin, save those of the leap day.

    `unshown` are those that have no witness: no such day, or the rule is not in force then. `turns` are the first
    of a series, each done on its last day where the next waits for that (`waits`).
    """

    version: Version
    year: int
    timing: Timing
    examples: tuple[Example, ...]
    unshown: tuple[Kind, ...] = ()
    turns: tuple[Turn, ...] = ()
    waits: bool = False
