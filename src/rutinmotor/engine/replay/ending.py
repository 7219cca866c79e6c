"""Today's events in, what they end out: obligations, series, what hangs on a state's run (semantics 5.2, 5.5).

So does what ends without an event: that a rule has become overdue, as the day begins, and a fact's date, as it ends.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from rutinmotor.engine.plan import BoundRule, EventSteps
from rutinmotor.engine.replay.calling_off import note_ending
from rutinmotor.engine.replay.clocks import turn
from rutinmotor.engine.replay.doubting import missing_of
from rutinmotor.engine.replay.found import CaseWide
from rutinmotor.engine.replay.instance import Breach, Cause, Instance, Run, Series
from rutinmotor.engine.replay.open_instances import holders_in
from rutinmotor.engine.replay.opening import open_asked
from rutinmotor.engine.replay.periods import period_of
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.series import begins_later
from rutinmotor.engine.replay.serving import may_end, may_end_series, note_series_ended, note_served, order_to
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import NO_CLOCK, Event, Holder


def end_all(now: Situation, event: Event, steps: EventSteps) -> None:
    """Let an event end what is open of the rules that it bears on, and their series with it."""
    for rule in steps.calls_off:
        note_ending(now, rule, None if rule.index in steps.ends_all else event.item, event)
    if now.questions.open:
        _close_questions(now, event, steps)
    for rule in now.open.opened_among(steps.ends):
        item = None if rule.index in steps.ends_all else event.item
        by_item = now.open.by_rule[rule.index]
        if by_item:
            for holder in holders_in(by_item, item):
                left = [one for one in by_item.pop(holder, ()) if not _ended_by(now, event, steps, one)]
                if left:
                    by_item[holder] = left
        if rule.repetition is not None:
            running = now.open.series.get(rule.group, {})
            for holder in holders_in(running, item):
                series = running.get(holder)
                if series is not None and series.rule is rule and may_end_series(now, event, steps, series):
                    end_series(now, event, series)


def _close_questions(now: Situation, event: Event, steps: EventSteps) -> None:
    """Let an event close the questions of the rules that it ends (semantics 2.7)."""
    groups = {rule.group for rule in steps.ends.values()}.intersection(now.questions.open)
    bearing = dict.fromkeys(now.questions.bearing(groups, event.item))
    if steps.ends_all:
        of_all = now.questions.bearing(groups, None)
        bearing |= dict.fromkeys(one for one in of_all if one.rule.index in steps.ends_all)
    for question in bearing:
        if question.rule.index in steps.ends and _may_close(now, event, steps, question):
            now.questions.close(question, "ended", now.today.day, event)
            now.found.changed = True


def _may_close(now: Situation, event: Event, steps: EventSteps, question: Question) -> bool:
    """Say whether an event of today would end what a question asks for, which stands alone of its rule.

    One of a series waits for as long as that runs.
    """
    if question.series is not None:
        return False
    if question.day == now.today.day:
        order = order_to(event, steps, question.cause, question.rule)
        if order != "after" and (order != "open" or question.older):
            return False
    return not question.rule.spares or not _would_be_spared(now, question)


def _would_be_spared(now: Situation, question: Question) -> bool:
    """Say whether an ending of today would leave open what a question asks for, as it would stand by now.

    Where its deadline needs a fact that is missing, it is not overdue.
    """
    if missing_of(question.needs, question.known):
        return "running" in question.rule.spares
    if question.day == now.today.day:
        # What arose today is not overdue, and its period runs.
        return "running" in question.rule.spares and not begins_later(now, question.rule)
    lived = now.live(now, question, lambda then: open_asked(then, question))
    return any(one.outcome is None and spare(now, one) for one in lived.found.instances)


def close_fresh_question(now: Situation, question: Question) -> bool:
    """Let an event of today close a question that was put today, if one may; say whether one has."""
    for event, steps in _enders(now, question.rule, question.item, NO_CLOCK):
        if _may_close(now, event, steps, question):
            now.questions.close(question, "ended", now.today.day, event)
            return True
    return False


def _ended_by(now: Situation, event: Event, steps: EventSteps, instance: Instance) -> bool:
    if instance.opened == now.today.day and not may_end(now, event, steps, instance):
        return False
    if spare(now, instance):
        return False
    end_one(now, instance, event)
    return True


def spare(now: Situation, instance: Instance) -> bool:
    """Leave open what an ending of today meets, if its rule says so; say whether it does (semantics 5.2)."""
    rule, today = instance.rule, now.today.day
    if not rule.spares or instance.is_spared:
        return instance.is_spared
    late = not instance.arose(today) and instance.due is not None and instance.due < today
    owed = "overdue" in rule.spares and late
    if "running" in rule.spares:
        owed = owed or not late or today <= period_of(instance)[1]
    if owed:
        instance.detail.spared = True
    return owed


def end_series(now: Situation, by: Event | Cause, series: Series) -> None:
    """Let nothing of a series come again, as something has ended it today."""
    if isinstance(by, Event):
        note_series_ended(now, by, series)
        if by.item is None and series.item is not None:
            _note_case_wide(now, CaseWide(series.rule, series.item, by, None))
    elif series.began < now.today.day:
        now.today.stood.add((series.rule.group, series.item))
    now.open.end_series(series)
    for question in tuple(now.questions.of(series.rule.group, series.item)):
        if question.series is series:
            now.questions.close(question, "ended", now.today.day, by if isinstance(by, Event) else None)


def end_run(now: Situation, run: Run) -> None:
    """Let the end of a state end the standing obligations that it opened."""
    assert run.ending is not None
    for instance in now.waiting.for_run.pop(id(run), ()):
        if instance.outcome is None:
            now.open.by_rule[instance.rule.index][instance.item].remove(instance)
            end_one(now, instance, run.ending)


def end_begun(now: Situation) -> None:
    """Let events end the series that have just begun and have opened nothing yet."""
    begun, now.today.begun = now.today.begun, []
    for series in begun:
        for event, steps in _enders(now, series.rule, series.item, series.first.clock):
            if may_end_series(now, event, steps, series):
                end_series(now, event, series)
                break


def end_fresh(now: Situation, fresh: Sequence[Instance]) -> None:
    """Let events end what has just opened, and its series; a run that is over, the standing one that it opened."""
    for instance in fresh:
        rule = instance.rule
        is_open = instance.outcome is None
        if is_open and rule.timing == "standing" and (ending := _over(instance)) is not None:
            end_one(now, instance, ending)
            continue
        if not rule.ends_with:
            continue
        series = instance.details.series if instance.details is not None else None
        for event, steps in _enders(now, rule, instance.item, instance.clock):
            if is_open and may_end(now, event, steps, instance) and not spare(now, instance):
                end_one(now, instance, event)
                is_open = False
            # What was fulfilled as it opened has a series all the same.
            if series is not None and series.running and may_end_series(now, event, steps, series):
                end_series(now, event, series)
            if not is_open and (series is None or not series.running):
                break


def _enders(now: Situation, rule: BoundRule, item: Holder, clock: int) -> Iterable[Happening]:
    """Give the events that may end what opens now of a rule at a clock."""
    if not rule.ends_all:
        return now.today.offers(rule.ends_with, item, clock)
    plain = tuple(type_ for type_ in rule.ends_with if type_ not in rule.ends_all)
    of_all = now.today.offers(tuple(sorted(rule.ends_all)), None, clock)
    return chain(now.today.offers(plain, item, clock), of_all)


def _over(instance: Instance) -> Event | Cause | None:
    """Give what has ended the run that a standing obligation hangs on, if that does not come after its opening."""
    run = instance.cause.run if isinstance(instance.cause, Cause) else None
    if run is None or run.ending is None or (run.ended or 0) > instance.opened:
        # Where a question is answered, what has ended since is not yet over.
        return None
    return None if NO_CLOCK < instance.clock < run.ending.clock else run.ending


def end_one(now: Situation, instance: Instance, by: Event | Cause) -> None:
    """End an obligation today, and what runs ahead of it; it is for the caller to take it out of the open ones."""
    _end_alone(now, instance, by)
    if now.waiting.has_followers:
        end_what_runs_ahead(now, instance, by)


def end_what_runs_ahead(now: Situation, other: Instance, by: Event | Cause) -> None:
    """Let what closed an obligation end what runs ahead of it; a breach, where that was fulfilled (semantics 3.2)."""
    closed = [other]
    while closed:
        one = closed.pop()
        done = one is other and one.outcome != "ended"
        for series in now.waiting.series_running_ahead(one):
            # Though none of it may be open just now.
            end_series(now, by, series)
        for ahead in now.waiting.running_ahead(one):
            was_open = ahead.outcome is None
            end_ahead(now, ahead, by, done=done)
            if was_open:
                closed.append(ahead)


def end_ahead(now: Situation, ahead: Instance, by: Event | Cause, *, done: bool) -> None:
    """End what ran ahead of an obligation that closed today; a breach, if the other was `done`."""
    if ahead.outcome is None:
        now.open.by_rule[ahead.rule.index][ahead.item].remove(ahead)
        _end_alone(now, ahead, by)
        ahead.detail.ended_ahead = True
    elif ahead.outcome != "ended" or not ahead.detail.ended_ahead or ahead.closed != now.today.day:
        return
    if done and isinstance(by, Event) and not _ends_itself(now, ahead):
        # The other may have been ended first, and fulfilled later that day.
        ahead.closing = by
        ahead.detail.note(Breach(now.today.day, "not_done_ahead", by))


def _ends_itself(now: Situation, ahead: Instance) -> bool:
    """Say whether an event of today ends what ran ahead by its own rule too: then nothing was left to be done."""
    rule = ahead.rule
    enders = _enders(now, rule, ahead.item, NO_CLOCK) if rule.ends_with else ()
    return any(not ahead.arose(now.today.day) or may_end(now, event, steps, ahead) for event, steps in enders)


def _end_alone(now: Situation, instance: Instance, by: Event | Cause) -> None:
    if instance.details is not None:
        turn(now, instance)
        if instance.paused(now.today.day):
            instance.due = None
    if isinstance(by, Event) and by.item is None and instance.item is not None:
        _note_case_wide(now, CaseWide(instance.rule, instance.item, by, instance))
    instance.outcome, instance.closing = "ended", by
    now.found.changed = True
    if isinstance(by, Event):
        note_served(now, by, instance)
    elif instance.opened < now.today.day:
        now.today.stood.add((instance.rule.group, instance.item))
    if instance.rule.fulfilled_by:
        now.today.ended.setdefault(instance.rule.index, {}).setdefault(instance.item, []).append(instance)


def _note_case_wide(now: Situation, ended: CaseWide) -> None:
    """Note what an ending without an item has ended for an item, unless the day brought one of the item's own too.

    What has only closed the one that it runs ahead of is no ending of its own.
    """
    rule, event = ended.rule, ended.event
    if event.type not in rule.ends_with and rule.timing != "standing":
        return
    if all(one.item is None for one in now.today.bearing(rule.ends_with, ended.item)):
        now.found.ended_with_case.append(ended)
