"""A rule as written in YAML, checked alone: who must do what, after what, within what time."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from rutinmotor.language.constructs import (
    ActorNames,
    AllowList,
    AsTuple,
    ConditionText,
    DateFactName,
    Deadline,
    DeadlineText,
    Duration,
    EndingsText,
    EventName,
    EventNames,
    ExtendedBy,
    InForce,
    NewRule,
    OwnName,
    Repeat,
    Source,
    SparesText,
    StateName,
    Step,
    Text,
    TriggersText,
    Weight,
    key,
)
from rutinmotor.language.shapes import Shape, fault, model_validator


class Rule(Shape):
    """One duty."""

    id: NewRule = key(
        ("Namn", "Name"),
        "Regelns namn i katalogen: små bokstäver a–z, siffror och understreck.",
        "The rule’s name in the catalogue: lower-case letters a–z, digits and underscores.",
    )
    title: Text | None = key(
        ("Rubrik", "Title"),
        "Vad som ska vara gjort, i några ord.",
        "What is to be done, in a few words.",
        default=None,
        weight=Weight.WORDING,
    )
    actor: ActorNames = key(
        ("Aktör", "Actor"),
        "Vem som ska göra det; i en lista kan vem som helst av dem göra det.",
        "Who is to do it; in a list, any of them may.",
        weight=Weight.ACTOR,
    )
    trigger: TriggersText = key(
        ("Utlösare", "Trigger"),
        "Vad som utlöser regeln: en händelse, en annan form, eller en lista (något av dem).",
        "What triggers the rule: an event, another form, or a list (any of them).",
        strict=False,
        weight=Weight.TRIGGER,
    )
    only_if: ConditionText | None = key(
        ("Bara om", "Only if"),
        "Villkor som ska gälla den dag regeln utlöses.",
        "Conditions that must hold on the day the rule is triggered.",
        default=None,
        weight=Weight.CONDITION,
    )
    deadline: DeadlineText | None = key(
        ("Tidsfrist", "Deadline"),
        "Hur lång tid man har på sig.",
        "How much time there is.",
        default=None,
        weight=Weight.TIME,
    )
    fulfilled_by: EventNames = key(
        ("Klart med", "Fulfilled by"),
        "Händelsen som visar att det är gjort; i en lista räcker en.",
        "The event that shows that it is done; in a list, one is enough.",
        default=(),
        weight=Weight.FULFILMENT,
    )
    ends_with: EndingsText = key(
        ("Faller bort med", "Ends with"),
        "Det som gör att det inte längre ska göras: en händelse, en annan form, eller en lista (något av dem).",
        "What makes it no longer to be done: an event, another form, or a list (any of them).",
        default=(),
        strict=False,
        weight=Weight.FULFILMENT,
    )
    spares: SparesText = key(
        ("Lämnar kvar", "Spares"),
        "Det som ska göras ändå när regeln avslutas: det som då är försenat (`overdue`) eller vars period har"
        " börjat och som inte är försenat (`running`).",
        "What is to be done all the same when the rule ends: what is overdue then (`overdue`) or whose period has"
        " begun and that is not overdue (`running`).",
        default=(),
        strict=False,
        weight=Weight.FULFILMENT,
    )
    source: Source | None = key(
        ("Källa", "Source"),
        "Var kravet står.",
        "Where the duty stands.",
        default=None,
        weight=Weight.SOURCE,
    )
    interpretation: Text | None = key(
        ("Tolkning", "Interpretation"),
        "Vad regeln bygger på där dokumentet lämnar något öppet.",
        "What the rule rests on where the document leaves something open.",
        default=None,
        weight=Weight.WORDING,
        rank=1,
    )
    escalation: Annotated[tuple[Step, ...], AsTuple] = key(
        ("Eskalering", "Escalation"),
        "Vad som händer när tiden håller på att gå ut eller har gått ut.",
        "What happens when time is running out, or has run out.",
        default=(),
        strict=False,
        weight=Weight.ESCALATION,
    )
    help: Text | None = key(
        ("Förklaring", "Help"),
        "En förklaring till den som ska göra det.",
        "An explanation for the one who is to do it.",
        default=None,
        weight=Weight.WORDING,
    )
    family: OwnName | None = key(
        ("Regelfamilj", "Family"),
        "Ett gemensamt namn för regler som tillsammans ska täcka alla fall, vart och ett precis en gång.",
        "A common name for rules that together are to cover every case, each exactly once.",
        default=None,
        weight=Weight.WORDING,
    )
    per: Literal["case", "item"] | None = key(
        ("En för varje", "One for each"),
        "En för hela ärendet (`case`) eller en för varje del (`item`).",
        "One for the whole case (`case`) or one for each item (`item`).",
        default=None,
        weight=Weight.TRIGGER,
    )
    on_repeat: Literal["add", "keep", "restart"] | None = key(
        ("När den utlöses igen", "When triggered again"),
        "När regeln utlöses igen: en till (`add`), ingen ändring (`keep`) eller ny tid (`restart`).",
        "When the rule is triggered again: one more (`add`), no change (`keep`) or a new time (`restart`).",
        default=None,
        weight=Weight.TRIGGER,
    )
    repeat: Repeat | None = key(
        ("Upprepning", "Repetition"),
        "Om det ska göras om och om igen.",
        "Whether it is to be done again and again.",
        default=None,
        weight=Weight.TIME,
    )
    counts_from: EventName | None = key(
        ("Räknas från", "Counts from"),
        "Det som gjorts tidigare räknas, om det gjorts efter den här händelsen.",
        "What was done earlier counts, if it was done after this event.",
        default=None,
        weight=Weight.FULFILMENT,
    )
    not_before: Duration | None = key(
        ("Inte före", "Not before"),
        "Så lång tid ska gå innan det görs.",
        "So much time must pass before it is done.",
        default=None,
        weight=Weight.BREACH,
    )
    counts_within: Duration | None = key(
        ("Räknas tidigast", "Counts at the earliest"),
        "Så långt före sista dagen det tidigast får göras för att räknas; det som görs tidigare hör till något annat.",
        "How long before the last day it may be done at the earliest to count; what is done before belongs elsewhere.",
        default=None,
        weight=Weight.FULFILMENT,
    )
    backdating: DateFactName | None = key(
        ("Datum som inte får dateras bakåt", "Date that may not be backdated"),
        "Datumuppgiften i händelsen som inte får ligga före händelsens egen dag.",
        "The date in the event that may not lie before the event’s own day.",
        default=None,
        weight=Weight.BREACH,
    )
    paused_while: StateName | None = key(
        ("Pausas under", "Paused while"),
        "Tillståndet som stannar tiden.",
        "The state that stops the time.",
        default=None,
        weight=Weight.PAUSE,
    )
    extended_by: ExtendedBy | None = key(
        ("Förlängs av", "Extended by"),
        "Vad som förlänger tiden.",
        "What extends the time.",
        default=None,
        weight=Weight.PAUSE,
    )
    warn: Duration | None = key(
        ("Varna i förväg", "Warn ahead"),
        "Hur långt i förväg det ska lysa gult.",
        "How long ahead the light turns yellow.",
        default=None,
        weight=Weight.ESCALATION,
    )
    norm: Literal["statute", "guideline", "routine"] = key(
        ("Slags norm", "Kind of norm"),
        "Slags regel: lag (`statute`), riktlinje (`guideline`) eller rutin (`routine`).",
        "The kind of norm: `statute`, `guideline` or `routine`.",
        default="routine",
        weight=Weight.SOURCE,
    )
    in_force: InForce | None = key(
        ("Gäller", "In force"),
        "När regeln gäller, om inte som katalogen.",
        "When the rule is in force, if not as the catalogue.",
        default=None,
        weight=Weight.CONDITION,
    )
    allow: AllowList = key(
        ("Tillåtna varningar", "Allowed warnings"),
        "Varningar om regeln som har ett skäl och inte ska visas.",
        "Warnings about the rule that have a reason and are not to be shown.",
        default=(),
        strict=False,
        weight=Weight.WORDING,
    )

    @model_validator(mode="after")
    def _deadline_given(self) -> Self:
        inherits = len(self.trigger) == 1 and self.trigger[0].how.inherits_due
        if self.deadline is None and self.repeat is None and not inherits:
            raise fault("RM144")
        if self.deadline is not None and self.repeat and self.repeat.from_ == "trigger":
            raise fault("RM145", at="deadline")
        return self

    @model_validator(mode="after")
    def _repeat_goes_with_the_rest(self) -> Self:
        if self.repeat is None:
            return self
        if self.on_repeat == "add":
            raise fault("RM146", at="on_repeat")
        if self.on_repeat == "restart" and self.repeat.each:
            raise fault("RM147", at="on_repeat")
        if self.repeat.period_of and not self.fulfilled_by:
            raise fault("RM167", at="repeat")
        for deadline in self.deadlines:
            bars = deadline.deadline_kind.bars
            if "repeat" in bars or ("each" in bars and self.repeat.each):
                raise fault("RM127", kind=deadline.kind, key="repeat", at="deadline")
        return self

    @model_validator(mode="after")
    def _deadline_goes_with_the_rest(self) -> Self:
        if self.counts_within and not self.fulfilled_by:
            raise fault("RM160", at="counts_within")
        for given in self.given("paused_while", "extended_by", "counts_within"):
            for deadline in self.deadlines:
                if given in deadline.deadline_kind.bars:
                    raise fault("RM127", kind=deadline.kind, key=given, at=given)
        events = {one.name for one in self.trigger if one.how.as_is} | set(self.fulfilled_by) | set(self.ending_events)
        for deadline in self.deadlines:
            if deadline.awaits and deadline.awaits in events:
                raise fault("RM148", event=deadline.awaits, at="deadline")
        if self.paused_while and any(deadline.roll == "previous_working_day" for deadline in self.deadlines):
            raise fault("RM149", at="paused_while")
        return self

    @model_validator(mode="after")
    def _endings_go_with_the_rest(self) -> Self:
        seen: dict[tuple[str, str], int] = {}
        for row, line in enumerate(self.ends_with):
            named = (line.kind, line.name)
            if named in seen:
                raise fault("RM115", value=line.name, at=f"ends_with.{row}", already=f"ends_with.{seen[named]}")
            seen[named] = row
        for row, line in enumerate(self.trigger):
            if line.survives and not self.ends_with:
                raise fault("RM155", at=f"trigger.{row}.survives")
        if self.spares and not self.ends_with:
            raise fault("RM158", at="spares")
        if "running" in self.spares and not (self.repeat and self.repeat.each):
            raise fault("RM159", at="spares")
        return self

    @property
    def ending_events(self) -> tuple[str, ...]:
        """The events that end it, whichever item they are about or not."""
        return tuple(line.name for line in self.ends_with if line.kind == "event")

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadline and its `at_latest`, those that are given."""
        if self.deadline is None:
            return ()
        return (self.deadline, self.deadline.at_latest) if self.deadline.at_latest else (self.deadline,)
