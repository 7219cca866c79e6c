"""KEY=VALUE as written on the command line in, changes within a rule out; asked by `set`."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.text.document import NotCountable, Plain, plain_value, read_document
from rutinmotor.text.editing import REMOVED, Change

_WRITTEN_AS_YAML = ("{", "[", '"', "'")


def changes_of(
    assignments: Sequence[str], unset: Sequence[str], rule: Plain, path: tuple[str | int, ...]
) -> list[Change]:
    """Read what shall change in the rule that stands at a path: a key by dots, a list's part by its number from 0.

    A value in brackets or quotes is YAML; else it is a number, true, false or a text, as it stands to its end, so that
    commas and colons need no care. Without a value the key is removed.

    Raises:
        Misuse: no equals sign, no key, a key twice, or a value that is not YAML.
    """
    written: dict[str, str] = {}
    for text in assignments:
        key, sign, value = text.partition("=")
        if not sign:
            raise Misuse(
                f"En ändring skrivs NYCKEL=VÄRDE, som deadline.weeks=4; inte ”{text}”.",
                f"A change is written KEY=VALUE, such as deadline.weeks=4; not '{text}'.",
            )
        _put(written, key, value)
    for key in unset:
        _put(written, key, "")
    if not written:
        raise Misuse(
            "Ange vad som ska ändras, som deadline.weeks=4.", "Say what shall be changed, such as deadline.weeks=4."
        )
    return [
        Change((*path, *_steps(key, rule)), value_of(value, key) if value.strip() else REMOVED)
        for key, value in written.items()
    ]


def _put(written: dict[str, str], key: str, value: str) -> None:
    key = key.strip()
    if not all(key.split(".")):
        raise Misuse(f"”{key}” är ingen nyckel.", f"'{key}' is no key.")
    if key in written:
        raise Misuse(f"Nyckeln {key} står två gånger.", f"The key {key} is given twice.")
    written[key] = value


def value_of(text: str, key: str) -> Plain:
    """Read the value of a key.

    Raises:
        Misuse: it begins as YAML and is not.
    """
    text = unicodedata.normalize("NFC", text.strip())
    if not text.isprintable() and not text.replace("\n", "").replace("\t", "").isprintable():
        raise Misuse(f"Värdet {text!a} har tecken som inte syns.", f"The value {text!a} has signs that do not show.")
    if text.startswith(_WRITTEN_AS_YAML):
        document, faults = read_document(key, text.encode())
        if document is None:
            raise Misuse(f"Värdet {text} går inte att läsa.", f"The value {text} cannot be read.", faults)
        return document.data
    try:
        return plain_value(text)
    except NotCountable:
        return text


def _steps(key: str, rule: Plain) -> list[str | int]:
    """Split a key at its dots; a number is an index unless what holds it has keys."""
    found: list[str | int] = []
    here = rule
    for step in key.split("."):
        if not isinstance(here, dict) and step.isascii() and step.isdecimal():
            index = int(step)
            found.append(index)
            here = here[index] if isinstance(here, list) and index < len(here) else None
        else:
            found.append(step)
            here = here.get(step) if isinstance(here, dict) else None
    return found
