"""An instance and how it stands in, an Obligation of plain values out; what callers hold of one rule in one case."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, Literal, NamedTuple, NoReturn, TypeAlias

from rutinmotor.engine.evaluation.keys import Keyed, Keys
from rutinmotor.engine.plan import RuleLabel
from rutinmotor.engine.replay import Answered, Breach, BreachKind, Instance
from rutinmotor.language.case import Event

Status: TypeAlias = Literal["due", "overdue", "fulfilled", "fulfilled_late", "ended", "paused", "standing"]
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

    kind: BreachKind
    event: str | None
    day: date


class AnswerRecord(NamedTuple):
    """The answer that opened what had been a question: its day, and the facts that had been missing, in order."""

    day: date
    facts: tuple[str, ...]


class Happened(NamedTuple):
    """What opened or closed an obligation, as much of it as is shown; `day` is an ordinal, `id` an event's."""

    kind: str
    type: str
    id: str | None
    day: int


# The steps of an escalation that have a day: the place of each among the rule's, and its day. First those that earlier
# due dates reached, then those of the present one, if there is one.
Steps: TypeAlias = tuple[tuple[int, int], ...]
_Trigger: TypeAlias = Event | Happened | tuple[str, str, int]

# All that an obligation is, and the place of each. Days are ordinals; the due date is None while it is paused. What
# happened is the event itself as long as the obligation is where it was made, and of another cause only its kind, type
# and day: of most nothing is ever read. They are bare tuples, as a long case makes many of them and a named one takes
# several times as long. The key is made of the instance when it is asked for; sent elsewhere, it is the key alone.
_Values: TypeAlias = tuple[
    int,
    RuleLabel,
    str | None,
    Status,
    Light | None,
    _Trigger,
    int,
    int | None,
    _Trigger | None,
    Steps,
    tuple[BreachRecord, ...],
    Answered | None,
    int,
    Keys | str,
]
_AT: Final = 0
_LABEL: Final = 1
_ITEM: Final = 2
_STATUS: Final = 3
_LIGHT: Final = 4
_TRIGGER: Final = 5
_OPENED: Final = 6
_DUE: Final = 7
_CLOSING: Final = 8
_STEPS: Final = 9
_BREACHES: Final = 10
_ANSWERED: Final = 11
_PLACE: Final = 12
_KEYS: Final = 13


