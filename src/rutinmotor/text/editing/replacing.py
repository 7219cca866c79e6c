"""A text's bytes and what shall be different in, the new bytes out, all else as it was; proved before it is given."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from rutinmotor.text.document import pieces_of
from rutinmotor.text.editing.data_changes import Change, NotEdited, Order, applied
from rutinmotor.text.editing.lines import BOM, Text, spliced
from rutinmotor.text.editing.order import keys_in_order
from rutinmotor.text.editing.sameness import same
from rutinmotor.text.editing.splices import splices
from rutinmotor.text.editing.strict import read


def replaced(source: str, data: bytes, changes: Sequence[Change], schema: Mapping[str, Any] | None = None) -> bytes:
    """Make the changes in a text, one after the other; every byte outside what they change stays.

    A key that is not there yet comes where the JSON Schema has it, without one last. Comments, quotes, brackets, line
    breaks and the byte order mark stay; only with what is removed go the comments within it and beside it.

    Raises:
        Refusal: the text, or what it would become, is none that the strict reader accepts; it says why, by place.
        NotEdited: nothing stands at a path, or the change cannot be made with the rest kept.
    """
    for change in changes:
        data = _changed(source, data, change, lambda path: keys_in_order(schema or {}, path))
    return data


def _changed(source: str, data: bytes, change: Change, order: Order) -> bytes:
    old = read(source, data).data
    new = applied(old, change, order)
    if same(old, new):
        return data
    written = data.decode("utf-8")
    mark = BOM if written.startswith(BOM) else ""
    before = _text(written.removeprefix(BOM))
    edits = splices(before, old, new)
    changed = spliced(before.text, edits)
    if not before.text.endswith(("\n", "\r")):
        changed = changed.rstrip("\r\n")
    result = f"{mark}{changed}".encode()
    dropped = Counter(
        before.written(comment) for one in edits if one.drops for comment in before.comments_in(one.start, one.end)
    )
    if not same(read(source, result).data, new) or _comments(_text(changed)) != _comments(before) - dropped:
        raise NotEdited("unsafe", change.path)
    return result


def _text(written: str) -> Text:
    return Text(written, pieces_of(written))


def _comments(text: Text) -> Counter[str]:
    return Counter(text.written(one) for one in text.comments)
