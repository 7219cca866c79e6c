"""Nothing in, ratios out: how fast the days are beside numpy and dateutil, and how long the first table takes."""

import gc
from collections.abc import Callable
from datetime import date
from random import Random
from time import perf_counter

import numpy as np
from dateutil.relativedelta import relativedelta

from rutinmotor.ground.days.arithmetic import add_months
from rutinmotor.ground.days.calendars import Calendar, make_calendar

MON_TO_FRI = ("mon", "tue", "wed", "thu", "fri")
ROUNDS = 9


def nanoseconds(run: Callable[[], None], calls: int) -> float:
    """Give the time of one call in the fastest of some rounds, nanoseconds; the fastest is the least disturbed."""
    best = float("inf")
    gc.disable()
    for _ in range(ROUNDS):
        start = perf_counter()
        run()
        best = min(best, perf_counter() - start)
    gc.enable()
    return best / calls * 1e9


def line(what: str, ours: float, theirs: float, peer: str) -> None:
    print(f"{what:<28} {ours:7.0f} ns   {peer:<34} {theirs:7.0f} ns   ratio {ours / theirs:.3f}")


def tables() -> Calendar:
    """Time the first table, the import of `holidays` included, and the second."""
    start = perf_counter()
    calendar = make_calendar(MON_TO_FRI, "SE", True)
    first = perf_counter() - start
    start = perf_counter()
    make_calendar(MON_TO_FRI, "SE", False)
    second = perf_counter() - start
    start = perf_counter()
    make_calendar(MON_TO_FRI, "SE", True)
    again = perf_counter() - start
    print(f"first table, import included {first * 1e3:7.1f} ms")
    print(f"second table, same holidays  {second * 1e3:7.1f} ms")
    print(f"the first one again          {again * 1e3:7.3f} ms")
    return calendar


def working_days(calendar: Calendar) -> None:
    """Compare `nth_after` with `numpy.busday_offset`, called for one day at a time as replay does."""
    random = Random(1)
    days = [random.randrange(date(1990, 1, 1).toordinal(), date(2060, 1, 1).toordinal()) for _ in range(2000)]
    stamps = [np.datetime64(date.fromordinal(day)) for day in days]
    free = np.array([date.fromordinal(day) for day in calendar.free_names], dtype="datetime64[D]")
    busdays = np.busdaycalendar("1111100", free)
    for n in (1, 10, 250, 2500):

        def ours(n: int = n) -> None:
            for day in days:
                calendar.nth_after(day, n)

        def theirs(n: int = n) -> None:
            for stamp in stamps:
                np.busday_offset(stamp, n, roll="backward", busdaycal=busdays)

        pair = nanoseconds(ours, len(days)), nanoseconds(theirs, len(days))
        line(f"nth_after, N={n}", *pair, "numpy.busday_offset")


def months() -> None:
    """Compare `add_months` with dateutil, with and without the making of its delta, and with sums on `date`."""
    random = Random(2)
    days = [random.randrange(date(1970, 1, 1).toordinal(), date(2101, 1, 1).toordinal()) for _ in range(2000)]
    sums = [(day, random.randrange(1, 37)) for day in days]
    dates = [(date.fromordinal(day), n) for day, n in sums]
    deltas = [relativedelta(months=n) for n in range(37)]

    def ours() -> None:
        for day, n in sums:
            add_months(day, n)

    def dateutil() -> None:
        for day, n in dates:
            day + relativedelta(months=n)  # pyright: ignore[reportUnusedExpression]

    def dateutil_ready() -> None:
        for day, n in dates:
            day + deltas[n]  # pyright: ignore[reportUnusedExpression]

    def by_date() -> None:
        for day, n in sums:
            add_months_by_date(day, n)

    own = nanoseconds(ours, len(sums))
    line("add_months", own, nanoseconds(dateutil, len(sums)), "date + relativedelta(months=n)")
    line("add_months", own, nanoseconds(dateutil_ready, len(sums)), "date + a relativedelta made before")
    line("add_months", own, nanoseconds(by_date, len(sums)), "date.fromordinal and back")


LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def add_months_by_date(day: int, months: int) -> int:
    """Add months by way of `date`, the plain way to do it in the standard library."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    number = start.day
    if number > 28:
        leap = month == 1 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        number = min(number, LENGTHS[month] + leap)
    return date(year, month + 1, number).toordinal()


if __name__ == "__main__":
    working_days(tables())
    months()
