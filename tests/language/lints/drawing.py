"""Conditions drawn, and every combination of the facts and states that they mention; for the tests of lints."""

from collections.abc import Iterator
from datetime import date
from itertools import product
from typing import Any

from hypothesis import strategies as st

from rutinmotor.engine.plan.bound_conditions import Node, bind_conditions
from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue.catalogue import CatalogueText
from rutinmotor.language.catalogue.names import Names, names_of
from rutinmotor.language.catalogue.reading import read_texts
from rutinmotor.language.constructs.conditions import Condition
from rutinmotor.language.logic.regions import space_of

TEXT = b"""\
catalogue: prov
facts:
  regi: {title: Regi, one_of: [egen, enskild, annan]}
  iub: {title: IUB, type: bool}
  timmar: {title: Timmar, type: int}
  dag: {title: Dag, type: date}
  orsak: {title: Orsak, type: text}
states:
  pagar: {begins: start, ends: slut}
  borta: {begins: gick, ends: kom}
events: {start: {}, slut: {}, gick: {}, kom: {}}
"""
# Each end of every value that the conditions below mention, and what lies between.
SAMPLES: dict[str, tuple[FactValue | None, ...]] = {
    "regi": ("egen", "enskild", "annan", None),
    "iub": (True, False, None),
    "timmar": (3, 4, 5, 7, 8, None),
    "dag": (date(1900, 1, 1), date(2025, 2, 27), date(2025, 2, 28), date(2025, 3, 1), date(2025, 3, 2), None),
    "orsak": ("flytt", "annat", "nagot", None),
}
DAYS = ("2025-02-28", "2025-03-01")


def names() -> Names:
    reading = read_texts([("prov.yaml", TEXT)])
    assert not reading.diagnostics
    return names_of(reading.catalogues)["prov"]


NAMES = names()


def condition(data: Any) -> Condition:
    """A condition as YAML gives it."""
    text = CatalogueText.model_validate({"catalogue": "prov", "scope": data})
    assert text.scope is not None
    return text.scope


class Around:
    """States that hold or not, and that hold or not for another item."""

    def __init__(self, holding: dict[str, bool], others: dict[str, bool]) -> None:
        self.holding, self.others = holding, others

    def holds(self, state: str, item: str | None) -> bool:
        return self.holding[state]

    def holds_for_other(self, state: str, item: str | None) -> bool:
        return self.others[state]


def combinations(conditions: list[Condition]) -> Iterator[tuple[dict[str, FactValue], Around]]:
    """Every combination of the facts that the conditions mention, and of all states."""
    mentioned = {variable.name for variable in space_of(conditions, NAMES).variables}
    samples = {name: values for name, values in SAMPLES.items() if name in mentioned}
    for values in product(*samples.values()):
        facts: dict[str, FactValue] = {
            name: value for name, value in zip(samples, values, strict=True) if value is not None
        }
        for pagar, borta, other in product((True, False), repeat=3):
            yield facts, Around({"pagar": pagar, "borta": borta}, {"pagar": other, "borta": other})


def node_of(conditions: list[Condition]) -> Node:
    node = bind_conditions(conditions, lambda fact: NAMES.facts[fact].text.kind)
    assert node is not None
    return node


def one_or_two(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    several = st.lists(st.sampled_from(values), min_size=1, max_size=2, unique=True)
    return st.one_of(st.sampled_from(values), several, several.map(lambda listed: {"not": listed}))


def one_end(key: str, bound: Any) -> dict[str, Any]:
    return {key: bound}


def both_ends(low: str, first: Any, high: str, last: Any) -> dict[str, Any]:
    return {low: first, high: last}


def among(lines: dict[str, Any], key: str, listed: list[Any]) -> dict[str, Any]:
    return {**lines, key: listed}


def ordered(values: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    low = st.sampled_from(("over", "at_least"))
    high = st.sampled_from(("under", "at_most"))
    value = st.sampled_from(values)
    either = st.one_of(low, high)
    return st.one_of(
        st.builds(one_end, either, value),
        st.builds(both_ends, low, value, high, value),
    )


KNOWN = st.booleans().map(lambda given: {"known": given})
TESTS: dict[str, st.SearchStrategy[Any]] = {
    "regi": one_or_two(("egen", "enskild")) | KNOWN,
    "iub": one_or_two((True, False)) | KNOWN,
    "timmar": one_or_two((4, 7)) | ordered((4, 7)) | KNOWN,
    "dag": one_or_two(DAYS) | ordered(DAYS) | KNOWN,
    "orsak": one_or_two(("flytt", "annat")) | KNOWN,
    "state": st.dictionaries(st.sampled_from(("pagar", "borta")), st.booleans(), min_size=1),
    "no_other_in": st.just("pagar"),
}
LINES = st.fixed_dictionaries({}, optional=TESTS).filter(bool)


def grouped(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    parts = st.lists(inner, min_size=1, max_size=3)
    return st.builds(
        among,
        st.fixed_dictionaries({}, optional=TESTS),
        st.sampled_from(("any", "all")),
        parts,
    )


WRITTEN = st.recursive(LINES, grouped, max_leaves=3)
CONDITIONS = WRITTEN.map(condition)
