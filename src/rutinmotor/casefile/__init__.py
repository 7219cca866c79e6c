"""Case files or plain data in, Cases out, each with what is wrong in its shape; before any rule has seen them."""

from rutinmotor.casefile.reading import CaseRead, read_case, read_case_lines, read_cases
from rutinmotor.casefile.schema import case_schema

__all__ = ["CaseRead", "case_schema", "read_case", "read_case_lines", "read_cases"]
