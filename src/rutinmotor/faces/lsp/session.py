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
from rutinmotor.faces.lsp.index import Shelf, name_at
from rutinmotor.faces.lsp.line_map import Drift, drift_of
from rutinmotor.faces.lsp.mending import Fix, fix_of
from rutinmotor.faces.lsp.occurrences import Occurrence
from rutinmotor.faces.lsp.open_scenarios import faults_of
from rutinmotor.faces.lsp.outline import Entry, outline_of
from rutinmotor.faces.lsp.overlay import Desk
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
    desk: Desk = field(default_factory=Desk)
    _known: dict[Path, Shelf] = field(default_factory=dict[Path, Shelf])
    _lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    def folder(self, source: str) -> Path:
        """Give the folder of the rules that a file is among, or is a test of."""
        if self.desk.kind(source) == "scenario":
            return rules_folder(source)
        return Path(source).parent

    def knows(self, source: str) -> bool:
        """Say whether the rules beside a file have been asked about."""
        return self.folder(source) in self._known

    async def shelf(self, source: str, *, fresh: bool = False) -> Shelf:
        """Give what is known of the rules beside a file: as they stand, or, unless `fresh`, as last looked through."""
        folder = self.folder(source)
        if folder in self._known and not fresh:
            return self._known[folder]
        return await self._alone(lambda: self.desk.shelf(folder))

    async def review(self, folder: Path) -> Mapping[str, Found]:
        """Say what is wrong in every rule file of a folder, and in the scenarios about them that are open."""
        return await self._alone(lambda: self._review(folder))

    def _review(self, folder: Path) -> Mapping[str, Found]:
        shelf = self.desk.shelf(folder)
        found = {
            source: Found(some, shelf.pages[source].sheet)
            for source, some in shelf.findings.items()
            if source in shelf.pages
        }
        for source in self.desk.open:
            if self.desk.kind(source) == "scenario" and rules_folder(source) == folder:
                trial = self.desk.trial(source)
                if trial is not None:
                    found[source] = Found(faults_of(trial, shelf, folder.as_posix()), trial.sheet)
        # Only now, so that until then the one before, where everything is made ready, answers at once.
        self._known[folder] = shelf
        return found

    async def prepare(self, folder: Path) -> None:
        """Make ready what the first question about a folder that has been reviewed would else wait for."""
        await asyncio.to_thread(self._known[folder].prepare)

    def sheet(self, source: str) -> Sheet:
        """Give a text as it stands now; an empty one where it is not open."""
        return self.desk.sheet(source) or Sheet("")

    async def hover(self, source: str, point: Point) -> tuple[str, Range] | None:
        """Say what the name under a point is, and where it stands."""
        shelf = await self.shelf(source)
        one, sheet = await self._name(shelf, source, point), self.sheet(source)
        if one is None:
            return None
        text = await asyncio.to_thread(hover_text, shelf, one, self.today(), self.lang)
        return (text, sheet.range(point.line + 1, one.column, one.length)) if text else None

    async def definitions(self, source: str, point: Point) -> list[Spot]:
        """Give where the name under a point is defined."""
        shelf = await self.shelf(source)
        one = await self._name(shelf, source, point)
        return [self._spot(shelf, other) for other in shelf.definitions(one)] if one else []

    async def uses(self, source: str, point: Point, *, with_definitions: bool) -> list[Spot]:
        """Give everywhere that the name under a point stands, also in scenarios."""
        shelf = await self.shelf(source, fresh=True)
        one = await self._name(shelf, source, point)
        if one is None:
            return []
        found = [other for other in shelf.by_key.get(one.key, ()) if with_definitions or not other.is_definition]
        spots = [self._spot(shelf, other) for other in found]
        trials = await self._alone(lambda: list(self.desk.trials_beside(self.folder(source))))
        for trial in trials:
            same = (other for other in trial.occurrences if other.key == one.key)
            spots += [Spot(other.source, bare_range(other, trial.sheet)) for other in same]
        return spots

    async def outline(self, source: str) -> tuple[tuple[Entry, ...], Sheet, Drift] | None:
        """List a rule file's sections, with its text as it was last read, and what has changed since."""
        page = (await self.shelf(source)).sound.get(source)
        if page is None:
            return None
        return outline_of(page), page.sheet, self._drift(page)

    async def offers(self, source: str, point: Point) -> tuple[list[Offer], Range]:
        """Give the names that may stand at a point, and the range of what is written of one."""
        sheet, kind = self.sheet(source), self.desk.kind(source)
        column = sheet.column(point)
        context = context_at(sheet.lines, point.line + 1, column)
        length = len(context.prefix)
        written = sheet.range(point.line + 1, column - length, length)
        if kind is None:
            return [], written
        return offers(await self.shelf(source), source, kind, context, self.lang), written

    async def renamable(self, source: str, point: Point) -> tuple[str, Range]:
        """Give the name under a point, without its catalogue, and its range.

        Raises:
            NoRename: it cannot be changed.
        """
        shelf = await self.shelf(source, fresh=True)
        one = require_renamable(await self._name(shelf, source, point), shelf)
        # Below what cannot be read the lines may have moved.
        return one.name.rpartition(".")[2], bare_range(one._replace(line=point.line + 1), self.sheet(source))

    async def renamed(self, source: str, point: Point, new: str) -> list[Edit]:
        """Give the edits that change the name under a point everywhere.

        Raises:
            NoRename: it cannot be changed, or not into that.
        """
        shelf = await self.shelf(source, fresh=True)
        one = require_renamable(await self._name(shelf, source, point), shelf)
        folder = self.folder(source)
        edits = await self._alone(lambda: renamed(one, new, shelf, list(self.desk.trials_beside(folder))))
        if any(edit.source in self.desk.open and not self.desk.is_read(edit.source) for edit in edits):
            raise NoRename("Texten ändrades under tiden. Försök igen.", "The text changed meanwhile. Try again.")
        # The editor would write to whatever the link leads to.
        for edit in edits:
            if edit.source not in self.desk.open and Path(edit.source).is_symlink():
                raise NoRename(
                    f"Namnet står också i {edit.source}, som är en länk. Öppna den filen först om den ska ändras.",
                    f"The name stands in {edit.source}, too, which is a link. Open that file first if it is to change.",
                )
        return edits

    async def fixes(self, source: str, where: Range, *, fresh: bool) -> list[tuple[Diagnostic, Fix]]:
        """Give the findings within a range that say what was probably meant.

        Unless `fresh`, only of a text that has been looked at as it stands.
        """
        if not fresh and not self.desk.is_read(source):
            return []
        found = (await self.review(self.folder(source))).get(source)
        if found is None:
            return []
        fixes = [(one, fix) for one in found.findings if (fix := fix_of(one, found.sheet)) is not None]
        return [(one, fix) for one, fix in fixes if fix.range.start <= where.end and where.start <= fix.range.end]

    async def _name(self, shelf: Shelf, source: str, point: Point) -> Occurrence | None:
        sheet = self.sheet(source)
        if self.desk.kind(source) != "scenario":
            return shelf.at(source, sheet, point)
        trial = await self._alone(lambda: self.desk.trial(source))
        if trial is None or trial.document is None:
            return shelf.spelt(sheet, point.line + 1, sheet.column(point))
        return name_at(trial.occurrences, point.line + 1, sheet.column(point))

    async def _alone(self, work: Callable[[], T]) -> T:
        """Do slow work aside, alone: also where nobody waits for its answer any more, as a thread cannot be stopped."""

        async def done() -> T:
            async with self._lock:
                return await asyncio.to_thread(work)

        return await asyncio.shield(asyncio.ensure_future(done()))

    def _spot(self, shelf: Shelf, one: Occurrence) -> Spot:
        page = shelf.sound[one.source]
        found = bare_range(one, page.sheet)
        moved = self._drift(page).now(one.line) - one.line
        start, end = found.start, found.end
        return Spot(one.source, Range(Point(start.line + moved, start.column), Point(end.line + moved, end.column)))

    def _drift(self, page: Page) -> Drift:
        """Say what has changed in an open text since it was read."""
        sheet = self.desk.sheet(page.source)
        return drift_of(page.sheet, sheet) if sheet else Drift(0, 0, 0)
