"""Diagnostics and the texts that they are about in, findings for people, GitHub or JSON out; what `check` prints."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import takewhile

from rutinmotor.ground.diagnostics import Diagnostic, Place, Severity
from rutinmotor.ground.words import (
    EMPTY,
    ERROR,
    FILE,
    REMARK,
    WARNING,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    cells,
    counted,
    indented,
    line,
    listed,
    printable,
    said,
    wrapped,
)

# Gives the lines of a source by its name; none if it cannot be read again.
SourceLines = Callable[[str], Sequence[str]]

_STYLES: dict[Severity, Style] = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "faint"}
_WORDS: dict[Lang, dict[Severity, str]] = {
    "sv": {Severity.ERROR: "fel", Severity.WARNING: "varning", Severity.INFO: "upplysning"},
    "en": {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "remark"},
}
_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def finding_lines(one: Diagnostic, source_lines: SourceLines, look: Look) -> list[Line]:
    """Write one finding: place, code, sentence, the line in its text with a mark under the spot, and the next step.

    A remark is written without the line: it must not hide what is wrong.
    """
    lang = look.lang
    grave = Piece(f"{_WORDS[lang][one.severity]} {one.code}", _STYLES[one.severity])
    place = [Piece(f"{printable(str(one.place))}  ", "strong")] if one.place else []
    if one.severity is Severity.INFO:
        return [
            *wrapped([*place, grave], look.width),
            *_told("", f"{one.sentence(lang)} {one.step(lang)}", look),
            EMPTY,
        ]
    lines = [*wrapped([*place, grave], look.width), *_told("", one.sentence(lang), look)]
    if one.place is not None:
        lines += excerpt(one.place, source_lines, look)
    lines += _told("→ ", one.step(lang), look)
    for further in one.further:
        lines += _told("", f"{said(lang, 'Se även', 'See also')} {printable(str(further))}", look)
        lines += excerpt(further, source_lines, look)
    return [*lines, EMPTY]


def _told(mark: str, text: str, look: Look) -> list[Line]:
    return indented(wrapped([Piece(mark, "faint"), Piece(text)], look.width - 2, hanging=len(mark)), 2)


def excerpt(place: Place, source_lines: SourceLines, look: Look, *, whole: bool = False) -> list[Line]:
    """Show the line of a place, and under it a mark below the word that begins there.

    A line that is too long is cut to fit; one that is to be shown `whole` is broken, after a comma if there is one.
    """
    text = source_lines(place.source)
    if not 1 <= place.line <= len(text):
        return []
    written = text[place.line - 1]
    number = f"  {place.line} | "
    room = max(look.width - len(number), 10)
    if whole and cells(printable(written)) > room:
        return _broken(written, place, number, room)
    column = min(place.column - 1, len(written))
    start = 0 if column < room - 20 else column - room // 2
    before = printable(written[start:column].replace("\t", " "))
    word = "".join(takewhile(lambda char: char.isalnum() or char in "_-.", written[column:]))
    shown = _cut(before + printable(written[column:].replace("\t", " ")), room)
    mark = "^" * max(min(cells(word), room - cells(before)), 1)
    gutter = f"{' ' * (len(number) - 2)}| "
    return [
        line(gutter.rstrip(), "faint"),
        (Piece(number, "faint"), Piece(shown)),
        (Piece(gutter, "faint"), Piece(" " * cells(before)), Piece(mark, "red")),
    ]


def _broken(written: str, place: Place, number: str, room: int) -> list[Line]:
    """Show a long line on several, the mark below the one where the place is."""
    gutter = f"{' ' * (len(number) - 2)}| "
    told = printable(written.replace("\t", " "))
    column = len(printable(written[: place.column - 1].replace("\t", " ")))
    margin = " " * min(len(told) - len(told.lstrip()) + 4, room // 2)
    lines: list[Line] = [line(gutter.rstrip(), "faint")]
    start, indent = 0, ""
    while start < len(told):
        end = start + max(len(_cut(told[start:], room - len(indent))), 1)
        if end < len(told):
            end = _break(told, start, end)
        head = number if start == 0 else gutter
        lines.append((Piece(head, "faint"), Piece(indent + told[start:end].rstrip())))
        if start <= column < end:
            before = " " * cells(indent + told[start:column])
            lines.append((Piece(gutter, "faint"), Piece(before), Piece("^", "red")))
        start = end + len(told[end:]) - len(told[end:].lstrip())
        indent = margin
    return lines


def _break(text: str, start: int, end: int) -> int:
    """Find where to break a text that must break at `end`: after a comma, else between words, else there."""
    for sign in (", ", " "):
        found = text.rfind(sign, start, end + 1) + len(sign) - 1
        if text[start:found].strip():
            return found
    return end


def _cut(text: str, room: int) -> str:
    while cells(text) > room:
        text = text[: room - 1] if len(text) > room else text[:-1]
    return text.rstrip()


def closing_lines(found: Sequence[Diagnostic], files: int, look: Look) -> list[Line]:
    """Write the last line: how many findings of each kind, and in how many files."""
    lang = look.lang
    where = f" {said(lang, 'i', 'in')} {counted(files, FILE, lang)}" if files else ""
    if not found:
        return [line(f"{said(lang, 'Inget att anmärka', 'Nothing to remark')}{where}.", "green")]
    kinds = ((Severity.ERROR, ERROR), (Severity.WARNING, WARNING), (Severity.INFO, REMARK))
    numbers = [(sum(one.severity is kind for one in found), noun) for kind, noun in kinds]
    parts = [counted(number, noun, lang) for number, noun in numbers if number]
    return [line(f"{listed(parts, lang)}{where}.", "strong")]


def finding_records(found: Sequence[Diagnostic]) -> dict[str, object]:
    """Give the findings as one record, for JSON."""
    return {
        "findings": [one.as_dict() for one in found],
        "errors": sum(one.is_error for one in found),
        "warnings": sum(one.severity is Severity.WARNING for one in found),
        "infos": sum(one.severity is Severity.INFO for one in found),
    }


def github_line(one: Diagnostic, lang: Lang) -> str:
    """Write a finding as a workflow command, which GitHub shows beside the line that it is about."""
    properties: dict[str, str | int] = {}
    if one.place is not None:
        properties = {"file": one.place.source, "line": one.place.line, "col": one.place.column}
    properties["title"] = one.code
    told = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in properties.items())
    return f"::{_GITHUB[one.severity]} {told}::{_escaped(f'{one.sentence(lang)} {one.step(lang)}')}"


def _escaped(text: str, further: str = "") -> str:
    """Escape what would end a workflow command, or one of its properties."""
    return "".join(f"%{ord(char):02X}" if char in f"%\r\n{further}" else char for char in text)
