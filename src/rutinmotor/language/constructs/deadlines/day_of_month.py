"""A day of the month, of the month that the time begins in or so many ahead: a deadline (semantics 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.days import days_of_months, days_of_period, nth_of_month
from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.steps import DayOfMonth, Facts, Given, Working


@dataclass(frozen=True, slots=True)
class ByDayOfMonth:
    """The day `number` of a month, or its last day where it is shorter; `months_ahead` is None where it is unsaid."""

    number: int
    months_ahead: int | None = None

    @property
    def working(self) -> Working | None:
        """The calendar whose working days a pause moves it by: none."""
        return None

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day; it may lie before `day`. Raises DayOutOfRange outside the years 1 to 9999."""
        return nth_of_month(day, self.number, self.months_ahead or 0)

    def trace(self, day: int, given: Given) -> Iterator[DayOfMonth]:
        """Tell the count from a day; raises as `end`."""
        end = date.fromordinal(nth_of_month(day, self.number, self.months_ahead or 0))
        clipped = end.day != self.number
        yield DayOfMonth(date.fromordinal(day), self.number, self.months_ahead or 0, end, clipped)

    def range(self) -> Range:
        """Measure it in calendar days, from the first or the last day of the month that the time begins in."""
        ahead = self.months_ahead or 0
        shortest, longest = days_of_period("month")
        # From the month's last day at least, from its first at most.
        least = days_of_months(ahead - 1)[0] + min(self.number, shortest) if ahead else 1 - longest
        greatest = days_of_months(ahead)[1] + self.number - 1
        further = f", months_ahead: {ahead}" if self.months_ahead is not None else ""
        return Range(least, greatest, "", 0, f"{{day_of_month: {self.number}{further}}}")

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads: none."""
        return ()
