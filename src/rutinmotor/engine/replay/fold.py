"""A Plan, a case's log and a day in, all that arose out: the days lived one after another (semantics 1.12)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

from rutinmotor.engine.plan import ENDS, EXTENDS, FULFILS, SETS_DUE, TURNS, BoundRule, Plan
from rutinmotor.engine.replay.before import set_due_dates
from rutinmotor.engine.replay.clocks import extend_all, turn_all
from rutinmotor.engine.replay.closing import serve, serve_fresh
from rutinmotor.engine.replay.found import Asked
from rutinmotor.engine.replay.instance import Cause, Instance, Undecided
from rutinmotor.engine.replay.learning import learn
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.series import next_after_fulfilment
from rutinmotor.engine.replay.serving import Order, order_of
from rutinmotor.engine.replay.situation import Situation, first_situation
from rutinmotor.engine.replay.timers import fire, is_up, set_dated_timers
from rutinmotor.engine.replay.today import NOTHING, Batch
from rutinmotor.engine.replay.waiting import Timer
from rutinmotor.engine.replay.world import Happening, World
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue, Holder
from rutinmotor.language.constructs import Rank

# Looked up once, as an Enum's member costs more than a name.
_PAST_DUE, _NEXT = Rank.PAST_DUE, Rank.NEXT
# What may close anything.
_SERVES = ENDS | FULFILS | TURNS


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
    def lived(self) -> Sequence[Happening]:
        """Every event lived, in the order of the log, if a rule is watched."""
        return self._now.found.lived

    def order(self, happening: Happening, instance: Instance) -> Order | Literal["older"]:
        """Say how an event of the opening day of an obligation of the watched rule, on which it bears, stands to that.

        `older`: in open order with it, and something older was there, which it serves instead (semantics 1.9).
        """
        event, steps = happening
        if (id(event), id(instance)) in self._now.found.older:
            return "older"
        return order_of(event, steps, instance)

    @property
    def world(self) -> World:
        """Facts and states at the end of the last day lived."""
        return self._now.world

    def live(self, days: Iterable[tuple[int, int, Sequence[Happening]]], until: int) -> None:
        """Live the given days, and the days between on which timers fire, to the end of the day `until`.

        Each day comes with what its events do together (`EventSteps.does`), and the events in order.
        """
        now = self._now
        timers, watched = now.waiting.timers, now.found.watched is not None
        first = True
        for day, does, happenings in days:
            if first:
                first = False
                _set_starting_timers(now, day)
            while timers and timers[0].day < day:
                _live_day(now, timers[0].day, 0, ())
            if watched:
                now.found.lived += happenings
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
    """Live one day, in the order of semantics 1.12."""
    today, timers = now.today, now.waiting.timers
    today.begin(day, happenings, len(now.found.instances), serves=bool(does & _SERVES))
    # What was undone when the day before ended is overdue, whatever this day brings.
    up = _timers_up(now, _PAST_DUE) if timers and timers[0].day == day else []
    if happenings:
        learn(now, does)
        if does & EXTENDS:
            extend_all(now)
        if today.turns.states:
            turn_all(now)
    if timers and timers[0].day == day:
        up += _timers_up(now, _NEXT)
    if happenings:
        _live_moments(now)
    for timer in up:
        fire(now, timer)
    if len(today.clockless) == len(happenings):
        for event, steps in happenings:
            _trigger(now, event, steps.triggers)
    else:
        for event, steps in today.clockless:
            _trigger(now, event, steps.triggers if not today.is_twice(event) else _adding(steps.triggers))
    if today.fresh:
        serve_fresh(now)
    if today.to_go_on or does & SETS_DUE or (timers and timers[0].day == day):
        _end_day(now, does)


def _timers_up(now: Situation, last: Rank) -> list[Timer]:
    """Take out the timers of the day up to a rank, and give those that are up."""
    waiting, day = now.waiting, now.today.day
    up: list[Timer] = []
    while waiting.timers and waiting.timers[0].day == day and waiting.timers[0].order <= last:
        timer = waiting.next_timer()
        if is_up(now, timer):
            up.append(timer)
    return up


def _live_moments(now: Situation) -> None:
    """Let the clockless events serve what is old, then live the day's instants one after another."""
    today = now.today
    clockless = today.clockless
    if today.serves and clockless:
        today.together = NOTHING
        serve(now, clockless)
    if len(clockless) < len(today.happenings):
        for _, group in groupby(today.happenings[len(clockless) :], key=_clock):
            together = list(group)
            if today.serves:
                today.together = Batch(together)
                serve(now, together)
            for event, steps in together:
                _trigger(now, event, steps.triggers)
            if today.fresh:
                serve_fresh(now)
    today.together = None


def _clock(happening: Happening) -> int:
    return happening[0].clock


def _end_day(now: Situation, does: int) -> None:
    """Let series go on and rules run ahead, offer what that opens, and again until nothing changes."""
    today, waiting = now.today, now.waiting
    while True:
        going_on, today.to_go_on = today.to_go_on, []
        for done in going_on:
            next_after_fulfilment(now, done)
        if does & SETS_DUE:
            set_due_dates(now)
        together: list[Timer] = []
        while waiting.timers and waiting.timers[0].day == today.day:
            together.append(waiting.next_timer())
        for timer in together:
            if is_up(now, timer):
                fire(now, timer)
        serve_fresh(now)
        if not together and not today.to_go_on:
            return


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
            cause = Cause(one.hook.kind.key, run.state, now.today.day, event.item, event.clock, run, behind=(event,))
            known = causes.get(rule)
            if known is None or _line(rule, cause) < _line(rule, known):
                causes[rule] = cause
    for rule in sorted(causes, key=lambda one: one.index):
        trigger(now, rule, event.item, causes[rule])


def _adding(rules: Sequence[BoundRule]) -> Sequence[BoundRule]:
    """Give the rules that open another each time; the others pass over what is written down twice (semantics 1.11)."""
    return [rule for rule in rules if rule.on_repeat == "add"]


def _line(rule: BoundRule, cause: Event | Cause) -> int:
    """Give the place in a rule's list of triggers of the line that a cause matches."""
    for line, one in enumerate(rule.version.rule.trigger):
        if isinstance(cause, Event):
            if one.how.as_is and one.name == cause.type:
                return line
        elif one.kind == cause.kind and one.name == cause.type and one.parts.length is None:
            return line
    return len(rule.version.rule.trigger)
