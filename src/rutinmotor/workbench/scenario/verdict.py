"""What a scenario and its verdict are made of: frozen values that know their places; equality ignores those."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from rutinmotor.engine.evaluation import Obligation, Undetermined
from rutinmotor.engine.explanation import Explanation
from rutinmotor.ground.diagnostics import Diagnostic, Place
from rutinmotor.language.case import Case
from rutinmotor.text.document import Document

Value: TypeAlias = str | date | tuple[str, ...] | None
Row: TypeAlias = tuple[str | int, ...]

# The keys that say which obligation is meant; the others say how it should be.
IDENTITY = ("item", "opened")


@dataclass(frozen=True, slots=True)
class Expected:
    """One line under `expect`: the rule, and each further key as it is written; `row` is its path in the file."""

    rule: str
    said: Mapping[str, Value] = field(hash=False)
    row: Row
    place: Place = field(compare=False)

    @property
    def identity(self) -> dict[str, Value]:
        """The keys that say which obligation of the rule is meant."""
        return {key: value for key, value in self.said.items() if key in IDENTITY}

    @property
    def claims(self) -> dict[str, Value]:
        """The keys that are compared with the answer."""
        return {key: value for key, value in self.said.items() if key not in IDENTITY}

    @property
    def status(self) -> str | None:
        """The status that is expected, if one is named."""
        value = self.said.get("status")
        return value if isinstance(value, str) else None


@dataclass(frozen=True, slots=True)
class Listed:
    """One rule under `only`, `absent` or `undetermined`; `said` has the item if the line is about one of them."""

    key: Literal["only", "absent", "undetermined"]
    rule: str
    said: Mapping[str, Value] = field(hash=False)
    row: Row
    place: Place = field(compare=False)


Assertion: TypeAlias = Expected | Listed


@dataclass(frozen=True, slots=True)
class Scenario:
    """A case, the day on which it is judged, and what is to stand in the answer; at least one assertion."""

    title: str
    rules: tuple[str, ...]
    case: Case
    at: date
    known: date | None
    assertions: tuple[Assertion, ...]
    document: Document = field(compare=False, repr=False)

    @property
    def source(self) -> str:
        """The name of its file."""
        return self.document.source

    @property
    def expected(self) -> tuple[Expected, ...]:
        """The lines under `expect`."""
        return tuple(one for one in self.assertions if isinstance(one, Expected))

    def place(self, *path: str | int) -> Place:
        """Where the value at `path` stands in the file; a path that is not there gives its nearest ancestor."""
        return self.document.place_of(path)


@dataclass(frozen=True, slots=True)
class Difference:
    """A key of an expectation for which the answer has another value."""

    key: str
    expected: Value
    answer: Value


# Why an assertion fails. Of `expect`: the obligation `differs`; the rule has given `none`, or none of that identity
# (`not_that_one`), or too few (`taken`: other lines have claimed them); or it is `undetermined`.
# Of `only`: there is one that no line claims (`surplus`), or it is `undetermined` where no line says so.
# Of `absent`: there is an obligation (`present`), or it is `undetermined`. Of `undetermined`: it is `judged`.
Reason: TypeAlias = Literal["differs", "none", "not_that_one", "taken", "undetermined", "surplus", "present", "judged"]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one assertion: `why` is None where it holds.

    `answer` is the obligation that it was matched with, or where it `differs` the nearest one; `others` are then all
    that it could have been about, if they are several. Of what is `taken` they are those that other lines claim, of
    `surplus` those that are too many, of a line about one item those of the item; elsewhere all that the rule has
    given. Of what is `taken`, `wanted` is how many of those `others` the lines expect, this line with them. `gaps` are
    what could not be judged of it. Only what fails has an explanation, and of many that fail in one
    scenario only the first ones.
    """

    assertion: Assertion
    why: Reason | None = None
    answer: Obligation | None = None
    differences: tuple[Difference, ...] = ()
    others: tuple[Obligation, ...] = ()
    gaps: tuple[Undetermined, ...] = ()
    wanted: int | None = None
    explanation: Explanation | None = field(default=None, compare=False, repr=False)

    @property
    def holds(self) -> bool:
        """Whether the answer is as expected."""
        return self.why is None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one scenario file: the results in the order of the file, or what is wrong with it."""

    source: str
    title: str | None
    scenario: Scenario | None
    results: tuple[Result, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def holds(self) -> bool:
        """Whether it could be tried and every assertion holds."""
        return not self.diagnostics and all(one.holds for one in self.results)

    @property
    def failures(self) -> tuple[Result, ...]:
        """The results that do not hold."""
        return tuple(one for one in self.results if not one.holds)
