"""A day's events in, facts, items and states as they stand at its end out; the first thing of every day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from rutinmotor.engine.eventlog import facts_in, later_recorded
from rutinmotor.engine.plan import NOTES, TURNS, Plan
from rutinmotor.engine.replay.instance import Run
from rutinmotor.engine.replay.running_out import end_runs, end_runs_by_dates, set_run_out_timers
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.states import Turning
from rutinmotor.engine.replay.timers import set_dated_timers, set_ending_timer, set_event_timers, set_run_timers
from rutinmotor.engine.replay.today import Turns
from rutinmotor.engine.replay.waiting import Timer
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder

# The events of a day without a clock that gave a holder's fact, the last of each, and its value.
Clockless: TypeAlias = dict[tuple[Holder, str], tuple[Event, FactValue]]
# The dates that a day gives, by holder and fact: the event whose value stands, and the value with which the day began.
Given: TypeAlias = dict[tuple[Holder, str], tuple[Event, FactValue]]
# A fact, the event whose value of it stands, and that value.
Learned: TypeAlias = tuple[str, Event, FactValue]


def learn(now: Situation, does: int, up: Sequence[Timer]) -> None:
    """Bring facts, items and states to the day's end, and set the timers that hang on them.

    What ends states without an event does so first, by the timers that are `up` or by the facts that the day gives.
    """
    world, today = now.world, now.today
    world.begin(today.day)
    over = end_runs(now, up) if up else []
    given: Given = {}
    clockless: Clockless = {}
    for event, steps in today.happenings:
        if event.item is not None:
            world.items[event.item] = None
        if event.data or steps.resets:
            _learn_facts(now, event, steps.resets, clockless, given)
        if does & NOTES:
            if steps.remembered:
                world.remember(event)
            set_event_timers(now, event, steps.since)
    if given:
        over += _take_dates(now, given)
    if now.plan.bearers:
        _learn_of_events(now)
    if does & TURNS:
        today.turns = _turn_states(now)
    if over:
        today.turns = _with_those_over(today.turns, over)


def _with_those_over(turns: Turns, over: Sequence[Run]) -> Turns:
    states = {state: dict(holders) for state, holders in turns.states.items()}
    for run in over:
        states.setdefault(run.state, {})[run.holder] = None
    return turns._replace(states=states, over=over)


def learned(plan: Plan, event: Event, resets: Iterable[str], clockless: Clockless) -> Iterator[Learned]:
    """Yield the facts that an event gives, or takes away as one that `resets`, each with whose value stands then.

    `clockless` are those of the day without a clock, the last of each. Against a value without a clock, one with a
    clock stands only if it was recorded later (semantics 2.2).
    """
    for fact, value in {**dict.fromkeys(resets), **facts_in(plan, event)}.items():
        if plan.facts[fact].of_event:
            continue
        stands = event, value
        if event.clock == NO_CLOCK:
            clockless[event.item, fact] = stands
        elif clockless:
            other = clockless.get((event.item, fact))
            if other is not None and later_recorded(other[0]) > later_recorded(event):
                stands = other
        yield fact, stands[0], stands[1]


def _learn_facts(
    now: Situation,
    event: Event,
    resets: Iterable[str],
    clockless: Clockless,
    given: Given,
) -> None:
    """Take in the facts that an event gives or takes away; in `given` is gathered whose dates stand as the day ends."""
    for fact, given_by, value in learned(now.plan, event, resets, clockless):
        if fact in now.plan.dated or fact in now.plan.ended_by or fact in now.plan.runs_out_by:
            earlier = given.get((event.item, fact))
            given[event.item, fact] = given_by, now.world.own(event.item, fact) if earlier is None else earlier[1]
        now.world.learn(event.item, fact, value, event.clock)


def _take_dates(now: Situation, given: Given) -> list[Run]:
    """Set the timers of dates that the day has given, and end the runs that they end."""
    for (item, fact), (by, before) in given.items():
        if fact in now.plan.ended_by:
            set_ending_timer(now, item, fact, now.today.day)
        if fact in now.plan.dated:
            set_dated_timers(now, item, fact, now.today.day, by, before)
    return end_runs_by_dates(now, [one for one in given if one[1] in now.plan.runs_out_by])


def _learn_of_events(now: Situation) -> None:
    """Take in what is told of events: what each gives of itself, then what it tells of others (semantics 2.9)."""
    bearers = now.plan.bearers
    now.world.events.told_today = []
    telling: list[tuple[Event, str, FactValue]] = []
    for event, _ in now.today.happenings:
        given = (
            {fact: value for fact, value in facts_in(now.plan, event).items() if value is not None}
            if event.data
            else {}
        )
        borne = [fact for fact, types in bearers.items() if event.type in types]
        if borne:
            now.world.events.bear(event, borne, given)
        telling += [
            (event, fact, value)
            for fact, value in given.items()
            if now.plan.facts[fact].of_event and (event.about is not None or fact not in borne)
        ]
    for event, fact, value in telling:
        now.world.events.tell(event, fact, value)


def _turn_states(now: Situation) -> Turns:
    """Let the day's events begin and end states."""
    turnings: dict[str, list[Turning]] = {}
    for event, steps in now.today.happenings:
        for state in dict.fromkeys((*steps.finishes, *steps.begins)):
            turnings.setdefault(state, []).append(Turning(event, state in steps.begins, state in steps.finishes))
    begun: dict[int, list[Run]] = {}
    ended: dict[int, list[Run]] = {}
    states: dict[str, dict[Holder, None]] = {}
    for state, turning in turnings.items():
        for run, began in now.world.turn(state, turning):
            states.setdefault(state, {})[run.holder] = None
            if began:
                begun.setdefault(id(run.event), []).append(run)
                set_run_timers(now, run)
                set_run_out_timers(now, run)
            else:
                ended.setdefault(id(run.ending), []).append(run)
    return Turns(begun, ended, states)
