"""The timers and the facts of a day in, the states that end without an event out, as the day begins (semantics 2.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from rutinmotor.engine.replay.instance import Cause, Instance, Run
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import OverAsLived, PastDue, RunOver, RunsOver, Timer
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Holder
from rutinmotor.language.constructs import EndingKind, Rank


def set_run_out_timers(now: Situation, run: Run) -> None:
    """Set the timers of what will end a run that has begun: its own length, and the dates that are known."""
    ends = now.plan.runs_out.get(run.state)
    if ends is None:
        return
    for span in ends.after:
        try:
            day = span.after(run.began)
        except DayOutOfRange as reason:
            if span.working is not None:
                raise now.state_outside(run.state, reason) from None
            continue
        _set(now, day, RunOver(run), (run.state, ""), run.holder)
    for fact in ends.by_fact:
        given = now.world.facts(run.holder).get(fact)
        if isinstance(given, date) and given.toordinal() >= run.began:
            _set(now, given.toordinal() + 1, RunOver(run, fact, given), (run.state, fact), run.holder)


def _set(
    now: Situation, day: int, what: RunOver | RunsOver | OverAsLived, names: tuple[str, ...], holder: Holder
) -> None:
    now.waiting.to_run_out += 1
    now.waiting.set_timer(day, Rank.PAST_DUE, what, names, holder, 0)


def end_runs(now: Situation, up: Iterable[Timer]) -> list[Run]:
    """End the runs that are over by the timers that are up, with the facts as they stood when the day before ended."""
    over: list[Run] = []
    for timer in up:
        match timer.what:
            case RunOver(run, fact, given):
                now.waiting.to_run_out -= 1
                if run.ended is None and (fact is None or now.world.facts(run.holder).get(fact) == given):
                    over.append(
                        _end(now, run, EndingKind.AFTER if fact is None else EndingKind.DATE, fact or run.state)
                    )
            case OverAsLived(run):
                now.waiting.to_run_out -= 1
                there = now.world.run_of(run.state, run.holder)
                if there is not None and there.event is run.event:
                    there.ended, there.ending = run.ended, run.ending
                    now.world.end(there)
                    over.append(there)
            case RunsOver(state, fact, given):
                now.waiting.to_run_out -= 1
                if now.world.own(None, fact) == given:
                    over += _end_by_the_case(now, state, fact, given)
            case PastDue(instance, late):
                for state in late.states:
                    over += [
                        _end(now, run, EndingKind.OVERDUE, instance.rule.id, instance)
                        for run in _bearing(now, state, instance.item)
                    ]
            case _:
                pass
    return over


def _bearing(now: Situation, state: str, item: Holder) -> list[Run]:
    if item is None:
        return list(now.world.running(state))
    return [run for holder in (item, None) if (run := now.world.run_of(state, holder)) is not None]


def _end_by_the_case(now: Situation, state: str, fact: str, given: date) -> list[Run]:
    """End the runs of a state for which the case's date is the one that holds, but not those that began after it."""
    return [
        _end(now, run, EndingKind.DATE, fact)
        for run in list(now.world.running(state))
        if run.began <= given.toordinal() and (run.holder is None or now.world.own(run.holder, fact) is None)
    ]


def end_runs_by_dates(now: Situation, given: Iterable[tuple[Holder, str]]) -> list[Run]:
    """End the runs of which a fact of today gives a day that is past, and set timers for those that are ahead."""
    over: list[Run] = []
    for holder, fact in given:
        value = now.world.facts(holder).get(fact)
        if not isinstance(value, date):
            continue
        last = value.toordinal()
        for state in now.plan.runs_out_by[fact]:
            if holder is None and last < now.today.day:
                over += _end_by_the_case(now, state, fact, value)
            elif holder is None:
                _set(now, last + 1, RunsOver(state, fact, value), (state, fact), None)
            elif (run := now.world.run_of(state, holder)) is not None and run.began <= last:
                if last < now.today.day:
                    over.append(_end(now, run, EndingKind.DATE, fact))
                else:
                    _set(now, last + 1, RunOver(run, fact, value), (state, fact), holder)
    return over


def _end(now: Situation, run: Run, kind: EndingKind, name: str, source: Instance | None = None) -> Run:
    run.ended = now.today.day
    run.ending = Cause(kind, name, now.today.day, run.holder, run=run, source=source)
    now.world.end(run)
    now.found.run_out.setdefault(run.state, []).append(run)
    return run


def end_as_lived(anew: Situation, lived: Situation, states: Iterable[str], since: int) -> None:
    """Let the runs of some states end in a life lived anew as they have in the one lived, after the day `since`."""
    for state in states:
        for run in reversed(lived.found.run_out.get(state, ())):
            if run.ended is None or run.ended <= since:
                break
            _set(anew, run.ended, OverAsLived(run), (state, ""), run.holder)


def may_run_out(now: Situation) -> bool:
    """Say whether a state may still end without an event."""
    if now.waiting.to_run_out:
        return True
    return any(
        any(True for _ in now.world.running(state)) and any(_may_be_overdue(now, rule) for rule in ends.by_rule)
        for state, ends in now.plan.runs_out.items()
    )


def _may_be_overdue(now: Situation, full_id: str) -> bool:
    opened: Sequence[dict[Holder, list[Instance]]] = [
        now.open.by_rule.get(rule.index, {}) for rule in now.plan.group_of(full_id)
    ]
    return any(
        one.due is not None and one.due >= now.today.day
        for by_item in opened
        for found in by_item.values()
        for one in found
    )
