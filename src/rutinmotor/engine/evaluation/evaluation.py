"""A Timeline and the day asked in, an Evaluation out: each obligation with its status; the answer that callers hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Literal, NamedTuple, Protocol, TypeAlias

from rutinmotor.engine.replay import Instance
from rutinmotor.language.case import Case, Event
from rutinmotor.language.catalogue import Rule

Status: TypeAlias = Literal["due", "overdue", "fulfilled", "fulfilled_late", "ended", "paused", "standing"]
UnknownEvents: TypeAlias = Literal["error", "list"]
Light: TypeAlias = Literal["green", "yellow", "red"]

STATUSES: tuple[Status, ...] = ("overdue", "due", "paused", "standing", "fulfilled", "fulfilled_late", "ended")


class TriggerRecord(NamedTuple):
    """What opened an obligation: `type` is the event type, rule, state or fact, `event` its id, if it has one."""

    kind: str
    type: str
    event: str | None
    day: date


class EscalationStep(NamedTuple):
    """One step of an escalation; without a due date it has no day and is not reached."""

    day: date | None
    to: str
    action: str
    reached: bool


class BreachRecord(NamedTuple):
    """Something done against the rule that counts all the same; `event` is the id of an event, if it has one."""

    kind: str
    event: str | None
    day: date


class Undetermined(NamedTuple):
    """A rule that could not be judged on a day, for want of the facts named."""

    rule: str
    item: str | None
    day: date
    missing: tuple[str, ...]


class PassedOver(NamedTuple):
    """An event of a type that no catalogue knows."""

    event: str | None
    type: str
    day: date


def step_days(instance: Instance, status: Status) -> tuple[int, ...]:
    """Give the day of each step of an escalation (semantics 5.6); none without a due date."""
    if instance.due is None or status == "paused":
        return ()
    due = instance.due
    return tuple(step.day(due) for step in instance.rule.escalation)


class Obligation:
    """A rule that has arisen in a case, judged on the day asked; it cannot be changed.

    It keeps what replay found and gives the rest when asked for it, so that an answer of many costs little to make.
    Days are dates. `due` is None without a due date, and while the obligation is paused.
    """

    __slots__ = ("_at", "_instance", "_light", "_status")

    def __init__(self, instance: Instance, at: int, status: Status, light: Light | None) -> None:
        """Made by `judge` only."""
        self._instance = instance
        self._at = at
        self._status: Status = status
        self._light: Light | None = light

    @property
    def rule(self) -> str:
        """The full id, such as `sol.plan_slutford`."""
        return self._instance.rule.id

    @property
    def title(self) -> str:
        """The rule's title, or its full id where it has none."""
        return self._text.title or self._instance.rule.id

    @property
    def item(self) -> str | None:
        """The item that it belongs to, or None for the case."""
        return self._instance.item

    @property
    def actor(self) -> tuple[str, ...]:
        """Who is to act; any of them may."""
        return self._instance.rule.actors

    @property
    def norm(self) -> str:
        """What kind of norm it rests on: `statute`, `guideline` or `routine`."""
        return self._text.norm

    @property
    def status(self) -> Status:
        """One of STATUSES."""
        return self._status

    @property
    def light(self) -> Light | None:
        """Green, yellow or red (semantics 5.7); None when it is no longer open."""
        return self._light

    @property
    def urgency(self) -> str | None:
        """The urgency word, as written."""
        return self._instance.rule.urgency

    @property
    def trigger(self) -> TriggerRecord:
        """What opened it; for a later one of a series, what opened the first."""
        cause = self._instance.cause
        if isinstance(cause, Event):
            return TriggerRecord("event", cause.type or "", cause.id, date.fromordinal(cause.day or 0))
        return TriggerRecord(cause.kind, cause.type, None, date.fromordinal(cause.day))

    @property
    def opened(self) -> date:
        """The day on which it arose."""
        return date.fromordinal(self._instance.opened)

    @property
    def due(self) -> date | None:
        """The last day on which it is in time."""
        due = None if self._status == "paused" else self._instance.due
        return None if due is None else date.fromordinal(due)

    @property
    def days_left(self) -> int | None:
        """Calendar days from the day asked to the due date, negative when it is over; None without one."""
        due = None if self._status == "paused" else self._instance.due
        return None if due is None else due - self._at

    @property
    def fulfilled_on(self) -> date | None:
        """The day of what fulfilled it."""
        closing = self._instance.closing
        return date.fromordinal(closing.day or 0) if closing is not None and self._status != "ended" else None

    @property
    def fulfilled_by(self) -> str | None:
        """The id of the event that fulfilled it, if it has one."""
        closing = self._instance.closing
        return closing.id if closing is not None and self._status != "ended" else None

    @property
    def ended_on(self) -> date | None:
        """The day on which it ended unfulfilled."""
        closed = self._instance.closed
        return date.fromordinal(closed) if closed is not None and self._status == "ended" else None

    @property
    def escalation(self) -> tuple[EscalationStep, ...]:
        """The steps, in the rule's order."""
        steps = self._instance.rule.escalation
        days = step_days(self._instance, self._status)
        if not days:
            return tuple(EscalationStep(None, step.to, step.action, reached=False) for step in steps)
        return tuple(
            EscalationStep(date.fromordinal(day), step.to, step.action, self._reached(day))
            for day, step in zip(days, steps, strict=True)
        )

    def _reached(self, day: int) -> bool:
        """Say whether it was open at the end of a step's day, or of a later opening day (semantics 5.6)."""
        lived = max(day, self._instance.opened)
        closed = self._instance.closed
        return lived <= self._at and (closed is None or closed > lived)

    @property
    def breaches(self) -> tuple[BreachRecord, ...]:
        """What was done against the rule, by day and kind."""
        details = self._instance.details
        if details is None or not details.breaches:
            return ()
        found = sorted(details.breaches, key=lambda breach: (breach.day, breach.kind))
        return tuple(BreachRecord(breach.kind, breach.event.id, date.fromordinal(breach.day)) for breach in found)

    @property
    def section(self) -> str | None:
        """The section of the source document."""
        return self._text.source.section if self._text.source else None

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties in the register of the document's demands."""
        return self._text.source.duties if self._text.source else ()

    @property
    def interpretation(self) -> str | None:
        """The reading that the rule rests on, where its source leaves something open."""
        return self._text.interpretation

    def plainly_as(self, other: Obligation) -> bool:
        """Say whether another, of the same case and day, plainly stands as this one does, by whichever rules.

        It is quick, for those who compare many: where it says no they may be alike all the same.
        """
        one, two = self._instance, other._instance
        return (
            self._status == other._status
            and self._light == other._light
            and one.due == two.due
            and one.opened == two.opened
            and (one.closing is two.closing or one.closing == two.closing)
            and (one.details is None or not one.details.breaches)
            and (two.details is None or not two.details.breaches)
            and one.rule.actors == two.rule.actors
            and one.rule.urgency == two.rule.urgency
            and one.rule.escalation == two.rule.escalation
            and (one.cause is two.cause or self.trigger == other.trigger)
        )

    @property
    def _text(self) -> Rule:
        return self._instance.rule.version.rule

    def to_dict(self) -> dict[str, object]:
        """Return plain data, ready for JSON, with dates in ISO."""
        return {
            "rule": self.rule,
            "title": self.title,
            "item": self.item,
            "actor": list(self.actor),
            "norm": self.norm,
            "status": self.status,
            "light": self.light,
            "urgency": self.urgency,
            "trigger": {**self.trigger._asdict(), "day": _iso(self.trigger.day)},
            "opened": _iso(self.opened),
            "due": _iso(self.due),
            "days_left": self.days_left,
            "fulfilled_on": _iso(self.fulfilled_on),
            "fulfilled_by": self.fulfilled_by,
            "ended_on": _iso(self.ended_on),
            "escalation": [{**step._asdict(), "day": _iso(step.day)} for step in self.escalation],
            "breaches": [{**breach._asdict(), "day": _iso(breach.day)} for breach in self.breaches],
            "source": {"section": self.section, "duties": list(self.duties)},
            "interpretation": self.interpretation,
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Obligation) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        return hash((self.rule, self.item, self._instance.opened, self._status))

    def __repr__(self) -> str:
        return f"<Obligation {self.rule} {self.item or ''} {self.status} due {self.due}>"


