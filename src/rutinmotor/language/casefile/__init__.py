"""Case files or plain data in, Cases out, each with what is wrong in its shape; before any rule has seen them."""

from rutinmotor.language.casefile.case_files import (
    CaseRead,
    once_each,
    read_case,
    read_case_lines,
    read_cases,
    read_placed,
)
from rutinmotor.language.casefile.schema_of_case import case_schema

__all__ = ["CaseRead", "case_schema", "once_each", "read_case", "read_case_lines", "read_cases", "read_placed"]
