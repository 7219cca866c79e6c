"""A rule as written in YAML, checked alone: who must do what, after what, within what time."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import BeforeValidator, Field, model_validator

from rutinmotor.language.catalogue.conditions import ConditionText
from rutinmotor.language.catalogue.scalars import (
    AsTuple,
    CodeText,
    Count,
    Id,
    Ids,
    RuleRef,
    Shape,
    Text,
    fault,
    several,
)
from rutinmotor.language.catalogue.times import Deadline, DeadlineText, Duration, InForce, Lead, LongDuration, Repeat

TRIGGER_KINDS = ("event", "overdue", "fulfilled", "state", "missing", "date", "ahead_of")
# Which further keys a trigger may have, and which of them it must.
_TRIGGER_KEYS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "event": ((), ()),
    "overdue": ((), ()),
    "fulfilled": ((), ()),
    "state": (("longer_than",), ()),
    "missing": (("since", "for_"), ("since", "for_")),
    "date": (("plus", "minus"), ()),
    "ahead_of": (("by",), ("by",)),
}


class Trigger(Shape):
    """One thing that can set a rule off (semantics 3.1)."""

    event: Id | None = Field(default=None, exclude=True)
    overdue: RuleRef | None = Field(default=None, description="När den regelns tid har gått ut.")
    fulfilled: RuleRef | None = Field(default=None, description="När den regeln har uppfyllts.")
    state: Id | None = Field(
        default=None, description="När tillståndet börjar, eller har varat längre än `longer_than`."
    )
    longer_than: Duration | None = Field(default=None, description="Hur länge tillståndet ska ha varat.")
    missing: Id | None = Field(default=None, description="När den här händelsen har uteblivit.")
    since: Id | None = Field(default=None, description="Händelsen som tiden räknas från.")
    for_: Duration | None = Field(default=None, alias="for", description="Hur länge den ska ha uteblivit.")
    date: Id | None = Field(default=None, description="På den dag som uppgiften anger.")
    plus: Duration | None = Field(default=None, description="Så långt efter dagen.")
    minus: Duration | None = Field(default=None, description="Så långt före dagen.")
    ahead_of: RuleRef | None = Field(default=None, description="Inför att den regelns tid går ut.")
    by: Lead | None = Field(default=None, description="Hur långt i förväg.")

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = self.given(*TRIGGER_KINDS)
        if not kinds:
            raise fault("RM140")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        may, must = _TRIGGER_KEYS[kinds[0]]
        for key in self.given("longer_than", "since", "for_", "plus", "minus", "by"):
            if key not in may:
                raise fault("RM125", key=key.rstrip("_"), other=_owner(key), at=key.rstrip("_"))
        for key in must:
            if not self.given(key):
                raise fault("RM102", key=key.rstrip("_"))
        if len(self.given("plus", "minus")) == 2:
            raise fault("RM121", first="plus", second="minus", at="minus")
        if self.missing is not None and self.missing == self.since:
            raise fault("RM141", at="since")
        return self

    @property
    def kind(self) -> str:
        """One of TRIGGER_KINDS."""
        return self.given(*TRIGGER_KINDS)[0]


def _owner(key: str) -> str:
    return next(kind for kind, (may, _) in _TRIGGER_KEYS.items() if key in may)


def _a_trigger(value: Any) -> Any:
    if isinstance(value, str):
        return {"event": value}
    if isinstance(value, dict) and "event" in value:
        raise fault("RM142", at="event")
    return value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote


def _triggers(value: Any) -> Any:
    return tuple(several(value)) if isinstance(value, list) else (value,)


_TriggerText: TypeAlias = Annotated[Trigger, BeforeValidator(_a_trigger, json_schema_input_type=Id | Trigger)]


class Source(Shape):
    """Where the duty stands in the document."""

    section: Text | None = Field(default=None, description="Avsnittet i dokumentet.")
    duties: Annotated[tuple[Text, ...], AsTuple] = Field(
        default=(), strict=False, description="Kravens beteckningar i ett register över vad dokumentet kräver."
    )


class Step(Shape):
    """One step of an escalation, so long after or before the due date (semantics 5.6)."""

    after: Duration | None = Field(default=None, description="Så långt efter att tiden går ut.")
    before: Duration | None = Field(default=None, description="Så långt innan tiden går ut.")
    to: Id = Field(description="Vem det förs vidare till.")
    action: Text = Field(description="Vad som då ska göras.")

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = self.given("after", "before")
        if len(given) > 1:
            raise fault("RM121", first="after", second="before", at="before")
        if not given:
            raise fault("RM143")
        return self


class Allow(Shape):
    """A doubt that the author has thought of and let stand, and why."""

    code: CodeText = Field(description="Varningens eller upplysningens kod, till exempel RM208.")
    reason: Text = Field(description="Varför den får stå kvar.")


AllowList: TypeAlias = Annotated[tuple[Allow, ...], AsTuple]


class ExtendedBy(Shape):
    """An event that moves the due date on (semantics 4.10)."""

    event: Id = Field(description="Händelsen som förlänger tiden.")
    by: LongDuration = Field(description="Hur mycket längre tiden blir.")
    at_most: Count = Field(default=1, description="Hur många gånger det får ske (1 om inget annat sägs).")


class Rule(Shape):
    """One duty."""

    id: Id = Field(description="Regelns namn i katalogen: små bokstäver a–z, siffror och understreck.")
    title: Text | None = Field(default=None, description="Vad som ska vara gjort, i några ord.")
    actor: Ids = Field(description="Vem som ska göra det; i en lista kan vem som helst av dem göra det.")
    trigger: Annotated[
        tuple[_TriggerText, ...],
        BeforeValidator(_triggers, json_schema_input_type=Id | Trigger | list[Id | Trigger]),
    ] = Field(
        strict=False, description="Vad som utlöser regeln: en händelse, en annan form, eller en lista (något av dem)."
    )
    only_if: ConditionText | None = Field(default=None, description="Villkor som ska gälla den dag regeln utlöses.")
    deadline: DeadlineText | None = Field(default=None, description="Hur lång tid man har på sig.")
    fulfilled_by: Ids = Field(default=(), description="Händelsen som visar att det är gjort; i en lista räcker en.")
    ends_with: Ids = Field(default=(), description="Händelsen som gör att det inte längre ska göras.")
    source: Source | None = Field(default=None, description="Var kravet står.")
    interpretation: Text | None = Field(
        default=None, description="Vad regeln bygger på där dokumentet lämnar något öppet."
    )
    escalation: Annotated[tuple[Step, ...], AsTuple] = Field(
        default=(), strict=False, description="Vad som händer när tiden håller på att gå ut eller har gått ut."
    )
    help: Text | None = Field(default=None, description="En förklaring till den som ska göra det.")
    family: Id | None = Field(
        default=None,
        description="Ett gemensamt namn för regler som tillsammans ska täcka alla fall, vart och ett precis en gång.",
    )
    per: Literal["case", "item"] | None = Field(
        default=None, description="En för hela ärendet (`case`) eller en för varje del (`item`)."
    )
    on_repeat: Literal["add", "keep", "restart"] | None = Field(
        default=None,
        description="När regeln utlöses igen: en till (`add`), ingen ändring (`keep`) eller ny tid (`restart`).",
    )
    repeat: Repeat | None = Field(default=None, description="Om det ska göras om och om igen.")
    counts_from: Id | None = Field(
        default=None, description="Det som gjorts tidigare räknas, om det gjorts efter den här händelsen."
    )
    not_before: Duration | None = Field(default=None, description="Så lång tid ska gå innan det görs.")
    backdating: Id | None = Field(
        default=None, description="Datumuppgiften i händelsen som inte får ligga före händelsens egen dag."
    )
    paused_while: Id | None = Field(default=None, description="Tillståndet som stannar tiden.")
    extended_by: ExtendedBy | None = Field(default=None, description="Vad som förlänger tiden.")
    warn: Duration | None = Field(default=None, description="Hur långt i förväg det ska lysa gult.")
    norm: Literal["statute", "guideline", "routine"] = Field(
        default="routine", description="Slags regel: lag (`statute`), riktlinje (`guideline`) eller rutin (`routine`)."
    )
    in_force: InForce | None = Field(default=None, description="När regeln gäller, om inte som katalogen.")
    allow: AllowList = Field(
        default=(), strict=False, description="Varningar om regeln som har ett skäl och inte ska visas."
    )

    @model_validator(mode="after")
    def _deadline_given(self) -> Self:
        ahead = len(self.trigger) == 1 and self.trigger[0].kind == "ahead_of"
        if self.deadline is None and self.repeat is None and not ahead:
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
        for kind in [deadline.kind for deadline in self.deadlines]:
            if kind in ("none", "continuous") or (kind == "before" and self.repeat.each):
                raise fault("RM127", kind=kind, key="repeat", at="deadline")
        return self

    @model_validator(mode="after")
    def _deadline_goes_with_the_rest(self) -> Self:
        kinds = [deadline.kind for deadline in self.deadlines]
        for key in self.given("paused_while", "extended_by"):
            for kind in kinds:
                if kind in ("none", "continuous", "before"):
                    raise fault("RM127", kind=kind, key=key, at=key)
        for before in [deadline.before for deadline in self.deadlines if deadline.before]:
            events = {one.event for one in self.trigger} | set(self.fulfilled_by) | set(self.ends_with)
            if before in events:
                raise fault("RM148", event=before, at="deadline")
        if self.paused_while and any(deadline.roll == "previous_working_day" for deadline in self.deadlines):
            raise fault("RM149", at="paused_while")
        return self

    @property
    def deadlines(self) -> tuple[Deadline, ...]:
        """The deadline and its `at_latest`, those that are given."""
        if self.deadline is None:
            return ()
        return (self.deadline, self.deadline.at_latest) if self.deadline.at_latest else (self.deadline,)
