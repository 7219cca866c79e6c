"""RM4xx: steps of an escalation; data only."""

from rutinmotor.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = ()
