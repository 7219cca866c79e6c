"""A calendar's definition in, its table of working days out; made when a plan binds the names of calendars."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache, lru_cache
from itertools import accumulate, compress
from threading import Lock
from types import MappingProxyType
from typing import Final, Literal, NamedTuple

from rutinmotor.ground.days.arithmetic import FIRST_DAY, LAST_DAY, DayOutOfRange

WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")

Country = Literal["SE"]


@dataclass(frozen=True, slots=True)
class CalendarDefinition:
    """What a calendar is made from; two that mean the same are equal.

    Weekdays stand in the order of the week, extra days in the order of time, each once.
    """

    weekdays: tuple[str, ...]
    holidays: Country | None
    eves_free: bool
    extra_free: tuple[int, ...]
    extra_working: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The working days of a span of years, counted beforehand, so that every question is a look-up or two.

    `first` and `last` are the first and the last day covered. `working` holds the working days in order, and
    `rank[day - first]` says how many of them lie on or before `day`. `free_names` names, in Swedish, the free days
    that have a name: public holidays, those on a Sunday too, and the eves where they are free. Of two holidays on one
    day the public one gives the name, and of two public ones the first in the alphabet.

    Days are ordinals. Every method raises DayOutOfRange if a day given, or the result, lies outside the table.
    """

    definition: CalendarDefinition
    first: int = field(compare=False, repr=False)
    last: int = field(compare=False, repr=False)
    working: tuple[int, ...] = field(compare=False, repr=False)
    rank: tuple[int, ...] = field(compare=False, repr=False)
    free_names: Mapping[int, str] = field(compare=False, repr=False)

    def __reduce__(self) -> tuple[object, ...]:
        made_from = self.definition
        return make_calendar, (
            made_from.weekdays,
            made_from.holidays,
            made_from.eves_free,
            made_from.extra_free,
            made_from.extra_working,
        )

    def is_working(self, day: int) -> bool:
        """Say whether `day` is a working day."""
        return self._through(day) != self._before(day)

    def nth_after(self, day: int, n: int) -> int:
        """Give the `n`-th working day after `day`, not itself counted; with `n` 0 it is `day`, working or not.

        Raises:
            ValueError: `n` is negative.
        """
        through = self._through(day)
        if n < 1:
            return _same_day(day, n)
        try:
            return self.working[through + n - 1]
        except IndexError:
            raise self._outside(f"working day {n} after {_written(day)}") from None

    def nth_before(self, day: int, n: int) -> int:
        """Give the `n`-th working day before `day`, not itself counted; with `n` 0 it is `day`, working or not.

        Raises:
            ValueError: `n` is negative.
        """
        before = self._before(day)
        if n < 1:
            return _same_day(day, n)
        if n > before:
            raise self._outside(f"working day {n} before {_written(day)}")
        return self.working[before - n]

    def next_or_same(self, day: int) -> int:
        """Give `day` if it is a working day, else the first working day after it."""
        before = self._before(day)
        if before == len(self.working):
            raise self._outside(f"the first working day from {_written(day)} on")
        return self.working[before]

    def previous_or_same(self, day: int) -> int:
        """Give `day` if it is a working day, else the last working day before it."""
        through = self._through(day)
        if through == 0:
            raise self._outside(f"the last working day up to {_written(day)}")
        return self.working[through - 1]

    def count(self, after: int, through: int) -> int:
        """Count the working days later than `after`, up to and including `through`; 0 if `through` is not later."""
        counted = self._through(through) - self._through(after)
        return max(counted, 0)

    def name_of(self, day: int) -> str | None:
        """Give a free day's Swedish name as running text writes it: `julafton`; None for a day without one."""
        self._through(day)
        return self.free_names.get(day)

    def _through(self, day: int) -> int:
        """Count the working days of the table on or before `day`."""
        if not self.first <= day <= self.last:
            raise self._outside(_written(day))
        return self.rank[day - self.first]

    def _before(self, day: int) -> int:
        """Count the working days of the table before `day`."""
        if not self.first <= day <= self.last:
            raise self._outside(_written(day))
        return self.rank[day - self.first - 1] if day > self.first else 0

    def _outside(self, what: str) -> DayOutOfRange:
        return DayOutOfRange(
            f"{what} lies outside the calendar, which covers {_written(self.first)} to {_written(self.last)}"
        )


