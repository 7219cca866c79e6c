"""Catalogues in, all that is wrong between their parts out, with a few warnings; after reading, before plan."""

from rutinmotor.language.checks.allowed import sift
from rutinmotor.language.checks.checking import check, check_reading, check_texts, found_in

__all__ = [
    "check",
    "check_reading",
    "check_texts",
    "found_in",
    "sift",
]
