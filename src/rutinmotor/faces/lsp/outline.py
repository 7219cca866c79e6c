"""A rule file as read in, its sections and what each holds out; the list that an editor shows beside the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from rutinmotor.faces.lsp.pages import Page
from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.catalogue import SECTIONS


@dataclass(frozen=True, slots=True)
class Entry:
    """A part of a file: its name, what it says of itself, the kind of section, and its lines, both included."""

    name: str
    detail: str
    section: str
    line: int
    column: int
    length: int
    last: int
    parts: tuple[Entry, ...] = ()


def outline_of(page: Page) -> tuple[Entry, ...]:
    """List the sections of a file in the order of its text, each with its words or rules; none if it is not read."""
    if page.catalogue is None:
        return ()
    found = sorted(_sections(page), key=lambda one: one.line)
    return tuple(
        replace(one, last=last, parts=_ended(one.parts, last))
        for one, last in zip(found, _ends(found, len(page.sheet.lines)), strict=True)
    )


def _sections(page: Page) -> list[Entry]:
    catalogue = page.catalogue
    assert catalogue is not None
    found: list[Entry] = []
    for section in SECTIONS:
        place = catalogue.key_place(section)
        if place == catalogue.place() and section not in page.sheet.line(place.line):
            continue
        if section == "rules":
            parts = tuple(
                _entry(rule.id, rule.title or "", section, catalogue.place("rules", row, "id"))
                for row, rule in enumerate(catalogue.text.rules)
            )
        elif section == "not_encoded":
            parts = ()
        else:
            parts = tuple(
                _entry(name, getattr(word, "title", None) or "", section, catalogue.key_place(section, name))
                for name, word in getattr(catalogue.text, section).items()
            )
        if parts or getattr(catalogue.text, section):
            found.append(replace(_entry(section, "", "", place), parts=parts))
    return found


def _entry(name: str, detail: str, section: str, place: Place) -> Entry:
    return Entry(name, detail, section, place.line, place.column, len(name), place.line)


def _ends(found: Sequence[Entry], last: int) -> list[int]:
    """Let each end on the line before the next begins."""
    starts = [one.line for one in found[1:]]
    return [max(one.line, start - 1) for one, start in zip(found, [*starts, last + 1], strict=True)]


def _ended(parts: tuple[Entry, ...], last: int) -> tuple[Entry, ...]:
    return tuple(replace(one, last=end) for one, end in zip(parts, _ends(parts, last), strict=True))
