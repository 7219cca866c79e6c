"""An engine, a case and a day in, the case as it stood at the end of any day out; all here look back through it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Literal

from rutinmotor.engine.engine import Engine, plan_of, replay_of
from rutinmotor.engine.evaluation import Keyed, UnknownEvents, UnknownFacts
from rutinmotor.engine.explanation.giving import Gift, Giving, is_after
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.plan import BoundRule, Plan
from rutinmotor.engine.replay import (
    AT_MOST,
    Asked,
    Cause,
    Happening,
    Instance,
    Order,
    Question,
    Replay,
    World,
    event_behind,
)
from rutinmotor.language.case import NO_CLOCK, Case, Event, FactValue, Holder, clock_of
from rutinmotor.language.catalogue import Names, names_of
from rutinmotor.language.constructs import EventRef, FactGiven, FactRef, Kind


class ReplayedCase:
    """One rule in one case, replayed up to the day asked, and up to earlier days when they are asked about.

    Days are ordinals. Nothing is kept while replay runs but what became of each trigger: the facts of a day are those
    that the same log gives when it is replayed up to that day (semantics 6.6).
    """

    __slots__ = (
        "_arisen",
        "_at_most",
        "_by_type",
        "_case",
        "_closers",
        "_engine",
        "_giving",
        "_known",
        "_names",
        "_originals",
        "_unknown",
        "_worlds",
        "at",
        "group",
        "keyed",
        "replay",
    )

    def __init__(
        self,
        engine: Engine,
        case: Case,
        group: int,
        at: int,
        known: int | None,
        unknown_events: UnknownEvents,
        unknown_facts: UnknownFacts = None,
        at_most: int = AT_MOST,
    ) -> None:
        """Replay the case; `group` is the rule's. Raises CaseError as `Engine.evaluate`."""
        self._engine, self._case, self._known = engine, case, known
        self._unknown: tuple[UnknownEvents, UnknownFacts] = unknown_events, unknown_facts
        self.group = group
        self.at = at
        self._at_most = at_most
        self.replay: Replay = replay_of(engine, case, at, known, *self._unknown, group, at_most)[0]
        self.keyed = Keyed(self.replay.instances)
        self._worlds: dict[int, World] = {at: self.replay.world}
        self._names = names_of(engine.catalogues)
        self._by_type: dict[str, list[Happening]] | None = None
        self._closers: dict[int, list[Instance]] | None = None
        self._giving: Giving | None = None
        # By the identity of one that an answer opened, it as it arose; and the other way round.
        self._arisen: dict[int, tuple[Instance, Question]] = {}
        self._originals: dict[int, Instance] = {}
        for one, question, arose in self.replay.by_answer:
            as_arisen = _as_arisen(one, arose)
            self._arisen[id(one)] = as_arisen, question
            self._originals[id(as_arisen)] = one

    @property
    def plan(self) -> Plan:
        """All rules, bound."""
        return plan_of(self._engine)

    @property
    def versions(self) -> tuple[BoundRule, ...]:
        """Every version of the rule, the earliest first."""
        return plan_of(self._engine).versions[self.group]

    @property
    def events(self) -> Iterator[Event]:
        """Every event that counts, in the order of the log."""
        return (event for event, _ in self.replay.lived)

    def happened(self, type_: str) -> Sequence[Happening]:
        """Give the events of a type, in the order of the log."""
        if self._by_type is None:
            self._by_type = {}
            for happening in self.replay.lived:
                self._by_type.setdefault(happening[0].type or "", []).append(happening)
        return self._by_type.get(type_, ())

    def closed_by(self, event: Event) -> Sequence[Instance]:
        """Give the obligations of the rule that an event has closed, as they arose, in the order of opening."""
        if self._closers is None:
            self._closers = {}
            for instance in self.arisen:
                if instance.closing is not None:
                    self._closers.setdefault(id(instance.closing), []).append(instance)
        return self._closers.get(id(event), ())

    @property
    def asked(self) -> Sequence[Asked]:
        """What became of each trigger of the rule, in order."""
        return self.replay.asked

    @property
    def instances(self) -> list[Instance]:
        """Every obligation of the rule, in the order of opening."""
        return self.instances_of(self.versions[0].id)

    @property
    def arisen(self) -> list[Instance]:
        """Every obligation of the rule as it would be had all been known in time, in the order of opening."""
        return [self.as_arisen(instance) for instance in self.instances]

    def as_arisen(self, instance: Instance) -> Instance:
        """Give an obligation as it would be had all been known in time (semantics 2.6); most are so."""
        found = self._arisen.get(id(instance))
        return instance if found is None else found[0]

    def question_of(self, instance: Instance) -> Question | None:
        """Give the question whose answer opened an obligation that is given as it arose, or brought it with others."""
        found = self._arisen.get(id(self.original(instance)))
        return None if found is None else found[1]

    def original(self, arisen: Instance) -> Instance:
        """Give an obligation as it opened."""
        return self._originals.get(id(arisen), arisen)

    def order(self, happening: Happening, arisen: Instance) -> Order | Literal["older"]:
        """Say how an event of the day on which an obligation arose stands to that; as `Replay.order`."""
        return self.replay.order(happening, self.original(arisen), arisen)

    def extended_by(self, arisen: Instance) -> list[Event]:
        """Give the events that have extended an obligation, in order."""
        original = self.original(arisen)
        return [event for extended, event in self.replay.extended if extended is original]

    def instances_of(self, rule: str) -> list[Instance]:
        """Give every obligation of the rule of that full id, in the order of opening."""
        return [instance for instance in self.replay.instances if instance.rule.id == rule]

    def world(self, day: int) -> World:
        """Give facts, states and items as they stood at the end of a day, up to the day asked."""
        world = self._worlds.get(day)
        if world is None:
            lived, _ = replay_of(self._engine, self._case, day, self._known, *self._unknown, at_most=self._at_most)
            world = self._worlds[day] = lived.world
        return world

    def names(self, rule: BoundRule) -> Names:
        """Give what the rule's catalogue can name."""
        return self._names[rule.version.owner.id]

    def rule_named(self, full_id: str) -> Named:
        """Name a rule, by the title of its latest version."""
        versions = plan_of(self._engine).group_of(full_id)
        title = versions[-1].version.rule.title if versions else None
        return Named(full_id, title or full_id)

    def event(self, event: Event) -> EventRef:
        """Name an event of the log."""
        title = next(
            (
                one.text.events[event.type or ""].title
                for one in self._engine.catalogues
                if event.type in one.text.events
            ),
            None,
        )
        return EventRef(
            event.id,
            event.type or "",
            title or event.type or "",
            as_date(event.day or 0),
            shown_clock(event),
            event.item,
        )

    def seen(self, item: Holder, cause: Event | Cause | None, day: int, clock: int) -> Mapping[str, FactValue]:
        """Give the facts that a rule sees: the item's, with the case's beneath, and those of the event behind a cause.

        With a `clock` as they were seen from that instant of the day, else at the day's end.
        """
        facts = self.world(day).facts(item, clock)
        behind = None if cause is None else event_behind(cause)
        # What is told of an event is never taken back, and so the last world knows it all.
        told = {} if behind is None else self.replay.world.events.told(behind, day, clock)
        return {**facts, **told} if told else facts

    def fact(
        self,
        rule: BoundRule,
        name: str,
        item: Holder,
        day: int,
        clock: int = NO_CLOCK,
        cause: Event | Cause | None = None,
    ) -> FactRef:
        """Give a fact as it stood for an item, or the case, where it stood (semantics 2.2), and how it came to.

        With a `clock` as in `seen`. What belongs to a happening is told of the event behind the `cause` (2.9).
        """
        if name in rule.of_event:
            return self._fact_of_event(rule, name, None if cause is None else event_behind(cause), day, clock)
        if self._giving is None:
            self._giving = Giving(plan_of(self._engine), self.replay.lived)
        world = self.world(day)
        own = None if item is None else world.own(item, name, clock)
        beneath = world.own(None, name, clock)
        value, holder = (own, item) if own is not None else (beneath, None)
        gift = self._giving.before(name, (item, None) if value is None else (holder,), day, clock)
        given = self._given(gift, value) if gift is not None else None if value is None else FactGiven(value)
        made = self._giving.otherwise(name, item, own, beneath, (day, clock))
        return FactRef(
            name,
            self.names(rule).facts[name].text.title or name,
            value,
            None if value is None else "case" if holder is None else "item",
            given,
            None if made is None else self._given(*made),
        )

    def _fact_of_event(self, rule: BoundRule, name: str, of: Event | None, day: int, clock: int) -> FactRef:
        """Give what was known of an event."""
        value, given, changed = None, None, None
        for told, by in () if of is None else self.replay.world.events.tellings(of, name):
            told_by = FactGiven(told, as_date(by.day or 0), self.event(by))
            if is_after(by.day or 0, by.clock, day, clock):
                changed = told_by if told != value else None
            else:
                value, given = told, told_by
        title, ref = self.names(rule).facts[name].text.title or name, None if of is None else self.event(of)
        return FactRef(name, title, value, None if value is None else "event", given, changed, ref)

    def _given(self, gift: Gift, value: FactValue) -> FactGiven:
        """Say by what a fact came to stand as it does."""
        return FactGiven(value, as_date(gift.day), self.event(gift.by))


