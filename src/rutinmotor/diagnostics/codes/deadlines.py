"""RM3xx: deadlines that cannot be counted or met; data only."""

from rutinmotor.diagnostics.codes.code import Code

CODES: tuple[Code, ...] = ()
