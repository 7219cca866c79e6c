"""An Evaluation in, the table or the records that people and systems read out; for all that shows obligations."""

from rutinmotor.workbench.answer.obligations import cause
from rutinmotor.workbench.answer.records import (
    COLUMNS,
    Record,
    case_record,
    catalogue_records,
    cell,
    error_record,
    rows,
)
from rutinmotor.workbench.answer.selection import Selection, Tally
from rutinmotor.workbench.answer.table import case_lines, error_lines, summary_lines

__all__ = [
    "COLUMNS",
    "Record",
    "Selection",
    "Tally",
    "case_lines",
    "case_record",
    "catalogue_records",
    "cause",
    "cell",
    "error_lines",
    "error_record",
    "rows",
    "summary_lines",
]
