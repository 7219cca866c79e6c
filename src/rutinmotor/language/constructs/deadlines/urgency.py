"""A word of urgency: a deadline counted by its utmost time, or by what the catalogue says of it (semantics 4.5)."""

from __future__ import annotations

from rutinmotor.ground.words import said, urgency_word
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, Words
from rutinmotor.language.constructs.keys import key
from rutinmotor.language.constructs.names import UrgencyWord
from rutinmotor.language.shapes import Shape


class UrgencyKeys(Shape):
    """The key of a word of urgency; its `at_latest` is a whole deadline."""

    urgency: UrgencyWord | None = key(
        ("Skyndsamhetsord", "Urgency word"),
        "Ett skyndsamhetsord, till exempel `snarast`; sparas som det står.",
        "An urgency word, such as `snarast`; kept as it stands.",
        default=None,
    )


def _say(written: UrgencyKeys, words: Words) -> str:
    text = urgency_word(written.urgency or "", words.lang)
    utmost: Shape | None = getattr(written, "at_latest", None)
    return text if utmost is None else f"{text}, {said(words.lang, 'dock', 'but')} {words.time(utmost)}"


URGENCY = DeadlineKind(keys=("urgency",), say=_say, companions=("at_latest",), timing="open", bars=frozenset({"roll"}))
