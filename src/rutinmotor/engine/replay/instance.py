"""An obligation under way: opened by a cause, due, and in the end closed; made and changed by replay alone."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple, TypeAlias

from rutinmotor.engine.plan import BoundRule, Late
from rutinmotor.ground.days import LAST_DAY, Calendar
from rutinmotor.language.case import NO_CLOCK, Event, Holder
from rutinmotor.language.constructs import TRIGGERS

Outcome: TypeAlias = Literal["fulfilled", "fulfilled_late", "ended"]
BreachKind: TypeAlias = Literal["too_early", "backdated", "bad_extension", "not_done_ahead"]

NEVER = LAST_DAY + 1
NO_TYPES: frozenset[str] = frozenset()


@dataclass(slots=True, eq=False)
class Run:
    """One stretch of one state of one holder; `ended` is None while it lasts, `ending` what has ended it."""

    state: str
    holder: Holder
    began: int
    event: Event
    ended: int | None = None
    ending: Event | Cause | None = None


class Cause(NamedTuple):
    """What opened an obligation where no event did by its type alone: a timer, a state or another obligation.

    `kind` is that of the trigger, or an EndingKind where it ended something, and `type` the rule, state, event type or
    fact that it names. `day` is the day on which it came about, `clock` its moment (semantics 1.8). `behind` are the
    events of that day that brought it about, and `doing` the event types that fulfil what was fulfilled for it that
    day (semantics 1.10).
    """

    kind: str
    type: str
    day: int
    item: Holder
    clock: int = NO_CLOCK
    run: Run | None = None
    source: Instance | None = None
    since: Event | None = None
    behind: tuple[Event, ...] = ()
    doing: frozenset[str] = frozenset()

    @property
    def other(self) -> Instance | None:
        """The obligation that what it opens runs ahead of, if it does."""
        kind = TRIGGERS.get(self.kind) if self.source is not None else None
        return self.source if kind is not None and kind.inherits_due else None


class Breach(NamedTuple):
    """Something done against the rule that counts all the same; `day` is that of the event."""

    day: int
    kind: BreachKind
    event: Event


class Answered(NamedTuple):
    """The answer to a question: its day, and the facts that had been missing, in order."""

    day: int
    facts: tuple[str, ...]


class Undecided(NamedTuple):
    """A rule that cannot be judged for a trigger of a day, for want of facts."""

    day: int
    rule: BoundRule
    item: Holder
    missing: tuple[str, ...]


@dataclass(slots=True, eq=False)
class Series:
    """A repetition under way: it counts from the day `anchor`, and its `number`-th obligation was the last to come up.

    `used` identifies the events that have fulfilled one of it; None where one event may fulfil several. It began on
    the day `began`, at the moment of `first`; `cause` is what it counts from now, and `other` the obligation that it
    runs ahead of as a whole.
    """

    rule: BoundRule
    item: Holder
    cause: Event | Cause
    began: int
    first: Event | Cause
    anchor: int
    number: int = 1
    running: bool = True
    used: set[int] | None = None
    other: Instance | None = None


@dataclass(slots=True, eq=False)
class Details:
    """What only some obligations have. `base` is the deadline's own date, before extensions, pauses and roll.

    `calendar` is that of a time counted in working days, so that pauses move it by working days.

    `number` is its place in its series, from 1; `later` says that it is not the first, `after_fulfilment` that
    fulfilling the one before opened it.
    `behind` and `doing` are those of the fulfilment that opened it (see `Cause`).
    `happened` says that what it should be done before has happened already, and `had` what that was where it was before
    the opening (semantics 4.4). `anew` is the day and clock of the last restart.
    `other` is the obligation that it runs ahead of; `ended_ahead` says that it ended as that closed.
    `pauses` are the ended pauses, first and last day included; `held_since` is the first day of a running one.
    `answered` is the day on which a question was answered, and the facts that came, where that opened it; `stood` says
    that it was put on an earlier day, and what it opened was there when the day of the answer began; then `since` is
    the day on which it would have opened.
    `spared` says that an ending has left it open: it is a debt, and no trigger finds it any more (semantics 5.2).
    `unrolled` is the due date before roll, with the extensions and as many of the pauses as are `taken_in`.
    `kept` are the steps of the escalation, by place and day, that earlier due dates reached; `redated` is the last day
    on which the due date may have changed.
    """

    start: int
    base: int | None = None
    calendar: Calendar | None = None
    extensions: int = 0
    pauses: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    unrolled: int | None = None
    taken_in: int = 0
    held_since: int | None = None
    moving: bool = False
    breaches: list[Breach] | None = None
    ahead: frozenset[int] = frozenset()
    series: Series | None = None
    number: int = 0
    later: bool = False
    after_fulfilment: bool = False
    behind: tuple[Event, ...] = ()
    doing: frozenset[str] = NO_TYPES
    happened: bool = False
    had: Event | None = None
    anew: tuple[int, int] | None = None
    other: Instance | None = None
    ended_ahead: bool = False
    late: frozenset[tuple[Late, int]] = frozenset()
    answered: Answered | None = None
    stood: bool = False
    since: int = 0
    spared: bool = False
    kept: tuple[tuple[int, int], ...] = ()
    redated: int = 0

    def note(self, breach: Breach) -> None:
        """Keep a breach."""
        if self.breaches is None:
            self.breaches = [breach]
        else:
            self.breaches.append(breach)


class Instance:
    """One obligation. Days are ordinals; `due` is None without a due date, and while a pause moves it.

    `closing` is what closed it: an event, which may lie before the opening, where what was done before counts, or what
    ended it without one.
    """

    __slots__ = ("cause", "closing", "details", "due", "item", "opened", "outcome", "rule")

    def __init__(self, rule: BoundRule, item: Holder, cause: Event | Cause, opened: int, due: int | None) -> None:
        self.rule = rule
        self.item = item
        self.cause = cause
        self.opened = opened
        self.due = due
        self.outcome: Outcome | None = None
        self.closing: Event | Cause | None = None
        self.details: Details | None = None

    @property
    def detail(self) -> Details:
        """The details, made when first asked for."""
        if self.details is None:
            self.details = Details(self.opened, self.due)
        return self.details

    @property
    def closed(self) -> int | None:
        """The last day of its life: that of the event that closed it, or of the opening where that was done before."""
        return None if self.closing is None else max(self.closing.day or 0, self.opened)

    @property
    def closing_event(self) -> Event | None:
        """The event that closed it."""
        return self.closing if isinstance(self.closing, Event) else None

    @property
    def clock(self) -> int:
        """The clock of its moment on its opening day, NO_CLOCK if it has none (semantics 1.8)."""
        if self.cause.day != self.opened or (self.details is not None and self.details.later):
            return NO_CLOCK
        return self.cause.clock

    def clock_on(self, day: int) -> int:
        """Give the clock on a day of its opening or restart; NO_CLOCK if that has none or was not on that day."""
        anew = self.details.anew if self.details is not None else None
        if anew is not None and anew[0] == day:
            return anew[1]
        return self.clock if self.opened == day else NO_CLOCK

    @property
    def behind(self) -> tuple[Event, ...]:
        """The events of the opening day that brought it about."""
        if self.details is not None and self.details.later:
            return self.details.behind
        if self.cause.day != self.opened:
            return ()
        return (self.cause,) if isinstance(self.cause, Event) else self.cause.behind

    @property
    def doing(self) -> frozenset[str]:
        """The event types of which one more could be the doing that opened it (semantics 1.10)."""
        if self.details is not None and self.details.later:
            return self.details.doing
        return NO_TYPES if isinstance(self.cause, Event) or self.cause.day != self.opened else self.cause.doing

    @property
    def there_since(self) -> int:
        """The day on which it opened, or would have, had it not been a question."""
        return self.details.since if self.details is not None and self.details.stood else self.opened

    @property
    def is_spared(self) -> bool:
        """Say whether an ending has left it open."""
        return self.details is not None and self.details.spared

    def arose(self, day: int) -> bool:
        """Say whether it has arisen on a day, and was not there when that began."""
        return self.opened == day and not (self.details is not None and self.details.stood)

    def paused(self, day: int) -> bool:
        """Say whether it is open and paused at the end of `day`, the last day that replay has seen."""
        details = self.details
        if self.outcome is not None or details is None or details.held_since is None:
            return False
        return details.moving or self.due is None or self.due >= day
