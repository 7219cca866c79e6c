"""Two rule sets and a case in, what the new one changes for it out; after explanation, before the views."""

from rutinmotor.impact.asking import Asked, Unjudged
from rutinmotor.impact.changes import (
    ASPECTS,
    CHANGE_KINDS,
    GAP_KINDS,
    CaseImpact,
    Change,
    ChangeKind,
    Gap,
    GapKind,
    compare,
)
from rutinmotor.impact.counts import KINDS, Counts, Kind
from rutinmotor.impact.grounds import Reason
from rutinmotor.impact.reasons import reasons_of
from rutinmotor.impact.succession import Inseparable

__all__ = [
    "ASPECTS",
    "CHANGE_KINDS",
    "GAP_KINDS",
    "KINDS",
    "Asked",
    "CaseImpact",
    "Change",
    "ChangeKind",
    "Counts",
    "Gap",
    "GapKind",
    "Inseparable",
    "Kind",
    "Reason",
    "Unjudged",
    "compare",
    "reasons_of",
]
