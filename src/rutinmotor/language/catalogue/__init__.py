"""Texts in, Catalogues of rules out, each fault a diagnostic with its place; after sources, before checks and plan."""

from rutinmotor.language.catalogue.catalogue import (
    SECTIONS,
    CalendarText,
    CatalogueSource,
    CatalogueText,
    Fact,
    NotEncoded,
    State,
    Titled,
)
from rutinmotor.language.catalogue.conditions import ORDER, RESERVED, Condition, Test, values_of
from rutinmotor.language.catalogue.due_kinds import Timed, Timing, timing_of
from rutinmotor.language.catalogue.guesses import Guesses
from rutinmotor.language.catalogue.names import (
    Declared,
    Names,
    Version,
    by_name,
    names_in,
    names_of,
    used_by,
    versions_of,
)
from rutinmotor.language.catalogue.reading import Catalogue, Reading, read_catalogue, read_catalogues, read_texts
from rutinmotor.language.catalogue.rule import Allow, ExtendedBy, Rule, Source, Step, Trigger
from rutinmotor.language.catalogue.scalars import Shape, as_day
from rutinmotor.language.catalogue.schema import DIALECT, ISO_DAY, catalogue_schema
from rutinmotor.language.catalogue.tables import table_of
from rutinmotor.language.catalogue.times import UNITS, Deadline, Duration, InForce, Lead, Repeat

__all__ = [
    "DIALECT",
    "ISO_DAY",
    "ORDER",
    "RESERVED",
    "SECTIONS",
    "UNITS",
    "Allow",
    "CalendarText",
    "Catalogue",
    "CatalogueSource",
    "CatalogueText",
    "Condition",
    "Deadline",
    "Declared",
    "Duration",
    "ExtendedBy",
    "Fact",
    "Guesses",
    "InForce",
    "Lead",
    "Names",
    "NotEncoded",
    "Reading",
    "Repeat",
    "Rule",
    "Shape",
    "Source",
    "State",
    "Step",
    "Test",
    "Timed",
    "Timing",
    "Titled",
    "Trigger",
    "Version",
    "as_day",
    "by_name",
    "catalogue_schema",
    "names_in",
    "names_of",
    "read_catalogue",
    "read_catalogues",
    "read_texts",
    "table_of",
    "timing_of",
    "used_by",
    "values_of",
    "versions_of",
]
