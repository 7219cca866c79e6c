"""The families of codes in, one register by code out; data only, put together on import."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity
from rutinmotor.ground.diagnostics.codes.register import CODES, FAMILIES

__all__ = ["CODES", "FAMILIES", "Code", "Severity"]
