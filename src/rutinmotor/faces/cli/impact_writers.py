"""What changes, case by case, in, the chosen format on standard output out; what `impact` writes with."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from heapq import heappush, heappushpop
from typing import NamedTuple, Protocol

from rutinmotor.faces.cli.formats import Fault, Format, Frame, Part, PartFormats
from rutinmotor.faces.cli.screen import look_for, show
from rutinmotor.ground.diagnostics import Diagnostic, Lang
from rutinmotor.ground.words import EMPTY, said
from rutinmotor.language.case import Case
from rutinmotor.language.catalogue import Catalogue
from rutinmotor.workbench.answer import Record, catalogue_records
from rutinmotor.workbench.impact import (
    IMPACT_COLUMNS,
    Asked,
    CaseImpact,
    Counts,
    ListedCase,
    Span,
    Under,
    count_lines,
    counts_record,
    either,
    heading_lines,
    impact_error_record,
    impact_lines,
    impact_record,
    impact_rows,
    left_out_lines,
    reasons_of,
    summary_lines,
    unjudged_lines,
)
from rutinmotor.workbench.telling import titles_of

# Of so many cases a person reads what changes; how much changes is told of all.
_LISTED = 20


class Question(NamedTuple):
    """What is asked of every case, and how much is to be listed."""

    asked: Asked
    old: Sequence[Catalogue]
    new: Sequence[Catalogue]
    since: date | None
    limit: int | None
    lang: Lang


class ImpactWriter(Protocol):
    """Writes one case at a time, or at the end, and at last what holds for all of them."""

    at_the_end: bool

    def change(self, case: Case, impact: CaseImpact) -> None:
        """Write what changes in a case."""
        ...

    def error(self, case: str | None, file: str, under: Sequence[Under], diagnostics: Sequence[Diagnostic]) -> None:
        """Write that a case could not be read, or not be judged under some of the rules."""
        ...

    def end(self, counts: Counts) -> None:
        """Write the end."""
        ...


class TextWriter:
    """For people: how much changes, then the cases in which most does; of those alone something is kept."""

    at_the_end = True

    def __init__(self, question: Question) -> None:
        self._question = question
        self._limit = _LISTED if question.limit is None else question.limit
        self._look = look_for(sys.stdout, question.lang)
        # The case that weighs least first, of those that weigh the same the last that came.
        self._heaviest: list[tuple[int, int, Case, CaseImpact]] = []
        self._errors: list[tuple[str | None, str, Sequence[Under], Sequence[Diagnostic]]] = []
        self._came = 0

    def change(self, case: Case, impact: CaseImpact) -> None:
        """Keep a case if it is among those that change most."""
        self._came += 1
        entry = (-impact.weight, -self._came, case, impact)
        if len(self._heaviest) < self._limit:
            heappush(self._heaviest, entry)
        elif self._heaviest:
            heappushpop(self._heaviest, entry)

    def error(self, case: str | None, file: str, under: Sequence[Under], diagnostics: Sequence[Diagnostic]) -> None:
        """Keep the first errors."""
        if len(self._errors) < _LISTED:
            self._errors.append((case, file, under, diagnostics))

    def end(self, counts: Counts) -> None:
        """Write it all."""
        asked, look = self._question.asked, self._look
        titles = either(titles_of(self._question.old), titles_of(asked.new.catalogues))
        span = Span(asked.at, asked.known, self._question.since, asked.called)
        lines = [*summary_lines(counts, span, look), *count_lines(counts, titles, look)]
        lines += heading_lines(len(self._heaviest), counts.changed, look)
        show(lines, sys.stdout)
        for _, _, case, impact in sorted(self._heaviest, key=lambda one: one[:2], reverse=True):
            show(impact_lines(ListedCase(impact, reasons_of(asked, case, impact)), titles, look), sys.stdout)
        if self._errors and not self._heaviest:
            show([EMPTY], sys.stdout)
        for case, file, under, diagnostics in self._errors:
            show(unjudged_lines(case, file, under, diagnostics, look), sys.stdout)
        if counts.errors > len(self._errors):
            show(left_out_lines(counts.errors - len(self._errors), look), sys.stdout)


class RecordWriter:
    """For programs: each case that changes as a record or rows, in one of the formats that every command has."""

    at_the_end = False

    def __init__(self, question: Question, form: Format) -> None:
        self._asked = asked = question.asked
        self._lang: Lang = question.lang
        self._left = question.limit
        head: Record = {
            "at": asked.at.isoformat(),
            "known": asked.known.isoformat() if asked.known else None,
            "from": question.since.isoformat() if question.since else None,
            "old": catalogue_records(question.old),
            "new": catalogue_records(question.new),
            "renamed": dict(sorted(asked.called.items())),
        }
        self._writer = form.parts(Frame(head, "cases", IMPACT_COLUMNS, question.lang))

    def change(self, case: Case, impact: CaseImpact) -> None:
        """Write a case's record, while there is room."""
        if self._left is not None:
            self._left -= 1
            if self._left < 0:
                return
        reasons = reasons_of(self._asked, case, impact)
        self._writer.part(Part(lambda: impact_record(impact, reasons), lambda: impact_rows(impact, reasons)))

    def error(self, case: str | None, file: str, under: Sequence[Under], diagnostics: Sequence[Diagnostic]) -> None:
        """Write the record of a case with an error."""
        told = said(self._lang, "kan inte jämföras", "cannot be compared")
        name = case if case is not None else file
        fault = Fault(lambda: impact_error_record(case, file, under, diagnostics), f"{name}: {told}", diagnostics)
        self._writer.fault(fault)

    def end(self, counts: Counts) -> None:
        """Write the counts, where the format has a place for them."""
        self._writer.end({"counts": counts_record(counts)}, None)


FORMATS = PartFormats("text")


def writer_of(question: Question, form: Format | None) -> ImpactWriter:
    """Give the writer of a format; None is the one for people."""
    return TextWriter(question) if form is None else RecordWriter(question, form)
