"""What ends a rule, or has ended it, in; the same with the titles of what it names out (semantics 3.6, 5.2)."""

from __future__ import annotations

from rutinmotor.engine.explanation.explanation import EndedBy, EndsAlso
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, event_named, fact_named, state_named
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay import Cause
from rutinmotor.language.case import Event
from rutinmotor.language.catalogue import EndingLine
from rutinmotor.language.constructs import EndingKind


def ended_by(replayed: ReplayedCase, rule: BoundRule, by: Event | Cause) -> EndedBy:
    """Say what ended an obligation of a rule, or called a trigger of it off."""
    if isinstance(by, Event):
        event = replayed.event(by)
        return EndedBy("event", Named(event.type, event.title), event.day, event)
    names, day = replayed.names(rule), as_date(by.day)
    state = state_named(names, by.run.state) if by.run is not None else None
    if by.kind is EndingKind.OVERDUE:
        return EndedBy("overdue", replayed.rule_named(by.type), day, state=state)
    if by.kind is EndingKind.AFTER:
        return EndedBy("after", state_named(names, by.type), day, state=state)
    return EndedBy("date", fact_named(names, by.type), day, state=state)


def ends_also(replayed: ReplayedCase, rule: BoundRule, line: EndingLine) -> EndsAlso:
    """Say what would end an obligation of a rule beside an event that bears on it."""
    names = replayed.names(rule)
    match line.kind:
        case EndingKind.OVERDUE:
            return EndsAlso("overdue", replayed.rule_named(names.rule(line.name)))
        case EndingKind.DATE:
            return EndsAlso("date", fact_named(names, line.name))
        case _:
            return EndsAlso("any_item", event_named(names, line.name))
