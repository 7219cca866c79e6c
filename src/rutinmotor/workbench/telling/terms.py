"""Small values of an explanation in, the words for them out: lengths, events, facts, free days; for the rooms below."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from itertools import groupby

from rutinmotor.engine.explanation import EventRef, FactRef, FreeDay, Length
from rutinmotor.ground.words import (
    MONTHS,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    Lang,
    counted,
    day_long,
    holiday_name,
    listed,
    said,
    unit_noun,
)
from rutinmotor.language.case import FactValue

# So many free days in a row are named one by one; of more, those without a name of their own are only counted.
_NAMED_ONE_BY_ONE = 8


def length_told(length: Length, lang: Lang) -> str:
    """Say a length of time: `6 veckor`, `3 arbetsdagar (kalendern vardag)`."""
    text = counted(length.number, unit_noun(length.unit), lang)
    return f"{text} ({said(lang, 'kalendern', 'calendar')} {length.calendar})" if length.calendar else text


def quoted(title: str, lang: Lang) -> str:
    """Set a title off from the sentence that it stands in."""
    return f"”{title}”" if lang == "sv" else f"“{title}”"


def moment_told(event: EventRef, lang: Lang) -> str:
    """Say when an event came, with its clock if it has one: `onsdag 1 oktober 2025 kl. 08.30`."""
    if event.clock is None:
        return day_long(event.day, lang)
    return f"{day_long(event.day, lang)} {clock_told(event.clock, lang)}"


def clock_told(clock: str, lang: Lang) -> str:
    """Say a clock: `kl. 08.30`, `at 08:30`."""
    return said(lang, f"kl. {clock.replace(':', '.')}", f"at {clock}")


def event_told(event: EventRef, lang: Lang) -> str:
    """Say an event: its title, its id if it has one, and when it came."""
    return f"{event.title}{id_told(event)}, {moment_told(event, lang)}"


def id_told(event: EventRef) -> str:
    """Give an event's id in brackets, after a blank, if it has one."""
    return f" ({event.id})" if event.id is not None else ""


def value_told(value: FactValue, lang: Lang) -> str:
    """Say a fact's value."""
    if isinstance(value, bool):
        return said(lang, "ja", "yes") if value else said(lang, "nej", "no")
    return day_long(value, lang) if isinstance(value, date) else str(value)


def fact_told(fact: FactRef, item: str | None, lang: Lang, as_of: str | None = None) -> str:
    """Say how a fact stood, and where: `är egen (står på hemtjanst-1)`; `as_of` a clock, how it stood then."""
    at = "" if as_of is None else f" {clock_told(as_of, lang)}"
    verb = said(lang, "var", "was") if at else said(lang, "är", "is")
    if fact.holder is None:
        of = "" if fact.of is None else f" {said(lang, 'för', 'of')} {_named_on_day(fact.of, lang)}"
        return f"{verb} {said(lang, 'inte angiven', 'not given')}{at}{of}{_taken_away(fact, lang)}"
    return f"{verb} {value_told(fact.value, lang)}{at} ({_where_told(fact, item, lang)}{_how_told(fact, lang)})"


def _where_told(fact: FactRef, item: str | None, lang: Lang) -> str:
    """Say where a fact's value stands: on the item or the case, or that it is of an event."""
    if fact.of is not None:
        return f"{said(lang, 'gäller', 'of')} {_named_on_day(fact.of, lang)}"
    where = item if fact.holder == "item" and item else said(lang, "ärendet", "the case")
    return f"{said(lang, 'står på', 'stands on')} {where}"


def _how_told(fact: FactRef, lang: Lang) -> str:
    """Say when a fact was given, and by which event, and that it had been missing before, if it had."""
    given = fact.given
    if given is None or given.event is None or given.day is None:
        return said(lang, " från början", " from the start")
    if given.event == fact.of:
        return said(lang, ", angivet med den", ", given with it")
    day, event = day_long(given.day, lang), _named(given.event, lang)
    if fact.late:
        when = moment_told(given.event, lang)
        return said(
            lang,
            f", saknades då och angavs först {when} med {event}",
            f", missing then and given only on {when} with {event}",
        )
    return said(lang, f", angivet {day} med {event}", f", given on {day} with {event}")


def _taken_away(fact: FactRef, lang: Lang) -> str:
    """Say what took away the value that a fact has had, if it had one."""
    if fact.given is None or fact.given.event is None or fact.given.day is None:
        return ""
    day, event = day_long(fact.given.day, lang), _named(fact.given.event, lang)
    return said(lang, f" (togs bort {day} med {event})", f" (taken away on {day} with {event})")


def changed_told(fact: FactRef, lang: Lang) -> str:
    """Say since when a fact stands otherwise, as a sentence; nothing where it does not."""
    changed = fact.changed
    if changed is None or changed.event is None:
        return ""
    day, event = moment_told(changed.event, lang), _named(changed.event, lang)
    if changed.value is None:
        return said(
            lang, f"Sedan {day} är den inte angiven, genom {event}.", f"Since {day} it is not given, through {event}."
        )
    value = value_told(changed.value, lang)
    return said(lang, f"Sedan {day} är den {value}, genom {event}.", f"Since {day} it is {value}, through {event}.")


def _named_on_day(event: EventRef, lang: Lang) -> str:
    return f"{_named(event, lang)} {said(lang, '', 'on ')}{moment_told(event, lang)}"


def _named(event: EventRef, lang: Lang) -> str:
    return f"{quoted(event.title, lang)}{id_told(event)}"


def free_told(
    free: Iterable[FreeDay], year: int, lang: Lang, named: Callable[[FreeDay, int, Lang], str] | None = None
) -> str:
    """Name free days in order of time, with the year where it is not the one given; `named` says one of them.

    Of many, those that are free as their day of the week always is are counted together.
    """
    days, named = list(free), named or _free_day
    if len(days) <= _NAMED_ONE_BY_ONE:
        return listed([named(one, year, lang) for one in days], lang)
    weekdays = [one for one in days if one.why == "weekday"]
    others = [named(one, year, lang) for one in days if one.why != "weekday"]
    names = [number for number, _ in groupby(sorted(one.day.weekday() for one in weekdays))]
    plural = said(lang, "ar", "s")
    usual = f"{len(weekdays)} {listed([WEEKDAYS[lang][number] + plural for number in names], lang)}"
    return listed([*others, usual] if weekdays else others, lang)


def _free_day(free: FreeDay, year: int, lang: Lang) -> str:
    day = f"{WEEKDAYS_SHORT[lang][free.day.weekday()]} {free.day.day} {MONTHS[lang][free.day.month - 1]}"
    if free.day.year != year:
        day += f" {free.day.year}"
    if free.name is not None:
        return f"{holiday_name(free.name, lang)} {day}"
    return (
        f"{day} ({said(lang, 'egen ledig dag i kalendern', 'free day of the calendar’s own')})"
        if free.why == "extra"
        else day
    )
