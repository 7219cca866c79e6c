"""Catalogues in, rules that ask for a fact of an event where no event ever stands out; a lint, after the checks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Names, Version, facts_asked, names_of, versions_of
from rutinmotor.language.constructs import On, Trigger

Versions = Mapping[str, tuple[Version, ...]]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules that wait for another's delay, ask for a fact of an event, and have none behind that (RM275)."""
    names, versions = names_of(catalogues), versions_of(catalogues)
    reached: frozenset[str] | None = None
    for version in (one for every in versions.values() for one in every):
        known = names[version.owner.id]
        asked = [one.name for one in facts_asked(version) if known.facts[one.name].text.of == "event"]
        if not asked:
            continue
        reached = reached if reached is not None else _with_events(versions, names)
        for index, line in enumerate(version.rule.trigger):
            if line.how.on is On.DUE and not line.how.eventless and known.rule(line.name) not in reached:
                place = version.owner.place("rules", version.row, "trigger", index, line.kind)
                yield diagnose("RM275", place, rule=version.rule.id, fact=asked[0], other=line.name)


def _with_events(versions: Versions, names: Mapping[str, Names]) -> frozenset[str]:
    """Name the rules behind whose obligations an event may stand, by themselves or through what they wait for."""
    found = {full_id for full_id, every in versions.items() if any(map(_has_event, _lines(every)))}
    before = -1
    while before < len(found):
        before = len(found)
        found |= {
            full_id
            for full_id, every in versions.items()
            for version in every
            for line in version.rule.trigger
            if line.how.on is On.DUE and not line.how.eventless and names[version.owner.id].rule(line.name) in found
        }
    return frozenset(found)


def _lines(versions: Sequence[Version]) -> Iterator[Trigger]:
    return (line for version in versions for line in version.rule.trigger)


def _has_event(line: Trigger) -> bool:
    return not line.how.eventless and line.how.on is not On.DUE
