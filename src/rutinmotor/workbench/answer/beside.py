"""What stands beside an answer's obligations in, a few short lines out; the last part of a case's table."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from rutinmotor.engine.evaluation import (
    EndedWithCase,
    Evaluation,
    Later,
    MetNoItem,
    PassedDate,
    PassedOver,
    UnknownFact,
)
from rutinmotor.ground.words import (
    EVENT,
    RULE,
    Lang,
    Line,
    Look,
    Piece,
    counted,
    day_short,
    indented,
    line,
    listed,
    printable,
    said,
    unbroken,
    wrapped,
)
from rutinmotor.language.constructs import Kind
from rutinmotor.workbench.answer.obligations import cause
from rutinmotor.workbench.telling import Titles

_INDENT = 2
# Of so many a line names each; of more it names the first, and says how many there are.
_NAMED = 4


def passed_over_lines(events: Sequence[PassedOver], look: Look) -> list[Line]:
    """Write the events that no catalogue knows: a line for each, or where they are many one for all."""
    lang = look.lang
    text = said(lang, "Förbigått, för ingen katalog känner händelsen:", "Passed over, as no catalogue knows the event:")
    lines = indented(wrapped([Piece(text, "yellow")], look.width - _INDENT), _INDENT)
    if len(events) > _NAMED:
        types = Counter(event.type for event in events)
        names = [f"{printable(name)} ({times})" if times > 1 else printable(name) for name, times in types.items()]
        rows = [[Piece(_some(names, lang)), Piece(f", {counted(len(events), EVENT, lang)}", "faint")]]
    else:
        rows = [
            [
                Piece(printable(event.type)),
                Piece(f", {unbroken(day_short(event.day, lang))}{_id(event.event)}", "faint"),
            ]
            for event in events
        ]
    for row in rows:
        lines += indented(wrapped(row, look.width - 2 * _INDENT, hanging=2), 2 * _INDENT)
    return lines


def note_lines(evaluation: Evaluation, titles: Titles, look: Look) -> list[Line]:
    """Write what is good to know of the case's log, below all that is to be acted on; nothing where there is nothing.

    What is likely a mistake is yellow.
    """
    lang = look.lang
    rows = [
        *_likely(evaluation.unknown_facts, lang),
        *_ended_with_case(evaluation.ended_with_case, titles, lang),
        *_met_no_item(evaluation.met_no_item, titles, lang),
        *_passed_dates(evaluation.passed_dates, titles, lang),
        *_unknown(evaluation.unknown_facts, lang),
        *_later(evaluation.later, lang),
    ]
    if not rows:
        return []
    lines = [line(said(lang, "Att veta om loggen:", "Good to know of the log:"), "faint")]
    for row in rows:
        lines += indented(wrapped(row, look.width - 2 * _INDENT, hanging=2), _INDENT)
    return indented(lines, _INDENT)


def _likely(unknown: Iterable[UnknownFact], lang: Lang) -> Iterator[list[Piece]]:
    likely = [one for one in unknown if one.near is not None]
    if likely:
        meant = said(lang, "menas", "is it")
        names = [f"”{printable(one.fact)}” ({meant} ”{printable(one.near or '')}”?)" for one in likely]
        head = said(lang, "Okänd uppgift, troligen felskriven:", "Unknown fact, likely a mistake:")
        yield [Piece("! ", "yellow"), Piece(f"{head} {_some(names, lang)}", "yellow")]


def _unknown(unknown: Iterable[UnknownFact], lang: Lang) -> Iterator[list[Piece]]:
    names = [printable(one.fact) for one in unknown if one.near is None]
    if names:
        head = said(lang, "Uppgifter som ingen katalog känner:", "Facts that no catalogue knows:")
        yield [Piece(f"{head} {_some(names, lang)}.", "faint")]


def _ended_with_case(ended: Iterable[EndedWithCase], titles: Titles, lang: Lang) -> Iterator[list[Piece]]:
    """Write a line for each event: which items it ended, and how many rules."""
    by_event: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for one in ended:
        day = unbroken(day_short(one.day, lang))
        by_event[f"{titles.event(one.rule, one.type)}, {day}{_id(one.event)}"][one.item] += 1
    for event, items in by_event.items():
        rules = counted(sum(items.values()), RULE, lang)
        names = _some([printable(item) for item in items], lang)
        own = said(
            lang, f"Avslutade utan eget slut: {names} ({rules})", f"Ended without an end of its own: {names} ({rules})"
        )
        yield [Piece(own), Piece(f" ← {event}", "faint")]


def _met_no_item(met: Iterable[MetNoItem], titles: Titles, lang: Lang) -> Iterator[list[Piece]]:
    """Write a line for each trigger: which rules it met no item for."""
    by_trigger: dict[str, dict[str, None]] = defaultdict(dict)
    for one in met:
        by_trigger[cause(one.trigger, one.rule, titles, lang)][one.rule] = None
    if len(by_trigger) > _NAMED:
        rules = counted(len({rule for rules in by_trigger.values() for rule in rules}), RULE, lang)
        by_trigger = {said(lang, f"{len(by_trigger)} gånger", f"{len(by_trigger)} times"): {rules: None}}
    for trigger, rules in by_trigger.items():
        names = _some([titles.rule(rule) for rule in rules], lang)
        head = said(lang, "Ingen del av ärendet att gälla:", "No item of the case to be about:")
        yield [Piece(f"{head} {printable(names)}"), Piece(f" ← {trigger}", "faint")]


def _passed_dates(passed: Iterable[PassedDate], titles: Titles, lang: Lang) -> Iterator[list[Piece]]:
    """Write a line for each date that was past when it became known: which rules it no longer opened."""
    by_date: dict[str, dict[str, None]] = defaultdict(dict)
    for one in passed:
        day = unbroken(day_short(one.date, lang))
        about = f" · {printable(one.item)}" if one.item is not None else ""
        by_date[f"{titles.of(Kind.FACT, one.rule, one.fact)} {day}{about}"][one.rule] = None
    head = said(
        lang,
        "Redan passerat när datumet blev känt, så inget öppnades:",
        "Past when the date became known, so nothing opened:",
    )
    for fact, rules in by_date.items():
        names = _some([printable(titles.rule(rule)) for rule in rules], lang)
        yield [Piece(f"{head} {names}"), Piece(f" ← {printable(fact)}", "faint")]


def _later(later: Later | None, lang: Lang) -> Iterator[list[Piece]]:
    if later is not None:
        events, last = counted(later.events, EVENT, lang), unbroken(day_short(later.last, lang))
        told = (
            f"Efter dagen ligger {events}, den sista {last}."
            if later.events > 1
            else f"Efter dagen ligger {events}, {last}."
        )
        also = f"{events} after the day, the last {last}." if later.events > 1 else f"{events} after the day, {last}."
        yield [Piece(said(lang, told, also), "faint")]


def _some(names: Sequence[str], lang: Lang) -> str:
    """Name a few, and say how many more there are."""
    if len(names) <= _NAMED + 1:
        return listed([*names], lang)
    more = len(names) - _NAMED
    return f"{', '.join(names[:_NAMED])} {said(lang, f'och {more} till', f'and {more} more')}"


def _id(event: str | None) -> str:
    return f" ({printable(event)})" if event else ""
