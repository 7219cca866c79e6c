"""Conditions in, the same as sets of combinations of facts and states out; asked by the lints about rules.

A fact's values are cut into cells by the values that the conditions mention, and *not given* is a cell of its own:
so that all combinations of one cell from each are judged alike (semantics 2.4, 2.5).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import reduce
from math import inf
from typing import Literal, TypeAlias, cast

from rutinmotor.language.case import FactValue
from rutinmotor.language.catalogue import ORDER, Condition, Names, Test, as_day, values_of
from rutinmotor.language.logic.boxes import Box, Formula, Line, every, possible, some

Sort: TypeAlias = Literal["fact", "state", "no_other_in"]
Key: TypeAlias = tuple[Sort, str]


@dataclass(frozen=True, slots=True)
class Unknown:
    """The fact is not given."""


@dataclass(frozen=True, slots=True)
class Value:
    """The fact has this value; a state or *no other in* holds or does not."""

    value: FactValue


@dataclass(frozen=True, slots=True)
class Other:
    """The fact has a text that no condition mentions."""


@dataclass(frozen=True, slots=True)
class Span:
    """The fact lies from `first` to `last`, both included, days as ordinals; None is without end."""

    first: int | None
    last: int | None


Cell: TypeAlias = Unknown | Value | Other | Span
UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Variable:
    """A fact, a state, or that a state holds for no other item, with the cells that it can be in.

    `kind` is the fact's declared kind, for the two others `bool`. Spans stand in order, and *not given* last.
    """

    sort: Sort
    name: str
    kind: str
    cells: tuple[Cell, ...]
    rows: Mapping[Cell, int] = field(compare=False, repr=False)

    @property
    def whole(self) -> int:
        """All its cells, as bits."""
        return (1 << len(self.cells)) - 1

    @property
    def given(self) -> int:
        """The cells in which a fact is given, as bits."""
        return self.whole >> 1 if self.sort == "fact" else self.whole

    def one_cell(self, cell: Cell) -> int:
        """Give a cell as its bit, none if the variable has no such cell."""
        return 1 << self.rows[cell] if cell in self.rows else 0

    def one_of(self, values: Iterable[FactValue]) -> int:
        """Give the cells of values, as bits: of spans those that are one such number or day alone."""
        if self.kind in ("int", "date"):
            numbers = {_number(value, self.kind) for value in values} - {None}
            cells: Iterable[Cell] = (Span(number, number) for number in numbers)
        else:
            cells = (Value(value) for value in values)
        return reduce(int.__or__, (self.one_cell(cell) for cell in cells), 0)

    def between(self, first: int | None, last: int | None) -> int:
        """Give the spans that lie from `first` to `last`, as bits; None is without end."""
        spans = cast("tuple[Span, ...]", self.cells[:-1])
        start = 0 if first is None else bisect_left(spans, first, key=_first)
        end = len(spans) if last is None else bisect_right(spans, last, key=_first)
        return (1 << end) - (1 << start) if start < end else 0


def _first(span: Span) -> float:
    return -inf if span.first is None else span.first


@dataclass(frozen=True, slots=True)
class Space:
    """All combinations that some conditions can tell apart."""

    variables: tuple[Variable, ...]
    rows: Mapping[Key, int]

    @property
    def whole(self) -> Box:
        """All cells of all variables."""
        return tuple(variable.whole for variable in self.variables)

    def where_true(self, condition: Condition) -> Formula:
        """Say where the condition is true: not where it is unknown."""
        return every((*self._lines(condition, True), *self._groups(condition, self.where_true, True)))

    def where_false(self, condition: Condition) -> Formula:
        """Say where the condition is false: not where it is unknown."""
        return some((*self._lines(condition, False), *self._groups(condition, self.where_false, False)))

    def _lines(self, condition: Condition, wanted: bool) -> Iterator[Formula]:
        for name, test in condition.facts.items():
            row = self.rows["fact", name]
            yield Line(row, _passing(self.variables[row], test, wanted))
        for name, holds in condition.state.items():
            yield Line(self.rows["state", name], _held(holds is wanted))
        if condition.no_other_in is not None:
            yield Line(self.rows["no_other_in", condition.no_other_in], _held(wanted))

    def _groups(self, condition: Condition, inner: Callable[[Condition], Formula], wanted: bool) -> Iterator[Formula]:
        together, either = (every, some) if wanted else (some, every)
        if condition.all:
            yield together(tuple(inner(part) for part in condition.all))
        if condition.any:
            yield either(tuple(inner(part) for part in condition.any))


def satisfiable(conditions: Sequence[Condition], names: Names) -> bool:
    """Say whether all the conditions can be true at once, over the facts' declared values.

    True also where that would take too long to find out: False is certain.
    """
    space = space_of(conditions, names)
    return possible(every(tuple(space.where_true(condition) for condition in conditions)), space.whole)


def space_of(conditions: Iterable[Condition], names: Names) -> Space:
    """Cut the facts and states that the conditions mention into cells."""
    tests: dict[Key, list[Test]] = {}
    for condition in conditions:
        _gather(condition, tests)
    variables = tuple(_variable(key, found, names) for key, found in tests.items())
    return Space(variables, {(variable.sort, variable.name): row for row, variable in enumerate(variables)})


def _gather(condition: Condition, tests: dict[Key, list[Test]]) -> None:
    for name, test in condition.facts.items():
        tests.setdefault(("fact", name), []).append(test)
    for name in condition.state:
        tests.setdefault(("state", name), [])
    if condition.no_other_in is not None:
        tests.setdefault(("no_other_in", condition.no_other_in), [])
    for part in (*condition.any, *condition.all):
        _gather(part, tests)


def _variable(key: Key, tests: Sequence[Test], names: Names) -> Variable:
    sort, name = key
    if sort != "fact":
        return _with_rows(sort, name, "bool", (Value(True), Value(False)))
    declared = names.facts.get(name)
    kind = declared.text.kind if declared else "text"
    match kind:
        case "bool":
            cells: tuple[Cell, ...] = (Value(True), Value(False))
        case "one_of":
            cells = tuple(Value(value) for value in (declared.text.one_of if declared else None) or ())
        case "int":
            cells = tuple(_spans(_cuts(tests, kind), None, None))
        case "date":
            cells = tuple(_spans(_cuts(tests, kind), date.min.toordinal(), date.max.toordinal()))
        case _:
            mentioned = dict.fromkeys(value for test in tests for value in values_of(test) if isinstance(value, str))
            cells = (*(Value(value) for value in mentioned), Other())
    return _with_rows(sort, name, kind, (*cells, UNKNOWN))


def _with_rows(sort: Sort, name: str, kind: str, cells: tuple[Cell, ...]) -> Variable:
    return Variable(sort, name, kind, cells, {cell: row for row, cell in enumerate(cells)})


def _cuts(tests: Iterable[Test], kind: str) -> list[int]:
    """Give every number (or day, as an ordinal) at which a test's answer can change, sorted."""
    found: set[int] = set()
    for test in tests:
        for value in (*(test.is_ or ()), *(test.not_ or ())):
            if (number := _number(value, kind)) is not None:
                found |= {number, number + 1}
        for name in test.given(*ORDER):
            if (number := _number(getattr(test, name), kind)) is not None:
                # The first number on the other side of the bound: the bound itself, or the one after it.
                found.add(number + 1 if ORDER[name].from_below is not ORDER[name].inclusive else number)
    return sorted(found)


