"""An Evaluation in, the case's table and all that stands below it out; what `evaluate` prints for people."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from rutinmotor.engine.evaluation import STATUSES, Evaluation, Obligation, Undetermined
from rutinmotor.ground.diagnostics import Diagnostic
from rutinmotor.ground.words import (
    CASE,
    EMPTY,
    RULE,
    Lang,
    Line,
    Look,
    Piece,
    counted,
    day_long,
    day_short,
    indented,
    line,
    listed,
    printable,
    said,
    status_count,
    unbroken,
    wrapped,
)
from rutinmotor.workbench.answer.beside import note_lines, passed_over_lines
from rutinmotor.workbench.answer.obligations import obligation_lines
from rutinmotor.workbench.answer.selection import OUTSTANDING, Selection, Tally
from rutinmotor.workbench.telling import Titles

_INDENT = 2


def case_lines(
    evaluation: Evaluation, selection: Selection, next_change: date | None, titles: Titles, look: Look
) -> list[Line]:
    """Write one case's answer; of those closed only their number, unless statuses were asked for."""
    lang = look.lang
    concerned = [one for one in evaluation.obligations if selection.concerns(one)]
    statuses = selection.statuses or OUTSTANDING
    shown = [one for one in concerned if one.status in statuses]
    lines = [_heading(evaluation.case, lang)]
    for one in shown:
        lines += obligation_lines(one, titles, look)
    if not shown:
        lines += _told(_nothing_to_show(evaluation, selection, concerned, lang), look)
    elif not selection.statuses and len(shown) < len(concerned):
        lines += _told([Piece(_left_out(concerned, lang), "faint")], look)
    if evaluation.undetermined:
        lines += [EMPTY, *_undetermined(evaluation.undetermined, titles, look)]
    if evaluation.passed_over:
        lines += [EMPTY, *passed_over_lines(evaluation.passed_over, look)]
    if next_change is not None:
        text = said(lang, "Nästa ändring, om inget mer händer:", "Next change, if nothing more happens:")
        lines += _told([Piece(f"{text} {unbroken(day_short(next_change, lang))}", "faint")], look)
    notes = note_lines(evaluation, titles, look)
    if notes:
        lines += [EMPTY, *notes]
    return [*lines, EMPTY]


def error_lines(case: str | None, file: str, diagnostics: Sequence[Diagnostic], look: Look) -> list[Line]:
    """Write that a case could not be read or judged, and why; whatever else it holds is not known."""
    lang = look.lang
    nameless = line(f"{said(lang, 'Ett ärende i', 'A case in')} {printable(file)}", "strong")
    lines = [nameless if case is None else _heading(case, lang)]
    text = said(lang, "Kan inte bedömas, för ärendet har fel.", "Cannot be judged, as the case has errors.")
    lines += _told([Piece(text, "red")], look)
    for one in diagnostics:
        place = str(one.place) if one.place else file
        pieces = [
            Piece(f"{printable(place)}: {one.code} ", "faint"),
            Piece(one.sentence(lang)),
            Piece(f" {one.step(lang)}", "faint"),
            *(
                Piece(f" {said(lang, 'Se även', 'See also')} {printable(str(place))}.", "faint")
                for place in one.further
            ),
        ]
        lines += indented(wrapped(pieces, look.width - 2 * _INDENT, hanging=2), 2 * _INDENT)
    return [*lines, EMPTY]


