"""Rules before and now in, what has changed in what they mean out: the command `diff`."""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.options import word_of
from rutinmotor.faces.cli.revisions import catalogues_at, standing_at
from rutinmotor.faces.cli.screen import look_for, show, speak_utf8
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.workbench.diff import change_lines, change_markdown, change_records, compare

_FORMATS = ("text", "markdown", "json")


def run(
    context: typer.Context,
    old: Annotated[
        str,
        typer.Argument(
            metavar=both("GAMLA", "OLD"),
            help=both(
                "De gamla reglerna: en fil, en mapp, eller en revision som git:HEAD~1 eller git:HEAD~1:rules/sol.yaml.",
                "The old rules: a file, a folder, or a revision such as git:HEAD~1 or git:HEAD~1:rules/sol.yaml.",
            ),
        ),
    ],
    new: Annotated[
        str | None,
        typer.Argument(
            metavar=both("NYA", "NEW"),
            help=both(
                "De nya reglerna, på samma sätt. Annars samma sökväg som den är nu, eller mappen rules.",
                "The new rules, in the same way. Else the same path as it is now, or the folder rules.",
            ),
        ),
    ] = None,
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="FORMAT\nFORMAT", help=both("text, markdown eller json.", "text, markdown or json.")
        ),
    ] = "text",
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help=both("Ge slutstatus 1 om något har ändrats.", "Exit with 1 if anything has changed.")
        ),
    ] = False,
) -> int:
    """Say what changed in meaning between two sets of rules."""
    lang: Lang = context.obj
    form = word_of(form, "--format", _FORMATS)
    now = standing_at(old) if new is None else new
    comparison = compare(catalogues_at(old, now), catalogues_at(now, old))
    match form:
        case "json":
            speak_utf8()
            print(json.dumps(change_records(comparison, old, now), ensure_ascii=False, indent=2))
        case "markdown":
            speak_utf8()
            print(change_markdown(comparison, old, now, lang))
        case _:
            show(change_lines(comparison, old, now, look_for(sys.stdout, lang)), sys.stdout)
    return FINDINGS if exit_code and comparison.changes else DONE
