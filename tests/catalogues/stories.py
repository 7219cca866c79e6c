"""A rule of a catalogue in, the shortest cases that ought to open it out, made from nothing but the rule's own text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice, product
from typing import Any

from rutinmotor import Case, Engine, Event, Obligation
from rutinmotor.case import FactValue
from rutinmotor.catalogue.conditions import Condition, Test
from rutinmotor.catalogue.names import Names, Version, names_of, versions_of
from rutinmotor.catalogue.rule import Rule, Trigger
from rutinmotor.catalogue.times import Duration

ITEM = "insats-1"
BEGINNING = date(2025, 10, 6)  # a Monday on which every catalogue is in force
LATE = date(2031, 10, 6)  # after every deadline and period of theirs
DEADLINE_FACTS = {"int": 7, "date": date(2026, 9, 15)}
# Each story is tried with every choice of beginnings and branches, up to so many.
MOST = 40


@dataclass(frozen=True)
class Link:
    """One version of a rule, and the line of its trigger that is to open it."""

    version: Version
    line: Trigger


@dataclass(frozen=True)
class Story:
    """A case in which a rule ought to be open, and the obligation that it gave."""

    case: Case
    obligation: Obligation

    def then(self, kind: str, at: date | None = None) -> Case:
        """The same case with one more event, on the opening day of the obligation unless another is given."""
        more = Event(kind, at or self.obligation.opened, item=ITEM, id=f"e{len(self.case.events)}")
        return Case(self.case.id, (*self.case.events, more), self.case.facts, self.case.items)


def tellings(engine: Engine, version: Version, line: Trigger) -> Iterator[Story]:
    """Give each story in which the rule opens by that line of its trigger; none if it cannot."""
    names = names_of(engine.catalogues)[version.owner.id]
    return (
        story
        for chain in _chains(engine, Link(version, line), ())
        for case in islice(_cases(engine, names, chain), MOST)
        if (story := _played(engine, case, chain)) is not None
    )


def _chains(engine: Engine, last: Link, after: tuple[Link, ...]) -> Iterator[tuple[Link, ...]]:
    """Lead a rule that another rule triggers back to what no rule does: the links in order of time."""
    other = last.line.overdue or last.line.fulfilled or last.line.ahead_of
    if other is None:
        yield (last, *after)
        return
    full_id = names_of(engine.catalogues)[last.version.owner.id].rule(other)
    for version in versions_of(engine.catalogues)[full_id]:
        for line in version.rule.trigger:
            yield from _chains(engine, Link(version, line), (last, *after))


def _cases(engine: Engine, names: Names, chain: Sequence[Link]) -> Iterator[Case]:
    """Give the cases up to the first rule's trigger, with every fact that the chain asks for."""
    first = chain[0].line
    opening = _opening_events(names, first)
    for branches in product(*(_branches(link) for link in chain)):
        conditions = [condition for branch in branches for condition in branch]
        facts = _facts(names, chain, conditions)
        held = sorted({state for one in conditions for state, wanted in one.state.items() if wanted})
        if facts is None:
            continue
        for opener in opening:
            begun = [names.states[state].text.begins for state in held if opener not in names.states[state].text.begins]
            for before in product(*begun):
                events = [*_first_day(names, chain, before), *([(opener, BEGINNING)] if opener else [])]
                yield Case(
                    "berattelse",
                    tuple(Event(kind, day, item=ITEM, id=f"e{n}") for n, (kind, day) in enumerate(events)),
                    items={ITEM: facts},
                )


def _opening_events(names: Names, line: Trigger) -> tuple[str, ...]:
    """The events that may set the line off, or begin the time after which it is."""
    if line.state is not None:
        return names.states[line.state].text.begins
    return (line.event or line.since or "",)


def _first_day(names: Names, chain: Sequence[Link], before: Sequence[str]) -> list[tuple[str, date]]:
    """What happens the day before; a date of a fact needs some event, as none fires before the case's first."""
    day = BEGINNING - timedelta(days=1)
    if before or chain[0].line.date is None:
        return [(kind, day) for kind in before]
    named = {line.event for link in chain for line in link.version.rule.trigger}
    ends = {kind for link in chain for kind in (*link.version.rule.ends_with, *link.version.rule.fulfilled_by)}
    begins = {kind for state in names.states.values() for kind in (*state.text.begins, *state.text.ends)}
    return [(next(kind for kind in names.events if kind not in named | ends | begins), day)]


