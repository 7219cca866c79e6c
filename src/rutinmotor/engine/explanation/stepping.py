"""A day and one thing to count in, that one step with the free days that it steps over out; days are ordinals here."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.explanation.steps import Counted, DayOfMonth, Paused, PeriodEnd, Purpose, Rolled
from rutinmotor.engine.explanation.terms import EventRef, FactRef, FreeDay, Length, Named
from rutinmotor.engine.plan import FindCalendar, shifted
from rutinmotor.ground.days import WEEKDAYS, Calendar, Period, last_of, nth_of_month


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


def spanned(
    calendars: FindCalendar,
    day: int,
    length: Length,
    *,
    purpose: Purpose = "deadline",
    times: int = 1,
    back: bool = False,
    fact: FactRef | None = None,
    events: tuple[EventRef, ...] = (),
) -> Counted:
    """Count a length so many times from a day, as one, or back from it (semantics 4.1, 4.2)."""
    calendar = calendars(length.calendar) if length.calendar else None
    number = length.number * times
    end = shifted(day, length.unit, -number if back else number, calendar)
    free = free_days(calendar, min(day, end) + 1, max(day, end) - 1) if calendar else ()
    first, last = date.fromordinal(day), date.fromordinal(end)
    clipped = length.unit in ("months", "years") and first.day != last.day
    return Counted(first, length, last, purpose, times, back, clipped, fact, free, events)


def in_month(day: int, number: int, months_ahead: int) -> DayOfMonth:
    """Go to the day of that number in the month so many months ahead (semantics 4.4)."""
    end = date.fromordinal(nth_of_month(day, number, months_ahead))
    return DayOfMonth(date.fromordinal(day), number, months_ahead, end, clipped=end.day != number)


def period_end(day: int, period: Period) -> PeriodEnd:
    """Go to the last day of the period (semantics 4.4)."""
    return PeriodEnd(date.fromordinal(day), period, date.fromordinal(last_of(day, period)))


def rolled(calendar: Calendar, name: str, day: int, direction: str) -> Rolled | None:
    """Move a day that is no working day (semantics 4.6); None for a working day, which stays."""
    start = date.fromordinal(day)
    if calendar.is_working(day):
        return None
    if direction == "next_working_day":
        end = calendar.next_or_same(day)
        return Rolled(start, "next", name, date.fromordinal(end), free_days(calendar, day, end - 1))
    end = calendar.previous_or_same(day)
    return Rolled(start, "previous", name, date.fromordinal(end), free_days(calendar, end + 1, day))


def paused(
    state: Named,
    calendar: Calendar | None,
    name: str | None,
    since: int,
    pause: tuple[int, int],
    day: int,
    *,
    ongoing: bool,
) -> Paused:
    """Move a date by the days of one pause, both its ends included, one after another (semantics 4.9).

    `since` is the day that the time began. A calendar and its `name` are given where working days count.
    """
    first, last = pause
    end, counted = day, 0
    for held in range(max(first, since + 1), last + 1):
        if held > end:
            break
        if calendar is None or calendar.is_working(held):
            end = calendar.nth_after(end, 1) if calendar else end + 1
            counted += 1
    return Paused(
        state=state,
        since=date.fromordinal(since),
        first=date.fromordinal(first),
        last=date.fromordinal(last),
        ongoing=ongoing,
        start=date.fromordinal(day),
        counted=counted,
        end=date.fromordinal(end),
        calendar=name,
        free=free_days(calendar, min(max(first, since + 1), day), end) if calendar else (),
    )
