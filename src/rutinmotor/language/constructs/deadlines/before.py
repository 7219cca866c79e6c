"""Before an event: a deadline whose due date is the day of that event (semantics 4.4)."""

from __future__ import annotations

from rutinmotor.ground.words import said
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, Words
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import EventName
from rutinmotor.language.shapes import Shape


class BeforeKeys(Shape):
    """The key of what is to be done before an event."""

    before: EventName | None = key(
        ("Före", "Before"),
        "Ska vara gjort innan den här händelsen inträffar.",
        "To be done before this event happens.",
        default=None,
    )


def _say(written: BeforeKeys, words: Words) -> str:
    event = words.event(written.before or "")
    return said(words.lang, f"innan {event}", f"before {event}")


BEFORE = DeadlineKind(
    keys=("before",),
    say=_say,
    timing="before",
    bars=frozenset({"roll", "each", "paused_while", "extended_by"}),
    awaits="before",
)
