"""What a kind of deadline says of itself beside its count: its keys, what may not stand with it, how it is bound."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, Protocol, TypeAlias

from rutinmotor.ground.days import Calendar
from rutinmotor.ground.words import Lang
from rutinmotor.language.constructs.deadlines.count import BoundDeadline
from rutinmotor.language.constructs.deadlines.steps import Length

FindCalendar: TypeAlias = Callable[[str], Calendar]
# How a due date comes about: counted from a day, none, always, on an event's day, or as the catalogue or a rule says.
Timing: TypeAlias = Literal["counted", "open", "standing", "before", "inherited"]


def _unbound(written: Any, calendars: FindCalendar) -> None:
    return None


class Words(Protocol):
    """What a kind's sentence needs of whoever says it: the language, and the titles of what the deadline names."""

    @property
    def lang(self) -> Lang:
        """The language in which it is said."""
        ...

    def fact(self, name: str) -> str:
        """Quote a fact by its title."""
        ...

    def event(self, name: str) -> str:
        """Quote an event by its title."""
        ...

    def span(self, length: Length) -> str:
        """Say a length of time."""
        ...

    def time(self, one: Any, /) -> str:
        """Say a whole deadline, as one within another."""
        ...


@dataclass(frozen=True, slots=True)
class DeadlineKind:
    """A kind of deadline.

    `keys` give it, of which one is given; `companions` may stand with them, and with no other kind. What stands in
    `bars` may not stand in the same rule: `roll`, `repeat`, `each` (of a repeat), `paused_while`, `extended_by`,
    `counts_within`.
    `reads` are the keys that may name a fact, `awaits` the key that names the event that settles the due date.
    `say` says it within a sentence, as `inom 6 veckor`. `bind` makes what counts, from a deadline as written; of a
    kind that counts nothing it makes None.
    """

    keys: tuple[str, ...]
    say: Callable[[Any, Words], str]
    companions: tuple[str, ...] = ()
    timing: Timing = "counted"
    bars: frozenset[str] = frozenset()
    reads: tuple[str, ...] = ()
    awaits: str | None = None
    bind: Callable[[Any, FindCalendar], BoundDeadline | None] = _unbound
