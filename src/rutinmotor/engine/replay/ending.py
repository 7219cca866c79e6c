"""Today's events in, what they end out: obligations, series, what hangs on a state's run (semantics 5.2, 5.5)."""

from __future__ import annotations

from collections.abc import Sequence

from rutinmotor.engine.plan import EventSteps
from rutinmotor.engine.replay.clocks import turn
from rutinmotor.engine.replay.found import CaseWide
from rutinmotor.engine.replay.instance import Cause, Instance, Run, Series
from rutinmotor.engine.replay.open_instances import holders_in
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.serving import may_end, may_end_series, note_series_ended, note_served
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.language.case import NO_CLOCK, Event


def end_all(now: Situation, event: Event, steps: EventSteps) -> None:
    """Let an event end what is open of the rules that it bears on, and their series with it."""
    if now.questions.open:
        _close_questions(now, event, steps)
    for rule in now.open.opened_among(steps.ends):
        by_item = now.open.by_rule[rule.index]
        if by_item:
            for holder in holders_in(by_item, event.item):
                left = [one for one in by_item.pop(holder, ()) if not _ended_by(now, event, steps, one)]
                if left:
                    by_item[holder] = left
        if rule.repetition is not None:
            running = now.open.series.get(rule.group, {})
            for holder in holders_in(running, event.item):
                series = running.get(holder)
                if series is not None and series.rule is rule and may_end_series(now, event, steps, series):
                    _end_series(now, event, series)


def _close_questions(now: Situation, event: Event, steps: EventSteps) -> None:
    """Let an event close the questions of the rules that it ends (semantics 2.7)."""
    groups = {rule.group for rule in steps.ends.values()}.intersection(now.questions.open)
    for question in now.questions.bearing(groups, event.item):
        if question.rule.index in steps.ends and _may_close(now, event, steps, question):
            now.questions.close(question, "ended", now.today.day, event)
            now.found.changed = True


def _may_close(now: Situation, event: Event, steps: EventSteps, question: Question) -> bool:
    return question.day < now.today.day or may_end(now, event, steps, question.stand_in)


def close_fresh_question(now: Situation, question: Question) -> bool:
    """Let an event of today close a question that was put today, if one may; say whether one has."""
    for event, steps in now.today.offers(question.rule.ends_with, question.item, NO_CLOCK):
        if _may_close(now, event, steps, question):
            now.questions.close(question, "ended", now.today.day, event)
            return True
    return False


def _ended_by(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    if instance.opened == now.today.day and not may_end(now, event, steps, instance):
        return False
    _end(now, instance, event)
    return True


def _end_series(now: Situation, event: Event, series: Series) -> None:
    note_series_ended(now, event, series)
    if event.item is None and series.item is not None:
        _note_case_wide(now, CaseWide(series.rule, series.item, event, None))
    now.open.end_series(series)


def end_run(now: Situation, run: Run, event: Event) -> None:
    """Let the end of a state end the standing obligations that it opened."""
    for instance in now.waiting.for_run.pop(id(run), ()):
        if instance.outcome is None:
            now.open.by_rule[instance.rule.index][instance.item].remove(instance)
            _end(now, instance, event)


def end_begun(now: Situation) -> None:
    """Let events end the series that have just begun and have opened nothing yet."""
    begun, now.today.begun = now.today.begun, []
    for series in begun:
        for event, steps in now.today.offers(series.rule.ends_with, series.item, series.first.clock):
            if may_end_series(now, event, steps, series):
                _end_series(now, event, series)
                break


def end_fresh(now: Situation, fresh: Sequence[Instance]) -> None:
    """Let events end what has just opened, and its series; a run that is over, the standing one that it opened."""
    for instance in fresh:
        rule = instance.rule
        is_open = instance.outcome is None
        if is_open and rule.timing == "standing" and (ending := _over(instance)) is not None:
            _end(now, instance, ending)
            continue
        if not rule.ends_with:
            continue
        series = instance.details.series if instance.details is not None else None
        for event, steps in now.today.offers(rule.ends_with, instance.item, instance.clock):
            if is_open and may_end(now, event, steps, instance):
                _end(now, instance, event)
                is_open = False
            # What was fulfilled as it opened has a series all the same.
            if series is not None and series.running and may_end_series(now, event, steps, series):
                _end_series(now, event, series)
            if not is_open and (series is None or not series.running):
                break


def _over(instance: Instance) -> Event | None:
    """Give what has ended the run that a standing obligation hangs on, if that does not come after its opening."""
    run = instance.cause.run if isinstance(instance.cause, Cause) else None
    if run is None or run.ending is None or (run.ended or 0) > instance.opened:
        # Where a question is answered, what has ended since is not yet over.
        return None
    return None if NO_CLOCK < instance.clock < run.ending.clock else run.ending


def _end(now: Situation, instance: Instance, event: Event) -> None:
    if instance.details is not None:
        turn(now, instance)
        if instance.paused(now.today.day):
            instance.due = None
    if event.item is None and instance.item is not None:
        _note_case_wide(now, CaseWide(instance.rule, instance.item, event, instance))
    instance.outcome, instance.closing = "ended", event
    now.found.changed = True
    note_served(now, event, instance)
    if instance.rule.fulfilled_by:
        now.today.ended.setdefault(instance.rule.index, {}).setdefault(instance.item, []).append(instance)


def _note_case_wide(now: Situation, ended: CaseWide) -> None:
    """Note what an ending without an item has ended for an item, unless the day brought one of the item's own too."""
    if all(one.item is None for one in now.today.bearing(ended.rule.ends_with, ended.item)):
        now.found.ended_with_case.append(ended)
