"""The text of one file in, the file as read out: its catalogue, as far as it can be read, and every name in it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from rutinmotor.faces.lsp.occurrences import Occurrence, in_catalogue, in_scenario
from rutinmotor.faces.lsp.positions import Sheet
from rutinmotor.language.catalogue import SECTIONS, Catalogue, CatalogueText, Reading, read_texts
from rutinmotor.text.document import Document, read_document
from rutinmotor.workbench.scenario import SCENARIO_KEYS, ScenarioRead, read_scenario

FileKind = Literal["catalogue", "scenario", "case"]
_KEY = r"""["']?([A-Za-z_][\w.\-]*)["']?[ \t]*:(?=\s|$)"""
# The first key, and what stands before it on its line.
_FIRST_KEY = re.compile(rf"^([ -]*(?:\{{[ \t]*)?){_KEY}", re.MULTILINE)
# What a file is, is told by its outermost keys: by one of the first, where half of all are of the last. The key that
# should name the file may be misspelt or not be there yet, and files of other programs may have `rules` or `case` too.
_KINDS: tuple[tuple[FileKind, frozenset[str], frozenset[str]], ...] = (
    ("catalogue", frozenset({"catalogue"}), frozenset(CatalogueText.model_fields)),
    ("scenario", frozenset({"scenario", "expect", "absent", "undetermined"}), frozenset(SCENARIO_KEYS)),
    ("case", frozenset({"case"}), frozenset({"case", "facts", "items", "events"})),
    ("catalogue", frozenset({*SECTIONS, "uses"}), frozenset(CatalogueText.model_fields)),
)


def kind_of(text: str) -> FileKind | None:
    """Tell what a YAML text is by its outermost keys; None where it is nothing of ours."""
    first = _FIRST_KEY.search(text)
    keys = set(re.findall(f"^{re.escape(first[1])}{_KEY}", text, re.MULTILINE)) if first else set[str]()
    for kind, telling, ours in _KINDS:
        if keys & telling and 2 * len(keys & ours) >= len(keys):
            return kind
    return None


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
