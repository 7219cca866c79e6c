"""A catalogue in, every name that it mentions with its path out; what the checks of names and facts walk over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum
from typing import NamedTuple

from rutinmotor.ground.diagnostics import Place
from rutinmotor.language.catalogue import (
    UNITS,
    Catalogue,
    CatalogueText,
    Condition,
    Deadline,
    Duration,
    Lead,
    Rule,
    Step,
    Trigger,
)

Path = tuple[str | int, ...]


class Kind(StrEnum):
    """What a name is the name of; facts by what they must give, urgency where a word is used or defined."""

    EVENT = "event"
    ACTOR = "actor"
    FACT = "fact"
    NUMBER_FACT = "number_fact"
    DATE_FACT = "date_fact"
    STATE = "state"
    CALENDAR = "calendar"
    RULE = "rule"
    CATALOGUE = "catalogue"
    URGENCY = "urgency"
    URGENCY_DEFINED = "urgency_defined"


class Mention(NamedTuple):
    """A name where it stands: `path` leads to it in the document, as a value or (`is_key`) as a key."""

    kind: Kind
    name: str
    path: Path
    is_key: bool = False

    def place(self, catalogue: Catalogue) -> Place:
        """Where in the catalogue's text the name stands."""
        return catalogue.key_place(*self.path) if self.is_key else catalogue.place(*self.path)


def mentions_in(text: CatalogueText) -> Iterator[Mention]:
    """Yield every mention of a name in a catalogue, those of its rules last, in the order of the rules."""
    yield from _each(Kind.CATALOGUE, text.uses, "uses")
    if text.scope:
        yield from _in_condition(text.scope, ("scope",))
    yield from _in_duration(text.warn, ("warn",))
    for word, duration in text.urgency.items():
        yield Mention(Kind.URGENCY_DEFINED, word, ("urgency", word), is_key=True)
        yield from _in_duration(duration, ("urgency", word))
    for name, state in text.states.items():
        yield from _each(Kind.EVENT, state.begins, "states", name, "begins")
        yield from _each(Kind.EVENT, state.ends, "states", name, "ends")
    for row, rule in enumerate(text.rules):
        yield from _in_rule(rule, ("rules", row))


def conditions_in(text: CatalogueText) -> Iterator[tuple[Condition, Path]]:
    """Yield every condition of a catalogue with its path: the scope, those of rules, and those in `any` and `all`."""
    if text.scope:
        yield from _nested(text.scope, ("scope",))
    for row, rule in enumerate(text.rules):
        if rule.only_if:
            yield from _nested(rule.only_if, ("rules", row, "only_if"))


def _nested(condition: Condition, path: Path) -> Iterator[tuple[Condition, Path]]:
    yield condition, path
    for key, parts in (("any", condition.any), ("all", condition.all)):
        for index, part in enumerate(parts):
            yield from _nested(part, (*path, key, index))


def _in_rule(rule: Rule, path: Path) -> Iterator[Mention]:
    yield from _each(Kind.ACTOR, rule.actor, *path, "actor")
    for index, trigger in enumerate(rule.trigger):
        yield from _in_trigger(trigger, (*path, "trigger", index))
    if rule.only_if:
        yield from _in_condition(rule.only_if, (*path, "only_if"))
    if rule.deadline:
        yield from _in_deadline(rule.deadline, (*path, "deadline"))
    yield from _each(Kind.EVENT, rule.fulfilled_by, *path, "fulfilled_by")
    yield from _each(Kind.EVENT, rule.ends_with, *path, "ends_with")
    for index, step in enumerate(rule.escalation):
        yield from _in_step(step, (*path, "escalation", index))
    if rule.repeat:
        yield from _in_duration(rule.repeat.every, (*path, "repeat", "every"))
    yield from _one(Kind.EVENT, rule.counts_from, *path, "counts_from")
    yield from _in_duration(rule.not_before, (*path, "not_before"))
    yield from _one(Kind.DATE_FACT, rule.backdating, *path, "backdating")
    yield from _one(Kind.STATE, rule.paused_while, *path, "paused_while")
    if rule.extended_by:
        yield Mention(Kind.EVENT, rule.extended_by.event, (*path, "extended_by", "event"))
        yield from _in_duration(rule.extended_by.by, (*path, "extended_by", "by"))
    yield from _in_duration(rule.warn, (*path, "warn"))


def _in_trigger(trigger: Trigger, path: Path) -> Iterator[Mention]:
    # An event that triggers is just its name: its path ends at the trigger itself.
    yield from _one(Kind.EVENT, trigger.event, *path)
    for key in ("overdue", "fulfilled", "ahead_of"):
        yield from _one(Kind.RULE, getattr(trigger, key), *path, key)
    yield from _one(Kind.STATE, trigger.state, *path, "state")
    yield from _in_duration(trigger.longer_than, (*path, "longer_than"))
    yield from _one(Kind.EVENT, trigger.missing, *path, "missing")
    yield from _one(Kind.EVENT, trigger.since, *path, "since")
    yield from _in_duration(trigger.for_, (*path, "for"))
    yield from _one(Kind.DATE_FACT, trigger.date, *path, "date")
    yield from _in_duration(trigger.plus, (*path, "plus"))
    yield from _in_duration(trigger.minus, (*path, "minus"))
    yield from _in_duration(trigger.by, (*path, "by"))


def _in_deadline(deadline: Deadline, path: Path) -> Iterator[Mention]:
    for unit in UNITS:
        if isinstance(number := getattr(deadline, unit), str):
            yield Mention(Kind.NUMBER_FACT, number, (*path, unit))
    yield from _one(Kind.CALENDAR, deadline.calendar, *path, "calendar")
    yield from _one(Kind.DATE_FACT, deadline.date, *path, "date")
    yield from _in_duration(deadline.plus, (*path, "plus"))
    yield from _in_duration(deadline.minus, (*path, "minus"))
    yield from _one(Kind.EVENT, deadline.before, *path, "before")
    yield from _one(Kind.URGENCY, deadline.urgency, *path, "urgency")
    if deadline.at_latest:
        yield from _in_deadline(deadline.at_latest, (*path, "at_latest"))


def _in_step(step: Step, path: Path) -> Iterator[Mention]:
    yield Mention(Kind.ACTOR, step.to, (*path, "to"))
    yield from _in_duration(step.after, (*path, "after"))
    yield from _in_duration(step.before, (*path, "before"))


def _in_duration(duration: Duration | None, path: Path) -> Iterator[Mention]:
    if duration is None:
        return
    yield from _one(Kind.CALENDAR, duration.calendar, *path, "calendar")
    if isinstance(duration, Lead):
        yield from _one(Kind.URGENCY, duration.urgency, *path, "urgency")


def _in_condition(condition: Condition, path: Path) -> Iterator[Mention]:
    for part, where in _nested(condition, path):
        for fact in part.facts:
            yield Mention(Kind.FACT, fact, (*where, fact), is_key=True)
        for state in part.state:
            yield Mention(Kind.STATE, state, (*where, "state", state), is_key=True)
        yield from _one(Kind.STATE, part.no_other_in, *where, "no_other_in")


def _one(kind: Kind, name: str | None, *path: str | int) -> Iterator[Mention]:
    if name is not None:
        yield Mention(kind, name, path)


def _each(kind: Kind, names: Iterable[str], *path: str | int) -> Iterator[Mention]:
    for index, name in enumerate(names):
        yield Mention(kind, name, (*path, index))
