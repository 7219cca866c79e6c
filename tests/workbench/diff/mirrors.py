"""A comparison the other way round: what came went, what was is, what became longer became shorter."""

from dataclasses import replace

from rutinmotor.workbench.diff.difference import Comparison

_KINDS = {"added": "removed", "removed": "added"}
_EFFECTS = {"longer": "shorter", "shorter": "longer", "wider": "narrower", "narrower": "wider"}


def keyed(comparison: Comparison) -> set[str]:
    """Give every change as a text, as what the models hold cannot be put in a set."""
    return {repr(one) for one in comparison.changes}


def mirrored(comparison: Comparison) -> set[str]:
    """Turn every change round, with the names that rules had on the other side."""
    names = {one.name: one.former for one in comparison.changes if one.kind == "renamed" and one.subject == "rule"}
    moved = {one.name: one.former for one in comparison.changes if one.kind == "renamed" and one.subject == "catalogue"}

    def called(full_id: str) -> str:
        catalogue, _, rule = full_id.partition(".")
        return names.get(full_id) or f"{moved.get(catalogue) or catalogue}.{rule}"

    return {
        repr(
            replace(
                one,
                kind=_KINDS.get(one.kind, one.kind),
                name=one.former or one.name,
                former=one.name if one.former else None,
                old=one.new,
                new=one.old,
                catalogue=(one.catalogue[1], one.catalogue[0]),
                effect=_EFFECTS.get(one.effect or "", one.effect),
                version=_KINDS.get(one.version or "", one.version),
                touches=tuple(sorted(called(name) for name in one.touches)),
            )
        )
        for one in comparison.changes
    }
