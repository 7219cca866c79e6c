"""A trigger that could not be judged in, the questions that are open out; the fourth of replay's five parts.

A question is put by a trigger whose condition or deadline rests on a fact that nobody has given (semantics 2.5). It
stays open until it is answered, or closed: then whoever asks is told. What it needs for its answer is kept with it:
what was known and held at the trigger, and the world as it stood when that day ended; and beside it, while any
question is open, the days that have been lived since.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Literal, TypeAlias

from rutinmotor.engine.plan import BoundRule, Node
from rutinmotor.engine.replay.behind import event_behind
from rutinmotor.engine.replay.days_since import DaysSince
from rutinmotor.engine.replay.instance import Cause, Instance, Series
from rutinmotor.engine.replay.world import World
from rutinmotor.language.case import Event, FactValue, Holder

# What is to be done when it is answered: open one, start the time of what is open again, go on with a series.
Wish: TypeAlias = Literal["open", "restart", "go_on"]
# How it was closed: opened by yes, closed by no, by an ending, by a later trigger or its own answering event; or, where
# the rule does not add, as one was open already.
Became: TypeAlias = Literal["opened", "no", "ended", "overtaken", "kept"]


@dataclass(slots=True, eq=False)
class Question:
    """One trigger of a rule, for an item or the case, that could not be judged on its day.

    `rest` is what is left of the condition, None if it was true; `facts` are those that the rule asks for, as they were
    known then. `wanted` are those that it was left undecided by, or that its deadline reads (`needs`), and `given` the
    first value that each has got since; `missing` names those that leave it undecided now. `world` is the world as its
    day ended, and `older` whether one of the rule was open when it began. `series` is the one that waits, of `go_on`.
    """

    rule: BoundRule
    item: Holder
    cause: Event | Cause
    day: int
    wish: Wish
    rest: Node | None
    facts: Mapping[str, FactValue]
    needs: Sequence[str]
    wanted: Sequence[str]
    missing: tuple[str, ...]
    world: World
    older: bool
    inherited: int | None = None
    series: Series | None = None
    given: dict[str, FactValue] = field(default_factory=dict[str, FactValue])
    # The day on which each of `given` came.
    given_on: dict[str, int] = field(default_factory=dict[str, int])
    # Of `given`, what has come on the last day that brought something.
    came: Mapping[str, FactValue] = field(default_factory=dict[str, FactValue])
    # Its place in the order in which questions were put.
    number: int = 0
    became: Became | None = None
    closed_on: int = 0
    closed_by: Event | None = None

    def kept(self) -> World:
        """Give the world as the question's day ended, to be lived on from with what has become known since."""
        world = self.world.kept(self.item, self.world.states, whole=True)
        for fact, value in self.given.items():
            if fact not in self.rule.of_event:
                world.learn(self.item, fact, value)
        return world

    @property
    def known(self) -> dict[str, FactValue]:
        """What was known at the trigger, and what has become known since."""
        return {**self.facts, **self.given}


class Questions:
    """The questions that are open, by rule and holder and by the facts that they want; and the days lived since."""

    __slots__ = ("_by_event", "_by_fact", "_numbers", "answered", "days", "fresh", "open")

    def __init__(self) -> None:
        # By group, then holder, in the order in which they were put.
        self.open: dict[int, dict[Holder, list[Question]]] = {}
        # By fact, then holder; a dict for a set that keeps its order.
        self._by_fact: dict[str, dict[Holder, dict[Question, None]]] = {}
        # Likewise, by fact and the identity of the event of which it is wanted.
        self._by_event: dict[tuple[str, int], dict[Question, None]] = {}
        # Those that were put today.
        self.fresh: list[Question] = []
        # What answers have opened, of rules that do not add, by group and holder.
        self.answered: dict[tuple[int, Holder], list[Instance]] = {}
        # Every day lived since the first of the open ones was put, and that day too.
        self.days = DaysSince()
        self._numbers = count()

    def put(self, question: Question) -> None:
        """Enter a question as open; that it was put today is for the caller to note."""
        question.number = next(self._numbers)
        self.open.setdefault(question.rule.group, {}).setdefault(question.item, []).append(question)
        for fact in question.wanted:
            self._wanting(question, fact)[question] = None

    def close(self, question: Question, became: Became, day: int, by: Event | None = None) -> None:
        """Close a question on a day."""
        question.became, question.closed_on, question.closed_by = became, day, by
        by_item = self.open[question.rule.group]
        by_item[question.item].remove(question)
        if not by_item[question.item]:
            del by_item[question.item]
            if not by_item:
                del self.open[question.rule.group]
        for fact in question.wanted:
            self.want_no_more(question, fact)
        if not self.open:
            self.days.forget()

    def _wanting(self, question: Question, fact: str) -> dict[Question, None]:
        """Give those that want the same of the same holder, or of the same event."""
        if fact in question.rule.of_event:
            return self._by_event.setdefault((fact, id(event_behind(question.cause))), {})
        return self._by_fact.setdefault(fact, {}).setdefault(question.item, {})

    def want_no_more(self, question: Question, fact: str) -> None:
        """Note that a question no longer waits for a fact: it has come, or can answer it no more."""
        wanting = self._wanting(question, fact)
        wanting.pop(question, None)
        if not wanting and fact not in question.rule.of_event:
            del self._by_fact[fact][question.item]

    def wanting_of(self, fact: str, event: int) -> Iterator[Question]:
        """Give the open ones that want a fact of an event, given by its identity."""
        yield from self._by_event.get((fact, event), ())

    def all_open(self) -> Iterator[Question]:
        """Give every open question."""
        return (one for by_item in self.open.values() for some in by_item.values() for one in some)

    def of(self, group: int, item: Holder) -> Sequence[Question]:
        """Give the open ones of a rule for that very item or the case."""
        return self.open.get(group, {}).get(item, ())

    def bearing(self, groups: Iterable[int], item: Holder) -> Iterator[Question]:
        """Give the open ones of some rules on which an event of that item bears (semantics 3.3)."""
        for group in groups:
            by_item = self.open.get(group, {})
            for holder in list(by_item) if item is None else (item, None):
                yield from tuple(by_item.get(holder, ()))

    def wanting(self, fact: str, holder: Holder) -> Iterator[Question]:
        """Give the open ones that want a fact which is given of an item, or of the case and so of every item."""
        by_item = self._by_fact.get(fact)
        if by_item:
            for item in tuple(by_item) if holder is None else (holder,):
                yield from by_item.get(item, ())
