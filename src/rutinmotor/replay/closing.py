"""Today's events in, obligations ended or fulfilled out, and what their fulfilment triggers (semantics 5.1, 5.2)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date

from rutinmotor.case import Event
from rutinmotor.days.arithmetic import DayOutOfRange
from rutinmotor.plan.bound import BoundRule
from rutinmotor.replay.clocks import turn
from rutinmotor.replay.course import Breach, Cause, Course, Run
from rutinmotor.replay.ledger import Ledger
from rutinmotor.replay.opening import trigger
from rutinmotor.replay.series import end_series, next_after_fulfilment
from rutinmotor.replay.world import Seen

Holder = str | None


def end_all(ledger: Ledger, event: Event, rules: Iterable[BoundRule]) -> None:
    """Let an event end what is open of the rules that it bears on, and their series with it."""
    for rule in rules:
        for courses in ledger.open_lists(rule, event.item):
            ended = list(courses)
            courses.clear()
            for course in ended:
                _end(ledger, course, event)
        for series in list(ledger.series.get(rule.group, {}).values()):
            if series.rule is rule and (event.item is None or series.item is None or series.item == event.item):
                end_series(ledger, series)


def end_run(ledger: Ledger, run: Run, event: Event) -> None:
    """Let the end of a state end the standing obligations that it opened."""
    for course in ledger.standing.pop(id(run), ()):
        if course.closed is None:
            ledger.open[course.rule.index][course.item].remove(course)
            _end(ledger, course, event)


def _end(ledger: Ledger, course: Course, event: Event) -> None:
    turn(ledger, course)
    if course.paused(ledger.day):
        course.due = None
    course.outcome, course.closed, course.closing = "ended", ledger.day, event
    ledger.changed = True
    if course.rule.fulfilled_by:
        ledger.ended_today.append(course)


def fulfil(ledger: Ledger, *, all_open: bool) -> None:
    """Let today's events fulfil what they can, then all that this triggers, and again until nothing changes.

    With `all_open` everything open is asked, else only what has opened since it was last asked.
    """
    done = _by_the_past(ledger) + (_by_events(ledger) if all_open else _fresh_by_events(ledger))
    ledger.fresh = []
    while done:
        _pass_on(ledger, done)
        done = _by_the_past(ledger) + _fresh_by_events(ledger)
        ledger.fresh = []


def _pass_on(ledger: Ledger, done: list[Course]) -> None:
    """Open what comes next in a series, and what the fulfilments trigger, in the order of rule, item, opening."""
    done.sort(key=lambda course: (course.rule.group, course.item or "", course.opened))
    for course in done:
        if course.details is not None and course.details.series is not None:
            next_after_fulfilment(ledger, course)
        for rule in ledger.plan.on_fulfilled.get(course.rule.group, ()):
            cause = Cause("fulfilled", course.rule.id, ledger.day, course.item, source=course)
            trigger(ledger, rule, course.item, cause)


def _by_the_past(ledger: Ledger) -> list[Course]:
    """Fulfil what has just opened by what was done before (`counts_from`, semantics 5.1)."""
    done: list[Course] = []
    for course in ledger.fresh:
        rule = course.rule
        if rule.counts_from is None or (course.details is not None and course.details.later):
            continue
        starts = [found[-1][0] for found in ledger.world.seen(rule.counts_from, course.item)]
        if not starts:
            continue
        used = _used(course)
        candidates = [
            one
            for type_ in rule.fulfilled_by
            for found in ledger.world.seen(type_, course.item)
            if (one := _first_unused(found, max(starts), used)) is not None
        ]
        if candidates:
            event = min(candidates)[2]
            if used is not None:
                used.add(id(event))
            _leave(ledger, course)
            _fulfil(ledger, course, event)
            done.append(course)
    return done


def _first_unused(found: list[Seen], since: int, used: set[int] | None) -> Seen | None:
    """Give the first event from a day on that its series has not used yet."""
    for at in range(bisect_left(found, (since,)), len(found)):
        if used is None or id(found[at][2]) not in used:
            return found[at]
    return None


def _used(course: Course) -> set[int] | None:
    """Give the events that a series has used, where one event fulfils only one of it (semantics 5.4)."""
    series = course.details.series if course.details is not None else None
    if series is None or course.rule.repetition is None or not course.rule.repetition.one_event_one:
        return None
    return series.used


def _by_events(ledger: Ledger) -> list[Course]:
    """Fulfil all that is open, or has ended today, by today's events, each by the first that can."""
    done: list[Course] = []
    for event, steps in ledger.happenings:
        for rule in steps.fulfils:
            for courses in ledger.open_lists(rule, event.item):
                taken = [course for course in courses if _can_fulfil(ledger, event, course)]
                if taken:
                    courses[:] = [course for course in courses if course.closed is None]
                    done += taken
            if ledger.ended_today:
                ended = [course for course in ledger.ended_today if course.rule is rule and _bears(event, course)]
                taken = [course for course in ended if _can_fulfil(ledger, event, course)]
                ledger.ended_today = [course for course in ledger.ended_today if course.outcome == "ended"]
                done += taken
    return done


def _fresh_by_events(ledger: Ledger) -> list[Course]:
    """Fulfil what has just opened by today's events."""
    done: list[Course] = []
    for course in ledger.fresh:
        if course.closed is None and course.rule.fulfilled_by:
            for event, _ in ledger.happenings:
                if (
                    event.type in course.rule.fulfilled_by
                    and _bears(event, course)
                    and _can_fulfil(ledger, event, course)
                ):
                    ledger.open[course.rule.index][course.item].remove(course)
                    done.append(course)
                    break
    return done


def _leave(ledger: Ledger, course: Course) -> None:
    """Take an obligation out of the open ones, or out of those ended today."""
    if course.closed is None:
        ledger.open[course.rule.index][course.item].remove(course)
    else:
        ledger.ended_today.remove(course)


def _bears(event: Event, course: Course) -> bool:
    return event.item is None or course.item is None or event.item == course.item


def _can_fulfil(ledger: Ledger, event: Event, course: Course) -> bool:
    """Fulfil an obligation by an event of today that bears on it, if the event counts for it."""
    details = course.details
    if course.opened == ledger.day:
        if details is not None and details.after_fulfilment:
            return False
        # Only where both have a clock does the order on the opening day matter.
        if 0 <= event.clock < course.clock:
            return False
    used = _used(course)
    if used is not None:
        if id(event) in used:
            return False
        used.add(id(event))
    _fulfil(ledger, course, event)
    return True


def _fulfil(ledger: Ledger, course: Course, event: Event) -> None:
    rule = course.rule
    done_on = event.day or 0
    if course.closed is None and course.paused(ledger.day):
        course.due = None
    late = course.due is not None and done_on > course.due
    course.outcome = "fulfilled_late" if late else "fulfilled"
    course.closed, course.closing = ledger.day, event
    ledger.changed = True
    if rule.not_before is not None:
        start = course.details.start if course.details is not None else course.opened
        try:
            earliest = rule.not_before.after(start)
        except DayOutOfRange as reason:
            raise ledger.outside(rule, reason) from None
        if done_on < earliest:
            course.detail.breaches.append(Breach(done_on, "too_early", event))
    if rule.backdating is not None:
        given = event.data.get(rule.backdating)
        claimed = None if given is None else ledger.plan.facts[rule.backdating].read(given)
        if isinstance(claimed, date) and claimed.toordinal() < done_on:
            course.detail.breaches.append(Breach(done_on, "backdated", event))
