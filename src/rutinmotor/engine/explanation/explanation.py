"""What an explanation is made of: frozen values that name everything by id and title; no words of any language here."""

from __future__ import annotations

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from typing import Any, Literal, TypeAlias

from rutinmotor.engine.evaluation import Obligation, Origin, plain
from rutinmotor.engine.explanation.steps import Step
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.replay import BreachKind
from rutinmotor.language.case import FactValue
from rutinmotor.language.constructs import EventRef, FactRef, Length

Verdict: TypeAlias = bool | None
PeriodServed: TypeAlias = Literal["named", "ended", "running", "oldest"]
Why: TypeAlias = Literal[
    "before",
    "not_since",
    "too_soon",
    "own",
    "triggers",
    "fulfilment",
    "next_in_series",
    "served",
    "older",
    "names_period",
    "other_period",
    "other_item",
    "spared",
]


@dataclass(frozen=True, slots=True)
class TriggerLine:
    """One line of a rule's `trigger`: `name` is the event type, rule, state or fact that it names.

    `since` and `length` belong to `missing`; `length` also to a state that lasts, a fact's date (`back` if before it)
    and what runs ahead; `urgency` is the word that stands for a length there.
    """

    kind: str
    name: Named
    length: Length | None = None
    since: Named | None = None
    back: bool = False
    urgency: str | None = None


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger that came: its line, its day, the event behind it if there is one, and a fact's date."""

    line: TriggerLine
    day: date
    item: str | None
    event: EventRef | None = None
    value: date | None = None


@dataclass(frozen=True, slots=True)
class EndedBy:
    """What ended an obligation, or called off a trigger that waited, on a day.

    `event`, of which `name` is the type; `overdue`: the rule of that name became so; `date`: the day that the fact of
    that name gives was over; `after`: the state of that name had lasted as long as it does. Where that ended a `state`,
    the end of the state is what ended the obligation.
    """

    kind: Literal["event", "overdue", "date", "after"]
    name: Named
    day: date
    event: EventRef | None = None
    state: Named | None = None


@dataclass(frozen=True, slots=True)
class AbsentTrigger:
    """A line of the rule's `trigger` that never came, and why.

    `never`: no such event, no such state. `not_yet`: it will come on `day` if nothing more happens (None: not known).
    `too_short`: the state did not last. `in_time`: what was awaited came. `no_fact`: no date is given. `passed`: its
    `day` was past when the fact became known. `unseen`: its `day` came before any event. `no_other`: the other rule has
    opened nothing. `not_so`: what it opened has not become overdue, or has not been fulfilled, or is no longer open.
    `called_off`: what ends the rule came while it waited, as `by` says.
    """

    line: TriggerLine
    why: str
    day: date | None = None
    by: EndedBy | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a condition's line demands: an operator (`is`, `not`, `over`, `known` and so on) and its values."""

    operator: str
    values: tuple[FactValue, ...]


