"""The steps of a count, told as values, each from a day to a day; what a deadline's trace is made of."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from rutinmotor.ground.days import WEEKDAYS, Calendar, Period
from rutinmotor.ground.words import Lang, day_long, period_words, said
from rutinmotor.language.case import FactValue

Purpose: TypeAlias = Literal["deadline", "repeat", "extension"]
# The facts of the day that a time begins; the same with where each of them stood.
Facts: TypeAlias = Mapping[str, FactValue]
Given: TypeAlias = Callable[[str], "FactRef"]


class Working(NamedTuple):
    """A calendar as a rule names it, and the table of its working days."""

    named: str
    table: Calendar


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time in one unit; working days are those of the calendar named."""

    unit: str
    number: int
    calendar: str | None = None


@dataclass(frozen=True, slots=True)
class EventRef:
    """One event of the log; `clock` is local, as `08:30`, and None for an event with a date alone."""

    id: str | None
    type: str
    title: str
    day: date
    clock: str | None
    item: str | None


@dataclass(frozen=True, slots=True)
class FactGiven:
    """How a fact got a value, None where it was taken away: by an event on its day, both None at the case's start."""

    value: FactValue
    day: date | None = None
    event: EventRef | None = None


@dataclass(frozen=True, slots=True)
class FactRef:
    """A fact as it stood on a day; `holder` says where the value stands, and is None where none is given.

    `given` says how it came to stand so, None where it never had a value; `changed` how it has come to stand otherwise
    by the day asked, if it does. A fact of an event stands on that, which `of` names. `late` says that it was missing
    when it was asked for, and that this is the value that has answered since.
    """

    name: str
    title: str
    value: FactValue
    holder: Literal["item", "case", "event"] | None
    given: FactGiven | None = None
    changed: FactGiven | None = None
    of: EventRef | None = None
    late: bool = False


@dataclass(frozen=True, slots=True)
class FreeDay:
    """A day that a count in working days steps over.

    `why`: `holiday` (a public holiday or an eve, by its Swedish `name`), `weekday` (the calendar does not work on that
    day of the week), or `extra` (a free day of the calendar's own).
    """

    day: date
    weekday: str
    name: str | None
    why: Literal["holiday", "weekday", "extra"]


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
    purpose: Purpose
    times: int
    back: bool
    clipped: bool
    fact: FactRef | None
    free: tuple[FreeDay, ...]
    events: tuple[EventRef, ...]
    kind: Literal["counted"] = "counted"


class OwnStep(ABC):
    """A step that one kind of deadline alone takes, and so says itself; every one has a `start` and an `end`."""

    __slots__ = ()

    end: date

    @property
    @abstractmethod
    def bounds(self) -> Period:
        """The period of the calendar at whose ends the count is most easily got wrong."""

    @abstractmethod
    def told(self, lang: Lang) -> str:
        """Say where it leads, in one sentence."""


@dataclass(frozen=True, slots=True)
class DayOfMonth(OwnStep):
    """The day `number` of the month `months_ahead` after that of `start`, or that month's last day (`clipped`)."""

    start: date
    number: int
    months_ahead: int
    end: date
    clipped: bool
    kind: Literal["day_of_month"] = "day_of_month"

    @property
    def bounds(self) -> Period:
        """The month: it decides which day is meant."""
        return "month"

    def told(self, lang: Lang) -> str:
        """Say where it leads, and that the month is too short."""
        match self.months_ahead:
            case 0:
                month = said(lang, "samma månad", "of the same month")
            case 1:
                month = said(lang, "nästa månad", "of the next month")
            case number:
                month = said(lang, f"{number} månader framåt", f"of the month {number} months on")
        text = said(lang, f"Den {self.number} {month}", f"Day {self.number} {month}")
        return f"{text}: {day_long(self.end, lang)}{clipped_told(lang) if self.clipped else ''}."


@dataclass(frozen=True, slots=True)
class PeriodEnd(OwnStep):
    """The last day of the `week`, `month`, `quarter`, `half_year` or `year` that `start` lies in."""

    start: date
    period: Period
    end: date
    kind: Literal["period_end"] = "period_end"

    @property
    def bounds(self) -> Period:
        """The period itself."""
        return self.period

    def told(self, lang: Lang) -> str:
        """Say where it leads."""
        sv, en = period_words(self.period).the
        end = day_long(self.end, lang)
        return said(lang, f"Sista dagen i {sv}: {end}.", f"The last day of {en}: {end}.")


@dataclass(frozen=True, slots=True)
class GivenDay:
    """The day that a fact gives."""

    fact: FactRef
    end: date
    kind: Literal["given_day"] = "given_day"


@dataclass(frozen=True, slots=True)
class Rolled:
    """A date that is no working day, moved to the next or the previous one; `free` are the days stepped over."""

    start: date
    direction: Literal["next", "previous"]
    calendar: str
    end: date
    free: tuple[FreeDay, ...]
    kind: Literal["rolled"] = "rolled"


CountStep: TypeAlias = Counted | GivenDay | OwnStep


def clipped_told(lang: Lang) -> str:
    """Say that a count ended on its month's last day, within a sentence."""
    return said(
        lang,
        ", månadens sista dag, eftersom den månaden är kortare",
        ", the month’s last day, as that month is shorter",
    )


def free_days(calendar: Calendar, first: int, last: int) -> tuple[FreeDay, ...]:
    """Give the days from `first` to `last`, both included, that are no working days, each with its reason."""
    return tuple(_free(calendar, day) for day in range(first, last + 1) if not calendar.is_working(day))


def _free(calendar: Calendar, day: int) -> FreeDay:
    weekday = WEEKDAYS[(day - 1) % 7]
    name = calendar.name_of(day)
    if name is not None:
        return FreeDay(date.fromordinal(day), weekday, name, "holiday")
    works = weekday in calendar.definition.weekdays
    return FreeDay(date.fromordinal(day), weekday, None, "extra" if works else "weekday")
