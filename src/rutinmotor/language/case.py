"""Plain values in, a Case of Events out: what is known of one person's matter, before any rule has seen it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, NoReturn, TypeAlias, TypeVar

from rutinmotor.ground.diagnostics import Place

FactValue: TypeAlias = str | int | bool | date | None
Moment: TypeAlias = date | datetime
# Who bears a fact, a state or an obligation: an item of the case by its id, or the case as a whole.
Holder: TypeAlias = str | None

NO_CLOCK = -1


def clock_of(moment: Moment) -> int:
    """Return microseconds since local midnight, or NO_CLOCK for a date."""
    if isinstance(moment, datetime):
        return ((moment.hour * 60 + moment.minute) * 60 + moment.second) * 1_000_000 + moment.microsecond
    return NO_CLOCK


K = TypeVar("K")
V = TypeVar("V")


def _refused(*_: object, **__: object) -> NoReturn:
    raise TypeError("what is known of a case cannot be changed")


# Whatever a dict's own methods promise, here they refuse.
_REFUSED: Any = _refused


class FrozenDict(dict[K, V]):
    """A dict that cannot be changed once it is made; TypeError says so. It is equal to the dict that it was made of."""

    __slots__ = ()

    __setitem__ = __delitem__ = __ior__ = _REFUSED
    clear = pop = popitem = setdefault = update = _REFUSED

    def __reduce__(self) -> tuple[type[FrozenDict[K, V]], tuple[dict[K, V]]]:
        return type(self), (dict(self),)


def _frozen(given: Mapping[K, V]) -> Mapping[K, V]:
    return given if isinstance(given, FrozenDict) else FrozenDict(given)


def _require_moment(name: str, value: object) -> None:
    if value is not None and not isinstance(value, date):
        raise TypeError(f"{name} is a date or a datetime, not {value!r}")


@dataclass(frozen=True, slots=True)
class Event:
    """One line of a case's log (semantics 1.1 to 1.5).

    `at` and `recorded` are a date, or a date-time that is aware or taken as local. A retraction (`retracts`) needs
    neither `type` nor `at`, but then `recorded`. `about` is the id of the event of which `data` tells (2.9).
    `place` says where the event was written; equality ignores it.
    It cannot be changed, nor its `data`, which is copied.

    Raises:
        ValueError: something needed is missing, or the event both replaces and retracts.
        TypeError: `at` or `recorded` is no date.
    """

    type: str | None = None
    at: Moment | None = None
    id: str | None = None
    item: str | None = None
    recorded: Moment | None = None
    data: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue], hash=False)
    replaces: str | None = None
    retracts: str | None = None
    about: str | None = None
    place: Place | None = field(default=None, compare=False, repr=False)
    # Derived once here, as every replay asks for them; an aware date-time has its day only in a time zone.
    day: int | None = field(init=False, compare=False, repr=False)
    clock: int = field(init=False, compare=False, repr=False)
    # The event that `about` means, where it counts; known once the whole log is (semantics 1.5, 2.9).
    tells_of: Event | None = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        at = self.at
        _require_moment("at", at)
        _require_moment("recorded", self.recorded)
        if self.retracts is None:
            if self.type is None or at is None:
                raise ValueError("an event that is no retraction needs type and at")
        elif self.replaces is not None:
            raise ValueError("an event replaces or retracts, not both")
        elif at is None and self.recorded is None:
            raise ValueError("a retraction needs recorded, or at")
        floating = at is not None and not (isinstance(at, datetime) and at.tzinfo is not None)
        object.__setattr__(self, "data", _frozen(self.data))
        object.__setattr__(self, "day", at.toordinal() if at is not None and floating else None)
        object.__setattr__(self, "clock", clock_of(at) if at is not None and floating else NO_CLOCK)
        object.__setattr__(self, "tells_of", None)

    def at_clock(self, clock: int) -> Event:
        """Give the same event with another place in its day, in microseconds since local midnight (semantics 1.2)."""
        moved = replace(self)
        object.__setattr__(moved, "clock", clock)
        return moved


def linked(events: Sequence[Event], meant: Mapping[str, Event]) -> list[Event]:
    """Give the same events, each that has `about` with the one of them that it tells of; `meant` gives that by id.

    An id that is not among the keys leaves the event telling of none.
    """
    copies = {id(event): event.at_clock(event.clock) for event in events if event.about is not None}
    found = [copies.get(id(event), event) for event in events]
    for event in copies.values():
        other = meant.get(event.about or "")
        object.__setattr__(event, "tells_of", copies.get(id(other), other))
    return found


@dataclass(frozen=True, slots=True)
class Case:
    """One person's matter: its log, and the facts that it and each of its items start with; it cannot be changed."""

    id: str
    events: tuple[Event, ...] = ()
    facts: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue], hash=False)
    items: Mapping[str, Mapping[str, FactValue]] = field(default_factory=dict[str, Mapping[str, FactValue]], hash=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def __post_init__(self) -> None:
        items = {item: _frozen(facts) for item, facts in self.items.items()}
        object.__setattr__(self, "events", tuple(self.events))
        object.__setattr__(self, "facts", _frozen(self.facts))
        object.__setattr__(self, "items", _frozen(items))
