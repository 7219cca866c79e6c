"""The shape of a case in, the JSON Schema of a case file out; asked for by editors, not while cases are read."""

from typing import Any

from rutinmotor.language.casefile.scalars import MOST_DIGITS, MOST_LETTERS
from rutinmotor.language.casefile.shape import CaseText, EventText
from rutinmotor.language.shapes import Shape, object_of

_NAMES: dict[type[Shape], str] = {CaseText: "case", EventText: "event"}

# Every day of the years 0001 to 9999, and none else.
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][48]|[2468]0|[13579][26])00)"
_DAY = (
    "(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
    f"|{_LEAP_YEAR}-02-29)"
)
# The last part keeps those tools strict in which the end is also before a last line break.
_END = r"$(?!\n)"
_CLOCK = r"(?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9](?:\.[0-9]{1,6})?)?"
_OFFSET = "(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])"
_MOMENT = f"^{_DAY}(?:T{_CLOCK}{_OFFSET}?)?{_END}"
# Characters that cannot be seen, and halves of characters, have no place in a name.
_HIDDEN = (
    r"\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u180b-\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff"
)
_NAME = rf"^[^{_HIDDEN}]*[^\s{_HIDDEN}][^{_HIDDEN}]*{_END}"
_MOST = 10**MOST_DIGITS - 1


def case_schema() -> dict[str, Any]:
    """Describe a case file, one case or a list of them, in JSON Schema (draft 2020-12), with Swedish titles.

    A schema cannot say that a key stands twice, that nesting is too deep or that 3.0 is no whole number, nor what only
    the catalogues know.
    """
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Ärenden",
        "description": "Ett ärende, eller en lista med ärenden.",
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/$defs/case"}},
        "else": {"$ref": "#/$defs/case"},
        "$defs": {"case": _case(), "event": _event(), "facts": _facts(), **_VALUES},
    }


def _case() -> dict[str, Any]:
    shape = object_of(CaseText, _NAMES)
    return {
        "title": "Ärende",
        "description": "Det som är känt om en persons ärende: uppgifter och en logg över det som har hänt.",
        "type": "object",
        "required": shape["required"],
        **shape,
    }


def _event() -> dict[str, Any]:
    return {
        "title": "Händelse",
        "description": "En rad i loggen. Ett fel rättas med en ny rad, med ”replaces” eller ”retracts”.",
        **object_of(EventText, _NAMES),
        "if": {"required": ["retracts"]},
        "then": {"not": {"required": ["replaces"]}, "anyOf": [{"required": ["recorded"]}, {"required": ["at"]}]},
        "else": {"required": ["type", "at"]},
    }


def _facts() -> dict[str, Any]:
    return {
        "title": "Uppgifter",
        "description": "Uppgifternas namn i katalogerna, med sina värden.",
        "type": "object",
        "propertyNames": {"$ref": "#/$defs/name"},
        "additionalProperties": {
            "type": ["string", "integer", "boolean", "null"],
            "minimum": -_MOST,
            "maximum": _MOST,
        },
    }


_VALUES: dict[str, Any] = {
    "name": {
        "title": "Namn",
        "description": f"Text med 1 till {MOST_LETTERS} tecken, som alla syns.",
        "type": "string",
        "maxLength": MOST_LETTERS,
        "pattern": _NAME,
    },
    "moment": {
        "title": "Tidpunkt",
        "description": "2026-03-31, 2026-03-31T08:30 eller 2026-03-31T08:30:00+02:00.",
        "type": "string",
        "pattern": _MOMENT,
    },
    "plain": {
        "title": "Värde",
        "description": "Text, tal, true, false, null, en lista eller nycklar med värden.",
        "type": ["string", "number", "boolean", "null", "array", "object"],
        "minimum": -_MOST,
        "maximum": _MOST,
        "items": {"$ref": "#/$defs/plain"},
        "propertyNames": {"$ref": "#/$defs/name"},
        "additionalProperties": {"$ref": "#/$defs/plain"},
    },
}
