"""The questions that are open in, those that a day answers opened out: 2.5 to 2.7, as a day begins and as it ends."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from tests.engine.second.calendar import DAY
from tests.engine.second.calling_off import CallingOff
from tests.engine.second.catalogues import Rulebook, Version
from tests.engine.second.conditions import View
from tests.engine.second.facts import World
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.obligation import Cause, Obligation, Question, Series

# Where in a day that is lived again something is opened: at an instant, with the timers, or as the day ends.
Place = timedelta | str


def _place(question: Question) -> Place:
    instant = question.origin.stand.instant
    return "timers" if instant is None else instant


class Questions(CallingOff, ABC):
    """2.6: a question is asked again, answered yes or no, or closed."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.lived_again: tuple[date, Place, Callable[[Any], None]] | None = None

    def ask_again(self, day: date, of_today: bool) -> bool:
        """Every question of earlier days, or of this day, once; true if anything was answered."""
        answered = False
        for question in sorted(self.questions, key=lambda one: one.order):
            if (question.day == day) == of_today and question in self.questions:
                answered |= self._ask_again(question, day)
        return answered

    def _ask_again(self, question: Question, day: date) -> bool:
        view = replace(question.view, until=day)
        verdict = self.verdict(question.version, view)
        missing = set(verdict.missing) if verdict.value is None else set[str]()
        if verdict.value is True:
            missing = self._missing_times(question, view)
        if missing:
            question.missing = missing
            question.listed |= missing
            return False
        self.questions.remove(question)
        if question.series is not None:
            question.series.waits = False
        elif self._given_by_a_trigger(question, day):
            return False  # 2.7: only that event triggers
        else:
            self.judged(question.version, question.item, before=question)
        if verdict.value is True:
            needed = question.listed | self._times_needed(question)
            facts = sorted(fact for fact in needed if view.known(fact) is None and view.value(fact) is not None)
            self._yes(question, view, facts, day)
        elif question.series is not None:
            self._no_next(question, question.series, day)
        return True

    def _times_needed(self, question: Question) -> set[str]:
        """What the deadline rests on, given or not."""
        return self._missing_times(question, View(self.world, question.item, Stand(date.min)))

    def _missing_times(self, question: Question, view: View) -> set[str]:
        if question.kind == "next" or (question.kind == "turn" and question.version.series == "trigger"):
            return set()
        if question.kind == "restart":
            still = [one for one in question.found if one.open]
            return {fact for one in still for fact in self.missing_for_restart(one, view)}
        found, _ = self.found(question.version, question.item)
        if question.kind == "trigger" and found and question.version.on_repeat == "restart":
            return {fact for one in found for fact in self.missing_for_restart(one, view)}
        return self.missing_for(question.version, view)

    def _given_by_a_trigger(self, question: Question, day: date) -> bool:
        """2.7: of what answers it today an event gives a part, and triggers the rule for that item."""
        before = replace(question.view, until=day - DAY) if question.day < day else question.view
        lacked = before.missing(question.listed | self._times_needed(question))
        version = self.book.in_force(question.version.id, day)
        if version is None:
            return False
        return any(
            self._triggers(version, event, day)
            and question.item in self.items_of(version, event.item, day)
            and self._gives(event, question, lacked)
            for event in self.world.by_day.get(day, ())
        )

    def _triggers(self, version: Version, event: Event, day: date) -> bool:
        """By itself, or by the other half of what was written down twice (1.11)."""
        halves = [event]
        if event.instant is None:
            halves += [one for one in self.world.by_day[day] if (one.type, one.item) == (event.type, event.item)]
        return any(self.cause_of(version, half, day) is not None for half in halves)

    def _gives(self, event: Event, question: Question, lacked: set[str]) -> bool:
        """On the item or the case; of its own day, what comes after the trigger."""
        if event.item not in (None, question.item) or not precedes(question.view.seen_from, event.stand):
            return False
        return any(event.data.get(fact) is not None and not self.book.of_event(fact) for fact in lacked)

    # The answer

    def _yes(self, question: Question, view: View, facts: list[str], day: date) -> None:
        version, series, origin, place = question.version, question.series, question.origin, _place(question)
        if series is not None:
            count = series.count
            if question.kind == "turn":
                self._lived(
                    question, day, "timers", lambda walk: walk.open_turn(series, view, question.day, count), facts
                )
            else:
                self._lived(question, day, "end", lambda walk: walk.open_next(series, origin, question.day), facts)
            return
        found, running = self.found(version, question.item)
        if question.kind == "restart":
            found, running = [one for one in question.found if one.open], []
        if version.on_repeat == "restart" and (found or running):
            self._lived(
                question,
                day,
                place,
                lambda walk: walk.restart(found, running, question.cause, view, question.day),
                facts,
                found,
                running,
            )
        elif version.on_repeat == "add" or not (found or running or self._was_open(question)):
            self._lived(
                question, day, place, lambda walk: walk.begin(version, question.cause, view, question.day), facts
            )

    def _was_open(self, question: Question) -> bool:
        """2.7: was one of the rule open at the trigger?"""
        moment = question.origin.stand
        return any(self._open_at(one, moment) for one in self.obligations if one.key == question.key) or any(
            one.since <= question.day and not precedes(moment, one.origin.stand)
            and (one.ended_on is None or one.ended_on > question.day)
            for one in self.series
            if one.key == question.key
        )  # fmt: skip

    @staticmethod
    def _open_at(one: Obligation, moment: Stand) -> bool:
        if precedes(moment, one.origin.stand) or one.since > moment.day:
            return False
        if one.spared_at is not None and not precedes(moment, one.spared_at):
            return False
        closed = one.closing_day
        if closed is None or closed > moment.day:
            return True
        by = one.fulfilled_by if one.fulfilled_by is not None else one.ended_by
        return closed == moment.day and by is not None and precedes(moment, by.stand)

    def _no_next(self, question: Question, series: Series, day: date) -> None:
        """2.7: that one is left out, and what would have come up meanwhile comes; 2.4: `from: fulfilment` is over."""
        if question.kind == "next":
            series.end(day)
        else:
            self._lived(question, day, "timers", lambda walk: None, sorted(question.listed))

    def _lived(
        self,
        question: Question,
        day: date,
        place: Place,
        opening: Callable[[Any], None],
        facts: list[str],
        found: list[Obligation] | None = None,
        running: list[Series] | None = None,
    ) -> None:
        """2.6: at the moment of its trigger where that was today; else the days since are lived again first."""
        if question.day == day:
            before, begun = len(self.obligations), len(self.series)
            opening(self)
            for series in self.series[begun:]:
                series.alone_on = day
            for one in self.obligations[before:]:
                one.alone_on = day
                one.answered = {"day": day.isoformat(), "facts": facts}
            return
        running = running or ([question.series] if question.series is not None else [])
        again = self._walk_again(question, day - DAY, place, opening, found or [], running)
        self._merge(again, day, facts)

    def _walk_again(
        self,
        question: Question,
        until: date,
        place: Place,
        opening: Callable[[Any], None],
        found: list[Obligation],
        running: list[Series],
    ) -> "Questions":
        again = type(self)(self.book, self.world, alone=True)
        again.live, again.series = list(found), list(running)
        again.open_at_dawn, again.running_at_dawn = self.open_at_dawn, self.running_at_dawn
        again.became_overdue = {on: list(happened) for on, happened in self.became_overdue.items()}
        again.lived_again = (question.day, place, opening)
        again.until = until + DAY
        again.live_days(question.day, until)
        return again

    @abstractmethod
    def cause_of(self, version: Version, event: Event, day: date) -> Cause | None:
        """See Walk."""

    @abstractmethod
    def live_days(self, first: date, last: date) -> None:
        """See Walk."""

    def _merge(self, again: "Questions", day: date, facts: list[str]) -> None:
        """What was lived again becomes part of this walk, opened on the day of the answer."""
        for one in again.obligations:
            one.number, one.opened = len(self.obligations), day
            one.answered = {"day": day.isoformat(), "facts": facts}
            one.told = set()
            self.obligations.append(one)
            if one.open:
                self.live.append(one)
        for series in again.series:
            if series not in self.series:
                series.number = len(self.series)
                self.series.append(series)
        for question in again.questions:
            self.asked_so_far += 1
            question.number = self.asked_so_far
            self.questions.append(question)
        self.set_off += again.set_off
        self.begun += 1

    # Closed unanswered

    def close_by_endings(self, day: date) -> None:
        """2.7: by an `ends_with` event that bears on it and could have ended the obligation."""
        self.questions = [one for one in self.questions if not self._is_closed(one, day)]

    def _is_closed(self, question: Question, day: date) -> bool:
        if question.series is not None:
            return not question.series.running
        ends = any(
            question.version.ends.names(event.type, event.item, question.item) and self.could_end(event, question)
            for event in self.world.by_day.get(day, ())
        )
        return ends and not self._would_be_spared(question, day)

    @abstractmethod
    def could_end(self, event: Event, question: Question) -> bool:
        """See Ending: 1.9 and 1.10."""

    @abstractmethod
    def would_be_spared(self, one: Obligation, day: date) -> bool:
        """See Ending: 5.2."""

    def _would_be_spared(self, question: Question, day: date) -> bool:
        """5.2 `spares`, of what it would be."""
        version = question.version
        if not (version.spares("overdue") or version.spares("running")):
            return False
        if question.day == day:
            return version.spares("running") and not self.begins_later(version, day)
        view = replace(question.view, until=day)
        if self.missing_for(version, view):
            return version.spares("running")
        again = self._walk_again(
            question,
            day - DAY,
            _place(question),
            lambda walk: walk.begin(version, question.cause, view, question.day),
            [],
            [],
        )
        return any(one.open and self.would_be_spared(one, day) for one in again.obligations)
