"""A Plan, a case's log and a day in, a Timeline out: the days lived one after another (semantics 1.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from heapq import heappop
from itertools import groupby

from rutinmotor.engine.eventlog import facts_in
from rutinmotor.engine.plan import ENDS, EXTENDS, FULFILS, NOTES, SETS_DUE, TURNS, BoundRule, Plan
from rutinmotor.engine.replay.clocks import extend_all, set_timers, turn_all
from rutinmotor.engine.replay.closing import end_all, end_run, fulfil
from rutinmotor.engine.replay.instance import Cause, Instance, Run, Undecided
from rutinmotor.engine.replay.ledger import DAY, KIND, NEXT, NO_TURNS, Asked, Ledger, Timer, Turns, holders_in
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.timers import fire, set_dated_timers, set_event_timers, set_lasting_timers
from rutinmotor.engine.replay.world import Happening, World
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue


class Replay:
    """One case lived through, day by day; a value of one evaluation, never shared."""

    __slots__ = ("_ledger",)

    def __init__(
        self,
        plan: Plan,
        case: Case,
        facts: dict[str | None, dict[str, FactValue]],
        watched: int | None = None,
    ) -> None:
        """Start before the first day, with the starting facts by holder; `watched` is a rule's group (see `asked`)."""
        self._ledger = Ledger(plan, World(facts), case, watched)

    @property
    def instances(self) -> list[Instance]:
        """Every obligation that has arisen, in the order of opening."""
        return self._ledger.instances

    @property
    def undetermined(self) -> list[Undecided]:
        """Every rule that could not be judged, by day, rule, item (none first)."""
        return sorted(self._ledger.undetermined.values(), key=lambda one: (one.day, one.rule.group, one.item or ""))

    @property
    def asked(self) -> list[Asked]:
        """What became of each trigger of the watched rule."""
        return self._ledger.asked

    @property
    def extended(self) -> list[tuple[Instance, Event]]:
        """Each event that has moved a due date of the watched rule, in order; a restart makes the earlier ones void."""
        return self._ledger.extended

    @property
    def world(self) -> World:
        """Facts and states at the end of the last day lived."""
        return self._ledger.world

    def live(self, days: Iterable[tuple[int, int, Sequence[Happening]]], until: int) -> None:
        """Live the given days, and the days between on which timers fire, to the end of the day `until`.

        Each day comes with what its events do together (`EventSteps.does`), and the events in order.
        """
        ledger = self._ledger
        timers = ledger.timers
        first = True
        for day, does, happenings in days:
            if first:
                first = False
                self._set_starting_timers(day)
            while timers and timers[0][DAY] < day:
                self._day(timers[0][DAY], 0, ())
            self._day(day, does, happenings)
        while timers and timers[0][DAY] <= until:
            self._day(timers[0][DAY], 0, ())
        ledger.day = until

    def next_opening(self, before: int) -> int:
        """Live on without events; give the first day earlier than `before` that changes anything, else `before`."""
        ledger = self._ledger
        ledger.frozen = True
        timers = ledger.timers
        while timers and timers[0][DAY] < before:
            ledger.changed = False
            day = timers[0][DAY]
            try:
                self._day(day, 0, ())
            except CaseError:
                return day
            if ledger.changed:
                return day
        return before

    def _set_starting_timers(self, first: int) -> None:
        ledger = self._ledger
        if ledger.plan.dated:
            for item in list(ledger.world.holders()):
                for fact in ledger.plan.dated:
                    set_dated_timers(ledger, item, fact, first)

    def _day(self, day: int, does: int, happenings: Sequence[Happening]) -> None:
        """Live one day, in the order of semantics 1.8."""
        ledger = self._ledger
        timers = ledger.timers
        ledger.day = day
        ledger.happenings = happenings
        ledger.by_type = None
        ledger.late = False
        self._learn(happenings, does)
        while timers and timers[0][DAY] == day and timers[0][KIND] <= NEXT:
            fire(ledger, heappop(timers))
        _end_and_trigger(ledger, does, happenings)
        if does & EXTENDS:
            extend_all(ledger)
        if ledger.turns.states:
            turn_all(ledger)
            ledger.turns = NO_TURNS
        ledger.late = True
        if does & FULFILS or ledger.fresh:
            fulfil(ledger, all_open=True)
        if does & SETS_DUE:
            _set_before(ledger)
        if timers and timers[0][DAY] == day:
            self._run_ahead(does)
        if ledger.ended_today:
            ledger.ended_today = {}

    def _run_ahead(self, does: int) -> None:
        """Let rules run ahead, then fulfil what they have opened, and again for what that opens (semantics 1.8 (f))."""
        ledger = self._ledger
        timers = ledger.timers
        while timers and timers[0][DAY] == ledger.day:
            together: list[Timer] = []
            while timers and timers[0][DAY] == ledger.day:
                together.append(heappop(timers))
            for timer in together:
                fire(ledger, timer)
            fulfil(ledger, all_open=False)
            if does & SETS_DUE:
                _set_before(ledger)

    def _learn(self, happenings: Sequence[Happening], does: int) -> None:
        """Bring facts, items and states to the day's end."""
        ledger = self._ledger
        world, plan = ledger.world, ledger.plan
        for event, steps in happenings:
            if event.item is not None:
                world.items[event.item] = None
            if event.data:
                for fact, value in facts_in(plan, event).items():
                    world.learn(event.item, fact, value)
                    if fact in plan.dated:
                        set_dated_timers(ledger, event.item, fact, ledger.day)
            if does & NOTES:
                if steps.remembered:
                    world.remember(event)
                set_event_timers(ledger, event, steps.since)
        if does & TURNS:
            ledger.turns = _turn_states(ledger, happenings)


