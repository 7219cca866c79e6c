"""Paths in, every catalogue at them and beside them that they use out; the reading of rules from disk."""

from __future__ import annotations

from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from rutinmotor.ground.diagnostics import Diagnostic, in_order
from rutinmotor.language.catalogue import Reading, read_texts
from rutinmotor.text.document import LIMIT
from rutinmotor.text.sources import RULE_ENDINGS, read_source, rule_files


def load_catalogues(paths: Iterable[str | PathLike[str]]) -> Reading:
    """Read the rule files at the paths, each once, and those beside them that they use; with every fault."""
    diagnostics: list[Diagnostic] = []
    waiting: list[Path] = []
    for path in paths:
        files, faults = rule_files(Path(path))
        waiting += files
        diagnostics += faults
    asked = {path.absolute() for path in waiting}
    readings: dict[Path, Reading] = {}
    while waiting:
        path = waiting.pop(0)
        if path.absolute() in readings:
            continue
        source, faults = read_source(path, LIMIT)
        diagnostics += faults
        reading = read_texts([(source.name, source.data)] if source else [])
        readings[path.absolute()] = reading
        waiting += _used_beside(path, reading)
    return Reading(
        tuple(catalogue for reading in readings.values() for catalogue in reading.catalogues),
        in_order([*diagnostics, *(fault for reading in readings.values() for fault in reading.diagnostics)]),
        frozenset(name for reading in readings.values() for name in reading.unread),
        tuple(part for reading in readings.values() for part in reading.parts),
        frozenset(
            catalogue.document.source
            for path, reading in readings.items()
            for catalogue in reading.catalogues
            if path not in asked
        ),
    )


def _used_beside(path: Path, reading: Reading) -> list[Path]:
    """Return the files beside `path` that bear the names of the catalogues it uses."""
    return [
        beside
        for catalogue in reading.catalogues
        for used in catalogue.text.uses
        for ending in RULE_ENDINGS
        if (beside := path.parent / f"{used}{ending}").is_file()
    ]