class Origin(Protocol):
    """What an evaluation was made by: it can be asked again, the same way."""

    def evaluate(self, case: Case, at: date, known: date | None, unknown_events: UnknownEvents) -> Evaluation:
        """Evaluate the case."""
        ...

    def next_change(self, case: Case, at: date, known: date | None, unknown_events: UnknownEvents) -> date | None:
        """Find the next change."""
        ...


class Evaluation:
    """What a case's obligations are at the end of a day; it cannot be changed.

    `obligations` are sorted: overdue ones first, the longest overdue first; then those due, by due date; then the rest.
    """

    __slots__ = (
        "_case",
        "_next",
        "_origin",
        "_unknown_events",
        "at",
        "known",
        "obligations",
        "passed_over",
        "undetermined",
    )

    def __init__(
        self,
        origin: Origin,
        asked: tuple[Case, date, date | None, UnknownEvents],
        obligations: tuple[Obligation, ...],
        undetermined: tuple[Undetermined, ...],
        passed_over: tuple[PassedOver, ...],
    ) -> None:
        """Made by an engine, its `origin`; `asked` is what it was asked."""
        self._origin = origin
        self._case, self.at, self.known, _ = asked
        self._unknown_events: UnknownEvents = asked[3]
        self.obligations = obligations
        self.undetermined = undetermined
        self.passed_over = passed_over
        self._next: tuple[date | None] | None = None

    @property
    def case(self) -> str:
        """The case's id."""
        return self._case.id

    @property
    def overdue(self) -> tuple[Obligation, ...]:
        """Those that should have been fulfilled by now."""
        return self.with_status("overdue")

    @property
    def due(self) -> tuple[Obligation, ...]:
        """Those that are open and still in time."""
        return self.with_status("due")

    @property
    def outstanding(self) -> tuple[Obligation, ...]:
        """Those that are open: overdue, due, paused or standing."""
        return tuple(one for one in self.obligations if one.light is not None)

    def with_status(self, *statuses: Status) -> tuple[Obligation, ...]:
        """Return those of one of the statuses, in order."""
        return tuple(one for one in self.obligations if one.status in statuses)

    @property
    def next_change(self) -> date | None:
        """The first later day on which the answer differs, days left aside, if nothing more happens; None for never."""
        if self._next is None:
            self._next = (self._origin.next_change(self._case, self.at, self.known, self._unknown_events),)
        return self._next[0]

    def to_dict(self) -> dict[str, object]:
        """Return one element of `cases` in the JSON of `evaluate`: plain data, with dates in ISO."""
        return {
            "case": self.case,
            "obligations": [one.to_dict() for one in self.obligations],
            "undetermined": [
                {"rule": gap.rule, "item": gap.item, "day": _iso(gap.day), "missing": list(gap.missing)}
                for gap in self.undetermined
            ],
            "passed_over": [{**event._asdict(), "day": _iso(event.day)} for event in self.passed_over],
            "next_change": _iso(self.next_change),
            "error": None,
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Evaluation) and (self.at, self.known, self.to_dict()) == (
            other.at,
            other.known,
            other.to_dict(),
        )

    def __hash__(self) -> int:
        return hash((self.case, self.at, self.known, len(self.obligations)))

    def __reduce__(self) -> tuple[Callable[..., Evaluation], tuple[object, ...]]:
        # An evaluation is what it was made from: made again, it is the same.
        return self._origin.evaluate, (self._case, self.at, self.known, self._unknown_events)

    def __repr__(self) -> str:
        counts = f"{len(self.obligations)} obligations, {len(self.overdue)} overdue"
        return f"<Evaluation of {self.case} at {self.at}: {counts}>"


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
