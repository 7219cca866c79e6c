"""A rule and a year in, the examples that show where its time begins and ends out; what `boundaries` shows."""

from rutinmotor.workbench.boundaries.boundary import KINDS, Boundaries, Order, Timing, TrialKind, Which
from rutinmotor.workbench.boundaries.examples import boundaries_of
from rutinmotor.workbench.boundaries.records import Written, boundary_record, boundary_scenarios
from rutinmotor.workbench.boundaries.text import boundary_lines

__all__ = [
    "KINDS",
    "Boundaries",
    "Order",
    "Timing",
    "TrialKind",
    "Which",
    "Written",
    "boundaries_of",
    "boundary_lines",
    "boundary_record",
    "boundary_scenarios",
]
