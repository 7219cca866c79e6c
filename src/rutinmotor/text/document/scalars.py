"""An unquoted value's text in, the plain value that it means out; asked for every such value while building."""

import re

from rutinmotor.text.document.placed import Plain

MOST_DIGITS = 18

_FIRST = frozenset("-+.0123456789~ntfNTF")
_WORDS: dict[str, Plain] = {
    "": None,
    "~": None,
    **dict.fromkeys(("null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_BEYOND = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_INFINITE = (float("inf"), float("-inf"))


class NotCountable(Exception):
    """A number that no rule or case can mean; `code` says which, `digits` how long (0 for the infinite)."""

    def __init__(self, code: str, digits: int = 0) -> None:
        super().__init__(code, digits)
        self.code = code
        self.digits = digits


def plain_value(text: str) -> Plain:
    """The value by YAML 1.2's core schema: null, true, false, numbers; all else, also yes, 12:30 and dates, is text.

    `08` is eight. Raises NotCountable for whole numbers of more than 18 digits, infinities and what is no number.
    """
    if text and text[0] not in _FIRST:
        return text
    if text in _WORDS:
        return _WORDS[text]
    if _INT.fullmatch(text):
        digits = len(text.lstrip("+-"))
        if digits > MOST_DIGITS:
            raise NotCountable("RM041", digits)
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _BEYOND.fullmatch(text):
        raise NotCountable("RM042")
    if _FLOAT.fullmatch(text):
        value = float(text)
        if value in _INFINITE:
            raise NotCountable("RM042")
        return value
    return text
