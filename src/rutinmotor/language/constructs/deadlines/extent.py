"""How many calendar days a time takes, at least and at most, over all days to count from; what is sure is read off."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final, NamedTuple

# More days than there are: what is not bounded above.
UNBOUNDED: Final = 10**12


class Range(NamedTuple):
    """Calendar days from one day to another, at least and at most, over all days to count from.

    `unit` and `number` say it exactly: `days`, `months`, or `working_days` of the calendar named; `written` is how its
    author wrote it.
    """

    least: int
    greatest: int
    unit: str
    number: int
    written: str

    def surely_longer(self, other: Range) -> bool:
        """Say whether this is longer than the other from whatever day both are counted."""
        if self.unit and self.unit == other.unit:
            return self.number > other.number
        return self.least > other.greatest

    def surely_negative(self) -> bool:
        """Say whether this leads to an earlier day from whatever day it is counted."""
        return self.greatest < 0 or (bool(self.unit) and self.number < 0)

    def reversed(self) -> Range:
        """Return the same span backward, in days below zero."""
        return Range(-self.greatest, -self.least, self.unit, -self.number, self.written)


def difference(last: Range, first: Range) -> Range:
    """Measure from the day that `first` leads to, to that of `last`, both counted from one day."""
    same = last.unit == first.unit or not last.number or not first.number
    unit = (last.unit or first.unit) if same else ""
    number = last.number - first.number
    return Range(last.least - first.greatest, last.greatest - first.least, unit, number, last.written)


def longest(ranges: Iterable[Range]) -> Range | None:
    """Return the one of the most days, None of none."""
    return max(ranges, key=lambda one: one.greatest, default=None)
