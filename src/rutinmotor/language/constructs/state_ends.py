"""What ends a state, as written in YAML, checked alone: an event, a date, a span, another rule (semantics 2.3)."""

from __future__ import annotations

from typing import Annotated, Self, TypeAlias

from rutinmotor.language.constructs.durations import LongDuration
from rutinmotor.language.constructs.endings import EndingKind, word_or_keys
from rutinmotor.language.constructs.keys import key, keyless
from rutinmotor.language.constructs.names import DateFactName, EventName, RuleName
from rutinmotor.language.constructs.scalars import one_or_several
from rutinmotor.language.shapes import BeforeValidator, Shape, fault, model_validator


class StateEnd(Shape):
    """One thing that ends a state; an event is written as its name."""

    word: EventName | None = keyless(default=None, exclude=True)
    date: DateFactName | None = key(
        ("Datum", "Date"),
        "När dagen som uppgiften anger är slut.",
        "When the day that the fact gives is over.",
        default=None,
    )
    after: LongDuration | None = key(
        ("Så långt efter", "So long after"),
        "Så långt efter att det började.",
        "So long after it began.",
        default=None,
    )
    overdue: RuleName | None = key(
        ("När en regel är försenad", "When a rule is overdue"),
        "När den regelns tid har gått ut.",
        "When that rule’s time has run out.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.word is not None:
            return self
        kinds = self.given("date", "after", "overdue")
        if not kinds:
            raise fault("RM161")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        return self

    @property
    def kind(self) -> EndingKind:
        """What it is that ends."""
        if self.after is not None:
            return EndingKind.AFTER
        if self.date is not None:
            return EndingKind.DATE
        return EndingKind.OVERDUE if self.overdue is not None else EndingKind.EVENT


_EndText: TypeAlias = Annotated[StateEnd, BeforeValidator(word_or_keys, json_schema_input_type=EventName | StateEnd)]
StateEndsText: TypeAlias = Annotated[
    tuple[_EndText, ...],
    BeforeValidator(one_or_several, json_schema_input_type=EventName | StateEnd | list[EventName | StateEnd]),
]
