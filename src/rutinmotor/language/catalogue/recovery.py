"""A catalogue with faults in some of its rules in, what is sound of it out: one fault shall not hide the next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple, cast

from rutinmotor.language.catalogue.catalogue import CatalogueText
from rutinmotor.language.shapes import Path, ShapeFaults, read_as
from rutinmotor.text.document import Plain

_Keys = dict[str, Any]


class Salvaged(NamedTuple):
    """The sound part: `rows` are the places of its rules among all that were written, `lost` the ids of the others.

    A rule that is kept lacks its keys with faults, and has stand-ins, of words that there are, for those it must have.
    `lost` holds None for a rule whose id cannot be read either.
    """

    text: CatalogueText
    rows: tuple[int, ...]
    lost: frozenset[str | None]


def salvage(data: Plain, faults: Iterable[Path]) -> Salvaged | None:
    """Give what is left without what is at fault; each path leads to a fault, or to a key that is missing.

    None if anything is at fault outside the rules: then the words may be at fault, on which the rules rest.
    """
    faulty: dict[int, set[str | int]] = {}
    for path in faults:
        match path:
            case ("rules", int(row), *rest):
                faulty.setdefault(row, set()).update(rest[:1])
            case _:
                return None
    catalogue = cast("_Keys", data)
    written: list[Any] = catalogue["rules"]
    kept: dict[int, Any] = {
        row: _mended(rule, faulty[row], catalogue) if row in faulty else rule
        for row, rule in enumerate(written)
        if isinstance(rule, Mapping)
    }
    # What is no rule even so is left out; the second time there is nothing more to leave out.
    for _ in range(2):
        rows = tuple(kept)
        try:
            text = read_as(CatalogueText, {**catalogue, "rules": [kept[row] for row in rows]})
        except ShapeFaults as refused:
            for path in refused.paths():
                match path:
                    case ("rules", int(index), *_):
                        kept.pop(rows[index], None)
                    case _:
                        return None
        else:
            return Salvaged(text, rows, frozenset(_id_of(rule) for row, rule in enumerate(written) if row not in kept))
    return None


def _mended(rule: Any, faulty: set[str | int], catalogue: _Keys) -> _Keys:
    """Give a rule without its keys at fault, with the shortest that it can have in the place of what it must have."""
    rest = {key: value for key, value in cast("_Keys", rule).items() if key not in faulty}
    for key, section in (("actor", "actors"), ("trigger", "events")):
        words = catalogue.get(section)
        if key not in rest and isinstance(words, Mapping) and words:
            rest[key] = next(iter(cast("_Keys", words)))
    if "deadline" not in rest and "repeat" not in rest:
        rest["deadline"] = "none"
    return rest


def _id_of(rule: Any) -> str | None:
    found = cast("_Keys", rule).get("id") if isinstance(rule, Mapping) else None
    return found if isinstance(found, str) else None
