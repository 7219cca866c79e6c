"""A text's bytes in, its document out, or a refusal with all that is wrong; before and after every edit."""

from __future__ import annotations

from rutinmotor.ground.diagnostics import Refusal
from rutinmotor.text.document import Document, read_document


def read(source: str, data: bytes) -> Document:
    """Read a text strictly.

    Raises:
        Refusal: it is none that the strict reader accepts.
    """
    document, faults = read_document(source, data)
    if document is None:
        raise Refusal(faults)
    return document
