"""A text's bytes in, plain data with the place of every part out; the next step after `sources`."""

from rutinmotor.document.placed import Document, Path, Plain, Spot
from rutinmotor.document.reading import LIMIT, read_document

__all__ = ["LIMIT", "Document", "Path", "Plain", "Spot", "read_document"]
