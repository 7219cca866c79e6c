"""Cases in, the least work that they could cost out: one dict look-up an event, and the sixty rules written by hand."""

from __future__ import annotations

from collections.abc import Iterable

from by_hand.lives import by_hand
from by_hand.slots import DUE, ENDED, FULFILLED, FULFILLED_LATE, NO_DUE, OVERDUE, STANDING, Answer
from generator import ITEMS, RULE_IDS, WHOLE_CASE, Drawn

from rutinmotor import Evaluation

__all__ = ["by_engine", "by_hand", "look_up"]

_STATUS = {
    "due": DUE,
    "overdue": OVERDUE,
    "fulfilled": FULFILLED,
    "fulfilled_late": FULFILLED_LATE,
    "ended": ENDED,
    "standing": STANDING,
}
_NUMBER = {f"arende.{rule}": number for number, rule in enumerate(RULE_IDS)}


def look_up(drawn: Iterable[Drawn], table: dict[str | None, int]) -> int:
    """Look each event's type up, and do nothing else."""
    total = 0
    for one in drawn:
        for event in one.case.events:
            total += table[event.type]
    return total


def by_engine(evaluation: Evaluation) -> list[Answer]:
    """Give an engine's answer in the integers of the loop by hand, sorted."""
    return sorted(
        (
            _NUMBER[one.rule],
            WHOLE_CASE if one.item is None else ITEMS.index(one.item),
            _STATUS[one.status],
            one.opened.toordinal(),
            NO_DUE if one.due is None else one.due.toordinal(),
        )
        for one in evaluation.obligations
    )
