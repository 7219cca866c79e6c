"""Texts in, Catalogues out, or every fault in their text and shape; the first stage at which YAML means rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, in_order
from rutinmotor.language.catalogue.catalogue import CatalogueText
from rutinmotor.language.catalogue.faults import fault_paths, shape_faults
from rutinmotor.language.catalogue.recovery import salvage
from rutinmotor.language.shapes import Path, ShapeFaults, read_as, real_path
from rutinmotor.text.document import Document, read_document

# What is written beside rules, by the key that it must have.
_OTHERS = {"scenario": ("ett scenario", "a scenario"), "case": ("ett ärende", "a case")}


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One rule file: what it says, where it says it, and the digest of its bytes (`sha256:...`)."""

    text: CatalogueText
    document: Document = field(compare=False, repr=False)
    digest: str
    # Where each rule stands among those written, when some could not be read.
    rows: tuple[int, ...] | None = field(default=None, repr=False)

    @property
    def id(self) -> str:
        """The catalogue's name, the first part of every full rule id."""
        return self.text.catalogue

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands; a path that is not there gives its nearest ancestor."""
        return self.document.place_of(self._real(path))

    def key_place(self, *path: str | int) -> Place:
        """Where the key that ends `path` stands."""
        return self.document.key_place_of(self._real(path))

    def _real(self, path: Path) -> Path:
        match path:
            case ("rules", int(row), *rest) if self.rows is not None:
                path = ("rules", self.rows[row], *rest)
            case _:
                pass
        return real_path(self.document.data, path)


class Part(NamedTuple):
    """What is sound of a catalogue with faults in its rules, and the ids of rules left out; None is an unread id."""

    catalogue: Catalogue
    lost: frozenset[str | None]


def read_catalogue(document: Document, digest: str) -> tuple[Catalogue | Part | None, tuple[Diagnostic, ...]]:
    """Read one document as a catalogue, or as the sound part of one; the diagnostics say all faults of its shape."""
    if found := _something_else(document):
        return None, (found,)
    text, refused = None, None
    try:
        text = read_as(CatalogueText, document.data)
    except ShapeFaults as found:
        refused = found
    faults = shape_faults(refused, document)
    if text is not None and not faults:
        return Catalogue(text, document, digest), ()
    sound = salvage(document.data, fault_paths(refused, document))
    return Part(Catalogue(sound.text, document, digest, sound.rows), sound.lost) if sound else None, faults


def _something_else(document: Document) -> Diagnostic | None:
    """Say that a document is a scenario or a case and no rule file, as all of it would be wrong."""
    keys = document.data if isinstance(document.data, dict) else {}
    if "catalogue" in keys:
        return None
    for key, (kind_sv, kind_en) in _OTHERS.items():
        if key in keys:
            return diagnose("RM119", document.key_place_of((key,)), kind_sv=kind_sv, kind_en=kind_en)
    return None


class Reading(NamedTuple):
    """What some texts gave: the catalogues in the order of the texts, every fault, and the names of those not read.

    `parts` are what is sound of some of those not read; `beside` the sources read only because another uses them.
    """

    catalogues: tuple[Catalogue, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[str]
    parts: tuple[Part, ...] = ()
    beside: frozenset[str] = frozenset()


def read_texts(sources: Sequence[tuple[str, bytes]]) -> Reading:
    """Read each text, given by its source's name and its bytes; one with faults does not hide those of others."""
    catalogues: list[Catalogue] = []
    found: list[Diagnostic] = []
    unread: set[str] = set()
    parts: list[Part] = []
    for source, data in sources:
        document, faults = read_document(source, data)
        found.extend(faults)
        if document is None:
            unread.add(PurePath(source).stem)
            continue
        read, faults = read_catalogue(document, f"sha256:{sha256(data).hexdigest()}")
        found.extend(faults)
        if isinstance(read, Catalogue):
            catalogues.append(read)
            continue
        unread.add(_name_in(document))
        if read is not None:
            parts.append(read)
    return Reading(tuple(catalogues), in_order(found), frozenset(unread), tuple(parts))


def _name_in(document: Document) -> str:
    """Return the name that a faulty catalogue gives itself, else the one that its file suggests."""
    name = document.data.get("catalogue") if isinstance(document.data, dict) else None
    return name if isinstance(name, str) else PurePath(document.source).stem
