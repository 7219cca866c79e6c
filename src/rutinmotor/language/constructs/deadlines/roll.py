"""A due date that is no working day, moved to the next or the previous one: what ends a count (semantics 4.6)."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.days import Calendar, days_to_working
from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.steps import Rolled, free_days


@dataclass(frozen=True, slots=True)
class Roll(ABC):
    """A way to move a day that is no working day of the calendar `named`."""

    named: str
    table: Calendar

    @abstractmethod
    def end(self, day: int) -> int:
        """Give the day moved, or itself where it is a working day. Raises DayOutOfRange outside the calendar."""

    @abstractmethod
    def trace(self, day: int) -> Rolled | None:
        """Tell the move; None of a working day, which stays. Raises as `end`."""

    @abstractmethod
    def widen(self, reach: Range) -> Range:
        """Widen a range by the days that its end can be moved."""


@dataclass(frozen=True, slots=True)
class RollOn(Roll):
    """Moves to the next working day."""

    def end(self, day: int) -> int:
        """Give the day moved, as `Roll.end`."""
        return self.table.next_or_same(day)

    def trace(self, day: int) -> Rolled | None:
        """Tell the move, as `Roll.trace`."""
        if (end := self.end(day)) == day:
            return None
        free = free_days(self.table, day, end - 1)
        return Rolled(date.fromordinal(day), "next", self.named, date.fromordinal(end), free)

    def widen(self, reach: Range) -> Range:
        """Widen a range, as `Roll.widen`."""
        return reach._replace(greatest=reach.greatest + days_to_working(self.table), unit="")


@dataclass(frozen=True, slots=True)
class RollBack(Roll):
    """Moves to the previous working day."""

    def end(self, day: int) -> int:
        """Give the day moved, as `Roll.end`."""
        return self.table.previous_or_same(day)

    def trace(self, day: int) -> Rolled | None:
        """Tell the move, as `Roll.trace`."""
        if (end := self.end(day)) == day:
            return None
        free = free_days(self.table, end + 1, day)
        return Rolled(date.fromordinal(day), "previous", self.named, date.fromordinal(end), free)

    def widen(self, reach: Range) -> Range:
        """Widen a range, as `Roll.widen`."""
        return reach._replace(least=reach.least - days_to_working(self.table), unit="")
