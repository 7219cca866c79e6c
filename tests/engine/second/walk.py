"""A rulebook and a world in, the obligations at the end of each day out: 1.12, from the first event that counts."""

from datetime import date

from tests.engine.second.calendar import DAY, shift
from tests.engine.second.catalogues import Rulebook, Version, many
from tests.engine.second.errors import SecondError
from tests.engine.second.facts import World, bears
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.obligation import Cause, Obligation, Origin, Series
from tests.engine.second.serving import Dawn
from tests.engine.second.states import Run, at_instant, clockless, instants, written_twice
from tests.engine.second.timers import Timers
from tests.parsed import is_mapping


class Walk(Timers):
    """1.12: the table of a day, row by row."""

    def __init__(self, book: Rulebook, world: World) -> None:
        super().__init__(book, world)
        self.next_day = world.events[0].day if world.events else None
        self.dawn = Dawn(date.min, [], [])
        self.so_far: list[Event] = []  # the events of the day that may have served
        self.nexts: list[Obligation] = []  # fulfilled today, and the next of the series not yet asked for

    def through(self, day: date) -> None:
        """Walk on up to and including the day."""
        while self.next_day is not None and self.next_day <= day:
            self._one_day(self.next_day)
            self.next_day = self.next_day + DAY if self.next_day < date.max else None

    def _one_day(self, day: date) -> None:
        events = self.world.by_day.get(day, [])
        without = clockless(events)
        self.live = [one for one in self.live if one.open]
        self.dawn = Dawn(day, list(self.live), [series for series in self.series if series.running])
        overdue, turns = self.overdue_at_dawn(day), self.turns_at_dawn(day)
        self._extensions_and_pauses(day)

        self.so_far = list(without)
        self._serve(without, list(self.live), self.dawn.running, day)

        for instant in instants(events):
            now = at_instant(events, instant)
            self.so_far += now
            running = [series for series in self.series if series.running]
            self._serve(now, list(self.live), running, day)
            for event in now:
                self._trigger_by(event, day)
            self._serve_what_opened([*without, *now], day)

        self.fire_timers(overdue, turns, day)
        for event in without:
            self._trigger_by(event, day)
        self._serve_what_opened(events, day)

        self._the_day_ends(events, day)

    def _the_day_ends(self, events: list[Event], day: date) -> None:
        begun = -1
        while begun != self.begun:
            begun = self.begun
            nexts, self.nexts = self.nexts, []
            for one in sorted(nexts, key=lambda one: one.order):
                self.after_fulfilment(one, day)
            for one in self.live:
                self._before(one, day)
            self.fire_ahead_of(day)
            self._serve_what_opened(events, day)

    def _extensions_and_pauses(self, day: date) -> None:
        """4.9, 4.10: of what was open when the day began."""
        for one in self.live:
            self.extend(one, day)
        for one in self.live:
            state = one.version.body.get("paused_while")
            if state is not None and day > one.start and self.world.holds_at_end_of(day, state, one.item):
                one.paused.append(day)

    # Triggering

    def _trigger_by(self, event: Event, day: date) -> None:
        """3.1: one event triggers one rule at most once: the first line of its list that matches."""
        begun = {run.state: run for run in self.world.runs if run.begun_by is event}
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            if version is None or (version.on_repeat != "add" and written_twice(event, self.world.by_day[day])):
                continue
            cause = self._cause_of(version, event, begun, day)
            if cause is not None:
                self.trigger(version, cause, day)

    def _cause_of(self, version: Version, event: Event, begun: dict[str, Run], day: date) -> Cause | None:
        origin = Origin(event.stand, frozenset({event}))
        for line in version.triggers:
            if line == event.type:
                return Cause("event", event.type, day, event.item, origin, event=event)
            if is_mapping(line) and line.get("state") in begun and "longer_than" not in line:
                run = begun[line["state"]]
                return Cause("state", line["state"], day, event.item, origin, event=event, run=run)
        return None

    # Serving

    def _serve_what_opened(self, events: list[Event], day: date) -> None:
        new, self.new = self.new, []
        self.dawn.opened += new
        if new:
            self._serve(events, new, [one.series for one in new if one.series is not None], day)

    def _serve(self, events: list[Event], things: list[Obligation], series: list[Series], day: date) -> None:
        """1.12: first they end, then fulfil; then the fulfilments trigger, and events serve what that opened."""
        things = sorted(things, key=lambda one: one.old_first)
        self._end(events, things, series, day)
        fulfilled = self._fulfil_all(events, things, day)
        for one, cause in sorted(fulfilled, key=lambda pair: pair[0].order):
            self.nexts.append(one)
            self.fire(
                cause,
                lambda line, rule=one.version.id: is_mapping(line) and line.get("fulfilled") == rule,
                day,
            )
        if fulfilled:
            self._serve_what_opened(self.so_far, day)

    def _end(self, events: list[Event], things: list[Obligation], series: list[Series], day: date) -> None:
        """5.2, 5.5: an event ends a series and with it all that is open of it."""
        for event in events:
            for each in series:
                if each.running and self._ends(event, each):
                    each.running, each.ended_by = False, event
                    self.dawn.note(event, each)
            for one in things:
                if one.open and self._ends_obligation(event, one):
                    one.ended_on = day
                    self.dawn.note(event, one)

    def _ends_obligation(self, event: Event, one: Obligation) -> bool:
        if one.series is not None:
            return one.series.ended_by is event and self.dawn.serves(event, one, self.book, ending=True)
        if one.standing and one.cause.run is not None and one.cause.run.ended_by is event:
            return True  # 4.4: what stands while a state holds ends with the run that triggered it
        return self._ends(event, one)

    def _ends(self, event: Event, thing: Obligation | Series) -> bool:
        named = event.type in many(thing.version.body.get("ends_with")) and bears(event.item, thing.item)
        return named and self.dawn.serves(event, thing, self.book, ending=True)

    def _fulfil_all(self, events: list[Event], things: list[Obligation], day: date) -> list[tuple[Obligation, Cause]]:
        """5.1 to 5.4: what is open, or was ended today."""
        fulfilled: list[tuple[Obligation, Cause]] = []
        for one in things:
            early = self._counted_from(one, day)
            if early is not None and one.fulfilled_on is None:
                self._use(early, one)
                self._fulfil(one, early)
                fulfilled.append((one, self._fulfilled(one, early, one.origin.stand, day)))
        for event in events:
            for one in things:
                if one.fulfilled_on is None and (one.open or one.ended_on == day) and self._fulfils(event, one):
                    self._fulfil(one, event)
                    self.dawn.note(event, one)
                    fulfilled.append((one, self._fulfilled(one, event, event.stand, day)))
        return fulfilled

    def _fulfils(self, event: Event, one: Obligation) -> bool:
        named = event.type in many(one.version.body.get("fulfilled_by")) and bears(event.item, one.item)
        if not named or not self.dawn.serves(event, one, self.book, ending=False):
            return False
        if self._used(event, one):
            return False
        self._use(event, one)
        return True

    def _used(self, event: Event, one: Obligation) -> bool:
        """5.4: in `from: trigger` and `each` one event fulfils one of each series."""
        return one.version.series in ("trigger", "each") and one.series is not None and event in one.series.used

    def _use(self, event: Event, one: Obligation) -> None:
        if one.series is not None:
            one.series.used.add(event)

    def _fulfilled(self, one: Obligation, event: Event, moment: Stand, day: date) -> Cause:
        """1.8, 1.10."""
        return Cause("fulfilled", one.version.id, day, one.item, one.brings_about(event, moment, day))

    def _counted_from(self, one: Obligation, day: date) -> Event | None:
        """5.1: the earliest that precedes the opening, from the day of the latest E on; None where no E came."""
        awaited = one.version.body.get("counts_from")
        if awaited is None or not one.by_trigger or one.opened != day:
            return None
        latest = self._latest(awaited, one.item, one.origin.stand)
        types = many(one.version.body.get("fulfilled_by"))
        for event in self.world.events:
            counts = event.type in types and bears(event.item, one.item) and precedes(event.stand, one.origin.stand)
            counts = counts and latest is not None and event.day >= latest.day
            if counts and not self._used(event, one):
                return event
        return None

    def _latest(self, kind: str, item: str | None, moment: Stand) -> Event | None:
        """4.4, 5.1: the last in the log's order that bears on it and does not come after the opening."""
        found = [event for event in self.world.events if event.type == kind and bears(event.item, item)]
        found = [event for event in found if not precedes(moment, event.stand)]
        return found[-1] if found else None

    def _fulfil(self, one: Obligation, event: Event) -> None:
        """5.1, 5.2: fulfilled, even where it was ended that day; 4.8: and with which breaches."""
        one.fulfilled_on, one.fulfilled_by, one.ended_on = event.day, event, None
        found = {"event": event.id, "day": event.day.isoformat()}
        span = one.version.body.get("not_before")
        if span is not None and event.day < shift(one.start, span, one.version.calendars):
            one.breaches.append({"kind": "too_early", **found})
        fact = one.version.body.get("backdating")
        told = event.data.get(fact) if fact is not None else None
        if told is not None and date.fromisoformat(str(told)) < event.day:
            one.breaches.append({"kind": "backdated", **found})

    # 4.4, before

    def before_events(self, one: Obligation, day: date) -> list[Event]:
        """4.4: every E of the day that bears on it and does not precede the opening (or what restarted it)."""
        return [
            event
            for event in self.world.by_day.get(day, ())
            if event.type == one.before_type
            and bears(event.item, one.item)
            and not precedes(event.stand, one.time_from)
        ]

    def _before(self, one: Obligation, day: date) -> None:
        """4.4: the day of the first E; none if it was fulfilled or ended on an earlier day."""
        if one.before_type is None or one.before_day is not None:
            return
        early = self._before_since(one) if one.start == day else []
        if early and (one.fulfilled_on is None or one.fulfilled_on >= early[0].day):
            one.before_day, one.before_start = early[0].day, early
        elif self.before_events(one, day) and (one.fulfilled_on is None or one.fulfilled_on >= day):
            one.before_day = day

    def _before_since(self, one: Obligation) -> list[Event]:
        """4.4, `since: Y`: every E that precedes the opening, but not the latest Y, the first of them first."""
        latest = self._latest(one.before_since, one.item, one.time_from) if one.before_since else None
        if latest is None:
            return []
        return [
            event
            for event in self.world.events
            if event.type == one.before_type
            and bears(event.item, one.item)
            and precedes(event.stand, one.time_from)
            and not precedes(event.stand, latest.stand)
        ]

    def late_on_the_day(self, one: Obligation, event: Event) -> bool:
        """4.4: an E precedes the fulfilling event; what none precedes is in time, though E precedes the opening."""
        if one.before_day is None:
            return False
        every = [*one.before_start, *self.before_events(one, event.day)]
        return any(precedes(each.stand, event.stand) for each in every)

    def overdue_on_the_day(self, one: Obligation, due: date) -> bool:
        """4.4: an E with a clock has come, and E's day has ended."""
        if one.before_day is None:
            return False
        return bool(one.before_start) or any(each.instant is not None for each in self.before_events(one, due))


def walked(book: Rulebook, world: World, day: date) -> Walk:
    """The walk up to and including the day."""
    walk = Walk(book, world)
    try:
        walk.through(day)
    except OverflowError as fault:
        raise SecondError("a day outside years 1 to 9999") from fault
    return walk
