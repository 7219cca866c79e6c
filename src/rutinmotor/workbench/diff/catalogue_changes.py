"""Catalogues before and now in, what changed in what they say of themselves and for all their rules out, each once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.language.catalogue import Catalogue, CatalogueText, Duration
from rutinmotor.language.constructs import Weight, weights
from rutinmotor.workbench.diff.difference import Change, Effect
from rutinmotor.workbench.diff.effects import Time, condition_moved, in_force_moved, time_moved
from rutinmotor.workbench.diff.rule_changes import Side, inherited, whole_condition_moved
from rutinmotor.workbench.diff.touching import Matter, full_ids, mentioned, mentioning
from rutinmotor.workbench.diff.written import Sense, key_of, written

# What a catalogue says for all its rules, and how much a change of it weighs.
DEFAULTS: Mapping[str, Weight] = {key: weights(CatalogueText)[key] for key in ("scope", "in_force", "warn")}
# What it says of itself; what has no weight only says where words are to be found, or is compared word by word.
OWN: Mapping[str, Weight] = {key: weight for key, weight in weights(CatalogueText).items() if key not in DEFAULTS}
_Senses = tuple[Mapping[str, Sense], Mapping[str, Sense]]


def catalogue_changes(matter: Matter, senses: _Senses) -> Iterator[Change]:
    """Yield what changed in catalogues; `senses` say, by catalogue, how names are understood before and now."""
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
        sense = senses[0][name], senses[1][other]
        yield from _defaults(*both, pairs, sense)
        yield from _urgency(matter, *both, sense)


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
    old: Catalogue, new: Catalogue, pairs: Sequence[tuple[Side, Side]], sense: tuple[Sense, Sense]
) -> Iterator[Change]:
    """Yield what changed in what the catalogue says for its rules; what touches none of them is left out."""
    for key, weight in DEFAULTS.items():
        values = getattr(old.text, key), getattr(new.text, key)
        if key_of(written(values[0], sense[0])) == key_of(written(values[1], sense[1])):
            continue
        touched = [pair for pair in pairs if _touched(*pair, key)]
        effect: Effect | None = None
        if key == "in_force":
            effect = in_force_moved(old.text.in_force, new.text.in_force)
        if key == "scope":
            effect = condition_moved((old.text.scope,), (new.text.scope,), sense[0].names, sense[1].names)
            effect = effect if touched else "same"
        if touched or effect == "same":
            weight = Weight.WORDING if effect == "same" else weight
            where, former, touches = (old.id, new.id), _former(old.id, new.id), full_ids(touched)
            yield Change("changed", "catalogue", new.id, key, *values, weight, where, former, effect, touches=touches)


def _touched(old: Side, new: Side, key: str) -> bool:
    if key == "scope":
        return whole_condition_moved(old, new) != "same"
    return inherited(old.rule, new.rule, key)


def _urgency(matter: Matter, old: Catalogue, new: Catalogue, sense: tuple[Sense, Sense]) -> Iterator[Change]:
    """Yield the urgency words that the catalogue has come to define otherwise."""
    mentions = mentioned([old]), mentioned([new])
    for word in sorted({*old.text.urgency, *new.text.urgency}):
        before, now = old.text.urgency.get(word), new.text.urgency.get(word)
        if _alike(before, now, sense, deep=False):
            continue
        same = _alike(before, now, sense, deep=True)
        moved = time_moved(Time(before, sense[0].calendars), Time(now, sense[1].calendars))
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


def _alike(before: Duration | None, now: Duration | None, sense: tuple[Sense, Sense], *, deep: bool) -> bool:
    one, other = (
        written(text, Sense(side.names, side.renamed, side.calendars, deep))
        for text, side in ((before, sense[0]), (now, sense[1]))
    )
    return key_of(one) == key_of(other)
