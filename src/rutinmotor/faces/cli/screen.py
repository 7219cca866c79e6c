"""Laid-out lines in, text on a stream out: coloured where a terminal looks on, plain and of fixed width in a pipe."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TextIO

from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.ground.findings import finding_lines
from rutinmotor.ground.words import Line, Look, Piece, indented, plain, wrapped
from rutinmotor.text.sources import read_source

_PIPE_WIDTH = 100
_MOST_WIDTH = 120
_STYLES = {"plain": "", "strong": "bold", "faint": "dim", "red": "red", "yellow": "yellow", "green": "green"}


def on_terminal(stream: TextIO) -> bool:
    """Say whether a person looks on."""
    return bool(stream) and stream.isatty()


def look_for(stream: TextIO, lang: Lang) -> Look:
    """Give the language and width to write a stream in."""
    if not on_terminal(stream):
        return Look(lang, _PIPE_WIDTH)
    return Look(lang, min(shutil.get_terminal_size((_PIPE_WIDTH, 24)).columns, _MOST_WIDTH))


def show(lines: Iterable[Line], stream: TextIO) -> None:
    """Write lines to a stream."""
    if not on_terminal(stream):
        print("\n".join(plain(one) for one in lines), file=stream)
        return
    # Only for a terminal, as it takes as long as all the rest of the printing.
    from rich.console import Console
    from rich.text import Text

    console = Console(file=stream, highlight=False, markup=False, emoji=False, soft_wrap=True)
    for one in lines:
        console.print(Text.assemble(*((piece.text, _STYLES[piece.style]) for piece in one)))


def show_text(text: str, look: Look, stream: TextIO) -> None:
    """Write a text of lines, each wrapped to the width and hanging a little further in than it begins."""
    lines: list[Line] = []
    for one in text.rstrip("\n").split("\n"):
        indent = len(one) - len(one.lstrip(" "))
        told = wrapped([Piece(one[indent:])], look.width - indent, hanging=2)
        lines += indented(told, indent) if indent else told
    show(lines, stream)


def show_findings(found: Sequence[Diagnostic], lang: Lang, stream: TextIO) -> None:
    """Write findings with the lines of the files that they are about."""
    look = look_for(stream, lang)
    show([one for finding in found for one in finding_lines(finding, source_lines, look)], stream)


@cache
def source_lines(name: str) -> Sequence[str]:
    """Give the lines of a file, however it is encoded; none if it cannot be read."""
    source, _ = read_source(name)
    return source.data.decode("utf-8-sig", "replace").splitlines() if source else ()


def speak_utf8() -> None:
    """Write what other programs read in UTF-8, whatever the locale says."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]
