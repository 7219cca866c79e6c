"""A rule in, how its due date comes about and what counts it out; read by the lints and by the plan."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from rutinmotor.language.catalogue.rule import Rule
from rutinmotor.language.constructs import Deadline, Duration, Timing


class Timed(NamedTuple):
    """How a due date comes about, and which deadline counts it, if one does.

    It is `counted` from a day, by the deadline or else by the rule's `repeat`; it is `open` (there is none) or
    `standing`; it is the day of the event `before`; or it is `inherited` from the obligation that the rule runs ahead
    of (semantics 3.2, 4.4, 4.5).
    """

    timing: Timing
    deadline: Deadline | None


def timing_of(rule: Rule, urgency: Mapping[str, Duration]) -> Timed:
    """Say how a rule's due date comes about, where the catalogue gives the words of `urgency` a meaning."""
    deadline = rule.deadline
    if deadline is None:
        return Timed("counted" if rule.repeat else "inherited", None)
    if deadline.urgency is None:
        return _timed(deadline)
    if deadline.at_latest:
        return _timed(deadline.at_latest)
    if rule.repeat and rule.repeat.each:
        return Timed("counted", None)
    defined = urgency.get(deadline.urgency or "")
    if defined is None:
        return Timed("open", None)
    return Timed("counted", Deadline.model_validate({key: getattr(defined, key) for key in defined.model_fields_set}))


def _timed(deadline: Deadline) -> Timed:
    timing = deadline.deadline_kind.timing
    return Timed(timing, deadline if timing in ("counted", "before") else None)
