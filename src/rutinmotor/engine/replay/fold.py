"""A Plan, a case's log and a day in, all that arose out: the days lived one after another (semantics 1.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rutinmotor.engine.eventlog import facts_in
from rutinmotor.engine.plan import ENDS, EXTENDS, FULFILS, NOTES, SETS_DUE, TURNS, BoundRule, Plan
from rutinmotor.engine.replay.clocks import extend_all, set_timers, turn_all
from rutinmotor.engine.replay.closing import end_all, end_run, fulfil
from rutinmotor.engine.replay.found import Asked
from rutinmotor.engine.replay.instance import Cause, Instance, Run, Undecided
from rutinmotor.engine.replay.open_instances import holders_in
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.situation import Situation, first_situation
from rutinmotor.engine.replay.timers import fire, set_dated_timers, set_event_timers, set_run_timers
from rutinmotor.engine.replay.today import NO_TURNS, Turns
from rutinmotor.engine.replay.waiting import Timer
from rutinmotor.engine.replay.world import Happening, World
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue, Holder
from rutinmotor.language.constructs import Rank

# Looked up once, as an Enum's member costs more than a name.
_NEXT = Rank.NEXT


class Replay:
    """One case lived through, day by day; it belongs to one question, and is over when that is answered."""

    __slots__ = ("_now",)

    def __init__(
        self, plan: Plan, case: Case, facts: dict[Holder, dict[str, FactValue]], watched: int | None = None
    ) -> None:
        """Start before the first day, with the starting facts by holder; `watched` is a rule's group (see `asked`)."""
        self._now = first_situation(plan, case, World(facts), watched)

    @property
    def instances(self) -> list[Instance]:
        """Every obligation that has arisen, in the order of opening."""
        return self._now.found.instances

    @property
    def undetermined(self) -> list[Undecided]:
        """Every rule that could not be judged, by day, rule, item (none first)."""
        undetermined = self._now.found.undetermined.values()
        return sorted(undetermined, key=lambda one: (one.day, one.rule.group, one.item or ""))

    @property
    def asked(self) -> list[Asked]:
        """What became of each trigger of the watched rule."""
        return self._now.found.asked

    @property
    def extended(self) -> list[tuple[Instance, Event]]:
        """Each event that has moved a due date of the watched rule, in order; a restart makes the earlier ones void."""
        return self._now.found.extended

    @property
    def world(self) -> World:
        """Facts and states at the end of the last day lived."""
        return self._now.world

    def live(self, days: Iterable[tuple[int, int, Sequence[Happening]]], until: int) -> None:
        """Live the given days, and the days between on which timers fire, to the end of the day `until`.

        Each day comes with what its events do together (`EventSteps.does`), and the events in order.
        """
        now = self._now
        timers = now.waiting.timers
        first = True
        for day, does, happenings in days:
            if first:
                first = False
                _set_starting_timers(now, day)
            while timers and timers[0].day < day:
                _live_day(now, timers[0].day, 0, ())
            _live_day(now, day, does, happenings)
        while timers and timers[0].day <= until:
            _live_day(now, timers[0].day, 0, ())
        now.today.day = until

    def next_opening(self, before: int) -> int:
        """Live on without events; give the first day earlier than `before` that changes anything, else `before`."""
        now = self._now
        now.today.no_more_events = True
        timers = now.waiting.timers
        while timers and timers[0].day < before:
            now.found.changed = False
            day = timers[0].day
            try:
                _live_day(now, day, 0, ())
            except CaseError:
                return day
            if now.found.changed:
                return day
        return before


def _set_starting_timers(now: Situation, first: int) -> None:
    """Set the timers of the dates that the case starts with, those before its first day aside."""
    if now.plan.dated:
        for item in list(now.world.holders()):
            for fact in now.plan.dated:
                set_dated_timers(now, item, fact, first)


def _live_day(now: Situation, day: int, does: int, happenings: Sequence[Happening]) -> None:
    """Live one day, in the order of semantics 1.8."""
    today, waiting, timers = now.today, now.waiting, now.waiting.timers
    today.begin(day, happenings)
    _learn(now, does)
    while timers and timers[0].day == day and timers[0].order <= _NEXT:
        fire(now, waiting.next_timer())
    _end_and_trigger(now, does)
    if does & EXTENDS:
        extend_all(now)
    if today.turns.states:
        turn_all(now)
        today.turns = NO_TURNS
    today.late = True
    if does & FULFILS or today.fresh:
        fulfil(now, all_open=True)
    if does & SETS_DUE:
        _set_before(now)
    while timers and timers[0].day == day:
        _run_ahead(now, does)
    if today.ended:
        today.ended = {}


