"""The day that a fact gives, or a span after or before it: a deadline (semantics 4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from rutinmotor.ground.words import said
from rutinmotor.language.constructs.deadlines.extent import Range
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, FindCalendar, Words
from rutinmotor.language.constructs.deadlines.span import Span, bind_span
from rutinmotor.language.constructs.deadlines.steps import Counted, Facts, Given, GivenDay, Length, Working
from rutinmotor.language.constructs.durations import Duration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import DateFactName
from rutinmotor.language.shapes import Shape


class FactDateKeys(Shape):
    """The keys of the day that a fact gives."""

    date: DateFactName | None = key(
        ("Datum", "Date"),
        "En uppgift som är ett datum.",
        "A fact that is a date.",
        default=None,
    )
    plus: Duration | None = key(
        ("Så långt efter", "So long after"),
        "Så långt efter `date`.",
        "So long after `date`.",
        default=None,
    )
    minus: Duration | None = key(
        ("Så långt före", "So long before"),
        "Så långt före `date`.",
        "So long before `date`.",
        default=None,
    )


@dataclass(frozen=True, slots=True)
class ByFactDate:
    """The date that a fact holds when the time begins, moved on by `span`, or `back` by it."""

    fact: str
    span: Span | None = None
    back: bool = False

    @property
    def working(self) -> Working | None:
        """The calendar whose working days a pause moves it by: none, though its span may be in such."""
        return None

    def end(self, day: int, facts: Facts) -> int | None:
        """Give the day, whatever `day` is; None where the fact is missing. Raises DayOutOfRange as its span."""
        given = facts.get(self.fact)
        if given is None:
            return None
        assert isinstance(given, date)
        then, span = given.toordinal(), self.span
        if span is None:
            return then
        return span.before(then) if self.back else span.after(then)

    def trace(self, day: int, given: Given) -> Iterator[GivenDay | Counted]:
        """Tell the date that the fact gives and the count from it; raises as `end`."""
        fact = given(self.fact)
        assert isinstance(fact.value, date)
        yield GivenDay(fact, fact.value)
        if self.span is not None:
            yield self.span.step(fact.value.toordinal(), back=self.back)

    def range(self) -> Range | None:
        """Measure it in calendar days: None, as the fact decides."""
        return None

    def from_fact(self) -> Range | None:
        """Measure from the date that the fact gives, below zero if it lies before; None where its calendar is short."""
        if self.span is None:
            return Range(0, 0, "", 0, "")
        found = self.span.range()
        return found.reversed() if found and self.back else found

    def written(self) -> str:
        """Write it as its author does."""
        if self.span is None:
            return f"{{date: {self.fact}}}"
        return f"{{date: {self.fact}, {'minus' if self.back else 'plus'}: {self.span.written()}}}"

    def needs(self) -> tuple[str, ...]:
        """Name the facts that the count reads."""
        return (self.fact,)


def _bind(written: FactDateKeys, calendars: FindCalendar) -> ByFactDate:
    span = written.plus or written.minus
    return ByFactDate(written.date or "", bind_span(span, calendars) if span else None, written.minus is not None)


def _say(written: FactDateKeys, words: Words) -> str:
    fact = words.fact(written.date or "")
    day = said(words.lang, f"dagen i {fact}", f"the day in {fact}")
    span, sv, en = (written.plus, "efter", "after") if written.plus else (written.minus, "före", "before")
    if span is not None:
        day = f"{words.span(Length(span.unit, span.number, span.calendar))} {said(words.lang, sv, en)} {day}"
    return said(words.lang, f"senast {day}", f"by {day}")


FACT_DATE = DeadlineKind(keys=("date",), say=_say, companions=("plus", "minus"), reads=("date",), bind=_bind)
