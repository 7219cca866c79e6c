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
    from rutinmotor.workbench.schema import SchemaKind


def run(
    context: typer.Context,
    of: Annotated[
        str,
        typer.Option(
            "--of",
            metavar=both("SLAG", "SHAPE"),
            help=both(
                "catalogue (en regelfil), case (ett ärende), scenario (ett prov av en regel) eller answer (det som "
                "kommandona skriver som JSON).",
                "catalogue (a rule file), case, scenario (a test of a rule) or answer (what commands write as JSON).",
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
    from rutinmotor.workbench.schema import schema, told_schema

    kind = _kind_of(of)
    if kind == "answer":
        if vocabulary is not None:
            raise Misuse("--vocabulary gäller inte svar.", "--vocabulary is not for answers.")
        found = schema(kind)
    else:
        found = told_schema(kind, context.obj)
        found = forked(found if vocabulary is None else _named(found, Path(vocabulary)))
    speak_utf8()
    print(json.dumps(found, ensure_ascii=False, indent=2))
    return 0


def _named(schema: dict[str, Any], path: Path) -> dict[str, Any]:
    from rutinmotor.language.schemas import named, vocabulary_at

    words, faults = vocabulary_at(path)
    if words is None:
        raise Misuse("Orden går inte att läsa.", "The words cannot be read.", faults)
    return named(schema, words)


def _kind_of(word: str) -> SchemaKind:
    from rutinmotor.workbench.schema import SCHEMA_KINDS

    for kind in SCHEMA_KINDS:
        if word == kind:
            return kind
    near = nearest(word, SCHEMA_KINDS)
    sv, en = (f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ("", "")
    raise Misuse(
        f"--of är catalogue, case, scenario eller answer.{sv}", f"--of is catalogue, case, scenario or answer.{en}"
    )
