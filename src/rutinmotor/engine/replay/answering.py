"""Open questions and a day's facts in, what the answers open out (semantics 2.6, 2.7).

A question of an earlier day that is answered with yes has a life behind it: what would have fulfilled, ended, paused or
extended the obligation since its trigger has come and gone. That life is lived anew, of this rule alone, through the
days since; what is left of it at the end is taken over as it stands (`adopt`). Nothing of it can have set off anything
else, as nobody knew of it; so it does now.
"""

from __future__ import annotations

from itertools import takewhile

from rutinmotor.engine.plan import BoundRule, EventSteps
from rutinmotor.engine.replay.admitting import admit
from rutinmotor.engine.replay.before import await_anew, await_event
from rutinmotor.engine.replay.behind import seen_facts
from rutinmotor.engine.replay.clocks import follow, set_timers
from rutinmotor.engine.replay.doubting import missing_of
from rutinmotor.engine.replay.ending import close_fresh_question
from rutinmotor.engine.replay.instance import Answered, Cause, Instance
from rutinmotor.engine.replay.opening import is_running, open_anew, open_asked, restart, time_again
from rutinmotor.engine.replay.questions import Became, Question
from rutinmotor.engine.replay.reached import keep_reached
from rutinmotor.engine.replay.series import Again, go_on, restart_series
from rutinmotor.engine.replay.situation import Situation
from rutinmotor.engine.replay.waiting import NextInSeries
from rutinmotor.language.case import NO_CLOCK, Event, FactValue, Holder


def ask_again(now: Situation) -> list[Instance]:
    """Ask the questions of earlier days again that today's facts bear on, in the order in which they were put.

    What an answer opens may have put questions in its turn. Give what the answers have opened and was fulfilled before.
    """
    number = len(now.found.instances)
    asked: set[Question] = set()
    while wanting := _wanting(now) - asked:
        for question in sorted(wanting, key=_put_on):
            if question.became is None and (verdict := _verdict(now, question)) is not None:
                _answer(now, question, verdict)
        asked |= wanting
    done = [one for one in now.found.instances[number:] if one.outcome in ("fulfilled", "fulfilled_late")]
    return sorted(done, key=lambda one: (one.rule.group, one.item or ""))


def _wanting(now: Situation) -> set[Question]:
    """Give the open questions that want a fact which an event of today gives."""
    given = {(fact, event.item) for event, _ in now.today.happenings for fact in event.data}
    wanting = {question for fact, item in given for question in now.questions.wanting(fact, item)}
    told = {
        question for fact, event in now.world.events.told_today for question in now.questions.wanting_of(fact, event)
    }
    return wanting | told


def _put_on(question: Question) -> tuple[int, int]:
    return question.day, question.number


def _verdict(now: Situation, question: Question) -> bool | None:
    """Take in what has become known, and ask; None while it cannot be judged."""
    facts = seen_facts(now.world, question.rule, question.item, question.cause)
    came: dict[str, FactValue] = {}
    for fact in question.wanted:
        if fact not in question.given and (value := facts.get(fact)) is not None:
            now.questions.want_no_more(question, fact)
            if question.day == now.today.day or not now.plan.facts[fact].declared.only_forward:
                came[fact] = value
    if not came:
        return None
    question.given |= came
    question.given_on |= dict.fromkeys(came, now.today.day)
    question.came = came
    known, item = question.known, question.item
    verdict = True if question.rest is None else question.rest.judge(known, now.world, item)
    missing: list[str] = []
    if verdict is None and question.rest is not None:
        missing = sorted(set(question.rest.missing(known, now.world, item)))
    elif verdict:
        missing = sorted(missing_of(question.needs, known))
    now.found.changed = True
    if missing:
        question.missing = tuple(missing)
        return None
    return verdict


def _answer(now: Situation, question: Question, verdict: bool) -> None:
    """Close a question of an earlier day that can be judged now, and open what it asked for."""
    series = question.series
    if series is not None:
        if series.running:
            _adopt(
                now,
                question,
                now.live(now, question, lambda then: go_on(then, series, verdict, known=question.known)),
            )
            if not series.running:
                now.open.end_series(series)
        now.questions.close(question, "opened" if verdict else "no", now.today.day)
        return
    became, by = _outcome(now, question, verdict)
    if became == "opened":
        _adopt(now, question, now.live(now, question, lambda then: open_asked(then, question)))
    elif became == "kept" and question.rule.on_repeat == "restart":
        _restart_since(now, question)
    _close(now, question, became, by)


