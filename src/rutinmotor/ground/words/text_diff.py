"""A text before and after in, the lines that differ out, as a unified diff with its signs; before a file is written."""

from __future__ import annotations

from difflib import unified_diff

from rutinmotor.ground.words.layout import Line, Style, line
from rutinmotor.ground.words.phrases import printable

_STYLES: dict[str, Style] = {"+": "green", "-": "red", "@": "faint"}


def diff_lines(name: str, before: bytes, after: bytes) -> list[Line]:
    """Write a unified diff; nothing where the texts are the same. A line without its end is told as diff tells it."""
    old, new = (data.decode("utf-8-sig", "replace").splitlines(keepends=True) for data in (before, after))
    found: list[Line] = []
    for number, text in enumerate(unified_diff(old, new, name, name)):
        style: Style = "strong" if number < 2 else _STYLES.get(text[0], "plain")
        found.append(line(printable(text.rstrip("\r\n")), style))
        if not text.endswith(("\n", "\r")):
            found.append(line("\\ No newline at end of file", "faint"))
    return found
