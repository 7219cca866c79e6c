"""Short ways to write two sets of rules and to compare them; for the tests of comparisons."""

import json
from copy import deepcopy
from typing import Any

from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.language.catalogue.reading import Catalogue, read_texts
from rutinmotor.language.checks.checking import check_reading
from rutinmotor.workbench.diff.changes_said import change_told, head_told, naming_of
from rutinmotor.workbench.diff.comparison import compare
from rutinmotor.workbench.diff.difference import Change, Comparison
from tests.parsed import is_mapping

WORDS: dict[str, Any] = {
    "calendars": {
        "vardag": {"weekdays": ["mon", "tue", "wed", "thu", "fri"], "holidays": "SE", "eves_free": True},
        "arbetsdag": {"weekdays": ["mon", "tue", "wed", "thu", "fri"], "holidays": "SE", "eves_free": True},
        "lordag": {"weekdays": ["mon", "tue", "wed", "thu", "fri", "sat"], "holidays": "SE"},
    },
    "actors": {
        "utforare": {"title": "Utförare"},
        "chef": {"title": "Enhetschef"},
        "handlaggare": {"title": "Handläggare"},
    },
    "events": {
        "start": {"title": "Insatsen har verkställts"},
        "klar": {"title": "Planen är klar"},
        "skickad": {"title": "Planen är skickad"},
        "slut": {"title": "Insatsen är slut"},
        "borta": {"title": "Frånvaron har börjat"},
        "hemma": {"title": "Frånvaron är slut"},
        "besked": {"title": "Besked har lämnats"},
    },
    "facts": {
        "regi": {"title": "Regi", "one_of": ["egen", "privat", "annan"]},
        "iub": {"title": "Insats utan behovsprövning", "type": "bool"},
        "antal": {"title": "Antal dagar", "type": "int"},
        "slutdatum": {"title": "Slutdatum", "type": "date"},
        "fodd": {"title": "Födelsedatum", "type": "date"},
        "orsak": {"title": "Orsak", "type": "text"},
    },
    "states": {
        "franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"},
        "pagaende": {"title": "Pågående insats", "begins": "start", "ends": "slut"},
    },
}
RULE: dict[str, Any] = {
    "id": "plan",
    "title": "Genomförandeplanen är slutförd",
    "actor": "utforare",
    "trigger": "start",
    "deadline": {"weeks": 6},
    "fulfilled_by": "klar",
    "ends_with": "slut",
}
OTHER: dict[str, Any] = {
    "id": "andra",
    "title": "Planen är skickad till beställaren",
    "actor": "handlaggare",
    "trigger": "besked",
    "deadline": {"days": 3},
    "fulfilled_by": "skickad",
}


def book(*rules: dict[str, Any], **keys: Any) -> dict[str, Any]:
    """Write a catalogue `sol` with the words above, some rules (without any, RULE), and what else is given."""
    text: dict[str, Any] = {"catalogue": "sol", "title": "Rutiner", "rules": list(rules) or [RULE], **deepcopy(WORDS)}
    for key, value in keys.items():
        there = text.get(key)
        if is_mapping(value) and is_mapping(there):
            text[key] = {**there, **value}
        else:
            text[key] = value
    return text


def rule(**keys: Any) -> dict[str, Any]:
    """Write RULE with other keys; None takes one away."""
    return {key: value for key, value in {**RULE, **keys}.items() if value is not None}


def read(*texts: dict[str, Any]) -> tuple[Catalogue, ...]:
    """Read catalogues, which must have no errors."""
    reading = read_texts([(f"{text['catalogue']}.yaml", json.dumps(text).encode()) for text in texts])
    wrong = [str(one) for one in check_reading(reading) if one.is_error]
    assert not wrong, wrong
    return reading.catalogues


def compared(old: dict[str, Any], new: dict[str, Any]) -> Comparison:
    """Compare two catalogues as they are written."""
    return compare(read(old), read(new))


def sentences(comparison: Comparison, lang: Lang = "sv") -> list[str]:
    """Say every change, with what it is a change of."""
    naming = naming_of(comparison)
    return [f"{head_told(one, naming, lang)}: {change_told(one, naming, lang)}" for one in comparison.changes]


def told(old: dict[str, Any], new: dict[str, Any], lang: Lang = "sv") -> list[str]:
    """Compare two catalogues and say every change."""
    return sentences(compared(old, new), lang)


def only(comparison: Comparison) -> Change:
    """Give the one change that there is."""
    assert len(comparison.changes) == 1, comparison.changes
    return comparison.changes[0]
