"""Durations and deadlines in, functions from day to day out: the arithmetic of one rule, bound to its calendars."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.days import Calendar, add_days, add_months, last_of, nth_of_month
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import Deadline, Duration

Facts = Mapping[str, FactValue]
# A day and the facts of that day in, the day counted out, or None where a fact is missing.
Count = Callable[[int, Facts], "int | None"]
Roll = Callable[[int], int]
FindCalendar = Callable[[str], Calendar]

_IN_DAYS = {"days": 1, "weeks": 7}
_IN_MONTHS = {"months": 1, "years": 12}


class NegativeNumber(ValueError):  # noqa: N818  # it is what the fact holds
    """A fact that counts a deadline is below zero."""

    def __init__(self, fact: str, number: int) -> None:
        self.fact, self.number = fact, number
        super().__init__(f"{fact} is {number}")


@dataclass(frozen=True, slots=True)
class Span:
    """A length of time in one unit: `days`, `weeks`, `months`, `years` (calendar), or `working_days` of `calendar`."""

    unit: str
    number: int
    calendar: Calendar | None = None

    def after(self, day: int, times: int = 1) -> int:
        """Give the day `times` spans after `day`, which is not counted; all of them are one span, counted once.

        Raises:
            DayOutOfRange: a day outside the calendar, or outside the years 1 to 9999.
        """
        return shifted(day, self.unit, self.number * times, self.calendar)

    def before(self, day: int) -> int:
        """Give the day one span before `day`, which is not counted; raises as `after`."""
        return shifted(day, self.unit, -self.number, self.calendar)


def shifted(day: int, unit: str, number: int, calendar: Calendar | None) -> int:
    """Give the day `number` units after `day`, or before it if negative (semantics 4.1, 4.2).

    Raises:
        DayOutOfRange: a day outside the calendar, or outside the years 1 to 9999.
    """
    if unit in _IN_DAYS:
        return add_days(day, number * _IN_DAYS[unit])
    if unit in _IN_MONTHS:
        return add_months(day, number * _IN_MONTHS[unit])
    assert calendar is not None
    return calendar.nth_after(day, number) if number >= 0 else calendar.nth_before(day, -number)


def bind_span(duration: Duration, calendars: FindCalendar) -> Span:
    """Tie a duration to its calendar."""
    return Span(duration.unit, duration.number, calendars(duration.calendar) if duration.calendar else None)


def bind_count(deadline: Deadline, calendars: FindCalendar) -> tuple[Count, tuple[str, ...]]:
    """Make the counting function of a deadline that names a time, and name the facts that it reads.

    The function gives the day before any roll (semantics 4.1, 4.2, 4.4); it raises DayOutOfRange and NegativeNumber.
    """
    match deadline.kind:
        case "day_of_month":
            number, ahead = deadline.day_of_month or 1, deadline.months_ahead or 0
            return (lambda day, facts: nth_of_month(day, number, ahead)), ()
        case "end_of":
            period = deadline.end_of or "month"
            return (lambda day, facts: last_of(day, period)), ()
        case "date":
            return _from_date(deadline, calendars)
        case unit:
            return _from_units(
                unit,
                getattr(deadline, unit),
                calendars(deadline.calendar) if unit == "working_days" and deadline.calendar else None,
            )


def _from_units(unit: str, number: int | str, calendar: Calendar | None) -> tuple[Count, tuple[str, ...]]:
    if isinstance(number, str):
        fact = number

        def by_fact(day: int, facts: Facts) -> int | None:
            given = facts.get(fact)
            if given is None:
                return None
            assert isinstance(given, int)
            if given < 0:
                raise NegativeNumber(fact, given)
            return shifted(day, unit, given, calendar)

        return by_fact, (fact,)
    # One function for each kind of unit, as this is what replay calls most.
    if unit in _IN_DAYS:
        days = number * _IN_DAYS[unit]
        return (lambda day, facts: add_days(day, days)), ()
    if unit in _IN_MONTHS:
        months = number * _IN_MONTHS[unit]
        return (lambda day, facts: add_months(day, months)), ()
    assert calendar is not None
    nth_after = calendar.nth_after
    return (lambda day, facts: nth_after(day, number)), ()


def _from_date(deadline: Deadline, calendars: FindCalendar) -> tuple[Count, tuple[str, ...]]:
    fact = deadline.date or ""
    plus = bind_span(deadline.plus, calendars) if deadline.plus else None
    minus = bind_span(deadline.minus, calendars) if deadline.minus else None

    def by_date(day: int, facts: Facts) -> int | None:
        given = facts.get(fact)
        if given is None:
            return None
        assert isinstance(given, date)
        then = given.toordinal()
        return plus.after(then) if plus else minus.before(then) if minus else then

    return by_date, (fact,)


def bind_roll(deadline: Deadline, calendars: FindCalendar) -> Roll | None:
    """Make the function that moves a day that is no working day (semantics 4.6), if the deadline says so."""
    if deadline.roll is None or deadline.calendar is None:
        return None
    calendar = calendars(deadline.calendar)
    return calendar.next_or_same if deadline.roll == "next_working_day" else calendar.previous_or_same
