"""Two rule sets and a case in, what the new one changes for it out; what `impact` shows."""

from rutinmotor.workbench.impact.asking import Asked, Under, Unjudged, asked
from rutinmotor.workbench.impact.changes import ASPECTS, CHANGE_KINDS, GAP_KINDS, CaseImpact
from rutinmotor.workbench.impact.counts import KINDS, Counts
from rutinmotor.workbench.impact.counts_text import Span, count_lines, summary_lines
from rutinmotor.workbench.impact.reasons import reasons_of
from rutinmotor.workbench.impact.records import (
    IMPACT_COLUMNS,
    counts_record,
    impact_error_record,
    impact_record,
    impact_rows,
)
from rutinmotor.workbench.impact.succession import Inseparable
from rutinmotor.workbench.impact.text import (
    ListedCase,
    either,
    heading_lines,
    impact_lines,
    left_out_lines,
    unjudged_lines,
)

__all__ = [
    "ASPECTS",
    "CHANGE_KINDS",
    "GAP_KINDS",
    "IMPACT_COLUMNS",
    "KINDS",
    "Asked",
    "CaseImpact",
    "Counts",
    "Inseparable",
    "ListedCase",
    "Span",
    "Under",
    "Unjudged",
    "asked",
    "count_lines",
    "counts_record",
    "either",
    "heading_lines",
    "impact_error_record",
    "impact_lines",
    "impact_record",
    "impact_rows",
    "left_out_lines",
    "reasons_of",
    "summary_lines",
    "unjudged_lines",
]
