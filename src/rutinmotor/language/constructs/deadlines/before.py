"""Before an event: a deadline whose due date is the day of that event (semantics 4.4)."""

from __future__ import annotations

from rutinmotor.ground.words import said
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, Words
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import EventName
from rutinmotor.language.shapes import Shape


class BeforeKeys(Shape):
    """The keys of what is to be done before an event."""

    before: EventName | None = key(
        ("Före", "Before"),
        "Ska vara gjort innan den här händelsen inträffar.",
        "To be done before this event happens.",
        default=None,
    )
    since: EventName | None = key(
        ("Sedan", "Since"),
        "Händelsen räknas även om den redan har inträffat när kravet uppstår, om det var efter den senaste händelsen"
        " av det här slaget. Då är kravet försenat från första dagen.",
        "The event counts even if it has already happened when the obligation arises, if that was after the latest"
        " event of this kind. Then the obligation is overdue from its first day.",
        default=None,
    )


def _say(written: BeforeKeys, words: Words) -> str:
    event = words.event(written.before or "")
    if written.since is None:
        return said(words.lang, f"innan {event}", f"before {event}")
    since = words.event(written.since)
    return said(
        words.lang,
        f"innan {event} (försenat direkt om det redan har hänt sedan {since})",
        f"before {event} (late at once if that has already happened since {since})",
    )


BEFORE = DeadlineKind(
    keys=("before",),
    companions=("since",),
    say=_say,
    timing="before",
    bars=frozenset({"roll", "each", "paused_while", "extended_by", "counts_within"}),
    awaits="before",
)
