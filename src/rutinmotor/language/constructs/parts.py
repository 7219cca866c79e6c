"""The smaller parts of a rule as written in YAML, checked alone: its source, its escalation, what is allowed of it."""

from __future__ import annotations

from typing import Annotated, Self, TypeAlias

from rutinmotor.language.constructs.durations import Duration, LongDuration
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import ActorName, EventName
from rutinmotor.language.constructs.scalars import AsTuple, CodeText, Count, Text
from rutinmotor.language.shapes import Shape, fault, model_validator


class Source(Shape):
    """Where the duty stands in the document."""

    section: Text | None = key(
        ("Avsnitt", "Section"),
        "Avsnittet i dokumentet.",
        "The section of the document.",
        default=None,
    )
    duties: Annotated[tuple[Text, ...], AsTuple] = key(
        ("Krav i dokumentet", "Duties of the document"),
        "Kravens beteckningar i ett register över vad dokumentet kräver.",
        "The ids of the duties in a register of what the document demands.",
        default=(),
        strict=False,
    )


class Step(Shape):
    """One step of an escalation, so long after or before the due date (semantics 5.6)."""

    after: Duration | None = key(
        ("Efter sista dagen", "After the last day"),
        "Så långt efter att tiden går ut.",
        "So long after the time runs out.",
        default=None,
    )
    before: Duration | None = key(
        ("Före sista dagen", "Before the last day"),
        "Så långt innan tiden går ut.",
        "So long before the time runs out.",
        default=None,
    )
    to: ActorName = key(
        ("Förs vidare till", "To"),
        "Vem det förs vidare till.",
        "To whom it is escalated.",
    )
    action: Text = key(
        ("Åtgärd", "Action"),
        "Vad som då ska göras.",
        "What is then to be done.",
    )

    @model_validator(mode="after")
    def _one_way(self) -> Self:
        given = self.given("after", "before")
        if len(given) > 1:
            raise fault("RM121", first="after", second="before", at="before")
        if not given:
            raise fault("RM143")
        return self


class Allow(Shape):
    """A warning that the author has thought of and let stand, and why."""

    code: CodeText = key(
        ("Kod", "Code"),
        "Varningens eller upplysningens kod, till exempel RM208.",
        "The code of the warning or remark, such as RM208.",
    )
    reason: Text = key(
        ("Skäl", "Reason"),
        "Varför den får stå kvar.",
        "Why it may stand.",
    )


AllowList: TypeAlias = Annotated[tuple[Allow, ...], AsTuple]


class ExtendedBy(Shape):
    """An event that moves the due date on (semantics 4.10)."""

    event: EventName = key(
        ("Händelse", "Event"),
        "Händelsen som förlänger tiden.",
        "The event that extends the time.",
    )
    by: LongDuration = key(
        ("Förlängs med", "Extended by"),
        "Hur mycket längre tiden blir.",
        "By how much.",
    )
    at_most: Count = key(
        ("Högst antal gånger", "At most so many times"),
        "Hur många gånger det får ske (1 om inget annat sägs).",
        "How many times it may happen (1 unless said otherwise).",
        default=1,
    )
