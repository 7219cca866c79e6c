"""A Coverage in, a table for each catalogue out: which statuses of each rule the scenarios have shown."""

from __future__ import annotations

from collections.abc import Sequence

from rutinmotor.ground.words import (
    EMPTY,
    RULE,
    Column,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    beside,
    cells,
    counted,
    indented,
    line,
    listed,
    printable,
    said,
    status_word,
    wrapped,
)
from rutinmotor.workbench.scenario.coverage import SHOWN, CatalogueCoverage, Coverage, RuleCoverage

_SHOWN, _NOT_SHOWN, _NEVER = "●", "·", "–"
_INDENT = 2
# The columns in the order of a story, each with its heading in Swedish and English, line by line.
_HEADS: dict[str, tuple[str, str]] = {
    "due": ("att|göra", "to be|done"),
    "overdue": ("för-|senat", "over-|due"),
    "fulfilled": ("klart", "done"),
    "fulfilled_late": ("klart|för sent", "done|late"),
    "ended": ("bort-|fallet", "ended"),
    "paused": ("pausat", "paused"),
    "standing": ("löp-|ande", "stand-|ing"),
    "absent": ("gäller|inte", "none"),
    "undetermined": ("kan ej|bedömas", "un-|judged"),
}


def coverage_lines(coverage: Coverage, look: Look) -> list[Line]:
    """Write the tables, the rules that are not covered, and how many are."""
    lang = look.lang
    lines: list[Line] = []
    for catalogue in coverage.catalogues:
        lines += [*_table(catalogue, look), EMPTY]
    marks = said(
        lang,
        f"{_SHOWN} visat av en rad som håller   {_NOT_SHOWN} inte visat   {_NEVER} kan inte bli så",
        f"{_SHOWN} shown by a line that holds   {_NOT_SHOWN} not shown   {_NEVER} cannot be so",
    )
    lines += wrapped([Piece(marks, "faint")], look.width)
    lines.append(EMPTY)
    return [*lines, *uncovered_lines(coverage, look)]


def below_line(coverage: Coverage, least: float, look: Look) -> list[Line]:
    """Write that the coverage is below what was demanded."""
    told, demanded = percent_told(coverage.percent, look.lang), percent_told(least, look.lang)
    text = said(look.lang, f"Täckningen {told} är under {demanded}.", f"The coverage {told} is below {demanded}.")
    return wrapped([Piece(text, "red")], look.width)


def percent_told(percent: float, lang: Lang) -> str:
    """Say a percentage with one decimal at most, rounded down: 100 is said only of all."""
    tenths = int(percent * 10 + 1e-9)
    whole, part = divmod(tenths, 10)
    number = f"{whole}{said(lang, ',', '.')}{part}" if part else f"{whole}"
    return said(lang, f"{number} %", f"{number}%")


def _table(catalogue: CatalogueCoverage, look: Look) -> list[Line]:
    lang = look.lang
    heads = {key: said(lang, *_HEADS[key]).split("|") for key in _columns(catalogue)}
    widths = {key: max(map(len, head)) for key, head in heads.items()}
    longest = max(cells(_name(rule)) for rule in catalogue.rules)
    room = min(longest + 1, look.width - _INDENT - sum(width + 1 for width in widths.values()))
    covered = sum(rule.is_covered for rule in catalogue.rules)
    of = said(lang, "av", "of")
    title = [
        Piece(printable(catalogue.title), "strong"),
        Piece(f" · {catalogue.catalogue} · {covered} {of} {counted(len(catalogue.rules), RULE, lang)}", "faint"),
    ]
    head = beside(
        [Column([], room), *(Column([line(part, "faint") for part in _low(heads[key])], widths[key]) for key in heads)],
        indent=_INDENT,
        gap=1,
    )
    lines = [*wrapped(title, look.width, hanging=2), *head]
    for rule in catalogue.rules:
        lines += _row(rule, widths, room)
    return lines


def _columns(catalogue: CatalogueCoverage) -> list[str]:
    """Leave out what no rule of the catalogue can be."""
    return [key for key in _HEADS if any(key in rule.possible for rule in catalogue.rules)]


def _low(head: Sequence[str]) -> list[str]:
    """Let a heading of one line stand on the lower."""
    return ["", *head] if len(head) == 1 else list(head)


def _row(rule: RuleCoverage, widths: dict[str, int], room: int) -> list[Line]:
    name = _name(rule)
    style: Style = "plain" if rule.is_covered else "red"
    marks = [Column([_mark(rule, key, width)], width) for key, width in widths.items()]
    if cells(name) > room:
        # A long name has a line of its own, and its marks the next.
        return [*indented([line(name, style)], _INDENT), *beside([Column([EMPTY], room), *marks], _INDENT, 1)]
    return beside([Column([line(name, style)], room), *marks], indent=_INDENT, gap=1)


def _name(rule: RuleCoverage) -> str:
    return rule.rule.partition(".")[2]


def _mark(rule: RuleCoverage, key: str, width: int) -> Line:
    if key in rule.shown:
        mark, style = _SHOWN, "green"
    elif key not in rule.possible:
        mark, style = _NEVER, "faint"
    else:
        mark, style = _NOT_SHOWN, "red" if key in rule.missing else "plain"
    return (Piece(" " * ((width - 1) // 2)), Piece(mark, style))


def uncovered_lines(coverage: Coverage, look: Look) -> list[Line]:
    """Write what is missing, rule by rule, and the share that is covered."""
    lang = look.lang
    lines: list[Line] = []
    bare = [rule for rule in coverage.rules if not rule.is_covered]
    if bare:
        lines.append(line(said(lang, "Det här återstår att visa:", "This remains to be shown:"), "strong"))
    for rule in bare:
        words = listed([status_word(status, lang) for status in rule.missing], lang)
        lines += indented(wrapped([Piece(f"{rule.rule}: "), Piece(words, "red")], look.width - 2, hanging=2), 2)
    if bare:
        lines.append(EMPTY)
    return [*lines, *share_line(coverage, look)]


def share_line(coverage: Coverage, look: Look) -> list[Line]:
    """Write how many rules are covered, and which share that is."""
    lang = look.lang
    told = percent_told(coverage.percent, lang)
    number = counted(len(coverage.rules), RULE, lang)
    text = said(
        lang, f"Täckning: {coverage.covered} av {number}, {told}.", f"Coverage: {coverage.covered} of {number}, {told}."
    )
    return [line(text, "green" if coverage.covered == len(coverage.rules) else "strong")]


assert set(_HEADS) == set(SHOWN)
