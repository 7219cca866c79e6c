"""A catalogue as written in YAML: its words, its calendars and its rules; the model that a document is read into."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.constructs import (
    RESERVED,
    AllowList,
    AsRows,
    AsTuple,
    CatalogueNames,
    ConditionText,
    Day,
    Duration,
    EventNames,
    FactNames,
    InForce,
    NewActor,
    NewCalendar,
    NewCatalogue,
    NewEvent,
    NewFact,
    NewState,
    NewUrgencyWord,
    OwnName,
    StateEnd,
    StateEndsText,
    Text,
    Weight,
    key,
)
from rutinmotor.language.shapes import Shape, fault, model_validator

Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

# The keys under which an author collects things, and may have collected nothing yet.
SECTIONS = ("calendars", "urgency", "actors", "events", "facts", "states", "rules", "not_encoded")


class CatalogueSource(Shape):
    """The document that the catalogue encodes."""

    document: Text = key(
        ("Dokument", "Document"),
        "Dokumentets namn.",
        "The document’s name.",
    )
    dated: Day | None = key(
        ("Daterat", "Dated"),
        "Dokumentets datum; utelämnas om det saknas.",
        "The document’s date; left out where it has none.",
        default=None,
    )


class CalendarText(Shape):
    """Which days are working days (semantics 4.2)."""

    weekdays: Annotated[tuple[Weekday, ...], AsTuple] = key(
        ("Arbetsveckan", "Weekdays"),
        "Veckodagar som är arbetsdagar.",
        "Days of the week that are working days.",
        strict=False,
    )
    holidays: Literal["SE"] | None = key(
        ("Helgdagar", "Holidays"),
        "Landet vars allmänna helgdagar är lediga; bara SE.",
        "The country whose public holidays are free; only SE.",
        default=None,
    )
    eves_free: bool = key(
        ("Lediga aftnar", "Eves are free"),
        "Om midsommarafton, julafton och nyårsafton är lediga.",
        "Whether Midsummer Eve, Christmas Eve and New Year’s Eve are free.",
        default=False,
    )
    extra_free: Annotated[tuple[Day, ...], AsRows] = key(
        ("Egna lediga dagar", "Extra free days"),
        "Egna lediga dagar.",
        "Free days of its own.",
        default=(),
        strict=False,
    )
    extra_working: Annotated[tuple[Day, ...], AsRows] = key(
        ("Egna arbetsdagar", "Extra working days"),
        "Egna arbetsdagar, som annars vore lediga.",
        "Working days of its own, which else would be free.",
        default=(),
        strict=False,
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
    """An actor: it has a title and nothing more."""

    title: Text | None = key(
        ("Rubrik", "Title"),
        "Namnet som människor läser.",
        "The name that people read.",
        default=None,
        weight=Weight.WORDING,
    )


class EventType(Titled):
    """A type of event, and the facts that an event of it takes away (semantics 2.8)."""

    resets: FactNames = key(
        ("Tar bort", "Resets"),
        "Uppgifter som inte längre gäller när händelsen kommer, om den inte själv ger dem.",
        "Facts that hold no longer when the event comes, unless it gives them itself.",
        default=(),
        weight=Weight.CONDITION,
    )


class Fact(Shape):
    """What kind of value a fact has (semantics 2.1)."""

    title: Text | None = key(
        ("Rubrik", "Title"),
        "Namnet som människor läser.",
        "The name that people read.",
        default=None,
        weight=Weight.WORDING,
    )
    one_of: Annotated[tuple[OwnName, ...] | None, AsTuple] = key(
        ("Möjliga värden", "Possible values"),
        "Värdena som den kan ha.",
        "The values that it can have.",
        default=None,
        strict=False,
        weight=Weight.CONDITION,
    )
    type: Literal["bool", "int", "date", "text"] | None = key(
        ("Slag", "Type"),
        "Slaget: sant eller falskt, heltal, datum eller fri text.",
        "Its kind: true or false, integer, date or free text.",
        default=None,
        weight=Weight.CONDITION,
    )
    of: Literal["event"] | None = key(
        ("Hör till", "Belongs to"),
        "`event` om uppgiften hör till händelsen som ger den, och inte till ärendet eller en del av det.",
        "`event` if the fact belongs to the event that gives it, and not to the case or an item of it.",
        default=None,
        weight=Weight.CONDITION,
    )
    only_forward: bool = key(
        ("Gäller bara framåt", "Holds only forward"),
        "Om uppgiften bara gäller från det att den ges, som ett samtycke, och aldrig svarar på något dessförinnan.",
        "Whether the fact holds only from when it is given, as a consent, and never answers for what came before.",
        default=False,
        weight=Weight.CONDITION,
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if self.one_of is not None and self.type is not None:
            raise fault("RM121", first="one_of", second="type", at="type")
        if self.one_of is None and self.type is None:
            raise fault("RM151")
        if self.of is not None and self.only_forward:
            raise fault("RM271", at="only_forward")
        return self

    @property
    def kind(self) -> str:
        """`one_of`, `bool`, `int`, `date` or `text`."""
        return self.type or "one_of"


class State(Shape):
    """Something that holds from an event to another, to a day or to another rule's being overdue (semantics 2.3)."""

    title: Text | None = key(
        ("Rubrik", "Title"),
        "Namnet som människor läser.",
        "The name that people read.",
        default=None,
        weight=Weight.WORDING,
    )
    begins: EventNames = key(
        ("Börjar med", "Begins with"),
        "Händelsen som det börjar med; i en lista någon av dem.",
        "The event that it begins with; in a list, any of them.",
        weight=Weight.CONDITION,
    )
    ends: StateEndsText = key(
        ("Slutar med", "Ends with"),
        "Händelsen som det slutar med, eller ett datum, en tid eller en försenad regel; i en lista något av dem.",
        "The event that it ends with, or a date, a time or an overdue rule; in a list, any of them.",
        strict=False,
        weight=Weight.CONDITION,
    )

    @model_validator(mode="after")
    def _not_both(self) -> Self:
        for event in self.begins:
            if event in self.ending_events:
                raise fault("RM152", event=event, at="ends")
        seen: dict[StateEnd, int] = {}
        for row, one in enumerate(self.ends):
            if one in seen:
                raise fault("RM162", at=f"ends.{row}", already=f"ends.{seen[one]}")
            seen[one] = row
        return self

    @property
    def ending_events(self) -> tuple[str, ...]:
        """The events that end it."""
        return tuple(one.word for one in self.ends if one.word is not None)


