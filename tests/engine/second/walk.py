"""A rulebook and a world in, the obligations at the end of each day out: 1.12, from the first event that counts."""

from datetime import date, timedelta

from tests.engine.second.calendar import DAY
from tests.engine.second.catalogues import Rulebook, Version
from tests.engine.second.ending import Ending
from tests.engine.second.errors import SecondError
from tests.engine.second.facts import World
from tests.engine.second.log import Event
from tests.engine.second.obligation import Cause, Origin
from tests.engine.second.serving import Dawn
from tests.engine.second.states import at_instant, clockless, instants, written_twice
from tests.parsed import is_mapping


class Walk(Ending):
    """1.12: the table of a day, row by row."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.next_day = world.events[0].day if world.events else None

    def through(self, day: date) -> None:
        """Walk on up to and including the day."""
        while self.next_day is not None and self.next_day <= day:
            self._one_day(self.next_day)
            self.next_day = self.next_day + DAY if self.next_day < date.max else None

    def live_days(self, first: date, last: date) -> None:
        for number in range((last - first).days + 1):
            self._one_day(first + number * DAY)

    def _one_day(self, day: date) -> None:
        events = self.world.by_day.get(day, [])
        without = clockless(events)
        self.live = [one for one in self.live if one.open]
        overdue = self._the_day_begins(day)
        turns = self.turns_at_dawn(day)

        self.so_far = list(without)
        self._serve(without, list(self.live), self.dawn.running, day)

        for instant in instants(events):
            now = at_instant(events, instant)
            self.so_far += now
            running = [series for series in self.series if series.running]
            self._serve(now, list(self.live), running, day)
            self._open_again(day, instant)
            for event in now:
                self._trigger_by(event, day)
            self._serve_what_opened([*without, *now], day)

        self.fire_timers(overdue, turns, day)
        self._open_again(day, "timers")
        for event in without:
            self._trigger_by(event, day)
        self._serve_what_opened(events, day)

        self._the_day_ends(events, day)

    def _open_again(self, day: date, place: timedelta | str) -> None:
        """2.6: where days are lived again, what was a question opens at the moment of its trigger."""
        if self.lived_again is not None and self.lived_again[:2] == (day, place):
            opening, self.lived_again = self.lived_again[2], None
            opening(self)

    def _the_day_begins(self, day: date) -> list[Cause]:
        """The first row: what is overdue, and what that ends; then questions; then extensions and pauses."""
        if not self.alone:
            self.world.begin_day(day)
        overdue = self.overdue_at_dawn(day)
        self.end_by_overdue(overdue, day)
        if not self.alone:
            self.world.run_events(day)
        while self.ask_again(day, of_today=False):
            pass
        self.end_what_was_there(day)  # 2.6: so was what an answer opened
        if not self.alone:
            self.note_dawn(day)
        self.dawn = Dawn(day, [one for one in self.live if one.open], [one for one in self.series if one.running])
        if self.lived_again is not None and self.lived_again[0] == day:
            self.dawn.older_open, self.dawn.older_running = self.open_at_dawn[day], self.running_at_dawn[day]
        self._extensions_and_pauses(day)
        self.follow_others(day)
        return overdue

    def _the_day_ends(self, events: list[Event], day: date) -> None:
        """The last row: questions of the day; the next of each series; `before`; what runs ahead; again."""
        self.end_by_dates(day)
        so_far = (-1, -1)
        while so_far != (self.begun, self.asked_so_far):
            so_far = (self.begun, self.asked_so_far)
            self.close_by_endings(day)
            self.ask_again(day, of_today=True)
            self._open_again(day, "end")
            self._serve_what_opened(events, day)
            nexts, self.nexts = self.nexts, []
            for one in sorted(nexts, key=lambda one: one.order):
                self.after_fulfilment(one, day)
            for one in self.live:
                self.before(one, day)
            if not self.alone:
                self.fire_ahead_of(day)
            self._serve_what_opened(events, day)
            self.end_by_dates(day)
        self.close_by_endings(day)
        self.follow_others(day)
        self.judge_what_ran_ahead(day)
        for one in self.live:
            if one.open and not self.alone:  # 5.6: in days lived again nobody was told
                one.tell_steps(day)

    def _extensions_and_pauses(self, day: date) -> None:
        """4.9, 4.10: of what was open when the day began."""
        if self.lived_again is not None and self.lived_again[0] == day:
            return  # 2.7: what is to start again has its time from its trigger on
        still = [one for one in self.live if one.open]
        for one in still:
            self.extend(one, day)
        for one in still:
            state = one.version.body.get("paused_while")
            if state is not None and day > one.start and self.world.holds_at_end_of(day, state, one.item):
                one.paused.append(day)

    # Triggering

    def _trigger_by(self, event: Event, day: date) -> None:
        """3.1: one event triggers one rule at most once: the first line of its list that matches."""
        if self.alone:
            return
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            cause = self.cause_of(version, event, day) if version is not None else None
            if version is not None and cause is not None:
                self.trigger(version, cause, day)

    def cause_of(self, version: Version, event: Event, day: date) -> Cause | None:
        if version.on_repeat != "add" and written_twice(event, self.world.by_day[day]):
            return None
        begun = {run.state: run for run in self.world.runs if run.begun_by is event}
        origin = Origin(event.stand, frozenset({event}))
        for line in version.triggers:
            if line == event.type:
                return Cause("event", event.type, day, event.item, origin, event=event, behind=event)
            if is_mapping(line) and line.get("state") in begun and "longer_than" not in line:
                run = begun[line["state"]]
                return Cause("state", line["state"], day, event.item, origin, event=event, run=run, behind=event)
        return None


def walked(book: Rulebook, world: World, day: date) -> Walk:
    """The walk up to and including the day."""
    walk = Walk(book, world)
    try:
        walk.through(day)
    except OverflowError as fault:
        raise SecondError("a day outside years 1 to 9999") from fault
    return walk
