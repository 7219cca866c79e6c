"""Catalogues in, words and rules that people will read by their ids out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.language.logic import listed


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find catalogues without a title (RM265), and in each section the words or rules without one (RM264).

    A section is told once, at its key.
    """
    for catalogue in catalogues:
        if catalogue.text.title is None:
            yield diagnose("RM265", catalogue.place("catalogue"), catalogue=catalogue.id)
        for section, names in _untitled(catalogue):
            told = listed([f"”{name}”" for name in names], Wording("och", "and"))
            told_en = listed([f"'{name}'" for name in names], Wording("och", "and"))
            yield diagnose(
                "RM264", catalogue.key_place(section), section=section, names_sv=told.sv, names_en=told_en.en
            )


def _untitled(catalogue: Catalogue) -> Iterator[tuple[str, list[str]]]:
    text = catalogue.text
    for section, words in (
        ("actors", text.actors),
        ("events", text.events),
        ("facts", text.facts),
        ("states", text.states),
    ):
        if names := [name for name, word in words.items() if word.title is None]:
            yield section, names
    # Versions of one rule may have a title each.
    if rules := list(dict.fromkeys(rule.id for rule in text.rules if rule.title is None)):
        yield "rules", rules
