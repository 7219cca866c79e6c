"""A calendar and a year in, its working days and its named free days out; what `calendar` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rutinmotor.ground.days import WEEKDAYS as CODES
from rutinmotor.ground.days import Calendar
from rutinmotor.ground.words import (
    EMPTY,
    MONTHS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    WORKING_DAY,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    beside,
    counted,
    holiday_name,
    line,
    listed,
    said,
    unbroken,
    wrapped,
)

_MONTH_WIDTH = 10
_COUNT_WIDTH = 16
_DAYS_WIDTH = 30
# `tor 14 Kristi himmelsfärdsdag,` stands on one line.
_NAME_WIDTH = 30


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day that is not what its weekday would make it, or a holiday: its Swedish name, None if it has none."""

    day: date
    name: str | None
    working: bool


@dataclass(frozen=True, slots=True)
class Month:
    """A month's working days, and its named days."""

    first: date
    working: tuple[date, ...]
    named: tuple[NamedDay, ...]


def months_of(calendar: Calendar, year: int) -> tuple[Month, ...]:
    """Give the months of a year.

    Raises:
        DayOutOfRange: the calendar does not cover the year.
    """
    return tuple(_month(calendar, date(year, number, 1)) for number in range(1, 13))


def _month(calendar: Calendar, first: date) -> Month:
    days: list[date] = []
    day = first
    while day.month == first.month:
        days.append(day)
        if day == date.max:
            break
        day += timedelta(days=1)
    named = [one for day in days if (one := _named(calendar, day)) is not None]
    return Month(first, tuple(day for day in days if calendar.is_working(day.toordinal())), tuple(named))


def _named(calendar: Calendar, day: date) -> NamedDay | None:
    definition = calendar.definition
    working = calendar.is_working(day.toordinal())
    name = calendar.name_of(day.toordinal())
    extra = day.toordinal() in definition.extra_free or day.toordinal() in definition.extra_working
    return NamedDay(day, name, working) if name is not None or extra else None


def year_lines(name: str, year: int, calendar: Calendar, months: Sequence[Month], look: Look) -> list[Line]:
    """Write a year for people: each month's number of working days, which days they are, and the named days."""
    lang = look.lang
    lines = wrapped(
        [Piece(f"{name} {year}", "strong"), Piece(f" · {_about(calendar, lang)}", "faint")], look.width, hanging=2
    )
    lines.append(EMPTY)
    for month in months:
        count = line(counted(len(month.working), WORKING_DAY, lang).rjust(_COUNT_WIDTH))
        lines += beside(
            [
                Column([line(MONTHS[lang][month.first.month - 1], "strong")], _MONTH_WIDTH),
                Column([count], _COUNT_WIDTH),
                *_days(month, look),
            ]
        )
    total = counted(sum(len(month.working) for month in months), WORKING_DAY, lang).rjust(_COUNT_WIDTH)
    whole = said(lang, "hela året", "the year")
    return [
        *lines,
        EMPTY,
        *beside([Column([line(whole, "strong")], _MONTH_WIDTH), Column([line(total, "strong")], _COUNT_WIDTH)]),
    ]


def _days(month: Month, look: Look) -> list[Column]:
    """The working days, and the named ones beside them; below them where the width gives a long name no room."""
    working = [Piece(_stretches(month.working), "faint")]
    named = [Piece(", ".join(unbroken(_called(one, look.lang)) for one in month.named))]
    room = look.width - _MONTH_WIDTH - _COUNT_WIDTH - 4
    rest = room - _DAYS_WIDTH - 2
    if rest >= _NAME_WIDTH:
        return [Column(wrapped(working, _DAYS_WIDTH), _DAYS_WIDTH), Column(wrapped(named, rest), rest)]
    room = max(room, _NAME_WIDTH)
    return [Column([*wrapped(working, room), *(wrapped(named, room) if month.named else ())], room)]


def _about(calendar: Calendar, lang: Lang) -> str:
    definition = calendar.definition
    parts = [listed([WEEKDAYS[lang][CODES.index(code)] for code in definition.weekdays], lang)]
    if definition.holidays:
        parts.append(said(lang, "inte svenska helgdagar", "not Swedish public holidays"))
    if definition.eves_free:
        parts.append(
            said(lang, "inte midsommarafton, julafton och nyårsafton", "not Midsummer, Christmas and New Year's Eve")
        )
    return "; ".join(parts)


def _called(one: NamedDay, lang: Lang) -> str:
    weekday = f"{WEEKDAYS_SHORT[lang][one.day.weekday()]} {one.day.day}"
    if one.name is not None:
        return f"{weekday} {holiday_name(one.name, lang)}"
    own = (
        said(lang, "egen arbetsdag", "own working day") if one.working else said(lang, "egen ledig dag", "own free day")
    )
    return f"{weekday} {own}"


def _stretches(days: Sequence[date]) -> str:
    """Write days of one month as stretches: `1–3, 7–10`."""
    found: list[list[int]] = []
    for day in days:
        if found and found[-1][-1] == day.day - 1:
            found[-1].append(day.day)
        else:
            found.append([day.day])
    return ", ".join(str(one[0]) if len(one) == 1 else f"{one[0]}–{one[-1]}" for one in found)


def year_record(name: str, year: int, months: Sequence[Month]) -> dict[str, object]:
    """Give a year as one record, for JSON: names in Swedish, weekdays as in the rule language."""
    return {
        "calendar": name,
        "year": year,
        "working_days": sum(len(month.working) for month in months),
        "months": [
            {
                "month": month.first.month,
                "working_days": len(month.working),
                "working": [day.isoformat() for day in month.working],
                "named": [
                    {
                        "day": one.day.isoformat(),
                        "weekday": CODES[one.day.weekday()],
                        "name": one.name,
                        "working": one.working,
                    }
                    for one in month.named
                ],
            }
            for month in months
        ],
    }
