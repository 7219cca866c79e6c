"""A rulebook and a world in, the obligations at the end of each day out: 1.8, from the first event that counts."""

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from tests.engine.second.calendar import DAY, plus_days, shift
from tests.engine.second.catalogues import Rulebook, Version, many
from tests.engine.second.errors import SecondError
from tests.engine.second.facts import Run, World, bears
from tests.engine.second.log import Event
from tests.engine.second.obligation import Cause, Obligation
from tests.engine.second.openings import Openings
from tests.parsed import is_mapping

Key = tuple[Any, ...]
NOT_YET: Any = object()


def none_first(item: str | None) -> Key:
    return (item is not None, item or "")


class Walk(Openings):
    """1.8: (a) timers, (b) events, (c) extensions and pauses, (d) fulfilments, (e) `before`, (f) ahead of."""

    def __init__(self, book: Rulebook, world: World) -> None:
        super().__init__(book, world)
        self.next_day = world.events[0].day if world.events else None

    def through(self, day: date) -> None:
        """Walk on up to and including the day."""
        while self.next_day is not None and self.next_day <= day:
            self._one_day(self.next_day)
            self.next_day = self.next_day + DAY if self.next_day < date.max else None

    def _one_day(self, day: date) -> None:
        self.late_in_day = False
        self.live = [one for one in self.live if one.open]
        self._timers(day)
        self._events(day)
        self._extensions_and_pauses(day)
        self.late_in_day = True
        self._fulfilments_and_before(day)
        while self._ahead_of(day):
            self._fulfilments_and_before(day)

    # (a)

    def _timers(self, day: date) -> None:
        for one in sorted(self.live, key=lambda one: one.order):
            self._overdue(one, day)
        self._fire_all(self._missing(day), day)
        self._fire_all(self._longer_than(day), day)
        self._fire_all(self._fact_dates(day), day)
        for series in sorted(
            self.series, key=lambda one: (one.version.id, *none_first(one.item), one.start, one.number)
        ):
            if series.running and series.next_opens == day:
                self.turn(series, day)

    def _overdue(self, one: Obligation, day: date) -> None:
        """3.2: on the day after the due date, or after the opening or restart if that is later; once for each."""
        due = one.moved_due(day - DAY)
        if due is None or one.overdue_fired or max(due, one.start) >= day:
            return
        one.overdue_fired = True
        self.fire(
            Cause("overdue", one.version.id, day, one.item),
            lambda line: is_mapping(line) and line.get("overdue") == one.version.id,
            day,
        )

    def _in_force(self, day: date) -> Iterator[tuple[Version, dict[str, Any]]]:
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            if version is not None:
                for line in version.triggers:
                    if is_mapping(line):
                        yield version, line

    def _fire_all(self, found: list[tuple[Key, Version, Cause]], day: date) -> None:
        """0001 on 3.2: happenings in order, and the rules that one happening triggers by full id."""
        for _, version, cause in sorted(found, key=lambda one: (one[0], one[1].id)):
            self.trigger(version, cause, day)

    def _missing(self, day: date) -> list[tuple[Key, Version, Cause]]:
        """3.2: on the day after the last day of N counted from Y, if no X that bears on it came so far."""
        found: list[tuple[Key, Version, Cause]] = []
        for version, line in self._in_force(day):
            if "missing" not in line:
                continue
            awaited, since = line["missing"], line["since"]
            for place, event in enumerate(self.world.events):
                if event.type != since or event.day >= day:
                    continue
                last = shift(event.day, line["for"], version.calendars)
                if plus_days(last, 1) != day or self._came(awaited, event, last):
                    continue
                key = (awaited, since, *none_first(event.item), event.day, place)
                found.append((key, version, Cause("missing", awaited, day, event.item)))
        return found

    def _came(self, awaited: str, since: Event, last: date) -> bool:
        return any(
            event.type == awaited and since.day <= event.day <= last and bears(event.item, since.item)
            for event in self.world.events
        )

    def _longer_than(self, day: date) -> list[tuple[Key, Version, Cause]]:
        """3.2: on the day N after it began, if it still holds at the end of that day."""
        found: list[tuple[Key, Version, Cause]] = []
        for version, line in self._in_force(day):
            if "longer_than" not in line:
                continue
            for place, run in enumerate(self.world.runs):
                begun = run.begun_by.day
                if run.state != line["state"] or not run.holds(day):
                    continue
                if shift(begun, line["longer_than"], version.calendars) == day:
                    key = (run.state, *none_first(run.holder), begun, place)
                    found.append((key, version, Cause("state", run.state, day, run.holder, run=run)))
        return found

    def _fact_dates(self, day: date) -> list[tuple[Key, Version, Cause]]:
        """3.2: on that day, for the item or case that the fact stands on."""
        found: list[tuple[Key, Version, Cause]] = []
        for version, line in self._in_force(day):
            if "date" not in line:
                continue
            for fact, holder in self.world.values:
                value = self.world.own_value(fact, holder, day) if fact == line["date"] else None
                if value is None:
                    continue
                for sign in ("plus", "minus"):
                    if sign in line:
                        value = shift(value, line[sign], version.calendars, back=sign == "minus")
                if value == day:
                    found.append(((fact, *none_first(holder)), version, Cause("date", fact, day, holder)))
        return found

    # (b)

    def _events(self, day: date) -> None:
        """1.3: at one clock what ends comes before what begins or triggers."""
        for _, together in groupby(self.world.by_day.get(day, ()), key=lambda event: event.order[:2]):
            group = list(together)
            for event in group:
                self._end(event, day)
            for event in group:
                self._trigger_by(event, day)

    def _end(self, event: Event, day: date) -> None:
        """5.2, 5.5, and 4.4: what stands while a state holds ends with the run that triggered it."""
        for one in self.live:
            named = event.type in many(one.version.body.get("ends_with")) and bears(event.item, one.item)
            with_run = one.standing and one.cause.run is not None and one.cause.run.ended_by is event
            if one.open and (named or with_run):
                one.ended_on = day
        for series in self.series:
            if event.type in many(series.version.body.get("ends_with")) and bears(event.item, series.item):
                series.running = False

    def _trigger_by(self, event: Event, day: date) -> None:
        """3.1: one event triggers one rule at most once: the first line of its list that matches."""
        begun = {run.state: run for run in self.world.runs if run.begun_by is event}
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            cause = self._cause_of(version, event, begun, day) if version is not None else None
            if version is not None and cause is not None:
                self.trigger(version, cause, day)

    def _cause_of(self, version: Version, event: Event, begun: dict[str, Run], day: date) -> Cause | None:
        for line in version.triggers:
            if line == event.type:
                return Cause("event", event.type, day, event.item, event=event)
            if is_mapping(line) and line.get("state") in begun and "longer_than" not in line:
                return Cause("state", line["state"], day, event.item, event=event, run=begun[line["state"]])
        return None

    # (c)

    def _extensions_and_pauses(self, day: date) -> None:
        for one in self.live:
            if one.open:
                self.extend(one, day)
        for one in self.live:
            state = one.version.body.get("paused_while")
            if state is not None and day > one.start and self.world.holds(state, one.item, day):
                one.paused.append(day)

    # (d), (e)

    def _fulfilments_and_before(self, day: date) -> None:
        while fulfilled := self._round(day):
            for one in sorted(fulfilled, key=lambda one: one.order):
                self.after_fulfilment(one, day)
                self.fire(
                    Cause("fulfilled", one.version.id, day, one.item),
                    lambda line, rule=one.version.id: is_mapping(line) and line.get("fulfilled") == rule,
                    day,
                )
        for one in self.live:
            self._before(one, day)

    def _before(self, one: Obligation, day: date) -> None:
        """4.4: the day of the first E that bears on it; none if it was fulfilled or ended on an earlier day."""
        if one.before_type is None or one.before_day is not None:
            return
        if one.fulfilled_on is not None and one.fulfilled_on < day:
            return
        if any(
            event.type == one.before_type and bears(event.item, one.item) for event in self.world.by_day.get(day, ())
        ):
            one.before_day = day

    def _round(self, day: date) -> list[Obligation]:
        """5.1: all fulfilments of what is open, or was ended today (5.2)."""
        waiting = [one for one in sorted(self.live, key=lambda one: one.order) if one.fulfilled_on is None]
        fulfilled: list[Obligation] = []
        for one in waiting:
            if not self._one_each(one):
                event = next(iter(self._fulfilling(one, day)), None)
                if event is not None:
                    self._fulfil(one, event)
                    fulfilled.append(one)
        for number in sorted({one.series.number for one in waiting if one.series and self._one_each(one)}):
            mine = [one for one in waiting if one.series is self.series[number]]
            fulfilled += self._round_of_series(sorted(mine, key=lambda one: (one.opened, one.number)), day)
        return fulfilled

    @staticmethod
    def _one_each(one: Obligation) -> bool:
        return one.version.series in ("trigger", "each")

    def _round_of_series(self, waiting: list[Obligation], day: date) -> list[Obligation]:
        """5.4: one event fulfils one of each series, the oldest that it can; and no further one."""
        used: set[Event] = waiting[0].series.used if waiting[0].series else set()
        able = {one: self._fulfilling(one, day) for one in waiting}
        fulfilled: list[Obligation] = []
        for event in sorted({event for events in able.values() for event in events}, key=lambda event: event.order):
            oldest = next((one for one in waiting if event in able[one] and one.fulfilled_on is None), None)
            if event not in used and oldest is not None:
                used.add(event)
                self._fulfil(oldest, event)
                fulfilled.append(oldest)
        return fulfilled

    def _fulfilling(self, one: Obligation, day: date) -> list[Event]:
        """5.1: the events that can fulfil it on the day, in order."""
        types = many(one.version.body.get("fulfilled_by"))
        if day == one.opened and one.by_trigger and one.version.body.get("counts_from"):
            early = self._counted_from(one, types)
            if early is not None:
                return early
        if day < one.fulfil_from:
            return []
        clock = one.cause.event.clock if one.cause.event and one.by_trigger and day == one.opened else None
        return [
            event
            for event in self.world.by_day.get(day, ())
            if event.type in types
            and bears(event.item, one.item)
            and not (clock is not None and event.clock is not None and event.clock < clock)
        ]

    def _counted_from(self, one: Obligation, types: list[str]) -> list[Event] | None:
        """5.1: from the day of the latest E up to and including the opening day; None where no E came."""
        so_far = [event for event in self.world.events if event.day <= one.opened and bears(event.item, one.item)]
        latest = max((event.day for event in so_far if event.type == one.version.body["counts_from"]), default=None)
        if latest is None:
            return None
        return [event for event in so_far if event.type in types and event.day >= latest]

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

    # (f)

    def _ahead_of(self, day: date) -> bool:
        """3.2: that span before the other's due date or at once where that is past; once for each obligation and rule.

        A due date whose day has come while no version of the rule was in force has passed it by (0001).
        """
        begun = self.begun
        for other in sorted(self.live, key=lambda one: one.order):
            for version, line in self._ahead_lines(other):
                held = not other.open or other.is_paused(self.world, day)
                if held or not self._near(other, version, line["by"], day):
                    other.ahead_passed.pop(version, None)
                    continue
                due = other.moved_due(day)
                if not version.first <= day <= version.last:
                    other.ahead_passed[version] = due
                elif other.ahead_passed.get(version, NOT_YET) != due and version.id not in other.ahead_fired:
                    other.ahead_fired.add(version.id)
                    self.trigger(version, Cause("ahead_of", other.version.id, day, other.item, other_due=due), day)
        return self.begun > begun

    def _ahead_lines(self, other: Obligation) -> list[tuple[Version, dict[str, Any]]]:
        """Every line of every version, in force or not, that runs ahead of this one's rule."""
        return [
            (version, line)
            for rule in self.book.rules
            for version in self.book.rules[rule]
            for line in version.triggers
            if is_mapping(line) and line.get("ahead_of") == other.version.id
        ]

    def _near(self, other: Obligation, version: Version, by: dict[str, Any], day: date) -> bool:
        """Is the day on or after the span before the due date? An undefined urgency word needs no due date."""
        span = version.urgency.get(by["urgency"]) if "urgency" in by else by
        if span is None:
            return True
        due = other.moved_due(day)
        return due is not None and day >= shift(due, span, version.calendars, back=True)


def walked(book: Rulebook, world: World, day: date) -> Walk:
    """The walk up to and including the day."""
    walk = Walk(book, world)
    try:
        walk.through(day)
    except OverflowError as fault:
        raise SecondError("a day outside years 1 to 9999") from fault
    return walk
