"""Parts of an answer in, a line of JSON for each out, and nothing around them; for programs that read line by line."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from rutinmotor.faces.cli.formats.output import Fault, Format, Frame, Part
from rutinmotor.faces.cli.screen import speak_utf8

if TYPE_CHECKING:
    from rutinmotor.workbench.answer import Record


class _JsonLinesWriter:
    def __init__(self, frame: Frame) -> None:
        speak_utf8()

    def part(self, part: Part) -> None:
        """Write a part's line."""
        self._write(part.record())

    def fault(self, fault: Fault) -> None:
        """Write its line."""
        self._write(fault.record())

    def end(self, tail: Record, unsaid: str | None) -> None:
        """Write nothing: the lines are all."""

    def _write(self, record: Record) -> None:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


JSON_LINES = Format("jsonl", _JsonLinesWriter)
