"""Findings, names and entries in, the messages of the language server protocol out; and back from its positions."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from lsprotocol import types
from pygls.uris import from_fs_path, to_fs_path

from rutinmotor.faces.lsp.completing import Offer
from rutinmotor.faces.lsp.mending import range_of
from rutinmotor.faces.lsp.outline import Entry
from rutinmotor.faces.lsp.positions import Point, Range, Sheet
from rutinmotor.faces.lsp.renaming import Edit
from rutinmotor.ground.diagnostics import Diagnostic, Lang, Place, Severity
from rutinmotor.ground.words import said

SOURCE = "rutinmotor"
SheetOf = Callable[[str], Sheet | None]

_SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.INFO: types.DiagnosticSeverity.Information,
}
_SYMBOLS = {
    "": types.SymbolKind.Namespace,
    "rules": types.SymbolKind.Function,
    "events": types.SymbolKind.Event,
    "facts": types.SymbolKind.Field,
    "states": types.SymbolKind.Enum,
    "actors": types.SymbolKind.Class,
    "calendars": types.SymbolKind.Constant,
    "urgency": types.SymbolKind.Constant,
}


def source_of(uri: str) -> str | None:
    """Give the file's name as diagnostics bear it; None of what is no file."""
    path = to_fs_path(uri)
    return Path(path).as_posix() if path else None


def uri_of(source: str) -> str:
    """Give a file's address."""
    return from_fs_path(source) or source


def point_of(position: types.Position) -> Point:
    """Read a position."""
    return Point(position.line, position.character)


def range_from(given: types.Range) -> Range:
    """Read a range."""
    return Range(point_of(given.start), point_of(given.end))


def range_to(given: Range) -> types.Range:
    """Write a range."""
    return types.Range(types.Position(*given.start), types.Position(*given.end))


def diagnostic_to(one: Diagnostic, sheet: Sheet, sheet_of: SheetOf, lang: Lang) -> types.Diagnostic:
    """Write a finding: its sentence and its step, and further places as related information."""
    place = one.place or Place("", 1, 1)
    further = [(other, found) for other in one.further if (found := sheet_of(other.source)) is not None]
    return types.Diagnostic(
        range_to(range_of(place, sheet)),
        f"{one.sentence(lang)}\n→ {one.step(lang)}",
        _SEVERITIES[one.severity],
        one.code,
        source=SOURCE,
        related_information=[
            types.DiagnosticRelatedInformation(
                types.Location(uri_of(other.source), range_to(range_of(other, found))),
                said(lang, "Se även", "See also"),
            )
            for other, found in further
        ]
        or None,
    )


def symbol_to(one: Entry, sheet: Sheet, line_now: Callable[[int], int]) -> types.DocumentSymbol:
    """Write an entry of the outline; `line_now` says where a line of the text as it was read is now."""
    name = sheet.range(one.line, one.column, one.length)
    moved = line_now(one.line) - one.line
    name = Range(Point(name.start.line + moved, name.start.column), Point(name.end.line + moved, name.end.column))
    end = sheet.point(one.last, len(sheet.line(one.last)) + 1).column
    whole = Range(Point(name.start.line, 0), max(Point(line_now(one.last) - 1, end), name.end))
    return types.DocumentSymbol(
        one.name,
        _SYMBOLS.get(one.section, types.SymbolKind.Object),
        range_to(whole),
        range_to(name),
        one.detail or None,
        children=[symbol_to(part, sheet, line_now) for part in one.parts] or None,
    )


def completion_to(offers: Iterable[Offer], replaced: Range) -> list[types.CompletionItem]:
    """Write the names that may stand at a point, each in place of what is written of it already."""
    return [
        types.CompletionItem(
            one.name,
            kind=types.CompletionItemKind.Field if one.is_key else types.CompletionItemKind.Value,
            detail=one.title or None,
            text_edit=types.TextEdit(range_to(replaced), f"{one.name}: " if one.is_key else one.name),
        )
        for one in offers
    ]


def workspace_edit(edits: Sequence[Edit], uri_for: Callable[[str], str]) -> types.WorkspaceEdit:
    """Write edits, by file."""
    changes: dict[str, list[types.TextEdit]] = {}
    for one in edits:
        changes.setdefault(uri_for(one.source), []).append(types.TextEdit(range_to(one.range), one.text))
    return types.WorkspaceEdit(changes)
