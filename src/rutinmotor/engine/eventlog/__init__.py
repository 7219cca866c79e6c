"""A case and a day in, its log as it counts on that day out: cut, corrected, in order and understood; before replay."""

from rutinmotor.engine.eventlog.events import counting_events
from rutinmotor.engine.eventlog.meaning import days_of, facts_in, known_events, starting_facts, unknown_types
from rutinmotor.engine.eventlog.order import canonical, later_recorded, recorded_moment

__all__ = [
    "canonical",
    "counting_events",
    "days_of",
    "facts_in",
    "known_events",
    "later_recorded",
    "recorded_moment",
    "starting_facts",
    "unknown_types",
]
