"""`trigger: EVENT`: the event comes (semantics 3.1)."""

from __future__ import annotations

from rutinmotor.ground.words import Lang
from rutinmotor.language.constructs.keys import keyless
from rutinmotor.language.constructs.names import EventName
from rutinmotor.language.constructs.triggers.kind import Absent, Binder, CaseSoFar, Hook, LineWords, On, TriggerKind
from rutinmotor.language.shapes import Shape


class EventLine(Shape):
    """An event alone is written as its name."""

    event: EventName | None = keyless(default=None, exclude=True)


class OnEvent(TriggerKind[EventLine]):
    """On the day of the event."""

    key = "event"
    shape = EventLine
    on = On.EVENT
    at_once = True
    as_is = True

    def bind(self, line: EventLine, binder: Binder) -> Hook:
        """Fire with the event."""
        name = self.name(line)
        return Hook(self, On.EVENT, name, name)

    def line(self, told: LineWords, lang: Lang, *, came: bool) -> str:
        """`”Beslut har fattats”`."""
        return told.name

    def why_absent(self, line: EventLine, so_far: CaseSoFar) -> Absent:
        """It has not come; if it had, it would have been seen."""
        return Absent("never")