def _outcome(now: Situation, question: Question, verdict: bool) -> tuple[Became, Event | None]:
    """Say what becomes of a question that can be judged now, and by which event it was overtaken (semantics 2.7)."""
    for event, steps in now.today.happenings:
        if event is not question.cause and _answers_and_triggers(now, question, event, steps):
            return "overtaken", event
    if not verdict:
        return "no", None
    adds = question.rule.on_repeat == "add"
    return "opened" if adds or (question.wish == "open" and not _was_open(now, question)) else "kept", None


def _close(now: Situation, question: Question, became: Became, by: Event | None) -> None:
    """Close a question that was judged, and where the rule does not add those that were put before it."""
    rule, item = question.rule, question.item
    if rule.on_repeat != "add" and became != "overtaken":
        for one in list(takewhile(lambda one: one is not question, now.questions.of(rule.group, item))):
            if one.wish != "go_on":
                now.questions.close(one, "overtaken", now.today.day)
    now.questions.close(question, became, now.today.day, by)


def _was_open(now: Situation, question: Question) -> bool:
    """Say whether one of the rule is open, or turned out by an answer to have been open at the question's trigger."""
    rule, item = question.rule, question.item
    # What was answered before the question was put was no secret then.
    since = takewhile(
        lambda one: one.opened > question.day, reversed(now.questions.answered.get((rule.group, item), []))
    )
    return is_running(now, rule, item) or any(_covers(one, question) for one in since)


def _covers(one: Instance, question: Question) -> bool:
    """Say whether one that has been closed was open at the question's trigger: what precedes that had not closed it."""
    closing, clock = one.closing, question.cause.clock
    if closing is None or one.detail.start > question.day:
        return False
    closed = closing.day or 0
    return closed > question.day or (closed == question.day and NO_CLOCK < clock < closing.clock)


def _answers_and_triggers(now: Situation, question: Question, event: Event, steps: EventSteps) -> bool:
    """Say whether an event of today gives what was missing and triggers the rule for the item itself."""
    facts = now.plan.facts
    # What is told of an event is told of that one alone.
    gives = any(event.data.get(fact) is not None and not facts[fact].of_event for fact in question.came)
    if not gives or event.item not in (None, question.item) or question.rule.group not in steps.sets_off:
        return False
    # What is written down twice is one thing, whichever half begins the state (semantics 1.11).
    halves = [event]
    if event.clock == NO_CLOCK:
        halves = [one for one in now.today.bearing((event.type or "",), event.item) if one.item == event.item]
    runs = [run for half in halves for run in now.today.turns.begun.get(id(half), ())]
    by_state = (one.rule for run in runs for one in now.plan.begun.get(run.state, ()))
    return any(
        rule.group == question.rule.group
        and rule.in_force(now.today.day)
        and _triggers_for(rule, event.item, question.item)
        for rule in (*steps.triggers, *by_state)
    )


def _triggers_for(rule: BoundRule, given: Holder, item: Holder) -> bool:
    """Say whether a trigger with an item opens the rule for this one (semantics 3.3)."""
    if rule.per == "case":
        return item is None
    return given == item or (rule.per == "item" and given is None)


def _adopt(now: Situation, question: Question, lived: Situation) -> None:
    """Take over what is left of a life lived anew as opened today."""
    day = now.today.day
    answer = _answer_of(now, question)
    for instance in lived.found.instances:
        details = instance.detail
        now.found.note_answer(instance, question, instance.opened)
        details.since, instance.opened, details.stood = instance.opened, day, True
        details.answered = answer
        # In the days lived anew no step was told to anybody (semantics 5.6).
        details.kept = ()
        now.found.instances.append(instance)
        now.found.changed = True
        if question.rule.on_repeat != "add":
            now.questions.answered.setdefault((question.rule.group, question.item), []).append(instance)
        if instance.outcome is None:
            _wait(now, instance)
    for group, by_item in lived.open.series.items():
        now.open.series.setdefault(group, {}).update(by_item)
        for series in by_item.values():
            # One that waits for its first has opened nothing yet.
            now.open.by_rule.setdefault(series.rule.index, {})
            if series.other is not None:
                now.waiting.run_series_ahead(series, series.other)
    for timer in lived.waiting.timers:
        if isinstance(timer.what, NextInSeries):
            now.waiting.set_timer(timer.day, timer.order, timer.what, timer.names, timer.item or None, timer.since)
    for left in lived.questions.all_open():
        now.questions.put(left)
    now.found.take_notes(lived.found)


