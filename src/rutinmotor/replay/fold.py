"""A Plan, a case's log and a day in, a Timeline out: the days lived one after another (semantics 1.8)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from rutinmotor.case import Event, FactValue
from rutinmotor.diagnostics.diagnostic import CaseError
from rutinmotor.log import facts_in
from rutinmotor.plan import Plan
from rutinmotor.plan.bound import BoundRule
from rutinmotor.replay.clocks import extend_all, set_timers, turn_all
from rutinmotor.replay.closing import end_all, end_run, fulfil
from rutinmotor.replay.course import Cause, Course, Run, Undecided
from rutinmotor.replay.ledger import AHEAD, NEXT, Asked, Ledger
from rutinmotor.replay.opening import trigger
from rutinmotor.replay.timers import fire, set_dated_timers, set_event_timers, set_lasting_timers
from rutinmotor.replay.world import Happening, World


class Replay:
    """One case lived through, day by day; a value of one evaluation, never shared."""

    __slots__ = ("_ledger",)

    def __init__(
        self,
        plan: Plan,
        case_id: str,
        facts: dict[str | None, dict[str, FactValue]],
        watched: int | None = None,
    ) -> None:
        """Start before the first day, with the starting facts by holder; `watched` is a rule's group (see `asked`)."""
        self._ledger = Ledger(plan, World(facts), case_id, watched)

    @property
    def courses(self) -> list[Course]:
        """Every obligation that has arisen, in the order of opening."""
        return self._ledger.courses

    @property
    def undetermined(self) -> list[Undecided]:
        """Every rule that could not be judged, by day, rule, item (none first)."""
        return sorted(self._ledger.undetermined.values(), key=lambda one: (one.day, one.rule.group, one.item or ""))

    @property
    def asked(self) -> list[Asked]:
        """What became of each trigger of the watched rule."""
        return self._ledger.asked

    @property
    def extended(self) -> list[tuple[Course, Event]]:
        """Each event that has moved a due date of the watched rule, in order; a restart makes the earlier ones void."""
        return self._ledger.extended

    @property
    def world(self) -> World:
        """Facts and states at the end of the last day lived."""
        return self._ledger.world

    def live(self, days: Iterable[tuple[int, Sequence[Happening]]], until: int) -> None:
        """Live the given days, each with its events in order, and the days between on which timers fire, to `until`."""
        ledger = self._ledger
        timers = ledger.timers
        first = True
        for day, happenings in days:
            if first:
                first = False
                self._set_starting_timers(day)
            while timers and timers[0].day < day:
                self._day(timers[0].day, ())
            self._day(day, happenings)
        while timers and timers[0].day <= until:
            self._day(timers[0].day, ())
        ledger.day = until

    def next_opening(self, before: int) -> int:
        """Live on without events; give the first day earlier than `before` that changes anything, else `before`."""
        ledger = self._ledger
        ledger.frozen = True
        timers = ledger.timers
        while timers and timers[0].day < before:
            ledger.changed = False
            day = timers[0].day
            try:
                self._day(day, ())
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

    def _day(self, day: int, happenings: Sequence[Happening]) -> None:
        """Live one day, in the order of semantics 1.8."""
        ledger = self._ledger
        ledger.day = day
        ledger.happenings = happenings
        ledger.late = False
        begun, ended = self._learn(happenings) if happenings else ({}, {})
        while (timer := ledger.due_timer(NEXT)) is not None:
            fire(ledger, timer)
        if len(happenings) == 1:
            event, steps = happenings[0]
            if steps.ends or ended:
                _end(ledger, event, steps.ends, ended)
            _trigger(ledger, event, steps.triggers, begun)
        elif happenings:
            _in_order(ledger, happenings, begun, ended)
        if happenings:
            extend_all(ledger)
        if ledger.world.turned:
            turn_all(ledger)
            ledger.world.turned.clear()
        ledger.late = True
        fulfil(ledger, all_open=True)
        self._settle()

    def _settle(self) -> None:
        """Let dates of `before`, then rules that run ahead, then fulfilments again, until nothing more opens."""
        ledger = self._ledger
        if ledger.awaiting:
            _set_before(ledger)
        while (timer := ledger.due_timer(AHEAD)) is not None:
            fire(ledger, timer)
            if not ledger.timers or ledger.timers[0].day > ledger.day:
                fulfil(ledger, all_open=False)
                if ledger.awaiting:
                    _set_before(ledger)
        if ledger.ended_today:
            ledger.ended_today = []

    def _learn(self, happenings: Sequence[Happening]) -> tuple[dict[int, list[Run]], dict[int, list[Run]]]:
        """Bring facts, items and states to the day's end; give the runs that each event begins and ends."""
        ledger = self._ledger
        world, plan = ledger.world, ledger.plan
        begun: dict[int, list[Run]] = {}
        ended: dict[int, list[Run]] = {}
        turning = False
        for event, steps in happenings:
            if event.item is not None:
                world.items[event.item] = None
            if event.data:
                for fact, value in facts_in(plan, event).items():
                    world.learn(event.item, fact, value)
                    if fact in plan.dated:
                        set_dated_timers(ledger, event.item, fact, ledger.day)
            if not steps.plain:
                if steps.remembered:
                    world.remember(event)
                if steps.since:
                    set_event_timers(ledger, event, steps.since)
                turning = turning or bool(steps.begins or steps.finishes)
        if turning:
            _turn_states(ledger, happenings, begun, ended)
        return begun, ended


