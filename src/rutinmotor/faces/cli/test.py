"""Scenarios in, which of them hold and what they show of the rules out: the command `test`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

import typer

from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.left import show_link_left
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.options import Rules
from rutinmotor.faces.cli.scenarios import Tried, found_at, rulebook_of, tried
from rutinmotor.faces.cli.screen import look_for, show, show_findings, source_lines
from rutinmotor.faces.cli.writing import write_over
from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.ground.words import SCENARIO, counted, diff_lines, said
from rutinmotor.workbench.scenario import (
    Coverage,
    Mended,
    Rulebook,
    Verdict,
    below_line,
    closing_lines,
    coverage_lines,
    coverage_of,
    folder_lines,
    mended,
    share_line,
    uncovered_lines,
    verdict_lines,
)
from rutinmotor.workbench.telling import Titles, titles_of


@dataclass(frozen=True, slots=True)
class _Report:
    """All that was tried, and how much of it a person wants to see; shares are in per cent."""

    verdicts: Sequence[Verdict]
    faults: Sequence[Diagnostic]
    coverage: Coverage
    titles: Titles
    verbose: bool
    tables: bool
    least: float | None

    @property
    def is_below(self) -> bool:
        """Say whether a smaller share of the rules is covered than was asked for."""
        return self.least is not None and self.coverage.percent < self.least


def _show(report: _Report, lang: Lang) -> None:
    """Show what fails; the tables of the coverage if asked for; what is not covered where it is below the least."""
    look = look_for(sys.stdout, lang)
    if report.faults:
        show_findings(report.faults, lang, sys.stdout)
    for one in report.verdicts:
        if report.verbose or not one.holds:
            show(verdict_lines(one, report.titles, source_lines, look), sys.stdout)
    show(folder_lines(report.verdicts, look), sys.stdout)
    if report.tables:
        show([(), *coverage_lines(report.coverage, look), ()], sys.stdout)
    elif report.is_below:
        show([(), *uncovered_lines(report.coverage, look), ()], sys.stdout)
    show(closing_lines(report.verdicts, look), sys.stdout)
    if report.least is None:
        return
    if not report.tables and not report.is_below:
        show(share_line(report.coverage, look), sys.stdout)
    if report.is_below:
        show(below_line(report.coverage, report.least, look), sys.stdout)


def _record(report: _Report) -> object:
    from rutinmotor.workbench.scenario import test_record

    return test_record(report.verdicts, report.faults, report.coverage)


def _write_junit(report: _Report, lang: Lang) -> None:
    from rutinmotor.workbench.scenario import junit_report

    print(junit_report(report.verdicts, report.titles, source_lines, lang), end="")


_FORMATS = WholeFormats((Own("text", _show),), _record, (Own("junit", _write_junit),))


def run(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=both("SÖKVÄG...", "PATH..."),
            help=both(
                "Scenarier, eller mappar med sådana (också i undermappar). Annars de som följer med.",
                "Scenarios, or folders of them (sub-folders too). Without any, those that are shipped.",
            ),
        ),
    ] = None,
    rules: Rules = None,
    only: Annotated[
        str | None,
        typer.Option(
            "-k",
            metavar=both("TEXT", "TEXT"),
            help=both(
                "Bara scenarier vars namn, fil eller ärende innehåller texten.",
                "Only scenarios whose name, file or case holds this.",
            ),
        ),
    ] = None,
    coverage: Annotated[
        bool,
        typer.Option(
            "--coverage",
            help=both("Visa vad scenarierna visar om varje regel.", "Show what the scenarios show of each rule."),
        ),
    ] = False,
    fail_under: Annotated[
        str | None,
        typer.Option(
            "--fail-under",
            metavar=both("PROCENT", "PERCENT"),
            help=both(
                "Ge slutstatus 1 om en mindre andel av reglerna är täckta.",
                "Exit with 1 if a smaller share of the rules is covered.",
            ),
        ),
    ] = None,
    verbose: Annotated[
        bool,
        typer.Option(
            "--verbose", "-v", help=both("Visa också de scenarier som håller.", "Show the scenarios that hold, too.")
        ),
    ] = False,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help=both(
                "Skriv in svaret där kravet finns men är annorlunda; visar först vad som ändras.",
                "Write the answer in where an obligation is there but differs; shows first what changes.",
            ),
        ),
    ] = False,
    form: Annotated[str, _FORMATS.option()] = "text",
) -> int:
    """Try scenarios, each with the rules that it names."""
    form = _FORMATS.read(form)
    if update and form != "text":
        raise Misuse("--update går bara ihop med --format text.", "--update goes with --format text only.")
    least = _percent(fail_under)
    book = rulebook_of(rules)
    answers = tried(found_at(paths), only, book)
    verdicts = _updated(answers, book, context.obj) if update else [one.verdict for one in answers]
    measured = coverage_of(verdicts, book.engines)
    titles = titles_of([one for engine in book.engines for one in engine.catalogues])
    report = _Report(verdicts, tuple(book.errors), measured, titles, verbose, coverage, least)
    _FORMATS.write(form, report, context.obj)
    return FINDINGS if report.is_below or not all(one.holds for one in verdicts) else DONE


def _percent(text: str | None) -> float | None:
    """Read a share from 0 to 100, both included; a decimal comma will do."""
    if text is None:
        return None
    number = text.strip().removesuffix("%").strip().replace(",", ".")
    if number.replace(".", "", 1).isdecimal() and number.isascii() and float(number) <= 100:
        return float(number)
    raise Misuse(
        f"--fail-under är ett tal från 0 till 100, inte ”{text}”.",
        f"--fail-under is a number from 0 to 100, not '{text}'.",
    )


def _updated(answers: Sequence[Tried], book: Rulebook, lang: Lang) -> list[Verdict]:
    """Mend what can be mended, show the changes and then write them; the verdicts are those of the texts then.

    Raises:
        Misuse: a file that cannot be written.
    """
    found: dict[str, Mended] = {}
    for answer in answers:
        if (one := mended(answer.verdict, answer.data, book)) is None:
            continue
        if answer.is_met_link:
            show_link_left(one.source, lang)
        else:
            found[one.source] = one
    for one in found.values():
        show(diff_lines(one.source, one.before, one.after), sys.stdout)
    for one in found.values():
        write_over(one.source, one.after, one.before)
    if found:
        number = counted(len(found), SCENARIO, lang)
        told = said(
            lang, f"Svaret är inskrivet i {number}. Läs igenom det.", f"The answer is written into {number}. Read it."
        )
        print(f"\n{told}\n")
    return [
        found[tried.verdict.source].verdict if tried.verdict.source in found else tried.verdict for tried in answers
    ]
