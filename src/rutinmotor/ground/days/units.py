"""The units that a time is counted in and the periods of the calendar: the tables that every count looks up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

Period = Literal["week", "month", "quarter", "half_year", "year"]

DAYS_IN: Final[Mapping[str, int]] = {"days": 1, "weeks": 7}
MONTHS_IN: Final[Mapping[str, int]] = {"months": 1, "years": 12}
WORKING_DAYS: Final = "working_days"
# In the order in which they are written down and told.
UNITS: Final = (*DAYS_IN, *MONTHS_IN, WORKING_DAYS)

# How many months each period has; a week has none, and is its seven days from Monday on.
PERIODS: Final[Mapping[Period, int]] = {"week": 0, "month": 1, "quarter": 3, "half_year": 6, "year": 12}
