"""What the walk keeps: causes (3.1), obligations and series (section 5), asked of on a day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.engine.second.catalogues import Version
from tests.engine.second.deadlines import Time
from tests.engine.second.facts import World
from tests.engine.second.log import Event, Stand
from tests.engine.second.states import Run
from tests.parsed import is_mapping

Key = tuple[str, str | None]


@dataclass(frozen=True)
class Origin:
    """1.8: the moment of what brought something about; 1.10: the events behind it, and the rules fulfilled."""

    stand: Stand
    doers: frozenset[Event] = frozenset()
    fulfilled: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class Cause:
    """3.1: one happening that may trigger rules."""

    kind: str
    type: str
    day: date
    item: str | None
    origin: Origin
    event: Event | None = None  # for a state that begins: the event that began it
    run: Run | None = None
    other_due: date | None = None  # for ahead_of

    def told(self) -> dict[str, Any]:
        """6.1 and the contract: an event is named only where the kind is event."""
        named = self.event.id if self.event is not None and self.kind == "event" else None
        return {"kind": self.kind, "type": self.type, "event": named, "day": self.day.isoformat()}


@dataclass(eq=False)
class Series:
    """5.3, 5.4: one rule, one item, one start."""

    number: int
    version: Version
    item: str | None
    cause: Cause
    origin: Origin  # 0001 on 5.2: the moment of the trigger that began it
    start: date
    running: bool = True
    ended_by: Event | None = None
    count: int = 1
    next_opens: date | None = None
    used: set[Event] = field(default_factory=set[Event])  # events that have fulfilled one of it

    @property
    def key(self) -> Key:
        return (self.version.id, self.item)


@dataclass(eq=False)
class Obligation:
    """3: what a version of a rule has become."""

    number: int
    version: Version
    item: str | None
    cause: Cause
    origin: Origin
    opened: date
    start: date  # the day it opened, or was restarted
    time_from: Stand  # the moment of that
    time: Time
    series: Series | None
    by_trigger: bool  # the trigger opened it, and not the turn of a series
    fulfil_from: date
    extensions: int = 0
    paused: list[date] = field(default_factory=list[date])
    before_day: date | None = None
    before_start: list[Event] = field(default_factory=list[Event])  # 4.4: every E that preceded it and counts
    overdue_fired: bool = False
    ahead_fired: set[str] = field(default_factory=set[str])
    # the due date that passed a version by
    ahead_passed: dict[Any, date | None] = field(default_factory=dict[Any, date | None])
    breaches: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    fulfilled_on: date | None = None
    fulfilled_by: Event | None = None
    ended_on: date | None = None

    @property
    def key(self) -> Key:
        return (self.version.id, self.item)

    @property
    def is_next(self) -> bool:
        """The turn of a series opened it, and not a trigger."""
        return not self.by_trigger

    @property
    def old_first(self) -> tuple[Any, ...]:
        """1.3: day; without a clock before any clock; instant; then the order of opening."""
        instant = self.origin.stand.instant
        return (self.opened, instant is not None, instant or timedelta(), self.number)

    def brings_about(self, by: Event, stand: Stand, day: date) -> Origin:
        """1.10: of what its fulfilment on the day brings about; what is behind it counts if it opened that same day."""
        behind = self.origin if self.opened == day else Origin(stand)
        return Origin(stand, behind.doers | {by}, behind.fulfilled | {self.version.id})

    @property
    def open(self) -> bool:
        return self.fulfilled_on is None and self.ended_on is None

    @property
    def closed_on(self) -> date | None:
        """5.6: what was fulfilled before it opened closed on the day it opened."""
        return max(self.fulfilled_on, self.opened) if self.fulfilled_on is not None else self.ended_on

    @property
    def standing(self) -> bool:
        return self.version.deadline == "continuous"

    @property
    def order(self) -> tuple[Any, ...]:
        """0001 on 3.2: rule, item (none first), opened, order of opening."""
        return (self.version.id, self.item is not None, self.item or "", self.opened, self.number)

    @property
    def before_line(self) -> dict[str, Any]:
        """4.4: the deadline, if it is `before`, else empty; the later ones of a series have a time of their own."""
        deadline = self.version.deadline
        if is_mapping(deadline) and "urgency" in deadline:
            deadline = deadline.get("at_latest")
        if not is_mapping(deadline) or (self.version.series == "fulfilment" and self.is_next):
            return {}
        return deadline if "before" in deadline else {}

    @property
    def before_type(self) -> str | None:
        """4.4: the event that it must be done before."""
        return self.before_line.get("before")

    @property
    def before_since(self) -> str | None:
        """4.4 `{before: E, since: Y}`: read from the catalogue's data."""
        return self.before_line.get("since")

    def moved_due(self, day: date) -> date | None:
        """4.9: the due date counted with the paused days up to and including the day."""
        if self.before_type is not None:
            return self.before_day
        pauses = [pause for pause in self.paused if pause <= day]
        extended_by: dict[str, Any] = self.version.body.get("extended_by") or {}
        return self.time.due(pauses, extended_by.get("by"), self.extensions, self.version.calendars)

    def is_paused(self, world: World, day: date) -> bool:
        """4.9: the state holds at the day's end and the due date is not past, or there is none."""
        state = self.version.body.get("paused_while")
        if state is None or not world.holds_at_end_of(day, state, self.item):
            return False
        due = self.moved_due(day)
        return due is None or due >= day

    def due(self, world: World, day: date) -> date | None:
        """The due date as it stands at the end of the day; none while paused."""
        return None if self.is_paused(world, day) else self.moved_due(day)
