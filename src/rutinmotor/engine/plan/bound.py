"""What a plan is made of: rules with every name bound, and for each event type what it does; read by every replay."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Literal, NamedTuple

from rutinmotor.engine.plan.bound_conditions import Node
from rutinmotor.ground.days import FIRST_DAY, LAST_DAY, Calendar, Period
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import Fact, Timing, Version, as_day
from rutinmotor.language.constructs import BoundDeadline, Hook, Rank, Roll, Span, Spared


@dataclass(frozen=True, slots=True)
class Repetition:
    """How a bound rule comes again: every span `from_` fulfilment or trigger, or once `each` calendar period.

    Of periods, only `whole` ones count if it says so, and `period_of` is the fact by which an event tells its own.
    """

    every: Span | None
    from_: Literal["fulfilment", "trigger"] | None
    each: Period | None
    whole: bool = False
    period_of: str | None = None

    @property
    def one_event_one(self) -> bool:
        """True if one event fulfils only one open obligation of the series (semantics 5.4)."""
        return self.from_ != "fulfilment"


@dataclass(frozen=True, slots=True)
class Extension:
    """The event type that moves a due date `by` a span, `at_most` so many times."""

    event: str
    by: Span
    at_most: int


@dataclass(frozen=True, slots=True)
class BoundStep:
    """One step of an escalation: its span after the due date, or before it."""

    span: Span
    before: bool
    to: str
    action: str

    def day(self, due: int) -> int:
        """Give the step's day for a due date."""
        return self.span.before(due) if self.before else self.span.after(due)


class Opening(Enum):
    """What is to be seen to when one of a rule opens; most rules open plainly, and a replay opens much.

    PLAIN: nothing but to enter it. DATED: its due date is rolled or waited for, it waits for an event, ends with a
    state or counts what was done before. MOVING: its due date may move, as it repeats, is paused or is extended.
    """

    PLAIN = "plain"
    DATED = "dated"
    MOVING = "moving"


