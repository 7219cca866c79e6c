"""Verdicts of scenarios in, what `test` tells people out: what fails, what was expected and answered, and why."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import PurePath

from rutinmotor.ground.findings import SourceLines, excerpt, finding_lines
from rutinmotor.ground.words import (
    EMPTY,
    SCENARIO,
    Lang,
    Line,
    Look,
    Piece,
    Style,
    counted,
    day_long,
    indented,
    line,
    listed,
    printable,
    said,
    wrapped,
)
from rutinmotor.workbench.explained import explained_text
from rutinmotor.workbench.scenario.expected import answers_told, table_lines
from rutinmotor.workbench.scenario.verdict import Expected, Result, Scenario, Verdict
from rutinmotor.workbench.telling import Titles

_INDENT = 2


def verdict_lines(verdict: Verdict, titles: Titles, source_lines: SourceLines, look: Look) -> list[Line]:
    """Write one verdict: a line if all holds, else each fault of the file or each assertion that fails."""
    if verdict.holds:
        return _heading(verdict, look)
    lines = _heading(verdict, look)
    lines.append(EMPTY)
    for one in verdict.diagnostics:
        lines += indented(finding_lines(one, source_lines, Look(look.lang, look.width - _INDENT)), _INDENT)
    explained: set[str] = set()
    for result in verdict.failures:
        lines += indented(_failure(result, titles, source_lines, Look(look.lang, look.width - _INDENT)), _INDENT)
        text = _explanation(result, Look(look.lang, look.width - 2 * _INDENT))
        # Two lines about one rule rest on the same events.
        if text and text not in explained:
            lines += [*_explained(text, look), EMPTY]
        explained.add(text)
    return lines


def folder_lines(verdicts: Sequence[Verdict], look: Look) -> list[Line]:
    """Write one line for each folder: how many scenarios it has, how many fail, and how many could not be tried."""
    folders: dict[str, list[Verdict]] = {}
    for one in verdicts:
        folders.setdefault(PurePath(one.source).parent.as_posix(), []).append(one)
    lines: list[Line] = []
    for folder, within in folders.items():
        bad = [f"{many} {words}" for many, words in _outcomes(within, look.lang)[1:] if many]
        mark = Piece("✗ ", "red") if bad else Piece("✓ ", "green")
        told = ", ".join([counted(len(within), SCENARIO, look.lang), *bad])
        lines += wrapped([mark, Piece(f"{printable(folder)}  "), Piece(told, "faint")], look.width, hanging=2)
    return lines


def closing_lines(verdicts: Sequence[Verdict], look: Look) -> list[Line]:
    """Write the last line: how many scenarios there were, how many fail, and how many could not be tried."""
    lang = look.lang
    number = counted(len(verdicts), SCENARIO, lang)
    told = [(many, words) for many, words in _outcomes(verdicts, lang) if many]
    style: Style = "green" if all(one.holds for one in verdicts) else "strong"
    if len(told) == 1:
        return [line(f"{number} {told[0][1]}.", style)]
    parts = listed([f"{many} {words}" for many, words in told], lang)
    return wrapped([Piece(f"{number}: {parts}.", style)], look.width)


def _outcomes(verdicts: Sequence[Verdict], lang: Lang) -> list[tuple[int, str]]:
    """Count the scenarios that hold, that fail, and that could not be tried, each with its words."""
    faulty = sum(bool(one.diagnostics) for one in verdicts)
    failed = sum(not one.holds for one in verdicts) - faulty
    return [
        (len(verdicts) - failed - faulty, said(lang, "håller", "held")),
        (failed, said(lang, "håller inte", "failed")),
        (faulty, said(lang, "kan inte prövas", "could not be tried")),
    ]


def _heading(verdict: Verdict, look: Look) -> list[Line]:
    style: Style = "green" if verdict.holds else "red"
    title = verdict.title or said(look.lang, "Ett scenario som inte kan läsas", "A scenario that cannot be read")
    pieces = [
        Piece("✓ " if verdict.holds else "✗ ", style),
        Piece(printable(title), "plain" if verdict.holds else "strong"),
        Piece(f" · {printable(verdict.source)}", "faint"),
    ]
    lines = wrapped(pieces, look.width, hanging=2)
    if verdict.holds or verdict.scenario is None or verdict.diagnostics:
        return lines
    return [*lines, *indented(wrapped([Piece(_asked(verdict.scenario, look), "faint")], look.width - 2), 2)]


def _asked(scenario: Scenario, look: Look) -> str:
    """Say which case was judged, on what day."""
    lang = look.lang
    case, day = printable(scenario.case.id), day_long(scenario.at, lang)
    text = said(lang, f"Ärende {case}, bedömt {day}", f"Case {case}, judged on {day}")
    if scenario.known is None:
        return text
    known = day_long(scenario.known, lang)
    return text + said(lang, f", som det var känt {known}", f", as it was known on {known}")


def _failure(result: Result, titles: Titles, source_lines: SourceLines, look: Look) -> list[Line]:
    one = result.assertion
    rule = titles.rule(one.rule)
    key = "expect" if isinstance(one, Expected) else one.key
    lines = wrapped([Piece(printable(str(one.place)), "strong"), Piece(f"  {key}", "red")], look.width)
    lines += excerpt(one.place, source_lines, look, whole=True)
    about = f" ({one.rule})" if rule != one.rule else ""
    lines += indented(wrapped([Piece(printable(rule)), Piece(about, "faint")], look.width - 2, hanging=2), 2)
    told: Iterable[Line] = (
        part for text in answers_told(result, titles, look.lang) for part in wrapped([Piece(text)], look.width - 4, 2)
    )
    return [*lines, *indented(told, 4), *indented(table_lines(result, look), 4), EMPTY]


def _explanation(result: Result, look: Look) -> str:
    return explained_text(result.explanation, look.lang, look.width - 2) if result.explanation is not None else ""


def _explained(text: str, look: Look) -> list[Line]:
    head = said(look.lang, "Så kom svaret till:", "How the answer came about:")
    return indented(
        [line(head, "strong"), *indented([line(one, "faint") if one else EMPTY for one in text.split("\n")], 2)], 4
    )