class Obligation:
    """A rule that has arisen in a case, judged on the day asked; it cannot be changed.

    Days are dates. `due` is None without a due date, and while the obligation is paused.
    """

    # One value and not many, so that an answer of many costs little to make.
    __slots__ = ("_values",)

    _values: _Values

    @property
    def key(self) -> str:
        """What tells it apart from every other obligation of the case, on this and every later day."""
        keys = self._values[_KEYS]
        return keys.of(self._values[_PLACE]) if isinstance(keys, Keys) else keys

    @property
    def rule(self) -> str:
        """The full id, such as `sol.plan_slutford`."""
        return self._values[_LABEL].id

    @property
    def title(self) -> str:
        """The rule's title, or its full id where it has none."""
        return self._values[_LABEL].title

    @property
    def item(self) -> str | None:
        """The item that it belongs to, or None for the case."""
        return self._values[_ITEM]

    @property
    def actor(self) -> tuple[str, ...]:
        """Who is to act; any of them may."""
        return self._values[_LABEL].actors

    @property
    def norm(self) -> str:
        """What kind of norm it rests on: `statute`, `guideline` or `routine`."""
        return self._values[_LABEL].norm

    @property
    def status(self) -> Status:
        """One of STATUSES."""
        return self._values[_STATUS]

    @property
    def light(self) -> Light | None:
        """Green, yellow or red (semantics 5.7); None when it is no longer open."""
        return self._values[_LIGHT]

    @property
    def urgency(self) -> str | None:
        """The urgency word, as written."""
        return self._values[_LABEL].urgency

    @property
    def trigger(self) -> TriggerRecord:
        """What opened it; for a later one of a series, what opened the first."""
        return trigger_record(self._values[_TRIGGER])

    @property
    def opened(self) -> date:
        """The day on which it arose."""
        return date.fromordinal(self._values[_OPENED])

    @property
    def answered(self) -> AnswerRecord | None:
        """The answer that opened it, where it had been a question: its time started with the trigger all the same."""
        answered = self._values[_ANSWERED]
        return None if answered is None else AnswerRecord(date.fromordinal(answered.day), answered.facts)

    @property
    def due(self) -> date | None:
        """The last day on which it is in time."""
        due = self._values[_DUE]
        return None if due is None else date.fromordinal(due)

    @property
    def days_left(self) -> int | None:
        """Calendar days from the day asked to the due date, negative when it is over; None without one."""
        due = self._values[_DUE]
        return None if due is None else due - self._values[_AT]

    @property
    def fulfilled_on(self) -> date | None:
        """The day of what fulfilled it."""
        closing = self._closed_by
        return date.fromordinal(closing.day or 0) if closing is not None and self.status != "ended" else None

    @property
    def fulfilled_by(self) -> str | None:
        """The id of the event that fulfilled it, if it has one."""
        closing = self._closed_by
        return closing.id if closing is not None and self.status != "ended" else None

    @property
    def ended_on(self) -> date | None:
        """The day on which it ended unfulfilled."""
        closing = self._closed_by
        return date.fromordinal(closing.day or 0) if closing is not None and self.status == "ended" else None

    @property
    def escalation(self) -> tuple[EscalationStep, ...]:
        """The steps, in the rule's order; before them those that earlier due dates had reached, in theirs.

        Without a due date the former have no day.
        """
        steps = self._values[_LABEL].escalation
        found = [
            EscalationStep(date.fromordinal(day), *steps[place], self._reached(day))
            for place, day in self._values[_STEPS]
        ]
        if self._values[_DUE] is None:
            found += [EscalationStep(None, to, action, reached=False) for to, action in steps]
        return tuple(found)

    def _reached(self, day: int) -> bool:
        """Say whether it was open at the end of a step's day (semantics 5.6)."""
        closed = self._closed
        return day <= self._values[_AT] and (closed is None or closed > day)

    @property
    def _closed_by(self) -> Event | Happened | None:
        closing = self._values[_CLOSING]
        return closing if closing is None or isinstance(closing, Event) else _happened(closing)

    @property
    def _closed(self) -> int | None:
        closing = self._closed_by
        return None if closing is None else max(closing.day or 0, self._values[_OPENED])

    @property
    def breaches(self) -> tuple[BreachRecord, ...]:
        """What was done against the rule, by day and kind."""
        return self._values[_BREACHES]

    @property
    def section(self) -> str | None:
        """The section of the source document."""
        return self._values[_LABEL].section

    @property
    def duties(self) -> tuple[str, ...]:
        """The duties in the register of the document's demands."""
        return self._values[_LABEL].duties

    @property
    def interpretation(self) -> str | None:
        """The reading that the rule rests on, where its source leaves something open."""
        return self._values[_LABEL].interpretation

    def plainly_as(self, other: Obligation) -> bool:
        """Say whether another, of the same case and day, plainly stands as this one does, by whichever rules.

        It is quick, for those who compare many: where it says no they may be alike all the same.
        """
        one, two = self._values, other._values
        return (
            one[_STATUS] == two[_STATUS]
            and one[_LIGHT] == two[_LIGHT]
            and one[_DUE] == two[_DUE]
            and one[_OPENED] == two[_OPENED]
            and (one[_CLOSING] is two[_CLOSING] or one[_CLOSING] == two[_CLOSING])
            and not one[_BREACHES]
            and not two[_BREACHES]
            and one[_LABEL].actors == two[_LABEL].actors
            and one[_LABEL].urgency == two[_LABEL].urgency
            and one[_STEPS] == two[_STEPS]
            and one[_LABEL].escalation == two[_LABEL].escalation
            and one[_ANSWERED] == two[_ANSWERED]
            and (one[_TRIGGER] is two[_TRIGGER] or self.trigger == other.trigger)
        )

    def to_dict(self) -> dict[str, object]:
        """Return plain data, ready for JSON, with dates in ISO."""
        return {
            "key": self.key,
            "rule": self.rule,
            "title": self.title,
            "item": self.item,
            "actor": list(self.actor),
            "norm": self.norm,
            "status": self.status,
            "light": self.light,
            "urgency": self.urgency,
            "trigger": {**self.trigger._asdict(), "day": iso(self.trigger.day)},
            "opened": iso(self.opened),
            "answered": None
            if (answered := self.answered) is None
            else {"day": iso(answered.day), "facts": list(answered.facts)},
            "due": iso(self.due),
            "days_left": self.days_left,
            "fulfilled_on": iso(self.fulfilled_on),
            "fulfilled_by": self.fulfilled_by,
            "ended_on": iso(self.ended_on),
            "escalation": [{**step._asdict(), "day": iso(step.day)} for step in self.escalation],
            "breaches": [{**breach._asdict(), "day": iso(breach.day)} for breach in self.breaches],
            "source": {"section": self.section, "duties": list(self.duties)},
            "interpretation": self.interpretation,
        }

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Obligation) and self.to_dict() == other.to_dict()

    def __hash__(self) -> int:
        values = self._values
        return hash((values[_LABEL].id, values[_ITEM], values[_OPENED], values[_STATUS]))

    def __repr__(self) -> str:
        return f"<Obligation {self.rule} {self.item or ''} {self.status} due {self.due}>"

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an obligation cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"an obligation cannot be changed: {name}")

    def __reduce__(self) -> tuple[Callable[[_Values], Obligation], tuple[_Values]]:
        # Without the events themselves, whose data nobody asked to be sent along.
        values = self._values
        trigger, closing = _happened(values[_TRIGGER]), values[_CLOSING]
        closing = None if closing is None else _happened(closing)
        before, between, after = values[:_TRIGGER], values[_OPENED:_CLOSING], values[_STEPS:_PLACE]
        return _obligation, ((*before, trigger, *between, closing, *after, 0, self.key),)