class NotEncoded(Shape):
    """Duties of the document that are not rules, and why."""

    duties: Annotated[tuple[Text, ...], AsTuple] = key(
        ("Krav i dokumentet", "Duties of the document"),
        "Kravens beteckningar.",
        "The ids of the duties.",
        strict=False,
    )
    reason: Text = key(
        ("Skäl", "Reason"),
        "Varför de inte är regler.",
        "Why they are no rules.",
    )


class Vocabulary(Shape):
    """What a catalogue gives names to."""

    actors: dict[NewActor, Titled] = key(
        ("Aktörer", "Actors"),
        "De som ska göra något.",
        "Those who are to do something.",
        default_factory=dict[str, Titled],
    )
    events: dict[NewEvent, EventType] = key(
        ("Händelser", "Events"),
        "Händelserna som kan stå i ett ärende.",
        "The events that a case may hold.",
        default_factory=dict[str, EventType],
    )
    facts: dict[NewFact, Fact] = key(
        ("Uppgifter", "Facts"),
        "Uppgifterna som villkor och tider bygger på.",
        "The facts that conditions and deadlines rest on.",
        default_factory=dict[str, Fact],
    )
    states: dict[NewState, State] = key(
        ("Tillstånd", "States"),
        "Tillstånd, från en händelse till en annan.",
        "States, from one event to another.",
        default_factory=dict[str, State],
    )
    calendars: dict[NewCalendar, CalendarText] = key(
        ("Kalendrar", "Calendars"),
        "Vilka dagar som är arbetsdagar.",
        "Which days are working days.",
        default_factory=dict[str, CalendarText],
    )


class CatalogueText(Vocabulary):
    """A whole rule file."""

    catalogue: NewCatalogue = key(
        ("Katalogens namn", "Name of the catalogue"),
        "Katalogens namn; varje regel heter katalogens namn, punkt, regelns namn.",
        "The catalogue’s name; every rule is called by the catalogue’s name, a full stop and its own name.",
    )
    title: Text | None = key(
        ("Rubrik", "Title"),
        "Katalogens rubrik.",
        "The catalogue’s heading.",
        default=None,
        weight=Weight.WORDING,
    )
    owner: Text | None = key(
        ("Ägare", "Owner"),
        "Vems rutinen är.",
        "Whose routine it is.",
        default=None,
        weight=Weight.WORDING,
    )
    source: CatalogueSource | None = key(
        ("Källa", "Source"),
        "Dokumentet som katalogen bygger på.",
        "The document that the catalogue encodes.",
        default=None,
        weight=Weight.SOURCE,
    )
    in_force: InForce | None = key(
        ("Gäller", "In force"),
        "När reglerna gäller.",
        "When the rules are in force.",
        default=None,
        weight=Weight.CONDITION,
    )
    uses: CatalogueNames = key(
        ("Använder", "Uses"),
        "Kataloger bredvid, vars ord och kalendrar den här använder.",
        "Catalogues beside this one, whose words and calendars it uses.",
        default=(),
    )
    timezone: Text = key(
        ("Tidszon", "Time zone"),
        "Tidszonen som dagarna räknas i.",
        "The time zone that days are counted in.",
        default="Europe/Stockholm",
        weight=Weight.TIME,
    )
    scope: ConditionText | None = key(
        ("Gäller bara", "Scope"),
        "Ett villkor för varje regel i filen.",
        "A condition on every rule of the file.",
        default=None,
        weight=Weight.CONDITION,
    )
    warn: Duration | None = key(
        ("Varna i förväg", "Warn ahead"),
        "Hur långt i förväg det ska lysa gult, om regeln inte säger annat.",
        "How long ahead the light turns yellow, unless the rule says otherwise.",
        default=None,
        weight=Weight.ESCALATION,
    )
    urgency: dict[NewUrgencyWord, Duration] = key(
        ("Vad skyndsamhetsord betyder", "What urgency words mean"),
        "Vad ett skyndsamhetsord betyder här, om kommunen har bestämt det.",
        "What an urgency word means here, where the municipality has decided it.",
        default_factory=dict[str, Duration],
    )
    rules: Annotated[tuple[Rule, ...], AsRows] = key(
        ("Regler", "Rules"),
        "Reglerna.",
        "The rules.",
        default=(),
        strict=False,
    )
    not_encoded: Annotated[tuple[NotEncoded, ...], AsTuple] = key(
        ("Krav i dokumentet som inte är regler", "Duties of the document that are not rules"),
        "Krav i dokumentet som inte är regler, med skälet.",
        "Duties of the document that are not rules, and why.",
        default=(),
        strict=False,
        weight=Weight.SOURCE,
    )
    allow: AllowList = key(
        ("Tillåtna varningar", "Allowed warnings"),
        "Varningar om filen som har ett skäl och inte ska visas.",
        "Warnings about the file that have a reason and are not to be shown.",
        default=(),
        strict=False,
        weight=Weight.WORDING,
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
