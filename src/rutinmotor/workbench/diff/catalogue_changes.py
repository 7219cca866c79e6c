"""Catalogues before and now in, what changed in what they say of themselves and for all their rules out, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.language.catalogue import Catalogue, CatalogueText, Duration
from rutinmotor.language.constructs import Weight, weights
from rutinmotor.workbench.diff.difference import Change, Effect
from rutinmotor.workbench.diff.effects import Time, condition_moved, in_force_moved, time_moved
from rutinmotor.workbench.diff.rule_changes import Side, inherited, whole_condition_moved
from rutinmotor.workbench.diff.touching import Matter, full_ids, mentioned, mentioning
from rutinmotor.workbench.diff.written import Renaming, key_of, written

# What a catalogue says for all its rules, and how much a change of it weighs.
DEFAULTS: Mapping[str, Weight] = {key: weights(CatalogueText)[key] for key in ("scope", "in_force", "warn")}
# What it says of itself; what has no weight only says where words are to be found, or is compared word by word.
OWN: Mapping[str, Weight] = {key: weight for key, weight in weights(CatalogueText).items() if key not in DEFAULTS}
_Renamings = tuple[Mapping[str, Renaming], Mapping[str, Renaming]]


def catalogue_changes(matter: Matter, renamings: _Renamings) -> Iterator[Change]:
    """Yield what changed in catalogues; `renamings` say, by catalogue, how names are understood before and now."""
    before, now = {one.id: one for one in matter.old}, {one.id: one for one in matter.new}
    for name, one in before.items():
        if name not in matter.catalogues:
            yield Change("removed", "catalogue", name, "whole", one.text, None, Weight.SOURCE, (name, name))
    for name, one in now.items():
        if name not in matter.catalogues.values():
            yield Change("added", "catalogue", name, "whole", None, one.text, Weight.SOURCE, (name, name))
    for name, other in matter.catalogues.items():
        both = before[name], now[other]
        pairs = matter.within(name, other)
        yield from _own(*both, pairs)
        renaming = renamings[0][name], renamings[1][other]
        yield from _defaults(*both, pairs, renaming)
        yield from _urgency(matter, *both, renaming)


def _own(old: Catalogue, new: Catalogue, pairs: Sequence[tuple[Side, Side]]) -> Iterator[Change]:
    where, former, rules = (old.id, new.id), _former(old.id, new.id), full_ids(pairs)
    if former is not None:
        weight = Weight.VOCABULARY
        yield Change("renamed", "catalogue", new.id, "whole", old.id, new.id, weight, where, former, touches=rules)
    for key, weight in OWN.items():
        values = getattr(old.text, key), getattr(new.text, key)
        if key_of(written(values[0])) != key_of(written(values[1])):
            touches = rules if key == "timezone" else ()
            yield Change("changed", "catalogue", new.id, key, *values, weight, where, former, touches=touches)


def _former(old: str, new: str) -> str | None:
    return old if old != new else None


def _defaults(
    old: Catalogue, new: Catalogue, pairs: Sequence[tuple[Side, Side]], renaming: tuple[Renaming, Renaming]
) -> Iterator[Change]:
    """Yield what changed in what the catalogue says for its rules; what touches none of them is left out."""
    for key, weight in DEFAULTS.items():
        values = getattr(old.text, key), getattr(new.text, key)
        if key_of(written(values[0], renaming[0])) == key_of(written(values[1], renaming[1])):
            continue
        touched = [pair for pair in pairs if _touched(*pair, key)]
        effect: Effect | None = None
        if key == "in_force":
            effect = in_force_moved(old.text.in_force, new.text.in_force)
        if key == "scope":
            effect = condition_moved((old.text.scope,), (new.text.scope,), renaming[0].names, renaming[1].names)
            effect = effect if touched else "same"
        if touched or effect == "same":
            weight = Weight.WORDING if effect == "same" else weight
            where, former, touches = (old.id, new.id), _former(old.id, new.id), full_ids(touched)
            yield Change("changed", "catalogue", new.id, key, *values, weight, where, former, effect, touches=touches)


def _touched(old: Side, new: Side, key: str) -> bool:
    if key == "scope":
        return whole_condition_moved(old, new) != "same"
    return inherited(old.rule, new.rule, key)


def _urgency(matter: Matter, old: Catalogue, new: Catalogue, renaming: tuple[Renaming, Renaming]) -> Iterator[Change]:
    """Yield the urgency words that the catalogue has come to define otherwise."""
    mentions = mentioned([old]), mentioned([new])
    for word in sorted({*old.text.urgency, *new.text.urgency}):
        before, now = old.text.urgency.get(word), new.text.urgency.get(word)
        if _alike(before, now, renaming, deep=False):
            continue
        same = _alike(before, now, renaming, deep=True)
        moved = time_moved(Time(before, renaming[0].calendars), Time(now, renaming[1].calendars))
        former = _former(f"{old.id}.{word}", f"{new.id}.{word}")
        yield Change(
            "added" if before is None else "removed" if now is None else "changed",
            "urgency",
            f"{new.id}.{word}",
            "urgency",
            before,
            now,
            Weight.WORDING if same else Weight.TIME,
            (old.id, new.id),
            former,
            "same" if same else moved.effect,
            moved.by,
            touches=mentioning(matter.within(old.id, new.id), *mentions, "urgency", word, word),
        )


def _alike(before: Duration | None, now: Duration | None, renaming: tuple[Renaming, Renaming], *, deep: bool) -> bool:
    one, other = (
        written(text, Renaming(side.names, side.renamed, side.calendars, deep))
        for text, side in ((before, renaming[0]), (now, renaming[1]))
    )
    return key_of(one) == key_of(other)
