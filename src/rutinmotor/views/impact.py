"""What new rules change in many cases in, text for people out: how much by rule and by actor, then case by case."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rutinmotor.diagnostics.diagnostic import Diagnostic
from rutinmotor.impact import KINDS, CaseImpact, Change, Counts, Gap, Kind, Reason
from rutinmotor.impact.asking import Under
from rutinmotor.views.impact_reasons import differences_told, reasons_told
from rutinmotor.views.layout import (
    EMPTY,
    Column,
    Line,
    Look,
    Piece,
    Style,
    beside,
    cells,
    indented,
    line,
    unbroken,
    wrapped,
)
from rutinmotor.views.obligations import cause
from rutinmotor.views.table import error_lines
from rutinmotor.views.titles import Titles, Words
from rutinmotor.views.words import (
    CASE,
    DUTY,
    RULE,
    Lang,
    counted,
    day_long,
    day_short,
    grouped,
    listed,
    printable,
    said,
)

_INDENT = 2
_GAP = 2
_KIND_WIDTH = 14
# With less room than this for the name beside the numbers, or for the text beside the kind, they stand below it.
_LEAST = 24


class _Words(NamedTuple):
    """How a kind of change is called: at the head of a column, of one obligation, and of one or many."""

    head: str
    one: str
    does: str
    do: str


# A kind qualifies "ett krav" in Swedish, hence the neuter forms.
_WORDS: Mapping[Lang, Mapping[Kind, _Words]] = {
    "sv": {
        "overdue": _Words("försenas", "blir försenat", "blir försenat", "blir försenade"),
        "not_overdue": _Words("ej sena", "inte försenat", "är inte längre försenat", "är inte längre försenade"),
        "late": _Words("för sent", "klart för sent", "blir klart för sent", "blir klara för sent"),
        "not_late": _Words("ej för sent", "klart i tid", "är inte längre för sent", "är inte längre för sena"),
        "vanished": _Words("borta", "försvinner", "försvinner", "försvinner"),
        "appeared": _Words("nya", "nytt krav", "tillkommer", "tillkommer"),
        "earlier": _Words("tidigare", "tidigare dag", "får en tidigare sista dag", "får en tidigare sista dag"),
        "later": _Words("senare", "senare dag", "får en senare sista dag", "får en senare sista dag"),
        "status": _Words("läge", "annat läge", "får ett annat läge", "får ett annat läge"),
        "actor": _Words("aktör", "annan aktör", "får en annan aktör", "får en annan aktör"),
        "light": _Words("ljus", "annat ljus", "får ett annat ljus", "får ett annat ljus"),
        "other": _Words("annat", "annat", "ändras på annat sätt", "ändras på annat sätt"),
        "undetermined": _Words("oklara", "oklart", "går inte att bedöma", "går inte att bedöma"),
        "determined": _Words("klarnar", "inte oklart", "är inte längre oklar", "är inte längre oklara"),
    },
    "en": {
        "overdue": _Words("overdue", "now overdue", "becomes overdue", "become overdue"),
        "not_overdue": _Words("in time", "not overdue", "is no longer overdue", "are no longer overdue"),
        "late": _Words("late", "done late", "is now done late", "are now done late"),
        "not_late": _Words("not late", "not done late", "is no longer done late", "are no longer done late"),
        "vanished": _Words("gone", "gone", "vanishes", "vanish"),
        "appeared": _Words("new", "new", "appears", "appear"),
        "earlier": _Words("earlier", "earlier day", "gets an earlier last day", "get an earlier last day"),
        "later": _Words("later", "later day", "gets a later last day", "get a later last day"),
        "status": _Words("status", "other status", "gets another status", "get another status"),
        "actor": _Words("actor", "other actor", "gets another actor", "get another actor"),
        "light": _Words("light", "other light", "gets another light", "get another light"),
        "other": _Words("other", "other", "changes in another way", "change in another way"),
        "undetermined": _Words("unclear", "unclear", "cannot be judged", "cannot be judged"),
        "determined": _Words("clear", "no longer so", "is no longer unclear", "are no longer unclear"),
    },
}
_STYLES: Mapping[Kind, Style] = {
    "overdue": "red",
    "late": "red",
    "vanished": "red",
    "earlier": "yellow",
    "appeared": "yellow",
    "undetermined": "yellow",
    "not_overdue": "green",
    "not_late": "green",
    "later": "green",
}


class Span(NamedTuple):
    """The day asked, what was known by then, and the day from which the new rules hold; None where not given."""

    at: date
    known: date | None
    since: date | None


class Told(NamedTuple):
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


def summary_lines(counts: Counts, span: Span, look: Look) -> list[Line]:
    """Write how many cases change, and how many obligations in what way."""
    lang = look.lang
    day = _days(span, lang)
    if not counts.cases:
        text = said(lang, "inga ärenden att jämföra.", "no cases to compare.")
        return wrapped([Piece(f"{day[:1].upper()}{day[1:]}: {text}", "strong")], look.width)
    text = f"{counted(counts.cases, CASE, lang)}, {day}: "
    if counts.changed:
        text += said(
            lang,
            f"{counted(counts.changed, CASE, lang)} ändras",
            f"{counted(counts.changed, CASE, lang)} {'changes' if counts.changed == 1 else 'change'}",
        )
    else:
        text += said(lang, "inget ändras", "nothing changes")
    if counts.errors:
        wrong = counted(counts.errors, CASE, lang)
        text += said(lang, f"; {wrong} har fel och är inte med", f"; {wrong} with errors left out")
    lines = wrapped([Piece(f"{text}.", "strong")], look.width)
    if span.since is not None:
        since = day_long(span.since, lang)
        held = said(
            lang,
            f"De nya reglerna gäller det som utlöses från och med {since}.",
            f"The new rules hold for what is triggered from {since}.",
        )
        lines += wrapped([Piece(held, "faint")], look.width)
    return [*lines, EMPTY, *_totals(counts, look)] if counts.changed else lines


def _days(span: Span, lang: Lang) -> str:
    day = day_long(span.at, lang)
    if span.known is None:
        return day
    known = day_long(span.known, lang)
    return day + said(lang, f", enligt vad som var känt {known}", f", by what was known on {known}")


def _totals(counts: Counts, look: Look) -> list[Line]:
    lang = look.lang
    found: list[tuple[Kind, int]] = [(kind, counts.kinds[kind]) for kind in KINDS if counts.kinds[kind]]
    width = max((cells(grouped(number)) for _, number in found), default=0)
    lines: list[Line] = []
    for kind, number in found:
        words = _WORDS[lang][kind]
        noun = RULE if kind in ("undetermined", "determined") else DUTY
        what = counted(number, noun, lang).removeprefix(grouped(number)).strip()
        told = f"{what} {words.does if number == 1 else words.do}"
        if kind not in ("late", "not_late"):
            told += _closed(counts.closed[kind], number, lang)
        pieces = [Piece(unbroken(grouped(number).rjust(width)), _STYLES.get(kind, "plain")), Piece(f" {told}")]
        lines += indented(wrapped(pieces, look.width - _INDENT, hanging=width + 1), _INDENT)
    return lines


def _closed(closed: int, number: int, lang: Lang) -> str:
    """Say how many of a number are of what is over under both rule sets."""
    if not closed:
        return ""
    if closed < number:
        return said(lang, f", {grouped(closed)} av dem redan avslutade", f", {grouped(closed)} of them closed already")
    return said(lang, f", redan {'avslutat' if number == 1 else 'avslutade'}", ", closed already")


def count_lines(counts: Counts, titles: Titles, look: Look) -> list[Line]:
    """Write how much changes by rule and by actor, those with most first."""
    if not counts.changed:
        return []
    lang = look.lang
    by_rule = [(printable(titles.rule(rule)), rule, kinds) for rule, kinds in _most_first(counts.rules)]
    lines = [EMPTY, *_table(said(lang, "Per regel", "By rule"), by_rule, look)]
    if counts.actors:
        by_actor = [(_actor(actor, titles), actor, kinds) for actor, kinds in _most_first(counts.actors)]
        lines += [EMPTY, *_table(said(lang, "Per aktör", "By actor"), by_actor, look)]
    return lines


def _most_first(found: Mapping[str, Counter[Kind]]) -> list[tuple[str, Counter[Kind]]]:
    return sorted(found.items(), key=lambda one: (-one[1].total(), one[0]))


def _actor(name: str, titles: Titles) -> str:
    """Give an actor's title, as the first catalogue that has it knows it."""
    return printable(next((words[name] for words in titles.actors.values() if name in words), name))


