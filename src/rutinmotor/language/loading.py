"""Paths in, every catalogue at them and beside them that they use out; the reading of rules from disk."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path
from typing import TypeVar

from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.catalogue import Reading, read_texts
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import RULE_ENDINGS, read_source, rule_files

FileT = TypeVar("FileT")


@dataclass(frozen=True, slots=True)
class _File:
    """A file by the name that diagnostics give it; two names of one place are one file."""

    path: Path = field(compare=False)
    place: Path = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", self.path.absolute())


def load_catalogues(paths: Iterable[str | PathLike[str]]) -> Reading:
    """Read the rule files at the paths, each once, and those beside them that they use; with every fault."""
    asked: list[_File] = []
    faults: list[Diagnostic] = []
    for path in paths:
        files, found = rule_files(Path(path))
        asked += map(_File, files)
        faults += found
    reading = read_together(asked, _read, _beside)
    return reading._replace(diagnostics=in_order((*faults, *reading.diagnostics)))


def _read(file: _File) -> Reading:
    source, faults = read_source(file.path, LIMIT)
    return read_texts([(source.name, source.data)]) if source else Reading((), faults, frozenset())


def _beside(file: _File, name: str) -> _File | None:
    beside = file.path.parent / name
    return _File(beside) if beside.is_file() else None


def read_together(
    asked: Iterable[FileT],
    read: Callable[[FileT], Reading],
    beside: Callable[[FileT, str], FileT | None],
) -> Reading:
    """Read the files asked for, and then those beside them that they use, and that these use, each once.

    `beside` gives the file next to one that bears a name, if there is one. Files are told apart by equality.
    """
    waiting = list(asked)
    named = frozenset(waiting)
    readings: dict[FileT, Reading] = {}
    while waiting:
        file = waiting.pop(0)
        if file in readings:
            continue
        readings[file] = reading = read(file)
        names = [f"{used}{ending}" for one in reading.catalogues for used in one.text.uses for ending in RULE_ENDINGS]
        waiting += [found for name in names if (found := beside(file, name)) is not None]
    return Reading(
        tuple(one for reading in readings.values() for one in reading.catalogues),
        in_order(fault for reading in readings.values() for fault in reading.diagnostics),
        frozenset(name for reading in readings.values() for name in reading.unread),
        tuple(part for reading in readings.values() for part in reading.parts),
        frozenset(
            one.document.source for file, reading in readings.items() for one in reading.catalogues if file not in named
        ),
    )
