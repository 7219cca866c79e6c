"""What ends a rule's obligations, as written in YAML, checked alone: an event, another rule, a date (semantics 5.2)."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Any, Literal, Self, TypeAlias, cast

from rutinmotor.language.constructs.keys import Kind, key, keyless
from rutinmotor.language.constructs.names import DateFactName, EventName, RuleName
from rutinmotor.language.constructs.scalars import one_or_several
from rutinmotor.language.shapes import BeforeValidator, Shape, fault, model_validator


class EndingKind(StrEnum):
    """What it is that ends an obligation, or the run of a state; no kind of trigger, though some are written alike."""

    EVENT = "event"
    OVERDUE = "overdue"
    DATE = "date"
    AFTER = "after"


class EndingLine(Shape):
    """One thing that ends an obligation unfulfilled; an event alone is written as its name."""

    word: EventName | None = keyless(default=None, exclude=True)
    event: EventName | None = key(
        ("Händelse", "Event"),
        "Händelsen, när den räknas vilken del av ärendet den än gäller; annars skrivs den med bara sitt namn.",
        "The event, where it counts whichever item of the case it is about; otherwise it is written as just its name.",
        default=None,
    )
    of: Literal["any_item"] | None = key(
        ("Gäller", "Of"),
        "`any_item`: händelsen räknas vilken del av ärendet den än gäller.",
        "`any_item`: the event counts whichever item of the case it is about.",
        default=None,
    )
    overdue: RuleName | None = key(
        ("När en regel är försenad", "When a rule is overdue"),
        "När den regelns tid har gått ut.",
        "When that rule’s time has run out.",
        default=None,
    )
    date: DateFactName | None = key(
        ("Datum", "Date"),
        "När dagen som uppgiften anger är slut.",
        "When the day that the fact gives is over.",
        default=None,
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.word is not None:
            return self
        kinds = self.given("event", "overdue", "date")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        if self.of is not None and self.event is None:
            raise fault("RM125", key="of", other="event", at="of")
        if not kinds:
            raise fault("RM157")
        if self.event is not None and self.of is None:
            raise fault("RM156", at="event")
        return self

    @property
    def kind(self) -> EndingKind:
        """What it is that ends; never AFTER, which ends but a state."""
        if self.overdue is not None:
            return EndingKind.OVERDUE
        return EndingKind.DATE if self.date is not None else EndingKind.EVENT

    @property
    def name(self) -> str:
        """The name of the event, the rule or the fact."""
        return self.word or self.event or self.overdue or self.date or ""

    @property
    def names(self) -> Kind:
        """What that is the name of."""
        if self.kind is EndingKind.OVERDUE:
            return Kind.RULE
        return Kind.DATE_FACT if self.kind is EndingKind.DATE else Kind.EVENT


def word_or_keys(value: Any) -> Any:
    """Read what is written as a name alone, kept as `word`, or as a mapping of its keys; anything else is a fault."""
    if isinstance(value, str):
        return {"word": value}
    if not isinstance(value, dict):
        raise fault("RM103")
    written = cast("dict[Any, Any]", value)
    if "word" in written:
        raise fault("RM101", at="word")
    return written


_EndingText: TypeAlias = Annotated[
    EndingLine, BeforeValidator(word_or_keys, json_schema_input_type=EventName | EndingLine)
]
EndingsText: TypeAlias = Annotated[
    tuple[_EndingText, ...],
    BeforeValidator(one_or_several, json_schema_input_type=EventName | EndingLine | list[EventName | EndingLine]),
]

Spared: TypeAlias = Literal["overdue", "running"]
SparesText: TypeAlias = Annotated[
    tuple[Spared, ...], BeforeValidator(one_or_several, json_schema_input_type=Spared | list[Spared])
]
