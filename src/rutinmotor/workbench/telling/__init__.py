"""Rules, reasons and names in, sentences in Swedish or English out; the words that all tools of the workbench share."""

from rutinmotor.workbench.telling.counts import count_told
from rutinmotor.workbench.telling.endings import ended_by_told, ending_told, spares_told
from rutinmotor.workbench.telling.not_counted import not_counted_told
from rutinmotor.workbench.telling.questions import answered_told, asked_again_told
from rutinmotor.workbench.telling.reasons import (
    absent_told,
    condition_told,
    in_force_told,
    line_told,
    refusal_told,
    trigger_told,
)
from rutinmotor.workbench.telling.rules import RuleWords, demand_told, further_told
from rutinmotor.workbench.telling.terms import clock_told, event_told, free_told, length_told, quoted, value_told
from rutinmotor.workbench.telling.titles import Titles, Words, titles_of

__all__ = [
    "RuleWords",
    "Titles",
    "Words",
    "absent_told",
    "answered_told",
    "asked_again_told",
    "clock_told",
    "condition_told",
    "count_told",
    "demand_told",
    "ended_by_told",
    "ending_told",
    "event_told",
    "free_told",
    "further_told",
    "in_force_told",
    "length_told",
    "line_told",
    "not_counted_told",
    "quoted",
    "refusal_told",
    "spares_told",
    "titles_of",
    "trigger_told",
    "value_told",
]
