"""Catalogues in, escalations to the one who was to act all along out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find steps after the due date that go to an actor of the rule itself (RM266).

    A step before the due date may well remind the one who is to act.
    """
    for catalogue in catalogues:
        for row, rule in enumerate(catalogue.text.rules):
            for index, step in enumerate(rule.escalation):
                if step.after is not None and step.to in rule.actor:
                    place = catalogue.place("rules", row, "escalation", index, "to")
                    yield diagnose("RM266", place, rule=rule.id, actor=step.to)
