"""Two sets of catalogues in, a Comparison out: the whole of it on one screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal, NamedTuple

from rutinmotor.language.catalogue import Catalogue, Names, Version, names_of, versions_of
from rutinmotor.workbench.diff.catalogue_changes import catalogue_changes
from rutinmotor.workbench.diff.difference import Change, Comparison, Effect, Weight
from rutinmotor.workbench.diff.matching import Paired, first_day, one_before, paired_versions, renamed_rules
from rutinmotor.workbench.diff.renamed import calendar_marks, paired_catalogues, renamed_words
from rutinmotor.workbench.diff.rule_changes import WEIGHTS, Side, rule_changes
from rutinmotor.workbench.diff.touching import Matter
from rutinmotor.workbench.diff.vocabulary_changes import vocabulary_changes
from rutinmotor.workbench.diff.written import Renaming, key_of, written

_Versions = Mapping[str, tuple[Version, ...]]
_Renamings = Mapping[str, Renaming]
# Within one weight, what leaves the person concerned worse off comes first.
_EFFECTS: tuple[Effect | None, ...] = ("longer", "narrower", "shorter", "wider", None, "same")


def compare(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> Comparison:
    """Compare what two sets of catalogues mean; each set is one that the checks have passed."""
    names, names_now = names_of(old), names_of(new)
    before, now = versions_of(old), versions_of(new)
    catalogues, words, renamings, renamings_now = _renamings(old, new, names, names_now)
    rules = _called(before, now, catalogues, renamings, renamings_now)
    renamings = {name: replace(renaming, renamed={**words, "rules": rules}) for name, renaming in renamings.items()}
    paired = {rules[name]: paired_versions(found, now[rules[name]]) for name, found in before.items() if name in rules}
    pairs = [
        (Side(one, renamings[one.owner.id]), Side(other, renamings_now[other.owner.id]))
        for versions in paired.values()
        for one, other in versions.pairs
    ]
    matter = Matter(old, new, names, names_now, words, catalogues, pairs)
    found = [
        *_whole_rules(before, now, rules),
        *(change for pair in pairs for change in _pair_changes(*pair, catalogues)),
        *(change for versions in paired.values() for change in _version_changes(versions, renamings, renamings_now)),
        *vocabulary_changes(matter),
        *catalogue_changes(matter, (renamings, renamings_now)),
    ]
    return Comparison(tuple(old), tuple(new), tuple(sorted(found, key=_order)))


def rules_called(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> Mapping[str, str]:
    """Give each rule's full id in the new set by its full id in the old, for those that are in both."""
    found = _renamings(old, new, names_of(old), names_of(new))
    return _called(versions_of(old), versions_of(new), found.catalogues, found.renamings, found.renamings_now)


class _Read(NamedTuple):
    """The catalogues and words that are called otherwise now, and how the names of each side are read."""

    catalogues: Mapping[str, str]
    words: Mapping[str, Mapping[str, str]]
    renamings: _Renamings
    renamings_now: _Renamings


def _renamings(
    old: Sequence[Catalogue], new: Sequence[Catalogue], names: Mapping[str, Names], names_now: Mapping[str, Names]
) -> _Read:
    catalogues = paired_catalogues(old, new)
    words = renamed_words(old, new)
    marks, marks_now = calendar_marks(old, new, catalogues, words["calendars"])
    renamings_now = {one.id: Renaming(names_now[one.id], {}, marks_now[one.id]) for one in new}
    renamings = {one.id: Renaming(names[one.id], words, marks[one.id]) for one in old}
    return _Read(catalogues, words, renamings, renamings_now)


def _called(
    before: _Versions, now: _Versions, catalogues: Mapping[str, str], renamings: _Renamings, renamings_now: _Renamings
) -> Mapping[str, str]:
    """Give each rule's full id now by its full id before, for those that are on both sides."""
    found: dict[str, str] = {}
    for full_id in before:
        catalogue, _, rule = full_id.partition(".")
        called = f"{catalogues.get(catalogue, catalogue)}.{rule}"
        if called in now:
            found[full_id] = called
    # A rule that another waits for may bear another name too; what is known of names by now is used to know it again.
    known = {
        name: replace(renaming, renamed={**renaming.renamed, "rules": found}) for name, renaming in renamings.items()
    }
    gone = [Side(versions[-1], known[versions[-1].owner.id]) for name, versions in before.items() if name not in found]
    taken = set(found.values())
    come = [
        Side(versions[-1], renamings_now[versions[-1].owner.id]) for name, versions in now.items() if name not in taken
    ]
    return {**found, **renamed_rules(gone, come)}


def _whole_rules(before: _Versions, now: _Versions, rules: Mapping[str, str]) -> Iterator[Change]:
    """Yield the rules that came, went and got another name; a rule's versions are one rule here."""
    kept = set(rules.values())
    sides: tuple[tuple[Literal["added", "removed"], _Versions], ...] = (("removed", before), ("added", now))
    for kind, side in sides:
        for name, versions in side.items():
            if name not in (rules if kind == "removed" else kept):
                where = (versions[-1].owner.id, versions[-1].owner.id)
                texts = tuple(version.rule for version in versions)
                values = (texts, None) if kind == "removed" else (None, texts)
                yield Change(kind, "rule", name, "whole", *values, Weight.DUTY, where)


def _pair_changes(old: Side, new: Side, catalogues: Mapping[str, str]) -> Iterator[Change]:
    name, former = new.version.full_id, old.version.full_id
    kin = catalogues.get(old.version.owner.id) == new.version.owner.id
    if former != name and not (kin and old.rule.id == new.rule.id):
        where = (old.version.owner.id, new.version.owner.id)
        yield Change("renamed", "rule", name, "whole", former, name, Weight.VOCABULARY, where, former)
    yield from rule_changes(old, new, kin=kin)


def _version_changes(versions: Paired, renamings: _Renamings, renamings_now: _Renamings) -> Iterator[Change]:
    """Yield the versions that came and went, and what differs in each from the one before it in time."""
    before, now = [one for one, _ in versions.pairs], [other for _, other in versions.pairs]
    for one in versions.gone:
        other = one_before(one, [*before, *versions.gone])
        sides = Side(one, renamings[one.owner.id]), Side(other, renamings[other.owner.id])
        yield _version("removed", one)
        yield from rule_changes(*sides, version="removed", since=first_day(one))
    for one in versions.come:
        other = one_before(one, [*now, *versions.come])
        sides = Side(other, renamings_now[other.owner.id]), Side(one, renamings_now[one.owner.id])
        yield _version("added", one)
        yield from rule_changes(*sides, version="added", since=first_day(one))


def _version(kind: Literal["added", "removed"], version: Version) -> Change:
    values = (None, version.in_force) if kind == "added" else (version.in_force, None)
    where = (version.owner.id, version.owner.id)
    return Change(kind, "rule", version.full_id, "version", *values, Weight.CONDITION, where, version=kind)


def _order(change: Change) -> tuple[object, ...]:
    aspects = [*WEIGHTS, change.aspect]
    return (
        change.weight,
        _EFFECTS.index(change.effect),
        change.name,
        change.since or date.min,
        aspects.index(change.aspect),
        # That nothing hangs on the order of the files.
        change.subject,
        key_of(written(change.old)),
        key_of(written(change.new)),
    )
