"""Texts in, Catalogues out, or every fault in their text and shape; the first stage at which YAML means rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import PurePath
from typing import NamedTuple

from pydantic import ValidationError

from rutinmotor.catalogue.catalogue import CatalogueText
from rutinmotor.catalogue.faults import errors_of, real_path, shape_faults
from rutinmotor.diagnostics.diagnostic import Diagnostic, in_order
from rutinmotor.diagnostics.place import Place
from rutinmotor.document import Document, read_document


@dataclass(frozen=True, slots=True)
class Catalogue:
    """One rule file: what it says, where it says it, and the digest of its bytes (`sha256:...`)."""

    text: CatalogueText
    document: Document = field(compare=False, repr=False)
    digest: str

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

    def _real(self, path: tuple[str | int, ...]) -> list[str | int]:
        return real_path(self.document.data, path)


def read_catalogue(document: Document, digest: str) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """Read one document as a catalogue; without one, the diagnostics say all that is wrong with its shape."""
    text, errors = None, ()
    try:
        text = CatalogueText.model_validate(document.data)
    except ValidationError as error:
        errors = errors_of(error)
    faults = shape_faults(errors, document)
    return (None, faults) if text is None or faults else (Catalogue(text, document, digest), ())


class Reading(NamedTuple):
    """What some texts gave: the catalogues in the order of the texts, every fault, and the names of those not read."""

    catalogues: tuple[Catalogue, ...]
    diagnostics: tuple[Diagnostic, ...]
    unread: frozenset[str]


def read_texts(sources: Sequence[tuple[str, bytes]]) -> Reading:
    """Read each text, given by its source's name and its bytes; one with faults does not hide those of others."""
    catalogues: list[Catalogue] = []
    found: list[Diagnostic] = []
    unread: set[str] = set()
    for source, data in sources:
        document, faults = read_document(source, data)
        found.extend(faults)
        if document is None:
            unread.add(PurePath(source).stem)
            continue
        catalogue, faults = read_catalogue(document, f"sha256:{sha256(data).hexdigest()}")
        found.extend(faults)
        if catalogue is None:
            unread.add(_name_in(document))
        else:
            catalogues.append(catalogue)
    return Reading(tuple(catalogues), in_order(found), frozenset(unread))


def read_catalogues(sources: Sequence[tuple[str, bytes]]) -> tuple[tuple[Catalogue, ...], tuple[Diagnostic, ...]]:
    """Read each text as a catalogue: those that could be read, and every fault of text and shape, sorted by place."""
    reading = read_texts(sources)
    return reading.catalogues, reading.diagnostics


def _name_in(document: Document) -> str:
    """Return the name that a faulty catalogue gives itself, else the one that its file suggests."""
    name = document.data.get("catalogue") if isinstance(document.data, dict) else None
    return name if isinstance(name, str) else PurePath(document.source).stem
