"""What opens without an event counted, an error out where rules set each other off without end (semantics 6.7)."""

from __future__ import annotations

from datetime import date
from typing import Final

from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.ground.diagnostics import CaseError, diagnose
from rutinmotor.language.case import Case, Holder

AT_MOST: Final = 5_000


class Ceiling:
    """How many of each rule and holder timers, series and fulfilments have opened since the day of the last event."""

    __slots__ = ("_at_most", "_numbers", "_since")

    def __init__(self, at_most: int = AT_MOST) -> None:
        """`at_most` so many of one rule and item or case may open."""
        self._at_most = at_most
        self._since = 0
        self._numbers: dict[tuple[int, Holder], int] = {}

    def begin(self, day: int) -> None:
        """Count anew from a day with events, this one included."""
        self._since = day
        if self._numbers:
            self._numbers = {}

    def count(self, instance: Instance, case: Case) -> None:
        """Count what opens, unless an event itself opened it. Raises CaseError where it is one too many."""
        if not _by_itself(instance):
            return
        key = instance.rule.group, instance.item
        number = self._numbers[key] = self._numbers.get(key, 0) + 1
        if number > self._at_most:
            day = date.fromordinal(self._since).isoformat()
            rule, item, most = instance.rule.id, instance.item or "", self._at_most
            raise CaseError([diagnose("RM632", case.place, rule=rule, case=case.id, item=item, most=most, day=day)])


def _by_itself(instance: Instance) -> bool:
    """Say whether a timer, a series or a fulfilment opened it, and neither an event nor a state that one began."""
    if instance.details is not None and instance.details.later:
        return True
    cause = instance.cause
    return isinstance(cause, Cause) and (cause.run is None or cause.run.began != cause.day)
