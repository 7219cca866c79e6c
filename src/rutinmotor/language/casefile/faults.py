"""What is wrong at a path within a case in, diagnostics out; used while the shape of a case is read."""

import json
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple, TypeAlias

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, in_order

Path: TypeAlias = tuple[str | int, ...]

_WORD = re.compile(r"\w+")
_SHOWN_LENGTH = 60
_MOST_SHOWN = 10**18


class Fault(NamedTuple):
    """One thing that is wrong: where in the data, and what the code's templates need; `at_key` points at the key."""

    code: str
    path: Path
    values: Mapping[str, str | int]
    at_key: bool = False


class Spot(NamedTuple):
    """Where the value at a path stands, its key, and where that key stood before if it stands twice."""

    value: Place | None
    key: Place | None
    first_key: Place | None = None


NOWHERE = Spot(None, None)


def diagnostics(
    faults: Iterable[Fault], spots: Mapping[Path, Spot], otherwise: Place | None = None, within: int = 0
) -> tuple[Diagnostic, ...]:
    """Make the diagnostics of one case, in order; a fault at a path without a spot has the place `otherwise`.

    Paths are told from step `within` on, where the case begins.
    """
    found: list[Diagnostic] = []
    for fault in faults:
        spot = spots.get(fault.path, NOWHERE)
        place = (spot.key if fault.at_key else None) or spot.value or otherwise
        further = (spot.first_key,) if fault.at_key and spot.first_key else ()
        found.append(diagnose(fault.code, place, further=further, path=written(fault.path[within:]), **fault.values))
    return in_order(found)


def written(path: Path) -> str:
    """The path as a caller would write it: `events[3].at`, `items["hemtjänst 1"].insats`; empty for the case itself."""
    steps = [f"[{step}]" if isinstance(step, int) else _key(step) for step in path]
    return "".join(steps).removeprefix(".")


def shown(value: object) -> str:
    """The value as JSON writes it, and of a long one only its beginning."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int):
        return str(value) if abs(value) < _MOST_SHOWN else "…"
    if isinstance(value, float):
        return str(value)
    if isinstance(value, str):
        return cut(value)
    if isinstance(value, Mapping):
        return "{…}"
    return "[…]" if isinstance(value, list | tuple) else type(value).__name__


def cut(text: str) -> str:
    """At most the first 60 characters."""
    return text if len(text) <= _SHOWN_LENGTH else text[: _SHOWN_LENGTH - 1] + "…"


def _key(step: str) -> str:
    return f".{cut(step)}" if _WORD.fullmatch(step) else f"[{json.dumps(cut(step), ensure_ascii=False)}]"
