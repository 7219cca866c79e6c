"""A rule and a year in, the examples that show where its time begins and ends out; above the engine, below views."""

from rutinmotor.boundaries.examples import boundaries_of
from rutinmotor.boundaries.values import Boundaries, DayStatus, Example, Kind, Turn

__all__ = ["Boundaries", "DayStatus", "Example", "Kind", "Turn", "boundaries_of"]
