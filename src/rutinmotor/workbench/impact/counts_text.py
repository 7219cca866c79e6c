"""How much new rules change in many cases in, the head of the answer out: in all, by rule and by actor."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from rutinmotor.ground.words import (
    CASE,
    EMPTY,
    OBLIGATION,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    beside,
    cells,
    counted,
    day_long,
    grouped,
    indented,
    line,
    listed,
    printable,
    said,
    unbroken,
    wrapped,
)
from rutinmotor.workbench.impact.counts import KINDS, Counts, Kind
from rutinmotor.workbench.telling import Titles

_INDENT = 2
_GAP = 2
# With less room than this for the name beside the numbers, they stand below it.
_LEAST = 24
# So many rules that have another name are named.
_NAMED = 5


class Words(NamedTuple):
    """How a kind of change is called: at the head of a column, of one obligation, and of one or many."""

    head: str
    one: str
    does: str
    do: str


# A kind qualifies "ett krav" in Swedish, hence the neuter forms.
WORDS: Mapping[Lang, Mapping[Kind, Words]] = {
    "sv": {
        "overdue": Words("försenas", "blir försenat", "blir försenat", "blir försenade"),
        "not_overdue": Words("ej sena", "inte försenat", "är inte längre försenat", "är inte längre försenade"),
        "late": Words("för sent", "klart för sent", "blir klart för sent", "blir klara för sent"),
        "not_late": Words("ej för sent", "klart i tid", "är inte längre för sent", "är inte längre för sena"),
        "vanished": Words("borta", "försvinner", "försvinner", "försvinner"),
        "appeared": Words("nya", "nytt krav", "tillkommer", "tillkommer"),
        "earlier": Words("tidigare", "tidigare dag", "får en tidigare sista dag", "får en tidigare sista dag"),
        "later": Words("senare", "senare dag", "får en senare sista dag", "får en senare sista dag"),
        "status": Words("läge", "annat läge", "får ett annat läge", "får ett annat läge"),
        "actor": Words("aktör", "annan aktör", "får en annan aktör", "får en annan aktör"),
        "light": Words("ljus", "annat ljus", "får ett annat ljus", "får ett annat ljus"),
        "other": Words("annat", "annat", "ändras på annat sätt", "ändras på annat sätt"),
        "undetermined": Words("oklara", "oklart", "går inte att bedöma", "går inte att bedöma"),
        "determined": Words("klarnar", "inte oklart", "är inte längre oklar", "är inte längre oklara"),
    },
    "en": {
        "overdue": Words("overdue", "now overdue", "becomes overdue", "become overdue"),
        "not_overdue": Words("in time", "not overdue", "is no longer overdue", "are no longer overdue"),
        "late": Words("late", "done late", "is now done late", "are now done late"),
        "not_late": Words("not late", "not done late", "is no longer done late", "are no longer done late"),
        "vanished": Words("gone", "gone", "vanishes", "vanish"),
        "appeared": Words("new", "new", "appears", "appear"),
        "earlier": Words("earlier", "earlier day", "gets an earlier last day", "get an earlier last day"),
        "later": Words("later", "later day", "gets a later last day", "get a later last day"),
        "status": Words("status", "other status", "gets another status", "get another status"),
        "actor": Words("actor", "other actor", "gets another actor", "get another actor"),
        "light": Words("light", "other light", "gets another light", "get another light"),
        "other": Words("other", "other", "changes in another way", "change in another way"),
        "undetermined": Words("unclear", "unclear", "cannot be judged", "cannot be judged"),
        "determined": Words("clear", "no longer so", "is no longer unclear", "are no longer unclear"),
    },
}
STYLES: Mapping[Kind, Style] = {
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
    """The day asked, what was known by then, and the day from which the new rules hold; None where not given.

    `called` gives the new full id of each rule that has another name under the new rules.
    """

    at: date
    known: date | None
    since: date | None
    called: Mapping[str, str] = {}


def summary_lines(counts: Counts, span: Span, look: Look) -> list[Line]:
    """Write how many cases change, and how many obligations in what way."""
    lang = look.lang
    lines = wrapped([Piece(_summary(counts, _days(span, lang), lang), "strong")], look.width)
    if not counts.cases:
        return lines
    if span.since is not None:
        since = day_long(span.since, lang)
        held = said(
            lang,
            f"De nya reglerna gäller det som utlöses från och med {since}.",
            f"The new rules hold for what is triggered from {since}.",
        )
        lines += wrapped([Piece(held, "faint")], look.width)
    if span.called:
        lines += wrapped([Piece(_called(span.called, lang), "faint")], look.width)
    return [*lines, EMPTY, *_totals(counts, look)] if counts.changed else lines


def _summary(counts: Counts, day: str, lang: Lang) -> str:
    if not counts.cases:
        text = said(lang, "inga ärenden att jämföra.", "no cases to compare.")
        return f"{day[:1].upper()}{day[1:]}: {text}"
    head = f"{counted(counts.cases, CASE, lang)}, {day}: "
    if counts.errors == counts.cases:
        sv = "det har fel" if counts.cases == 1 else "alla har fel"
        en = "it has errors" if counts.cases == 1 else "all have errors"
        return head + said(lang, f"{sv} och kan inte jämföras.", f"{en} and cannot be compared.")
    if counts.changed:
        changed = counted(counts.changed, CASE, lang)
        text = said(lang, f"{changed} ändras", f"{changed} {'changes' if counts.changed == 1 else 'change'}")
    else:
        text = said(lang, "inget ändras", "nothing changes")
    if counts.errors:
        wrong = counted(counts.errors, CASE, lang)
        text += said(lang, f"; {wrong} har fel och är inte med", f"; {wrong} with errors left out")
    return f"{head}{text}."


def _called(called: Mapping[str, str], lang: Lang) -> str:
    """Say which rules have another name now, or the first of them; each is compared as one rule."""
    names = [unbroken(f"{old} → {new}") for old, new in sorted(called.items())]
    told = ", ".join(names[:_NAMED])
    if len(names) > _NAMED:
        told += said(lang, f" och {len(names) - _NAMED} till", f" and {len(names) - _NAMED} more")
    one = len(names) == 1
    return said(
        lang,
        f"{'En regel' if one else f'{grouped(len(names))} regler'} har bytt namn och jämförs som samma: {told}.",
        f"{'One rule has' if one else f'{grouped(len(names))} rules have'} another name and "
        f"{'is' if one else 'are'} compared as the same: {told}.",
    )


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
        told = _told(kind, number, lang)
        if kind not in ("late", "not_late"):
            told += _closed(counts.closed[kind], number, lang)
        pieces = [Piece(unbroken(grouped(number).rjust(width)), STYLES.get(kind, "plain")), Piece(f" {told}")]
        lines += indented(wrapped(pieces, look.width - _INDENT, hanging=width + 1), _INDENT)
    return lines


def _told(kind: Kind, number: int, lang: Lang) -> str:
    """Say what so many do, without the number; one rule in many cases cannot be judged many times."""
    times = said(lang, "gång" if number == 1 else "gånger", "time" if number == 1 else "times")
    match kind:
        case "undetermined":
            return said(lang, f"{times} går en regel inte att bedöma", f"{times} a rule cannot be judged")
        case "determined":
            return said(lang, f"{times} är en regel inte längre oklar", f"{times} a rule is no longer unclear")
        case _:
            words = WORDS[lang][kind]
            what = counted(number, OBLIGATION, lang).removeprefix(grouped(number)).strip()
            return f"{what} {words.does if number == 1 else words.do}"


def _closed(closed: int, number: int, lang: Lang) -> str:
    """Say how many of a number are of what is over under both rule sets."""
    if not closed:
        return ""
    if closed < number:
        one = "avslutat" if closed == 1 else "avslutade"
        return said(lang, f", {grouped(closed)} av dem redan {one}", f", {grouped(closed)} of them closed already")
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
    heads = [WORDS[look.lang][kind].head for kind in kinds]
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
        told = [_number(counts[kind], WORDS[look.lang][kind]) for kind in KINDS if counts[kind]]
        row = [Piece(title), Piece(f" · {name}", "faint")]
        lines += indented(wrapped(row, look.width - _INDENT, hanging=2), _INDENT)
        lines += indented(wrapped([Piece(listed(told, look.lang))], look.width - 2 * _INDENT), 2 * _INDENT)
    return lines


def _number(number: int, words: Words) -> str:
    first, _, rest = f"{words.does if number == 1 else words.do} ".partition(" ")
    return f"{unbroken(f'{grouped(number)} {first}')} {rest}".rstrip()
