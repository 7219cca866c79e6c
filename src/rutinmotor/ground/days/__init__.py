"""Day numbers in, day numbers out, and no clock; the ground under every stage of the trip."""

from rutinmotor.ground.days.arithmetic import (
    FIRST_DAY,
    LAST_DAY,
    DayOutOfRange,
    add_days,
    add_months,
    first_of,
    last_of,
    nth_of_month,
)
from rutinmotor.ground.days.calendars import WEEKDAYS, Calendar, days_covered, make_calendar
from rutinmotor.ground.days.lengths import days_of_months, days_of_period, days_of_working_days, days_to_working
from rutinmotor.ground.days.units import DAYS_IN, MONTHS_IN, UNITS, WORKING_DAYS, Period

__all__ = [
    "DAYS_IN",
    "FIRST_DAY",
    "LAST_DAY",
    "MONTHS_IN",
    "UNITS",
    "WEEKDAYS",
    "WORKING_DAYS",
    "Calendar",
    "DayOutOfRange",
    "Period",
    "add_days",
    "add_months",
    "days_covered",
    "days_of_months",
    "days_of_period",
    "days_of_working_days",
    "days_to_working",
    "first_of",
    "last_of",
    "make_calendar",
    "nth_of_month",
]
