"""A case and a day in, its log as it counts on that day out: cut, corrected, in order and understood; before replay."""

from rutinmotor.log.events import counting_events
from rutinmotor.log.meaning import days_of, facts_in, known_events, starting_facts, unknown_types

__all__ = ["counting_events", "days_of", "facts_in", "known_events", "starting_facts", "unknown_types"]
