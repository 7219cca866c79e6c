"""What a format is: it is given an answer as plain records or rows, whole or part by part, and writes it out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Protocol

from rutinmotor.ground.diagnostics import Diagnostic, Lang

if TYPE_CHECKING:
    # Only for the type, as answers bring the whole engine along.
    from rutinmotor.workbench.answer import Record


class Frame(NamedTuple):
    """What holds for all parts of an answer: its first keys, the key of the list of parts, the columns of its rows."""

    head: Record
    key: str
    columns: Sequence[str]
    lang: Lang


class Part(NamedTuple):
    """One part of an answer, such as a case; each form of it is worked out only by a format that asks for it."""

    record: Callable[[], Record]
    rows: Callable[[], Iterable[Sequence[str | int]]]


class Fault(NamedTuple):
    """A part that could not be answered: its record, and what a format without a place for it tells beside itself."""

    record: Callable[[], Record]
    told: str
    diagnostics: Sequence[Diagnostic]


class Writer(Protocol):
    """Writes one part at a time to standard output, and at last what holds for all of them."""

    def part(self, part: Part) -> None:
        """Write a part."""
        ...

    def fault(self, fault: Fault) -> None:
        """Write that a part could not be answered, and why."""
        ...

    def end(self, tail: Record, unsaid: str | None) -> None:
        """Write the last keys; a format that has no place for them tells beside itself what would go `unsaid`."""
        ...


@dataclass(frozen=True, slots=True)
class Format:
    """A way to write records for programs.

    `whole` gives the text of an answer that is one record or one list of them; a format without it is offered only
    where the parts are many. `parts` makes the writer of an answer that comes part by part, however many they are.
    """

    name: str
    parts: Callable[[Frame], Writer]
    whole: Callable[[object], str] | None = None
