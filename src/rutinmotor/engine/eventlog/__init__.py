"""A case and a day in, its log as it counts on that day out: cut, corrected, in order and understood; before replay."""

from rutinmotor.engine.eventlog.events import Log, counting_events
from rutinmotor.engine.eventlog.meaning import days_of, facts_in, known_events, starting_facts, unknown_types
from rutinmotor.engine.eventlog.order import canonical, later_recorded, recorded_moment
from rutinmotor.engine.eventlog.unknown import Unknown, unknown_fact_faults, unknown_facts

__all__ = [
    "Log",
    "Unknown",
    "canonical",
    "counting_events",
    "days_of",
    "facts_in",
    "known_events",
    "later_recorded",
    "recorded_moment",
    "starting_facts",
    "unknown_fact_faults",
    "unknown_facts",
    "unknown_types",
]
