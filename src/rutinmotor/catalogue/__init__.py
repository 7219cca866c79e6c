"""Texts in, Catalogues of rules out, each fault a diagnostic with its place; after sources, before checks and plan."""

from rutinmotor.catalogue.catalogue import CatalogueText
from rutinmotor.catalogue.names import Names, Version, names_of, versions_of
from rutinmotor.catalogue.reading import Catalogue, Reading, read_catalogue, read_catalogues, read_texts
from rutinmotor.catalogue.rule import Rule

__all__ = [
    "Catalogue",
    "CatalogueText",
    "Names",
    "Reading",
    "Rule",
    "Version",
    "names_of",
    "read_catalogue",
    "read_catalogues",
    "read_texts",
    "versions_of",
]
