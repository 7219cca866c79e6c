"""A rule's first example in, what becomes of it when more happens out; each a case that is replayed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from typing import Final, get_args

from rutinmotor.ground.days import last_of
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import Names, facts_asked, names_of
from rutinmotor.workbench.boundaries.boundary import Example, Order, Trial
from rutinmotor.workbench.boundaries.outcome import Counting
from rutinmotor.workbench.boundaries.stage import Stage, both, newest
from rutinmotor.workbench.witness import Witness, with_event

_DAY: Final = timedelta(days=1)
_ORDERS: Final[tuple[Order, ...]] = get_args(Order)
# The order of the same two things where the other of them is named first.
_TURNED: Final[Mapping[Order, Order]] = {"first": "last", "last": "first", "open": "open"}
# Calendar days from a due date to the ending that finds it overdue, from a trigger to a late answer, and from the first
# day of a period to what is done for the one before it.
_OVERDUE_FOR: Final = 2
_ANSWERED_AFTER: Final = 3
_INTO_PERIOD: Final = 7


def trials_of(counting: Counting, witness: Witness, example: Example) -> tuple[Trial, ...]:
    """Give all trials that apply to a rule, from one example and the witness that it was made of."""
    stage = Stage(counting, witness, example)
    parts = (_again(stage), _before(stage), _ended(stage), _begun_and_ended(stage), _period(stage))
    found = [one for part in parts for one in part]
    answered = _answered(stage, names_of(counting.engine.catalogues)[witness.version.owner.id])
    return tuple(one for one in (*found, answered) if one is not None)


def _again(stage: Stage) -> Iterator[Trial | None]:
    """Trigger it once more (semantics 3.4), and on that day fulfil it as well, in every order (1.9 to 1.12)."""
    joined = stage.again()
    if joined is None:
        return
    case, opener, day = joined
    told = stage.trial("again", case, day)
    if told is None or not (stage.opened.trigger.kind == "event" or _came(stage, told)):
        return
    yield told
    if stage.fulfilling is not None:
        for order in _ORDERS:
            yield stage.trial("done_and_again", both(case, stage.fulfilling, day, opener, order), day, order=order)


def _came(stage: Stage, told: Trial) -> bool:
    """Say whether a second trigger that is no event has shown itself: what leads to it may not have come again."""
    had = told.untouched
    if stage.rule.on_repeat == "restart":
        return had is not None and any(one.opened == had.opened and one.due != had.due for one in told.found)
    return any(one.opened == told.day for one in told.found)


def _before(stage: Stage) -> Iterator[Trial | None]:
    """Do it on the day of the event before which it is to be done (semantics 4.4)."""
    awaited = next((one.awaits for one in stage.rule.deadlines if one.awaits), None)
    if awaited is None or stage.fulfilling is None:
        return
    day = stage.later
    case = with_event(stage.case, awaited, day)
    for order in _ORDERS:
        longer = both(case, stage.fulfilling, day, newest(case), order)
        yield stage.trial("done_and_awaited", longer, day, order=order, name=awaited)


def _ended(stage: Stage) -> Iterator[Trial | None]:
    """Let what ends it come while it is open, when it is overdue, and before a timer has opened it (5.2, 3.6)."""
    kind = stage.ending
    if kind is None:
        return
    yield stage.trial("ended", with_event(stage.case, kind, stage.later), stage.later, name=kind)
    due = stage.example.due
    if due is not None:
        day = max(due, stage.opened.opened) + _OVERDUE_FOR * _DAY
        yield stage.trial("ended_overdue", with_event(stage.example.case, kind, day), day, name=kind)
    before = stage.opened.opened - _DAY
    if stage.opener is None and all(one.at is not None and one.at < before for one in stage.case.events):
        yield stage.trial("ended_waiting", with_event(stage.case, kind, before), stage.opened.opened, name=kind)


def _begun_and_ended(stage: Stage) -> Iterator[Trial | None]:
    """Let what ends it come on the day that it is triggered, in every order."""
    kind, day = stage.ending, stage.opened.opened
    if kind is None:
        return
    for order in _ORDERS:
        longer = both(stage.case, kind, day, stage.opener, _TURNED[order])
        yield stage.trial("begun_and_ended", longer, day, order=order, name=kind)


def _period(stage: Stage) -> Iterator[Trial | None]:
    """Do it when one period's is still to be done and the next has begun (semantics 5.4)."""
    repeat, kind, due = stage.rule.repeat, stage.fulfilling, stage.opened.due
    if repeat is None or repeat.each is None or kind is None or due is None:
        return
    following = date.fromordinal(last_of(stage.opened.opened.toordinal(), repeat.each)) + _DAY
    if due < following:
        return
    day = min(following + _INTO_PERIOD * _DAY, due)
    yield stage.trial("period", with_event(stage.case, kind, day), day, name=kind)


def _answered(stage: Stage, names: Names) -> Trial | None:
    """Give a fact that the rule rests on some days late (semantics 2.6); the first of them that can be missing."""
    day = stage.working_day_after(_ANSWERED_AFTER)
    for name in dict.fromkeys(one.name for one in facts_asked(stage.version)):
        case, value, teller = _without(stage.case, name)
        kind = _neutral(stage, names, name)
        if value is None or kind is None or not stage.asks(case):
            continue
        return stage.trial("answered", with_event(case, kind, day, {name: value}, teller), day, name=name)
    return None


def _neutral(stage: Stage, names: Names, fact: str) -> str | None:
    """Name an event type that can tell a fact and does nothing else to the rule, nor to any state."""
    rule = stage.rule
    named = {line.name for line in rule.trigger} | {*rule.fulfilled_by, *rule.ending_events}
    named |= {one.awaits for one in rule.deadlines if one.awaits} | {event.type for event in stage.case.events}
    turning = {kind for one in names.states.values() for kind in (*one.text.begins, *one.text.ending_events)}
    return next(
        (
            kind
            for kind, one in names.events.items()
            if kind not in named and kind not in turning and fact not in one.text.resets
        ),
        None,
    )


def _without(case: Case, name: str) -> tuple[Case, FactValue, str | None]:
    """Take a fact out of a case: give what is left, its value (None if it had none), and the event that had told it."""
    held: list[Mapping[str, FactValue]] = [case.facts, *case.items.values(), *(one.data for one in case.events)]
    value = next((one[name] for one in held if name in one), None)
    teller = next((one.id for one in case.events if name in one.data), None)
    items = {item: _less(facts, name) for item, facts in case.items.items()}
    events = tuple(replace(one, data=_less(one.data, name)) for one in case.events)
    return replace(case, facts=_less(case.facts, name), items=items, events=events), value, teller


def _less(facts: Mapping[str, FactValue], name: str) -> dict[str, FactValue]:
    return {one: value for one, value in facts.items() if one != name}
