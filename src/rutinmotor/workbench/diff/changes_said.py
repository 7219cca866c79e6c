"""A change between two sets of rules in, the sentence for it out; for the text and the records of a diff."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from rutinmotor.engine.explanation import Length
from rutinmotor.ground.words import Lang, day_long, printable, said, urgency_word
from rutinmotor.language.catalogue import UNITS, CalendarText, Deadline, InForce, Rule, Version, versions_of
from rutinmotor.language.constructs import keys_of
from rutinmotor.workbench.diff.calendar_changes import days_told
from rutinmotor.workbench.diff.difference import Change, Comparison
from rutinmotor.workbench.diff.parts_said import Side
from rutinmotor.workbench.diff.patterns import EFFECTS, RULE, SHARED, SUBJECTS, VERSION, WHOLE, Pattern
from rutinmotor.workbench.diff.written import written
from rutinmotor.workbench.telling import Titles, demand_told, in_force_told, length_told, quoted, titles_of

# Of a text that has changed within, how many words around the change are shown.
_AROUND = 4
_LONGEST = 200


@dataclass(frozen=True, slots=True)
class Naming:
    """What both sides of a comparison call things, and their rules by full id."""

    was: Titles
    now: Titles
    before: Mapping[str, tuple[Version, ...]]
    after: Mapping[str, tuple[Version, ...]]


def naming_of(comparison: Comparison) -> Naming:
    """Gather what a comparison's changes are told with."""
    return Naming(
        titles_of(comparison.old),
        titles_of(comparison.new),
        versions_of(comparison.old),
        versions_of(comparison.new),
    )


def head_told(change: Change, naming: Naming, lang: Lang) -> str:
    """Name what has changed: a rule by its title, all else by what it is and what it is called."""
    name = name_told(change, naming, lang)
    return name if change.subject == "rule" else f"{said(lang, *SUBJECTS[change.subject])} {name}"


def name_told(change: Change, naming: Naming, lang: Lang) -> str:
    """Give the title of what has changed, as it is called now; of what is gone, as it was called."""
    titles, where = (naming.was, change.catalogue[0]) if _is_gone(change) else (naming.now, change.catalogue[1])
    match change.subject:
        case "rule":
            return printable(titles.rule(change.name).removesuffix("."))
        case "catalogue" | "calendar":
            return change.name
        case "urgency":
            return quoted(urgency_word(change.name.partition(".")[2], lang), lang)
        case "event":
            return quoted(titles.event(where, change.name), lang)
        case "fact":
            return quoted(titles.fact(where, change.name), lang)
        case "state":
            return quoted(titles.state(where, change.name), lang)
        case "actor":
            return quoted(titles.actor(where, change.name), lang)


def _is_gone(change: Change) -> bool:
    return change.kind == "removed" or change.version == "removed"


def change_told(change: Change, naming: Naming, lang: Lang) -> str:
    """Say what has changed, without naming of what: as it follows a title and a colon, without a full stop."""
    told = _Telling(change, naming, lang)
    text = told.whole() if change.aspect in ("whole", "version") else told.aspect()
    if change.since is not None and change.version is not None:
        since = said(lang, "i versionen från och med", "in the version from")
        text = f"{since} {day_long(change.since, lang)}: {text}" if change.since > date.min else text
    effect = _effect(change, lang)
    return f"{text} ({effect})" if effect else text


def _effect(change: Change, lang: Lang) -> str:
    if change.effect is None:
        return ""
    if change.by is not None:
        side = said(lang, *(("längre", "longer") if change.effect == "longer" else ("kortare", "shorter")))
        return f"{length_told(change.by, lang)} {side}"
    return said(lang, *(EFFECTS.get(f"{change.aspect} {change.effect}") or EFFECTS[change.effect]))


