"""A calendar's definition in, working days and shifted days out: 4.1 to 4.3 and 4.6, wherever days are counted."""

import json
from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import Any

from tests.engine.second.errors import SecondError

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
FIRST_YEAR, LAST_YEAR = 1953, 2100  # the years that the holidays cover (4.2)
DAY = timedelta(days=1)


def plus_days(day: date, number: int) -> date:
    """4.1, 4.11: calendar days on (or back, if negative)."""
    try:
        return day + timedelta(days=number)
    except OverflowError as fault:
        raise SecondError("a day outside years 1 to 9999") from fault


def last_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def plus_months(day: date, number: int) -> date:
    """4.1: the day of the same number, or the month's last day where it has no such day."""
    return nth_of_month(day, day.day, number)


def nth_of_month(day: date, number: int, months_ahead: int) -> date:
    """4.4: the Nth of the month so many months ahead, or that month's last day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months_ahead, 12)
    if not MINYEAR <= year <= MAXYEAR:
        raise SecondError("a day outside years 1 to 9999")
    last = last_of_month(year, month + 1)
    return last if number > last.day else date(year, month + 1, number)


def last_of_period(day: date, period: str) -> date:
    """4.4: the last day of the week (Sunday), month, quarter, half-year or year that the day lies in."""
    if period == "week":
        return plus_days(day, 6 - day.weekday())
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[period]
    last_month = ((day.month - 1) // months + 1) * months
    return last_of_month(day.year, last_month)


def first_of_period(day: date, period: str) -> date:
    """5.4: the first day of the month, quarter, half-year or year that the day lies in."""
    last = last_of_period(day, period)
    months = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}[period]
    return date(last.year, last.month - months + 1, 1)


def easter(year: int) -> date:
    """Easter Sunday by the canon's own steps: golden number, epact, the full moon, the Sunday after it."""
    golden = year % 19 + 1
    century = year // 100 + 1
    skipped_leap_years = 3 * century // 4 - 12
    moon = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - skipped_leap_years - 10
    epact = (11 * golden + 20 + moon - skipped_leap_years) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full = 44 - epact
    if full < 21:
        full += 30
    of_march = full + 7 - (sunday + full) % 7
    return date(year, 3, 1) + timedelta(days=of_march - 1)


def saturday_from(day: date) -> date:
    """The first Saturday on or after the day."""
    return day + timedelta(days=(5 - day.weekday()) % 7)


@cache
def public_holidays(year: int) -> frozenset[date]:
    """SFS 1989:253, with annandag pingst up to 2004 and nationaldagen from 2005 (SFS 2004:1320)."""
    sunday = easter(year)
    days = {date(year, 1, 1), date(year, 1, 6), date(year, 5, 1), date(year, 12, 25), date(year, 12, 26)}
    days |= {sunday - 2 * DAY, sunday, sunday + DAY, sunday + 39 * DAY, sunday + 49 * DAY}
    days.add(date(year, 6, 6) if year >= 2005 else sunday + 50 * DAY)
    days.add(saturday_from(date(year, 6, 20)))
    days.add(saturday_from(date(year, 10, 31)))
    return frozenset(days)


@cache
def eves(year: int) -> frozenset[date]:
    """4.3: midsommarafton, julafton and nyårsafton."""
    return frozenset({saturday_from(date(year, 6, 20)) - DAY, date(year, 12, 24), date(year, 12, 31)})


class Calendar:
    """4.2: one named calendar, asked a day at a time."""

    def __init__(self, definition: dict[str, Any]) -> None:
        self.weekdays = {WEEKDAYS.index(name) for name in definition["weekdays"]}
        self.holidays = definition.get("holidays") == "SE"
        self.eves_free = bool(definition.get("eves_free"))
        self.extra_free = {date.fromisoformat(str(day)) for day in definition.get("extra_free") or ()}
        self.extra_working = {date.fromisoformat(str(day)) for day in definition.get("extra_working") or ()}
        self.known: dict[date, bool] = {}

    def works(self, day: date) -> bool:
        """Is it a working day? Raises outside the years that the holidays cover."""
        if day not in self.known:
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise SecondError(f"{day} is outside the calendar")
            free = day.weekday() not in self.weekdays or day in self.extra_free
            free = free or (self.holidays and day in public_holidays(day.year))
            free = free or (self.eves_free and day in eves(day.year))
            self.known[day] = day in self.extra_working or not free
        return self.known[day]

    def nth(self, day: date, number: int, back: bool = False) -> date:
        """4.2: the Nth working day after the day (or before it); 0 is the same day."""
        self.works(day)
        while number > 0:
            day = plus_days(day, -1 if back else 1)
            number -= self.works(day)
        return day

    def rolled(self, day: date, roll: str) -> date:
        """4.6: the day itself if it is a working day, else the next (or the previous) one."""
        while not self.works(day):
            day = plus_days(day, 1 if roll == "next_working_day" else -1)
        return day


_made: dict[str, Calendar] = {}


def calendar_of(definition: dict[str, Any]) -> Calendar:
    """One calendar for each definition, so that what it has found out is kept."""
    key = json.dumps(definition, sort_keys=True, default=str)
    if key not in _made:
        _made[key] = Calendar(definition)
    return _made[key]


def shift(day: date, span: dict[str, Any], calendars: dict[str, Any], times: int = 1, back: bool = False) -> date:
    """4.1, 4.2: the day a span after (or before) a day; several spans are one of k times the length."""
    sign = -1 if back else 1
    for unit, size in (("days", 1), ("weeks", 7)):
        if unit in span:
            return plus_days(day, sign * span[unit] * size * times)
    for unit, size in (("months", 1), ("years", 12)):
        if unit in span:
            return plus_months(day, sign * span[unit] * size * times)
    return calendar_of(calendars[span["calendar"]]).nth(day, span["working_days"] * times, back)
