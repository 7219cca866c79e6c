"""A day and its events in, all that they bring about out: one day lived, moment after moment (semantics 1.12)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby

from rutinmotor.engine.plan import ENDS, EXTENDS, FULFILS, SETS_DUE, TURNS, BoundRule, alone, states_named
from rutinmotor.engine.replay.answering import ask_again, ask_fresh
from rutinmotor.engine.replay.before import set_due_dates
from rutinmotor.engine.replay.calling_off import call_off_starting
from rutinmotor.engine.replay.clocks import extend_all, turn_all
from rutinmotor.engine.replay.closing import serve, serve_fresh
from rutinmotor.engine.replay.ending import end_run
from rutinmotor.engine.replay.instance import Cause
from rutinmotor.engine.replay.lapsing import end_by_dates, end_by_overdue
from rutinmotor.engine.replay.learning import learn
from rutinmotor.engine.replay.opening import trigger
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.running_out import end_as_lived
from rutinmotor.engine.replay.series import next_after_fulfilment
from rutinmotor.engine.replay.situation import Situation, first_situation
from rutinmotor.engine.replay.timers import fire, is_up, set_ending_timers
from rutinmotor.engine.replay.today import NO_TURNS, NOTHING, Batch
from rutinmotor.engine.replay.waiting import DoneBefore, EndsWithOther, Timer
from rutinmotor.engine.replay.world import Happening
from rutinmotor.language.case import Event
from rutinmotor.language.constructs import Rank

# Looked up once, as an Enum's member costs more than a name.
_PAST_DUE, _NEXT = Rank.PAST_DUE, Rank.NEXT
# What may close anything.
_SERVES = ENDS | FULFILS | TURNS


def live_day(now: Situation, day: int, does: int, happenings: Sequence[Happening]) -> None:
    """Live one day, in the order of semantics 1.12."""
    today, timers = now.today, now.waiting.timers
    today.begin(day, happenings, len(now.found.instances), serves=bool(does & _SERVES))
    # What was undone when the day before ended is overdue, whatever this day brings.
    up = _timers_up(now, _PAST_DUE) if timers and timers[0].day == day else []
    if happenings or (up and (now.plan.runs_out or now.waiting.to_run_out)):
        learn(now, does, up)
    if up or does & EXTENDS or today.turns is not NO_TURNS or now.questions.open:
        _settle_what_is_there(now, does, up)
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
    if today.fresh or today.begun:
        serve_fresh(now)
    questions = now.questions
    if today.to_go_on or does & SETS_DUE or today.dates or questions.open or (timers and timers[0].day == day):
        _end_day(now, does)
        if questions.open:
            questions.days.add(day, happenings)
            # What tomorrow's answers open is there when tomorrow begins.
            today.starting = []


def _settle_what_is_there(now: Situation, does: int, up: list[Timer]) -> None:
    """As the day begins, end what it ends without an event, ask old questions again, extend, and turn pauses."""
    today = now.today
    if up:
        end_by_overdue(now, up)
    for run in today.turns.over:
        end_run(now, run)
    if now.questions.open:
        if today.happenings:
            done = ask_again(now)
            if done:
                up.insert(0, Timer(today.day, _NEXT, (), "", 0, 0, DoneBefore(done)))
        if up:
            # What an answer has opened was there when the day began.
            end_by_overdue(now, up)
        call_off_starting(now)
    if does & EXTENDS:
        extend_all(now)
    if today.turns.states:
        turn_all(now)


def live_since(now: Situation, question: Question, begin: Callable[[Situation], None]) -> Situation:
    """Live the rule of a question alone from the question's day, on which `begin` opens it, to the end of yesterday."""
    plan = alone(now.plan, question.rule.group)
    # What it opens comes with the answer, and is counted today.
    lived = first_situation(plan, now.case, question.kept(), now.found.watched, now.ceiling, live_since)
    timers = lived.waiting.timers
    end_as_lived(lived, now, states_named(plan.versions[question.rule.group]), question.day)
    group, first = question.rule.group, question.day
    for ending in now.waiting.overdue.get(group, ()):
        if first < ending.by.day < now.today.day:
            names = (ending.by.type,)
            lived.waiting.set_timer(ending.by.day, _PAST_DUE, ending, names, ending.by.item, ending.by.day)
    other = question.cause.other if isinstance(question.cause, Cause) else None
    if other is not None and other.closed is not None and first <= other.closed < now.today.day:
        lived.waiting.set_timer(other.closed, _NEXT, EndsWithOther(other), (), None, first)
    set_ending_timers(lived, first)
    since = list(now.questions.days.of(plan, group, question.item, first))
    if not since or since[0][0] > first:
        since.insert(0, (first, ()))
    for day, happenings in since:
        does = 0
        for _, steps in happenings:
            does |= steps.does
        if day == first:
            lived.today.begin(day, happenings, 0, serves=bool(does & _SERVES))
            # Its trigger was there too, though it matters no more.
            lived.today.is_full = True
            if question.older:
                lived.today.stood.add((group, question.item))
            begin(lived)
            serve_fresh(lived)
            for timer in _timers_up(lived, _NEXT):
                fire(lived, timer)
            _end_day(lived, does)
        else:
            while timers and timers[0].day < day:
                live_day(lived, timers[0].day, 0, ())
            live_day(lived, day, does, happenings)
    while timers and timers[0].day < now.today.day:
        live_day(lived, timers[0].day, 0, ())
    return lived


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
            if today.fresh or today.begun:
                serve_fresh(now)
    today.together = None


def _clock(happening: Happening) -> int:
    return happening[0].clock


def _end_day(now: Situation, does: int) -> None:
    """Let series go on and rules run ahead, offer what that opens, and again until nothing changes."""
    today, waiting = now.today, now.waiting
    if today.dates:
        end_by_dates(now)
    while True:
        if now.questions.fresh:
            ask_fresh(now)
            # It stands at its trigger's moment, before the day ends.
            serve_fresh(now)
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
        if not together and not today.to_go_on and not now.questions.fresh:
            break
    if today.dates:
        # What has opened since ends with the day too.
        end_by_dates(now)


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
