"""The catalogues that scenarios name in, an engine for each set of them out; each file read, each engine made, once."""

from __future__ import annotations

from collections.abc import Sequence
from os import PathLike
from pathlib import Path
from typing import NamedTuple

from rutinmotor.engine.engine import Engine
from rutinmotor.ground.diagnostics import Diagnostic, diagnose, nearest
from rutinmotor.language.catalogue import Reading, by_name, used_by
from rutinmotor.language.checks import check_reading
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import TESTS_FOLDER, rule_files
from rutinmotor.workbench.scenario.verdict import Scenario


class Shelf(NamedTuple):
    """Rules that were read together: where they come from, what was read, and every error in it."""

    where: str
    reading: Reading
    errors: tuple[Diagnostic, ...]


class Opened(NamedTuple):
    """What a scenario is tried with: an engine, or None and what is wrong."""

    engine: Engine | None
    diagnostics: tuple[Diagnostic, ...] = ()


class Rulebook:
    """Finds the rules that scenarios are tried with: those given, else those in the folder that each belongs to.

    `errors` are those found in the rules so far, each once.
    """

    def __init__(self, paths: Sequence[str | PathLike[str]] | None = None) -> None:
        """Read the rules at the paths; without any, rules are read as scenarios ask for them."""
        self.errors: dict[Diagnostic, None] = {}
        self._given = None if paths is None else self._shelved(", ".join(map(str, paths)), load_catalogues(paths))
        self._shelves: dict[tuple[Path, frozenset[str]], Shelf] = {}
        self._engines: dict[tuple[str, frozenset[str]], Engine] = {}

    def open(self, scenario: Scenario) -> Opened:
        """Give the engine of the catalogues that a scenario names, and those they use in their turn."""
        wanted = frozenset(scenario.rules)
        shelf = self._given or self._beside(rules_folder(scenario.source), wanted)
        loaded = by_name(shelf.reading.catalogues)
        faults = [
            self._unfound(scenario, row, name, shelf) for row, name in enumerate(scenario.rules) if name not in loaded
        ]
        if faults:
            return Opened(None, tuple(faults))
        if shelf.errors:
            place = scenario.place("rules")
            return Opened(None, (diagnose("RM721", place, name=_faulty(shelf, scenario.rules)),))
        key = (shelf.where, wanted)
        if key not in self._engines:
            chosen = {one.id: one for name in scenario.rules for one in used_by(loaded[name], loaded)}
            # In the order in which they were read, so that the order under `rules` makes no other engine.
            self._engines[key] = Engine([one for one in shelf.reading.catalogues if one.id in chosen])
        return Opened(self._engines[key])

    @property
    def engines(self) -> tuple[Engine, ...]:
        """Every engine that has been made."""
        return tuple(self._engines.values())

    def _beside(self, folder: Path, wanted: frozenset[str]) -> Shelf:
        if (folder, wanted) not in self._shelves:
            self._shelves[folder, wanted] = self._shelved(folder.as_posix(), _read(folder, wanted))
        return self._shelves[folder, wanted]

    def _shelved(self, where: str, reading: Reading) -> Shelf:
        errors = tuple(one for one in check_reading(reading) if one.is_error)
        self.errors.update(dict.fromkeys(errors))
        return Shelf(where, reading, errors)

    def _unfound(self, scenario: Scenario, row: int, name: str, shelf: Shelf) -> Diagnostic:
        place = scenario.place("rules", row)
        if name in shelf.reading.unread:
            return diagnose("RM721", place, name=name)
        known = {one.id for one in shelf.reading.catalogues} | shelf.reading.unread
        if self._given is None:
            known |= {path.stem for path in rule_files(rules_folder(scenario.source))[0]}
        return diagnose("RM720", place, name=name, where=shelf.where, near=nearest(name, known, {}) or "")


def rules_folder(source: str) -> Path:
    """Give the folder of the rules that a scenario is about: beside the nearest folder `tests`, else its own."""
    folder = Path(source).parent
    whole = folder.absolute()
    # A relative name may begin below the folder `tests`.
    for above in (folder, *folder.parents, whole, *whole.parents):
        if above.name == TESTS_FOLDER:
            return above.parent
    return folder


def _read(folder: Path, wanted: frozenset[str]) -> Reading:
    """Read the files named as the catalogues, and what they use; the others only where a catalogue has no such file."""
    files = rule_files(folder)[0]
    by_stem = {path.stem: path for path in files}
    named = [by_stem[name] for name in sorted(wanted) if name in by_stem]
    reading = load_catalogues(named)
    found = {one.id for one in reading.catalogues} | reading.unread
    if wanted <= found:
        return reading
    everything = load_catalogues(files)
    loaded = by_name(everything.catalogues)
    extra = {part.document.source for name in wanted if name in loaded for part in used_by(loaded[name], loaded)}
    return load_catalogues([*named, *(source for source in sorted(extra) if Path(source) not in named)])


def _faulty(shelf: Shelf, rules: Sequence[str]) -> str:
    """Name the catalogue whose file has the first error; of one that is no file's, all that the scenario names."""
    sources = {one.document.source: one.id for one in shelf.reading.catalogues}
    first = shelf.errors[0].place
    return sources.get(first.source if first else "", ", ".join(rules))
