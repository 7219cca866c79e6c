"""Catalogues in, a diagnostic for each circle of rules that set each other off, or wait, out; a check."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue, Names, Version, names_of, versions_of
from rutinmotor.language.constructs import On
from rutinmotor.language.logic import rings_in

# Rule, then what it sets off, then where the trigger that says so stands.
Edges = Mapping[str, Mapping[str, Place]]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find circles of rules: enough to name each rule that stands in one, save in a large knot.

    What fires on a later day than that of the other rule makes no circle, as `overdue` (semantics 3.2). A state that a
    rule's being overdue ends is none either; but a rule that such a state pauses waits for it, as it for the rule.
    """
    yield from _waiting(catalogues)
    for rules, places in rings_in(_edges(catalogues)):
        yield diagnose("RM220", places[0], further=places[1:], rules=" → ".join([*rules, rules[0]]))


def _waiting(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules that are paused while a state holds which ends when they are overdue (semantics 2.3, 4.9)."""
    names = names_of(catalogues)
    ended = {
        (state, names[one.id].rule(end.overdue)): one.place("states", state, "ends", row)
        for one in catalogues
        for state, declared in one.text.states.items()
        for row, end in enumerate(declared.ends)
        if end.overdue is not None
    }
    for full_id, of_rule in versions_of(catalogues).items() if ended else ():
        for version in of_rule:
            state = version.rule.paused_while
            if state is not None and (state, full_id) in ended:
                place = version.owner.place("rules", version.row, "paused_while")
                yield diagnose("RM163", place, further=(ended[state, full_id],), rule=version.rule.id, state=state)


def _edges(catalogues: Sequence[Catalogue]) -> Edges:
    names = names_of(catalogues)
    versions = versions_of(catalogues)
    fulfillable = {rule for rule, of_rule in versions.items() if any(version.rule.fulfilled_by for version in of_rule)}
    edges: dict[str, dict[str, Place]] = {rule: {} for rule in versions}
    for rule, of_rule in versions.items():
        for version in of_rule:
            for cause, place in _causes(version, names[version.owner.id], fulfillable):
                if cause in edges:
                    edges[cause].setdefault(rule, place)
    return edges


def _causes(version: Version, names: Names, fulfillable: set[str]) -> Iterator[tuple[str, Place]]:
    for index, trigger in enumerate(version.rule.trigger):
        how = trigger.how
        if not how.on.of_rule or how.wait:
            continue
        cause = names.rule(trigger.name)
        if how.on is not On.FULFILMENT or cause in fulfillable:
            yield cause, version.owner.place("rules", version.row, "trigger", index, trigger.kind)
