"""What the walk keeps: causes (3.1), obligations and series (section 5), asked of on a day."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from tests.engine.second.calendar import shift
from tests.engine.second.catalogues import Version
from tests.engine.second.conditions import View
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


@dataclass(frozen=True)
class Wait:
    """3.6: what a timer counts from (None for what was so from the start), and which events could be its start."""

    start: Stand | None
    starters: frozenset[Event] = frozenset()
    starting_types: frozenset[str] = frozenset()
    survives: bool = False


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
    behind: Event | None = None  # 2.9: the event behind it
    other: "Obligation | None" = None  # for ahead_of
    other_due: date | None = None
    wait: Wait | None = None  # 3.6: for a timer

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
    since: date  # the day of the trigger that began it, whatever has restarted it
    running: bool = True
    ahead_of: "Obligation | None" = None  # 3.2: with which it ends
    ended_by: Event | None = None
    ended_on: date | None = None
    waits: bool = False  # 2.7: its next one is a question
    alone_on: date | None = None  # 2.6, as of an obligation
    count: int = 1
    next_opens: date | None = None
    used: set[Event] = field(default_factory=set[Event])  # events that have fulfilled one of it

    @property
    def key(self) -> Key:
        return (self.version.id, self.item)

    def end(self, day: date, event: Event | None = None) -> None:
        """5.2, 5.5."""
        self.running, self.ended_on, self.ended_by = False, day, event


@dataclass(eq=False)
class Question:
    """2.5 to 2.7: what nobody can say yet of a trigger, or of a later one of a series."""

    kind: str  # "trigger", "restart" (its deadline alone is unknown), "turn" or "next" of a series
    number: int
    version: Version
    item: str | None
    cause: Cause
    origin: Origin
    day: date
    view: View
    missing: set[str]
    series: Series | None = None
    found: list["Obligation"] = field(default_factory=list["Obligation"])  # what a restart cannot time
    listed: set[str] = field(default_factory=set[str])  # every fact that it has asked for

    @property
    def key(self) -> Key:
        return (self.version.id, self.item)

    @property
    def order(self) -> tuple[date, int]:
        """2.6: in the order in which they were put."""
        return (self.day, self.number)


@dataclass(eq=False)
class Obligation:
    """3: what a version of a rule has become."""

    number: int
    world: World
    version: Version
    item: str | None
    cause: Cause
    origin: Origin
    opened: date  # for what was a question: the day of the answer (2.6)
    since: date  # for what was a question: the day since which it is as if it had been open; else `opened`
    start: date  # the day it opened, or was restarted
    time_from: Stand  # the moment of that
    time: Time
    series: Series | None
    by_trigger: bool  # the trigger opened it, and not the turn of a series
    fulfil_from: date
    behind: Event | None = None  # 2.9
    ahead_of: "Obligation | None" = None  # 3.2
    follows: bool = False  # 3.2: it is due on the other's due date
    ended_ahead: bool = False  # 3.2: ended by what closed the other
    period: tuple[date, date] | None = None  # 5.4
    answered: dict[str, Any] | None = None  # 6.1
    alone_on: date | None = None  # 2.6: the day on which it is served as if nothing else of its rule were there
    spared_at: Stand | None = None  # 5.2: by what no longer lets a trigger find it open (3.4)
    told: set[tuple[int, date]] = field(default_factory=set[tuple[int, date]])  # 5.6: steps by number, and their day
    extensions: int = 0
    paused: list[date] = field(default_factory=list[date])
    before_day: date | None = None
    before_start: list[Event] = field(default_factory=list[Event])  # 4.4: every E that preceded it and counts
    overdue_fired: bool = False
    ahead_fired: set[str] = field(default_factory=set[str])
    # the due date that passed a version by
    ahead_passed: dict[Any, date | None] = field(default_factory=dict[Any, date | None])
    extended_badly: set[Event] = field(default_factory=set[Event])  # by these
    breaches: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    fulfilled_on: date | None = None
    fulfilled_by: Event | None = None
    ended_on: date | None = None
    ended_by: Event | None = None

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
        return (self.since, instant is not None, instant or timedelta(), self.number)

    def brings_about(self, by: Event, stand: Stand, day: date) -> Origin:
        """1.10: of what its fulfilment on the day brings about; what is behind it counts if it opened that same day."""
        behind = self.origin if self.since == day else Origin(stand)
        return Origin(stand, behind.doers | {by}, behind.fulfilled | {self.version.id})

    @property
    def open(self) -> bool:
        return self.fulfilled_on is None and self.ended_on is None

    @property
    def closing_day(self) -> date | None:
        """The day on which it closed; what was fulfilled before it opened closed on the day it opened."""
        return max(self.fulfilled_on, self.since) if self.fulfilled_on is not None else self.ended_on

    @property
    def closed_on(self) -> date | None:
        """5.6: the day at whose end it was open no more; with an answer it may have opened and closed at once."""
        return None if self.closing_day is None else max(self.closing_day, self.opened)

    def closed_by(self, day: date) -> bool:
        return self.closing_day is not None and self.closing_day <= day

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

    def is_paused(self, day: date) -> bool:
        """4.9: the state holds at the day's end and the due date is not past, or there is none."""
        state = self.version.body.get("paused_while")
        if state is None or not self.world.holds_at_end_of(day, state, self.item):
            return False
        due = self.moved_due(day)
        return due is None or due >= day

    def due(self, day: date) -> date | None:
        """The due date as it stands at the end of the day; none while paused."""
        return None if self.is_paused(day) else self.moved_due(day)

    def breach(self, kind: str, event: str | None, day: date) -> None:
        """4.8, 4.10, 3.2."""
        self.breaches.append({"kind": kind, "event": event, "day": day.isoformat()})

    def follow(self, day: date) -> None:
        """3.2: what gives no deadline of its own is due on the other's due date, as long as it is open."""
        if self.follows and self.ahead_of is not None:
            closed = self.ahead_of.closing_day
            self.time = Time(self.ahead_of.due(day if closed is None else min(day, closed)))

    def was_overdue_at_dawn(self, day: date) -> bool:
        """5.2: when the day began; it is asked of what was open then."""
        if self.since >= day:
            return False
        due = self.moved_due(day - timedelta(days=1))
        return due is not None and due < day

    @property
    def is_due_after_its_period(self) -> bool:
        """5.4: before roll, pauses and extensions."""
        return self.period is not None and self.time.own is not None and self.time.own > self.period[1]

    # 5.6

    def steps(self, due: date | None) -> list[date | None]:
        """The day of each step by this due date; none is before the opening."""
        days: list[date | None] = []
        for step in self.version.body.get("escalation") or ():
            back = "before" in step
            span = step["before"] if back else step["after"]
            day = None if due is None else shift(due, span, self.version.calendars, back=back)
            days.append(None if day is None else max(day, self.opened))
        return days

    def tell_steps(self, day: date) -> None:
        """Open at the end of the day, it has reached every step until then."""
        for number, step in enumerate(self.steps(self.due(day))):
            if step is not None and step <= day:
                self.told.add((number, step))
