"""Catalogues in, what is wrong or doubtful between their parts out; after reading, before plan."""

from rutinmotor.language.checks.allowed import sift
from rutinmotor.language.checks.checking import check, check_reading, check_texts, found_in

__all__ = [
    "check",
    "check_reading",
    "check_texts",
    "found_in",
    "sift",
]
