"""A day of the month, of the month that the time begins in or so many ahead: a deadline (semantics 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.days import days_of_months, days_of_period, nth_of_month
from rutinmotor.ground.words import said
from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, FindCalendar, Words
from rutinmotor.language.constructs.deadlines.steps import DayOfMonth, Facts, Given, Working
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.scalars import Count, Number
from rutinmotor.language.shapes import Shape


class DayOfMonthKeys(Shape):
    """The keys of a day of the month."""

    day_of_month: Count | None = key(
        ("Dag i månaden", "Day of the month"),
        "Dagen i månaden, 1–31; en kortare månad ger dess sista dag.",
        "The day of the month, 1–31; a shorter month gives its last day.",
        default=None,
        le=31,
    )
    months_ahead: Number | None = key(
        ("Månader framåt", "Months ahead"),
        "Hur många månader framåt `day_of_month` avser (0 = samma månad).",
        "How many months on `day_of_month` is (0 = the same month).",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class ByDayOfMonth:
    """The day `number` of a month, or its last day where it is shorter; `months_ahead` is None where it is unsaid."""

    number: int
    months_ahead: int | None

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


def _bind(written: DayOfMonthKeys, calendars: FindCalendar) -> ByDayOfMonth:
    assert written.day_of_month is not None
    return ByDayOfMonth(written.day_of_month, written.months_ahead)


def _say(written: DayOfMonthKeys, words: Words) -> str:
    match written.months_ahead or 0:
        case 0:
            sv, en = "samma månad", "of the same month"
        case 1:
            sv, en = "nästa månad", "of the next month"
        case number:
            sv, en = f"{number} månader framåt", f"of the month {number} months on"
    return said(words.lang, f"senast den {written.day_of_month} {sv}", f"by day {written.day_of_month} {en}")


DAY_OF_MONTH = DeadlineKind(keys=("day_of_month",), say=_say, companions=("months_ahead",), bind=_bind)
