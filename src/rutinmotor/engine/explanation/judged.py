"""A rule and a moment in, the lines of its conditions judged one by one out (semantics 2.4, 2.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from rutinmotor.engine.explanation.explanation import ConditionLine, Verdict, Wanted
from rutinmotor.engine.explanation.replayed import ReplayedCase, fact_named, shown_clock, state_named
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.plan import BoundRule, Holds, Node, NoOther, bind_test, typed
from rutinmotor.engine.replay import Asked, Cause, Instance, Question, View, World, event_behind, seen_facts
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder
from rutinmotor.language.catalogue import ORDER, Condition, Test
from rutinmotor.language.constructs import FactRef

Of = Literal["scope", "rule"]


@dataclass(frozen=True, slots=True)
class Asking:
    """A condition as it is asked: in which case, of which rule, for which item, when.

    `clock` is that of the trigger, `shown` the same as local clocks showed it; without one the day's end is asked.
    `cause` is what set the rule off, and `question` what is asked again later, if it is (semantics 2.6).
    """

    replayed: ReplayedCase
    rule: BoundRule
    item: Holder
    day: int
    clock: int = NO_CLOCK
    shown: str | None = None
    cause: Event | Cause | None = None
    question: Question | None = None

    def facts(self, clock: int) -> Mapping[str, FactValue]:
        """Give the facts as they were seen from a clock of the day, and of a question what has become known since."""
        if self.question is not None:
            return self.question.known
        if self.cause is not None:
            return seen_facts(self.end, self.rule, self.item, self.cause, clock)
        return self.end.facts(self.item, clock)

    def fact(self, name: str) -> FactRef:
        """Give a fact as it was seen, and who gave it."""
        day, clock = self.day, self.clock
        late = self.question is not None and name in self.question.given
        if name in self.rule.of_event:
            of = event_behind(self.cause) if self.cause is not None else None
            # Nothing told of an event is taken back, so that what has answered is what is known in the end.
            day, clock = (self.replayed.at, NO_CLOCK) if late else (day, clock)
            return self.replayed.fact_of_event(self.rule, name, of, day, clock)
        if late:
            day, clock = self.replayed.giving.first(name, self.item, day, clock), NO_CLOCK
        return self.replayed.fact(self.rule, name, self.item, day, clock)

    @property
    def end(self) -> World:
        """Facts and states at the end of the day."""
        return self.replayed.world(self.day)

    @property
    def view(self) -> View:
        """Facts and states as they are seen."""
        return View(self.end, self.clock)

    def as_of(self, seen: object, at_end: object) -> str | None:
        """Give the clock where what was seen from it is not what stood at the day's end."""
        return None if seen == at_end else self.shown


def of_opening(replayed: ReplayedCase, instance: Instance) -> Asking:
    """Give how an obligation's condition was asked when it opened."""
    clock, cause = instance.clock, instance.cause
    if (question := replayed.question_of(instance)) is not None:
        return of_question(replayed, question)
    shown = shown_clock(cause) if clock != NO_CLOCK else None
    return Asking(replayed, instance.rule, instance.item, instance.opened, clock, shown, cause)


def of_question(replayed: ReplayedCase, question: Question) -> Asking:
    """Give how a condition is asked again: as at the trigger, with what has become known since."""
    cause = question.cause
    clock = cause.clock if cause.day == question.day else NO_CLOCK
    shown = shown_clock(cause) if clock != NO_CLOCK else None
    return Asking(replayed, question.rule, question.item, question.day, clock, shown, cause, question)


def of_trigger(replayed: ReplayedCase, asked: Asked) -> Asking:
    """Give how a condition was asked of a trigger, or for a later one of the series that it began."""
    if asked.question is not None:
        return of_question(replayed, asked.question)
    cause = asked.cause
    if asked.later or cause.day != asked.day:
        return Asking(replayed, asked.rule, asked.item, asked.day, cause=cause)
    return Asking(replayed, asked.rule, asked.item, asked.day, cause.clock, shown_clock(cause), cause)