class _Telling:
    """One change with what both its sides call things."""

    def __init__(self, change: Change, naming: Naming, lang: Lang) -> None:
        self._change = change
        self._naming = naming
        self._lang: Lang = lang
        # A change between versions is one within a side.
        was = naming.now if change.version == "added" else naming.was
        now = naming.was if change.version == "removed" else naming.now
        self._sides = Side(change.catalogue[0], was, lang), Side(change.catalogue[1], now, lang)

    def whole(self) -> str:
        """Say that something came, went or is called otherwise."""
        change, lang = self._change, self._lang
        if change.aspect == "version":
            days = _in_force(change.old if change.kind == "removed" else change.new, lang)
            return said(lang, *VERSION[change.kind]).format(days)
        if change.subject != "rule" or change.kind == "renamed":
            former, name = (one if isinstance(one, str) else "" for one in (change.old, change.new))
            return _filled(
                WHOLE["rule" if change.subject in ("rule", "catalogue") and change.kind == "renamed" else "word"],
                change.kind,
                former,
                name,
                lang,
            )
        return _filled(
            WHOLE["rule"],
            change.kind,
            self._demand(self._naming.before, self._naming.was),
            self._demand(self._naming.after, self._naming.now),
            lang,
        )

    def _demand(self, rules: Mapping[str, tuple[Version, ...]], titles: Titles) -> str:
        """Say what a rule demands in each of its versions, and when it does where that is its own matter."""
        told: list[str] = []
        for version in rules.get(self._change.name, ()):
            told.append(demand_told(version, titles, self._lang))
            if version.rule.in_force is not None:
                days = _in_force(version.rule.in_force, self._lang)
                told.append(said(self._lang, f"Det gäller {days}.", f"That is in force {days}."))
        return " ".join(told).removesuffix(".")

    def aspect(self) -> str:
        """Say what stands under a key now and what stood there before."""
        change, lang = self._change, self._lang
        old, new = change.old, change.new
        if change.aspect == "deadline" and (short := self._length()) is not None:
            return short
        if isinstance(old, CalendarText) and isinstance(new, CalendarText):
            return days_told(old, new, lang)
        shared = None if change.subject == "rule" else SHARED.get(change.aspect)
        pattern = shared or RULE.get(change.aspect) or _titled(change.aspect)
        if isinstance(old, str) and isinstance(new, str) and change.aspect in ("help", "interpretation"):
            before, now = _apart(old, new, lang)
            return _filled(pattern, "changed", before, now, lang)
        one, other = (side.parts(change.aspect, value) for side, value in zip(self._sides, (old, new), strict=True))
        gone, come = [part for part in one if part not in other], [part for part in other if part not in one]
        if not gone and not come:
            gone, come = [_compact(old)], [_compact(new)]
        kind = "changed" if gone and come else "added" if come else "removed"
        before, now = (side.joined(change.aspect, parts) for side, parts in zip(self._sides, (gone, come), strict=True))
        return _filled(pattern, kind, before, now, lang, also=bool(one))

    def _length(self) -> str | None:
        """Say a time that is so many of one unit before and now, from what event it is counted."""
        old, new, lang = self._change.old, self._change.new, self._lang
        if not isinstance(old, Deadline) or not isinstance(new, Deadline) or old.roll or new.roll:
            return None
        one, other = (_number(deadline) for deadline in (old, new))
        if one is None or other is None or (old.kind, old.calendar) != (new.kind, new.calendar):
            return None
        start, to = self._start(), length_told(Length(new.kind, other, new.calendar), lang)
        return said(lang, f"tiden{start} ändras från {one} till {to}", f"the time{start} changes from {one} to {to}")

    def _start(self) -> str:
        """Name the event that the time is counted from, if it is one and the same before and now."""
        change = self._change
        versions = (
            *self._naming.before.get(change.former or change.name, ()),
            *self._naming.after.get(change.name, ()),
        )
        triggers = {tuple(one.name if one.how.as_is else None for one in version.rule.trigger) for version in versions}
        if len(triggers) != 1 or len(triggers := next(iter(triggers))) != 1 or triggers[0] is None:
            return ""
        event = self._sides[1].event(triggers[0])
        return said(self._lang, f" från {event}", f" from {event}")


def _titled(aspect: str) -> Pattern:
    """Give the wording of a rule's key that has none of its own: by the key's title."""
    about = keys_of(Rule)[aspect].about
    assert about is not None
    sv, en = f"”{about.title.sv}”", f"“{about.title.en}”"
    return Pattern(
        (f"{sv} är nu {{new}}", f"{en} is now {{new}}"),
        (f"{sv} är inte längre {{old}}", f"{en} is no longer {{old}}"),
        (f"{sv} är {{new}} i stället för {{old}}", f"{en} is {{new}} instead of {{old}}"),
    )


def _number(deadline: Deadline) -> int | None:
    number = getattr(deadline, deadline.kind) if deadline.kind in UNITS else None
    return number if isinstance(number, int) else None


def _filled(pattern: Pattern, kind: str, old: str, new: str, lang: Lang, *, also: bool = False) -> str:
    both = pattern.added if kind == "added" else pattern.removed if kind == "removed" else pattern.changed
    return said(lang, *both).format(old=old, new=new, also=said(lang, " också", " too") if also else "")


def _in_force(in_force: InForce | None, lang: Lang) -> str:
    """Say from when to when something is in force; without either, that it has no bounds."""
    told = in_force_told(in_force.from_, in_force.to, lang) if in_force else ""
    return told or said(lang, "utan gräns i tiden", "without end")


def _compact(value: Any) -> str:
    return json.dumps(written(value), ensure_ascii=False)


def _apart(old: str, new: str, lang: Lang) -> tuple[str, str]:
    """Quote two texts where they differ, with some words before and after."""
    one, other = printable(old.replace("\n", " ")).split(), printable(new.replace("\n", " ")).split()
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])

    def shown(words: list[str]) -> str:
        first, last = max(start - _AROUND, 0), min(len(words) - end + _AROUND, len(words))
        cut = " ".join(words[first:last])
        if len(cut) > _LONGEST:
            cut, last = cut[:_LONGEST].rstrip(), 0
        return quoted(f"{'… ' if first else ''}{cut}{' …' if last < len(words) else ''}", lang)

    return shown(one), shown(other)


def _alike(one: list[str], other: list[str]) -> int:
    """Count the words in which two texts begin alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
