"""A calendar's name and a year in, its working and free days out: the command `calendar`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import Annotated, NamedTuple

import typer

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.cli.entry import DONE
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse, unknown
from rutinmotor.faces.cli.options import Rules, engine_of, year_of
from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.days import Calendar, DayOutOfRange
from rutinmotor.ground.diagnostics import Lang, nearest
from rutinmotor.language.catalogue import calendar_finder, names_of
from rutinmotor.workbench.year import Month, months_of, year_lines, year_record


class _Year(NamedTuple):
    """A calendar by its name, and a year of it by its months."""

    name: str
    number: int
    calendar: Calendar
    months: Sequence[Month]


def _show(year: _Year, lang: Lang) -> None:
    show(year_lines(*year, look_for(sys.stdout, lang)), sys.stdout)


_FORMATS = WholeFormats((Own("text", _show),), lambda year: year_record(year.name, year.number, year.months))


def run(
    context: typer.Context,
    name: Annotated[
        str,
        typer.Argument(
            metavar=both("NAMN", "NAME"),
            help=both(
                "Kalenderns namn, som vardag; katalog.namn om flera kataloger har olika kalendrar med namnet.",
                "The calendar's name, such as vardag; catalogue.name where catalogues have unlike ones.",
            ),
        ),
    ],
    year: Annotated[
        str, typer.Argument(metavar=both("ÅR", "YEAR"), help=both("Året, som 2026.", "The year, such as 2026."))
    ],
    rules: Rules = None,
    form: Annotated[str, _FORMATS.option()] = "text",
) -> int:
    """Show a year of a calendar."""
    form = _FORMATS.read(form)
    number = year_of(year)
    calendar = _calendar(name, engine_of(rules))
    try:
        months = months_of(calendar, number)
    except DayOutOfRange:
        first, last = date.fromordinal(calendar.first).year, date.fromordinal(calendar.last).year
        raise Misuse(
            f"Kalendern {name} omfattar åren {first}–{last}, inte {number}.",
            f"The calendar {name} covers the years {first} to {last}, not {number}.",
        ) from None
    _FORMATS.write(form, _Year(name, number, calendar, months), context.obj)
    return DONE


def _calendar(name: str, engine: Engine) -> Calendar:
    """Find a calendar by its name, or by the names of a catalogue that knows it and itself."""
    found: dict[str, Calendar] = {}
    for catalogue, names in names_of(engine.catalogues).items():
        for one in names.calendars:
            found[f"{catalogue}.{one}"] = calendar_finder(names)(one)
    if name in found:
        return found[name]
    meant = {calendar for full, calendar in found.items() if full.partition(".")[2] == name}
    if len(meant) == 1:
        return meant.pop()
    if meant:
        full = sorted(full for full in found if full.partition(".")[2] == name)
        raise Misuse(
            f"Flera kataloger har kalendern ”{name}”, och de är olika. Skriv en av: {', '.join(full)}.",
            f"Several catalogues have a calendar '{name}', and they differ. Write one of: {', '.join(full)}.",
        )
    known = sorted({full.partition(".")[2] for full in found})
    near = nearest(name, known, {})
    raise unknown("Kalendern", "calendar", name, [near] if near else [], known)
