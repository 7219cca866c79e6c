"""A chain of rules in, the cases up to its first trigger out, each to be set on a day; for the search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import product
from typing import Final

from rutinmotor.language.case import Case, Event, FactValue
from rutinmotor.language.catalogue import Names, Trigger, binder_of
from rutinmotor.language.constructs import On
from rutinmotor.workbench.witness.branches import Way, ways_of
from rutinmotor.workbench.witness.chains import Chain
from rutinmotor.workbench.witness.satisfying import values_for

CASE: Final = "exempel"
ITEM: Final = "insats-1"
_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Setting:
    """How a story begins: one way in which every condition holds, the event that sets it off, and what came before.

    `opener` is None where a fact's date does it. `item` is None in a story of the case alone.
    """

    chain: Chain
    way: Way
    names: Names
    opener: str | None
    before: tuple[str, ...]
    item: str | None

    def on(self, start: date, given: Mapping[str, FactValue]) -> Case | None:
        """Give the case that begins on a day, what came before having come the day before; None if no facts fit.

        Raises:
            OverflowError, ValueError: a day outside the years 1 to 9999, or outside a calendar.
        """
        facts = self._facts(start, given)
        if facts is None:
            return None
        told = [(kind, start - _DAY) for kind in self.before] + ([(self.opener, start)] if self.opener else [])
        events = [Event(kind, day, item=self.item, id=f"e{n}") for n, (kind, day) in enumerate(told, start=1)]
        of_events = self._of_events
        own = {name: value for name, value in facts.items() if name not in of_events}
        if self.opener is not None and len(own) < len(facts):
            events[-1] = replace(events[-1], data={name: facts[name] for name in facts if name in of_events})
        if self.item is None:
            return Case(CASE, tuple(events), facts=own)
        return Case(CASE, tuple(events), items={self.item: own})

    def told(self, start: date, given: Mapping[str, FactValue]) -> Mapping[str, FactValue]:
        """Give what each event behind a rule of the chain has to tell of itself (semantics 2.9). Raises as `on`."""
        of_events = self._of_events
        facts = self._facts(start, given) if of_events else None
        return {name: value for name, value in (facts or {}).items() if name in of_events}

    @property
    def _of_events(self) -> frozenset[str]:
        return frozenset(name for name, one in self.names.facts.items() if one.text.of == "event")

    def _facts(self, start: date, given: Mapping[str, FactValue]) -> dict[str, FactValue] | None:
        first = self.chain[0].line
        chosen = dict(given)
        if first.how.on is On.FACT and first.name not in chosen:
            chosen |= first.how.given(first, start.toordinal(), binder_of(self.names))
        return values_for(self.way, self.chain, self.names, start, chosen)


def settings_of(chain: Chain, names: Names) -> Iterator[Setting]:
    """Give every setting of a chain, the one nearest at hand first; `names` are those of its first rule's catalogue."""
    first = chain[0].line
    openers = _openers(names, first)
    # A rule for the whole case asks its conditions of the case; then what is told must be told of the case.
    items = (None, ITEM) if any(link.version.rule.per == "case" for link in chain) else (ITEM, None)
    for item, way in product(items, ways_of(chain)):
        for opener in openers:
            begun = [
                names.states[state].text.begins
                for state in way.held
                if state in names.states and opener not in names.states[state].text.begins
            ]
            for earlier in product(*begun):
                before = earlier if earlier or first.how.on is not On.FACT else _anything(names, chain)
                yield Setting(chain, way, names, opener, tuple(dict.fromkeys(before)), item)


def with_event(
    case: Case, kind: str, at: date, data: Mapping[str, FactValue] | None = None, about: str | None = None
) -> Case:
    """Give a case with one more event, of the item of the others; its facts are its own, or of the event `about`."""
    item = next((event.item for event in case.events), None)
    event = Event(kind, at, item=item, id=f"e{len(case.events) + 1}", data=data or {}, about=about)
    return replace(case, events=(*case.events, event))


def _openers(names: Names, line: Trigger) -> Sequence[str | None]:
    """Name the events that may set the line off, or begin the time after which it is; None where none is needed."""
    match line.how.source(line, names.catalogue.text.urgency):
        case On.EVENT, event:
            return (event,)
        case On.STATE, state:
            return names.states[state].text.begins
        case _:
            return (None,)


def _anything(names: Names, chain: Chain) -> tuple[str, ...]:
    """Name an event for the day before, as a date of a fact fires in no case before its first (semantics 3.2)."""
    named = {line.name for link in chain for line in link.version.rule.trigger if line.how.as_is}
    ends = {kind for link in chain for kind in (*link.version.rule.ending_events, *link.version.rule.fulfilled_by)}
    turning = {kind for state in names.states.values() for kind in (*state.text.begins, *state.text.ending_events)}
    for passed_over in (named | ends | turning, named | ends, named):
        if found := next((kind for kind in names.events if kind not in passed_over), None):
            return (found,)
    return ()