def _branches(link: Link) -> list[list[Condition]]:
    """The ways in which the catalogue's scope and the rule's own condition can hold, one for each branch of `any`."""
    asked = [one for one in (link.version.owner.text.scope, link.version.rule.only_if) if one is not None]
    return _ways(asked)


def _ways(asked: Sequence[Condition]) -> list[list[Condition]]:
    ways: list[list[Condition]] = [[]]
    for condition in asked:
        inner = _ways(condition.all)
        chosen = [way for branch in condition.any for way in _ways([branch])] or [[]]
        ways = [[*way, condition, *more, *branch] for way in ways for more in inner for branch in chosen]
    return ways


def _facts(names: Names, chain: Sequence[Link], conditions: Sequence[Condition]) -> dict[str, FactValue] | None:
    """Values that satisfy every test and give every deadline what it needs; None where there are none."""
    tests: dict[str, list[Test]] = {}
    for condition in conditions:
        for fact, test in condition.facts.items():
            tests.setdefault(fact, []).append(test)
    needed = {fact for link in chain for fact in _deadline_facts(link.version.rule)}
    dated = _dated(chain[0].line)
    found: dict[str, FactValue] = {}
    for fact in sorted({*tests, *needed, *dated}):
        fixed = [dated[fact]] if fact in dated else _candidates(names, fact)
        values = [value for value in fixed if all(_passes(test, value) for test in tests.get(fact, []))]
        if not values or (fact in needed and values[0] is None):
            return None
        if values[0] is not None:
            found[fact] = values[0]
    return found


def _deadline_facts(rule: Rule) -> set[str]:
    numbers = (
        getattr(one, unit) for one in rule.deadlines for unit in ("days", "weeks", "months", "years", "working_days")
    )
    return {one for one in numbers if isinstance(one, str)} | {one.date for one in rule.deadlines if one.date}


def _dated(line: Trigger) -> dict[str, FactValue]:
    """The date that sets a line off forty days from the beginning."""
    if line.date is None:
        return {}
    day = BEGINNING + timedelta(days=40)
    span, sign = (line.plus, -1) if line.plus else (line.minus, 1)
    return {line.date: _moved(day, span, sign) if span else day}


def _moved(day: date, span: Duration, sign: int) -> date:
    if span.unit in ("days", "weeks"):
        return day + timedelta(days=sign * span.number * (7 if span.unit == "weeks" else 1))
    assert span.unit in ("months", "years"), "no shipped rule counts working days from a fact"
    months = day.year * 12 + day.month - 1 + sign * span.number * (12 if span.unit == "years" else 1)
    return day.replace(year=months // 12, month=months % 12 + 1)


def _candidates(names: Names, fact: str) -> list[FactValue]:
    declared = names.facts[fact].text
    if declared.one_of:
        return [*declared.one_of, None]
    kinds: dict[str | None, list[FactValue]] = {
        "bool": [True, False],
        "int": [DEADLINE_FACTS["int"], *range(100)],
        "date": [DEADLINE_FACTS["date"]],
        "text": ["text"],
    }
    return [*kinds[declared.type], None]


def _passes(test: Test, value: Any) -> bool:
    if test.known is not None:
        return (value is not None) == test.known
    if value is None:
        return False
    return (
        (test.is_ is None or value in test.is_)
        and (test.not_ is None or value not in test.not_)
        and (test.over is None or value > test.over)
        and (test.under is None or value < test.under)
        and (test.at_least is None or value >= test.at_least)
        and (test.at_most is None or value <= test.at_most)
    )


def _played(engine: Engine, case: Case, chain: Sequence[Link]) -> Story | None:
    """Let each rule of the chain lead to the next: fulfilled on the day after it opened, or left alone."""
    for link, following in zip(chain, (*chain[1:], None), strict=True):
        story = _opened(engine, case, link)
        if story is None or following is None:
            return story
        if following.line.fulfilled:
            case = story.then(link.version.rule.fulfilled_by[0], story.obligation.opened + timedelta(days=1))
    return None


def _opened(engine: Engine, case: Case, link: Link) -> Story | None:
    line = link.line
    told = {getattr(line, kind) for kind in ("event", "overdue", "fulfilled", "state", "missing", "date", "ahead_of")}
    full = {f"{link.version.owner.id}.{one}" for one in told if one} | told
    found = [
        one
        for one in engine.evaluate(case, LATE).obligations
        if one.rule == link.version.full_id and one.trigger.kind == line.kind and one.trigger.type in full
    ]
    return Story(case, min(found, key=lambda one: one.opened)) if found else None
