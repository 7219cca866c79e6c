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
# What an obligation is put to, in the order in which it is made. `again`: triggered while one is open;
# `done_and_again`: done and triggered on one day; `done_and_awaited`: done on the day of what it is to be done before;
# `ended`, `ended_overdue`, `ended_waiting`: what ends it comes while it is open, overdue, or yet to arise by a timer;
# `begun_and_ended`: it comes on its first day; `period`: done while two of a series are open; `answered`: a fact that
# it rests on comes late.
TrialKind: TypeAlias = Literal[
    "again",
    "done_and_again",
    "done_and_awaited",
    "ended",
    "ended_overdue",
    "ended_waiting",
    "begun_and_ended",
    "period",
    "answered",
]
# Of two things on one day, whether what the kind names first has the earlier clock, the later, or neither has a clock.
Order: TypeAlias = Literal["first", "last", "open"]
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
class Trial:
    """A longer case of the rule, and all that the rule has given in it by the end of `day`, in order of opening.

    `day` is that of the last thing in the case. `name` is the event type, or the fact, that the obligation is put to;
    None where that is its own trigger. `untouched` is the obligation on that day had this not happened, if it was
    there.
    """

    kind: TrialKind
    case: Case
    day: date
    found: tuple[Obligation, ...]
    order: Order | None = None
    name: str | None = None
    untouched: Obligation | None = None


@dataclass(frozen=True, slots=True)
class Boundaries:
    """The examples of one rule; `year` is that in which they begin, save those of the leap day.

    `unshown` are those that have no witness: no such day, or the rule is not in force then. `turns` are the first
    of a series, each done on its last day where the next waits for that (`waits`). `trials` show what more can happen
    to an example.
    """

    version: Version
    year: int
    timing: Timing
    examples: tuple[Example, ...]
    unshown: tuple[Kind, ...] = ()
    turns: tuple[Turn, ...] = ()
    waits: bool = False
    trials: tuple[Trial, ...] = ()
