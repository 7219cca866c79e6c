"""Catalogues in, a warning for each word of urgency that may be a misspelling out; a check, before plan."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose, nearest
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.constructs import Kind, named_in

WORDS = ("omgaende", "snarast", "skyndsamt", "i_god_tid")


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find words that are near to one of the usual four, or to one that the catalogue defines, and not equal to any.

    Any word may be used (semantics 4.5), so this is a lint and no fault.
    """
    for catalogue in catalogues:
        defined = tuple(catalogue.text.urgency)
        for mention in named_in(catalogue.text):
            if mention.kind is Kind.URGENCY:
                known = (*WORDS, *defined)
            elif mention.kind is Kind.URGENCY_DEFINED:
                known = WORDS
            else:
                continue
            if mention.name not in known and (near := nearest(mention.name, known, synonyms={})):
                yield diagnose("RM208", mention.place(catalogue), name=mention.name, near=near)