def _wait(now: Situation, instance: Instance) -> None:
    """Enter what was taken over as open, and let it wait for what it waits for."""
    rule = instance.rule
    now.open.enter(instance)
    if rule.paused_while is not None:
        now.waiting.await_state(rule.paused_while, instance)
    if rule.before is not None and instance.due is None:
        await_event(now, instance)
    if rule.timing == "standing" and isinstance(instance.cause, Cause) and instance.cause.run is not None:
        now.waiting.await_end(instance.cause.run, instance)
    if instance.detail.other is not None:
        follow(now, instance, instance.detail.other)
    set_timers(now, instance)


def _restart_since(now: Situation, question: Question) -> None:
    """Start the time of all that is open of the rule for the item again, as it would have run since the trigger."""
    rule, item = question.rule, question.item
    for instance in list(now.open.of_versions(now.plan.versions[rule.group], item)):
        lived = now.live(now, question, lambda then, one=instance: _time_alone(then, one, question))
        alone = lived.found.instances[0]
        if alone.outcome is None:
            _take_time(now, instance, alone, question)
            now.found.take_time_notes(lived.found, alone, instance)
    series = now.open.running_series(rule.group, item)
    number = len(now.found.instances)
    if series is not None:
        restart_series(now, series, question.cause, question.day)
    for instance in now.found.instances[number:]:
        instance.detail.answered = _answer_of(now, question)
        now.found.note_answer(instance, question, question.day)


def _time_alone(then: Situation, instance: Instance, question: Question) -> None:
    again = time_again(then, instance, question.inherited, question.known)
    assert isinstance(again, Again)
    alone = Instance(instance.rule, instance.item, question.cause, then.today.day, again.due)
    admit(then, alone, again.due, again.calendar)


def _take_time(now: Situation, instance: Instance, alone: Instance, question: Question) -> None:
    """Let an open obligation go on with the time that another has lived."""
    mine, other = instance.detail, alone.detail
    if instance.rule.escalation:
        keep_reached(instance, now.today.day)
    mine.start, mine.base, mine.calendar = other.start, other.base, other.calendar
    mine.extensions, mine.pauses = other.extensions, other.pauses
    mine.unrolled, mine.taken_in, mine.held_since, mine.moving = (
        other.unrolled,
        other.taken_in,
        other.held_since,
        other.moving,
    )
    mine.anew = (question.day, question.cause.clock)
    instance.due = alone.due
    now.found.changed = True
    if instance.rule.before is not None and alone.due is None:
        await_anew(now, instance)
    else:
        mine.happened, mine.had = other.happened, other.had
        set_timers(now, instance)


def ask_fresh(now: Situation) -> None:
    """Ask the questions that were put today, as the day ends: of endings, and of facts given after the trigger."""
    fresh, now.questions.fresh = now.questions.fresh, []
    for question in fresh:
        if question.became is not None or close_fresh_question(now, question) or not question.missing:
            continue
        verdict = _verdict(now, question)
        if verdict is not None:
            _answer_today(now, question, verdict)


def _answer_today(now: Situation, question: Question, verdict: bool) -> None:
    """Close a question of today that can be judged after all; what it opens opens at its trigger's moment."""
    rule, item, cause, inherited = question.rule, question.item, question.cause, question.inherited
    became, by = _outcome(now, question, verdict)
    number = len(now.found.instances)
    if became == "opened":
        open_anew(now, rule, item, cause, inherited, question.known)
    elif became == "kept" and rule.on_repeat == "restart":
        restart(now, rule, item, cause, inherited, question.known)
    for instance in now.found.instances[number:]:
        instance.detail.answered = _answer_of(now, question)
        now.found.note_answer(instance, question, instance.opened)
    _close(now, question, became, by)


def _answer_of(now: Situation, question: Question) -> Answered:
    return Answered(now.today.day, tuple(sorted(question.given)))
