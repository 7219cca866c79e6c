"""An obligation under way in, the same with every reason out: trigger, conditions, count, and how it ended."""

from __future__ import annotations

from datetime import date

from rutinmotor.engine.evaluation import Obligation, dated_steps, judge
from rutinmotor.engine.explanation.asked_again import told_question
from rutinmotor.engine.explanation.asked_of import Asking, of_opening, of_trigger
from rutinmotor.engine.explanation.awaited import had_happened, start_of, too_late_after
from rutinmotor.engine.explanation.counting import steps_of, timing_of
from rutinmotor.engine.explanation.endings import ended_by, ends_also
from rutinmotor.engine.explanation.explanation import (
    Ending,
    ExplainedBreach,
    ExplainedObligation,
    ExplainedStep,
    PeriodServed,
    Trigger,
)
from rutinmotor.engine.explanation.judged import judged
from rutinmotor.engine.explanation.not_counted import not_counted, opened_clock
from rutinmotor.engine.explanation.place_in_series import place_of, restarted
from rutinmotor.engine.explanation.replayed import (
    ReplayedCase,
    actor_named,
    as_date,
    event_named,
    fact_named,
    state_named,
)
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.explanation.triggers import came, length_of
from rutinmotor.engine.replay import Breach, Cause, Instance, Question, is_due_after, named_period, period_of
from rutinmotor.language.case import NO_CLOCK, Case


def explained(
    replayed: ReplayedCase, instance: Instance, case: Case, *, conditions: bool = True
) -> ExplainedObligation:
    """Explain one obligation; without `conditions`, for which the case is lived again, where they are not asked for.

    Raises CaseError where a day of its escalation cannot be counted.
    """
    rule = instance.rule
    names = replayed.names(rule)
    obligation = judge([instance], replayed.at, case, replayed.keyed)[0]
    escalation, last = _escalation(replayed, instance, obligation), instance.closed
    # From here on as it would be had all been known in time: what an answer opened has its reasons on their own days.
    instance = replayed.as_arisen(instance)
    asking, question = of_opening(replayed, instance), replayed.question_of(instance)
    text = rule.version.rule
    before = timing_of(instance) == "before"
    had = had_happened(replayed, instance) if before else None
    passed, more = not_counted(replayed, instance)
    return ExplainedObligation(
        obligation=obligation,
        actors=tuple(actor_named(names, one) for one in rule.actors),
        trigger=came(replayed, rule, instance.cause),
        conditions=judged(asking) if conditions else (),
        timing=timing_of(instance),
        urgency_defined=rule.urgency in names.catalogue.text.urgency,
        series=place_of(replayed, instance),
        restarts=_restarts(replayed, instance),
        awaited=event_named(names, rule.before) if rule.before and before else None,
        steps=steps_of(replayed, instance),
        through=as_date(replayed.at if instance.closed is None else instance.closed),
        paused_by=_paused_by(replayed, instance, obligation),
        fulfilled_by=tuple(event_named(names, one) for one in text.fulfilled_by),
        ends_with=tuple(event_named(names, one.name) for one in text.ends_with if one.word is not None),
        ending=_ending(replayed, instance, obligation.due, last),
        breaches=_breaches(replayed, instance),
        escalation=escalation,
        opened_clock=opened_clock(instance),
        awaited_since=event_named(names, rule.before_since) if rule.before_since and before else None,
        had_happened=None if had is None else replayed.event(had),
        not_counted=passed,
        not_counted_more=more,
        ends_also=tuple(ends_also(replayed, rule, one) for one in text.ends_with if one.word is None),
        spares=text.spares,
        arose=as_date(instance.opened),
        question=None if question is None else told_question(_asking_of(replayed, question), question),
    )


def _asking_of(replayed: ReplayedCase, question: Question) -> Asking:
    """Give how a question was asked when it was put."""
    asked = next(one for one in replayed.asked if one.question is question)
    return of_trigger(replayed, asked)


def _restarts(replayed: ReplayedCase, instance: Instance) -> tuple[Trigger, ...]:
    """Give the triggers that started its time anew, the last one being that which it is now counted from."""
    return (
        tuple(
            came(replayed, asked.rule, asked.cause)
            for asked in replayed.asked
            if restarted(asked) and asked.item == instance.item and instance.opened <= asked.day <= start_of(instance)
        )
        if start_of(instance) > instance.opened
        else ()
    )