def _table(head: str, rows: Sequence[tuple[str, str, Counter[Kind]]], look: Look) -> list[Line]:
    """Write a row for each name, with a column for each kind that there is; where those leave no room, in words."""
    kinds: list[Kind] = [kind for kind in KINDS if any(counts[kind] for _, _, counts in rows)]
    heads = [_WORDS[look.lang][kind].head for kind in kinds]
    numbers = [[grouped(counts[kind]) if counts[kind] else "–" for kind in kinds] for _, _, counts in rows]
    if len(kinds) > 1:
        heads.append(said(look.lang, "summa", "sum"))
        numbers = [[*row, grouped(counts.total())] for row, (_, _, counts) in zip(numbers, rows, strict=True)]
    widths = [max(cells(one) for one in column) for column in zip(heads, *numbers, strict=True)]
    room = look.width - _INDENT - sum(widths) - _GAP * len(widths)
    if room < _LEAST:
        return _in_words(head, rows, look)
    width = min(room, max(cells(text) for title, name, _ in rows for text in (title, name, head)))
    lines = _row([line(head, "strong")], heads, width, widths, "faint")
    for (title, name, _), row in zip(rows, numbers, strict=True):
        told = [*wrapped([Piece(title)], width, hanging=2), *wrapped([Piece(name, "faint")], width, hanging=2)]
        lines += _row(told, row, width, widths, "plain")
    return lines


