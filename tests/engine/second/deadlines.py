"""A version, a day and facts in, a due date out: section 4, when an obligation opens and ever after."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.engine.second.bearing import facts_in_span
from tests.engine.second.calendar import Calendar, calendar_of, last_of_period, nth_of_month, shift
from tests.engine.second.catalogues import Version
from tests.engine.second.conditions import View
from tests.engine.second.errors import SecondError
from tests.parsed import is_mapping


@dataclass(frozen=True)
class Time:
    """The deadline's own date, whether it counts in working days (4.9), and its roll (4.6)."""

    own: date | None
    working: Calendar | None = None
    roll: str | None = None
    roll_by: Calendar | None = None

    def rolled(self, day: date) -> date:
        return self.roll_by.rolled(day, self.roll) if self.roll and self.roll_by else day

    def due(self, paused: list[date], by: dict[str, Any] | None, times: int, calendars: dict[str, Any]) -> date | None:
        """4.9, 4.10: own date, then k extensions at once, then the paused days in order, then the roll."""
        if self.own is None:
            return None
        day = shift(self.own, by, calendars, times) if by and times else self.own
        for pause in paused:
            # 4.9: days between the unrolled and the rolled date move nothing, whichever of them is the later
            if pause <= day and pause <= self.rolled(day):
                if self.working is None:
                    day = shift(day, {"days": 1}, calendars)
                elif self.working.works(pause):
                    day = self.working.nth(day, 1)
        return self.rolled(day)


def _filled(span: dict[str, Any], view: View) -> dict[str, Any]:
    """4.4: a number that a fact gives, read then (2.4); below 0 is an error."""
    numbers = {name: view.value(name) for name in facts_in_span(span)}
    if any(number < 0 for number in numbers.values()):
        raise SecondError("a number below 0")
    return {key: numbers.get(value, value) if isinstance(value, str) else value for key, value in span.items()}


def time_by(deadline: Any, version: Version, view: View, base: date) -> Time:
    """4.1 to 4.6: the time that a deadline gives, counted from `base`, with the facts as they are seen."""
    if not is_mapping(deadline) or "before" in deadline:
        return Time(None)
    calendars = version.calendars
    working = None
    if "day_of_month" in deadline:
        own = nth_of_month(base, deadline["day_of_month"], deadline.get("months_ahead") or 0)
    elif "end_of" in deadline:
        own = last_of_period(base, deadline["end_of"])
    elif "date" in deadline:
        own = view.value(deadline["date"])
        for sign in ("plus", "minus"):
            if sign in deadline:
                own = shift(own, _filled(deadline[sign], view), calendars, back=sign == "minus")
    else:
        own = shift(base, _filled(deadline, view), calendars)
        working = calendar_of(calendars[deadline["calendar"]]) if "working_days" in deadline else None
    roll = deadline.get("roll")
    return Time(own, working, roll, calendar_of(calendars[deadline["calendar"]]) if roll else None)


def time_of_span(span: dict[str, Any], version: Version, base: date, times: int = 1) -> Time:
    """5.3: D (or k times D) after a day; it is not rolled."""
    working = calendar_of(version.calendars[span["calendar"]]) if "working_days" in span else None
    return Time(shift(base, span, version.calendars, times), working)
