"""The words that stand in a deadline's place: `none`, no due date, and `continuous`, always (semantics 4.4)."""

from __future__ import annotations

from rutinmotor.ground.words import said
from rutinmotor.language.constructs.deadlines.kind import DeadlineKind, Words

_BARS = frozenset({"repeat", "paused_while", "extended_by", "counts_within"})


def _none(written: object, words: Words) -> str:
    return said(words.lang, "utan någon sista dag", "without any last day")


def _continuous(written: object, words: Words) -> str:
    return said(words.lang, "hela tiden", "all the time")


NONE = DeadlineKind(keys=("none",), say=_none, timing="open", bars=_BARS)
CONTINUOUS = DeadlineKind(keys=("continuous",), say=_continuous, timing="standing", bars=_BARS)
