"""Diagnostics in, one SARIF 2.1.0 log out; what `check --format sarif` prints, for tools that show findings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from string import Formatter
from urllib.parse import quote

from rutinmotor.ground.diagnostics import CODES, Code, Diagnostic, Place, Severity
from rutinmotor.ground.words import Lang, said

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def sarif_log(found: Sequence[Diagnostic], version: str, lang: Lang) -> dict[str, object]:
    """Give the findings as a log of one run, with the codes that they bear as its rules; `version` is the package's."""
    codes = sorted({one.code for one in found})
    driver = {"name": "rutinmotor", "version": version, "rules": [_rule(CODES[code], lang) for code in codes]}
    run = {
        "tool": {"driver": driver},
        "language": said(lang, "sv-SE", "en-GB"),
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, codes.index(one.code), lang) for one in found],
    }
    return {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: Code, lang: Lang) -> dict[str, object]:
    return {
        "id": code.id,
        "shortDescription": {"text": _general(said(lang, code.sv, code.en))},
        "help": {"text": _general(said(lang, code.step_sv, code.step_en))},
        "defaultConfiguration": {"level": _LEVELS[code.severity]},
    }


def _general(template: str) -> str:
    """Fill a code's template with dots, and leave out what it says only of some findings."""
    always = re.sub(r"\[\[.*?\]\]", "", template, flags=re.DOTALL)
    names = {name for _, name, _, _ in Formatter().parse(always) if name}
    return always.format_map(dict.fromkeys(names, "…"))


def _result(one: Diagnostic, index: int, lang: Lang) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": one.code,
        "ruleIndex": index,
        "level": _LEVELS[one.severity],
        "message": {"text": f"{one.sentence(lang)} {one.step(lang)}"},
        "locations": [_location(one.place)] if one.place else [],
    }
    if one.further:
        result["relatedLocations"] = [_location(place) for place in one.further]
    return result


def _location(place: Place) -> dict[str, object]:
    # A colon in a relative reference would read as a scheme; a path from the root has none before its first slash.
    uri = quote(place.source)
    region = {"startLine": place.line, "startColumn": place.column}
    return {"physicalLocation": {"artifactLocation": {"uri": uri}, "region": region}}
