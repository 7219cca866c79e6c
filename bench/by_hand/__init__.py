"""A case in integers in, its obligations in integers out: the rules of routines.yaml, written by hand for speed."""

from by_hand.lives import by_hand

__all__ = ["by_hand"]
