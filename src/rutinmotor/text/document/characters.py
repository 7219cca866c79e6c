"""Bytes in, text out that a YAML parser and a reader's eye see alike; the first look at a source."""

import re
import unicodedata
from collections.abc import Callable
from itertools import islice

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose

# Characters that show nothing and can hide or reorder what is shown: soft hyphen, fillers, zero-width, bidirectional,
# line and paragraph separators, tags.
_INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
    "\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"
_CONTROL_CHAR = re.compile(f"[{_CONTROL}]")
_FORBIDDEN = re.compile(f"[{_INVISIBLE}{_CONTROL}]")
_FORBIDDEN_RUN = re.compile(f"[{_INVISIBLE}{_CONTROL}]+")

_ODD_SPACE = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# In the indentation, or right after the dashes or the colon that must be followed by an ordinary space.
_MISPLACED_SPACE = re.compile(f"(?m)^[ \\t]*+(?:-[ \\t]*+)*+(?:[^\\s#'\":]++:[ \\t]*+)?({_ODD_SPACE.pattern})")
_CONTENT = re.compile(r"(?m)^(?:[^\s#%]|[ \t]+[^\s#])")
_DIRECTIVE = re.compile(r"(?m)^%")
MOST_MARKS = 30
_REPLACEMENT = "\ufffd"

_WIDE = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
# What Swedish text holds beyond ASCII where it is saved as Windows-1252 or Latin-1.
_WESTERN_LETTERS = frozenset("åäöÅÄÖé".encode("cp1252"))
_WESTERN = _WESTERN_LETTERS | frozenset("ÉüÜèàáæøÆØ§°´·½–—”“’‘…•«»€\u00a0".encode("cp1252"))


class Lines:
    """Turns indices into a text, asked for in rising order, into lines and columns, both from 1."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._seen = 0
        self._line = 1
        self._start = 0

    def at(self, index: int) -> tuple[int, int]:
        """The line and column of the character at `index` (from 0), which must not be a line break itself."""
        text, seen = self._text, self._seen
        breaks = text.count("\n", seen, index) + text.count("\r", seen, index) - text.count("\r\n", seen, index)
        if breaks:
            self._line += breaks
            self._start = max(text.rfind("\n", seen, index), text.rfind("\r", seen, index)) + 1
        self._seen = index
        return self._line, index - self._start + 1


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
        if beyond_ascii <= _WESTERN and beyond_ascii & _WESTERN_LETTERS:
            return None, diagnose("RM006", place, encoding="Windows-1252 (Latin-1)")
        return None, diagnose("RM006", place)


def clean(source: str, text: str, most: int) -> tuple[str, list[Diagnostic]]:
    """Find at most `most` faulty characters of each kind, and put others of the same length in their place.

    So the rest of the text can still be parsed, and every later place is right.
    """
    found: list[Diagnostic] = []
    if _FORBIDDEN.search(text):
        places = _places(source, text)
        runs = islice(_FORBIDDEN_RUN.finditer(text), most)
        found += [forbidden(places(match.start()), match[0][0]) for match in runs]
        text = _FORBIDDEN.sub(_REPLACEMENT, text)
    if _ODD_SPACE.search(text):
        places = _places(source, text)
        spaces = islice(_MISPLACED_SPACE.finditer(text), most)
        found += [diagnose("RM009", places(match.start(1)), sign=shown(match[1])) for match in spaces]
        text = _MISPLACED_SPACE.sub(lambda match: f"{match[0][:-1]} ", text)
    if _DIRECTIVE.search(text):
        content = _CONTENT.search(text)
        head = text[: content.start()] if content else text
        places = _places(source, text)
        found += [diagnose("RM036", places(match.start())) for match in islice(_DIRECTIVE.finditer(head), most)]
        text = _DIRECTIVE.sub("#", head) + text[len(head) :]
    return text, found


def _places(source: str, text: str) -> Callable[[int], Place]:
    lines = Lines(text)
    return lambda index: Place(source, *lines.at(index))


def forbidden(place: Place, char: str) -> Diagnostic:
    """The diagnostic for a character that no text may hold."""
    if _CONTROL_CHAR.match(char):
        return diagnose("RM007", place, sign=shown(char))
    return diagnose("RM008", place, sign=shown(char), name=unicodedata.name(char, ""))


def hidden_in(value: str) -> str | None:
    """The first character in `value` that no text may hold, also where it was written as an escape."""
    # Of other letters, Python calls some printable that show nothing, such as the Hangul filler.
    match = None if value.isascii() and value.isprintable() else _FORBIDDEN.search(value)
    return match[0] if match else None


def composed_of(text: str) -> str | None:
    """The text in Unicode's form NFC; None where more than 30 marks in no order stand on one letter.

    To sort so many takes the square of their number; 30 is the bound of Unicode's own stream-safe text.
    """
    if unicodedata.is_normalized("NFC", text):
        return text
    marks = 0
    for char in text:
        marks = marks + 1 if unicodedata.combining(char) else 0
        if marks > MOST_MARKS:
            return None
    return unicodedata.normalize("NFC", text)


def shown(char: str) -> str:
    """As Unicode's tables name it: U+200B."""
    return f"U+{ord(char):04X}"


def _unmarked_wide(data: bytes) -> str:
    # ASCII text that is saved two bytes for each character has a zero in every second place.
    head = data[:64]
    if len(head) < 8 or not head.count(0):
        return ""
    return "UTF-16" if set(head[1::2]) == {0} or set(head[::2]) == {0} else ""
