"""The steps of a count, from the day that a time begins to the due date; enough to count it again by hand."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.explanation.terms import EventRef, FactRef, FreeDay, Length, Named
from rutinmotor.ground.days import Period

Purpose: TypeAlias = Literal["deadline", "repeat", "extension"]


@dataclass(frozen=True, slots=True)
class Start:
    """The day that the time begins, itself not counted.

    `opened` and `restarted` by a trigger, `fulfilled` when the one before in the series was, or `series` when the
    whole series began.
    """

    end: date
    reason: Literal["opened", "restarted", "fulfilled", "series"]
    kind: Literal["start"] = "start"


@dataclass(frozen=True, slots=True)
class Counted:
    """`times` lengths on from `start`, or `back`, counted as one; `start` itself is not counted.

    `free` are the days stepped over, all of them, in order of time. `clipped`: the month has no such day, so `end` is
    its last. `fact` is the fact that gives the number. `purpose`: the deadline, the time between two of a series, or
    extensions by `events`.
    """

    start: date
    length: Length
    end: date
    purpose: Purpose = "deadline"
    times: int = 1
    back: bool = False
    clipped: bool = False
    fact: FactRef | None = None
    free: tuple[FreeDay, ...] = ()
    events: tuple[EventRef, ...] = ()
    kind: Literal["counted"] = "counted"


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """The day `number` of the month `months_ahead` after that of `start`, or that month's last day (`clipped`)."""

    start: date
    number: int
    months_ahead: int
    end: date
    clipped: bool
    kind: Literal["day_of_month"] = "day_of_month"


@dataclass(frozen=True, slots=True)
class PeriodEnd:
    """The last day of the `week`, `month`, `quarter`, `half_year` or `year` that `start` lies in."""

    start: date
    period: Period
    end: date
    kind: Literal["period_end"] = "period_end"


@dataclass(frozen=True, slots=True)
class GivenDay:
    """The day that a fact gives."""

    fact: FactRef
    end: date
    kind: Literal["given_day"] = "given_day"


@dataclass(frozen=True, slots=True)
class Paused:
    """A pause: each day from `first` to `last`, both included, that counts moves the date one day on.

    It counts if it is later than `since`, when the time began, and no later than the date as moved by then; with a
    `calendar` only working days count, and the date moves to the next working day. `free` are the days that are not.
    `ongoing`: it still held at the end of `last`; then there is no due date if the date is not before that day.
    """

    state: Named
    since: date
    first: date
    last: date
    ongoing: bool
    start: date
    counted: int
    end: date
    calendar: str | None = None
    free: tuple[FreeDay, ...] = ()
    kind: Literal["paused"] = "paused"


@dataclass(frozen=True, slots=True)
class Rolled:
    """A date that is no working day, moved to the next or the previous one; `free` are the days stepped over."""

    start: date
    direction: Literal["next", "previous"]
    calendar: str
    end: date
    free: tuple[FreeDay, ...]
    kind: Literal["rolled"] = "rolled"


@dataclass(frozen=True, slots=True)
class OnEvent:
    """The due date is the day of the event that it had to be done before."""

    event: EventRef
    end: date
    kind: Literal["on_event"] = "on_event"


@dataclass(frozen=True, slots=True)
class Inherited:
    """The due date of the obligation that this one runs ahead of, as it then stood; None without one."""

    rule: Named
    end: date | None
    kind: Literal["inherited"] = "inherited"


Step: TypeAlias = Start | Counted | DayOfMonth | PeriodEnd | GivenDay | Paused | Rolled | OnEvent | Inherited
