"""What a key of the rule language is: what it names, how it is called and described, its weight in a diff; data only.

All of it stands at the field of the model: what it names in its type, the rest in `key`. Whoever walks over names,
words or weights reads them there (`constructs.walk`), and keeps no list of keys.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from typing import Any, NamedTuple

from rutinmotor.language.shapes import Field


class Kind(StrEnum):
    """What a name is the name of; facts by what they must give, urgency where a word is used or defined."""

    EVENT = "event"
    ACTOR = "actor"
    FACT = "fact"
    NUMBER_FACT = "number_fact"
    DATE_FACT = "date_fact"
    STATE = "state"
    CALENDAR = "calendar"
    RULE = "rule"
    CATALOGUE = "catalogue"
    URGENCY = "urgency"
    URGENCY_DEFINED = "urgency_defined"

    @property
    def section(self) -> str | None:
        """The key under which a catalogue gives such names, None for what has no words of its own there."""
        return _SECTIONS.get(self)


_SECTIONS = {
    Kind.EVENT: "events",
    Kind.ACTOR: "actors",
    Kind.FACT: "facts",
    Kind.NUMBER_FACT: "facts",
    Kind.DATE_FACT: "facts",
    Kind.STATE: "states",
    Kind.CALENDAR: "calendars",
    Kind.RULE: "rules",
}


@dataclass(frozen=True, slots=True)
class NameOf:
    """Stands in the type of a key, or of the keys of a mapping: what is written there names one of a kind."""

    kind: Kind


@dataclass(frozen=True, slots=True)
class NewName:
    """Stands in a type likewise: what is written there is a name that its author coins, of a kind or for herself."""

    kind: Kind | None = None


class Title(NamedTuple):
    """A short text in both languages."""

    sv: str
    en: str


class Weight(IntEnum):
    """How much a change weighs for the person concerned, the heaviest first."""

    TIME = 1
    DUTY = 2
    CONDITION = 3
    ACTOR = 4
    TRIGGER = 5
    FULFILMENT = 6
    ESCALATION = 7
    PAUSE = 8
    BREACH = 9
    VOCABULARY = 10
    SOURCE = 11
    WORDING = 12


@dataclass(frozen=True, slots=True)
class About:
    """What is known of a key beside its type; it rides on the model's field and leaves the printed schema alone.

    `rank` is its place among keys of the same weight, where that is not the model's own order.
    """

    title: Title
    description: Title
    weight: Weight | None = None
    rank: int = 0

    def __call__(self, schema: dict[str, Any]) -> None:
        """Leave the schema of the field as it is; its words are put in when the reader's language is known."""


def key(
    title: tuple[str, str],
    sv: str,
    en: str,
    *,
    weight: Weight | None = None,
    rank: int = 0,
    default: Any = ...,
    default_factory: Callable[[], Any] | None = None,
    alias: str | None = None,
    strict: bool | None = None,
    le: int | None = None,
) -> Any:
    """Make the field of a key: its title and its description in Swedish and English, and, of a rule's, its weight.

    Without a default it must be given; `strict` is false where a list is read into a tuple; `le` is its most.
    """
    about = About(Title(*title), Title(sv, en), weight, rank)
    given: dict[str, Any] = {"default": default} if default_factory is None else {"default_factory": default_factory}
    return Field(**given, alias=alias, strict=strict, le=le, description=sv, json_schema_extra=about)


def keyless(*, exclude: bool | None = None, strict: bool | None = None, alias: str | None = None, **given: Any) -> Any:
    """Make the field of a part that has no key: what an author writes as a bare word, or under keys that she chose."""
    return Field(exclude=exclude, strict=strict, alias=alias, json_schema_extra=KEYLESS, **given)


class _Keyless:
    def __call__(self, schema: dict[str, Any]) -> None:
        """Leave the schema of the field as it is."""


KEYLESS = _Keyless()
