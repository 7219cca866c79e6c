"""Cases as read and a case's id in, the one case that is meant out; for the commands that are about one case."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Annotated, TypeAlias

import typer

from rutinmotor.faces.cli.cases import Given
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.screen import show_findings
from rutinmotor.ground.diagnostics import CaseError, Diagnostic, Lang, nearest
from rutinmotor.ground.words import CASE, counted, said
from rutinmotor.language.case import Case

CaseArgument: TypeAlias = Annotated[
    str,
    typer.Argument(
        metavar=both("ÄRENDE", "CASE"),
        help=both(
            "Ärendefilen, eller en mapp; - läser standard in.", "The case file, or a folder; - reads standard input."
        ),
    ),
]
CaseId: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--case",
        metavar="ID\nID",
        help=both("Vilket ärende, om filen innehåller flera.", "Which case, where the file holds several."),
    ),
]

# Of many cases, how many a sentence names.
_NAMED = 5


def chosen_case(given: Sequence[Given], case: str | None) -> Given | None:
    """Choose the case asked for, or the only one; None if it is not held.

    Raises:
        Misuse: several, and none named.
    """
    if case is not None:
        # Where there are two of the id, the last says so.
        return next((one for one in reversed(given) if one.read.id == case), None)
    if len(given) < 2:
        return given[0] if given else None
    names = [one.read.id for one in given if one.read.id is not None]
    some = ", ".join(names[:_NAMED]) + (" …" if len(names) > _NAMED else "")
    raise Misuse(
        f"Här finns {counted(len(given), CASE, 'sv')}. Ange ett med --case: {some}",
        f"There are {counted(len(given), CASE, 'en')} here. Name one with --case: {some}",
    )


def case_of(given: Given) -> Case:
    """Give the case itself.

    Raises:
        CaseError: it could not be read.
    """
    if given.read.case is None:
        raise CaseError(given.read.diagnostics)
    return given.read.case


def no_such_case(case: str | None, given: Sequence[Given], lang: Lang) -> str:
    """Say that there is no such case, and which may be meant."""
    if case is None:
        return said(lang, "Det finns inget ärende här.", "There is no case here.")
    near = nearest(case, [one.read.id for one in given if one.read.id], {})
    number = counted(len(given), CASE, lang)
    hint = said(lang, f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ""
    sv = f"Det finns inget ärende ”{case}” här, bland {number}.{hint}"
    en = f"There is no case '{case}' here, among {number}.{hint}"
    return said(lang, sv, en)


def show_faults(given: Given, diagnostics: Sequence[Diagnostic], lang: Lang) -> None:
    """Show what is wrong in a case that cannot be judged for it."""
    name = given.read.id if given.read.id is not None else given.file
    sv = f"Ärendet {name} kan inte bedömas, för det har fel."
    en = f"The case {name} cannot be judged, as it has errors."
    print(said(lang, sv, en) + "\n")
    show_findings(diagnostics, lang, sys.stdout)
