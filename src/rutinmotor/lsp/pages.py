"""The text of one file in, the file as read out: its catalogue, as far as it can be read, and every name in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rutinmotor.catalogue.reading import Catalogue, Reading, read_texts
from rutinmotor.diagnostics.diagnostic import Diagnostic
from rutinmotor.lsp.occurrences import Occurrence, in_catalogue, in_scenario
from rutinmotor.lsp.positions import Sheet
from rutinmotor.scenario.reading import ScenarioRead, read_scenario

# What a file is, is told by its own keys; the likeliest of these is the one that names the file's kind.
_KEYS = re.compile(r"""^[{\s]{0,3}["']?([a-z_]+)["']?[ \t]*:""", re.MULTILINE)
_OF_RULES = {"rules", "actors", "states", "calendars", "not_encoded", "uses"}

FileKind = Literal["catalogue", "scenario", "case"]


def kind_of(text: str) -> FileKind | None:
    """Tell what a YAML text is by its outermost keys; None where it is nothing of ours."""
    keys = set(_KEYS.findall(text))
    for kind in ("catalogue", "scenario", "case"):
        if kind in keys:
            return kind
    return "catalogue" if keys & _OF_RULES else None


@dataclass(frozen=True, eq=False)
class Page:
    """One rule file as it stood when it was read."""

    source: str
    sheet: Sheet
    reading: Reading

    @property
    def catalogue(self) -> Catalogue | None:
        """The catalogue, or what is sound of one with faults in its rules; None if there is too little to go by."""
        if self.reading.catalogues:
            return self.reading.catalogues[0]
        return self.reading.parts[0].catalogue if self.reading.parts else None

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every name in the file, in the order of its text."""
        return in_catalogue(self.catalogue, self.sheet) if self.catalogue else ()


def read_page(source: str, data: bytes, sheet: Sheet) -> Page:
    """Read a rule file."""
    return Page(source, sheet, read_texts([(source, data)]))


@dataclass(frozen=True, eq=False)
class Trial:
    """One scenario file as it stood when it was read."""

    source: str
    sheet: Sheet
    read: ScenarioRead

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong in its shape."""
        return self.read.diagnostics

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every name in the file, in the order of its text; none while it cannot be read."""
        return in_scenario(self.read.scenario.document, self.sheet) if self.read.scenario else ()


def read_trial(source: str, data: bytes, sheet: Sheet) -> Trial:
    """Read a scenario file."""
    return Trial(source, sheet, read_scenario(source, data))
