"""A rule and a moment in, what it saw of facts and states then out, with what answered later (semantics 2.4 to 2.6)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from rutinmotor.engine.explanation.place_in_series import restarted
from rutinmotor.engine.explanation.replayed import ReplayedCase, shown_clock
from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay import Asked, Cause, Instance, Question, View, World
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder
from rutinmotor.language.constructs import FactRef


@dataclass(frozen=True, slots=True)
class Asking:
    """A rule as it is asked: in which case, for which item, when, and through what (None for a later one of a series).

    `clock` is that of the trigger, `shown` the same as local clocks showed it; without one the day's end is asked. What
    was missing then, a `question` has been given since.
    """

    replayed: ReplayedCase
    rule: BoundRule
    item: Holder
    day: int
    clock: int = NO_CLOCK
    shown: str | None = None
    cause: Event | Cause | None = None
    question: Question | None = None

    @property
    def end(self) -> World:
        """Facts and states at the end of the day."""
        return self.replayed.world(self.day)

    @property
    def view(self) -> View:
        """Facts and states as they are seen."""
        return View(self.end, self.clock)

    @property
    def known(self) -> Mapping[str, FactValue]:
        """The facts as they were seen then."""
        return self.replayed.seen(self.item, self.cause, self.day, self.clock)

    @property
    def since(self) -> Mapping[str, FactValue]:
        """The facts as they were seen then, and what has answered since."""
        return {**self.question.given, **self.known} if self.question is not None else self.known

    @property
    def at_end(self) -> Mapping[str, FactValue]:
        """The facts at the end of the day."""
        return self.replayed.seen(self.item, self.cause, self.day, NO_CLOCK)

    def as_of(self, seen: object, at_end: object) -> str | None:
        """Give the clock where what was seen from it is not what stood at the day's end."""
        return None if seen == at_end else self.shown

    def is_late(self, fact: str) -> bool:
        """Say whether a fact was missing then, and has been given since."""
        return self.question is not None and fact in self.question.given and self.known.get(fact) is None

    def fact(self, name: str) -> FactRef:
        """Give a fact as it stood then; one that was missing as it was when it answered."""
        if not self.is_late(name):
            return self.then(name)
        assert self.question is not None
        day = self.question.given_on[name]
        return replace(self.replayed.fact(self.rule, name, self.item, day, cause=self.cause), late=True)

    def then(self, name: str) -> FactRef:
        """Give a fact as it stood then."""
        return self.replayed.fact(self.rule, name, self.item, self.day, self.clock, self.cause)


def of_opening(replayed: ReplayedCase, instance: Instance) -> Asking:
    """Give how a rule was asked for an obligation, given as it arose, when that did."""
    later = instance.details is not None and instance.details.later
    clock, cause, question = instance.clock, instance.cause, replayed.question_of(instance)
    shown = shown_clock(cause) if clock != NO_CLOCK else None
    behind = None if later else cause
    return Asking(replayed, instance.rule, instance.item, instance.opened, clock, shown, behind, question)


def of_time(replayed: ReplayedCase, instance: Instance) -> Asking:
    """Give how a rule was asked for the time that an obligation, given as it arose, now has."""
    start = instance.opened if instance.details is None else instance.details.start
    again = [one for one in replayed.asked if restarted(one) and one.item == instance.item and one.day == start]
    if start <= instance.opened or not again:
        return of_opening(replayed, instance)
    last = again[-1]
    question = last.question if last.became == "undetermined" else None
    clock = instance.clock_on(start)
    return Asking(replayed, instance.rule, instance.item, start, clock, cause=last.cause, question=question)


def of_trigger(replayed: ReplayedCase, asked: Asked) -> Asking:
    """Give how a rule was asked of a trigger, or for a later one of the series that it began."""
    rule, item, day, cause, question = asked.rule, asked.item, asked.day, asked.cause, asked.question
    if asked.later or cause.day != day:
        return Asking(replayed, rule, item, day, question=question)
    return Asking(replayed, rule, item, day, cause.clock, shown_clock(cause), cause, question)
