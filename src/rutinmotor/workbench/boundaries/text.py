"""The boundaries of a rule in, a table of its telling examples out, with all that is to be noticed in words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rutinmotor.engine.explanation import Paused
from rutinmotor.ground.words import (
    EMPTY,
    Column,
    Lang,
    Light,
    Line,
    Look,
    Piece,
    Style,
    beside,
    day_short,
    indented,
    light_word,
    line,
    listed,
    said,
    status_word,
    unbroken,
    wrapped,
)
from rutinmotor.language.case import FactValue
from rutinmotor.workbench.boundaries.boundary import Boundaries, Example, Turn
from rutinmotor.workbench.boundaries.notes import instead_told, kind_told, notes, shown_by, within_a_sentence
from rutinmotor.workbench.boundaries.trials_text import trial_rows
from rutinmotor.workbench.telling import Titles, demand_told, further_told, in_force_told, line_told, value_told

_LABEL: Final = 16
_DAY: Final = 16
_LEAST: Final = 24
_INDENT: Final = 2
_AROUND: Final = {
    "before": ("dagen före", "the day before"),
    "due": ("sista dagen", "the last day"),
    "after": ("dagen efter", "the day after"),
}
# The status and light of each of the days around a due date.
_Pattern = tuple[tuple[str, str, Light | None], ...]


def boundary_lines(found: Boundaries, titles: Titles, look: Look) -> list[Line]:
    """Write the rule in words, a row for each example, how it stands around the due date, and the first of a series."""
    lang = look.lang
    full_id = found.version.full_id
    lines = wrapped([Piece(titles.rule(full_id), "strong"), Piece(f"  {full_id}", "faint")], look.width, hanging=2)
    lines += _told([Piece(demand_told(found.version, titles, lang))], look)
    for text in further_told(found.version, titles, lang):
        lines += _told([Piece(text)], look)
    for text in _premises(found, titles, lang):
        lines += _told([Piece(text, "faint")], look)
    for text in instead_told(found, lang):
        lines += _told([Piece(text, "strong")], look)
    dated = [one for one in found.examples if one.due is not None]
    if dated:
        lines += [EMPTY, *_table(dated, look), EMPTY, *_around(dated, look)]
    else:
        for one in found.examples:
            lines += [EMPTY, *_told(_at_first(one, lang), look)]
    if found.turns:
        lines += [EMPTY, *_series(found, look)]
    if found.trials:
        lines += [EMPTY, *_trials(found, titles, look)]
    if found.unshown:
        named = listed([within_a_sentence(kind_told(kind, lang), lang) for kind in found.unshown], lang)
        text = said(lang, f"Utan exempel {found.year}: {named}.", f"Without an example in {found.year}: {named}.")
        lines += [EMPTY, *_told([Piece(text, "faint")], look)]
    return lines


def _told(pieces: Sequence[Piece], look: Look) -> list[Line]:
    return indented(wrapped(pieces, look.width - _INDENT, hanging=2), _INDENT)


def _premises(found: Boundaries, titles: Titles, lang: Lang) -> Iterator[str]:
    """Say what the examples rest on, where there was a choice: the line of the trigger, and the facts."""
    rule, span = found.version.rule, found.version.in_force
    if span is not None and (span.from_ or span.to):
        days = in_force_told(span.from_, span.to, lang)
        yield said(lang, f"Regeln gäller {days}.", f"The rule is in force {days}.")
    if not found.examples:
        return
    yield from _left_out(found, lang)
    if len(rule.trigger) > 1:
        told = line_told(found.examples[0].explained.trigger.line, lang, came=True)
        yield said(lang, f"I exemplen: {told}.", f"In the examples: {told}.")
    same = [(name, value) for name, value in found.examples[0].facts.items() if _is_same(name, value, found.examples)]
    if same:
        facts = " · ".join(
            f"{titles.fact(found.version.full_id, name)}: {value_told(value, lang)}" for name, value in same
        )
        yield said(lang, f"Uppgifter i exemplen: {facts}.", f"Facts in the examples: {facts}.")


def _left_out(found: Boundaries, lang: Lang) -> Iterator[str]:
    """Say that what may move a rule's last day has not moved it here."""
    rule = found.version.rule
    parts = [said(lang, "stått stilla", "stood still")] if rule.paused_while else []
    parts += [said(lang, "förlängts", "been extended")] if rule.extended_by else []
    if parts and not any(isinstance(step, Paused) for one in found.examples for step in one.explained.steps):
        told = said(lang, " eller ", " or ").join(parts)
        yield said(lang, f"I exemplen har tiden inte {told}.", f"In the examples the time has not {told}.")


def _is_same(name: str, value: FactValue, examples: Iterable[Example]) -> bool:
    return all(one.facts.get(name) == value for one in examples)


