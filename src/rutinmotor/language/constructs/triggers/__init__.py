"""The kinds of trigger, one file each, and the line that is read as one of them; whoever asks of a kind walks here."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self, TypeAlias

from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import EventName
from rutinmotor.language.constructs.scalars import one_or_several
from rutinmotor.language.constructs.triggers.ahead_of import AheadOfLine, OnAheadOf
from rutinmotor.language.constructs.triggers.date import DateLine, OnDate
from rutinmotor.language.constructs.triggers.event import EventLine, OnEvent
from rutinmotor.language.constructs.triggers.fulfilled import FulfilledLine, OnFulfilled
from rutinmotor.language.constructs.triggers.kind import Binder, Hook, LineWords, On, Other, Parts, Rank, TriggerKind
from rutinmotor.language.constructs.triggers.missing import MissingLine, OnMissing
from rutinmotor.language.constructs.triggers.overdue import OnOverdue, OverdueLine, overdue_hook
from rutinmotor.language.constructs.triggers.state import OnState, StateLine
from rutinmotor.language.shapes import BeforeValidator, fault, model_validator

# The registry: a new kind is entered here, and among the bases of `Trigger`.
TRIGGERS: Mapping[str, TriggerKind[Any]] = {
    kind.key: kind for kind in (OnEvent(), OnOverdue(), OnFulfilled(), OnState(), OnMissing(), OnDate(), OnAheadOf())
}


# Fields stand in the order of the bases, the last of them first.
class Trigger(AheadOfLine, DateLine, MissingLine, StateLine, FulfilledLine, OverdueLine, EventLine):
    """One thing that can set a rule off (semantics 3.1)."""

    survives: bool = key(
        ("Överlever", "Survives"),
        "Utlösaren väntar kvar även om det som står under `ends_with` händer under tiden.",
        "The trigger goes on waiting even if what stands under `ends_with` happens meanwhile.",
        default=False,
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        kinds = self.given(*TRIGGERS)
        if not kinds:
            raise fault("RM140")
        if len(kinds) > 1:
            raise fault("RM121", first=kinds[0], second=kinds[1], at=kinds[1])
        own = self.how
        for given in self.given(*_COMPANIONS):
            if given not in (*own.must, *own.may):
                raise fault("RM125", key=given.rstrip("_"), other=_COMPANIONS[given], at=given.rstrip("_"))
        for needed in own.must:
            if not self.given(needed):
                raise fault("RM102", key=needed.rstrip("_"))
        if "survives" in self.model_fields_set and not (own.waits_with and self.given(own.waits_with)):
            raise fault("RM154", at="survives")
        own.check(self)
        return self

    @property
    def kind(self) -> str:
        """The key that makes it what it is, one of TRIGGERS."""
        return self.given(*TRIGGERS)[0]

    @property
    def how(self) -> TriggerKind[Any]:
        """The kind of trigger that it is."""
        return TRIGGERS[self.kind]

    @property
    def name(self) -> str:
        """The name under its own key."""
        return self.how.name(self)

    @property
    def parts(self) -> Parts:
        """What it says beside its name."""
        return self.how.parts(self)


# What may stand beside a kind's own key, and which kind's key that is.
_COMPANIONS: Mapping[str, str] = {field: kind.key for kind in TRIGGERS.values() for field in (*kind.must, *kind.may)}


def _a_trigger(value: Any) -> Any:
    if isinstance(value, str):
        return {"event": value}
    if isinstance(value, dict) and "event" in value:
        raise fault("RM142", at="event")
    return value  # pyright: ignore[reportUnknownVariableType]  # of whatever the author wrote


_TriggerText: TypeAlias = Annotated[Trigger, BeforeValidator(_a_trigger, json_schema_input_type=EventName | Trigger)]
TriggersText: TypeAlias = Annotated[
    tuple[_TriggerText, ...],
    BeforeValidator(one_or_several, json_schema_input_type=EventName | Trigger | list[EventName | Trigger]),
]


def together() -> dict[str, Any]:
    """Give what a JSON Schema asks of the keys of a line together, beside that one of the kinds stands there."""
    needed: dict[str, list[str]] = {}
    for kind in TRIGGERS.values():
        if kind.must:
            needed[kind.key] = [field.rstrip("_") for field in kind.must]
        needed |= {field.rstrip("_"): [kind.key] for field in (*kind.must, *kind.may)}
    apart = [{"required": list(kind.apart)} for kind in TRIGGERS.values() if kind.apart]
    waits = [{"required": [kind.waits_with]} for kind in TRIGGERS.values() if kind.waits_with]
    return {
        "dependentRequired": needed,
        "dependentSchemas": {"survives": {"anyOf": waits}},
        "not": apart[0] if len(apart) == 1 else {"anyOf": apart},
    }


__all__ = [
    "TRIGGERS",
    "Binder",
    "Hook",
    "LineWords",
    "On",
    "Other",
    "Rank",
    "Trigger",
    "TriggersText",
    "overdue_hook",
    "together",
]
