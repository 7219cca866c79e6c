"""Parts of an answer in, their rows under one line of headings out, the rest on standard error; for spreadsheets."""

from __future__ import annotations

import csv
import sys
from typing import TYPE_CHECKING

from rutinmotor.faces.cli.formats.output import Fault, Format, Frame, Part
from rutinmotor.faces.cli.screen import show_findings, speak_utf8

if TYPE_CHECKING:
    from rutinmotor.ground.diagnostics import Lang
    from rutinmotor.workbench.answer import Record


class _CsvWriter:
    def __init__(self, frame: Frame) -> None:
        self._lang: Lang = frame.lang
        speak_utf8()
        self._rows = csv.writer(sys.stdout, lineterminator="\n")
        self._rows.writerow(frame.columns)

    def part(self, part: Part) -> None:
        """Write a part's rows."""
        self._rows.writerows(part.rows())

    def fault(self, fault: Fault) -> None:
        """Tell why a part has no rows."""
        print(fault.told, file=sys.stderr)
        show_findings(fault.diagnostics, self._lang, sys.stderr)

    def end(self, tail: Record, unsaid: str | None) -> None:
        """Tell what no row does."""
        if unsaid is not None:
            print(unsaid, file=sys.stderr)


CSV = Format("csv", _CsvWriter)
