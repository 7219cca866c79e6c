"""Catalogues in, words of urgency that give no due date because nobody has said what they mean out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, CatalogueText
from rutinmotor.language.constructs import Kind, named_in
from rutinmotor.language.shapes import Path


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find each word that a catalogue does not define, where it first stands (RM524).

    Beside `at_latest`, or for each period of the calendar, a word needs no meaning (semantics 4.5, 5.4).
    """
    for catalogue in catalogues:
        uses: dict[str, list[Path]] = {}
        for mention in named_in(catalogue.text):
            undefined = mention.kind is Kind.URGENCY and mention.name not in catalogue.text.urgency
            if undefined and not _has_a_day(catalogue.text, mention.path):
                uses.setdefault(mention.name, []).append(mention.path)
        for word, paths in uses.items():
            yield diagnose("RM524", catalogue.place(*paths[0]), word=word, places=len(paths) if len(paths) > 1 else "")


def _has_a_day(text: CatalogueText, path: Path) -> bool:
    match path:
        case ("rules", int(row), "deadline", "urgency"):
            rule = text.rules[row]
            return bool(rule.deadline and rule.deadline.at_latest) or bool(rule.repeat and rule.repeat.each)
        case _:
            return False
