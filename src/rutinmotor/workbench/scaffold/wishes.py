"""A rule, a day and the status wished for in, a draft of a scenario that shows it out; for `new scenario`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain, islice
from typing import Final, Literal, TypeAlias, get_args

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Evaluation, Obligation
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import Condition, Names, names_of
from rutinmotor.language.constructs import On
from rutinmotor.workbench.scaffold.draft import Draft, rows_of
from rutinmotor.workbench.witness import Witness, with_event, witnesses

Wish: TypeAlias = Literal[
    "due", "overdue", "fulfilled", "fulfilled_late", "ended", "paused", "standing", "absent", "undetermined"
]
WISHES: Final[tuple[Wish, ...]] = get_args(Wish)

# Of a rule that has many witnesses, how many are looked at.
_MOST: Final = 12
# Calendar days from the opening to what a rule has to be done before: long enough to be read, short enough to check.
_UNTIL: Final = 7
_DAY: Final = timedelta(days=1)

_Moment: TypeAlias = tuple[Case, date]


def wished(
    engine: Engine, rule: str, day: date, wish: Wish, facts: Mapping[str, FactValue] | None = None
) -> Draft | None:
    """Draft a scenario in which the rule opens on `day` and then has the status wished for; None if it cannot.

    `absent`: what sets the rule off comes, and a condition says no. `undetermined`: a fact that it rests on is not
    given. Raises as `witness_for`.
    """
    for witness in islice(witnesses(engine, rule, day, facts=facts), _MOST):
        names = names_of(engine.catalogues)[witness.version.owner.id]
        catalogues = (witness.version.owner.id,)
        for case, at in _moments(witness, wish, names):
            evaluation = _judged(engine, case, at)
            if evaluation is None:
                continue
            if wish == "absent" and _gave_nothing(evaluation, rule):
                return Draft(catalogues, case, at, absent=(rule,))
            if wish == "undetermined" and any(gap.rule == rule for gap in evaluation.undetermined):
                return Draft(catalogues, case, at, undetermined=(rule,))
            found = _same(evaluation.obligations, witness.obligation)
            if found is not None and found.status == wish and not found.breaches:
                return Draft(catalogues, case, at, expect=_rows(evaluation, found))
    return None


def possible_wishes(
    engine: Engine, rule: str, day: date, facts: Mapping[str, FactValue] | None = None
) -> tuple[Wish, ...]:
    """Give the wishes that can be granted, in the order of WISHES. Raises as `witness_for`."""
    return tuple(wish for wish in WISHES if wished(engine, rule, day, wish, facts) is not None)


def _moments(witness: Witness, wish: Wish, names: Names) -> Iterable[_Moment]:
    """Give the cases and days on which the rule may have the status wished for; which of them do, the engine says."""
    rule, opened = witness.version.rule, witness.obligation.opened
    due = witness.obligation.due
    match wish:
        case "due":
            return ((witness.case, due or opened), (witness.case, opened))
        case "standing":
            return ((witness.case, opened),)
        case "overdue":
            return ((case, limit + _DAY) for case, limit in _limits(witness))
        case "fulfilled":
            soon = opened + _DAY if due is None or opened < due else opened
            days = (soon, *(() if due is None else (due,)), opened)
            return ((witness.then(kind, at), at) for at in days for kind in rule.fulfilled_by)
        case "fulfilled_late":
            late = [(case, limit + _DAY) for case, limit in _limits(witness)]
            return ((with_event(case, kind, at), at) for case, at in late for kind in rule.fulfilled_by)
        case "ended":
            states = [line.name for line in rule.trigger if line.how.on is On.STATE]
            ends = (*rule.ending_events, *(kind for state in states for kind in names.states[state].text.ending_events))
            return ((witness.then(kind, opened + _DAY), opened + _DAY) for kind in dict.fromkeys(ends))
        case "paused":
            begins = names.states[rule.paused_while].text.begins if rule.paused_while else ()
            return ((witness.then(kind, opened + _DAY), opened + _DAY) for kind in begins)
        case "absent":
            asked = _asked(rule.only_if)
            others = chain(_otherwise(witness.case, names, asked), _without_what_began(witness.case))
            return ((case, opened) for case in others)
        case "undetermined":
            return ((case, opened) for case in _with_a_fact_less(witness.case, _asked(rule.only_if)))


def _limits(witness: Witness) -> Iterator[_Moment]:
    """Give the last day in time, in the case that has it: for `before`, once the event that ends the time has come."""
    if witness.obligation.due is not None:
        yield witness.case, max(witness.obligation.due, witness.obligation.opened)
    for deadline in witness.version.rule.deadlines:
        if deadline.awaits is not None:
            day = witness.obligation.opened + _UNTIL * _DAY
            yield witness.then(deadline.awaits, day), day


def _asked(condition: Condition | None) -> frozenset[str]:
    """Name the facts that a rule's own condition asks for: what they decide tells more of it than the scope does."""
    if condition is None:
        return frozenset()
    return frozenset(condition.facts).union(*(_asked(part) for part in (*condition.any, *condition.all)))


