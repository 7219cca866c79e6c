"""An example of a rule's boundaries in, what is to be noticed in it out; and what holds where nothing is counted."""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final

from rutinmotor.engine.explanation import Counted, FreeDay, GivenDay, OnEvent, PeriodEnd, Rolled, Step
from rutinmotor.ground.words import (
    MONTHS_SHORT,
    WEEKDAYS,
    WEEKDAYS_SHORT,
    Lang,
    day_short,
    holiday_name,
    period_words,
    said,
    unbroken,
    urgency_word,
)
from rutinmotor.language.constructs import TRIGGERS, On, OwnStep
from rutinmotor.workbench.boundaries.boundary import Boundaries, Example, Kind
from rutinmotor.workbench.boundaries.occasions import FEASTS
from rutinmotor.workbench.telling import free_told, quoted

# English writes the names of feasts with capitals.
_FEASTS: Final = frozenset(FEASTS)

_LABELS: Final[Mapping[Kind, tuple[str, str]]] = {
    "ordinary": ("En vanlig dag", "Ordinary day"),
    "weekend": ("Helg", "Weekend"),
    "easter": ("Påsk", "Easter"),
    "midsummer": ("Midsommar", "Midsummer"),
    "christmas": ("Jul", "Christmas"),
    "new_year": ("Nyår", "New Year"),
    "month_end": ("Månadsskifte", "Month’s end"),
    "period_end": ("Periodens slut", "Period’s end"),
    "period_start": ("Periodens början", "Period’s start"),
    "leap_month": ("Till skottdagen", "To the leap day"),
    "leap_day": ("Skottår", "Leap year"),
}


def kind_told(kind: Kind, lang: Lang) -> str:
    """Name what an example of a kind shows."""
    return said(lang, *_LABELS[kind])


def shown_by(one: Example, lang: Lang) -> str:
    """Name what an example shows; of a period's ends, which period it is."""
    return said(lang, " och ", " and ").join(_label(kind, one, lang) for kind in one.kinds)


def within_a_sentence(label: str, lang: Lang) -> str:
    """Write a label as it stands within a sentence: Swedish has small letters also for feasts."""
    feasts = {kind_told(kind, lang) for kind in _FEASTS} if lang == "en" else ()
    return label if label.partition(" and ")[0] in feasts else f"{label[:1].lower()}{label[1:]}"


def _label(kind: Kind, one: Example, lang: Lang) -> str:
    if kind not in ("period_end", "period_start"):
        return kind_told(kind, lang)
    period = next((step.bounds for step in one.explained.steps if isinstance(step, OwnStep)), "month")
    words = period_words(period)
    whose = said(lang, f"{words.the.sv}s", f"{words.bare.en}’s").capitalize()
    return f"{whose} {said(lang, 'slut', 'end') if kind == 'period_end' else said(lang, 'början', 'start')}"


def notes(one: Example, lang: Lang) -> Iterator[str]:
    """Say what makes an example worth its row."""
    steps = one.explained.steps
    for step in steps:
        if isinstance(step, GivenDay):
            day = unbroken(day_short(step.end, lang))
            yield f"{quoted(step.fact.title, lang)} {said(lang, 'är', 'is')} {day}"
        elif isinstance(step, PeriodEnd) and step.end == one.start:
            yield said(lang, "uppstår på periodens sista dag", "arises on the last day of the period")
        elif isinstance(step, OnEvent):
            event = quoted(step.event.title, lang)
            yield said(lang, f"{event} händer då", f"{event} happens then")
        elif isinstance(step, Rolled):
            yield _rolled(step, one.start.year, lang)
        elif isinstance(step, Counted):
            yield from _counted(step, lang)
    yield from _on(one, lang)
    yield from _over_leap_day(one, lang)


def day_within(day: date, year: int, lang: Lang) -> str:
    """Give a day with short words, kept on one line, and with its year only where that is another."""
    weekday, month = WEEKDAYS_SHORT[lang][day.weekday()], MONTHS_SHORT[lang][day.month - 1]
    return unbroken(f"{weekday} {day.day} {month}" + (f" {day.year}" if day.year != year else ""))


def _rolled(step: Rolled, year: int, lang: Lang) -> str:
    """Say from which free day a date was moved, and which others it passed."""
    following = step.direction == "next"
    sv = "nästa arbetsdag" if following else "arbetsdagen före"
    en = "the next working day" if following else "the working day before"
    first, passed = (
        [one for one in step.free if one.day == step.start],
        [one for one in step.free if one.day != step.start],
    )
    day, days = _free(first, year, lang), _free(passed, year, lang)
    told = said(lang, f"flyttas från {day} till {sv}", f"moved from {day} to {en}")
    return told + (said(lang, f", förbi {days}", f", past {days}") if passed else "")


def _counted(step: Counted, lang: Lang) -> Iterator[str]:
    if step.free:
        days = _free(step.free, step.start.year, lang)
        yield said(lang, f"hoppar över {days}", f"steps over {days}")
    if step.clipped:
        yield said(
            lang,
            f"den {step.start.day} finns inte i den månaden: dess sista dag gäller",
            f"that month has no day {step.start.day}, so its last day counts",
        )


