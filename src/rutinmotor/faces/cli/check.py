"""Rule files in, everything that is wrong or doubtful in them out: the command `check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated, NamedTuple

import typer

import rutinmotor
from rutinmotor.faces.cli.entry import DONE, FINDINGS, IMPOSSIBLE
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.screen import look_for, show, show_findings
from rutinmotor.ground.diagnostics import Diagnostic, Lang, Severity
from rutinmotor.ground.findings import closing_lines, finding_records, github_line, sarif_log
from rutinmotor.language.lints import review
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import shipped_rules

# The codes of what could not be read at all, and so was not checked.
_UNREADABLE = ("RM001", "RM002", "RM003", "RM004")


class _Checked(NamedTuple):
    """What was found, and in how many files."""

    found: Sequence[Diagnostic]
    files: int


def _show(checked: _Checked, lang: Lang) -> None:
    if checked.found:
        # Remarks last, where they do not stand between a person and what is wrong.
        show_findings(sorted(checked.found, key=lambda one: one.severity is Severity.INFO), lang, sys.stdout)
    show(closing_lines(checked.found, checked.files, look_for(sys.stdout, lang)), sys.stdout)


def _write_github(checked: _Checked, lang: Lang) -> None:
    for one in checked.found:
        print(github_line(one, lang))


def _write_sarif(checked: _Checked, lang: Lang) -> None:
    print(json.dumps(sarif_log(checked.found, rutinmotor.__version__, lang), ensure_ascii=False, indent=2))


_FORMATS = WholeFormats(
    (Own("text", _show),),
    lambda checked: finding_records(checked.found),
    (Own("github", _write_github), Own("sarif", _write_sarif)),
)


def run(
    context: typer.Context,
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar=both("SÖKVÄG...", "PATH..."),
            help=both(
                "Regelfiler eller mappar med regelfiler. Annars granskas de kataloger som följer med.",
                "Rule files or folders of them. Without any, the catalogues that are shipped.",
            ),
        ),
    ] = None,
    form: Annotated[str, _FORMATS.option()] = "text",
    strict: Annotated[
        bool,
        typer.Option("--strict", help=both("Ge slutstatus 1 också vid varningar.", "Exit with 1 on warnings too.")),
    ] = False,
) -> int:
    """Check rule files, together with those beside them that they use."""
    form = _FORMATS.read(form)
    reading = load_catalogues(paths or (shipped_rules(),))
    found = review(reading)
    files = len(reading.catalogues) + len(reading.unread)
    _FORMATS.write(form, _Checked(found, files), context.obj)
    if any(one.code in _UNREADABLE for one in found):
        return IMPOSSIBLE
    wrong = any(one.is_error or (strict and one.severity is Severity.WARNING) for one in found)
    return FINDINGS if wrong else DONE
