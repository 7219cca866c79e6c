"""Events and what is there in, what they fulfil out: 4.4, 4.8 and 5.1 to 5.4, wherever in a day events serve."""

from datetime import date

from tests.engine.second.calendar import shift
from tests.engine.second.catalogues import Rulebook, many
from tests.engine.second.facts import World, bears
from tests.engine.second.log import Event, Stand, precedes
from tests.engine.second.obligation import Cause, Obligation
from tests.engine.second.questions import Questions
from tests.engine.second.serving import Dawn


class Fulfilling(Questions):
    """What fulfils, and how it is judged."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.dawn = Dawn(date.min, [], [])

    def fulfil_all(self, events: list[Event], things: list[Obligation], day: date) -> list[tuple[Obligation, Cause]]:
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
                if self._can_fulfil(event, one, day) and one in self._chosen(event, one, things, day):
                    self._use(event, one)
                    self._fulfil(one, event)
                    self.dawn.note(event, one)
                    fulfilled.append((one, self._fulfilled(one, event, event.stand, day)))
        return fulfilled

    def _can_fulfil(self, event: Event, one: Obligation, day: date) -> bool:
        if one.fulfilled_on is not None or not (one.open or one.ended_on == day):
            return False
        named = event.type in many(one.version.body.get("fulfilled_by")) and bears(event.item, one.item)
        if not named or not self.dawn.serves(event, one, self.book, ending=False):
            return False
        return not self._used(event, one) and self._counts_within(event, one, day) and self._of_its_period(event, one)

    def _counts_within(self, event: Event, one: Obligation, day: date) -> bool:
        """4.8: an event of a day before the day D ahead of the due date serves something else."""
        span, due = one.version.body.get("counts_within"), one.due(day)
        return span is None or due is None or event.day >= shift(due, span, one.version.calendars, back=True)

    # 5.4

    def _told_period(self, event: Event, one: Obligation) -> date | None:
        repeat = one.version.repeat
        told = event.data.get(repeat["period_of"]) if "period_of" in repeat else None
        return None if told is None else date.fromisoformat(str(told))

    def _of_its_period(self, event: Event, one: Obligation) -> bool:
        """The date that the event gives lies in the period; where it gives none, any may be served."""
        told = self._told_period(event, one)
        return told is None or one.period is None or one.period[0] <= told <= one.period[1]

    def _chosen(self, event: Event, one: Obligation, things: list[Obligation], day: date) -> list[Obligation]:
        """Of an `each` series one is served; of all else whatever can be, the oldest first."""
        if one.version.series != "each":
            return [one]
        open_ones = [each for each in things if each.series is one.series and self._can_fulfil(event, each, day)]
        periods = [(each.period, each) for each in open_ones if each.period is not None]
        ended = [each for period, each in periods if period[1] < event.day]
        latest = max(ended, key=lambda each: (each.since, each.number), default=None)
        if latest is not None and latest.is_due_after_its_period:
            return [latest]
        running = [each for period, each in periods if period[0] <= event.day <= period[1]]
        return [*running, *open_ones][:1]

    def _used(self, event: Event, one: Obligation) -> bool:
        """5.4: in `from: trigger` and `each` one event fulfils one of each series."""
        return one.version.series in ("trigger", "each") and one.series is not None and event in one.series.used

    def _use(self, event: Event, one: Obligation) -> None:
        if one.series is not None:
            one.series.used.add(event)

    def _fulfilled(self, one: Obligation, event: Event, moment: Stand, day: date) -> Cause:
        """1.8, 1.10."""
        return Cause("fulfilled", one.version.id, day, one.item, one.brings_about(event, moment, day), behind=event)

    def _counted_from(self, one: Obligation, day: date) -> Event | None:
        """5.1: the earliest that precedes the opening, from the day of the latest E on; None where no E came."""
        awaited = one.version.body.get("counts_from")
        if awaited is None or not one.by_trigger or one.since != day:
            return None
        latest = self._latest(awaited, one.item, one.origin.stand)
        types = many(one.version.body.get("fulfilled_by"))
        for event in self.world.events:
            counts = event.type in types and bears(event.item, one.item) and precedes(event.stand, one.origin.stand)
            counts = counts and latest is not None and event.day >= latest.day
            counts = counts and self._counts_within(event, one, day) and self._of_its_period(event, one)
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
        span = one.version.body.get("not_before")
        if span is not None and event.day < shift(one.start, span, one.version.calendars):
            one.breach("too_early", event.id, event.day)
        fact = one.version.body.get("backdating")
        told = event.data.get(fact) if fact is not None else None
        if told is not None and date.fromisoformat(str(told)) < event.day:
            one.breach("backdated", event.id, event.day)

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

    def before(self, one: Obligation, day: date) -> None:
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
