"""An expectation and an answer in, whether it is about it and the keys in which they differ out; used by `running`."""

from __future__ import annotations

from collections.abc import Mapping

from rutinmotor.engine.evaluation import Obligation, Undetermined
from rutinmotor.workbench.scenario.verdict import Assertion, Difference, Value


def differences(said: Mapping[str, Value], one: Obligation) -> tuple[Difference, ...]:
    """Give those of the keys said for which an obligation has another value, in the order said."""
    found = ((key, value, answer_of(key, one)) for key, value in said.items())
    return tuple(Difference(key, value, answer) for key, value, answer in found if not _same(value, answer))


def agrees(said: Mapping[str, Value], one: Obligation) -> bool:
    """Say whether an obligation has the value of every key said."""
    return all(_same(value, answer_of(key, one)) for key, value in said.items())


def is_about(gap: Undetermined, line: Assertion) -> bool:
    """Say whether what could not be judged may be what the line is about: of its item, on the day it names."""
    return line.said.get("item", gap.item) == gap.item and line.said.get("opened", gap.day) == gap.day


def answer_of(key: str, one: Obligation) -> Value:
    """Give an obligation's value for a key of an expectation; lists hold each word once, in the order of the answer."""
    match key:
        case "escalated_to":
            return tuple(dict.fromkeys(step.to for step in one.escalation if step.reached))
        case "breaches":
            return tuple(dict.fromkeys(breach.kind for breach in one.breaches))
        case _:
            return getattr(one, key)


def _same(value: Value, answer: Value) -> bool:
    if isinstance(value, tuple) and isinstance(answer, tuple):
        return set(value) == set(answer)
    return value == answer
