"""Faults of a shape and where its parts stand in, diagnostics out; the end of reading a file with faults."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, in_order
from rutinmotor.language.shapes.shape import Fault, Path
from rutinmotor.language.shapes.written import cut
from rutinmotor.text.document import Document

_WORD = re.compile(r"\w+")


class Spot(NamedTuple):
    """Where the value at a path stands, its key, and where that key stood before if it stands twice."""

    value: Place | None = None
    key: Place | None = None
    first_key: Place | None = None


SpotOf: TypeAlias = Callable[[Path], Spot]


def spots_in(document: Document) -> SpotOf:
    """Give what finds the places of a document's parts."""
    return lambda path: Spot(document.place_of(path), document.key_place_of(path))


def told(
    faults: Iterable[Fault], spot_of: SpotOf, *, otherwise: Place | None = None, within: int | None = None
) -> tuple[Diagnostic, ...]:
    """Make the diagnostics of some faults, sorted by place, each once; where no spot is known, `otherwise` is it.

    With `within`, paths are told too, from that step on: for data that may have no place.
    """
    found: list[Diagnostic] = []
    for fault in faults:
        spot = spot_of(fault.path)
        place = (spot.key if fault.at_key else None) or spot.value or otherwise
        first = spot_of(fault.first).value if fault.first is not None else spot.first_key if fault.at_key else None
        values = dict(fault.values) if within is None else {**fault.values, "path": written(fault.path[within:])}
        found.append(diagnose(fault.code, place, further=(first,) if first else (), **values))
    return in_order(dict.fromkeys(found))


def written(path: Path) -> str:
    """The path as a caller would write it: `events[3].at`, `items["hemtjänst 1"].insats`; empty for the whole."""
    steps = [f"[{step}]" if isinstance(step, int) else _key(step) for step in path]
    return "".join(steps).removeprefix(".")


def _key(step: str) -> str:
    return f".{cut(step)}" if _WORD.fullmatch(step) else f"[{json.dumps(cut(step), ensure_ascii=False)}]"
