"""Conditions and times of rules in, what they cover and how long they take out; asked by lints and by diff."""

from rutinmotor.language.logic.boxes import Every, Formula, narrowed, opposite, possible
from rutinmotor.language.logic.combinations import listed
from rutinmotor.language.logic.covering import Cover, alike, cover_of, outline_of
from rutinmotor.language.logic.intervals import common, spell_of, spells, when_both
from rutinmotor.language.logic.regions import Space, Variable, satisfiable, space_of
from rutinmotor.language.logic.rings import rings_in
from rutinmotor.language.logic.spans import deadline_length, length_of
from rutinmotor.language.logic.starts import NEVER, Link, Lives, first_days, in_force, is_dead, links_between, lives_of
from rutinmotor.language.logic.times import lead_of, longest_time, time_to_date, trigger_date
from rutinmotor.language.logic.versions import Known, known_versions

__all__ = [
    "NEVER",
    "Cover",
    "Every",
    "Formula",
    "Known",
    "Link",
    "Lives",
    "Space",
    "Variable",
    "alike",
    "common",
    "cover_of",
    "deadline_length",
    "first_days",
    "in_force",
    "is_dead",
    "known_versions",
    "lead_of",
    "length_of",
    "links_between",
    "listed",
    "lives_of",
    "longest_time",
    "narrowed",
    "opposite",
    "outline_of",
    "possible",
    "rings_in",
    "satisfiable",
    "space_of",
    "spell_of",
    "spells",
    "time_to_date",
    "trigger_date",
    "when_both",
]
