"""The Swedish public holidays and the three eves as the statutes give them, without any library; years 1953 to 2100.

Lag (1989:253) om allmänna helgdagar, 1 and 2 §§, in force from 1990, as first worded to 2004 and as worded by
lag (2004:1320), in force from 1 April 2005: nationaldagen came in, annandag pingst went out.

Before 1990 the same days were holidays by several statutes that the law of 1989 gathered and replaced: the ordinance of
4 November 1772 on the sabbath and certain holidays (with later changes), lag (1938:107) for the first of May, and lag
(1952:48), which from 1953 on laid midsommardagen and alla helgons dag on Saturdays and Marie bebådelsedag on a Sunday.
The last was named in statute until the end of 1989; since it is a Sunday, it makes no difference to working days.

The eves are those of 7 § semesterlagen (1977:480): midsommarafton, julafton, nyårsafton.
"""

from datetime import date, timedelta

YEARS = range(1953, 2101)
FRIDAY, SATURDAY, SUNDAY = 4, 5, 6


def easter(year: int) -> date:
    """The Sunday after the Paschal full moon, by golden number and epact, as Clavius laid it down in 1603."""
    golden = year % 19 + 1
    century = year // 100 + 1
    leap_years_dropped = 3 * century // 4 - 12
    moon_correction = (8 * century + 5) // 25 - 5
    sunday = 5 * year // 4 - leap_years_dropped - 10
    epact = (11 * golden + 20 + moon_correction - leap_years_dropped) % 30
    if epact == 24 or (epact == 25 and golden > 11):
        epact += 1
    full_moon = 44 - epact
    if full_moon < 21:
        full_moon += 30
    day_of_march = full_moon + 7 - (sunday + full_moon) % 7
    return date(year, 3, 1) + timedelta(day_of_march - 1)


def weekday_in(weekday: int, first: date) -> date:
    """The day that is such a weekday among the seven from `first` on."""
    return next(day for day in (first + timedelta(n) for n in range(7)) if day.weekday() == weekday)


def marie_bebadelsedag(year: int) -> date:
    """The Sunday of 22 to 28 March; if that is Palm Sunday or Easter Day, the Sunday before Palm Sunday."""
    palm_sunday = easter(year) - timedelta(7)
    sunday = weekday_in(SUNDAY, date(year, 3, 22))
    return palm_sunday - timedelta(7) if sunday in (palm_sunday, easter(year)) else sunday


def holidays_of(year: int) -> dict[date, str]:
    paskdagen = easter(year)
    named = [
        (date(year, 1, 1), "nyårsdagen"),
        (date(year, 1, 6), "trettondedag jul"),
        (paskdagen - timedelta(2), "långfredagen"),
        (paskdagen, "påskdagen"),
        (paskdagen + timedelta(1), "annandag påsk"),
        (date(year, 5, 1), "första maj"),
        (paskdagen + timedelta(39), "Kristi himmelsfärdsdag"),
        (date(year, 6, 6), "nationaldagen") if year >= 2005 else (paskdagen + timedelta(50), "annandag pingst"),
        (paskdagen + timedelta(49), "pingstdagen"),
        (weekday_in(SATURDAY, date(year, 6, 20)), "midsommardagen"),
        (weekday_in(SATURDAY, date(year, 10, 31)), "alla helgons dag"),
        (date(year, 12, 25), "juldagen"),
        (date(year, 12, 26), "annandag jul"),
    ]
    if year < 1990:
        named.append((marie_bebadelsedag(year), "Marie bebådelsedag"))
    # Where two fall together the day goes by the name that comes first in the alphabet: it happens in four years.
    return {day: min((name for other, name in named if other == day), key=str.casefold) for day, _ in named}


def eves_of(year: int) -> dict[date, str]:
    return {
        weekday_in(FRIDAY, date(year, 6, 19)): "midsommarafton",
        date(year, 12, 24): "julafton",
        date(year, 12, 31): "nyårsafton",
    }


HOLIDAYS = {day: name for year in YEARS for day, name in holidays_of(year).items()}
EVES = {day: name for year in YEARS for day, name in eves_of(year).items()}
