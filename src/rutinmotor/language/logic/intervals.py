"""Versions of rules in, the days on which they are in force out; asked by the lints about families and editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from rutinmotor.ground.words import Wording
from rutinmotor.language.catalogue import InForce, Version

_DAY = timedelta(days=1)


class Spell(NamedTuple):
    """From `first` to `last`, both included; the ends of the calendar where there is no end."""

    first: date
    last: date

    def told_within(self, whole: Spell) -> Wording:
        """Say it after a verb, with a space before; nothing if it is the whole."""
        sv, en = "", ""
        if self.first != date.min and self != whole:
            sv, en = f" från {self.first.isoformat()}", f" from {self.first.isoformat()}"
        if self.last != date.max and self != whole:
            sv, en = f"{sv} till {self.last.isoformat()}", f"{en} to {self.last.isoformat()}"
        return Wording(sv, en)


def spell_of(in_force: InForce | None) -> Spell:
    """Give the days of an `in_force`, all days where there is none."""
    if in_force is None:
        return Spell(date.min, date.max)
    return Spell(in_force.from_ or date.min, in_force.to or date.max)


def common(one: Version, other: Version) -> Spell | None:
    """Give the days on which both are in force, None if there are none."""
    (first, last), (from_, to) = spell_of(one.in_force), spell_of(other.in_force)
    spell = Spell(max(first, from_), min(last, to))
    return spell if spell.first <= spell.last else None


def when_both(one: Version, other: Version) -> dict[str, str]:
    """Say the days on which two rules of a catalogue are both in force, as a diagnostic's values."""
    spell = common(one, other)
    told = spell.told_within(spell_of(one.owner.text.in_force)) if spell else Wording("", "")
    return {"when_sv": told.sv, "when_en": told.en}


def spells(versions: Sequence[Version]) -> Iterator[tuple[Spell, tuple[Version, ...]]]:
    """Cut time where the versions in force change, and yield each part with those in force in it, if any."""
    days = [spell_of(version.in_force) for version in versions]
    cuts = sorted({first for first, _ in days} | {last + _DAY for _, last in days if last != date.max})
    for start, then in zip(cuts, [*cuts[1:], None], strict=True):
        spell = Spell(start, then - _DAY if then else date.max)
        inside = tuple(
            version
            for version, (first, last) in zip(versions, days, strict=True)
            if first <= spell.first and spell.last <= last
        )
        if inside:
            yield spell, inside
