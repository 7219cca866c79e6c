"""Folders on disk and texts that are being edited in, rule files and scenarios as read out; each read when it changes.

An unsaved text stands in the place of its file.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple, TypeVar

from rutinmotor.faces.lsp.index import Index
from rutinmotor.faces.lsp.pages import Page, Trial, read_page, read_trial
from rutinmotor.faces.lsp.positions import Sheet
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import RULE_ENDINGS, TESTS_FOLDER, read_source, rule_files, scenario_files
from rutinmotor.workbench.scenario import FileKind, kind_of

T = TypeVar("T")


class _Text(NamedTuple):
    """A file's text, what it is, and its bytes; `stamp` differs when they do."""

    sheet: Sheet
    kind: FileKind | None
    data: bytes
    stamp: object


class Overlay:
    """What is open, and what has been read; one caller at a time may ask it for a index or a trial."""

    def __init__(self) -> None:
        """Begin with nothing open and nothing read."""
        self._open: dict[str, _Text] = {}
        self._on_disk: dict[str, _Text] = {}
        self._pages: dict[str, tuple[_Text, Page]] = {}
        self._trials: dict[str, tuple[_Text, Trial]] = {}
        self._sound: dict[str, Page] = {}
        self._indexes: dict[Path, Index] = {}

    def put(self, source: str, text: str) -> None:
        """Lay an open text over its file."""
        self._open[source] = _text(text, text.encode("utf-8", "replace"), None)

    def drop(self, source: str) -> None:
        """Let a file be what is on disk again."""
        self._open.pop(source, None)

    def sheet(self, source: str) -> Sheet | None:
        """Give a text that is open."""
        text = self._open.get(source)
        return text.sheet if text else None

    @property
    def open(self) -> tuple[str, ...]:
        """The files that are open."""
        return tuple(self._open)

    def kind(self, source: str) -> FileKind | None:
        """Tell what an open text is."""
        text = self._open.get(source)
        return text.kind if text else None

    def is_read(self, source: str) -> bool:
        """Tell whether an open text has been read as it stands."""
        text = self._open.get(source)
        return text is not None and any(
            source in kept and kept[source][0] is text for kept in (self._pages, self._trials)
        )

    def index(self, folder: Path) -> Index:
        """Read the rule files of a folder, those that have changed; the same index while nothing has."""
        pages: dict[str, Page] = {}
        for source in self._rule_sources(folder):
            text = self._read(source)
            if text is not None and text.kind == "catalogue":
                pages[source] = _kept(self._pages, source, text, read_page)
        last = self._indexes.get(folder)
        if last is not None and list(last.pages.values()) == list(pages.values()):
            return last
        for source, page in pages.items():
            if page.catalogue is not None:
                self._sound[source] = page
        sound = {source: self._sound[source] for source in pages if source in self._sound}
        self._indexes[folder] = Index(pages, sound)
        return self._indexes[folder]

    def trial(self, source: str) -> Trial | None:
        """Read a scenario file; None if there is none."""
        text = self._read(source)
        if text is None or text.kind != "scenario":
            return None
        return _kept(self._trials, source, text, read_trial)

    def trials_beside(self, folder: Path) -> Iterator[Trial]:
        """Read the scenarios of the rules in a folder."""
        tests = folder / TESTS_FOLDER
        files, _ = scenario_files(tests) if tests.is_dir() else ((), ())
        sources = dict.fromkeys(path.as_posix() for path in files)
        sources.update(dict.fromkeys(one for one in self.open if tests in Path(one).parents))
        for source in sources:
            if (trial := self.trial(source)) is not None:
                yield trial

    def _rule_sources(self, folder: Path) -> list[str]:
        files, _ = rule_files(folder) if folder.is_dir() else ((), ())
        sources = {path.as_posix() for path in files}
        sources.update(
            one for one in self.open if Path(one).parent == folder and Path(one).suffix.lower() in RULE_ENDINGS
        )
        return sorted(sources)

    def _read(self, source: str) -> _Text | None:
        """Give a file's text as it stands, open or on disk; None if it cannot be read."""
        # Asked once, as it may be closed meanwhile.
        if (text := self._open.get(source)) is not None:
            return text
        try:
            found = Path(source).stat()
        except OSError:
            return None
        stamp = (found.st_mtime_ns, found.st_size)
        if source not in self._on_disk or self._on_disk[source].stamp != stamp:
            read, _ = read_source(source, LIMIT)
            if read is None:
                return None
            self._on_disk[source] = _text(read.data.decode("utf-8-sig", "replace"), read.data, stamp)
        return self._on_disk[source]


def _text(text: str, data: bytes, stamp: object) -> _Text:
    return _Text(Sheet(text), kind_of(text), data, stamp)


def _kept(kept: dict[str, tuple[_Text, T]], source: str, text: _Text, read: Callable[[str, bytes, Sheet], T]) -> T:
    """Read a text, unless it is the one that was read last."""
    if source not in kept or kept[source][0] is not text:
        kept[source] = text, read(source, text.data, text.sheet)
    return kept[source][1]
