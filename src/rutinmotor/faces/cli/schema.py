"""The name of a shape, and perhaps of a vocabulary, in, its JSON Schema out: the command `schema`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from rutinmotor.faces.cli.help import both
from rutinmotor.faces.cli.misuse import Misuse
from rutinmotor.faces.cli.screen import speak_utf8
from rutinmotor.ground.diagnostics import nearest

if TYPE_CHECKING:
    from rutinmotor.workbench.schema import FileKind


def run(
    context: typer.Context,
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar=both("SLAG", "SHAPE"),
            help=both(
                "catalogue (en regelfil), case (ett ärende) eller scenario (ett prov av en regel).",
                "catalogue (a rule file), case or scenario (a test of a rule).",
            ),
        ),
    ] = "catalogue",
    vocabulary: Annotated[
        str | None,
        typer.Option(
            "--vocabulary",
            metavar=both("SÖKVÄG", "PATH"),
            help=both(
                "Nämn också händelser, uppgifter, aktörer, regler och andra ord i den här regelfilen eller mappen, "
                "så att en redigerare kan fylla i dem.",
                "Also name the events, facts, actors, rules and other words of this rule file or folder, "
                "so that an editor can complete them.",
            ),
        ),
    ] = None,
) -> int:
    """Print a JSON Schema, for editors and for those who write cases with programs."""
    # Only now, as the shapes of rules take longer to import than all the rest.
    from rutinmotor.language.schemas import forked
    from rutinmotor.workbench.schema import told_schema

    schema = told_schema(_kind_of(of), context.obj)
    if vocabulary is not None:
        schema = _named(schema, Path(vocabulary))
    speak_utf8()
    print(json.dumps(forked(schema), ensure_ascii=False, indent=2))
    return 0


def _named(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    from rutinmotor.language.schemas import named, vocabulary_at

    words, faults = vocabulary_at(path)
    if words is None:
        raise Misuse("Orden går inte att läsa.", "The words cannot be read.", faults)
    return named(schema, words)


def _kind_of(word: str) -> FileKind:
    from rutinmotor.workbench.schema import FILE_KINDS

    for kind in FILE_KINDS:
        if word == kind:
            return kind
    near = nearest(word, FILE_KINDS)
    sv, en = (f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ("", "")
    raise Misuse(f"--of är catalogue, case eller scenario.{sv}", f"--of is catalogue, case or scenario.{en}")
