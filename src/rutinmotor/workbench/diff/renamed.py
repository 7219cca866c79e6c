"""Two sets of catalogues in, the words that they give names to, and those that only bear another name, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from rutinmotor.language.catalogue import Catalogue, used_by
from rutinmotor.workbench.diff.written import key_of, written

SECTIONS = ("events", "facts", "states", "actors", "calendars")
Texts = Mapping[str, "Declaration"]


class Declaration(NamedTuple):
    """A word: the catalogue that declares it, what it says there, and all that any catalogue says of it, as texts."""

    owner: str
    text: Any
    said: frozenset[str]


def words_in(catalogues: Iterable[Catalogue], section: str) -> Texts:
    """Give every word of a section by its name; of several catalogues that declare one, the first by name owns it."""
    found: dict[str, Declaration] = {}
    for catalogue in sorted(catalogues, key=lambda one: one.id):
        words: Mapping[str, Any] = getattr(catalogue.text, section)
        for name, text in words.items():
            said = key_of(written(text))
            known = found.get(name)
            found[name] = known._replace(said=known.said | {said}) if known else Declaration(catalogue.id, text, {said})  # pyright: ignore[reportArgumentType]
    return found


def renamed_words(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> Mapping[str, Mapping[str, str]]:
    """Give, for each section, the words that are called otherwise now: of one title, or of one calendar's days."""
    return {section: _renamed(words_in(old, section), words_in(new, section)) for section in SECTIONS}


def _renamed(old: Texts, new: Texts) -> Mapping[str, str]:
    """Pair words that are only on one side, where what tells them stands once on each."""
    gone = {name: _mark(one.text) for name, one in old.items() if name not in new}
    come = {name: _mark(one.text) for name, one in new.items() if name not in old}
    once = {mark for mark, many in Counter(gone.values()).items() if many == 1 and mark} & {
        mark for mark, many in Counter(come.values()).items() if many == 1
    }
    now = {mark: name for name, mark in come.items()}
    return {name: now[mark] for name, mark in gone.items() if mark in once}


def _mark(text: Any) -> str | None:
    """Give what a word is known again by."""
    return text.title if hasattr(text, "title") else key_of(written(text))


def paired_catalogues(old: Sequence[Catalogue], new: Sequence[Catalogue]) -> Mapping[str, str]:
    """Give each catalogue's name now by its name before; one that is called otherwise is known by what it holds."""
    before, now = {one.id: one for one in old}, {one.id: one for one in new}
    found = {name: name for name in before if name in now}
    gone, come = [before[name] for name in before if name not in now], [now[name] for name in now if name not in before]
    alike = sorted(
        (-score, *sorted((one.id, other.id)), one.id, other.id)
        for one in gone
        for other in come
        if (score := _overlap(_held(one), _held(other))) >= 0.5
    )
    for _, _, _, name, other in alike:
        if name not in found and other not in found.values():
            found[name] = other
    return found


def _held(catalogue: Catalogue) -> set[str]:
    text = catalogue.text
    words = {f"{section}.{name}" for section in SECTIONS for name in getattr(text, section)}
    return words | {f"rules.{rule.id}" for rule in text.rules}


def _overlap(one: set[str], other: set[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def calendar_marks(
    old: Sequence[Catalogue], new: Sequence[Catalogue], pairs: Mapping[str, str], renamed: Mapping[str, str]
) -> tuple[Mapping[str, Mapping[str, str]], Mapping[str, Mapping[str, str]]]:
    """Give each calendar that a catalogue sees a text that stands for its days, before and now.

    Where the days of one calendar have changed, its name stands for them: that is the calendar's change, not a rule's.
    """
    before, now = _seen(old), _seen(new)
    was = {name: dict(calendars) for name, calendars in before.items()}
    is_ = {name: dict(calendars) for name, calendars in now.items()}
    for catalogue, other in pairs.items():
        for name, days in before[catalogue].items():
            called = renamed.get(name, name)
            if called in now[other] and now[other][called] != days:
                was[catalogue][name] = is_[other][called] = called
    return was, is_


def _seen(catalogues: Sequence[Catalogue]) -> Mapping[str, Mapping[str, str]]:
    loaded = {one.id: one for one in catalogues}
    found: dict[str, dict[str, str]] = {}
    for catalogue in catalogues:
        seen = found[catalogue.id] = {}
        for one in used_by(catalogue, loaded):
            for name, text in one.text.calendars.items():
                seen.setdefault(name, key_of(written(text)))
    return found
