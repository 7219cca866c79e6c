"""What every bound deadline answers: where it ends, how that is told, how long it is, which facts it reads."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.steps import CountStep, Facts, Given, Working


class BoundDeadline(Protocol):
    """A deadline tied to its calendars: frozen data that counts a due date from the day that a time begins."""

    @property
    def working(self) -> Working | None:
        """The calendar whose working days a pause moves it by; None where that is calendar days."""
        ...

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the due date before any roll; None where a fact is missing.

        Raises:
            DayOutOfRange: a day outside the calendar, or outside the years 1 to 9999.
            NegativeNumber: a fact that gives the number is below zero.
        """
        ...

    def trace(self, day: int, given: Given) -> Iterator[CountStep]:
        """Tell the count as steps; raises as `end`."""
        ...

    def range(self) -> Range | None:
        """Measure it in calendar days, over all days to count from; None where that depends on a fact."""
        ...

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads."""
        ...
