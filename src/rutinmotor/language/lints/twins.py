"""Catalogues in, pairs of events that are likely one and the same out; a lint, after the checks."""

from __future__ import annotations

import re
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import combinations

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose, folded
from rutinmotor.language.catalogue import Catalogue, Declared, EventType, names_of

# How much of two titles must be the same, of 1.
_NEAR = 0.85
# Words that many events share make pairs without number; a file of such words is no file of slips.
_MOST_OF_A_KIND = 20
_NEGATIONS = frozenset({"ej", "icke", "inga", "ingen", "inget", "inte", "utan"})

Events = Mapping[str, Declared[EventType]]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find events that one catalogue can name and that have the same title, or ids and titles that are nearly so.

    Ids are near when they are a letter apart, or the same words in another order. Events told apart by a number are
    not near: the first time and the second are two. Nor are those of which one denies the other. Each is told once,
    with one that stands before it.
    """
    said: set[Place] = set()
    for names in names_of(catalogues).values():
        for one, other in _pairs(names.events):
            places = (_place(names.events, one), _place(names.events, other))
            first, second = sorted(places)
            if second not in said:
                said.add(second)
                earlier, later = (one, other) if places == (first, second) else (other, one)
                yield diagnose("RM262", second, further=(first,), name=later, other=earlier)


def _pairs(events: Events) -> Iterator[tuple[str, str]]:
    """Yield the pairs of ids that are near, or whose titles are equal, with titles that are near."""
    buckets: dict[Hashable, list[str]] = {}
    for name, declared in events.items():
        for key in _keys(name, declared.text.title):
            buckets.setdefault(key, []).append(name)
    told: set[tuple[str, str]] = set()
    for bucket in buckets.values():
        for one, other in combinations(bucket[:_MOST_OF_A_KIND], 2):
            if one != other and (one, other) not in told and _is_near(events[one].text.title, events[other].text.title):
                told.add((one, other))
                yield one, other


def _keys(name: str, title: str | None) -> Iterable[Hashable]:
    """Give keys of which two events have one in common when they may be the same: numbers stand in each."""
    if title is None:
        return ()
    numbers = tuple(re.findall(r"[0-9]+", f"{name} {title}"))
    word = folded(name)
    one_less = {word[:index] + word[index + 1 :] for index in range(len(word))}
    return (
        ("title", folded(title), numbers),
        ("words", tuple(sorted(name.split("_"))), numbers),
        *(("letters", form, numbers) for form in sorted({word, *one_less})),
    )


def _is_near(one: str | None, other: str | None) -> bool:
    if one is None or other is None or _are_opposite(one, other):
        return False
    matcher = SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    return matcher.real_quick_ratio() >= _NEAR and matcher.quick_ratio() >= _NEAR and matcher.ratio() >= _NEAR


def _are_opposite(one: str, other: str) -> bool:
    """Say whether one title denies the other, by a word of its own or by an `o` before one, as in `ofullständig`."""
    words, others = (set(re.findall(r"\w+", title.casefold())) for title in (one, other))
    mine, its = words - others, others - words
    return bool((mine | its) & _NEGATIONS) or any(f"o{word}" in mine | its for word in mine | its)


def _place(events: Events, name: str) -> Place:
    return events[name].owner.key_place("events", name)