def _paused_by(replayed: ReplayedCase, instance: Instance, obligation: Obligation) -> Named | None:
    """Name the state that leaves it without a due date: it is paused, or was when it was closed."""
    state, details = instance.rule.paused_while, instance.details
    if state is None or details is None:
        return None
    stopped = instance.closed is not None and instance.due is None and details.base is not None
    return state_named(replayed.names(instance.rule), state) if obligation.status == "paused" or stopped else None


def _ending(replayed: ReplayedCase, instance: Instance, due: date | None, last: int | None) -> Ending | None:
    if instance.outcome is None or instance.closing is None or last is None:
        return None
    closing, opened = instance.closing, instance.opened
    name, done = _closed_ahead_of(replayed, instance)
    if isinstance(closing, Cause):
        by = ended_by(replayed, instance.rule, closing)
        closed = as_date(last)
        return Ending("ended", None, closed, 0, before_opening=False, by=by, ahead_of=name, other_done=done)
    event, after = replayed.event(closing), too_late_after(replayed, instance)
    late = (event.day - due).days if instance.outcome == "fulfilled_late" and due is not None else 0
    return Ending(
        instance.outcome,
        event,
        as_date(last),
        late,
        before_opening=(closing.day or 0) < opened
        or (closing.day == opened and NO_CLOCK < closing.clock < instance.clock),
        after=None if after is None else replayed.event(after),
        ahead_of=name,
        other_done=done,
        period=(period := _period_served(replayed, instance)),
        period_of=_named_by(replayed, instance) if period == "named" else None,
    )


def _closed_ahead_of(replayed: ReplayedCase, instance: Instance) -> tuple[Named | None, bool]:
    """Name the rule of the obligation with which it ended, ahead of which it ran, and say whether that was done."""
    details = instance.details
    if details is None or not details.ended_ahead or details.other is None:
        return None, False
    return replayed.rule_named(details.other.rule.id), details.other.outcome != "ended"


def _period_served(replayed: ReplayedCase, instance: Instance) -> PeriodServed | None:
    """Say why the event that fulfilled one of a series of calendar periods served that one (semantics 5.4)."""
    rule, event = instance.rule, instance.closing_event
    if instance.outcome == "ended" or event is None or rule.repetition is None or rule.repetition.each is None:
        return None
    if named_period(replayed.plan, rule, event) is not None:
        return "named"
    first, last = period_of(instance)
    if first <= (event.day or 0) <= last:
        return "running"
    return "ended" if (event.day or 0) > last and is_due_after(instance) else "oldest"


def _named_by(replayed: ReplayedCase, instance: Instance) -> Named | None:
    fact = instance.rule.repetition.period_of if instance.rule.repetition is not None else None
    return None if fact is None else fact_named(replayed.names(instance.rule), fact)


def _breaches(replayed: ReplayedCase, instance: Instance) -> tuple[ExplainedBreach, ...]:
    noted = (instance.details.breaches or ()) if instance.details else ()
    found = sorted(noted, key=lambda breach: (breach.day, breach.kind))
    return tuple(
        ExplainedBreach(breach.kind, replayed.event(breach.event), as_date(breach.day), _limit(instance, breach))
        for breach in found
    )


def _limit(instance: Instance, breach: Breach) -> date | None:
    """Give the first day allowed, or the day that the event claimed."""
    rule = instance.rule
    if breach.kind == "too_early" and rule.not_before is not None:
        return as_date(rule.not_before.after(start_of(instance)))
    if breach.kind == "backdated" and rule.backdating is not None:
        claimed = breach.event.data.get(rule.backdating)
        return claimed if isinstance(claimed, date) else date.fromisoformat(str(claimed))
    return None


def _escalation(replayed: ReplayedCase, instance: Instance, obligation: Obligation) -> tuple[ExplainedStep, ...]:
    names = replayed.names(instance.rule)
    found: list[ExplainedStep] = []
    texts = instance.rule.version.rule.escalation
    places = [place for place, _ in dated_steps(instance, obligation.status)]
    if obligation.due is None:
        places += range(len(texts))
    first = len(places) - len(texts)
    for number, (place, step) in enumerate(zip(places, obligation.escalation, strict=True)):
        text = texts[place]
        length = text.before or text.after
        assert length is not None
        to = actor_named(names, step.to)
        before, earlier = text.before is not None, number < first
        found.append(ExplainedStep(length_of(length), before, step.day, to, step.action, step.reached, earlier))
    return tuple(found)
