"""Day numbers in, day numbers out, and no clock; the ground under every stage of the trip."""

from rutinmotor.ground.days.arithmetic import (
    FIRST_DAY,
    LAST_DAY,
    DayOutOfRange,
    Period,
    add_days,
    add_months,
    first_of,
    last_of,
    nth_of_month,
)
from rutinmotor.ground.days.calendars import WEEKDAYS, Calendar, days_covered, make_calendar

__all__ = [
    "FIRST_DAY",
    "LAST_DAY",
    "WEEKDAYS",
    "Calendar",
    "DayOutOfRange",
    "Period",
    "add_days",
    "add_months",
    "days_covered",
    "first_of",
    "last_of",
    "make_calendar",
    "nth_of_month",
]
