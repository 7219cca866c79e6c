"""RM7xx: scenarios, the rules' own tests; data only."""

from rutinmotor.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = ()
