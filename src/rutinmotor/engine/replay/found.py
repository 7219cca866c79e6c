"""What replay comes upon in, what answers and explanations are made from out; the last of replay's five parts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.instance import Cause, Instance, Run
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import Event, Holder

Became: TypeAlias = Literal[
    "opened", "waits", "kept", "restarted", "refused", "undetermined", "not_in_force", "no_items"
]


class Asked(NamedTuple):
    """What became of one trigger of a rule that is watched; `no_items` where there is no item to open for.

    It `waits` where the series that it began opens its first with the next period.
    `later` says that it was asked for a later one of the series that the trigger began. Of what was undetermined,
    `question` is what is asked again.
    """

    day: int
    rule: BoundRule
    item: Holder
    cause: Event | Cause
    became: Became
    later: bool = False
    question: Question | None = None


class PassedDate(NamedTuple):
    """A fact's date of which the day that a rule waits for was past on the `day` on which it became known."""

    day: int
    rule: BoundRule
    item: Holder
    fact: str
    date: date


class CalledOff(NamedTuple):
    """A timer of a rule that is watched, which what ended that rule had called off when it fired (semantics 3.6)."""

    day: int
    rule: BoundRule
    item: Holder
    cause: Cause
    by: Event | Cause


class ByAnswer(NamedTuple):
    """An obligation of a rule that is watched, the question whose answer brought it, and the day its time first began.

    That is the day on which it would have opened, had the facts been known in time.
    """

    instance: Instance
    question: Question
    arose: int


class CaseWide(NamedTuple):
    """What an event without an item has ended of a rule for an item; an obligation, or None for a series."""

    rule: BoundRule
    item: str
    event: Event
    instance: Instance | None


class Found:
    """What has arisen so far. It is only written while replay lives, and read when it is over.

    `watched` is the group of the rule of which triggers and extensions are noted too, or None; with it all events are.
    """

    __slots__ = (
        "_clocks",
        "_clocks_of",
        "asked",
        "by_answer",
        "called_off",
        "changed",
        "ended_with_case",
        "extended",
        "hidden",
        "instances",
        "lived",
        "met_no_item",
        "older",
        "passed_dates",
        "run_out",
        "too_soon",
        "watched",
    )

    def __init__(self, watched: int | None) -> None:
        self.watched = watched
        # In the order of opening.
        self.instances: list[Instance] = []
        # Triggers that met no item, and what case-wide endings have ended; whether or not a rule is watched.
        self.met_no_item: list[Asked] = []
        self.ended_with_case: list[CaseWide] = []
        self.asked: list[Asked] = []
        # Of one that was answered for within a life lived anew the last one counts.
        self.by_answer: list[ByAnswer] = []
        self.called_off: list[CalledOff] = []
        self.extended: list[tuple[Instance, Event]] = []
        # By group, holder, fact and date.
        self.passed_dates: dict[tuple[int, Holder, str, date], PassedDate] = {}
        # The runs that have ended without an event, by state, in the order of their ends.
        self.run_out: dict[str, list[Run]] = {}
        # The events lived, in order.
        self.lived: list[Happening] = []
        # The identities of events and of obligations that they did not serve, as something older was there.
        self.older: set[tuple[int, int]] = set()
        # The first day on which events would have fulfilled an obligation that they came too soon for, likewise.
        self.too_soon: dict[tuple[int, int], int] = {}
        # Set by whatever the answer would show.
        self.changed = False
        # What a pause hides while its time starts again, so that the answer shows it no sooner than it is past.
        self.hidden: list[Instance] = []
        # The clocks of what has arisen since a number, by rule and holder; and that number and the next one.
        self._clocks: dict[tuple[int, Holder], list[int]] = {}
        self._clocks_of = (0, 0)

    def clocks_since(self, first: int, group: int, item: Holder) -> Sequence[int]:
        """Give the clocks of a rule's obligations of a holder from the `first`-th on; on the day of their opening."""
        since, gathered = self._clocks_of
        if since != first:
            self._clocks, gathered = {}, first
        for instance in islice(self.instances, gathered, None):
            self._clocks.setdefault((instance.rule.group, instance.item), []).append(instance.clock)
        self._clocks_of = first, len(self.instances)
        return self._clocks.get((group, item), ())

    def note_passed(self, passed: PassedDate) -> None:
        """Note that a fact's date was past when it became known, once for a rule."""
        self.passed_dates.setdefault((passed.rule.group, passed.item, passed.fact, passed.date), passed)

    def note(self, day: int, rule: BoundRule, item: Holder, cause: Event | Cause, became: Became) -> None:
        """Note what became of a trigger, if the rule is watched."""
        if rule.group == self.watched:
            self.asked.append(Asked(day, rule, item, cause, became))

    def note_later(self, day: int, rule: BoundRule, item: Holder, cause: Event | Cause) -> None:
        """Note that a later one of a series was refused, if the rule is watched."""
        if rule.group == self.watched:
            self.asked.append(Asked(day, rule, item, cause, "refused", later=True))

    def note_question(self, question: Question) -> None:
        """Note that a question was put, if the rule is watched."""
        rule = question.rule
        if rule.group == self.watched:
            later = question.wish == "go_on"
            self.asked.append(Asked(question.day, rule, question.item, question.cause, "undetermined", later, question))

    def note_answer(self, instance: Instance, question: Question, arose: int) -> None:
        """Note that an answer has brought an obligation, if the rule is watched."""
        if instance.rule.group == self.watched:
            self.by_answer.append(ByAnswer(instance, question, arose))

    def take_time_notes(self, other: Found, alone: Instance, instance: Instance) -> None:
        """Take over what was noted of a time that one lived alone, and that another goes on with."""
        self.extended += [(instance, event) for extended, event in other.extended if extended is alone]

    def take_notes(self, other: Found) -> None:
        """Take over what was noted of a life lived anew."""
        self.ended_with_case += other.ended_with_case
        self.asked += other.asked
        self.extended += other.extended
        self.older |= other.older
        self.too_soon |= other.too_soon
        self.by_answer += other.by_answer

    def note_called_off(self, day: int, rule: BoundRule, item: Holder, cause: Cause, by: Event | Cause) -> None:
        """Note that a timer that would have fired was called off, if the rule is watched and in force."""
        if rule.group == self.watched and rule.in_force(day):
            self.called_off.append(CalledOff(day, rule, item, cause, by))

    def note_no_item(self, day: int, rule: BoundRule, cause: Event | Cause) -> None:
        """Note that a trigger of a rule that opens one for each item met none."""
        self.met_no_item.append(Asked(day, rule, None, cause, "no_items"))
        self.note(day, rule, None, cause, "no_items")
        self.changed = True

    def note_extension(self, instance: Instance, event: Event) -> None:
        """Note that an event has moved a due date, if the rule is watched."""
        if instance.rule.group == self.watched:
            self.extended.append((instance, event))

    def note_older(self, event: Event, instance: Instance) -> None:
        """Note that an event did not serve an obligation as something older was there, if the rule is watched."""
        if instance.rule.group == self.watched:
            self.older.add((id(event), id(instance)))

    def note_too_soon(self, event: Event, instance: Instance, first: int) -> None:
        """Note that an event came before the first day that counts for an obligation, if the rule is watched."""
        if instance.rule.group == self.watched:
            self.too_soon[id(event), id(instance)] = first
