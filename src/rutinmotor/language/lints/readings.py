"""Catalogues in, rules that choose between two readings of a text without saying so out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Rule


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules without `interpretation` that come again, or begin again (RM523).

    *Every year* says neither whether it is counted from the last time or from the beginning, nor whether it is a year
    of the calendar; and a text seldom says what a second trigger does to time that runs. So the rule has chosen.
    """
    for catalogue in catalogues:
        for row, rule in enumerate(catalogue.text.rules):
            key = _chosen(rule)
            if key is not None and rule.interpretation is None:
                yield diagnose("RM523", catalogue.key_place("rules", row, key), rule=rule.id, key=key)


def _chosen(rule: Rule) -> str | None:
    if rule.repeat is not None:
        return "repeat"
    return "on_repeat" if rule.on_repeat == "restart" else None
