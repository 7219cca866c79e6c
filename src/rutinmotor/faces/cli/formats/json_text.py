"""Records in, one JSON value out: indented where it is whole, else each part on a line of its own; for programs."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from rutinmotor.faces.cli.formats.output import Fault, Format, Frame, Part
from rutinmotor.faces.cli.screen import speak_utf8

if TYPE_CHECKING:
    from rutinmotor.workbench.answer import Record


class _JsonWriter:
    """One object, written as the parts come."""

    def __init__(self, frame: Frame) -> None:
        speak_utf8()
        self._begun = False
        head = json.dumps(frame.head, ensure_ascii=False)[:-1]
        sys.stdout.write(f'{head}, "{frame.key}": [')

    def part(self, part: Part) -> None:
        """Write a part on its line."""
        self._write(part.record())

    def fault(self, fault: Fault) -> None:
        """Write its record among the others."""
        self._write(fault.record())

    def end(self, tail: Record, unsaid: str | None) -> None:
        """Close the list, and the object with the last keys."""
        rest = f", {json.dumps(tail, ensure_ascii=False)[1:]}" if tail else "}"
        sys.stdout.write(("\n]" if self._begun else "]") + rest + "\n")

    def _write(self, record: Record) -> None:
        sys.stdout.write((",\n" if self._begun else "\n") + json.dumps(record, ensure_ascii=False))
        self._begun = True


def _whole(record: object) -> str:
    return json.dumps(record, ensure_ascii=False, indent=2) + "\n"


JSON = Format("json", _JsonWriter, _whole)
