"""Conditions in, the ways in which they can hold out: what each asks of facts and states; for the search."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from rutinmotor.language.catalogue import Condition, Test
from rutinmotor.workbench.witness.chains import Chain


@dataclass(frozen=True, slots=True)
class Way:
    """One choice of branches: every test that a fact must pass, and the states that must hold."""

    tests: dict[str, tuple[Test, ...]]
    held: tuple[str, ...]


def ways_of(chain: Chain) -> Iterator[Way]:
    """Give each way in which the conditions of all the chain's rules hold together, one for each choice in `any`.

    Scope and `only_if` are both asked (semantics 2.4). Whether any values fit is for the facts to say.
    """
    asked = [
        condition
        for link in chain
        for condition in (link.version.owner.text.scope, link.version.rule.only_if)
        if condition is not None
    ]
    for conditions in _chosen(asked):
        tests: dict[str, list[Test]] = {}
        for condition in conditions:
            for fact, test in condition.facts.items():
                tests.setdefault(fact, []).append(test)
        held = {state for one in conditions for state, wanted in one.state.items() if wanted}
        yield Way({fact: tuple(found) for fact, found in tests.items()}, tuple(sorted(held)))


def _chosen(asked: Sequence[Condition]) -> Iterator[list[Condition]]:
    """Give the conditions that must hold, for each choice of one branch of every `any`."""
    for ways in product(*(list(_one(condition)) for condition in asked)):
        yield [condition for way in ways for condition in way]


def _one(condition: Condition) -> Iterator[list[Condition]]:
    for inner in _chosen(condition.all):
        if not condition.any:
            yield [condition, *inner]
        for branch in condition.any:
            for chosen in _one(branch):
                yield [condition, *inner, *chosen]
