"""A name and a new one in, every place to write it out, or why it cannot be; in rules and in their scenarios."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.faces.lsp.pages import Trial
from rutinmotor.faces.lsp.positions import Range, Sheet
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.ground.words import said
from rutinmotor.language.catalogue import RESERVED
from rutinmotor.language.constructs import Kind
from rutinmotor.language.shapes import is_id

RENAMED = (Kind.EVENT, Kind.FACT, Kind.STATE, Kind.ACTOR, Kind.RULE)
# Words that YAML takes for something else than text.
_NOT_TEXT = ("true", "false", "null")


class NoRename(Exception):
    """Why a name cannot be changed, in both languages."""

    def __init__(self, sv: str, en: str) -> None:
        super().__init__(en)
        self.sv = sv
        self.en = en

    def said(self, lang: Lang) -> str:
        """Say it in one of them."""
        return said(lang, self.sv, self.en)


class Edit(NamedTuple):
    """What to write where."""

    source: str
    range: Range
    text: str


def bare_range(one: Occurrence, sheet: Sheet) -> Range:
    """Give the range of the name itself; of a rule, without its catalogue."""
    return sheet.range(one.line, one.column + one.prefix, one.length - one.prefix)


def require_renamable(one: Occurrence | None, index: Index) -> Occurrence:
    """Pass on a name that can be changed.

    Raises:
        NoRename: there is none, or it is of another kind, or nothing defines it.
    """
    if one is None or one.kind not in RENAMED:
        raise NoRename(
            "Här står inget namn som kan bytas: det går för händelser, uppgifter, aktörer, tillstånd och regler.",
            "There is no name here that can be changed: that goes for events, facts, actors, states and rules.",
        )
    if not any(other.is_definition for other in index.by_key.get(one.key, ())):
        raise NoRename(f"Namnet ”{one.name}” finns inte.", f"There is no '{one.name}'.")
    return one


def renamed(one: Occurrence, new: str, index: Index, trials: Sequence[Trial]) -> list[Edit]:
    """Give every edit that changes a name wherever it stands; one name means the same in all files of a folder.

    Raises:
        NoRename: the new name is none, or taken, or some place cannot be seen.
    """
    _require_name(one, new)
    catalogue, dot, _ = one.name.partition(".")
    target = f"{catalogue}.{new}" if dot else new
    if (one.kind, target) in index.by_key:
        raise NoRename(f"Namnet ”{new}” är upptaget.", f"The name '{new}' is taken.")
    pages = [(page.sheet, page.occurrences) for page in index.sound.values()]
    tests = [(trial.sheet, trial.occurrences) for trial in trials]
    _require_sight(one, [(page.source, page.sheet) for page in index.pages.values() if not page.reading.catalogues])
    _require_sight(one, [(trial.source, trial.sheet) for trial in trials if trial.document is None])
    edits: list[Edit] = []
    for sheet, occurrences in (*pages, *tests):
        edits += _edits(one, new, sheet, occurrences)
    return edits


def _edits(one: Occurrence, new: str, sheet: Sheet, occurrences: Sequence[Occurrence]) -> list[Edit]:
    found = [other for other in occurrences if other.key == one.key]
    for other in found:
        if not other.length:
            raise NoRename(
                f"Namnet står på ett sätt som inte går att ändra säkert: {other.source}, rad {other.line}.",
                f"The name is written in a way that cannot be changed safely: {other.source}, line {other.line}.",
            )
    return [Edit(other.source, bare_range(other, sheet), new) for other in found]


def _require_name(one: Occurrence, new: str) -> None:
    if not is_id(new) or new in _NOT_TEXT:
        raise NoRename(
            f"”{new}” kan inte vara ett namn: små bokstäver a–z, siffror och understreck, med en bokstav först.",
            f"'{new}' cannot be a name: lower-case letters a–z, digits and underscores, a letter first.",
        )
    if one.kind is Kind.FACT and new in RESERVED:
        raise NoRename(f"”{new}” betyder något annat i ett villkor.", f"'{new}' means something else in a condition.")


def _require_sight(one: Occurrence, unread: Iterable[tuple[str, Sheet]]) -> None:
    """Refuse where a file may hold the name in a part that could not be read."""
    word = re.compile(rf"\b{re.escape(one.name.rpartition('.')[2])}\b")
    for source, sheet in unread:
        if word.search(sheet.text):
            raise NoRename(
                f"Rätta först felen i {source}, för där står namnet också.",
                f"Mend the faults in {source} first, as the name stands there too.",
            )
