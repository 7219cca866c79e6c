"""Text in, the same text in a form that the C parser reads as YAML 1.2 and JSON mean it, out; just before parsing.

The parser ends an unquoted value within brackets at a colon or a question mark, even in 12:30, and refuses the two
escapes by which JSON writes a character beyond the basic plane. Each such character is lent a private one of the same
length, which is given back once the value is read: no place moves, and no value changes.
"""

import re
from dataclasses import dataclass

# By YAML 1.2 a colon is part of an unquoted value unless a space or a bracket follows; after a quote it ends a key.
_COLON = re.compile(r"(?<=[^\s\[\]{},\"']):(?=[^\s\[\]{},])")
_QUESTION = re.compile(r"(?<=[^\s\[\]{},])\?+|\?+(?=[^\s\[\]{},])")
_SURROGATE = re.compile(r"\\u[dD][89a-fA-F]")
_SURROGATE_LOANS = {
    f"\\u{letter}{digit}": f"\\ue{step}"
    for letter in "dD"
    for step, digits in enumerate(("8", "9", "aA", "bB", "cC", "dD", "eE", "fF"))
    for digit in digits
}
# Where these stand already, a loan could not be told from the text's own.
_SURROGATE_TAKEN = re.compile(r"\\u[eE][0-7]|\\U|[\ue000-\ue7ff]")
# The first bytes of private characters, made those of surrogates again.
_BACK = bytes.maketrans(bytes(range(0xE0, 0xE8)), bytes(range(0xD8, 0xE0)))
_LENDABLE = tuple(chr(code) for code in range(0xE800, 0xF900))


@dataclass(frozen=True, slots=True)
class Loans:
    """What was lent, so that it can be given back."""

    surrogates: bool
    colon: str = ""
    question: str = ""

    def restored(self, value: str) -> str | None:
        """The value as it was written, or None where a surrogate lacks its other half."""
        if value.isascii():
            return value
        if self.colon:
            value = value.replace(self.colon, ":").replace(self.question, "?")
        if not self.surrogates:
            return value
        try:
            wide = bytearray(value.encode("utf-16-be"))
            wide[::2] = wide[::2].translate(_BACK)
            return wide.decode("utf-16-be")
        except UnicodeError:
            return None


def lent(text: str) -> tuple[str, Loans]:
    """Lend private characters where the parser needs it; a text that uses them all itself is left as it is."""
    text, surrogates = _surrogates_lent(text)
    if not ("[" in text or "{" in text) or not (_COLON.search(text) or _QUESTION.search(text)):
        return text, Loans(surrogates)
    own = text.lower()
    free = (char for char in _LENDABLE if char not in own and f"{ord(char):04x}" not in own)
    colon, question = next(free, ""), next(free, "")
    if not question:
        return text, Loans(surrogates)
    text = _QUESTION.sub(lambda match: question * len(match[0]), _COLON.sub(colon, text))
    return text, Loans(surrogates, colon, question)


def _surrogates_lent(text: str) -> tuple[str, bool]:
    if not text.lstrip().startswith(("{", "[")) or not _SURROGATE.search(text):
        return text, False
    # What follows an escaped backslash is no escape; a zero cannot stand in the text, so it can stand for it.
    shielded = text.replace("\\\\", "\0\0")
    if not _SURROGATE.search(shielded) or _SURROGATE_TAKEN.search(shielded):
        return text, False
    for escape, loan in _SURROGATE_LOANS.items():
        shielded = shielded.replace(escape, loan)
    return shielded.replace("\0\0", "\\\\"), True
