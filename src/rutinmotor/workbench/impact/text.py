"""What new rules change in one case after another in, text for people out; below the head of the answer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.ground.words import (
    CASE,
    EMPTY,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    beside,
    counted,
    day_short,
    grouped,
    indented,
    line,
    listed,
    printable,
    said,
    unbroken,
    wrapped,
)
from rutinmotor.workbench.answer import cause, error_lines
from rutinmotor.workbench.impact.asking import Under
from rutinmotor.workbench.impact.changes import CaseImpact, Change, Gap
from rutinmotor.workbench.impact.counts import Kind
from rutinmotor.workbench.impact.counts_text import STYLES, WORDS
from rutinmotor.workbench.impact.grounds import Reason
from rutinmotor.workbench.impact.reasons_text import differences_told, reasons_told
from rutinmotor.workbench.telling import Titles, Words

_INDENT = 2
_GAP = 2
_KIND_WIDTH = 14
# With less room than this for the text beside the kind, it stands below it.
_LEAST = 24


class ListedCase(NamedTuple):
    """One case to be listed: what changes in it, and the reasons of each change."""

    impact: CaseImpact
    reasons: Sequence[tuple[Reason, ...]]


def either(old: Titles, new: Titles) -> Titles:
    """Give the titles of both rule sets; where both have one, the new."""
    return Titles(
        events=_both(old.events, new.events),
        facts=_both(old.facts, new.facts),
        states=_both(old.states, new.states),
        actors=_both(old.actors, new.actors),
        rules={**old.rules, **new.rules},
    )


def _both(old: Words, new: Words) -> Words:
    return {name: {**old.get(name, {}), **new.get(name, {})} for name in {**old, **new}}


def heading_lines(listed_cases: int, changed: int, look: Look) -> list[Line]:
    """Write what is listed below: all cases that change, or those that change most."""
    if not listed_cases:
        return []
    lang = look.lang
    text = said(lang, "Ärende för ärende, det som väger tyngst först", "Case by case, what weighs most first")
    if listed_cases < changed:
        text += said(
            lang,
            f"; {grouped(listed_cases)} av {grouped(changed)} (--limit ger fler)",
            f"; {grouped(listed_cases)} of {grouped(changed)} (--limit gives more)",
        )
    return [EMPTY, *wrapped([Piece(f"{text}:", "strong")], look.width), EMPTY]


def impact_lines(told: ListedCase, titles: Titles, look: Look) -> list[Line]:
    """Write what changes in one case, each change with its reasons."""
    lines = [line(f"{said(look.lang, 'Ärende', 'Case')} {printable(told.impact.case)}", "strong")]
    for change, reasons in zip(told.impact.changes, told.reasons, strict=True):
        lines += _beside(change.kind, _change(change, reasons, titles, look.lang), look)
    for gap in told.impact.gaps:
        lines += _beside(gap.kind, _gap(gap, titles, look.lang), look)
    return [*lines, EMPTY]


def _beside(kind: Kind, texts: Sequence[Piece], look: Look) -> list[Line]:
    """Write texts beside the word for what happens, or below it where that leaves no room."""
    word = Piece(WORDS[look.lang][kind].one, STYLES.get(kind, "plain"))
    room = look.width - _INDENT - _KIND_WIDTH - _GAP
    if room >= _LEAST:
        lines = [part for text in texts for part in wrapped([text], room, hanging=2)]
        return beside([Column([(word,)], _KIND_WIDTH), Column(lines, room)], indent=_INDENT, gap=_GAP)
    lines = [part for text in texts for part in wrapped([text], max(look.width - 2 * _INDENT, 1), hanging=2)]
    return [*indented([(word,)], _INDENT), *indented(lines, 2 * _INDENT)]


def _change(change: Change, reasons: tuple[Reason, ...], titles: Titles, lang: Lang) -> list[Piece]:
    one = change.one
    actors = said(lang, " eller ", " or ").join(titles.actor(one.rule, actor) for actor in one.actor)
    about = [printable(one.item)] if one.item is not None else []
    texts = [Piece(printable(one.title), "strong"), Piece(" · ".join([actors, *about, one.rule]), "faint")]
    if change.old is None or change.new is None:
        texts.append(Piece(f"← {cause(one.trigger, one.rule, titles, lang)}", "faint"))
    texts += [Piece(difference) for difference in differences_told(change, titles, lang)]
    return [*texts, *(Piece(printable(reason), "faint") for reason in reasons_told(change, reasons, lang))]


def _gap(gap: Gap, titles: Titles, lang: Lang) -> list[Piece]:
    one = gap.one
    about = [printable(one.item)] if one.item is not None else []
    texts = [
        Piece(printable(titles.rule(one.rule)), "strong"),
        Piece(" · ".join([*about, one.rule, unbroken(day_short(one.day, lang))]), "faint"),
    ]
    for rules, side in ((("Gamla regler", "Old rules"), gap.old), (("Nya regler", "New rules"), gap.new)):
        if side is not None:
            facts = listed([f"{titles.fact(one.rule, fact)} ({fact})" for fact in side.missing], lang)
            text = said(lang, "Kan inte bedömas, uppgift saknas", "Cannot be judged, a fact is missing")
            texts.append(Piece(f"{said(lang, *rules)}: {text}: {facts}."))
    return texts


def unjudged_lines(
    case: str | None, file: str, under: Sequence[Under], diagnostics: Sequence[Diagnostic], look: Look
) -> list[Line]:
    """Write why a case could not be compared, and under which rules, where it is only one of the two."""
    heading, *rest = error_lines(case, file, diagnostics, look)
    if len(under) != 1:
        return [heading, *rest]
    old = under[0] == "old"
    sv = f"Felet finns bara med de {'gamla' if old else 'nya'} reglerna."
    text = said(look.lang, sv, f"The error is there only under the {under[0]} rules.")
    return [heading, *indented(wrapped([Piece(text)], look.width - _INDENT), _INDENT), *rest]


def left_out_lines(errors: int, look: Look) -> list[Line]:
    """Write how many more cases could not be compared than are listed."""
    cases = counted(errors, CASE, look.lang)
    sv = f"Ytterligare {cases} har fel; alla räknas upp med --format jsonl."
    en = f"{cases} more with errors; all are listed with --format jsonl."
    return wrapped([Piece(said(look.lang, sv, en))], look.width)
