"""Catalogues in, a diagnostic for each extra day that lies outside a calendar's years out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from rutinmotor.ground.days import days_covered
from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find `extra_free` and `extra_working` days that the calendars' tables do not reach (semantics 4.2)."""
    for catalogue in catalogues:
        for name, calendar in catalogue.text.calendars.items():
            for key, days in (("extra_free", calendar.extra_free), ("extra_working", calendar.extra_working)):
                for index, day in enumerate(days):
                    # Asked only where there is such a day: the first answer takes a while.
                    first, last = map(date.fromordinal, days_covered())
                    if not first <= day <= last:
                        place = catalogue.place("calendars", name, key, index)
                        yield diagnose("RM301", place, day=day.isoformat(), first=first.year, last=last.year)
