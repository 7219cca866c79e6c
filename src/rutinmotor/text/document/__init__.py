"""A text's bytes in, plain data with the place of every part out; the next step after `sources`."""

from rutinmotor.text.document.characters import decoded, hidden_in, shown
from rutinmotor.text.document.parsing import LIMIT, read_document
from rutinmotor.text.document.pieces import BLOCK_SCALARS, BRACKETS, Entry, Piece, pieces_of
from rutinmotor.text.document.placed import Document, Path, Plain, Spot
from rutinmotor.text.document.roundtrip import after_dash, after_key, in_flow, reads_best_on_one_line
from rutinmotor.text.document.scalars import NotCountable, plain_value

__all__ = [
    "BLOCK_SCALARS",
    "BRACKETS",
    "LIMIT",
    "Document",
    "Entry",
    "NotCountable",
    "Path",
    "Piece",
    "Plain",
    "Spot",
    "after_dash",
    "after_key",
    "decoded",
    "hidden_in",
    "in_flow",
    "pieces_of",
    "plain_value",
    "read_document",
    "reads_best_on_one_line",
    "shown",
]
