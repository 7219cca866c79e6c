"""A calendar as written in, its table of working days out; asked for where a lint or the plan counts days."""

from __future__ import annotations

from rutinmotor.ground.days import Calendar, make_calendar
from rutinmotor.language.catalogue.catalogue import CalendarText


def table_of(calendar: CalendarText) -> Calendar:
    """Return the table of a calendar; equal calendars share one."""
    return make_calendar(
        calendar.weekdays,
        calendar.holidays,
        calendar.eves_free,
        (day.toordinal() for day in calendar.extra_free),
        (day.toordinal() for day in calendar.extra_working),
    )
