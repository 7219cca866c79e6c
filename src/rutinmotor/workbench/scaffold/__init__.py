"""Rules and cases in, drafts of scenarios and of rules out, for people to go on with; what `new` and `record` write."""

from rutinmotor.workbench.scaffold.draft import Draft, rows_of
from rutinmotor.workbench.scaffold.new_rule import RuleDraft, Word, id_from, with_rule
from rutinmotor.workbench.scaffold.record import recorded
from rutinmotor.workbench.scaffold.recording_text import default_title, file_notes, recorded_lines, refused_lines
from rutinmotor.workbench.scaffold.templates import catalogue_text, rule_hints, rule_text
from rutinmotor.workbench.scaffold.text import draft_text, wish_title
from rutinmotor.workbench.scaffold.time_words import NoCalendar, deadline_of
from rutinmotor.workbench.scaffold.wishes import WISHES, Wish, possible_wishes, wished

__all__ = [
    "WISHES",
    "Draft",
    "NoCalendar",
    "RuleDraft",
    "Wish",
    "Word",
    "catalogue_text",
    "deadline_of",
    "default_title",
    "draft_text",
    "file_notes",
    "id_from",
    "possible_wishes",
    "recorded",
    "recorded_lines",
    "refused_lines",
    "rows_of",
    "rule_hints",
    "rule_text",
    "wish_title",
    "wished",
    "with_rule",
]