def _turn_states(
    ledger: Ledger, happenings: Sequence[Happening], begun: dict[int, list[Run]], ended: dict[int, list[Run]]
) -> None:
    """Let the day's events begin and end states, at each clock what ends first (semantics 1.3, 2.3)."""
    world, day = ledger.world, ledger.day
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


def _clock(happening: Happening) -> int:
    # A date has no clock, and counts as the day's start where a clock is compared.
    return max(happening[0].clock, 0)


def _in_order(
    ledger: Ledger, happenings: Sequence[Happening], begun: dict[int, list[Run]], ended: dict[int, list[Run]]
) -> None:
    """Let a day's events end what they end and trigger what they trigger, at each clock what ends first."""
    for _, group in groupby(happenings, key=_clock):
        together = list(group)
        for event, steps in together:
            if steps.ends or ended:
                _end(ledger, event, steps.ends, ended)
        for event, steps in together:
            _trigger(ledger, event, steps.triggers, begun)


def _end(ledger: Ledger, event: Event, rules: Sequence[BoundRule], ended: dict[int, list[Run]]) -> None:
    for run in ended.get(id(event), ()):
        end_run(ledger, run, event)
    end_all(ledger, event, rules)


def _trigger(ledger: Ledger, event: Event, rules: Sequence[BoundRule], begun: dict[int, list[Run]]) -> None:
    """Let an event trigger the rules that name it or a state that it begins, each once, in the order of full ids."""
    runs = begun.get(id(event)) if begun else None
    if not runs:
        for rule in rules:
            trigger(ledger, rule, event.item, event)
        return
    causes: dict[BoundRule, Event | Cause] = dict.fromkeys(rules, event)
    for run in runs:
        cause = Cause("state", run.state, ledger.day, event.item, event.clock, run)
        for one in ledger.plan.begun.get(run.state, ()):
            known = causes.get(one.rule)
            if known is None or _line(one.rule, cause) < _line(one.rule, known):
                causes[one.rule] = cause
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
        waiting = ledger.awaiting.get(event.type or "", [])
        still: list[Course] = []
        for course in waiting:
            if course.closed is not None and course.closed < ledger.day:
                continue
            if event.item is not None and course.item is not None and event.item != course.item:
                still.append(course)
                continue
            course.due = ledger.day
            ledger.changed = True
            if course.closed is None:
                set_timers(ledger, course)
        ledger.awaiting[event.type or ""] = still