def make_calendar(
    weekdays: Iterable[str],
    holidays: Country | None,
    eves_free: bool,
    extra_free: Iterable[int] = (),
    extra_working: Iterable[int] = (),
) -> Calendar:
    """Give the calendar so defined, for all years that the Swedish holidays cover; its table is shared.

    A day is working if it is one of `weekdays` (`mon` to `sun`), no public holiday of the country, no
    midsommarafton, julafton or nyårsafton where `eves_free` (whether or not a country is named), and not among
    `extra_free`; or if it is among `extra_working`. The extra days are ordinals.

    Raises:
        ValueError: an unknown weekday or country, or a day both extra free and extra working.
        DayOutOfRange: an extra day lies outside the years covered.

    Source: lag (1989:253) om allmänna helgdagar; the eves as in 7 § semesterlagen (1977:480).
    """
    named = frozenset(weekdays)
    if unknown := named.difference(WEEKDAYS):
        raise ValueError(f"unknown weekday: {', '.join(sorted(unknown))}")
    if holidays not in ("SE", None):
        raise ValueError(f"no holidays are known for {holidays}")
    free, working = frozenset(extra_free), frozenset(extra_working)
    if both := free & working:
        raise ValueError(f"both extra free and extra working: {', '.join(map(_written, sorted(both)))}")
    definition = CalendarDefinition(
        weekdays=tuple(name for name in WEEKDAYS if name in named),
        holidays=holidays,
        eves_free=bool(eves_free),
        extra_free=tuple(sorted(free)),
        extra_working=tuple(sorted(working)),
    )
    # Under a lock: a cache alone lets two threads that ask at once make two tables, and ask `holidays` twice.
    with _making:
        return _tabulate(definition)


def days_covered() -> tuple[int, int]:
    """Give the first and the last day, both included, of every calendar's table."""
    with _making:
        found = _swedish_days()
    return found.first, found.last


_making: Final = Lock()


class _SwedishDays(NamedTuple):
    first: int
    last: int
    holidays: Mapping[int, str]
    eves: Mapping[int, str]


@cache
def _swedish_days() -> _SwedishDays:
    """Ask the package `holidays`, once for all, for the Swedish holidays and eves of every year that it covers."""
    # Here and not above: the import takes longer than all the rest of a short run.
    from holidays.constants import DE_FACTO, HOLIDAY_NAME_DELIMITER, PUBLIC
    from holidays.countries.sweden import Sweden

    def days_of(category: str) -> Mapping[int, str]:
        found = Sweden(
            years=range(Sweden.start_year, Sweden.end_year + 1),
            observed=False,
            language="sv",
            categories=(category,),
            include_sundays=False,
        )
        return {day.toordinal(): _running(names.split(HOLIDAY_NAME_DELIMITER)[0]) for day, names in found.items()}

    return _SwedishDays(
        first=date(Sweden.start_year, 1, 1).toordinal(),
        last=date(Sweden.end_year, 12, 31).toordinal(),
        holidays=days_of(PUBLIC),
        eves=days_of(DE_FACTO),
    )


@lru_cache(maxsize=32)
def _tabulate(definition: CalendarDefinition) -> Calendar:
    first, last, holidays, eves = _swedish_days()
    for day in definition.extra_free + definition.extra_working:
        if not first <= day <= last:
            raise DayOutOfRange(
                f"the extra day {_written(day)} lies outside {_written(first)} to {_written(last)}, the years covered"
            )
    names: dict[int, str] = {}
    if definition.eves_free:
        names.update(eves)
    if definition.holidays:
        names.update(holidays)
    for day in definition.extra_working:
        names.pop(day, None)

    week = [name in definition.weekdays for name in WEEKDAYS]
    starts_on = (first - 1) % 7
    span = last - first + 1
    is_working = bytearray((week[starts_on:] + week[:starts_on]) * (span // 7 + 1))[:span]
    for free in (*names, *definition.extra_free):
        is_working[free - first] = False
    for working in definition.extra_working:
        is_working[working - first] = True

    return Calendar(
        definition=definition,
        first=first,
        last=last,
        working=tuple(compress(range(first, last + 1), is_working)),
        rank=tuple(accumulate(is_working)),
        free_names=MappingProxyType(names),
    )


def _running(name: str) -> str:
    """Write a holiday's name as it stands within a sentence: with a small letter, unless a person is named."""
    return name if name.startswith(("Kristi ", "Marie ")) else name[:1].lower() + name[1:]


def _same_day(day: int, n: int) -> int:
    if n < 0:
        raise ValueError(f"cannot count {n} working days")
    return day


def _written(day: int) -> str:
    return date.fromordinal(day).isoformat() if FIRST_DAY <= day <= LAST_DAY else f"day {day}"
