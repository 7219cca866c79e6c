"""A Plan, a case's log and a day in, all that arose out: the days lived one after another (semantics 1.12)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from rutinmotor.engine.plan import Plan
from rutinmotor.engine.replay.calling_off import called_off
from rutinmotor.engine.replay.ceiling import AT_MOST, Ceiling
from rutinmotor.engine.replay.day import live_day, live_since
from rutinmotor.engine.replay.found import Asked, ByAnswer, CalledOff, CaseWide, PassedDate
from rutinmotor.engine.replay.instance import Cause, Instance, Undecided
from rutinmotor.engine.replay.questions import Question
from rutinmotor.engine.replay.serving import Order, order_of
from rutinmotor.engine.replay.situation import Situation, first_situation
from rutinmotor.engine.replay.timers import set_dated_timers, set_ending_timers
from rutinmotor.engine.replay.waiting import Waiter
from rutinmotor.engine.replay.world import Happening, World
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue, Holder

# Days on which timers fire and nothing changes, as of a rule that its own being overdue restarts each day, before none
# is looked for: more than a century of days.
_MOST_QUIET = 40_000


class Replay:
    """One case lived through, day by day; it belongs to one question, and is over when that is answered."""

    __slots__ = ("_now",)

    def __init__(
        self,
        plan: Plan,
        case: Case,
        facts: dict[Holder, dict[str, FactValue]],
        watched: int | None = None,
        at_most: int = AT_MOST,
    ) -> None:
        """Start before the first day, with the starting facts by holder; `watched` is a rule's group (see `asked`).

        `at_most` so many obligations of one rule and item may open without an event.
        """
        self._now = first_situation(plan, case, World(facts), watched, Ceiling(at_most), live_since)

    @property
    def instances(self) -> list[Instance]:
        """Every obligation that has arisen, in the order of opening."""
        return self._now.found.instances

    @property
    def undetermined(self) -> list[Undecided]:
        """Every rule that cannot be judged yet, one for each day, rule and item, by these (no item first)."""
        found: dict[tuple[int, int, str], list[Question]] = {}
        for one in self._now.questions.all_open():
            found.setdefault((one.day, one.rule.group, one.item or ""), []).append(one)
        return [_undecided(found[key]) for key in sorted(found)]

    @property
    def asked(self) -> list[Asked]:
        """What became of each trigger of the watched rule."""
        return self._now.found.asked

    @property
    def by_answer(self) -> Sequence[ByAnswer]:
        """The obligations of the watched rule that answers have brought; the last entry of one counts."""
        return self._now.found.by_answer

    @property
    def called_off(self) -> Sequence[CalledOff]:
        """What would have triggered the watched rule and had been called off, in order."""
        return self._now.found.called_off

    @property
    def met_no_item(self) -> list[Asked]:
        """The triggers of rules that open one for each item, where no item was named so far."""
        return self._now.found.met_no_item

    @property
    def ended_with_case(self) -> list[CaseWide]:
        """What events without an item have ended for items, on days that brought no ending of the item's own."""
        return self._now.found.ended_with_case

    @property
    def waiters(self) -> Iterator[tuple[Waiter, Holder, Event | Cause | None]]:
        """What waits to trigger the watched rule and can be called off, for which item, and what has called it off."""
        now = self._now
        for (group, item), waiters in now.waiting.starts.items():
            if group == now.found.watched:
                for one in waiters:
                    yield one, item, called_off(now, one.listener, item, one.start.day, one.start.origin)

    @property
    def extended(self) -> list[tuple[Instance, Event]]:
        """Each event that has moved a due date of the watched rule, in order; a restart makes the earlier ones void."""
        return self._now.found.extended

    @property
    def passed_dates(self) -> list[PassedDate]:
        """Every fact's date that was past when it became known and opened nothing, each once for a rule, in order."""
        return list(self._now.found.passed_dates.values())

    @property
    def lived(self) -> Sequence[Happening]:
        """Every event lived, in the order of the log, if a rule is watched."""
        return self._now.found.lived

    def order(self, happening: Happening, instance: Instance, arisen: Instance) -> Order | Literal["older"]:
        """Say how an event of the day on which an obligation of the watched rule arose stands to that, if it bears.

        `older`: in open order with it, and something older was there, which it serves instead (semantics 1.9).
        `arisen` is the obligation itself or, where an answer opened it, the same as it arose.
        """
        event, steps = happening
        if (id(event), id(instance)) in self._now.found.older:
            return "older"
        return order_of(event, steps, arisen)

    def first_counted(self, event: Event, instance: Instance) -> int | None:
        """Give the first day that would have counted, where an event came too soon for one of the watched rule."""
        return self._now.found.too_soon.get((id(event), id(instance)))

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
                live_day(now, timers[0].day, 0, ())
            if watched:
                now.found.lived += happenings
            now.ceiling.begin(day)
            live_day(now, day, does, happenings)
        while timers and timers[0].day <= until:
            live_day(now, timers[0].day, 0, ())
        now.today.day = until

    def next_opening(self, before: int) -> int:
        """Live on without events; give the first day earlier than `before` that changes anything, else `before`.

        Earlier than that is also the day after a due date that a pause hides and that has moved on the way.
        """
        now = self._now
        now.today.no_more_events = True
        timers = now.waiting.timers
        quiet, at_most = 0, before
        while timers and timers[0].day < before and quiet < _MOST_QUIET:
            quiet += 1
            now.found.changed = False
            day = timers[0].day
            try:
                live_day(now, day, 0, ())
            except CaseError:
                return day
            if now.found.changed:
                return day
            if now.found.hidden:
                moved = [one.due + 1 for one in now.found.hidden if one.outcome is None and one.due is not None]
                before = min([at_most, *moved])
        return before


def _undecided(questions: Sequence[Question]) -> Undecided:
    first = questions[0]
    missing = {fact for one in questions for fact in one.missing}
    return Undecided(first.day, first.rule, first.item, tuple(sorted(missing)))


def _set_starting_timers(now: Situation, first: int) -> None:
    """Set the timers of the dates that the case starts with, as known on its first day."""
    set_ending_timers(now, first)
    if now.plan.dated:
        for item in list(now.world.holders()):
            for fact in now.plan.dated:
                set_dated_timers(now, item, fact, first, None)
