"""Catalogues in, a diagnostic for each time zone that is unknown or unlike another's out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from zoneinfo import ZoneInfo

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find unknown time zones, and catalogues whose time zone is not that of the first: an event has one day."""
    first = catalogues[0] if catalogues else None
    for catalogue in catalogues:
        zone = catalogue.text.timezone
        place = catalogue.place("timezone")
        if not _exists(zone):
            yield diagnose("RM505", place, zone=zone)
        elif first is not None and zone != first.text.timezone and _exists(first.text.timezone):
            further = (first.place("timezone"),)
            yield diagnose("RM504", place, further=further, zone=zone, other_zone=first.text.timezone, other=first.id)


def _exists(zone: str) -> bool:
    try:
        ZoneInfo(zone)
    # A name can be a path that leads out of the database, a folder in it, or too long to look for.
    except (KeyError, ValueError, OSError):
        return False
    return True
