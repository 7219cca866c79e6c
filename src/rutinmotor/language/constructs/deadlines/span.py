"""So many days, weeks, months, years or working days, by a number or by a fact: a span of time and a deadline by it."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from rutinmotor.ground.days import (
    DAYS_IN,
    MONTHS_IN,
    UNITS,
    WORKING_DAYS,
    Calendar,
    add_days,
    add_months,
    days_of_months,
    days_of_working_days,
)
from rutinmotor.ground.words import said, unit_noun
from rutinmotor.language.constructs.deadlines.extent import UNBOUNDED, Range
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, FindCalendar, Words
from rutinmotor.language.constructs.deadlines.steps import (
    Counted,
    EventRef,
    FactRef,
    Facts,
    Given,
    Length,
    Purpose,
    Working,
    free_days,
)
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import CalendarName, NumberOrFactName
from rutinmotor.language.shapes import Shape


class SpanKeys(Shape):
    """The keys of a deadline in one unit, and the calendar of working days."""

    days: NumberOrFactName | None = key(
        ("Dagar", "Days"),
        "Antal dagar (kalenderdagar), eller uppgiften som anger antalet.",
        "Number of days (calendar days), or the fact that gives the number.",
        default=None,
    )
    weeks: NumberOrFactName | None = key(
        ("Veckor", "Weeks"),
        "Antal veckor, eller uppgiften som anger antalet.",
        "Number of weeks, or the fact that gives the number.",
        default=None,
    )
    months: NumberOrFactName | None = key(
        ("Månader", "Months"),
        "Antal månader, eller uppgiften som anger antalet.",
        "Number of months, or the fact that gives the number.",
        default=None,
    )
    years: NumberOrFactName | None = key(
        ("År", "Years"),
        "Antal år, eller uppgiften som anger antalet.",
        "Number of years, or the fact that gives the number.",
        default=None,
    )
    working_days: NumberOrFactName | None = key(
        ("Arbetsdagar", "Working days"),
        "Antal arbetsdagar, eller uppgiften som anger antalet; kräver `calendar`.",
        "Number of working days, or the fact that gives the number; needs `calendar`.",
        default=None,
    )
    calendar: CalendarName | None = key(
        ("Kalender", "Calendar"),
        "Kalendern för `working_days` och `roll`.",
        "The calendar of `working_days` and `roll`.",
        default=None,
    )


class NegativeNumber(ValueError):
    """A fact that counts a deadline is below zero."""

    def __init__(self, fact: str, number: int) -> None:
        self.fact, self.number = fact, number
        super().__init__(f"{fact} is {number}")


@dataclass(frozen=True, slots=True)
class Span(ABC):
    """A length of time in one unit: so many `days`, `weeks`, `months`, `years` (calendar), or `working_days`."""

    unit: str
    number: int

    @property
    def working(self) -> Working | None:
        """The calendar of the working days that it is counted in, and that a pause moves it by; None of other units."""
        return None

    @property
    def length(self) -> Length:
        """The span as it is told."""
        return Length(self.unit, self.number)

    @abstractmethod
    def after(self, day: int, times: int = 1) -> int:
        """Give the day `times` spans after `day`, which is not counted; all of them are one span, counted once.

        Raises:
            DayOutOfRange: a day outside the calendar, or outside the years 1 to 9999.
        """

    @abstractmethod
    def before(self, day: int, times: int = 1) -> int:
        """Give the day `times` spans before `day`, which is not counted; counted and raised as by `after`."""

    @abstractmethod
    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day that a deadline of this span from `day` leads to; as `after`, of which it is the plain case."""

    @abstractmethod
    def range(self) -> Range | None:
        """Measure it in calendar days; None where its calendar has not so many days."""

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads: none."""
        return ()

    def trace(self, day: int, given: Given) -> Iterator[Counted]:
        """Tell the count of a deadline from a day; raises as `after`."""
        yield self.step(day)

    def step(
        self,
        day: int,
        *,
        purpose: Purpose = "deadline",
        times: int = 1,
        back: bool = False,
        fact: FactRef | None = None,
        events: tuple[EventRef, ...] = (),
    ) -> Counted:
        """Tell the count of so many spans after a day, or `back` from it; raises as `after`."""
        end = self.before(day, times) if back else self.after(day, times)
        working = self.working
        free = free_days(working.table, min(day, end) + 1, max(day, end) - 1) if working else ()
        first, last = date.fromordinal(day), date.fromordinal(end)
        clipped = self.unit in MONTHS_IN and first.day != last.day
        return Counted(first, self.length, last, purpose, times, back, clipped, fact, free, events)

    def written(self) -> str:
        """Write it as its author does."""
        return f"{{{self.unit}: {self.number}}}"


@dataclass(frozen=True, slots=True)
class Days(Span):
    """So many calendar days or weeks."""

    days: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "days", self.number * DAYS_IN[self.unit])

    def after(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.after`."""
        return add_days(day, self.days * times)

    def before(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.before`."""
        return add_days(day, -self.days * times)

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day, as `Span.end`."""
        return add_days(day, self.days)

    def range(self) -> Range:
        """Measure it, as `Span.range`."""
        return Range(self.days, self.days, "days", self.days, self.written())


@dataclass(frozen=True, slots=True)
class Months(Span):
    """So many calendar months or years; a month without the day ends on its last (semantics 4.1)."""

    months: int = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "months", self.number * MONTHS_IN[self.unit])

    def after(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.after`."""
        return add_months(day, self.months * times)

    def before(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.before`."""
        return add_months(day, -self.months * times)

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day, as `Span.end`."""
        return add_months(day, self.months)

    def range(self) -> Range:
        """Measure it, as `Span.range`."""
        return Range(*days_of_months(self.months), "months", self.months, self.written())


@dataclass(frozen=True, slots=True)
class WorkingDays(Span):
    """So many working days of the calendar `named` (semantics 4.2)."""

    named: str
    table: Calendar

    @property
    def working(self) -> Working:
        """The calendar, as `Span.working`."""
        return Working(self.named, self.table)

    @property
    def length(self) -> Length:
        """The span as it is told, with its calendar."""
        return Length(self.unit, self.number, self.named)

    def after(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.after`."""
        return self.table.nth_after(day, self.number * times)

    def before(self, day: int, times: int = 1) -> int:
        """Give the day, as `Span.before`."""
        return self.table.nth_before(day, self.number * times)

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day, as `Span.end`."""
        return self.table.nth_after(day, self.number)

    def range(self) -> Range | None:
        """Measure it, as `Span.range`."""
        found = days_of_working_days(self.number, self.table)
        return Range(*found, f"{WORKING_DAYS} {self.named}", self.number, self.written()) if found else None


@dataclass(frozen=True, slots=True)
class UnboundWorkingDays:
    """So many working days of the calendar `named`, which days are free being left open: nothing can be counted."""

    number: int
    named: str

    @property
    def length(self) -> Length:
        """The span as it is told."""
        return Length(WORKING_DAYS, self.number, self.named)

    def range(self) -> Range:
        """Measure it in calendar days: at least as many, and no telling how many at most."""
        greatest = UNBOUNDED if self.number else 0
        return Range(self.number, greatest, f"{WORKING_DAYS} {self.named}", self.number, "")


@dataclass(frozen=True, slots=True)
class SpanByFact:
    """As many of one unit as a fact says when the time begins (semantics 4.3)."""

    fact: str
    one: Span

    @property
    def working(self) -> Working | None:
        """The calendar of the working days that it is counted in, and that a pause moves it by; None of other units."""
        return self.one.working

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day so many units after `day`, which is not counted; None where the fact is missing.

        Raises:
            DayOutOfRange: a day outside the calendar, or outside the years 1 to 9999.
            NegativeNumber: the fact is below zero.
        """
        number = facts.get(self.fact)
        if number is None:
            return None
        assert isinstance(number, int)
        if number < 0:
            raise NegativeNumber(self.fact, number)
        return self.one.after(day, number)

    def trace(self, day: int, given: Given) -> Iterator[Counted]:
        """Tell the count from a day; raises as `end`."""
        fact = given(self.fact)
        assert isinstance(fact.value, int)
        yield replace(self.one, number=fact.value).step(day, fact=fact)

    def range(self) -> Range | None:
        """Measure it in calendar days: None, as the fact decides."""
        return None

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads."""
        return (self.fact,)


def make_span(unit: str, number: int, named: str | None = None, table: Calendar | None = None) -> Span:
    """Give so many of a unit of UNITS; working days need the calendar's name and table."""
    if unit in DAYS_IN:
        return Days(unit, number)
    if unit in MONTHS_IN:
        return Months(unit, number)
    assert named is not None
    assert table is not None
    return WorkingDays(unit, number, named, table)


def bind_span(duration: Duration, calendars: FindCalendar) -> Span:
    """Tie a duration to its calendar."""
    named = duration.calendar
    return make_span(duration.unit, duration.number, named, calendars(named) if named else None)


def _bind(written: SpanKeys, calendars: FindCalendar) -> Span | SpanByFact:
    [unit] = written.given(*UNITS)
    number: int | str = getattr(written, unit)
    named = written.calendar if unit == WORKING_DAYS else None
    table = calendars(named) if named else None
    if isinstance(number, str):
        return SpanByFact(number, make_span(unit, 1, named, table))
    return make_span(unit, number, named, table)


def _say(written: SpanKeys, words: Words) -> str:
    [unit] = written.given(*UNITS)
    number: int | str = getattr(written, unit)
    if number == 0:
        return said(words.lang, "samma dag", "on the same day")
    if isinstance(number, int):
        told = words.span(Length(unit, number, written.calendar if unit == WORKING_DAYS else None))
        return said(words.lang, f"inom {told}", f"within {told}")
    fact, noun = words.fact(number), unit_noun(unit)
    sv, en = noun.sv_many, noun.en_many
    return said(words.lang, f"inom så många {sv} som {fact} anger", f"within as many {en} as {fact} gives")


SPAN = DeadlineKind(keys=UNITS, say=_say, reads=UNITS, bind=_bind)
