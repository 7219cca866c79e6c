"""A text's bytes in, a Document and all that is wrong with the text out; the whole reading on one screen."""

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, in_order
from rutinmotor.text.document.building import Builder
from rutinmotor.text.document.characters import clean, decoded
from rutinmotor.text.document.escapes import lent
from rutinmotor.text.document.placed import Document
from rutinmotor.text.document.stream import SyntaxFault, events
from rutinmotor.text.document.syntax import explained

LIMIT = 4 * 1024 * 1024
MOST_VALUES = 100_000
MOST_FAULTS = 100


def read_document(
    source: str, data: bytes, limit: int = LIMIT, most_values: int = MOST_VALUES
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read one YAML (or JSON) text of at most `limit` bytes and `most_values` lines or values, all inclusive.

    The document is None where anything is wrong; the diagnostics are all that one reading can find, sorted by place.
    Plain values have the meaning of YAML 1.2's core schema; texts and keys are normalised (Unicode NFC).
    """
    if len(data) > limit:
        return None, (diagnose("RM005", Place(source, 1, 1), limit=limit),)
    text, fault = decoded(source, data)
    if text is None or fault is not None:
        return None, (fault,) if fault else ()
    if _breaks(text) > most_values:
        return None, (diagnose("RM040", Place(source, 1, 1), limit=most_values),)
    text, faults = clean(source, text, MOST_FAULTS + 1)
    document = None
    if len(faults) <= MOST_FAULTS:
        document, more = _parsed(source, text, most_values, bool(faults))
        faults += more
    found = in_order(dict.fromkeys(faults))
    if len(found) > MOST_FAULTS:
        rest = diagnose("RM043", found[MOST_FAULTS].place, limit=MOST_FAULTS)
        found = (*found[:MOST_FAULTS], rest)
    return (None, found) if found else (document, ())


def _parsed(source: str, text: str, most_values: int, is_mended: bool) -> tuple[Document | None, list[Diagnostic]]:
    parsable, loans = lent(text)
    builder = Builder(source, text, most_values, MOST_FAULTS + 1, loans)
    try:
        for event in events(parsable):
            if not builder.take(event):
                break
    except SyntaxFault as stop:
        reason = explained(source, text, stop, builder.last_scalar, builder.bracket)
        # What a fault that is already named leaves behind may trip the parser: a replaced character, or what stands
        # before it on the same line.
        if not is_mended and not any(_on_same_line(fault, reason) for fault in builder.faults):
            builder.faults.append(reason)
    return builder.document(), builder.faults


def _breaks(text: str) -> int:
    return text.count("\n") + text.count("\r") - text.count("\r\n")


def _on_same_line(one: Diagnostic, other: Diagnostic) -> bool:
    return one.place is not None and other.place is not None and one.place.line == other.place.line