def _free(days: Sequence[FreeDay], year: int, lang: Lang) -> str:
    """Name free days as elsewhere, but with short months, and each date kept on one line of a narrow column."""
    return free_told(days, year, lang, _free_day)


def _free_day(one: FreeDay, year: int, lang: Lang) -> str:
    day = day_within(one.day, year, lang)
    if one.name is not None:
        return f"{holiday_name(one.name, lang)} {day}"
    return f"{day} ({said(lang, 'egen ledig dag', 'free day of its own')})" if one.why == "extra" else day


def _on(one: Example, lang: Lang) -> Iterator[str]:
    """Say that a due date falls on a free day and stays there."""
    if one.due is None:
        return
    weekday = WEEKDAYS[lang][one.due.weekday()]
    if one.special is not None:
        name = holiday_name(one.special, lang)
        yield said(lang, f"sista dagen är {name} och flyttas inte", f"the last day is {name} and is not moved")
    elif one.due.weekday() > 4:
        yield said(
            lang, f"sista dagen är en {weekday} och flyttas inte", f"the last day is a {weekday} and is not moved"
        )


def _over_leap_day(one: Example, lang: Lang) -> Iterator[str]:
    """Say of the examples about it that the leap day is counted like any other."""
    if one.due is None or not {"leap_day", "leap_month"} & set(one.kinds) or not isleap(one.due.year):
        return
    leap = date(one.due.year, 2, 29)
    if one.start <= leap == one.due:
        yield said(lang, "sista dagen är skottdagen", "the last day is the leap day")
    if not one.start < leap < one.due:
        return
    if not any(isinstance(step, Counted) and step.length.calendar for step in one.explained.steps):
        yield said(lang, "29 februari räknas som en dag", "29 February counts as a day")
    elif leap.weekday() < 5:
        yield said(lang, "29 februari räknas som en arbetsdag", "29 February counts as a working day")


def instead_told(found: Boundaries, lang: Lang) -> Iterator[str]:
    """Say what holds instead of a due date that is counted."""
    first = found.examples[0].explained if found.examples else None
    match found.timing:
        case "standing":
            yield _standing_told(found, lang)
        case "open" if first is not None and first.obligation.urgency:
            yield _urgent_told(urgency_word(first.obligation.urgency, lang), found, lang)
        case "open":
            yield said(
                lang,
                "Det finns ingen sista dag: det är att göra från den dag det uppstår, och blir aldrig försenat.",
                "There is no last day: it is to be done from the day it arises, and never becomes overdue.",
            )
        case "before" if first is not None:
            event = quoted(_awaited(first.steps) or (first.awaited.title if first.awaited else ""), lang)
            yield said(
                lang,
                f"Ska vara gjort innan {event}. Till dess finns ingen sista dag; den dag det händer är den sista.",
                f"To be done before {event}. Until then there is no last day; the day it happens is the last.",
            )
        case _ if first is not None and first.obligation.due is None:
            yield said(
                lang,
                "Den regel som den här löper inför har ingen sista dag här, och då har inte den här heller någon.",
                "The rule that this one runs ahead of has no last day here, and so this one has none either.",
            )
        case _:
            return


def _standing_told(found: Boundaries, lang: Lang) -> str:
    line = found.examples[0].explained.trigger.line if found.examples else None
    ends = [said(lang, "tills det faller bort", "until it ends")] if found.version.rule.ends_with else []
    if line is not None and TRIGGERS[line.kind].on is On.STATE and line.length is None:
        name = quoted(line.name.title, lang)
        ends.append(said(lang, f"tills {name} inte längre gäller", f"until {name} no longer holds"))
    until = said(lang, " eller ", " or ").join(ends) or said(lang, "och tills vidare", "and until further notice")
    return said(
        lang,
        f"Löpande: det gäller från den dag det uppstår {until}. Det finns ingen sista dag.",
        f"Standing: it holds from the day it arises {until}. There is no last day.",
    )


def _urgent_told(urgency: str, found: Boundaries, lang: Lang) -> str:
    if found.version.rule.repeat is None:
        return said(
            lang,
            f"Ska göras {urgency}, men katalogen säger inte hur många dagar det är. Det lyser gult från första "
            "dagen och blir aldrig försenat.",
            f"To be done {urgency}, but the catalogue does not say how many days that is. It is yellow from the "
            "first day and never becomes overdue.",
        )
    return said(
        lang,
        f"Första gången ska det göras {urgency}, men katalogen säger inte hur många dagar det är. Det lyser gult från "
        "första dagen och blir inte försenat. Därefter finns en sista dag varje gång.",
        f"The first time it is to be done {urgency}, but the catalogue does not say how many days that is. It is "
        "yellow from the first day and does not become overdue. After that there is a last day each time.",
    )


def _awaited(steps: Iterable[Step]) -> str | None:
    return next((step.event.title for step in steps if isinstance(step, OnEvent)), None)
