"""A case in which the rule opens in, longer cases that go on from it out, and what the rule gives in each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Final

from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue
from rutinmotor.workbench.boundaries.boundary import Example, Order, Trial, TrialKind
from rutinmotor.workbench.boundaries.occasions import is_free
from rutinmotor.workbench.boundaries.outcome import Counting, is_same
from rutinmotor.workbench.witness import Witness, with_event

_DAY: Final = timedelta(days=1)
# Calendar days from the opening to what happens next, at most: and as many days are tried for a second trigger.
_ON: Final = 7
_TRIED: Final = 4
# The clocks of two things on one day.
_HOURS: Final = (9, 15)


class Stage:
    """One example of a rule, and what it can be made to meet."""

    def __init__(self, counting: Counting, witness: Witness, example: Example) -> None:
        """Take the witness that the example was made of."""
        self._counting = counting
        self.example = example
        self.version = witness.version
        self.rule = witness.version.rule
        self.case = witness.case
        self.opened = witness.obligation
        self.later = self._some_days_on()

    @property
    def opener(self) -> str | None:
        """The id of the event that opens the rule on its day; None where a timer does."""
        return _opener(self.case, self.opened)

    @property
    def fulfilling(self) -> str | None:
        """An event type that fulfils and does not also trigger."""
        return next((kind for kind in self.rule.fulfilled_by if kind not in self._triggering), None)

    @property
    def ending(self) -> str | None:
        """An event type that ends, and neither triggers nor fulfils."""
        others = {*self._triggering, *self.rule.fulfilled_by}
        return next((kind for kind in self.rule.ending_events if kind not in others), None)

    def working_day_after(self, days: int) -> date:
        """Give the day so many calendar days after the opening, or the next working day if that is free."""
        day = self.opened.opened + days * _DAY
        while is_free(day):
            day += _DAY
        return day

    @property
    def _triggering(self) -> set[str]:
        return {line.name for line in self.rule.trigger if line.how.as_is}

    def trial(
        self, kind: TrialKind, case: Case | None, day: date, *, order: Order | None = None, name: str | None = None
    ) -> Trial | None:
        """Replay a case to the end of a day; None without a case, or where the rules refuse it."""
        if case is None:
            return None
        try:
            found, untouched = self._found(case, day), self._found(self.example.case, day)
        except CaseError:
            return None
        same = next((one for one in untouched if is_same(one, self.opened)), None)
        return Trial(kind, case, day, found, order, name, same)

    def again(self) -> tuple[Case, str | None, date] | None:
        """Give the case in which the rule is triggered once more, the id of the event that does it, and the day.

        The id is None of a timer. None if no such day is found.
        """
        for shift in range(_TRIED):
            day = self.later + shift * _DAY
            other = self._counting.witness(day)
            if other is None or other.obligation.trigger[:2] != self.opened.trigger[:2]:
                continue
            id_ = _opener(other.case, other.obligation)
            events = other.case.events
            if self.opened.trigger.kind == "event":
                events = tuple(one for one in events if one.id == id_)
            case, ids = self._joined(other.case, events)
            return case, ids[id_] if id_ is not None else None, day
        return None

    def asks(self, case: Case) -> bool:
        """Say whether a case leaves the rule a question on its first day, and opens nothing."""
        day = self.opened.opened
        try:
            asked = self._counting.engine.evaluate(case, day).undetermined
            return not self._found(case, day) and any(one.rule == self.opened.rule for one in asked)
        except CaseError:
            return False

    def _found(self, case: Case, day: date) -> tuple[Obligation, ...]:
        """Give the obligations of the rule and the item at the end of a day. Raises CaseError."""
        all_ = self._counting.engine.evaluate(case, day).obligations
        mine = [one for one in all_ if (one.rule, one.item) == (self.opened.rule, self.opened.item)]
        return tuple(sorted(mine, key=lambda one: (one.opened, one.fulfilled_on is None, one.due or date.max)))

    def _some_days_on(self) -> date:
        """Choose a working day half way to the due date, or a week on; the next day at the earliest."""
        opened, due = self.opened.opened, self.opened.due
        return self.working_day_after(_ON if due is None else min(_ON, max((due - opened).days // 2, 1)))

    def _joined(self, other: Case, events: tuple[Event, ...]) -> tuple[Case, Mapping[str | None, str]]:
        """Give the case with the events of another; the first of them gives the facts that have another value there."""
        first = len(self.case.events) + 1
        ids = {event.id: f"e{number}" for number, event in enumerate(events, start=first)}
        added = [replace(event, id=ids[event.id]) for event in events]
        if added and self.opened.trigger.kind != "event":
            told = _changed(self.case, other, self.opened.item)
            added[0] = replace(added[0], data={**told, **added[0].data})
        return replace(self.case, events=(*self.case.events, *added)), ids


def _changed(case: Case, other: Case, item: str | None) -> dict[str, FactValue]:
    """Give the facts that the other case begins with and this one does not."""
    here, there = ({**one.facts, **(one.items.get(item, {}) if item is not None else {})} for one in (case, other))
    return {name: value for name, value in there.items() if here.get(name) != value}


def _opener(case: Case, opened: Obligation) -> str | None:
    return next((one.id for one in case.events if one.id == opened.trigger.event and one.at == opened.opened), None)


def ordered(case: Case, day: date, first: str, second: str, order: Order) -> Case:
    """Give two events of a day, by their ids, clocks in an order: 9 and 15 o'clock; none if the order is open."""
    if order == "open":
        return case
    hours = _HOURS if order == "first" else _HOURS[::-1]
    clocks = dict(zip((first, second), hours, strict=True))
    events = [
        replace(one, at=datetime(day.year, day.month, day.day, clocks[one.id])) if one.id in clocks else one
        for one in case.events
    ]
    return replace(case, events=tuple(events))


def newest(case: Case) -> str:
    """Give the id of the event that was added last."""
    return case.events[-1].id or ""


def both(case: Case, kind: str, day: date, other: str | None, order: Order) -> Case | None:
    """Add an event on a day, before or after another of that day; None if that other is none and has no clock."""
    if other is None and order != "open":
        return None
    longer = with_event(case, kind, day)
    return longer if other is None else ordered(longer, day, newest(longer), other, order)
