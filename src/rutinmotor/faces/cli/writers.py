"""Answers case by case in, the chosen format on standard output out; what `evaluate` writes with."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Evaluation, UnknownEvents
from rutinmotor.faces.cli.screen import look_for, show, show_findings, speak_utf8
from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.ground.words import RULE, counted, said
from rutinmotor.language.case import Case
from rutinmotor.workbench.answer import (
    COLUMNS,
    Record,
    Selection,
    Tally,
    case_lines,
    case_record,
    catalogue_records,
    error_lines,
    error_record,
    rows,
    summary_lines,
)
from rutinmotor.workbench.telling import titles_of


class Question(NamedTuple):
    """What is asked of every case."""

    engine: Engine
    at: date
    known: date | None
    selection: Selection
    lang: Lang
    unknown_events: UnknownEvents

    def answer(self, case: Case) -> Evaluation:
        """Judge a case. Raises CaseError."""
        return self.engine.evaluate(case, self.at, self.known, self.unknown_events)

    def next_change(self, case: Case) -> date | None:
        """Give the day of a case's next change. Raises CaseError."""
        return self.engine.next_change(case, self.at, self.known, self.unknown_events)


class Writer(Protocol):
    """Writes one case at a time, and at last what holds for all of them."""

    def answer(self, case: Case, evaluation: Evaluation) -> None:
        """Write a case's answer."""
        ...

    def error(self, case: str | None, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Write that a case could not be read or judged."""
        ...

    def end(self, tally: Tally) -> None:
        """Write the end."""
        ...


class TableWriter:
    """For people: a table for each case, and a summary."""

    def __init__(self, question: Question) -> None:
        self._question = question
        self._titles = titles_of(question.engine.catalogues)
        self._look = look_for(sys.stdout, question.lang)

    def answer(self, case: Case, evaluation: Evaluation) -> None:
        """Write a case's table."""
        change = self._question.next_change(case)
        show(case_lines(evaluation, self._question.selection, change, self._titles, self._look), sys.stdout)

    def error(self, case: str | None, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Write why a case has no table."""
        show(error_lines(case, file, diagnostics, self._look), sys.stdout)

    def end(self, tally: Tally) -> None:
        """Write the summary."""
        show(summary_lines(tally, self._question.at, self._question.known, self._look), sys.stdout)


class JsonLinesWriter:
    """For programs: one line for each case."""

    def __init__(self, question: Question) -> None:
        self._question = question
        speak_utf8()

    def answer(self, case: Case, evaluation: Evaluation) -> None:
        """Write a case's line."""
        self._write(case_record(evaluation, self._question.selection, self._question.next_change(case)))

    def error(self, case: str | None, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Write the line of a case with an error."""
        self._write(error_record(case, file, diagnostics))

    def end(self, tally: Tally) -> None:
        """Write nothing: the lines are all."""

    def _write(self, record: Record) -> None:
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")


class JsonWriter(JsonLinesWriter):
    """For programs: one object, written as the cases come, each on a line of its own."""

    def __init__(self, question: Question) -> None:
        super().__init__(question)
        head = {
            "at": question.at.isoformat(),
            "known": question.known.isoformat() if question.known else None,
            "catalogues": catalogue_records(question.engine.catalogues),
        }
        self._begun = False
        sys.stdout.write(json.dumps(head, ensure_ascii=False)[:-1] + ', "cases": [')

    def end(self, tally: Tally) -> None:
        """Close the list and the object."""
        sys.stdout.write("\n]}\n" if self._begun else "]}\n")

    def _write(self, record: Record) -> None:
        sys.stdout.write((",\n" if self._begun else "\n") + json.dumps(record, ensure_ascii=False))
        self._begun = True


class CsvWriter:
    """For spreadsheets: one row for each obligation; what is no obligation is told on standard error."""

    def __init__(self, question: Question) -> None:
        self._question = question
        speak_utf8()
        self._rows = csv.writer(sys.stdout, lineterminator="\n")
        self._rows.writerow(COLUMNS)

    def answer(self, case: Case, evaluation: Evaluation) -> None:
        """Write a case's rows."""
        self._rows.writerows(rows(evaluation, self._question.selection))

    def error(self, case: str | None, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Tell why a case has no rows."""
        lang = self._question.lang
        name = case if case is not None else file
        print(f"{name}: {said(lang, 'kan inte bedömas', 'cannot be judged')}", file=sys.stderr)
        show_findings(diagnostics, lang, sys.stderr)

    def end(self, tally: Tally) -> None:
        """Tell of the rules that could not be judged, as no row does."""
        lang = self._question.lang
        if tally.undetermined:
            rules = counted(tally.undetermined, RULE, lang)
            sv = f"{rules} kan inte bedömas för att uppgifter saknas; se --format table eller json."
            en = f"{rules} cannot be judged for want of facts; see --format table or json."
            print(said(lang, sv, en), file=sys.stderr)


FORMATS: dict[str, type[TableWriter] | type[JsonWriter] | type[JsonLinesWriter] | type[CsvWriter]] = {
    "table": TableWriter,
    "json": JsonWriter,
    "jsonl": JsonLinesWriter,
    "csv": CsvWriter,
}
