"""The page of duties and the catalogues in, the page with each duty's rules in its last column out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from rutinmotor import load

_ROW = re.compile(r"^\| ([A-Z]\d\d) \|.*\| ([^|\n]*)\|$", re.MULTILINE)


def with_rules(page: str) -> str:
    """Write the rules, or the reason why there is none, into the last column of each row."""
    said = {duty: " ".join(marks) for duty, marks in rules_by_duty().items()}
    return _ROW.sub(lambda row: f"{row[0][: row.start(2) - row.start()]}{said.get(row[1], '')} |", page)


def duties_in(page: str) -> list[str]:
    """Give the ids of a page's rows, in order."""
    return [row[1] for row in _ROW.finditer(page)]


@cache
def rules_by_duty() -> Mapping[str, tuple[str, ...]]:
    """Give for each duty the links to its rules, or why it is not encoded."""
    found: dict[str, list[str]] = {}
    for catalogue in load().catalogues:
        name = catalogue.id
        for rule in catalogue.text.rules:
            for duty in rule.source.duties if rule.source else ():
                found.setdefault(duty, []).append(f"[{name}.{rule.id}](../rules/{name}.yaml)")
        for left_out in catalogue.text.not_encoded:
            for duty in left_out.duties:
                found.setdefault(duty, []).append(f"ingen regel i {name}: {left_out.reason}")
    # Versions of one rule bear one id.
    return {duty: tuple(dict.fromkeys(marks)) for duty, marks in found.items()}


@cache
def catalogues_by_duty() -> Mapping[str, tuple[str, ...]]:
    """Give for each duty the catalogues that speak of it, as rules or as not encoded: one, if all is well."""
    found: dict[str, set[str]] = {}
    for catalogue in load().catalogues:
        ruled = {duty for rule in catalogue.text.rules if rule.source for duty in rule.source.duties}
        left_out = [duty for part in catalogue.text.not_encoded for duty in part.duties]
        for duty in ruled:
            found.setdefault(duty, set()).add(catalogue.id)
        for number, duty in enumerate(left_out):
            found.setdefault(duty, set()).add(f"{catalogue.id} not_encoded {number}")
    return {duty: tuple(sorted(names)) for duty, names in found.items()}
