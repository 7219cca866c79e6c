"""What set a rule off and the world in, the facts that it sees out: those of its holder, and of the event behind it."""

from __future__ import annotations

from collections.abc import Mapping

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.instance import Cause
from rutinmotor.engine.replay.world import World
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder
from rutinmotor.language.constructs import TRIGGERS, On


def seen_facts(
    world: World, rule: BoundRule, item: Holder, cause: Event | Cause, clock: int = NO_CLOCK
) -> Mapping[str, FactValue]:
    """Give the facts that a rule sees from a clock of the day, or at its end: its holder's, and the event behind's."""
    facts = world.facts(item, clock)
    if rule.of_event:
        event = event_behind(cause)
        if event is not None:
            return {**facts, **world.told(event, clock)}
    return facts


def event_behind(cause: Event | Cause) -> Event | None:
    """Give the event that stands behind what set a rule off (semantics 2.9); None behind a date or a due date."""
    while not isinstance(cause, Event):
        if cause.since is not None:
            return cause.since
        if cause.run is not None:
            return cause.run.event
        source = cause.source
        if source is None:
            return None
        if source.outcome in ("fulfilled", "fulfilled_late") and TRIGGERS[cause.kind].on is On.FULFILMENT:
            return source.closing_event
        cause = source.cause
    return cause
