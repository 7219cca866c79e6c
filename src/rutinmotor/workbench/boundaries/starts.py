"""A rule that can be counted in, the days on which to let it begin out: each shows one thing that is easily missed."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Final

from rutinmotor.engine.explanation import Counted, ExplainedObligation
from rutinmotor.ground.days import Period, last_of
from rutinmotor.language.constructs import OwnStep
from rutinmotor.workbench.boundaries.boundary import KINDS, Kind
from rutinmotor.workbench.boundaries.occasions import FEASTS, feast, is_free, leap_year, name_of
from rutinmotor.workbench.boundaries.outcome import Counting

_DAY: Final = timedelta(days=1)
# Ordinary days are looked for from February on, past the holidays of the new year, so many days on; a weekend in
# all of it, as what falls on a given day of the month may not meet one sooner.
_FIRST: Final = (2, 1)
_MOST: Final = 56
_YEAR: Final = 330
_STEPS: Final = 8
_NEAR: Final = (-1, 1, -2, 2, -3, 3)


def starts_of(counting: Counting, sample: ExplainedObligation, year: int) -> Iterator[tuple[Kind, date | None]]:
    """Give each kind of example that says something of the rule, with the day that it begins; None if there is none.

    `sample` is the rule counted once, which shows what its time is made of.
    """
    steps = sample.steps
    units = {step.length.unit for step in steps if isinstance(step, Counted)}
    period: Period | None = next((step.bounds for step in steps if isinstance(step, OwnStep)), None)
    chooser = _Chooser(counting, _first(counting, sample.obligation.opened, year), "working_days" in units)
    chosen: dict[Kind, Callable[[], date | None]] = {"ordinary": chooser.ordinary, "weekend": chooser.weekend}
    if period is not None:
        last = date.fromordinal(last_of(date(year, 2, 15).toordinal(), period))
        chosen |= {"period_end": lambda: last, "period_start": lambda: last + _DAY}
    else:
        for kind in FEASTS:
            chosen[kind] = lambda kind=kind: chooser.over(kind)
    if units and "period_end" not in chosen:
        monthly = bool(units & {"months", "years"})
        leap = leap_year(year)
        chosen["month_end"] = lambda: chooser.month_end(monthly)
        chosen["leap_day"] = lambda: chooser.at_leap_day(leap, monthly)
        if "months" in units:
            chosen["leap_month"] = lambda: chooser.into_leap_day(leap)
    for kind in KINDS:
        if kind in chosen:
            yield kind, chosen[kind]()


def _first(counting: Counting, opened: date, year: int) -> date:
    """Give the day of the year from which ordinary days are looked for: February, unless the rule opens but later."""
    first = date(year, *_FIRST)
    if opened < first:
        return date(year, 1, 1)
    if opened.month <= _FIRST[0] + 1:
        return first
    # It cannot open early in the year: then from the day that it comes into force, or the first on which it could.
    witness = counting.witness(opened)
    span = witness.version.in_force if witness else None
    from_ = (span.from_ if span else None) or opened
    return from_ if first < from_ <= opened else opened


class _Chooser:
    """Looks for days by letting the rule count from them."""

    def __init__(self, counting: Counting, first: date, working: bool) -> None:
        """`working`: the time is counted in working days, so that what it crosses matters, not where it ends."""
        self._counting = counting
        self._first = first
        self._year = first.year
        self._working = working

    def ordinary(self) -> date | None:
        """Give a working day from which the time runs over as little as can be, and ends on a working day."""
        best: tuple[tuple[int, int], date] | None = None
        for start in self._weekdays():
            due = self._counting.due(start)
            if due is None:
                if self._counting.witness(start) is not None:
                    return start
                continue
            between = [one for one in _days(start, due) if is_free(one)] if self._working else []
            ends = (due,) if is_free(due) else ()
            score = (sum(name_of(one) is not None for one in (*between, *ends)), len(between) + len(ends))
            if best is None or score < best[0]:
                best = score, start
            if score == (0, 0):
                break
        return best[1] if best else None

    def weekend(self) -> date | None:
        """Give a day from which the time runs over a weekend, or (calendar days) ends on one; no holiday is near."""
        found: date | None = None
        # What is counted in weeks ends on a Saturday only if it begins on one.
        for start in (*self._weekdays(_YEAR), *self._saturdays()):
            due = self._counting.due(start)
            if due is None:
                continue
            free = [one for one in (_days(start, due) if self._working else (due,)) if is_free(one)]
            if not free or any(name_of(one) for one in free):
                continue
            if (start.weekday() == 4) if self._working else (due.weekday() == 5):
                return start
            found = found or start
        return found

    def over(self, kind: Kind) -> date | None:
        """Give the last day before a feast on which a working day begins to be counted, or a day that leads into it."""
        if self._working:
            days = feast(kind, self._year)
            if days is None:
                return None
            start = days.first - _DAY
            while is_free(start):
                start -= _DAY
            return start
        return self._leading_into(kind)

    def month_end(self, monthly: bool) -> date | None:
        """Give the first month's end of the year, if `monthly` of those that lead to a day that its month lacks."""
        ends = [date.fromordinal(last_of(date(self._year, month, 1).toordinal(), "month")) for month in range(1, 13)]
        for start in ends if monthly else ():
            due = self._counting.due(start)
            if due is not None and due.day < start.day and (due + _DAY).day == 1:
                return start
        return next((start for start in ends if self._counting.witness(start) is not None), None)

    def at_leap_day(self, leap: int | None, monthly: bool) -> date | None:
        """Give the leap day itself, or the day before it if the time then runs over it or to it."""
        if leap is None:
            return None
        before, day = date(leap, 2, 28), date(leap, 2, 29)
        due = None if monthly else self._counting.due(before)
        return before if due is not None and due > before else day

    def into_leap_day(self, leap: int | None) -> date | None:
        """Give a day from which the time ends on a leap day, the last of such; None if it cannot."""
        if leap is None:
            return None
        found = self._leading_to(date(leap, 2, 29))
        while found is not None and self._counting.due(found + _DAY) == date(leap, 2, 29):
            found += _DAY
        return found

    def _leading_into(self, kind: Kind) -> date | None:
        """Find a day of the year from which the time ends on a feast, in that year or when it comes next."""
        ordinary = self.ordinary()
        first = self._counting.due(ordinary) if ordinary else None
        if first is None:
            return None
        for year in range(self._year, min(first.year + 1, 9998) + 1):
            days = feast(kind, year)
            for day in days.on if days else ():
                start = self._leading_to(day)
                if start is not None and start.year == self._year:
                    return start
        return None

    def _leading_to(self, day: date) -> date | None:
        """Find a day from which the time ends on a given one."""
        tried: list[date] = []
        start = day
        while start not in tried and len(tried) < _STEPS:
            due = self._counting.due(start)
            if due == day:
                return start
            tried.append(start)
            if due is None:
                # It may not have been in force so early, or not open from such a day; a little on it may.
                return None
            try:
                start += day - due
            except OverflowError:
                return None
        nearby = (tried[-1] + near * _DAY for near in _NEAR)
        return next((one for one in nearby if self._counting.due(one) == day), None)

    def _weekdays(self, number: int = _MOST) -> Iterator[date]:
        return (day for day in self._from_first(number) if not is_free(day))

    def _saturdays(self) -> Iterator[date]:
        return (day for day in self._from_first(_MOST) if day.weekday() == 5)

    def _from_first(self, number: int) -> Iterator[date]:
        """Give so many days from the first on, within its year."""
        last = date(self._year, 12, 31)
        return (self._first + n * _DAY for n in range(min(number, (last - self._first).days + 1)))


def _days(after: date, through: date) -> Iterator[date]:
    """Give the days later than `after`, up to and including `through`, no more than a year of them."""
    number = min((through - after).days, 366 if isleap(after.year) else 365)
    return (after + n * _DAY for n in range(1, number + 1))
