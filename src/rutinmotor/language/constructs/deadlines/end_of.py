"""The last day of the week, month, quarter, half-year or year that the time begins in: a deadline (semantics 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.days import Period, days_of_period, last_of
from rutinmotor.ground.words import period_words, said
from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, FindCalendar, Words
from rutinmotor.language.constructs.deadlines.steps import Facts, Given, PeriodEnd, Working
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.shapes import Shape


class EndOfKeys(Shape):
    """The key of the end of a period."""

    end_of: Period | None = key(
        ("Slutet av", "End of"),
        "Sista dagen i veckan, månaden, kvartalet, halvåret eller året.",
        "The last day of the week, month, quarter, half-year or year.",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class ByEndOf:
    """The last day of a period, itself part of it."""

    period: Period

    @property
    def working(self) -> Working | None:
        """The calendar whose working days a pause moves it by: none."""
        return None

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day; it is `day` itself where the period ends. Raises DayOutOfRange outside the years 1 to 9999."""
        return last_of(day, self.period)

    def step(self, day: int) -> PeriodEnd:
        """Tell the count from a day; raises as `end`."""
        return PeriodEnd(date.fromordinal(day), self.period, date.fromordinal(last_of(day, self.period)))

    def trace(self, day: int, given: Given) -> Iterator[PeriodEnd]:
        """Tell the count from a day; raises as `end`."""
        yield self.step(day)

    def range(self) -> Range:
        """Measure it in calendar days: none on the last day, and at most from the first day of the longest."""
        return Range(0, days_of_period(self.period)[1] - 1, "", 0, f"{{end_of: {self.period}}}")

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads: none."""
        return ()


def _bind(written: EndOfKeys, calendars: FindCalendar) -> ByEndOf:
    assert written.end_of is not None
    return ByEndOf(written.end_of)


def _say(written: EndOfKeys, words: Words) -> str:
    assert written.end_of is not None
    sv, en = period_words(written.end_of).the
    return said(words.lang, f"senast sista dagen i {sv}", f"by the last day of {en}")


END_OF = DeadlineKind(keys=("end_of",), say=_say, bind=_bind)
