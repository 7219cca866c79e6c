"""An obligation of a series in, its place there out: which one it is, and what it counts from (semantics 5.3, 5.4)."""

from __future__ import annotations

from rutinmotor.engine.explanation.explanation import SeriesPlace
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date
from rutinmotor.engine.replay import Asked, Instance, period_of


def is_next(instance: Instance) -> bool:
    """Say whether the fulfilment of the one before in its series opened it."""
    repetition, details = instance.rule.repetition, instance.details
    return repetition is not None and repetition.from_ == "fulfilment" and details is not None and details.later


def anchor_of(replayed: ReplayedCase, instance: Instance) -> tuple[int, int]:
    """Give the day that a `from: trigger` series is counted from, and which in it the obligation is, from 1.

    The day is that of a trigger which opened the series or started it anew: the latest from which whole spans lead to
    the obligation's own date, the one before having been due on the day before its time began.
    """
    repetition, details = instance.rule.repetition, instance.details
    assert repetition is not None
    assert repetition.every is not None
    assert details is not None
    assert details.base is not None
    late: tuple[int, int] | None = None
    for asked in reversed(replayed.asked):
        began = asked.became == "opened" or restarted(asked)
        if began and asked.item == instance.item and asked.day <= details.start:
            number, begins = 1, asked.day
            while (end := repetition.every.after(asked.day, number)) < details.base:
                number, begins = number + 1, end + 1
            if end == details.base and begins == details.start:
                return asked.day, number
            # What an answer has started again may come up later than it would have.
            if end == details.base and begins < details.start and late is None:
                late = asked.day, number
    if late is None:
        raise AssertionError("a series that no trigger began")
    return late


def restarted(asked: Asked) -> bool:
    """Say whether a trigger has started a time again, when it came or as of its day by the answer to a question."""
    question = asked.question
    by_answer = question is not None and question.became == "kept" and asked.rule.on_repeat == "restart"
    return asked.became == "restarted" or by_answer


def place_of(replayed: ReplayedCase, instance: Instance) -> SeriesPlace | None:
    """Say where in a series an obligation stands; None where its rule does not come again."""
    repeat, details = instance.rule.version.rule.repeat, instance.details
    if repeat is None or details is None:
        return None
    if repeat.each:
        first, last = period_of(instance)
        return SeriesPlace(repeat.each, _count(replayed, instance), as_date(first), as_date(last))
    if repeat.from_ == "trigger":
        return SeriesPlace("trigger", anchor_of(replayed, instance)[1])
    return SeriesPlace("fulfilment", _count(replayed, instance))


def _count(replayed: ReplayedCase, instance: Instance) -> int:
    """Count the obligations of the same series up to and including this one."""
    details = instance.details
    same = [one for one in replayed.arisen if details and one.details and one.details.series is details.series]
    return same.index(instance) + 1
