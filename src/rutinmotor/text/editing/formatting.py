"""A text's bytes in, the same text in the house's layout out; only blanks and line breaks differ, for `fmt`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from rutinmotor.text.document import BLOCK_SCALARS, pieces_of
from rutinmotor.text.editing.data_changes import NotEdited
from rutinmotor.text.editing.levels import STEP, Levels
from rutinmotor.text.editing.lines import BOM, Text, scalar_spans
from rutinmotor.text.editing.sameness import same_in_order
from rutinmotor.text.editing.strict import read

_BREAK = re.compile(r"\r\n|\r|\n")
_SIGNS = re.compile(r"[ \t]+|\n|#[^\n]*|---(?=\s|$)|\.\.\.(?=\s|$)|[-:,\[\]{}]|.")
_INDICATOR = re.compile(r"[|>](?:[-+]?([1-9]))")
_MOST_BREAKS = 3
_VALUE = "value"
_BLANKS = " \t"


class _Sign(NamedTuple):
    """A sign of YAML's own, a comment, a break, or (`kind` is `value`) a key or value as written."""

    start: int
    kind: str
    written: str
    style: str = ""


def formatted(source: str, data: bytes) -> bytes:
    """Lay a text out: each level two columns further in, lists too; one space after colons, commas and dashes.

    Blanks at the ends of lines go, as do more than two empty lines together, and the text ends with a break. Brackets,
    quotes, comments, the places of line breaks and all that is written stay.

    Raises:
        Refusal: the text is none that the strict reader accepts.
        NotEdited: `unsafe`, it would come to mean something else.
    """
    old = read(source, data)
    written = data.decode("utf-8")
    mark = BOM if written.startswith(BOM) else ""
    before = _text(_BREAK.sub("\n", written.removeprefix(BOM)))
    newline = Text(written.removeprefix(BOM), before.root).newline
    laid = _laid_out(before)
    result = f"{mark}{laid.replace(chr(10), newline)}".encode()
    if result == data:
        return data
    kept = before.text.split() == laid.split() or "".join(before.text.split()) == "".join(laid.split())
    after = _text(laid)
    comments = [one.written(span) for one in (before, after) for span in one.comments]
    half = len(before.comments)
    if not kept or comments[:half] != comments[half:] or not same_in_order(read(source, result).data, old.data):
        raise NotEdited("unsafe")
    return result


def _text(written: str) -> Text:
    return Text(written, pieces_of(written))


def _laid_out(text: Text) -> str:
    levels = Levels(text)
    out: list[str] = []
    breaks = _MOST_BREAKS
    blank, before = "", ""
    for sign in _signs(text):
        if sign.kind == "blank":
            blank = sign.written
            continue
        if sign.kind == "\n":
            if breaks < _MOST_BREAKS:
                out.append("\n")
            breaks += 1
            blank, before = "", ""
            continue
        if not before:
            out.append(" " * _column(levels, sign))
        else:
            out.append(_between(before, sign.kind, blank))
        written = _value(text, levels, sign) if sign.kind == _VALUE else sign.written.rstrip()
        out.append(written)
        breaks, blank, before = 0, "", sign.kind
        if written.endswith("\n"):
            breaks, before = 1, ""
    while out and out[-1] == "\n":
        out.pop()
    laid = "".join(out)
    return laid if laid.endswith("\n") else f"{laid}\n"


def _signs(text: Text) -> Iterator[_Sign]:
    at = 0
    for span, style in scalar_spans(text.root):
        if span.end > span.start:
            yield from _gap(text.text, at, span.start)
            yield _Sign(span.start, _VALUE, text.text[span.start : span.end], style)
            at = span.end
    yield from _gap(text.text, at, len(text.text))


def _gap(text: str, start: int, end: int) -> Iterator[_Sign]:
    for match in _SIGNS.finditer(text, start, end):
        written = match[0]
        kind = "blank" if written[0] in _BLANKS else written[0] if len(written) == 1 or written[0] == "#" else "marker"
        if kind not in ("blank", "\n", "#", "marker", *"-:,[]{}"):
            raise NotEdited("unsafe")
        yield _Sign(match.start(), kind, written)


def _column(levels: Levels, sign: _Sign) -> int:
    if sign.kind == "marker":
        return 0
    column = levels.column_of_comment(sign.start) if sign.kind == "#" else levels.column_of(sign.start)
    if column is None:
        raise NotEdited("unsafe")
    return column


def _between(before: str, kind: str, blank: str) -> str:
    """The blanks between two signs on one line; before a comment they are as the author lined it up."""
    if kind == "#":
        return blank or " "
    if before in (":", "-", "marker"):
        return " "
    if before == "," and kind not in ("]", "}"):
        return " "
    return ""


def _value(text: Text, levels: Levels, sign: _Sign) -> str:
    first, *rest = sign.written.split("\n")
    if not rest:
        return sign.written
    if sign.style in BLOCK_SCALARS:
        return "\n".join([first.rstrip(), *_body(text, levels, sign, rest)])
    indent = " " * levels.column_within(sign.start)
    # A backslash keeps the blank after it, so double quotes keep the ends of their lines.
    ends = "" if sign.style == '"' else _BLANKS
    lines = [line.lstrip(_BLANKS).rstrip(ends) for line in rest]
    return "\n".join([first.rstrip(ends), *(f"{indent}{line}" if line else "" for line in lines)])


def _body(text: Text, levels: Levels, sign: _Sign, lines: list[str]) -> Iterator[str]:
    """The lines that `|` or `>` introduces, moved as one; blanks beyond their indentation are the author's text."""
    old, new = levels.content_columns(sign.start)
    if digit := _INDICATOR.match(sign.written):
        old, new = old + int(digit[1]), new + int(digit[1])
    else:
        full = next((line for line in lines if line.strip(" ")), "")
        old, new = len(full) - len(full.lstrip(" ")), new + STEP
    for line in lines:
        yield f"{' ' * new}{line[old:]}" if line[old:] else ""
