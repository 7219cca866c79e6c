"""What was asked of a case and its judged obligations in, an Evaluation out; the answer that callers hold."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from rutinmotor.engine.evaluation.beside import (
    BESIDE,
    EndedWithCase,
    Later,
    MetNoItem,
    Origin,
    PassedDate,
    PassedOver,
    Undetermined,
    UnknownFact,
    plain,
)
from rutinmotor.engine.evaluation.obligation import STATUSES, Obligation, Status
from rutinmotor.ground.arguments import require_word


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a case's obligations are at the end of a day; it cannot be changed.

    `case` is the case's id, `at` the day asked, `known` the day by which all was known that counts, or None.
    `obligations` are sorted: overdue ones first, the longest overdue first; then those due, by due date; then the rest.
    The others say what stands beside them (semantics 6.2), and `origin` what all of it rests on.
    """

    case: str
    at: date
    known: date | None
    obligations: tuple[Obligation, ...]
    undetermined: tuple[Undetermined, ...]
    passed_over: tuple[PassedOver, ...]
    unknown_facts: tuple[UnknownFact, ...]
    later: Later | None
    met_no_item: tuple[MetNoItem, ...]
    passed_dates: tuple[PassedDate, ...]
    ended_with_case: tuple[EndedWithCase, ...]
    origin: Origin

    @property
    def overdue(self) -> tuple[Obligation, ...]:
        """Those that should have been fulfilled by now."""
        return self.with_status("overdue")

    @property
    def due(self) -> tuple[Obligation, ...]:
        """Those that are open and still in time."""
        return self.with_status("due")

    @property
    def outstanding(self) -> tuple[Obligation, ...]:
        """Those that are open: overdue, due, paused or standing."""
        return tuple(one for one in self.obligations if one.light is not None)

    def with_status(self, *statuses: Status) -> tuple[Obligation, ...]:
        """Return those of one of the statuses, in order.

        Raises:
            TypeError, ValueError: what is no word, or another word than the statuses that there are.
        """
        for status in statuses:
            require_word(status, STATUSES, "status")
        return tuple(one for one in self.obligations if one.status in statuses)

    def to_dict(self) -> dict[str, object]:
        """Return plain data with dates in ISO: one element of `cases` in the JSON of `evaluate`, but for `next_change`.

        That day is the engine's to find (`Engine.next_change`).
        """
        return {
            "case": self.case,
            "origin": plain(self.origin),
            "obligations": [one.to_dict() for one in self.obligations],
            **{name: plain(getattr(self, name)) for name in BESIDE},
            "error": None,
        }

    def __hash__(self) -> int:
        return hash((self.case, self.at, self.known, len(self.obligations)))

    def __repr__(self) -> str:
        counts = f"{len(self.obligations)} obligations, {len(self.overdue)} overdue"
        return f"<Evaluation of {self.case} at {self.at}: {counts}>"