def _row(first: list[Line], texts: Sequence[str], width: int, widths: Sequence[int], style: Style) -> list[Line]:
    columns = [Column([line(text.rjust(wide), style)], wide) for text, wide in zip(texts, widths, strict=True)]
    return beside([Column(first, width), *columns], indent=_INDENT, gap=_GAP)


def _in_words(head: str, rows: Sequence[tuple[str, str, Counter[Kind]]], look: Look) -> list[Line]:
    lines = [line(head, "strong")]
    for title, name, counts in rows:
        told = [_number(counts[kind], _WORDS[look.lang][kind]) for kind in KINDS if counts[kind]]
        row = [Piece(title), Piece(f" · {name}", "faint")]
        lines += indented(wrapped(row, look.width - _INDENT, hanging=2), _INDENT)
        lines += indented(wrapped([Piece(listed(told, look.lang))], look.width - 2 * _INDENT), 2 * _INDENT)
    return lines


def _number(number: int, words: _Words) -> str:
    first, _, rest = f"{words.does if number == 1 else words.do} ".partition(" ")
    return f"{unbroken(f'{grouped(number)} {first}')} {rest}".rstrip()


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


def impact_lines(told: Told, titles: Titles, look: Look) -> list[Line]:
    """Write what changes in one case, each change with its reasons."""
    lines = [line(f"{said(look.lang, 'Ärende', 'Case')} {printable(told.impact.case)}", "strong")]
    for change, reasons in zip(told.impact.changes, told.reasons, strict=True):
        lines += _beside(change.kind, _change(change, reasons, titles, look.lang), look)
    for gap in told.impact.gaps:
        lines += _beside(gap.kind, _gap(gap, titles, look.lang), look)
    return [*lines, EMPTY]


def _beside(kind: Kind, texts: Sequence[Piece], look: Look) -> list[Line]:
    """Write texts beside the word for what happens, or below it where that leaves no room."""
    word = Piece(_WORDS[look.lang][kind].one, _STYLES.get(kind, "plain"))
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
            text = said(lang, "kan inte bedömas, uppgift saknas", "cannot be judged, a fact is missing")
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
