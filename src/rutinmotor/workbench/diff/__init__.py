"""Two sets of catalogues in, what changed in meaning between them out; what `diff` shows."""

from rutinmotor.workbench.diff.comparison import compare, rules_called
from rutinmotor.workbench.diff.difference import Between, Comparison, Effect, Kind, Subject
from rutinmotor.workbench.diff.text import change_lines, change_markdown, change_records

__all__ = [
    "Between",
    "Comparison",
    "Effect",
    "Kind",
    "Subject",
    "change_lines",
    "change_markdown",
    "change_records",
    "compare",
    "rules_called",
]
