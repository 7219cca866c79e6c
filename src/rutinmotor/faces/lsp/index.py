"""The rule files of a folder as read in, what is known of them together out: findings, names, titles, an engine."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from rutinmotor.engine.engine import Engine
from rutinmotor.faces.lsp.line_map import line_map_of
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.faces.lsp.pages import Page
from rutinmotor.faces.lsp.positions import Point, Sheet
from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.catalogue import Catalogue, Names, Reading, Version, by_name, names_in, used_by, versions_of
from rutinmotor.language.checks import check
from rutinmotor.language.constructs import Kind
from rutinmotor.language.lints import review
from rutinmotor.workbench.telling import Titles, titles_of


@dataclass(frozen=True, eq=False)
class Index:
    """Rule files that are loaded together: `pages` as they stand, `sound` each as it last could be made sense of."""

    pages: Mapping[str, Page]
    sound: Mapping[str, Page]

    @cached_property
    def reading(self) -> Reading:
        """All files as one reading."""
        readings = [page.reading for page in self.pages.values()]
        return Reading(
            tuple(one for reading in readings for one in reading.catalogues),
            in_order(one for reading in readings for one in reading.diagnostics),
            frozenset(name for reading in readings for name in reading.unread),
            tuple(part for reading in readings for part in reading.parts),
        )

    @cached_property
    def findings(self) -> Mapping[str, tuple[Diagnostic, ...]]:
        """All that is wrong or doubtful, by file; a file without findings has none."""
        found: dict[str, list[Diagnostic]] = {source: [] for source in self.pages}
        for one in review(self.reading):
            if one.place is not None:
                found.setdefault(one.place.source, []).append(one)
        return {source: tuple(some) for source, some in found.items()}

    @cached_property
    def catalogues(self) -> Mapping[str, Catalogue]:
        """The catalogues by name, each as it last could be made sense of."""
        return by_name(page.catalogue for page in self.sound.values() if page.catalogue)

    @cached_property
    def names(self) -> Mapping[str, Names]:
        """What each catalogue can name."""
        return {name: names_in(one, self.catalogues) for name, one in self.catalogues.items()}

    @cached_property
    def titles(self) -> Titles:
        """What everything is called."""
        return titles_of(tuple(self.catalogues.values()))

    @cached_property
    def versions(self) -> Mapping[str, tuple[Version, ...]]:
        """Every rule by its full id."""
        return versions_of(self.catalogues.values())

    @cached_property
    def engine(self) -> Engine | None:
        """All rules ready to be replayed; None while there are errors."""
        if any(one.is_error for some in self.findings.values() for one in some):
            return None
        return Engine(self.reading.catalogues)

    def engine_of(self, wanted: Collection[str]) -> Engine | None:
        """Give the engine of some catalogues and those that they use; None while there are errors in these."""
        named = [self.catalogues[name] for name in wanted if name in self.catalogues]
        chosen = frozenset(used.id for one in named for used in used_by(one, self.catalogues))
        read = tuple(one for one in self.reading.catalogues if one.id in chosen)
        if len(named) < len(wanted) or len(read) < len(chosen):
            return None
        if len(read) == len(self.pages):
            return self.engine
        if chosen not in self._engines:
            # Alone they may lack what another file of the folder has.
            faulty = any(one.is_error for one in check(read))
            self._engines[chosen] = None if faulty else Engine(read)
        return self._engines[chosen]

    @cached_property
    def _engines(self) -> dict[frozenset[str], Engine | None]:
        return {}

    def prepare(self) -> None:
        """Make what is made when it is first asked for."""
        for ready in ("by_key", "titles", "versions", "names", "engine"):
            getattr(self, ready)

    @cached_property
    def by_key(self) -> Mapping[tuple[Kind, str], Sequence[Occurrence]]:
        """Where each name is written, in the order of the files and their texts."""
        found: defaultdict[tuple[Kind, str], list[Occurrence]] = defaultdict(list)
        for page in self.sound.values():
            for one in page.occurrences:
                found[one.key].append(one)
        return found

    def at(self, source: str, sheet: Sheet, point: Point) -> Occurrence | None:
        """Find the name under a point of a text as it stands now, as it was where the text was last read.

        On a line that has changed since, a known name of the same spelling is taken for it.
        """
        page = self.sound.get(source)
        if page is None:
            return None
        column = sheet.column(point)
        line = line_map_of(page.sheet, sheet).then(point.line + 1)
        if line is None:
            return self.spelt(sheet, point.line + 1, column)
        return name_at(page.occurrences, line, column)

    def spelt(self, sheet: Sheet, line: int, column: int) -> Occurrence | None:
        """Take the word at a column of a line for the one known name that is spelt so; None if none or several are."""
        word = sheet.word(line, column)
        if word is None:
            return None
        known = [some[0] for (_, name), some in self.by_key.items() if word.text in (name, name.partition(".")[2])]
        if len(known) != 1:
            return None
        prefix = len(word.text) - len(word.text.rpartition(".")[2])
        return known[0]._replace(
            line=line, column=word.column, length=len(word.text), prefix=prefix, is_definition=False
        )

    def definitions(self, one: Occurrence) -> list[Occurrence]:
        """Give where a name is defined: every version of a rule, every catalogue that declares a word.

        Where the catalogue that names it can see some of them, only those.
        """
        found = [other for other in self.by_key.get(one.key, ()) if other.is_definition]
        owner = self.sound[one.source].catalogue if one.source in self.sound else None
        if owner is None or one.kind in (Kind.RULE, Kind.CATALOGUE):
            return found
        seen = {used.document.source for used in used_by(owner, self.catalogues)}
        return [other for other in found if other.source in seen] or found


def name_at(occurrences: Sequence[Occurrence], line: int, column: int) -> Occurrence | None:
    """Find the name in or right after which a column (from 1) of a line lies."""
    start = bisect_left(occurrences, line, key=lambda one: one.line)
    for one in occurrences[start:]:
        if one.line != line:
            return None
        if one.length and one.column <= column <= one.column + one.length:
            return one
    return None
