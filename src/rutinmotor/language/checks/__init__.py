"""Catalogues in, what is wrong or doubtful between their parts out; after reading, before plan."""

from rutinmotor.language.checks.allowed import sift
from rutinmotor.language.checks.checking import CHECKS, check, check_reading, check_texts, found_in
from rutinmotor.language.checks.mentions import Kind, Path, conditions_in, mentions_in

__all__ = [
    "CHECKS",
    "Kind",
    "Path",
    "check",
    "check_reading",
    "check_texts",
    "conditions_in",
    "found_in",
    "mentions_in",
    "sift",
]
