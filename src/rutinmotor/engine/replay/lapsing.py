"""What ends without an event: by another rule overdue, by a date, or with what it ran ahead of (semantics 3.2, 5.2)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import chain

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.calling_off import note_ending, note_ending_by_date
from rutinmotor.engine.replay.ending import end_ahead, end_one, end_series, spare
from rutinmotor.engine.replay.instance import Cause, Instance
from rutinmotor.engine.replay.open_instances import holders_in
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import EndsByOverdue, PastDue, Timer
from rutinmotor.language.case import Holder
from rutinmotor.language.constructs import EndingKind


def end_by_overdue(now: Situation, up: Iterable[Timer]) -> None:
    """Let what has become overdue as the day began, by the timers that are up, end what was there by then."""
    for timer in up:
        if isinstance(timer.what, PastDue):
            source, day = timer.what.instance, now.today.day
            for rule in timer.what.late.ends:
                by = Cause(EndingKind.OVERDUE, source.rule.id, day, source.item, source=source)
                now.waiting.overdue.setdefault(rule.group, []).append(EndsByOverdue(rule, by))
                if rule.index in now.plan.can_end:
                    note_ending(now, rule, source.item, by)
                _end_without_event(now, rule, source.item, by, day)
        elif isinstance(timer.what, EndsByOverdue):
            rule, by = timer.what
            _end_without_event(now, rule, by.item, by, now.today.day)


def end_by_dates(now: Situation) -> None:
    """Let the dates of today end what was there by then; one given late ends what had opened up to its day."""
    for fact, given_for in now.today.dates:
        for rule in now.plan.ended_by[fact]:
            held = chain(now.open.by_rule.get(rule.index, ()), now.open.series.get(rule.group, ()))
            for holder in _with_the_date(now, dict.fromkeys(held), given_for, fact):
                value = now.world.facts(holder).get(fact)
                if isinstance(value, date) and value.toordinal() <= now.today.day:
                    by = Cause(EndingKind.DATE, fact, now.today.day, holder)
                    _end_without_event(now, rule, holder, by, value.toordinal(), exactly=True)
            if rule.index in now.plan.can_end:
                named: dict[Holder, None] = {None: None, **dict.fromkeys(now.world.items)}
                for holder in _with_the_date(now, named, given_for, fact):
                    note_ending_by_date(now, rule, holder, fact)


def _with_the_date(now: Situation, holders: Iterable[Holder], given_for: Holder, fact: str) -> list[Holder]:
    """Give a holder of a value that is an item; for the case, those of some holders that have no value of their own."""
    if given_for is not None:
        return [given_for]
    return [one for one in holders if one is None or now.world.own(one, fact) is None]


def _end_without_event(
    now: Situation, rule: BoundRule, item: Holder, by: Cause, last: int, *, exactly: bool = False
) -> None:
    """End what has opened of a rule up to a day and bears on an item, or is `exactly` that item's or the case's."""
    by_item, running = now.open.by_rule.get(rule.index, {}), now.open.series.get(rule.group, {})
    for holder in (item,) if exactly else holders_in(by_item, item):
        left: list[Instance] = []
        for instance in by_item.pop(holder, ()):
            if instance.there_since > last or spare(now, instance):
                left.append(instance)
            else:
                end_one(now, instance, by)
        if left:
            by_item[holder] = left
    for holder in (item,) if exactly else holders_in(running, item):
        series = running.get(holder)
        if series is not None and series.rule is rule and series.began <= last:
            end_series(now, by, series)


def end_with_other(now: Situation, other: Instance) -> None:
    """In a life lived anew, let what closed an obligation today end what would have run ahead of that."""
    assert other.closing is not None
    for series in now.waiting.series_running_ahead(other):
        end_series(now, other.closing, series)
    for ahead in now.found.instances:
        end_ahead(now, ahead, other.closing, done=other.outcome != "ended")
