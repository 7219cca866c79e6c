"""The families of codes in, one register by code out; data only, put together on import."""

from rutinmotor.ground.diagnostics.codes.code import Code, Severity
from rutinmotor.ground.diagnostics.codes.register import CODES

__all__ = ["CODES", "Code", "Severity"]