def summary_lines(tally: Tally, at: date, known: date | None, look: Look) -> list[Line]:
    """Write the last line: the day, how many cases, and how many obligations of each kind."""
    lang = look.lang
    day = day_long(at, lang)
    if known is not None:
        day += said(lang, ", enligt vad som var känt ", ", by what was known on ") + day_long(known, lang)
    if tally.cases == 0:
        return wrapped(
            [Piece(f"{day[:1].upper()}{day[1:]}: {said(lang, 'inga ärenden att bedöma.', 'no cases to judge.')}")],
            look.width,
        )
    parts = [status_count(tally.statuses[status], status, lang) for status in OUTSTANDING if tally.statuses[status]]
    text = f"{counted(tally.cases, CASE, lang)}, {day}: "
    text += listed(parts, lang) if parts else said(lang, "inga öppna krav", "no open obligations")
    if tally.undetermined:
        rules = counted(tally.undetermined, RULE, lang)
        text += said(
            lang,
            f"; {rules} kan inte bedömas för att uppgifter saknas",
            f"; {rules} cannot be judged for want of facts",
        )
    if tally.mistaken:
        cases = counted(tally.mistaken, CASE, lang)
        text += said(
            lang, f"; {cases} har troligen felskrivna uppgifter", f"; {cases} with facts that are likely mistakes"
        )
    if tally.errors:
        text += said(
            lang, f"; {counted(tally.errors, CASE, lang)} har fel", f"; {counted(tally.errors, CASE, lang)} with errors"
        )
    return wrapped([Piece(f"{text}.", "strong")], look.width)


def _heading(case: str, lang: Lang) -> Line:
    return line(f"{said(lang, 'Ärende', 'Case')} {printable(case)}", "strong")


def _told(pieces: Sequence[Piece], look: Look) -> list[Line]:
    return indented(wrapped(pieces, look.width - _INDENT), _INDENT)


def _nothing_to_show(
    evaluation: Evaluation, selection: Selection, concerned: Sequence[Obligation], lang: Lang
) -> list[Piece]:
    """Tell nothing outstanding from what cannot be judged, and from what was not asked for (semantics 6.5)."""
    if selection.statuses or (selection.actors and not concerned):
        return [Piece(said(lang, "Inget krav av det slag som efterfrågas.", "No obligation of the kind asked for."))]
    if evaluation.undetermined:
        text = said(
            lang, "Inget krav är öppet, men allt kan inte bedömas.", "No obligation is open, but not all can be judged."
        )
        return [Piece(text, "yellow")]
    text = said(lang, "Inget att göra.", "Nothing outstanding.")
    if concerned:
        return [Piece(f"{text} ", "green"), Piece(_left_out(concerned, lang), "faint")]
    none = said(lang, "Ingen regel har gett något krav.", "No rule has given any obligation.")
    return [Piece(f"{text} ", "green"), Piece(none, "faint")]


def _left_out(concerned: Sequence[Obligation], lang: Lang) -> str:
    """Say how many closed obligations are not shown, and how to see them."""
    closed = [status for status in STATUSES if status not in OUTSTANDING]
    numbers = [(status, sum(one.status == status for one in concerned)) for status in closed]
    words = [status_count(number, status, lang) for status, number in numbers if number]
    options = " ".join(f"--status {status}" for status, number in numbers if number)
    return f"{said(lang, 'Visas inte', 'Not shown')}: {listed(words, lang)} ({options})."


def _undetermined(found: Sequence[Undetermined], titles: Titles, look: Look) -> list[Line]:
    """Write the rules that cannot be judged under the facts that they want, those of one want together."""
    lang = look.lang
    wants: dict[tuple[str, ...], list[Undetermined]] = defaultdict(list)
    for gap in found:
        facts = (f"{titles.fact(gap.rule, fact)} ({fact})" for fact in gap.missing)
        wants[(*facts, gap.item or "")].append(gap)
    lines: list[Line] = []
    for (*facts, item), gaps in wants.items():
        whose = f" · {printable(item)}" if item else ""
        text = said(lang, "Kan inte bedömas, uppgift saknas", "Cannot be judged, a fact is missing")
        head = [
            Piece("? ", "yellow"),
            Piece(f"{text}: ", "yellow"),
            Piece(listed(facts, lang), "strong"),
            Piece(whose, "faint"),
        ]
        lines += indented(wrapped(head, look.width - _INDENT, hanging=2), _INDENT)
        for gap in gaps:
            row = [
                Piece(printable(titles.rule(gap.rule))),
                Piece(f" · {gap.rule} · {unbroken(day_short(gap.day, lang))}", "faint"),
            ]
            lines += indented(wrapped(row, look.width - 2 * _INDENT, hanging=2), 2 * _INDENT)
    return lines