def _table(examples: Sequence[Example], look: Look) -> list[Line]:
    lang = look.lang
    room = look.width - _LABEL - 2 * _DAY - 6 - _INDENT
    wide = max(room, _LEAST)
    head = [
        Column([line("")], _LABEL),
        Column([line(said(lang, "Uppstår", "Arises"), "faint")], _DAY),
        Column([line(said(lang, "Sista dag", "Last day"), "faint")], _DAY),
        Column([line(said(lang, "Att lägga märke till", "To be noticed"), "faint")], wide),
    ]
    lines = beside(head, indent=_INDENT)
    for one in examples:
        label = shown_by(one, lang)
        told = "; ".join(notes(one, lang))
        row = [
            Column(wrapped([Piece(label, "strong")], _LABEL), _LABEL),
            Column([line(day_short(one.start, lang))], _DAY),
            Column([line(day_short(one.due, lang) if one.due else "–", "strong")], _DAY),
            Column(wrapped([Piece(f"{told[:1].upper()}{told[1:]}")], wide) if told else [EMPTY], wide),
        ]
        lines += beside(row, indent=_INDENT)
    return lines


def _around(examples: Sequence[Example], look: Look) -> list[Line]:
    """Write how the first example stands on the days around its due date, and which of the others stand otherwise."""
    lang = look.lang
    first = examples[0]
    label = within_a_sentence(shown_by(first, lang), lang)
    lines = _told([Piece(said(lang, f"Runt sista dagen ({label}):", f"Around the last day ({label}):"), "faint")], look)
    for one in first.days:
        name = said(lang, *_AROUND[one.which])
        row = [
            Column([line(name)], _LABEL),
            Column([line(day_short(one.day, lang))], _DAY),
            Column([_standing(one.obligation.status, one.obligation.light, lang)], look.width - _LABEL - _DAY - 6),
        ]
        lines += beside(row, indent=_INDENT)
    others = [one for one in examples[1:] if _pattern(one) != _pattern(first)]
    if len(examples) > 1 and not others:
        lines += _told([Piece(said(lang, "Likadant i alla exempel.", "The same in every example."), "faint")], look)
    for one in others:
        label = shown_by(one, lang)
        days = listed(
            [f"{said(lang, *_AROUND[which])} {_words(status, light, lang)}" for which, status, light in _pattern(one)],
            lang,
        )
        lines += _told([Piece(f"{label}: {days}.", "faint")], look)
    return lines


def _pattern(one: Example) -> _Pattern:
    return tuple((day.which, day.obligation.status, day.obligation.light) for day in one.days)


def _standing(status: str, light: Light | None, lang: Lang) -> Line:
    style: Style = light or "plain"
    return line(_words(status, light, lang), style)


def _words(status: str, light: str | None, lang: Lang) -> str:
    colour = f" ({light_word(light, lang)})" if light else ""
    return f"{status_word(status, lang)}{colour}"


def _at_first(one: Example, lang: Lang) -> list[Piece]:
    day = unbroken(day_short(one.start, lang))
    told = _standing(one.explained.obligation.status, one.explained.obligation.light, lang)
    return [Piece(said(lang, f"Till exempel uppstår det {day}: ", f"For example it arises on {day}: ")), *told]


def _series(found: Boundaries, look: Look) -> list[Line]:
    lang = look.lang
    head = (
        said(lang, "Gångerna, om var och en blir klar på sin sista dag:", "The times, if each is done on its last day:")
        if found.waits
        else said(lang, "De första gångerna:", "The first times:")
    )
    lines = _told([Piece(head, "faint")], look)
    for turn in found.turns:
        lines += beside(_turn(turn, lang), indent=_INDENT)
    return lines


def _trials(found: Boundaries, titles: Titles, look: Look) -> list[Line]:
    """Write a row for each thing more that can happen to the first example."""
    lang = look.lang
    first = found.examples[0]
    which = f" ({within_a_sentence(shown_by(first, lang), lang)})" if first.due is not None else ""
    lines = _told([Piece(said(lang, f"Om mer händer{which}:", f"If more happens{which}:"), "faint")], look)
    wide = max(look.width - _LABEL - 2 - _INDENT, _LEAST)
    for name, told in trial_rows(found, titles, lang):
        row = [Column(wrapped([Piece(name)], _LABEL), _LABEL), Column(wrapped([Piece(told)], wide), wide)]
        lines += beside(row, indent=_INDENT)
    return lines


def _turn(turn: Turn, lang: Lang) -> list[Column]:
    day = turn.due or turn.fulfilled_on
    what = said(lang, "sista dag ", "last day ") if turn.due else said(lang, "klart ", "done ")
    due = f"{what}{day_short(day, lang)}" if day else "–"
    return [
        Column([line(f"{said(lang, 'gång', 'time')} {turn.number}")], _LABEL),
        Column([line(day_short(turn.opened, lang))], _DAY),
        Column([line(due)], _LEAST + 4),
    ]
