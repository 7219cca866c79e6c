"""Findings in, those out that no author lets stand with a reason, and the exceptions that none needed; last of all."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from rutinmotor.ground.diagnostics import CODES, Diagnostic, Place, Severity, diagnose
from rutinmotor.language.catalogue import Allow, Catalogue
from rutinmotor.language.shapes import Guesses, Path

# The path of an exception is that of the `allow` it stands in, then its index.
_OF_FILE: Path = ("allow",)


class Sifted(NamedTuple):
    """What is left of some findings, and the exceptions (RM533) that silenced none of them."""

    kept: tuple[Diagnostic, ...]
    stale: tuple[Diagnostic, ...]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find exceptions from what is an error, and from codes that do not exist."""
    warnings = [code.id for code in CODES.values() if code.severity is not Severity.ERROR]
    for catalogue in catalogues:
        guesses = Guesses({})
        for path, allow in _exceptions(catalogue):
            place = catalogue.place(*path, "code")
            if allow.code not in CODES:
                yield diagnose("RM532", place, code=allow.code, near=guesses.near(allow.code, warnings, "code"))
            elif CODES[allow.code].severity is Severity.ERROR:
                yield diagnose("RM531", place, code=allow.code)


def sift(found: Iterable[Diagnostic], catalogues: Sequence[Catalogue]) -> Sifted:
    """Leave out the warnings and remarks that their rule allows, or the catalogue that they stand in.

    A finding belongs to the rule that its place lies in. What a rule allows is not asked of its catalogue too, and of
    two exceptions from one code in one list the second silences nothing.
    """
    books = {catalogue.document.source: _Book(catalogue) for catalogue in catalogues}
    used: set[tuple[str, Path]] = set()
    kept: list[Diagnostic] = []
    for one in found:
        book = books.get(one.place.source) if one.place else None
        path = book.silencer(one) if book and not one.is_error else None
        if book and path:
            used.add((book.source, path))
        else:
            kept.append(one)
    stale = (
        diagnose("RM533", book.catalogue.place(*path, "code"), code=allow.code)
        for book in books.values()
        for path, allow in _exceptions(book.catalogue)
        if (book.source, path) not in used and _can_be_judged(book.catalogue, catalogues)
    )
    return Sifted(tuple(kept), tuple(stale))


def _exceptions(catalogue: Catalogue) -> Iterator[tuple[Path, Allow]]:
    for index, allow in enumerate(catalogue.text.allow):
        yield (*_OF_FILE, index), allow
    for row, rule in enumerate(catalogue.text.rules):
        for index, allow in enumerate(rule.allow):
            yield ("rules", row, "allow", index), allow


def _can_be_judged(catalogue: Catalogue, catalogues: Sequence[Catalogue]) -> bool:
    """Say whether it can show what is doubtful in a catalogue: words alone mean nothing without those who use them."""
    return bool(catalogue.text.rules) or any(catalogue.id in other.text.uses for other in catalogues)


class _Book:
    """One catalogue's exceptions, by the rule that they stand in and by code, and where each of its rules begins."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self.source = catalogue.document.source
        self._paths: dict[tuple[Path, str], Path] = {}
        for path, allow in _exceptions(catalogue):
            self._paths.setdefault((path[:-1], allow.code), path)
        self._starts = _starts(catalogue) if self._paths else ()

    def silencer(self, found: Diagnostic) -> Path | None:
        """Return the path of the exception that silences a finding: its rule's, else its catalogue's."""
        if not self._paths or found.place is None:
            return None
        rule = self._rule_at(found.place)
        own = self._paths.get((("rules", rule, "allow"), found.code)) if rule is not None else None
        return own or self._paths.get((_OF_FILE, found.code))

    def _rule_at(self, place: Place) -> int | None:
        """Return the index of the rule whose lines hold a place."""
        at = bisect_right(self._starts, (place.line, place.column), key=lambda start: start[:2]) - 1
        return self._starts[at][2] if at >= 0 else None


def _starts(catalogue: Catalogue) -> tuple[tuple[int, int, int | None], ...]:
    """Return where each rule begins, by its index, and where each key of the whole file does, which is in none."""
    root = catalogue.document.root
    keys = [(line, column, None) for line, column in root.keys.values()]
    rules = root.parts.get("rules")
    rows = rules.parts.items() if rules else ()
    return tuple(sorted([*keys, *((spot.line, spot.column, int(row)) for row, spot in rows)], key=lambda one: one[:2]))