def _run_ahead(now: Situation, does: int) -> None:
    """Let rules run ahead, then fulfil what they have opened; that may let others run ahead (semantics 1.8 (f))."""
    waiting = now.waiting
    together: list[Timer] = []
    while waiting.timers and waiting.timers[0].day == now.today.day:
        together.append(waiting.next_timer())
    for timer in together:
        fire(now, timer)
    fulfil(now, all_open=False)
    if does & SETS_DUE:
        _set_before(now)


def _learn(now: Situation, does: int) -> None:
    """Bring facts, items and states to the day's end."""
    world, plan, today = now.world, now.plan, now.today
    for event, steps in today.happenings:
        if event.item is not None:
            world.items[event.item] = None
        if event.data:
            for fact, value in facts_in(plan, event).items():
                world.learn(event.item, fact, value)
                if fact in plan.dated:
                    set_dated_timers(now, event.item, fact, today.day)
        if does & NOTES:
            if steps.remembered:
                world.remember(event)
            set_event_timers(now, event, steps.since)
    if does & TURNS:
        today.turns = _turn_states(now)


def _turn_states(now: Situation) -> Turns:
    """Let the day's events begin and end states, at each clock what ends first (semantics 1.3, 2.3)."""
    world, day = now.world, now.today.day
    begun: dict[int, list[Run]] = {}
    ended: dict[int, list[Run]] = {}
    for _, group in groupby(now.today.happenings, key=_clock):
        together = list(group)
        for event, steps in together:
            for state in steps.finishes:
                ended.setdefault(id(event), []).extend(world.finish(state, event, day))
        for event, steps in together:
            for state in steps.begins:
                run = world.begin(state, event, day)
                if run is not None:
                    begun.setdefault(id(event), []).append(run)
                    set_run_timers(now, run)
    states: dict[str, dict[Holder, None]] = {}
    for runs in (*begun.values(), *ended.values()):
        for run in runs:
            states.setdefault(run.state, {})[run.holder] = None
    return Turns(begun, ended, states)


def _clock(happening: Happening) -> int:
    # A date has no clock, and counts as the day's start where a clock is compared.
    return max(happening[0].clock, 0)


def _end_and_trigger(now: Situation, does: int) -> None:
    """Let a day's events end what they end and trigger what they trigger, at each clock what ends first."""
    if not does & (ENDS | TURNS):
        for event, steps in now.today.happenings:
            _trigger(now, event, steps.triggers)
        return
    for _, group in groupby(now.today.happenings, key=_clock):
        together = list(group)
        for event, steps in together:
            for run in now.today.turns.ended.get(id(event), ()):
                end_run(now, run, event)
            end_all(now, event, steps.ends)
        for event, steps in together:
            _trigger(now, event, steps.triggers)


def _trigger(now: Situation, event: Event, rules: Sequence[BoundRule]) -> None:
    """Let an event trigger the rules that name it or a state that it begins, each once, in the order of full ids."""
    runs = now.today.turns.begun.get(id(event))
    if runs is None:
        for rule in rules:
            trigger(now, rule, event.item, event)
        return
    causes: dict[BoundRule, Event | Cause] = dict.fromkeys(rules, event)
    for run in runs:
        for one in now.plan.begun.get(run.state, ()):
            rule = one.rule
            cause = Cause(one.hook.kind.key, run.state, now.today.day, event.item, event.clock, run)
            known = causes.get(rule)
            if known is None or _line(rule, cause) < _line(rule, known):
                causes[rule] = cause
    for rule in sorted(causes, key=lambda one: one.index):
        trigger(now, rule, event.item, causes[rule])


def _line(rule: BoundRule, cause: Event | Cause) -> int:
    """Give the place in a rule's list of triggers of the line that a cause matches."""
    for line, one in enumerate(rule.version.rule.trigger):
        if isinstance(cause, Event):
            if one.how.as_is and one.name == cause.type:
                return line
        elif one.kind == cause.kind and one.name == cause.type and one.parts.length is None:
            return line
    return len(rule.version.rule.trigger)


def _set_before(now: Situation) -> None:
    """Let today's events be the due dates of what had to be done before them (semantics 4.4, 1.8 (e))."""
    for event, steps in now.today.happenings:
        if not steps.due_of:
            continue
        waiting = now.waiting.for_event.get(event.type or "", {})
        for holder in holders_in(waiting, event.item):
            for instance in waiting.pop(holder, ()):
                if instance.closing is not None and (instance.closing.day or 0) < now.today.day:
                    continue
                instance.due = now.today.day
                now.found.changed = True
                if instance.outcome is None:
                    set_timers(now, instance)
