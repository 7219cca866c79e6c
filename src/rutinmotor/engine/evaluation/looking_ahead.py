"""A replay that is over in, the first day out on which its answer would differ if nothing more happened (6.2)."""

from __future__ import annotations

from collections.abc import Iterable

from rutinmotor.engine.evaluation.status import had_happened
from rutinmotor.engine.replay import Instance, Replay
from rutinmotor.ground.days import LAST_DAY

_LATE = LAST_DAY + 1
# Days on which much happens and nothing can be seen, before none is looked for: more than a calendar has.
_MOST_UNSEEN = 40_000


def first_change(replay: Replay, at: int) -> int:
    """Live a replay on, to the first day after `at` on which the answer differs; a day past all days if none does.

    A pause hides the due date. Where that passes or moves while the pause lasts, as a rule that its own being overdue
    restarts lets it, there may be nothing to see: then the day is passed over.
    """
    day = at
    for _ in range(_MOST_UNSEEN):
        turn = _first_turn(replay.instances, day)
        change = replay.next_opening(turn)
        if change < turn or change > LAST_DAY:
            return change
        hidden = [one for one in replay.instances if _is_hidden(one, day)]
        if not hidden or _first_turn((one for one in replay.instances if not _is_hidden(one, day)), day) == turn:
            return turn
        if replay.next_opening(turn + 1) == turn or not all(one.paused(turn) for one in hidden):
            return turn
        day = turn
    return _LATE


def _is_hidden(instance: Instance, day: int) -> bool:
    return instance.due is not None and instance.paused(day)


def _first_turn(instances: Iterable[Instance], at: int) -> int:
    """Give the first day after `at` on which an open obligation changes by itself; a day past all days if none does."""
    first = _LATE
    for instance in instances:
        due = instance.due
        if instance.outcome is not None or due is None:
            continue
        days = [] if had_happened(instance) else [due + 1]
        if not instance.paused(at):
            if instance.rule.warn is not None:
                days.append(instance.rule.warn.before(due))
            days += [max(step.day(due), instance.opened) for step in instance.rule.escalation]
        first = min([first, *(day for day in days if day > at)])
    return first
