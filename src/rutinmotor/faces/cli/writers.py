"""Answers case by case in, the chosen format on standard output out; what `evaluate` writes with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple, Protocol

from rutinmotor.engine.engine import Engine, origin_of
from rutinmotor.engine.evaluation import Evaluation, UnknownEvents, UnknownFacts
from rutinmotor.faces.cli.formats import Fault, Format, Frame, Part, PartFormats
from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.ground.words import CASE, RULE, counted, said
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
    unknown_facts: UnknownFacts

    def answer(self, case: Case) -> Evaluation:
        """Judge a case. Raises CaseError."""
        return self.engine.evaluate(case, self.at, self.known, self.unknown_events, self.unknown_facts)

    def next_change(self, case: Case) -> date | None:
        """Give the day of a case's next change. Raises CaseError."""
        return self.engine.next_change(case, self.at, self.known, self.unknown_events, self.unknown_facts)


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


class RecordWriter:
    """For programs: each case as a record or rows, in one of the formats that every command has."""

    def __init__(self, question: Question, form: Format) -> None:
        self._question = question
        head: Record = {
            "at": question.at.isoformat(),
            "known": question.known.isoformat() if question.known else None,
            "catalogues": catalogue_records(question.engine.catalogues),
        }
        self._writer = form.parts(Frame(head, "cases", COLUMNS, question.lang))

    def answer(self, case: Case, evaluation: Evaluation) -> None:
        """Write a case's record."""
        asked = self._question
        self._writer.part(
            Part(
                lambda: case_record(evaluation, asked.selection, asked.next_change(case)),
                lambda: rows(evaluation, asked.selection),
            )
        )

    def error(self, case: str | None, file: str, diagnostics: Sequence[Diagnostic]) -> None:
        """Write the record of a case with an error."""
        told = said(self._question.lang, "kan inte bedömas", "cannot be judged")
        name = case if case is not None else file
        asked = self._question
        origin = origin_of(asked.engine, asked.at, asked.known)
        self._writer.fault(Fault(lambda: error_record(case, file, diagnostics, origin), f"{name}: {told}", diagnostics))

    def end(self, tally: Tally) -> None:
        """Write the end; what cannot be judged, and what is likely a mistake, stands in the records, but in no row."""
        lang = self._question.lang
        found: list[str] = []
        if tally.undetermined:
            rules = counted(tally.undetermined, RULE, lang)
            found.append(
                said(
                    lang,
                    f"{rules} kan inte bedömas för att uppgifter saknas",
                    f"{rules} cannot be judged for want of facts",
                )
            )
        if tally.mistaken:
            cases = counted(tally.mistaken, CASE, lang)
            found.append(
                said(lang, f"{cases} har troligen felskrivna uppgifter", f"{cases} with facts that are likely mistakes")
            )
        see = said(lang, "se --format table eller json", "see --format table or json")
        self._writer.end({}, f"{'; '.join([*found, see])}." if found else None)


FORMATS = PartFormats("table")


def writer_of(question: Question, form: Format | None) -> Writer:
    """Give the writer of a format; None is the one for people."""
    return TableWriter(question) if form is None else RecordWriter(question, form)
