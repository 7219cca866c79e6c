"""Catalogues in, rules that do not say what in the document they rest on out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules without a section (RM520), catalogues of rules without a document (RM521), and rules without duties.

    A section is asked for where the catalogue names its document, duties (RM522) where another of its rules has some:
    so who does not keep a register of duties is not asked for one.
    """
    for catalogue in catalogues:
        text = catalogue.text
        if text.rules and text.source is None:
            yield diagnose("RM521", catalogue.place("catalogue"), catalogue=catalogue.id)
        counts_duties = any(rule.source and rule.source.duties for rule in text.rules)
        for row, rule in enumerate(text.rules):
            place = catalogue.key_place("rules", row, "source") if rule.source else catalogue.place("rules", row, "id")
            if text.source is not None and not (rule.source and rule.source.section):
                yield diagnose("RM520", place, rule=rule.id)
            if counts_duties and not (rule.source and rule.source.duties):
                yield diagnose("RM522", place, rule=rule.id)
