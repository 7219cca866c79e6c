"""A case and a day in, a scenario that says the same of nobody out: the command `record`."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import Annotated

import typer

from rutinmotor.faces.cli.cases import given_cases
from rutinmotor.faces.cli.entry import DONE, FINDINGS
from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.newfiles import how_to_test, write_new
from rutinmotor.faces.cli.one_case import CaseArgument, CaseId, case_of, chosen_case, no_such_case, show_faults
from rutinmotor.faces.cli.options import At, Known, Rules, day_of, engine_of, today
from rutinmotor.faces.cli.screen import look_for, show, speak_utf8
from rutinmotor.ground.diagnostics import CaseError, Lang
from rutinmotor.ground.words import said
from rutinmotor.workbench.scaffold import default_title, draft_text, file_notes, recorded, recorded_lines, refused_lines
from rutinmotor.workbench.telling import titles_of

_WEEKS = re.compile(r"[+-]?[0-9]{1,4}\Z")


def run(
    context: typer.Context,
    file: CaseArgument,
    case: CaseId = None,
    at: At = None,
    known: Known = None,
    rules: Rules = None,
    title: Annotated[
        str | None,
        typer.Option(
            "--title",
            metavar=both("TEXT", "TEXT"),
            help=both("Vad scenariot visar, i en mening.", "What the scenario shows, in a sentence."),
        ),
    ] = None,
    shift: Annotated[
        str | None,
        typer.Option(
            "--shift",
            metavar=both("VECKOR", "WEEKS"),
            help=both(
                "Flytta alla dagar så många veckor, som 40 eller -40. Annars väljs något där svaret blir detsamma.",
                "Move all days so many weeks, such as 40 or -40. Without it one is chosen that keeps the answer.",
            ),
        ),
    ] = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out",
            metavar=both("FIL", "FILE"),
            help=both(
                "Filen att skriva. Annars visas scenariot bara.", "The file to write. Without it the scenario is shown."
            ),
        ),
    ] = None,
    force: Annotated[
        bool,
        typer.Option(
            "--force", help=both("Skriv över ett scenario som finns där.", "Write over a scenario that is there.")
        ),
    ] = False,
) -> int:
    """Record a case as a scenario, without what says whose it is."""
    lang: Lang = context.obj
    day, cut, weeks = day_of(at, "--at"), day_of(known, "--known"), _weeks(shift)
    engine = engine_of(rules)
    given = list(given_cases([file]))
    chosen = chosen_case(given, case)
    if chosen is None:
        print(no_such_case(case, given, lang))
        return FINDINGS
    try:
        found = recorded(engine, case_of(chosen), day or today(engine), cut, weeks)
    except CaseError as error:
        show_faults(chosen, error.diagnostics, lang)
        return FINDINGS
    titles, look = titles_of(engine.catalogues), look_for(sys.stderr, lang)
    if found.draft is None:
        show(refused_lines(found, titles, look, asked=weeks is not None), sys.stderr)
        return FINDINGS
    if not found.draft.expect and not found.draft.undetermined:
        text = said(
            lang,
            "Ärendet ger inget krav den dagen, och ett scenario måste påstå något. Välj en annan dag med --at.",
            "The case gives no obligation that day, and a scenario must say something. Choose another day with --at.",
        )
        print(text, file=sys.stderr)
        return FINDINGS
    text = draft_text(found.draft, title or default_title(found, lang), file_notes(lang), lang)
    if out is None:
        speak_utf8()
        print(text, end="")
    else:
        write_new(Path(out), text, force=force)
        how = how_to_test(Path(out), rules)
        print(said(lang, f"Skrev {out}. Pröva det: {how}", f"Wrote {out}. Try it: {how}"))
    show(recorded_lines(found, titles, look), sys.stderr)
    return DONE


def _weeks(text: str | None) -> int | None:
    if text is None:
        return None
    if _WEEKS.match(text):
        return int(text)
    raise Misuse(
        f"--shift är ett antal veckor som 40 eller -40, inte ”{text}”.",
        f"--shift is a number of weeks such as 40 or -40, not '{text}'.",
    )
