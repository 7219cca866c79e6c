"""What is there in, what an event, a date, something overdue or the other's closing ends out: 3.2, 5.2 and 5.5."""

from datetime import date

from tests.engine.second.calendar import DAY
from tests.engine.second.catalogues import Rulebook
from tests.engine.second.conditions import View
from tests.engine.second.facts import World, bears
from tests.engine.second.fulfilling import Fulfilling
from tests.engine.second.log import Event, Stand
from tests.engine.second.obligation import Cause, Obligation, Question, Series
from tests.parsed import is_mapping


class Ending(Fulfilling):
    """1.12: wherever events serve, they first end, then fulfil; and what else ends."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.so_far: list[Event] = []  # the events of the day that may have served
        self.nexts: list[Obligation] = []  # fulfilled today, and the next of the series not yet asked for

    def _serve_what_opened(self, events: list[Event], day: date) -> None:
        new, self.new = self.new, []
        series, self.new_series = self.new_series, []
        self.dawn.opened += new
        if new or series:
            self._serve(events, new, [*series, *(one.series for one in new if one.series is not None)], day)

    def _serve(self, events: list[Event], things: list[Obligation], series: list[Series], day: date) -> None:
        """1.12: first they end, then fulfil; then the fulfilments trigger, and events serve what that opened."""
        things = sorted(things, key=lambda one: one.old_first)
        self._end(events, things, series, day)
        fulfilled = self.fulfil_all(events, things, day)
        self.end_what_ran_ahead(day)
        for one, cause in sorted(fulfilled, key=lambda pair: pair[0].order):
            self.nexts.append(one)
            self.fire(
                cause,
                lambda line, rule=one.version.id: is_mapping(line) and line.get("fulfilled") == rule,
                day,
            )
        if fulfilled:
            self._serve_what_opened(self.so_far, day)

    # By events

    def _end(self, events: list[Event], things: list[Obligation], series: list[Series], day: date) -> None:
        """5.2, 5.5: an event ends a series and with it all that is open of it."""
        for event in events:
            for each in series:
                if each.running and self._ends(event, each):
                    each.end(day, event)
                    self.dawn.note(event, each)
            for one in things:
                if one.open and self._ends_obligation(event, one, day):
                    one.ended_on, one.ended_by = day, event
                    self.dawn.note(event, one)

    def _ends_obligation(self, event: Event, one: Obligation, day: date) -> bool:
        if one.series is None and one.standing and one.cause.run is not None and one.cause.run.ended_by is event:
            return True  # 4.4: what stands while a state holds ends with the run that triggered it
        if one.series is None or (one.spared_at is not None and not one.series.running):
            ends = self._ends(event, one)
        else:
            ends = one.series.ended_by is event and self.dawn.serves(event, one, self.book, ending=True)
        return ends and not self._spares(one, event.stand)

    def _ends(self, event: Event, thing: Obligation | Series) -> bool:
        named = thing.version.ends.names(event.type, event.item, thing.item)
        return named and self.dawn.serves(event, thing, self.book, ending=True)

    def could_end(self, event: Event, question: Question) -> bool:
        return self.dawn.serves(event, question, self.book, ending=True)

    def _spares(self, one: Obligation, ending: Stand) -> bool:
        """5.2: what was overdue when the day began, and the one whose period runs."""
        if one.spared_at is None and self.would_be_spared(one, ending.day):
            one.spared_at = ending
        return one.spared_at is not None

    def would_be_spared(self, one: Obligation, day: date) -> bool:
        """5.2: overdue when the day began; or of a period that runs, or that has ended and is not overdue."""
        overdue = one.was_overdue_at_dawn(day)
        runs = one.version.spares("running") and one.period is not None and (day <= one.period[1] or not overdue)
        return (overdue and one.version.spares("overdue")) or runs

    # By something overdue, and by dates

    def end_by_overdue(self, causes: list[Cause], day: date) -> None:
        """2.3, 5.2: as the day begins; and what stood while a state held that ended so (4.4)."""
        happened = self.became_overdue.setdefault(day, [])
        happened += [(cause.type, cause.item) for cause in causes]
        for rule, item in happened:
            if not self.alone:
                self.world.end_by_overdue(day, rule, item)
        self.end_what_was_there(day)

    def end_what_was_there(self, day: date) -> None:
        """By what has become overdue as this day begins."""
        for rule, item in self.became_overdue[day]:
            for series in self.series:
                if series.running and rule in series.version.ends.overdue and bears(item, series.item):
                    series.end(day)
            for one in self.live:
                named = one.since < day and rule in one.version.ends.overdue and bears(item, one.item)
                if one.open and named and not self._spares(one, Stand(day)):
                    one.ended_on = day
        for one in self.live:
            run = one.cause.run
            over = run is not None and run.ended_on == day and run.ended_by is None
            if one.open and one.series is None and one.standing and over and one.since < day:
                one.ended_on = day
        self.end_what_ran_ahead(day)

    def end_by_dates(self, day: date) -> None:
        """5.2: with the day that the fact gives, or on which it is given where that is later."""
        for series in self.series:
            if series.running and self._date_is_up(series, series.since, day):
                series.end(day)
        for one in self.live:
            if one.open and self._date_is_up(one, one.since, day) and not self._spares(one, Stand(day)):
                one.ended_on = day
        self.end_what_ran_ahead(day)

    def _date_is_up(self, thing: Obligation | Series, since: date, day: date) -> bool:
        for fact in thing.version.ends.dates:
            value = View(self.world, thing.item, Stand(day), thing.cause.behind).value(fact)
            if value is None or not since <= value <= day:
                continue
            before = View(self.world, thing.item, Stand(day - DAY), thing.cause.behind).value(fact)
            if value == day or before != value:
                return True
        return False

    # What runs ahead

    def end_what_ran_ahead(self, day: date) -> None:
        """3.2: when the other closes, by what closed it."""
        for one in sorted(self.live, key=lambda one: one.number):
            if one.open and one.ahead_of is not None and one.ahead_of.closed_by(day):
                one.ended_on, one.ended_ahead = day, True
        for series in self.series:
            if series.running and series.ahead_of is not None and series.ahead_of.closed_by(day):
                series.end(day)

    def judge_what_ran_ahead(self, day: date) -> None:
        """3.2: not done ahead, where the other was fulfilled, and this was not on that day either."""
        for one in self.live:
            other = one.ahead_of
            if other is None or not one.ended_ahead or one.ended_on != day or one.fulfilled_on is not None:
                continue
            if other.fulfilled_on is not None and other.fulfilled_by is not None:
                one.breach("not_done_ahead", other.fulfilled_by.id, other.fulfilled_on)

    def follow_others(self, day: date) -> None:
        """3.2: the other's due date, as long as it is open."""
        for one in sorted(self.live, key=lambda one: one.number):
            one.follow(day)
