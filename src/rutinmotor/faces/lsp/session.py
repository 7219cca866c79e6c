"""What an editor has open and asks in, answers out; slow work aside, so that typing and pointing are never held up."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NamedTuple, TypeVar

from rutinmotor.faces.lsp.completing import Offer, offers
from rutinmotor.faces.lsp.contexts import context_at
from rutinmotor.faces.lsp.hovers import hover_text
from rutinmotor.faces.lsp.index import Index, name_at
from rutinmotor.faces.lsp.line_map import LineMap, line_map_of
from rutinmotor.faces.lsp.mending import Fix, fix_of
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.faces.lsp.open_scenarios import faults_of
from rutinmotor.faces.lsp.outline import Entry, outline_of
from rutinmotor.faces.lsp.overlay import Overlay
from rutinmotor.faces.lsp.pages import Page
from rutinmotor.faces.lsp.positions import Point, Range, Sheet
from rutinmotor.faces.lsp.renaming import Edit, NoRename, bare_range, renamed, require_renamable
from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.workbench.scenario import rules_folder

T = TypeVar("T")


class Found(NamedTuple):
    """What is wrong in one file, and its text."""

    findings: tuple[Diagnostic, ...]
    sheet: Sheet


class Spot(NamedTuple):
    """A name in a file, as the file stands now."""

    source: str
    range: Range


@dataclass
class Session:
    """One editor's talk with the server; only one question at a time reads files."""

    today: Callable[[], date]
    lang: Lang = "sv"
    overlay: Overlay = field(default_factory=Overlay)
    _known: dict[Path, Index] = field(default_factory=dict[Path, Index])
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def folder(self, source: str) -> Path:
        """Give the folder of the rules that a file is among, or is a test of."""
        if self.overlay.kind(source) == "scenario":
            return rules_folder(source)
        return Path(source).parent

    def knows(self, source: str) -> bool:
        """Say whether the rules beside a file have been asked about."""
        return self.folder(source) in self._known

    async def index(self, source: str, *, fresh: bool = False) -> Index:
        """Give what is known of the rules beside a file: as they stand, or, unless `fresh`, as last looked through."""
        folder = self.folder(source)
        if folder in self._known and not fresh:
            return self._known[folder]
        return await self._alone(lambda: self.overlay.index(folder))

    async def review(self, folder: Path) -> Mapping[str, Found]:
        """Say what is wrong in every rule file of a folder, and in the scenarios about them that are open."""
        return await self._alone(lambda: self._review(folder))

    def _review(self, folder: Path) -> Mapping[str, Found]:
        index = self.overlay.index(folder)
        found = {
            source: Found(some, index.pages[source].sheet)
            for source, some in index.findings.items()
            if source in index.pages
        }
        for source in self.overlay.open:
            if self.overlay.kind(source) == "scenario" and rules_folder(source) == folder:
                trial = self.overlay.trial(source)
                if trial is not None:
                    found[source] = Found(faults_of(trial, index, folder.as_posix()), trial.sheet)
        # Only now, so that until then the one before, where everything is made ready, answers at once.
        self._known[folder] = index
        return found

    async def prepare(self, folder: Path) -> None:
        """Make ready what the first question about a folder that has been reviewed would else wait for."""
        await asyncio.to_thread(self._known[folder].prepare)

    def sheet(self, source: str) -> Sheet:
        """Give a text as it stands now; an empty one where it is not open."""
        return self.overlay.sheet(source) or Sheet("")

    async def hover(self, source: str, point: Point) -> tuple[str, Range] | None:
        """Say what the name under a point is, and where it stands."""
        index = await self.index(source)
        one, sheet = await self._name(index, source, point), self.sheet(source)
        if one is None:
            return None
        text = await asyncio.to_thread(hover_text, index, one, self.today(), self.lang)
        return (text, sheet.range(point.line + 1, one.column, one.length)) if text else None

    async def definitions(self, source: str, point: Point) -> list[Spot]:
        """Give where the name under a point is defined."""
        index = await self.index(source)
        one = await self._name(index, source, point)
        return [self._spot(index, other) for other in index.definitions(one)] if one else []

    async def uses(self, source: str, point: Point, *, with_definitions: bool) -> list[Spot]:
        """Give everywhere that the name under a point stands, also in scenarios."""
        index = await self.index(source, fresh=True)
        one = await self._name(index, source, point)
        if one is None:
            return []
        found = [other for other in index.by_key.get(one.key, ()) if with_definitions or not other.is_definition]
        spots = [self._spot(index, other) for other in found]
        trials = await self._alone(lambda: list(self.overlay.trials_beside(self.folder(source))))
        for trial in trials:
            same = (other for other in trial.occurrences if other.key == one.key)
            spots += [Spot(other.source, bare_range(other, trial.sheet)) for other in same]
        return spots

    async def outline(self, source: str) -> tuple[tuple[Entry, ...], Sheet, LineMap] | None:
        """List a rule file's sections, with its text as it was last read, and what has changed since."""
        page = (await self.index(source)).sound.get(source)
        if page is None:
            return None
        return outline_of(page), page.sheet, self._line_map(page)

    async def offers(self, source: str, point: Point) -> tuple[list[Offer], Range]:
        """Give the names that may stand at a point, and the range of what is written of one."""
        sheet, kind = self.sheet(source), self.overlay.kind(source)
        column = sheet.column(point)
        context = context_at(sheet.lines, point.line + 1, column)
        length = len(context.prefix)
        written = sheet.range(point.line + 1, column - length, length)
        if kind is None:
            return [], written
        return offers(await self.index(source), source, kind, context, self.lang), written

    async def renamable(self, source: str, point: Point) -> tuple[str, Range]:
        """Give the name under a point, without its catalogue, and its range.

        Raises:
            NoRename: it cannot be changed.
        """
        index = await self.index(source, fresh=True)
        one = require_renamable(await self._name(index, source, point), index)
        # Below what cannot be read the lines may have moved.
        return one.name.rpartition(".")[2], bare_range(one._replace(line=point.line + 1), self.sheet(source))

    async def renamed(self, source: str, point: Point, new: str) -> list[Edit]:
        """Give the edits that change the name under a point everywhere.

        Raises:
            NoRename: it cannot be changed, or not into that.
        """
        index = await self.index(source, fresh=True)
        one = require_renamable(await self._name(index, source, point), index)
        folder = self.folder(source)
        edits = await self._alone(lambda: renamed(one, new, index, list(self.overlay.trials_beside(folder))))
        if any(edit.source in self.overlay.open and not self.overlay.is_read(edit.source) for edit in edits):
            raise NoRename("Texten ändrades under tiden. Försök igen.", "The text changed meanwhile. Try again.")
        # The editor would write to whatever the link leads to.
        for edit in edits:
            if edit.source not in self.overlay.open and Path(edit.source).is_symlink():
                raise NoRename(
                    f"Namnet står också i {edit.source}, som är en länk. Öppna den filen först om den ska ändras.",
                    f"The name stands in {edit.source}, too, which is a link. Open that file first if it is to change.",
                )
        return edits

    async def fixes(self, source: str, where: Range, *, fresh: bool) -> list[tuple[Diagnostic, Fix]]:
        """Give the findings within a range that say what was probably meant.

        Unless `fresh`, only of a text that has been looked at as it stands.
        """
        if not fresh and not self.overlay.is_read(source):
            return []
        found = (await self.review(self.folder(source))).get(source)
        if found is None:
            return []
        fixes = [(one, fix) for one in found.findings if (fix := fix_of(one, found.sheet)) is not None]
        return [(one, fix) for one, fix in fixes if fix.range.start <= where.end and where.start <= fix.range.end]

    async def _name(self, index: Index, source: str, point: Point) -> Occurrence | None:
        sheet = self.sheet(source)
        if self.overlay.kind(source) != "scenario":
            return index.at(source, sheet, point)
        trial = await self._alone(lambda: self.overlay.trial(source))
        if trial is None or trial.document is None:
            return index.spelt(sheet, point.line + 1, sheet.column(point))
        return name_at(trial.occurrences, point.line + 1, sheet.column(point))

    async def _alone(self, work: Callable[[], T]) -> T:
        """Do slow work aside, alone: also where nobody waits for its answer any more, as a thread cannot be stopped."""

        async def done() -> T:
            async with self._lock:
                return await asyncio.to_thread(work)

        return await asyncio.shield(asyncio.ensure_future(done()))

    def _spot(self, index: Index, one: Occurrence) -> Spot:
        page = index.sound[one.source]
        found = bare_range(one, page.sheet)
        moved = self._line_map(page).now(one.line) - one.line
        start, end = found.start, found.end
        return Spot(one.source, Range(Point(start.line + moved, start.column), Point(end.line + moved, end.column)))

    def _line_map(self, page: Page) -> LineMap:
        """Say what has changed in an open text since it was read."""
        sheet = self.overlay.sheet(page.source)
        return line_map_of(page.sheet, sheet) if sheet else LineMap(0, 0, 0)
