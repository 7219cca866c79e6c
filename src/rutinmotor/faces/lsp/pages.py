"""The text of one file in, the file as read out: its catalogue, as far as it can be read, and every name in it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from rutinmotor.faces.lsp.occurrences import Occurrence, in_catalogue, in_scenario
from rutinmotor.faces.lsp.positions import Sheet
from rutinmotor.language.catalogue import Catalogue, Reading, read_texts
from rutinmotor.text.document import Document, read_document
from rutinmotor.workbench.scenario import ScenarioRead, read_scenario


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
    """One scenario file as it stood when it was read; `document` is None where its text is no YAML."""

    source: str
    sheet: Sheet
    read: ScenarioRead
    document: Document | None

    @cached_property
    def occurrences(self) -> tuple[Occurrence, ...]:
        """Every name in the file, in the order of its text, also where its shape has faults."""
        return in_scenario(self.document, self.sheet) if self.document else ()


def read_trial(source: str, data: bytes, sheet: Sheet) -> Trial:
    """Read a scenario file."""
    read = read_scenario(source, data)
    document = read.scenario.document if read.scenario else read_document(source, data)[0]
    return Trial(source, sheet, read, document)
