"""The words and calendars of two sets of rules in, each change of them once, with the rules that it touches, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from typing import Any

from rutinmotor.language.catalogue import CalendarText, CatalogueText
from rutinmotor.language.constructs import Weight, keys_of, weights
from rutinmotor.workbench.diff.difference import Change, Kind, Subject
from rutinmotor.workbench.diff.effects import calendar_moved
from rutinmotor.workbench.diff.renamed import SECTIONS, Declaration, words_in
from rutinmotor.workbench.diff.touching import Matter, Mentioned, mentioned, mentioning
from rutinmotor.workbench.diff.written import Renaming, key_of, written

_SUBJECTS: Mapping[str, Subject] = {
    "events": "event",
    "facts": "fact",
    "states": "state",
    "actors": "actor",
    "calendars": "calendar",
}
# What a word is made of, and how much a change of it weighs; a calendar's days are compared as a whole.
PARTS: Mapping[str, Mapping[str, Weight]] = {
    section: weights(shape) for section in _SUBJECTS for shape in keys_of(CatalogueText)[section].shapes
}
_Named = tuple[str, Declaration]


def vocabulary_changes(matter: Matter) -> Iterator[Change]:
    """Yield the words that came, went or got another name, and what changed in what they mean."""
    mentions = mentioned(matter.old), mentioned(matter.new)
    for section in SECTIONS:
        old, new = words_in(matter.old, section), words_in(matter.new, section)
        called = {name: matter.renamed[section].get(name, name) for name in old}
        for name, one in old.items():
            if called[name] not in new:
                yield _whole("removed", section, name, one)
            else:
                now = called[name]
                yield from _changed(matter, mentions, section, (name, one), (now, new[now]))
        for name, one in new.items():
            if name not in called.values():
                yield _whole("added", section, name, one)
    yield from _calendar_changes(matter, mentions)


def _whole(kind: Kind, section: str, name: str, one: Declaration) -> Change:
    old, new = (one.text, None) if kind == "removed" else (None, one.text)
    where = (one.owner, one.owner)
    return Change(kind, _SUBJECTS[section], name, "whole", old, new, Weight.VOCABULARY, where)


def _changed(
    matter: Matter, mentions: tuple[Mentioned, Mentioned], section: str, before: _Named, now: _Named
) -> Iterator[Change]:
    """Yield what changed in one word; that another catalogue declares it in the same way is no change."""
    (name, old), (called, new) = before, now
    former = name if name != called else None
    subject, where = _SUBJECTS[section], (old.owner, new.owner)
    one = written(old.text, Renaming(matter.names[old.owner], matter.renamed))
    other = written(new.text, Renaming(matter.names_now[new.owner]))
    if former is None and (old.said == new.said or key_of(one) == key_of(other)):
        return
    touches = mentioning(matter.pairs, *mentions, section, name, called)
    if former is not None:
        weight = Weight.VOCABULARY
        yield Change("renamed", subject, called, "whole", name, called, weight, where, former, touches=touches)
    for part, weight in PARTS[section].items():
        if _part(one, part) != _part(other, part):
            values = getattr(old.text, part), getattr(new.text, part)
            reached = _losing(matter, mentions, *values) if part == "resets" else touches
            yield Change("changed", subject, called, part, *values, weight, where, former, touches=reached)


def _losing(
    matter: Matter, mentions: tuple[Mentioned, Mentioned], old: Collection[str], new: Collection[str]
) -> tuple[str, ...]:
    """Give the rules that ask for the facts that an event took away, or takes away now, and not both."""
    renamed = matter.renamed["facts"]
    names = {name: renamed.get(name, name) for name in old}
    former = {called: name for name, called in renamed.items()}
    gone = [(name, called) for name, called in names.items() if called not in new]
    come = [(former.get(name, name), name) for name in new if name not in names.values()]
    asking = (mentioning(matter.pairs, *mentions, "facts", *one) for one in (*gone, *come))
    return tuple(sorted({rule for rules in asking for rule in rules}))


def _part(plain: Any, part: str) -> str:
    return key_of(plain.get(part))


def _calendar_changes(matter: Matter, mentions: tuple[Mentioned, Mentioned]) -> Iterator[Change]:
    """Yield the calendars of which the days have changed, as the catalogues see them; alike ones once."""
    found: dict[tuple[str, str, str], tuple[Change, set[str]]] = {}
    for catalogue, other in matter.catalogues.items():
        pairs, now = matter.within(catalogue, other), matter.names_now[other].calendars
        for name, old in matter.names[catalogue].calendars.items():
            called = matter.renamed["calendars"].get(name, name)
            new = now.get(called)
            if new is None or (keys := (key_of(written(old.text)), key_of(written(new.text))))[0] == keys[1]:
                continue
            change = _calendar((name, called), old.text, new.text, (old.owner.id, new.owner.id))
            _, touches = found.setdefault((called, *keys), (change, set()))
            touches.update(mentioning(pairs, *mentions, "calendars", name, called))
    for change, touches in found.values():
        yield replace(change, touches=tuple(sorted(touches)))


def _calendar(names: tuple[str, str], old: CalendarText, new: CalendarText, where: tuple[str, str]) -> Change:
    name, called = names
    former, effect = name if name != called else None, calendar_moved(old, new)
    return Change("changed", "calendar", called, "days", old, new, Weight.TIME, where, former, effect)
