"""The steps of a count beside those of a deadline itself: the day it begins, pauses, another's event or due date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.explanation.terms import Named
from rutinmotor.language.constructs import CountStep, EventRef, FreeDay, Rolled


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
class OnEvent:
    """The due date is the day of the event that it had to be done before; `had` if that had happened already then."""

    event: EventRef
    end: date
    had: bool = False
    kind: Literal["on_event"] = "on_event"


@dataclass(frozen=True, slots=True)
class Inherited:
    """The due date of the obligation that this one runs ahead of, as it then stood; None without one."""

    rule: Named
    end: date | None
    kind: Literal["inherited"] = "inherited"


Step: TypeAlias = CountStep | Start | Paused | Rolled | OnEvent | Inherited
