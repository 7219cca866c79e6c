"""A catalogue as written in YAML: its words, its calendars and its rules; the model that a document is read into."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from rutinmotor.language.catalogue.conditions import RESERVED, ConditionText
from rutinmotor.language.catalogue.rule import AllowList, Rule
from rutinmotor.language.catalogue.scalars import AsRows, AsTuple, Day, Id, Ids, Shape, Text, fault
from rutinmotor.language.catalogue.times import Duration, InForce

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# The keys under which an author collects things, and may have collected nothing yet.
SECTIONS = ("calendars", "urgency", "actors", "events", "facts", "states", "rules", "not_encoded")


class CatalogueSource(Shape):
    """The document that the catalogue encodes."""

    document: Text = Field(description="Dokumentets namn.")
    dated: Day | None = Field(default=None, description="Dokumentets datum; utelämnas om det saknas.")


class CalendarText(Shape):
    """Which days are working days (semantics 4.2)."""

    weekdays: Annotated[tuple[Weekday, ...], AsTuple] = Field(
        strict=False, description="Veckodagar som är arbetsdagar."
    )
    holidays: Literal["SE"] | None = Field(
        default=None, description="Landet vars allmänna helgdagar är lediga; bara SE."
    )
    eves_free: bool = Field(default=False, description="Om midsommarafton, julafton och nyårsafton är lediga.")
    extra_free: Annotated[tuple[Day, ...], AsRows] = Field(default=(), strict=False, description="Egna lediga dagar.")
    extra_working: Annotated[tuple[Day, ...], AsRows] = Field(
        default=(), strict=False, description="Egna arbetsdagar, som annars vore lediga."
    )

    @model_validator(mode="after")
    def _no_contradiction(self) -> Self:
        for day in self.extra_free:
            if day in self.extra_working:
                raise fault("RM150", day=day.isoformat(), at="extra_working")
        if self.eves_free and self.holidays is None:
            raise fault("RM125", key="eves_free", other="holidays", at="eves_free")
        return self


class Titled(Shape):
    """An actor or an event type: it has a title and nothing more."""

    title: Text | None = Field(default=None, description="Namnet som människor läser.")


class Fact(Shape):
    """What kind of value a fact has (semantics 2.1)."""

    title: Text | None = Field(default=None, description="Namnet som människor läser.")
    one_of: Annotated[tuple[Id, ...] | None, AsTuple] = Field(
        default=None, strict=False, description="Värdena som den kan ha."
    )
    type: Literal["bool", "int", "date", "text"] | None = Field(
        default=None, description="Slaget: sant eller falskt, heltal, datum eller fri text."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.one_of is not None and self.type is not None:
            raise fault("RM121", first="one_of", second="type", at="type")
        if self.one_of is None and self.type is None:
            raise fault("RM151")
        return self

    @property
    def kind(self) -> str:
        """`one_of`, `bool`, `int`, `date` or `text`."""
        return self.type or "one_of"


class State(Shape):
    """Something that holds from one event to another (semantics 2.3)."""

    title: Text | None = Field(default=None, description="Namnet som människor läser.")
    begins: Ids = Field(description="Händelsen som det börjar med; i en lista någon av dem.")
    ends: Ids = Field(description="Händelsen som det slutar med; i en lista någon av dem.")

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        for event in self.begins:
            if event in self.ends:
                raise fault("RM152", event=event, at="ends")
        return self


class NotEncoded(Shape):
    """Duties of the document that are no rules, and why."""

    duties: Annotated[tuple[Text, ...], AsTuple] = Field(strict=False, description="Kravens beteckningar.")
    reason: Text = Field(description="Varför de inte är regler.")


class Vocabulary(Shape):
    """What a catalogue gives names to."""

    actors: dict[Id, Titled] = Field(default_factory=dict[str, Titled], description="De som ska göra något.")
    events: dict[Id, Titled] = Field(
        default_factory=dict[str, Titled], description="Händelserna som kan stå i ett ärende."
    )
    facts: dict[Id, Fact] = Field(
        default_factory=dict[str, Fact], description="Uppgifterna som villkor och tider bygger på."
    )
    states: dict[Id, State] = Field(
        default_factory=dict[str, State], description="Tillstånd, från en händelse till en annan."
    )
    calendars: dict[Id, CalendarText] = Field(
        default_factory=dict[str, CalendarText], description="Vilka dagar som är arbetsdagar."
    )


class CatalogueText(Vocabulary):
    """A whole rule file."""

    catalogue: Id = Field(description="Katalogens namn; varje regel heter katalogens namn, punkt, regelns namn.")
    title: Text | None = Field(default=None, description="Katalogens rubrik.")
    owner: Text | None = Field(default=None, description="Vems rutinen är.")
    source: CatalogueSource | None = Field(default=None, description="Dokumentet som katalogen bygger på.")
    in_force: InForce | None = Field(default=None, description="När reglerna gäller.")
    uses: Ids = Field(default=(), description="Kataloger bredvid, vars ord och kalendrar den här använder.")
    timezone: Text = Field(default="Europe/Stockholm", description="Tidszonen som dagarna räknas i.")
    scope: ConditionText | None = Field(default=None, description="Ett villkor för varje regel i filen.")
    warn: Duration | None = Field(
        default=None, description="Hur långt i förväg det ska lysa gult, om regeln inte säger annat."
    )
    urgency: dict[Id, Duration] = Field(
        default_factory=dict[str, Duration],
        description="Vad ett skyndsamhetsord betyder här, om kommunen har bestämt det.",
    )
    rules: Annotated[tuple[Rule, ...], AsRows] = Field(default=(), strict=False, description="Reglerna.")
    not_encoded: Annotated[tuple[NotEncoded, ...], AsTuple] = Field(
        default=(), strict=False, description="Krav i dokumentet som inte är regler, med skälet."
    )
    allow: AllowList = Field(
        default=(), strict=False, description="Varningar om filen som har ett skäl och inte ska visas."
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty_sections(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        return {key: value for key, value in data.items() if value is not None or key not in SECTIONS}  # pyright: ignore[reportUnknownVariableType]

    @model_validator(mode="after")
    def _no_reserved_facts(self) -> Self:
        for name in self.facts:
            if name in RESERVED:
                raise fault("RM153", name=name, at=f"facts.{name}")
        return self
