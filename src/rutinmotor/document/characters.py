"""Bytes in, text out that a YAML parser and a reader's eye see alike; the first look at a source."""

import re
import unicodedata
from bisect import bisect_right

from rutinmotor.diagnostics.diagnostic import Diagnostic, diagnose
from rutinmotor.diagnostics.place import Place

# Characters that show nothing and can hide or reorder what is shown: soft hyphen, fillers, zero-width, bidirectional,
# line and paragraph separators, tags.
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_FORBIDDEN = re.compile(f"{INVISIBLE.pattern}|{CONTROL.pattern}")

_ODD_SPACE = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
# In the indentation, or right after the dashes or the colon that must be followed by a space.
_MISPLACED_SPACE = re.compile(f"(?m)^(?:[ \\t]*(?:- *)*|[ \\t]*(?:- +)*[^\\s#'\":]+:[ \\t]*)([{_ODD_SPACE}])")
_DIRECTIVE = re.compile(r"\A(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n)|%[^\r\n]*(?:\r\n|\r|\n)?)*")
_BREAK = re.compile(r"\r\n|\r|\n")
_REPLACEMENT = "\ufffd"

_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# What Swedish text holds beyond ASCII where it is saved as Windows-1252 or Latin-1.
_WESTERN = frozenset("åäöÅÄÖéÉüÜèàáæøÆØ§°´·½–—”“’‘…•«»€\u00a0".encode("cp1252"))


class Lines:
    """Where each line of a text begins; turns an index into a line and a column, both from 1."""

    def __init__(self, text: str) -> None:
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def at(self, index: int) -> tuple[int, int]:
        """The line and column of the character at `index` (from 0)."""
        line = bisect_right(self._starts, index)
        return line, index - self._starts[line - 1] + 1


def decoded(source: str, data: bytes) -> tuple[str | None, Diagnostic | None]:
    """Decode UTF-8, with or without its mark at the start; else None and the first byte that does not fit."""
    for mark, encoding in _WIDE:
        if data.startswith(mark):
            return None, diagnose("RM006", Place(source, 1, 1), encoding=encoding)
    if encoding := _unmarked_wide(data):
        return None, diagnose("RM006", Place(source, 1, 1), encoding=encoding)
    try:
        return data.decode("utf-8").removeprefix("\ufeff"), None
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8").removeprefix("\ufeff")
        place = Place(source, *Lines(before).at(len(before)))
        beyond_ascii = frozenset(byte for byte in data if byte >= 0x80)
        if beyond_ascii <= _WESTERN:
            return None, diagnose("RM006", place, encoding="Windows-1252 (Latin-1)")
        return None, diagnose("RM006", place)


def clean(source: str, text: str, most: int) -> tuple[str, list[Diagnostic]]:
    """Find at most `most` faulty characters, and put others of the same length in their place.

    So the rest of the text can still be parsed, and every later place is right.
    """
    directives = _DIRECTIVE.match(text)
    head = directives[0] if directives else ""
    if "%" not in head and text.isascii() and text.isprintable():
        return text, []
    lines = Lines(text)
    found: list[tuple[int, Diagnostic]] = []
    for match in re.finditer(f"(?:{_FORBIDDEN.pattern})+", text):
        if len(found) >= most:
            break
        found.append((match.start(), forbidden(Place(source, *lines.at(match.start())), match[0][0])))
    text = _FORBIDDEN.sub(_REPLACEMENT, text)
    for match in _MISPLACED_SPACE.finditer(text):
        if len(found) >= most:
            break
        index = match.start(1)
        found.append((index, diagnose("RM009", Place(source, *lines.at(index)), sign=shown(text[index]))))
    text = _MISPLACED_SPACE.sub(lambda match: match[0][:-1] + " ", text)
    for match in re.finditer(r"(?m)^%", head):
        if len(found) >= most:
            break
        found.append((match.start(), diagnose("RM036", Place(source, *lines.at(match.start())))))
    return re.sub(r"(?m)^%", "#", head) + text[len(head) :], [
        fault for _, fault in sorted(found, key=lambda one: one[0])
    ]


def forbidden(place: Place, char: str) -> Diagnostic:
    """The diagnostic for a character that matches INVISIBLE or CONTROL."""
    if CONTROL.match(char):
        return diagnose("RM007", place, sign=shown(char))
    return diagnose("RM008", place, sign=shown(char), name=unicodedata.name(char, ""))


def hidden_in(value: str) -> str | None:
    """The first character in `value` that no text may hold, also where it was written as an escape."""
    match = None if value.isprintable() else _FORBIDDEN.search(value)
    return match[0] if match else None


def shown(char: str) -> str:
    """As Unicode's tables name it: U+200B."""
    return f"U+{ord(char):04X}"


def _unmarked_wide(data: bytes) -> str:
    # ASCII text that is saved two bytes for each character has a zero in every second place.
    head = data[:64]
    if len(head) < 8 or not head.count(0):
        return ""
    return "UTF-16" if set(head[1::2]) == {0} or set(head[::2]) == {0} else ""