def judged(asking: Asking) -> tuple[ConditionLine, ...]:
    """Judge each line of the catalogue's scope, then of the rule's own condition, as they stood when it was asked."""
    rule = asking.rule
    found: list[ConditionLine] = []
    if (scope := rule.version.owner.text.scope) is not None:
        found += _lines(asking, scope, "scope")
    if (only_if := rule.version.rule.only_if) is not None:
        found += _lines(asking, only_if, "rule")
    return tuple(found)


def missing_facts(asking: Asking) -> tuple[Named, ...]:
    """Name the facts whose absence leaves the whole condition undecided; none if it is decided."""
    rule, view, item = asking.rule, asking.view, asking.item
    if rule.condition is None:
        return ()
    names = asking.replayed.names(rule)
    missing = rule.condition.missing(asking.facts(asking.clock), view, item)
    return tuple(fact_named(names, fact) for fact in sorted(set(missing)))


def _lines(asking: Asking, condition: Condition, of: Of) -> Iterator[ConditionLine]:
    """Judge a condition's lines, in the order in which they are bound."""
    item, end, view = asking.item, asking.end, asking.view
    names = asking.replayed.names(asking.rule)
    seen, at_end = asking.facts(asking.clock), asking.facts(NO_CLOCK)

    def verdict(node: Node) -> Verdict:
        return node.judge(seen, view, item)

    for name, test in condition.facts.items():
        kind = names.facts[name].text.kind
        held = verdict(bind_test(name, test, kind))
        fact = asking.fact(name)
        as_of = asking.as_of(seen.get(name), at_end.get(name))
        yield ConditionLine(of, "fact", held, fact_named(names, name), _wanted(test, kind), fact, as_of=as_of)
    for state, wanted in condition.state.items():
        as_of = asking.as_of(view.holds(state, item), end.holds(state, item))
        held, named = verdict(Holds(state, wanted)), state_named(names, state)
        yield ConditionLine(of, "state", held, named, (Wanted("is", (wanted,)),), as_of=as_of)
    if (state := condition.no_other_in) is not None:
        as_of = asking.as_of(view.holds_for_other(state, item), end.holds_for_other(state, item))
        yield ConditionLine(of, "no_other_in", verdict(NoOther(state)), state_named(names, state), as_of=as_of)
    if condition.all:
        yield _group(asking, condition.all, of, "all")
    if condition.any:
        yield _group(asking, condition.any, of, "any")


def _group(asking: Asking, conditions: tuple[Condition, ...], of: Of, kind: Literal["all", "any"]) -> ConditionLine:
    """Judge a group; a part of one line is that line, a part of several is a group of its own that must all hold."""
    parts: list[ConditionLine] = []
    for condition in conditions:
        lines = tuple(_lines(asking, condition, of))
        if len(lines) == 1 or kind == "all":
            parts += lines
        else:
            parts.append(ConditionLine(of, "all", _together(lines, "all"), parts=lines))
    return ConditionLine(of, kind, _together(tuple(parts), kind), parts=tuple(parts))


def _together(lines: tuple[ConditionLine, ...], kind: Literal["all", "any"]) -> Verdict:
    """Join verdicts by Kleene's three values."""
    verdicts = [line.verdict for line in lines]
    deciding = kind == "any"
    if deciding in verdicts:
        return deciding
    return None if None in verdicts else not deciding


def _wanted(test: Test, kind: str) -> tuple[Wanted, ...]:
    """Give what a test demands of a fact of the declared kind, a range as two demands."""

    def values(*given: FactValue) -> tuple[FactValue, ...]:
        return tuple(typed(value, kind) for value in given)

    if test.known is not None:
        return (Wanted("known", (test.known,)),)
    if test.is_ is not None:
        return (Wanted("is", values(*test.is_)),)
    if test.not_ is not None:
        return (Wanted("not", values(*test.not_)),)
    return tuple(Wanted(name, values(bound)) for name in ORDER if (bound := getattr(test, name)) is not None)
