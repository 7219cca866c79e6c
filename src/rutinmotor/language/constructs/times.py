"""Spans and deadlines as written in YAML, checked alone (semantics section 4)."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from rutinmotor.language.constructs.deadlines import COMPANIONS, DEADLINE_KINDS, KIND_OF, DeadlineKeys, DeadlineKind
from rutinmotor.language.constructs.durations import LongDuration, check_calendar
from rutinmotor.language.constructs.keys import key, keyless
from rutinmotor.language.constructs.names import DateFactName
from rutinmotor.language.constructs.scalars import Day, Roll
from rutinmotor.language.shapes import BeforeValidator, Shape, fault, model_validator

DeadlineWord: TypeAlias = Literal["none", "continuous"]


class Deadline(DeadlineKeys):
    """When an obligation is due, counted from its trigger (semantics 4.4 to 4.6)."""

    at_latest: Annotated[Deadline | None, BeforeValidator(lambda value: _no_word(value))] = key(
        ("Dock senast", "At the latest"),
        "Den yttersta tiden, tillsammans med `urgency`.",
        "The utmost time, together with `urgency`.",
        default=None,
    )
    roll: Roll | None = key(
        ("Flytta från ledig dag", "Move off a free day"),
        "Flytta en tid som slutar på en ledig dag till nästa eller förra arbetsdagen; kräver `calendar`.",
        "Move a time that ends on a free day to the next or the previous working day; needs `calendar`.",
        default=None,
    )
    word: DeadlineWord | None = keyless(default=None, exclude=True)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.word is not None:
            return self
        kinds = self.given(*DEADLINE_KINDS)
        if not kinds:
            raise fault("RM124")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        kind = kinds[0]
        for companion, owner in COMPANIONS.items():
            if self.given(companion) and kind != owner:
                raise fault("RM125", key=companion, other=owner, at=companion)
        if len(self.given("plus", "minus")) == 2:
            raise fault("RM121", first="plus", second="minus", at="minus")
        if self.at_latest and self.at_latest.urgency:
            raise fault("RM126", at="at_latest")
        if self.roll and "roll" in KIND_OF[kind].bars:
            raise fault("RM127", kind=kind, key="roll", at="roll")
        check_calendar(self, "roll")
        return self

    @property
    def kind(self) -> str:
        """One of DEADLINE_KINDS, `none` or `continuous`."""
        return self.word or self.given(*DEADLINE_KINDS)[0]

    @property
    def awaits(self) -> str | None:
        """The event whose day is the due date; None where another kind of count leads to it."""
        named = self.deadline_kind.awaits
        return getattr(self, named) if named else None

    @property
    def deadline_kind(self) -> DeadlineKind:
        """What is known of its kind."""
        return KIND_OF[self.kind]


def _from_word(value: Any) -> Any:
    if isinstance(value, str):
        if value not in ("none", "continuous"):
            raise fault("RM132", value=value)
        return {"word": value}
    return _no_word(value)


def _no_word(value: Any) -> Any:
    if isinstance(value, str):
        raise fault("RM126")
    if isinstance(value, dict) and "word" in value:
        raise fault("RM101", at="word")
    return value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote


DeadlineText: TypeAlias = Annotated[
    Deadline, BeforeValidator(_from_word, json_schema_input_type=DeadlineWord | Deadline)
]


class InForce(Shape):
    """The days on which a rule can be triggered, both included (semantics 3.5)."""

    from_: Day | None = key(
        ("Från och med", "From"),
        "Första dagen som regeln gäller.",
        "The first day on which the rule is in force.",
        default=None,
        alias="from",
    )
    to: Day | None = key(
        ("Till och med", "Through"),
        "Sista dagen som regeln gäller.",
        "The last day on which the rule is in force.",
        default=None,
    )

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ and self.to and self.from_ > self.to:
            raise fault("RM128", first=self.from_.isoformat(), last=self.to.isoformat(), at="to")
        return self


class Repeat(Shape):
    """How an obligation comes again (semantics 5.3, 5.4)."""

    every: LongDuration | None = key(
        ("Tid mellan gångerna", "Every"),
        "Tiden mellan gångerna.",
        "The time from one to the next.",
        default=None,
    )
    from_: Literal["fulfilment", "trigger"] | None = key(
        ("Från", "From"),
        "Om tiden räknas från att det blev gjort (`fulfilment`) eller från utlösaren (`trigger`).",
        "Whether time is counted from when it was done (`fulfilment`) or from the trigger (`trigger`).",
        default=None,
        alias="from",
    )
    each: Literal["month", "quarter", "half_year", "year"] | None = key(
        ("En gång varje", "Once each"),
        "En gång för varje månad, kvartal, halvår eller år.",
        "Once for each month, quarter, half-year or year.",
        default=None,
    )
    first: Literal["whole"] | None = key(
        ("Första perioden", "First period"),
        "Räkna inte perioden som redan har börjat när regeln utlöses (`whole`).",
        "Leave out the period that has begun already when the rule is triggered (`whole`).",
        default=None,
    )
    period_of: DateFactName | None = key(
        ("Datum som anger perioden", "Date that tells the period"),
        "Datumuppgiften i händelsen som säger vilken period den avser.",
        "The date in the event that tells which period it is about.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        if self.each and (others := self.given("every", "from_")):
            key = others[0].rstrip("_")
            raise fault("RM121", first="each", second=key, at=key)
        if not self.each:
            if self.every is None:
                raise fault("RM129")
            if self.from_ is None:
                raise fault("RM102", key="from")
            if of_periods := self.given("first", "period_of"):
                raise fault("RM125", key=of_periods[0], other="each", at=of_periods[0])
        return self
