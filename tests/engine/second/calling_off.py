"""A timer that is up in, whether `ends_with` has called it off out: 3.6, and what waited when each day began."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from tests.engine.second.bearing import names_a_state
from tests.engine.second.calendar import DAY, plus_days, shift
from tests.engine.second.catalogues import Rulebook, Version
from tests.engine.second.facts import World, bears
from tests.engine.second.log import Event, Stand, in_open_order, precedes
from tests.engine.second.obligation import Cause, Key, Wait
from tests.engine.second.timers import Timers
from tests.parsed import is_mapping


class CallingOff(Timers):
    """Which timers wait, and which of them are called off."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.open_at_dawn: dict[date, frozenset[Key]] = {}
        self.running_at_dawn: dict[date, frozenset[Key]] = {}
        self.waited_at_dawn: dict[date, set[Key]] = {}
        self.became_overdue: dict[date, list[tuple[str, str | None]]] = {}

    def note_dawn(self, day: date) -> None:
        """1.9, 3.6: what was open, ran and waited when the day began."""
        self.open_at_dawn[day] = frozenset(one.key for one in self.live if one.open)
        self.running_at_dawn[day] = frozenset(one.key for one in self.series if one.running)
        self.waited_at_dawn[day] = set(self._waiting(day)) if self.world.by_day.get(day) else set()

    # Called off

    def called_off(self, version: Version, cause: Cause, item: str | None, day: date) -> bool:
        """1.12: what runs ahead fires after what a date ends with the day."""
        ended = day if cause.kind == "ahead_of" else day - DAY
        return cause.wait is not None and self._called_off(version, cause.wait, item, day, ended)

    def _called_off(self, version: Version, wait: Wait, item: str | None, day: date, ended: date) -> bool:
        """3.6: by an event or something overdue until the day, or by a date that has ended with `ended`."""
        if not version.ends.any or wait.survives:
            return False
        if names_a_state(version):
            return False
        if any(self._event_calls_off(event, version, wait, item) for event in self.world.events if event.day <= day):
            return True
        after = date.min if wait.start is None else wait.start.day
        if any(self._date_calls_off(fact, item, after, ended) for fact in version.ends.dates):
            return True
        return any(
            rule in version.ends.overdue and bears(of, item)
            for overdue_on, happened in self.became_overdue.items()
            for rule, of in happened
            if after < overdue_on <= day
        )

    def _event_calls_off(self, event: Event, version: Version, wait: Wait, item: str | None) -> bool:
        if not version.ends.names(event.type, event.item, item) or event in wait.starters:
            return False
        if wait.start is None or precedes(wait.start, event.stand):
            return True
        if not in_open_order(wait.start, event.stand) or event.type in wait.starting_types:
            return False
        key, day = (version.id, item), event.day
        older = key in self.open_at_dawn.get(day, ()) or key in self.running_at_dawn.get(day, ())
        return not older and key not in self.waited_at_dawn.get(day, ())

    def _date_calls_off(self, fact: str, item: str | None, after: date, ended: date) -> bool:
        """5.2: what has ended with the day, where the date is not before the start."""
        if ended < self.world.events[0].day:
            return False  # 3.2: until then a starting fact is not known
        days = [day for day in self.world.by_day if day <= ended]
        for first, following in zip(days, [*days[1:], ended + DAY], strict=True):
            seen = self.world.value(fact, item, Stand(first))  # until something follows
            if seen is not None and after <= seen < following:
                return True
        return False

    # Waiting

    def _waiting(self, day: date) -> Iterator[Key]:
        """What began before the day, and has neither fired nor been called off when it begins."""
        for rule in self.book.rules:
            for version in self.book.rules[rule]:
                for line in version.triggers:
                    if version.ends.any and is_mapping(line):
                        for wait, of in self._waits(version, line, day):
                            yield from self._keys(version, wait, of, day)

    def _keys(self, version: Version, wait: Wait, of: str | None, day: date) -> Iterator[Key]:
        for item in self.items_of(version, of, day):
            if not self._called_off(version, wait, item, day - DAY, day - DAY):
                yield (version.id, item)

    def _waits_for_date(self, line: dict[str, Any], version: Version, value: date, day: date) -> bool:
        """3.2: a starting fact's that is past when the first day begins waits too, where it fires that day."""
        if self.date_is_up(line, version, value) >= day:
            return True
        return day == self.world.events[0].day and self.opens_when_past(line, value, day)

    def _waits(self, version: Version, line: dict[str, Any], day: date) -> Iterator[tuple[Wait, str | None]]:
        """Every timer of the line that waits, and its item."""
        if "missing" in line:
            for event in self.world.events:
                if event.type == line["since"] and event.day < day:
                    up = plus_days(shift(event.day, line["for"], version.calendars), 1)
                    if up >= day:  # though what is awaited has come meanwhile
                        yield self.wait_missing(line, event), event.item
        elif "longer_than" in line:
            for run in self.world.runs:
                if run.state != line["state"] or not run.was_there_after_dawn(day):
                    continue
                if shift(run.begun_by.day, line["longer_than"], version.calendars) >= day:
                    yield self.wait_longer(line, run.begun_by), run.holder
        elif "date" in line:
            for fact, holder in self.world.facts_given:
                value = self.world.own_value(fact, holder, Stand(day - DAY)) if fact == line["date"] else None
                if value is not None and self._waits_for_date(line, version, value, day):
                    yield self.wait_date(line, holder, day - DAY), holder
        elif "ahead_of" in line:
            for other in self.live:
                if other.version.id == line["ahead_of"] and other.open and version.id not in other.ahead_fired:
                    yield self.wait_ahead(line, other), other.item
