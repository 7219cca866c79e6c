"""Lines of a half-written file and a point in them in, which keys the point stands under out; by indentation alone.

The file need not be readable: it is being written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_KEY = re.compile(r"""["']?([A-Za-z_][\w.\-]*)["']?[ \t]*:(?=\s|$|[{\[])""")
_TOKEN = re.compile(rf"""#.*|[{{}}\[\],]|{_KEY.pattern}|"[^"]*"|'[^']*'""")
_HEAD = re.compile(r"^(\s*(?:-\s+)*)")
_PREFIX = re.compile(r"[\w.]*\Z")
# So many lines are looked through for the key that a line stands under.
_MOST_LINES = 5_000


class Context(NamedTuple):
    """Where a point stands: the keys above it, the outermost first.

    `is_key` says that a key of the last one goes there, not a value. `prefix` is what is written of the word so far.
    """

    keys: tuple[str, ...]
    is_key: bool
    prefix: str


def context_at(lines: Sequence[str], line: int, column: int) -> Context:
    """Tell the context of a point: line and column from 1."""
    before = lines[line - 1][: column - 1] if line <= len(lines) else ""
    match = _PREFIX.search(before)
    prefix = match[0] if match else ""
    head = before[: len(before) - len(prefix)]
    keys, is_key = _on_line(head)
    # On a line that holds nothing yet, a key goes; after a dash, a value of the list.
    return Context((*_above(lines, line, _bound(head)), *keys), is_key or not head.strip(), prefix)


def _bound(head: str) -> int:
    """Give the column (from 0) before which a key must begin to stand above a line; a list may begin under its key."""
    dash = head.find("-")
    return dash + 1 if dash >= 0 and not head[:dash].strip() else len(head) - len(head.lstrip(" "))


def _on_line(head: str) -> tuple[tuple[str, ...], bool]:
    """Follow the brackets of a line: the keys that are open at its end, and whether a key goes there."""
    match = _HEAD.match(head)
    opened: list[tuple[str, str]] = []
    key = ""
    for token in _TOKEN.finditer(head, match.end() if match else 0):
        text = token[0]
        if text.startswith("#"):
            break
        if text in "{[":
            opened.append((text, key))
            key = ""
        elif text in "}]":
            if opened:
                opened.pop()
            key = ""
        elif text == ",":
            key = ""
        elif token[1]:
            key = token[1]
    keys = (*(name for _, name in opened if name), *((key,) if key else ()))
    in_mapping = bool(opened) and opened[-1][0] == "{"
    return keys, in_mapping and not key


def _above(lines: Sequence[str], line: int, bound: int) -> tuple[str, ...]:
    """Give the keys of the lines above, each further out than the one before; the outermost first."""
    found: list[str] = []
    for number in range(line - 1, max(line - _MOST_LINES, 0), -1):
        if bound == 0:
            break
        text = lines[number - 1]
        match = _HEAD.match(text)
        start = match.end() if match else 0
        key = _KEY.match(text, start)
        if key is not None and start < bound:
            found.append(key[1])
            bound = min(start, _bound(text))
    return tuple(reversed(found))