def _turn_states(ledger: Ledger, happenings: Sequence[Happening]) -> Turns:
    """Let the day's events begin and end states, at each clock what ends first (semantics 1.3, 2.3)."""
    world, day = ledger.world, ledger.day
    begun: dict[int, list[Run]] = {}
    ended: dict[int, list[Run]] = {}
    for _, group in groupby(happenings, key=_clock):
        together = list(group)
        for event, steps in together:
            for state in steps.finishes:
                ended.setdefault(id(event), []).extend(world.finish(state, event, day))
        for event, steps in together:
            for state in steps.begins:
                run = world.begin(state, event, day)
                if run is not None:
                    begun.setdefault(id(event), []).append(run)
                    set_lasting_timers(ledger, run)
    states: dict[str, dict[str | None, None]] = {}
    for runs in (*begun.values(), *ended.values()):
        for run in runs:
            states.setdefault(run.state, {})[run.holder] = None
    return Turns(begun, ended, states)


def _clock(happening: Happening) -> int:
    # A date has no clock, and counts as the day's start where a clock is compared.
    return max(happening[0].clock, 0)


def _end_and_trigger(ledger: Ledger, does: int, happenings: Sequence[Happening]) -> None:
    """Let a day's events end what they end and trigger what they trigger, at each clock what ends first."""
    if not does & (ENDS | TURNS):
        for event, steps in happenings:
            _trigger(ledger, event, steps.triggers)
        return
    for _, group in groupby(happenings, key=_clock):
        together = list(group)
        for event, steps in together:
            for run in ledger.turns.ended.get(id(event), ()):
                end_run(ledger, run, event)
            end_all(ledger, event, steps.ends)
        for event, steps in together:
            _trigger(ledger, event, steps.triggers)


def _trigger(ledger: Ledger, event: Event, rules: Sequence[BoundRule]) -> None:
    """Let an event trigger the rules that name it or a state that it begins, each once, in the order of full ids."""
    runs = ledger.turns.begun.get(id(event))
    if runs is None:
        for rule in rules:
            trigger(ledger, rule, event.item, event)
        return
    causes: dict[BoundRule, Event | Cause] = dict.fromkeys(rules, event)
    for run in runs:
        cause = Cause("state", run.state, ledger.day, event.item, event.clock, run)
        for rule in ledger.plan.begun.get(run.state, ()):
            known = causes.get(rule)
            if known is None or _line(rule, cause) < _line(rule, known):
                causes[rule] = cause
    for rule in sorted(causes, key=lambda one: one.index):
        trigger(ledger, rule, event.item, causes[rule])


def _line(rule: BoundRule, cause: Event | Cause) -> int:
    """Give the place in a rule's list of triggers of the line that a cause matches."""
    for line, one in enumerate(rule.version.rule.trigger):
        if isinstance(cause, Event):
            if one.event == cause.type:
                return line
        elif one.state == cause.type and one.longer_than is None:
            return line
    return len(rule.version.rule.trigger)


def _set_before(ledger: Ledger) -> None:
    """Let today's events be the due dates of what had to be done before them (semantics 4.4, 1.8 (e))."""
    for event, steps in ledger.happenings:
        if not steps.due_of:
            continue
        waiting = ledger.awaiting.get(event.type or "", {})
        for holder in holders_in(waiting, event.item):
            for instance in waiting.pop(holder, ()):
                if instance.closing is not None and (instance.closing.day or 0) < ledger.day:
                    continue
                instance.due = ledger.day
                ledger.changed = True
                if instance.outcome is None:
                    set_timers(ledger, instance)
