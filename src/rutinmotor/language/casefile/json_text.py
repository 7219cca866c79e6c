"""A JSON text in, its values one by one, or the reason why it is no JSON, out; where a case is no YAML."""

import json
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.casefile.scalars import MOST_DIGITS, MOST_LEVELS
from rutinmotor.language.shapes import Again

_BLANK = re.compile(r"[ \t\n\r]*")
_NESTING = re.compile(r'"(?:[^"\\]|\\.)*+"|[\[{]|[\]}]', re.DOTALL)
# The decoder's own words for what it met, as they begin, and the codes that say it to the author.
_BY_WORDS = {
    "Unterminated string": "RM643",
    "Invalid control character": "RM645",
    "Invalid \\": "RM647",
    "Expecting ':'": "RM646",
    "Expecting ','": "RM642",
    "Illegal trailing comma": "RM642",
}
# Told also at the very end, where the others only mean that the text is cut short.
_WITHIN_TEXT = ("RM643", "RM645")


class Point(NamedTuple):
    """A character of a text: its offset (from 0), its line (from 1), and the offset at which that line begins."""

    offset: int
    line: int = 1
    start: int = 0

    def onward(self, text: str, offset: int) -> "Point":
        """The point at `offset`, which is not before this one."""
        breaks = text.count("\n", self.offset, offset)
        start = text.rfind("\n", self.offset, offset) + 1 if breaks else self.start
        return Point(offset, self.line + breaks, start)

    def place(self, source: str) -> Place:
        """The same as a reader counts it."""
        return Place(source, self.line, self.offset - self.start + 1)


class JsonFault(Exception):
    """The text cannot be read on; the diagnostic says where and why."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def decode(source: str, text: str, at: Point) -> tuple[Any, int]:
    """Read the value at a point; the second part is the index after it. Raises JsonFault."""
    try:
        return _DECODER.raw_decode(text, at.offset)
    except json.JSONDecodeError as error:
        raise _refusal(_code(error, text), source, text, at, error.pos) from None
    except RecursionError:
        raise _refusal("RM627", source, text, at, _too_deep(text, at.offset)) from None


def one_value(source: str, text: str, line: int = 1) -> tuple[Any, Point]:
    """Read a text that is one value, and where it begins; `line` is the text's first. Raises JsonFault."""
    at = Point(0, line).onward(text, after_blanks(text, 0))
    value, end = decode(source, text, at)
    _nothing_more(source, text, at, end)
    return value, at


def parts_of_list(source: str, text: str, at: Point) -> Iterator[tuple[Any, Point]]:
    """Go through the parts of the list at a point, each with where it begins. Raises JsonFault on the way."""
    index = after_blanks(text, at.offset + 1)
    while text[index : index + 1] != "]":
        at = at.onward(text, index)
        value, end = decode(source, text, at)
        yield value, at
        index = after_blanks(text, end)
        if text[index : index + 1] == ",":
            index = after_blanks(text, index + 1)
            if text[index : index + 1] == "]":
                raise _refusal("RM642", source, text, at, index)
        elif text[index : index + 1] != "]":
            raise _refusal("RM642" if index < len(text) else "RM641", source, text, at, index)
    _nothing_more(source, text, at, index + 1)


def after_blanks(text: str, index: int) -> int:
    """The index of the first character from `index` on that is not blank."""
    match = _BLANK.match(text, index)
    return match.end() if match else index


def _nothing_more(source: str, text: str, at: Point, end: int) -> None:
    rest = after_blanks(text, end)
    if rest < len(text):
        raise _refusal("RM644", source, text, at, rest)


def _refusal(code: str, source: str, text: str, at: Point, index: int) -> JsonFault:
    # Of these codes only the one for too many levels has a value.
    return JsonFault(diagnose(code, at.onward(text, index).place(source), limit=MOST_LEVELS))


def _code(error: json.JSONDecodeError, text: str) -> str:
    for words, code in _BY_WORDS.items():
        if error.msg.startswith(words):
            return code if code in _WITHIN_TEXT or text[error.pos :].strip() else "RM641"
    sign = text[error.pos : error.pos + 1]
    if not text[error.pos :].strip():
        return "RM641"
    if sign in "]},":
        return {":": "RM117", ",": "RM642", "[": "RM642", "{": "RM642"}.get(text[: error.pos].rstrip()[-1:], "RM640")
    return "RM648" if sign == "'" or sign.isalpha() else "RM640"


def _too_deep(text: str, index: int) -> int:
    """The index of the first bracket that opens a level too many."""
    level = 0
    for match in _NESTING.finditer(text, index):
        if match[0] in "[{":
            level += 1
        elif match[0] in "]}":
            level -= 1
        if level > MOST_LEVELS:
            return match.start()
    return index


def _mapping(pairs: list[tuple[str, Any]]) -> dict[Any, Any]:
    data: dict[Any, Any] = dict(pairs)
    if len(data) < len(pairs):
        seen: set[str] = set()
        data[Again(tuple(dict.fromkeys(key for key, _ in pairs if key in seen or seen.add(key))))] = None
    return data


def _whole_number(digits: str) -> int:
    # A longer number is refused for its length alone, and Python's own limit must not be met.
    return int(digits[: MOST_DIGITS + 2])


_DECODER = json.JSONDecoder(object_pairs_hook=_mapping, parse_int=_whole_number)
