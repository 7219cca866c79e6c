"""A Scenario and the engine of its rules in, a diagnostic for each name that they do not know out; before it is run."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

from rutinmotor.engine.engine import Engine, plan_of
from rutinmotor.engine.plan import Plan
from rutinmotor.ground.diagnostics import Diagnostic, diagnose, in_order
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import names_of
from rutinmotor.language.shapes import Guesses, shown
from rutinmotor.workbench.scenario.verdict import Expected, Row, Scenario


def unknown_names(scenario: Scenario, engine: Engine) -> tuple[Diagnostic, ...]:
    """Say of every rule, item, actor, event and fact that a scenario names and nothing bears out, sorted by place.

    Also of events after the day asked, and of what events say: a scenario is written for its rules, and a name that
    they do not know is a mistake.
    """
    guesses = Guesses({})
    found = [*_in_assertions(scenario, engine, guesses), *_in_case(scenario, plan_of(engine), guesses)]
    return in_order(found)


def at_fact(fault: Diagnostic, scenario: Scenario) -> Diagnostic:
    """Give what the engine says of a case's own fact the place of that fact; to the engine it stands in the case."""
    if fault.code not in ("RM602", "RM634") or fault.place != scenario.case.place:
        return fault
    values = dict(fault.values)
    fact = str(values["fact"])
    holders: list[tuple[Row, Mapping[str, FactValue]]] = [(("facts",), scenario.case.facts)]
    holders += [(("items", item), given) for item, given in scenario.case.items.items()]
    for path, given in holders:
        if fact in given and shown(given[fact]) == values.get("value", shown(given[fact])):
            return replace(fault, place=scenario.place("case", *path, fact))
    return fault


def items_of(case: Case) -> set[str]:
    """Give the items that a case names, itself or in its events."""
    return {*case.items, *(event.item for event in case.events if event.item is not None)}


def _in_assertions(scenario: Scenario, engine: Engine, guesses: Guesses) -> Iterator[Diagnostic]:
    rules = {rule.id for rule in plan_of(engine).rules}
    items = items_of(scenario.case)
    for one in scenario.assertions:
        if one.rule not in rules:
            yield _unknown_rule(scenario, one.rule, (*one.row, "rule"), rules, engine, guesses)
        item = one.said.get("item")
        if isinstance(item, str) and item not in items:
            near = guesses.near(item, items, "item")
            yield diagnose("RM723", scenario.place(*one.row, "item"), item=item, near=near)
        if isinstance(one, Expected):
            yield from _in_escalation(scenario, one, engine, guesses)


def _in_escalation(scenario: Scenario, line: Expected, engine: Engine, guesses: Guesses) -> Iterator[Diagnostic]:
    told = line.said.get("escalated_to")
    if not isinstance(told, tuple) or not told:
        return
    actors = {actor for names in names_of(engine.catalogues).values() for actor in names.actors}
    for number, actor in enumerate(told):
        if actor not in actors:
            place = scenario.place(*line.row, "escalated_to", number)
            yield diagnose("RM724", place, actor=actor, near=guesses.near(actor, actors, "actor"))


def _unknown_rule(
    scenario: Scenario, rule: str, path: tuple[str | int, ...], rules: Collection[str], engine: Engine, guesses: Guesses
) -> Diagnostic:
    catalogue = rule.partition(".")[0]
    loaded = {one.id for one in engine.catalogues}
    near = guesses.near(rule, rules, "rule")
    missing = "" if catalogue in loaded or near else catalogue
    return diagnose("RM722", scenario.place(*path), rule=rule, near=near, catalogue=missing)


def _in_case(scenario: Scenario, plan: Plan, guesses: Guesses) -> Iterator[Diagnostic]:
    case, document = scenario.case, scenario.document
    facts: list[Row] = [("facts", name) for name in case.facts]
    facts += [("items", item, name) for item, given in case.items.items() for name in given]
    for number, event in enumerate(case.events):
        if event.type is not None and event.type not in plan.types:
            near = guesses.near(event.type, plan.types, "event")
            yield diagnose("RM601", scenario.place("case", "events", number, "type"), type=event.type, near=near)
        facts += [("events", number, "data", name) for name in event.data]
    for path in facts:
        fact = str(path[-1])
        if fact not in plan.facts:
            near = guesses.near(fact, plan.facts, "fact")
            yield diagnose("RM603", document.key_place_of(("case", *path)), fact=fact, near=near)
