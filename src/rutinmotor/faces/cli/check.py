"""Rule files in, everything that is wrong or doubtful in them out: the command `check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Annotated

import typer

import rutinmotor
from rutinmotor.faces.cli.entry import DONE, FINDINGS, IMPOSSIBLE
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.options import word_of
from rutinmotor.faces.cli.screen import look_for, show, show_findings, speak_utf8
from rutinmotor.ground.diagnostics import Diagnostic, Lang, Severity
from rutinmotor.ground.findings import closing_lines, finding_records, github_line, sarif_log
from rutinmotor.language.lints import review
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import shipped_rules

_FORMATS = ("text", "json", "github", "sarif")
# The codes of what could not be read at all, and so was not checked.
_UNREADABLE = ("RM001", "RM002", "RM003", "RM004")


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
    form: Annotated[
        str,
        typer.Option(
            "--format",
            metavar="FORMAT\nFORMAT",
            help=both("text, json, github eller sarif.", "text, json, github or sarif."),
        ),
    ] = "text",
    strict: Annotated[
        bool,
        typer.Option("--strict", help=both("Ge slutstatus 1 också vid varningar.", "Exit with 1 on warnings too.")),
    ] = False,
) -> int:
    """Check rule files, together with those beside them that they use."""
    form = word_of(form, "--format", _FORMATS)
    reading = load_catalogues(paths or (shipped_rules(),))
    found = review(reading)
    files = len(reading.catalogues) + len(reading.unread)
    _print(found, files, form, context.obj)
    if any(one.code in _UNREADABLE for one in found):
        return IMPOSSIBLE
    wrong = any(one.is_error or (strict and one.severity is Severity.WARNING) for one in found)
    return FINDINGS if wrong else DONE


def _print(found: Sequence[Diagnostic], files: int, form: str, lang: Lang) -> None:
    if form == "text":
        if found:
            # Remarks last, where they do not stand between a person and what is wrong.
            show_findings(sorted(found, key=lambda one: one.severity is Severity.INFO), lang, sys.stdout)
        show(closing_lines(found, files, look_for(sys.stdout, lang)), sys.stdout)
        return
    speak_utf8()
    match form:
        case "json":
            print(json.dumps(finding_records(found), ensure_ascii=False, indent=2))
        case "sarif":
            print(json.dumps(sarif_log(found, rutinmotor.__version__, lang), ensure_ascii=False, indent=2))
        case _:
            for one in found:
                print(github_line(one, lang))
