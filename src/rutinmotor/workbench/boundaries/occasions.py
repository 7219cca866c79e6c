"""A year in, the days of it at which a count is easily got wrong out; chosen before any rule is asked."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from rutinmotor.ground.days import WEEKDAYS, Calendar, DayOutOfRange, make_calendar
from rutinmotor.workbench.boundaries.boundary import Kind

_LAST_YEAR: Final = 9999
FEASTS: Final[tuple[Kind, ...]] = ("easter", "midsummer", "christmas", "new_year")
# Of each feast the first free day, and the days that a due date may be made to fall on, the most telling first.
_NAMES: Final[Mapping[Kind, tuple[str, ...]]] = {
    "easter": ("långfredagen", "långfredagen", "annandag påsk"),
    "midsummer": ("midsommarafton", "midsommarafton", "midsommardagen"),
    "christmas": ("julafton", "juldagen", "julafton", "annandag jul"),
    "new_year": ("nyårsafton", "nyårsafton", "nyårsdagen"),
}


class Feast(NamedTuple):
    """Free days in a row: the first of them, and those that a due date may be made to fall on."""

    first: date
    on: tuple[date, ...]


def feast(kind: Kind, year: int) -> Feast | None:
    """Give the days of a feast in a year; None of other kinds, and where the holidays of the year are not known."""
    if kind not in _NAMES:
        return None
    calendar = holidays()
    try:
        found = {calendar.name_of(day): date.fromordinal(day) for day in _days_of(year)}
    except DayOutOfRange:
        return None
    first, *on = (found[name] for name in _NAMES[kind] if name in found)
    return Feast(first, tuple(on)) if on else None


def holidays() -> Calendar:
    """Give the calendar of Swedish holidays and eves, the same by which all days are named here."""
    return make_calendar(WEEKDAYS[:5], "SE", eves_free=True)


def name_of(day: date) -> str | None:
    """Name a holiday or an eve in Swedish; None for any other day, and where the year is not known."""
    try:
        return holidays().name_of(day.toordinal())
    except DayOutOfRange:
        return None


def is_free(day: date) -> bool:
    """Say whether a day is a Saturday or Sunday, a holiday or an eve."""
    try:
        return not holidays().is_working(day.toordinal())
    except DayOutOfRange:
        return day.weekday() > 4


def leap_year(year: int) -> int | None:
    """Give the first leap year from a year on; None if the calendar ends before it."""
    return next((one for one in range(year, min(year + 8, _LAST_YEAR) + 1) if isleap(one)), None)


def _days_of(year: int) -> range:
    return range(date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal() + 1)