class RuleLabel(NamedTuple):
    """What an answer says of a rule: plain values, that can be kept and sent where the plan is not.

    `escalation` is for each step to whom, and what is then to be done.
    """

    id: str
    title: str
    actors: tuple[str, ...]
    norm: str
    urgency: str | None
    section: str | None
    duties: tuple[str, ...]
    interpretation: str | None
    escalation: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RunsOut:
    """What ends a state beside events: days that facts give, spans from its beginning, rules' being overdue."""

    by_fact: tuple[str, ...]
    after: tuple[Span, ...]
    by_rule: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class BoundRule:
    """One version of one rule, ready for replay. Days are ordinals; `first` and `last` in force are both included.

    `index` counts versions and `group` counts full ids, both in the order of full id. `timing` says how a due date
    comes about: `counted` from a day, by the `deadline` or else the `repetition`; `open` (none), `standing`, the day of
    the event type `before` (one that has happened counts since `before_since`), or `inherited` from the obligation that
    it runs ahead of. `moves_by` is the calendar of a time in working days. One that `has_listeners` has rules that wait
    for its due date. `ends_with` are the event types that end it, `ends_all` those of them that do so whichever item
    they are about, `ends_overdue` the full ids of rules and `ends_by` the date facts that do; `spares` says what stays.
    `asks` are the facts that its condition and deadline read, and `of_event` those of them that it
    asks of the event behind its trigger (semantics 2.9).
    """

    id: str
    index: int
    group: int
    version: Version
    label: RuleLabel
    actors: tuple[str, ...]
    first: int
    last: int
    condition: Node | None
    timing: Timing
    deadline: BoundDeadline | None
    roll: Roll | None
    before: str | None
    before_since: str | None
    urgency: str | None
    moves_by: Calendar | None
    per: Literal["case", "item"] | None
    on_repeat: Literal["add", "keep", "restart"]
    repetition: Repetition | None
    fulfilled_by: tuple[str, ...]
    ends_with: tuple[str, ...]
    ends_all: frozenset[str]
    ends_overdue: tuple[str, ...]
    ends_by: tuple[str, ...]
    spares: frozenset[Spared]
    counts_from: str | None
    not_before: Span | None
    counts_within: Span | None
    backdating: str | None
    paused_while: str | None
    extension: Extension | None
    escalation: tuple[BoundStep, ...]
    warn: Span | None
    has_listeners: bool
    opening: Opening
    asks: frozenset[str]
    of_event: frozenset[str]

    def in_force(self, day: int) -> bool:
        """Say whether the version is in force on the day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True, eq=False)
class Listener:
    """A rule that one line of its trigger lets open: `hook` says on what, and when; `rank` its place within a day.

    What ends the rule calls it off while it waits, if it `can_end` (semantics 3.6). `row` is that of its line.
    """

    rule: BoundRule
    hook: Hook
    row: int
    can_end: bool = False
    rank: Rank = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rank", self.hook.kind.rank)


@dataclass(frozen=True, slots=True, eq=False)
class Late:
    """What waits for the same day past a rule's due date, by one `hook`: it fires as one, once for an obligation.

    `ends` are the rules, and `states` the states, that end on that day.
    """

    hook: Hook
    listeners: tuple[Listener, ...]
    ends: tuple[BoundRule, ...] = ()
    states: tuple[str, ...] = ()


# What an event may do beside triggering, a bit for each kind of work. A day has a fixed order of steps (semantics
# 1.12), and on nearly every day nearly all of them have nothing to do: the bits of a day's events, or-ed together, tell
# replay which steps to enter at all. They only ever spare work. A bit that is set without need costs a step that finds
# nothing, but one that is missing would be a wrong answer: so they are made here alone, from the tables that the steps
# read.
ENDS, FULFILS, EXTENDS, SETS_DUE, TURNS, NOTES = (1 << bit for bit in range(6))


@dataclass(frozen=True, slots=True, eq=False)
class EventSteps:
    """What an event of one type does; rules stand in the order of their full ids, those it may close by index too.

    `resets` are the facts that it takes away (semantics 2.8).
    `ends_all` are the indices of those that it ends whichever item it is about; `calls_off` are those that it ends of
    which something can wait. `sets_off` are the groups of the rules that it triggers, by itself or by a state that it
    begins. `does` sums it up in bits.
    """

    type: str
    triggers: tuple[BoundRule, ...] = ()
    ends: Mapping[int, BoundRule] = field(default_factory=dict[int, "BoundRule"])
    ends_all: frozenset[int] = frozenset()
    calls_off: tuple[BoundRule, ...] = ()
    fulfils: Mapping[int, BoundRule] = field(default_factory=dict[int, "BoundRule"])
    extends: tuple[BoundRule, ...] = ()
    due_of: tuple[BoundRule, ...] = ()
    sets_off: frozenset[int] = frozenset()
    begins: tuple[str, ...] = ()
    finishes: tuple[str, ...] = ()
    resets: tuple[str, ...] = ()
    since: tuple[Listener, ...] = ()
    remembered: bool = False
    does: int = field(init=False)

    def __post_init__(self) -> None:
        does = ENDS * bool(self.ends) | FULFILS * bool(self.fulfils) | EXTENDS * bool(self.extends)
        does |= SETS_DUE * bool(self.due_of) | TURNS * bool(self.begins or self.finishes)
        does |= NOTES * bool(self.since or self.remembered)
        object.__setattr__(self, "does", does)


@dataclass(frozen=True, slots=True, eq=False)
class BoundFact:
    """A declared fact: its kind, and for `one_of` its values."""

    declared: Fact

    @property
    def of_event(self) -> bool:
        """Say whether it belongs to the event that gives it, and to no item or case (semantics 2.9)."""
        return self.declared.of == "event"

    def read(self, value: Any) -> FactValue:
        """Give the value as the engine keeps it; raises ValueError or TypeError if it is of the wrong kind."""
        return _READ[self.declared.kind](self.declared, value)


def _read_one_of(declared: Fact, value: Any) -> FactValue:
    if value not in (declared.one_of or ()):
        raise ValueError(value)
    return value


def _read_bool(declared: Fact, value: Any) -> FactValue:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _read_int(declared: Fact, value: Any) -> FactValue:
    if type(value) is not int:
        raise TypeError(value)
    return value


def _read_date(declared: Fact, value: Any) -> FactValue:
    return as_day(value)


def _read_text(declared: Fact, value: Any) -> FactValue:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


_READ: dict[str, Callable[[Fact, Any], FactValue]] = {
    "one_of": _read_one_of,
    "bool": _read_bool,
    "int": _read_int,
    "date": _read_date,
    "text": _read_text,
}

ALWAYS = (FIRST_DAY, LAST_DAY)