def _as_arisen(instance: Instance, arose: int) -> Instance:
    """Copy an obligation that an answer opened as it would be had it opened on the day that its time began."""
    found = Instance(instance.rule, instance.item, instance.cause, arose, instance.due)
    found.outcome, found.closing = instance.outcome, instance.closing
    found.details = replace(instance.detail, stood=False)
    return found


def shown_clock(moment: Event | Cause) -> str | None:
    """Give the clock of an event, or of what brought something about, as local clocks showed it; None without one."""
    behind = (moment,) if isinstance(moment, Event) else moment.behind
    event = next((one for one in behind if one.clock == moment.clock), None)
    clock = moment.clock if event is None else clock_of(event.at) if event.at is not None else NO_CLOCK
    return None if clock == NO_CLOCK else "{:02}:{:02}".format(*divmod(clock // 60_000_000, 60))


def as_date(day: int) -> date:
    """Give an ordinal as a date."""
    return date.fromordinal(day)


def bears(one: Holder, other: Holder) -> bool:
    """Say whether two items are the same, or either is the case (semantics 3.3)."""
    return one == other or one is None or other is None


def named(names: Names, kind: Kind, name: str) -> Named:
    """Name a word of the vocabulary, of whatever kind."""
    declared = getattr(names, kind.section or "")[name]
    return Named(name, declared.text.title or name)


def event_named(names: Names, name: str) -> Named:
    """Name an event type."""
    return Named(name, names.events[name].text.title or name)


def fact_named(names: Names, name: str) -> Named:
    """Name a fact."""
    return Named(name, names.facts[name].text.title or name)


def state_named(names: Names, name: str) -> Named:
    """Name a state."""
    return Named(name, names.states[name].text.title or name)


def actor_named(names: Names, name: str) -> Named:
    """Name an actor."""
    return Named(name, names.actors[name].text.title or name)
