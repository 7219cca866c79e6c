"""What a rule file's shape lacks in, diagnostics out; also every value left empty, which the shapes let pass."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.language.catalogue.catalogue import SECTIONS
from rutinmotor.language.shapes import Guesses, Path, ShapeFaults, empty, spots_in, told
from rutinmotor.text.document import Document


def shape_faults(refused: ShapeFaults | None, document: Document) -> tuple[Diagnostic, ...]:
    """Say every fault of a catalogue's shape at its place, sorted by place, each once."""
    found = refused.faults(Guesses(None)) if refused else []
    unknown = {one.path for one in found if one.code == "RM101"}
    left_empty = {path for path in _empty(document.data, ()) if path not in unknown}
    said = [one for one in found if one.path not in left_empty]
    return told([*map(empty, left_empty), *said], spots_in(document))


def fault_paths(refused: ShapeFaults | None, document: Document) -> Iterator[Path]:
    """Yield the path of everything that is at fault in a catalogue's shape, and of each key that is missing."""
    if refused:
        yield from refused.paths()
    yield from _empty(document.data, ())


def _empty(data: object, path: Path) -> Iterator[Path]:
    """Yield the path of every value that is null and may not be."""
    if data is None:
        if len(path) != 1 or path[0] not in SECTIONS:
            yield path
    elif isinstance(data, dict):
        for key, value in cast("dict[str, object]", data).items():
            yield from _empty(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(cast("list[object]", data)):
            yield from _empty(value, (*path, index))
