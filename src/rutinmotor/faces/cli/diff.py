"""Rules before and now in, what has changed in what they mean out: the command `diff`."""

from __future__ import annotations

import sys
from typing import Annotated, NamedTuple

import typer

from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.formats import Own, WholeFormats
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.revisions import catalogues_at, standing_at
from rutinmotor.faces.cli.screen import look_for, show, speak_utf8
from rutinmotor.ground.diagnostics import Lang
from rutinmotor.workbench.diff import Comparison, change_lines, change_markdown, change_records, compare


class _Compared(NamedTuple):
    """What has changed, and what the old and the new rules are called."""

    comparison: Comparison
    old: str
    new: str


def _show(compared: _Compared, lang: Lang) -> None:
    show(change_lines(*compared, look_for(sys.stdout, lang)), sys.stdout)


def _write_markdown(compared: _Compared, lang: Lang) -> None:
    speak_utf8()
    print(change_markdown(*compared, lang))


_FORMATS = WholeFormats(
    (Own("text", _show), Own("markdown", _write_markdown)), lambda compared: change_records(*compared)
)


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
    form: Annotated[str, _FORMATS.option()] = "text",
    exit_code: Annotated[
        bool,
        typer.Option(
            "--exit-code", help=both("Ge slutstatus 1 om något har ändrats.", "Exit with 1 if anything has changed.")
        ),
    ] = False,
) -> int:
    """Say what changed in meaning between two sets of rules."""
    form = _FORMATS.read(form)
    now = standing_at(old) if new is None else new
    comparison = compare(catalogues_at(old, now), catalogues_at(now, old))
    _FORMATS.write(form, _Compared(comparison, old, now), context.obj)
    return FINDINGS if exit_code and comparison.changes else DONE
