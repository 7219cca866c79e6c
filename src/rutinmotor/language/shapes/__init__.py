"""Plain data and a declared shape in, values or every fault at its place out; the one machine for all three files."""

# What rules are declared with: whoever declares a shape takes it from here, so that one room alone knows the library.
from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema, model_validator

from rutinmotor.language.shapes.guesses import Guesses
from rutinmotor.language.shapes.json_schema import object_of
from rutinmotor.language.shapes.naming import ID_PATTERN, REFERENCE_PATTERN, RULE_PATTERN, is_id, is_reference, is_rule
from rutinmotor.language.shapes.parts import Read, Rows, a_text, key, one_of
from rutinmotor.language.shapes.reading import ShapeFaults, but_misnamed, empty, read_as, real_path, repeated, value_at
from rutinmotor.language.shapes.shape import Again, Fault, Loose, Path, Shape, fault, faults
from rutinmotor.language.shapes.telling import Spot, spots_in, told
from rutinmotor.language.shapes.written import as_written, cut, shown

__all__ = [
    "ID_PATTERN",
    "REFERENCE_PATTERN",
    "RULE_PATTERN",
    "Again",
    "BeforeValidator",
    "Fault",
    "Field",
    "Guesses",
    "Loose",
    "Path",
    "PlainValidator",
    "Read",
    "Rows",
    "Shape",
    "ShapeFaults",
    "Spot",
    "WithJsonSchema",
    "a_text",
    "as_written",
    "but_misnamed",
    "cut",
    "empty",
    "fault",
    "faults",
    "is_id",
    "is_reference",
    "is_rule",
    "key",
    "model_validator",
    "object_of",
    "one_of",
    "read_as",
    "real_path",
    "repeated",
    "shown",
    "spots_in",
    "told",
    "value_at",
]
