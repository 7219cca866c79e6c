"""Rules before and now in, which of them are one and the same out; after the words, before their changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from rutinmotor.language.catalogue import Version
from rutinmotor.workbench.diff.difference import Weight
from rutinmotor.workbench.diff.rule_changes import WEIGHTS, Side
from rutinmotor.workbench.diff.written import key_of, written

# Of what two rules of one title say, so much must be the same for one to be taken for the other under a new name.
_ALIKE = 0.5
_MEANING = tuple(aspect for aspect, weight in WEIGHTS.items() if weight < Weight.SOURCE)


class Paired(NamedTuple):
    """The versions of one rule: those that belong together, and those that are only on one side."""

    pairs: tuple[tuple[Version, Version], ...]
    gone: tuple[Version, ...]
    come: tuple[Version, ...]


def renamed_rules(gone: Sequence[Side], come: Sequence[Side]) -> Mapping[str, str]:
    """Give the rules that are called otherwise now, by full id: those that say the same, or much of it by one title.

    Each rule is given by one of its versions. Those most alike are taken first.
    """
    alike: list[tuple[float, str, str, str, str]] = []
    known = _known_by(_Marked.of(new) for new in come)
    for old in (_Marked.of(one) for one in gone):
        for new in {new.name: new for key in old.keys for new in known.get(key, ())}.values():
            if (score := _score(old, new)) is not None:
                # The order must not depend on which of the two is the new one.
                pair = min(old.name, new.name), max(old.name, new.name)
                alike.append((-score, *pair, old.name, new.name))
    found: dict[str, str] = {}
    taken: set[str] = set()
    for *_, name, other in sorted(alike):
        if name not in found and other not in taken:
            found[name] = other
            taken.add(other)
    return found


class _Marked(NamedTuple):
    """A rule by its full id: its title, what it means under each key, and whether an event can fulfil it."""

    name: str
    title: str | None
    aspects: tuple[str, ...]
    fulfilled: bool

    @classmethod
    def of(cls, side: Side) -> _Marked:
        aspects = tuple(key_of(side.plain(aspect)) for aspect in _MEANING)
        return cls(side.version.full_id, side.rule.title, aspects, bool(side.rule.fulfilled_by))

    @property
    def keys(self) -> tuple[object, ...]:
        """What a rule is looked for by: only one that shares one of these can be the same."""
        return (self.aspects, self.title) if self.title is not None else (self.aspects,)


def _known_by(rules: Iterable[_Marked]) -> Mapping[object, list[_Marked]]:
    found: dict[object, list[_Marked]] = {}
    for one in rules:
        for key in one.keys:
            found.setdefault(key, []).append(one)
    return found


def _score(old: _Marked, new: _Marked) -> float | None:
    """Say how much of two rules is the same, from 0 to 1, or 2 with the title; None where they are not one rule."""
    said = [one == other for one, other in zip(old.aspects, new.aspects, strict=True) if {one, other} != {"null"}]
    share = sum(said) / len(said)
    titled = old.title is not None and old.title == new.title
    if share == 1 and old.fulfilled:
        return 2 if titled else 1
    return share if titled and share >= _ALIKE else None


def paired_versions(old: Sequence[Version], new: Sequence[Version]) -> Paired:
    """Pair the versions of one rule by their days in force: the same, as written or in effect, then one end of them."""
    gone, come = list(old), list(new)
    pairs: list[tuple[Version, Version]] = []
    ways: tuple[Callable[[Version], Any], ...] = (
        lambda one: key_of(written(one.in_force)),
        lambda one: key_of(written(one.rule.in_force)),
        lambda one: one.in_force.from_ if one.in_force else None,
        lambda one: one.in_force.to if one.in_force else None,
    )
    for way in ways:
        for one in tuple(gone):
            other = next((other for other in come if way(other) == way(one)), None)
            if other is not None:
                pairs.append((one, other))
                gone.remove(one)
                come.remove(other)
    gone.sort(key=first_day)
    come.sort(key=first_day)
    while gone and come:
        pairs.append((gone.pop(0), come.pop(0)))
    return Paired(tuple(sorted(pairs, key=lambda pair: first_day(pair[1]))), tuple(gone), tuple(come))


def first_day(version: Version) -> date:
    """Give the first day that a version is in force."""
    return version.in_force.from_ or date.min if version.in_force else date.min


def one_before(version: Version, versions: Sequence[Version]) -> Version:
    """Give the version that stood before another in time, or, of the first, the one after it."""
    in_time = sorted(versions, key=first_day)
    row = in_time.index(version)
    return in_time[row - 1] if row else in_time[1]
