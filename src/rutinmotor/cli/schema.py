"""The name of a shape in, its JSON Schema out: the command `schema`."""

from __future__ import annotations

import json
from typing import Annotated, Any

import typer

from rutinmotor.cli.help import both
from rutinmotor.cli.misuse import Misuse
from rutinmotor.cli.screen import speak_utf8
from rutinmotor.diagnostics.nearest import nearest

_SHAPES = ("catalogue", "case", "scenario")


def run(
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
) -> int:
    """Print a JSON Schema, for editors and for those who write cases with programs."""
    schema = _schema(of)
    speak_utf8()
    print(json.dumps(schema, ensure_ascii=False, indent=2))
    return 0


def _schema(of: str) -> Any:
    # Each where it is asked for, as they import different rooms.
    match of:
        case "catalogue":
            from rutinmotor.catalogue.schema import catalogue_schema

            return catalogue_schema()
        case "case":
            from rutinmotor.casefile import case_schema

            return case_schema()
        case "scenario":
            from rutinmotor.scenario import scenario_schema

            return scenario_schema()
        case _:
            near = nearest(of, _SHAPES)
            sv, en = (f" Menade du ”{near}”?", f" Did you mean '{near}'?") if near else ("", "")
            raise Misuse(f"--of är catalogue, case eller scenario.{sv}", f"--of is catalogue, case or scenario.{en}")