def obligation_of(
    instance: Instance, at: int, status: Status, light: Light | None, steps: Steps, keyed: Keyed
) -> Obligation:
    """Make what an answer keeps of an instance; `steps` are those of its escalation that have a day."""
    cause, details = instance.cause, instance.details
    values: _Values = (
        at,
        instance.rule.label,
        instance.item,
        status,
        light,
        # A cut and no Cause: that one holds what replay changes.
        cause if isinstance(cause, Event) else cause[:3],
        instance.opened,
        None if status == "paused" else instance.due,
        instance.closing if instance.closing is None or isinstance(instance.closing, Event) else instance.closing[:3],
        steps,
        () if details is None or details.breaches is None else _breaches(details.breaches),
        None if details is None else details.answered,
        keyed.place(instance),
        keyed.keys,
    )
    made = Obligation()
    _set_values(made, values)
    return made


def _breaches(noted: Sequence[Breach]) -> tuple[BreachRecord, ...]:
    found = sorted(noted, key=lambda breach: (breach.day, breach.kind))
    return tuple(BreachRecord(breach.kind, breach.event.id, date.fromordinal(breach.day)) for breach in found)


def trigger_record(what: _Trigger) -> TriggerRecord:
    """Make the record of what opened an obligation, or might have."""
    kind, type_, event, day = _happened(what)
    return TriggerRecord(kind, type_, event, date.fromordinal(day))


def _happened(what: _Trigger) -> Happened:
    if isinstance(what, Event):
        return Happened("event", what.type or "", what.id, what.day or 0)
    if isinstance(what, Happened):
        return what
    kind, type_, day = what
    return Happened(kind, type_, None, day)


# The slot itself is the only way past `__setattr__`.
_set_values = Obligation.__dict__["_values"].__set__


def _obligation(values: _Values) -> Obligation:
    made = Obligation()
    _set_values(made, values)
    return made


def iso(day: date | None) -> str | None:
    """Write a date as JSON has it."""
    return None if day is None else day.isoformat()