@dataclass(frozen=True, slots=True)
class ConditionLine:
    """One line of a condition, judged: True, False, or None for unknown.

    `kind` is `fact`, `state`, `no_other_in`, `all` or `any`; the last two have `parts`. `of` says whose line it is:
    the catalogue's scope or the rule's own condition. `as_of` is the clock at which it was asked, local as `08:30`,
    where what stood then is not what stood at the day's end.
    """

    of: Literal["scope", "rule"]
    kind: Literal["fact", "state", "no_other_in", "all", "any"]
    verdict: Verdict
    name: Named | None = None
    wanted: tuple[Wanted, ...] = ()
    fact: FactRef | None = None
    parts: tuple[ConditionLine, ...] = ()
    as_of: str | None = None


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A trigger of the day `asked` that could not be judged then, and what became of that, on the day `closed`.

    `open`: it is asked again when a fact that is missing is given. `opened`: answered with yes, which opened one, or
    went on with a series. `no`: answered with no. `ended`: what ends the rule closed it. `overtaken`: a later trigger
    was judged instead, or the very event that gave the answer. `kept`: answered with yes where one was open already;
    `restarts` says that the time of that began again then. `by` is the event that closed it, if one did.

    `given` are the facts that were missing when it was asked and have become known since, `missing` those that still
    leave it undecided; a later value of those that are `only_forward` is no answer.
    """

    asked: date
    became: Literal["open", "opened", "no", "ended", "overtaken", "kept"]
    closed: date | None = None
    by: EventRef | None = None
    given: tuple[FactRef, ...] = ()
    missing: tuple[Named, ...] = ()
    only_forward: tuple[Named, ...] = ()
    restarts: bool = False


@dataclass(frozen=True, slots=True)
class OpenOne:
    """What was open already when a trigger came again; `due` is None without a due date."""

    opened: date
    due: date | None
    series: bool


@dataclass(frozen=True, slots=True)
class Refusal:
    """A trigger that came and opened nothing, and why.

    `refused`: the condition is false. `undetermined`: `missing` facts leave the condition, or the `deadline`, unknown.
    `not_in_force`: no version with that trigger was in force, which `in_force` says when they are. `kept`: one was
    open. `no_items`: there was no item to open for. `called_off`: what ends the rule had come while it waited, as `by`
    says. `waits`: it began a series, of which the first opens with the next period, on the day `first`. `later` is True
    of what would have been a later one of a series. Of what could not be judged when it came, `question` says
    what became of it; the lines of its condition are of its day, with what came since. One answered with no is refused.
    """

    day: date
    item: str | None
    trigger: Trigger | None
    why: Literal["refused", "undetermined", "not_in_force", "kept", "no_items", "called_off", "waits"]
    conditions: tuple[ConditionLine, ...] = ()
    missing: tuple[Named, ...] = ()
    missing_in: Literal["condition", "deadline"] | None = None
    in_force: tuple[tuple[date | None, date | None], ...] = ()
    open: OpenOne | None = None
    later: bool = False
    by: EndedBy | None = None
    first: date | None = None
    question: AskedQuestion | None = None


@dataclass(frozen=True, slots=True)
class SeriesPlace:
    """Where in a series an obligation stands: `kind` is `fulfilment`, `trigger`, or the calendar period.

    `number` counts from 1; `first` and `last` are the days of its calendar period, both included.
    """

    kind: str
    number: int
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class Ending:
    """How an obligation was closed: by which event, on which day, and how many calendar days late (0 in time).

    One that is late by less than a day came `after` an event of the same day before which it was to be done. What ended
    without an event has ended `by` something else. What ran ahead of an obligation that closed has ended with that,
    `ahead_of` the rule of that name; `other_done` says that it was fulfilled. `period` says why the event
    served this one of a series of calendar periods: it named the period (`named`, by the fact `period_of`), or the
    period was the latest `ended` one that was open, the `running` one, or the `oldest`.
    """

    outcome: Literal["fulfilled", "fulfilled_late", "ended"]
    event: EventRef | None
    day: date
    days_late: int
    before_opening: bool
    after: EventRef | None = None
    by: EndedBy | None = None
    ahead_of: Named | None = None
    other_done: bool = False
    period: PeriodServed | None = None
    period_of: Named | None = None


@dataclass(frozen=True, slots=True)
class EndsAlso:
    """What would end an obligation, beside an event that bears on it.

    `any_item`: the event of that name, whichever item it is about; `overdue` and `date` as in `EndedBy`.
    """

    kind: Literal["any_item", "overdue", "date"]
    name: Named


@dataclass(frozen=True, slots=True)
class Moment:
    """A day and, where something has one, its clock, local as `08:30`."""

    day: date
    clock: str | None


@dataclass(frozen=True, slots=True)
class NotCounted:
    """An event of a kind that fulfils or ends the obligation, which did not, and why.

    `before`: the obligation arose only after it. `not_since`: what is done before counts, but only after a later
    `since`. `too_soon`: it came before the day `first` that the rule's `counts_within` gives. `own`: the obligation
    arose through it. `triggers`: its type triggers the rule too, and the log does not say that it came after.
    `fulfilment`: the obligation arose through the fulfilment of another, which it fulfils too, and the log does not
    say that it came after that. `next_in_series`: the next of a series waits for a later day. `served`: it closed
    an `older` obligation of the rule. `older`: it might be either's, and one was there that goes first.
    `names_period`: by the fact `period_of` it was about another period of the series. `other_period`: it served the
    one of another. Of that period `first` and `last` are the days, both included. `other_item`: it was about
    another. `spared`: it ended the rule, which spares what is overdue or running.
    """

    event: EventRef
    would: Literal["fulfil", "end"]
    why: Why
    since: Named | None = None
    older: Moment | None = None
    period_of: Named | None = None
    first: date | None = None
    last: date | None = None


@dataclass(frozen=True, slots=True)
class ExplainedBreach:
    """Something done against the rule; `limit` is the first day allowed, or the day that the event claimed."""

    kind: BreachKind
    event: EventRef
    day: date
    limit: date | None = None


@dataclass(frozen=True, slots=True)
class ExplainedStep:
    """One step of an escalation: its span before or after the due date, and whether it is reached.

    `earlier` says that it is counted from a due date that the obligation had before.
    """

    length: Length
    before: bool
    day: date | None
    to: Named
    action: str
    reached: bool
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class ExplainedObligation:
    """One obligation with every reason; `steps` lead from the day that its time began to its due date.

    `timing` says what kind of due date it has: `counted`, `open` (none), `standing`, `before` an event, `inherited`.
    `through` is the last day of its life that was seen: the day asked, or the day it was closed.
    `opened_clock` is the clock at which it arose, if it has one. Of what is to be done before an event, the `awaited`,
    `had_happened` is the latest of those that had happened when the time began and do not count; `awaited_since` is
    the rule's `since`. `not_counted` are events that might have closed it; of more than a few, the rest are only
    counted (`not_counted_more`). `ends_with` are the events that would end it, `ends_also` what else would; `spares`
    says what stays when it ends.

    `arose` is the day that its time began and its condition was asked for: the day that it opened, or an earlier one
    where the answer to a `question` opened it. Conditions, counts and what did not count are told as of that day.
    """

    obligation: Obligation
    actors: tuple[Named, ...]
    trigger: Trigger
    conditions: tuple[ConditionLine, ...]
    timing: str
    urgency_defined: bool
    series: SeriesPlace | None
    restarts: tuple[Trigger, ...]
    awaited: Named | None
    steps: tuple[Step, ...]
    through: date
    paused_by: Named | None
    fulfilled_by: tuple[Named, ...]
    ends_with: tuple[Named, ...]
    ending: Ending | None
    breaches: tuple[ExplainedBreach, ...]
    escalation: tuple[ExplainedStep, ...]
    opened_clock: str | None
    awaited_since: Named | None
    had_happened: EventRef | None
    not_counted: tuple[NotCounted, ...]
    not_counted_more: int
    ends_also: tuple[EndsAlso, ...]
    spares: tuple[str, ...]
    arose: date
    question: AskedQuestion | None


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a rule did or did not give an obligation in a case, at the end of the day `at`.

    With `item`, what concerns that item or the case; `item_named` is False if the case has no such item by then.
    """

    rule: str
    title: str
    case: str
    origin: Origin
    at: date
    known: date | None
    item: str | None
    item_named: bool
    obligations: tuple[ExplainedObligation, ...]
    refusals: tuple[Refusal, ...]
    absent_triggers: tuple[AbsentTrigger, ...]

    def to_dict(self) -> dict[str, Any]:
        """Return plain data, ready for JSON, with dates in ISO."""
        found = _plain(self)
        assert isinstance(found, dict)
        return found  # pyright: ignore[reportUnknownVariableType]  # it is built from our own values


def _plain(value: Any) -> Any:
    if isinstance(value, Obligation):
        return value.to_dict()
    if isinstance(value, Origin):
        return plain(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return [_plain(one) for one in value]  # pyright: ignore[reportUnknownVariableType]
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return value
