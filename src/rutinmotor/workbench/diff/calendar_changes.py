"""A calendar before and now in, which days it counts otherwise out; asked for by `changes_told`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from rutinmotor.ground.days import WEEKDAYS as SHORT
from rutinmotor.ground.words import WEEKDAYS, Lang, day_long, listed, said
from rutinmotor.language.catalogue import CalendarText


def days_told(old: CalendarText, new: CalendarText, lang: Lang) -> str:
    """Say which days have become working days and which free, each kind of reason apart."""
    parts = [
        *_weekdays(old, new, lang),
        *_holidays(old, new, lang),
        *_eves(old, new, lang),
        *_own_days(old.extra_free, new.extra_free, lang, "egna lediga dagar", "free days of its own"),
        *_own_days(old.extra_working, new.extra_working, lang, "egna arbetsdagar", "working days of its own"),
    ]
    return "; ".join(parts)


def _weekdays(old: CalendarText, new: CalendarText, lang: Lang) -> Iterable[str]:
    come = [day for day in new.weekdays if day not in old.weekdays]
    gone = [day for day in old.weekdays if day not in new.weekdays]
    if come:
        yield said(lang, f"{_named(come, lang)} är nu arbetsdag", f"{_named(come, lang)} is now a working day")
    if gone:
        yield said(lang, f"{_named(gone, lang)} är nu ledig", f"{_named(gone, lang)} is now free")


def _named(days: Iterable[str], lang: Lang) -> str:
    return listed([WEEKDAYS[lang][SHORT.index(day)] for day in sorted(days, key=SHORT.index)], lang)


def _holidays(old: CalendarText, new: CalendarText, lang: Lang) -> Iterable[str]:
    if old.holidays == new.holidays:
        return
    if new.holidays:
        yield said(lang, "allmänna helgdagar är nu lediga", "public holidays are now free")
    else:
        yield said(lang, "allmänna helgdagar är inte längre lediga", "public holidays are no longer free")


def _eves(old: CalendarText, new: CalendarText, lang: Lang) -> Iterable[str]:
    if old.eves_free == new.eves_free:
        return
    eves = said(lang, "midsommarafton, julafton och nyårsafton", "Midsummer Eve, Christmas Eve and New Year's Eve")
    if new.eves_free:
        yield said(lang, f"{eves} är nu lediga", f"{eves} are now free")
    else:
        yield said(lang, f"{eves} är inte längre lediga", f"{eves} are no longer free")


def _own_days(old: Iterable[date], new: Iterable[date], lang: Lang, sv: str, en: str) -> Iterable[str]:
    before, now = set(old), set(new)
    for days, verb_sv, verb_en in ((now - before, "tillkommer", "added"), (before - now, "tas bort", "gone")):
        if days:
            told = listed([day_long(day, lang) for day in sorted(days)], lang)
            yield said(lang, f"{sv} {verb_sv}: {told}", f"{en} {verb_en}: {told}")