def _otherwise(case: Case, names: Names, first: frozenset[str]) -> Iterator[Case]:
    """Give the case with one fact another than it was."""
    for holder, facts in _holders(case):
        for fact in _in_turn(facts, first):
            for other in _others(names, fact, facts[fact]):
                yield _holding(case, holder, {**facts, fact: other})


def _in_turn(facts: Mapping[str, FactValue], first: frozenset[str]) -> list[str]:
    return sorted(facts, key=lambda fact: fact not in first)


def _others(names: Names, fact: str, value: FactValue) -> Iterator[FactValue]:
    declared = names.facts[fact].text
    match declared.kind:
        case "one_of":
            yield from (one for one in declared.one_of or () if one != value)
        case "bool":
            yield not value
        case "int" if isinstance(value, int):
            yield from (value + 1, max(value - 1, 0), value * 10, 0)
        case "date" if isinstance(value, date):
            yield from (value + _DAY, value - _DAY)
        case _:
            yield "annat"


def _without_what_began(case: Case) -> Iterator[Case]:
    """Give the case without one of the events before the last: a state that had to hold has then not begun."""
    for row in range(len(case.events) - 1):
        yield replace(case, events=case.events[:row] + case.events[row + 1 :])


def _with_a_fact_less(case: Case, first: frozenset[str]) -> Iterator[Case]:
    for holder, facts in _holders(case):
        for fact in _in_turn(facts, first):
            yield _holding(case, holder, {name: value for name, value in facts.items() if name != fact})


def _holders(case: Case) -> Iterator[tuple[str | int | None, Mapping[str, FactValue]]]:
    """Give what holds facts: the case (None), each of its items, and each event by its row."""
    yield None, case.facts
    yield from case.items.items()
    yield from ((row, event.data) for row, event in enumerate(case.events))


def _holding(case: Case, holder: str | int | None, facts: Mapping[str, FactValue]) -> Case:
    if holder is None:
        return replace(case, facts=facts)
    if isinstance(holder, int):
        told = replace(case.events[holder], data=facts)
        return replace(case, events=(*case.events[:holder], told, *case.events[holder + 1 :]))
    return replace(case, items={**case.items, holder: facts})


def _judged(engine: Engine, case: Case, at: date) -> Evaluation | None:
    try:
        return engine.evaluate(case, at)
    except CaseError:
        return None


def _gave_nothing(evaluation: Evaluation, rule: str) -> bool:
    return all(one.rule != rule for one in (*evaluation.obligations, *evaluation.undetermined))


def _same(obligations: Iterable[Obligation], wanted: Obligation) -> Obligation | None:
    """Find an obligation again in a later answer."""
    key = (wanted.rule, wanted.item, wanted.opened, wanted.trigger)
    return next((one for one in obligations if (one.rule, one.item, one.opened, one.trigger) == key), None)


def _rows(evaluation: Evaluation, found: Obligation) -> tuple[Mapping[str, str | date | None], ...]:
    """Give the row of one obligation, known from others of its rule."""
    alike = [one for one in evaluation.obligations if (one.rule, one.item) == (found.rule, found.item)]
    return tuple(row for one, row in zip(alike, rows_of(alike), strict=True) if one is found)
