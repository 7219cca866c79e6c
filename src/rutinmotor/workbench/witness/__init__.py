"""A rule and a day in, the shortest case in which the rule opens on that day out; for tools that need examples."""

from rutinmotor.workbench.witness.setting import with_event
from rutinmotor.workbench.witness.witness import Witness, witness_for, witnesses

__all__ = ["Witness", "with_event", "witness_for", "witnesses"]