def _spans(cuts: Sequence[int], first: int | None, last: int | None) -> Iterator[Span]:
    inside = [cut for cut in cuts if (first is None or cut > first) and (last is None or cut <= last)]
    for start, then in zip([first, *inside], [*inside, None], strict=True):
        yield Span(start, last if then is None else then - 1)


def _number(value: FactValue, kind: str) -> int | None:
    """Give a value that stands in an order as a number, None if it is not of the fact's kind."""
    if kind == "int":
        return value if type(value) is int else None
    try:
        return as_day(value).toordinal()
    except ValueError:
        return None


def _held(holds: bool) -> int:
    return 0b01 if holds else 0b10


def _passing(variable: Variable, test: Test, wanted: bool) -> int:
    """Give the cells in which the test is true, or (not `wanted`) in which it is false; neither where it is unknown.

    A test that another check calls a fault, such as an order of texts, may turn out either way.
    """
    if test.known is not None:
        return variable.given if test.known is wanted else variable.whole & ~variable.given
    if test.is_ is not None or test.not_ is not None:
        listed = variable.one_of((*(test.is_ or ()), *(test.not_ or ())))
        return listed if (test.not_ is None) is wanted else variable.given & ~listed
    bounds = {name: _number(getattr(test, name), variable.kind) for name in test.given(*ORDER)}
    if variable.kind not in ("int", "date") or None in bounds.values():
        return variable.given
    inside = variable.between(
        _next(bounds.get("over"), 1, bounds.get("at_least")), _next(bounds.get("under"), -1, bounds.get("at_most"))
    )
    return inside if wanted else variable.given & ~inside


def _next(beyond: int | None, step: int, bound: int | None) -> int | None:
    """Give the first number inside: `bound` itself, or the one next to what must be passed."""
    return bound if beyond is None else beyond + step
