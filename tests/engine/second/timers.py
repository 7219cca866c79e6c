"""A day in, the timers that are up on it fired: 3.2, in the order of 0001 on 3.2, once the day's instants have run."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from tests.engine.second.calendar import DAY, plus_days, shift
from tests.engine.second.catalogues import Rulebook, Version
from tests.engine.second.facts import World, bears
from tests.engine.second.log import Event, Stand
from tests.engine.second.obligation import Cause, Obligation, Origin, Series, Wait
from tests.engine.second.openings import Openings
from tests.engine.second.serving import triggering_types
from tests.parsed import is_mapping

Key = tuple[Any, ...]
NOT_YET: Any = object()


def none_first(item: str | None) -> Key:
    return (item is not None, item or "")


class Timers(Openings):
    """Overdue, missing, longer than, a fact's date, the next of a series; and what runs ahead."""

    def __init__(self, book: Rulebook, world: World, alone: bool = False) -> None:
        super().__init__(book, world, alone)
        self.passed_dates: list[tuple[Version, Cause, date]] = []  # 6.2
        self.dates_come: set[Key] = set()  # 3.2: one day opens one rule once for each holder

    def overdue_at_dawn(self, day: date) -> list[Cause]:
        """3.2: on the day after the due date, or after the opening or restart if that is later; once for each."""
        up: list[Cause] = []
        if self.alone:
            return up  # 2.6, 3.2: the day after the answer at the earliest
        for one in sorted(self.live, key=lambda one: one.order):
            due = one.moved_due(day - DAY)
            if one.open and due is not None and not one.overdue_fired and max(due, one.start, one.opened) < day:
                one.overdue_fired = True
                up.append(Cause("overdue", one.version.id, day, one.item, Origin(Stand(day)), behind=one.behind))
        return up

    def turns_at_dawn(self, day: date) -> list[Series]:
        up = [series for series in self.series if series.running and series.next_opens == day]
        up = [series for series in up if not series.waits]  # 2.7
        return sorted(up, key=lambda one: (one.version.id, *none_first(one.item), one.start, one.number))

    def fire_timers(self, overdue: list[Cause], turns: list[Series], day: date) -> None:
        fulfilled = self.set_off_today(day)
        for cause in [*overdue, *fulfilled]:
            self.fire(
                cause,
                lambda line, cause=cause: is_mapping(line) and line.get(cause.kind) == cause.type,
                day,
            )
        if not self.alone:
            self._fire_all(self._missing(day), day)
            self._fire_all(self._longer_than(day), day)
            self._fire_all(self._fact_dates(day), day)
        for series in turns:
            if series.running and series.next_opens == day:  # neither ended (5.5) nor restarted meanwhile
                self.turn(series, day)

    def set_off_today(self, day: date) -> list[Cause]:
        """2.6: what was fulfilled in days lived again sets off on the day of the answer, without a clock."""
        if self.alone:
            return []
        causes, self.set_off = self.set_off, []
        return [replace(cause, day=day, origin=Origin(Stand(day))) for cause in causes]

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
                cause = Cause("missing", awaited, day, event.item, Origin(Stand(day)), behind=event)
                found.append((key, version, replace(cause, wait=self.wait_missing(line, event))))
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
                    cause = Cause("state", run.state, day, run.holder, Origin(Stand(day)), run=run)
                    wait = self.wait_longer(line, run.begun_by)
                    found.append((key, version, replace(cause, behind=run.begun_by, wait=wait)))
        return found

    def _fact_dates(self, day: date) -> list[tuple[Key, Version, Cause]]:
        """3.2: on that day, for the item or case that the fact stands on; or at once where it became known too late."""
        found: list[tuple[Key, Version, Cause]] = []
        for version, line in self._in_force(day):
            if "date" not in line:
                continue
            for fact, holder in self.world.facts_given:
                value = self.world.own_value(fact, holder, Stand(day)) if fact == line["date"] else None
                if value is None:
                    continue
                wait = self.wait_date(line, holder, day)
                said_before = self.world.own_value(fact, holder, Stand(day - DAY)) == value
                doers = frozenset(one for one in wait.starters if one.day == day and not said_before)  # 1.10
                cause = Cause("date", fact, day, holder, Origin(Stand(day), doers), wait=wait)
                up = self.date_is_up(line, version, value)
                if (version.id, version.first, fact, holder, up) in self.dates_come:
                    continue
                at_once = up < day and self._became_known(fact, holder, value, day)
                if at_once and not self.opens_when_past(line, value, day):
                    self.passed_dates.append((version, cause, value))
                elif at_once or up == day:
                    if not self.is_off(version, cause, day):
                        self.dates_come.add((version.id, version.first, fact, holder, up))
                    found.append(((fact, *none_first(holder)), version, cause))
        return found

    @staticmethod
    def opens_when_past(line: dict[str, Any], value: date, known: date) -> bool:
        """3.2: where the day is past when the date becomes known."""
        return line.get("if_past") == "open" or ("minus" in line and value >= known)

    @staticmethod
    def date_is_up(line: dict[str, Any], version: Version, value: date) -> date:
        for sign in ("plus", "minus"):
            if sign in line:
                value = shift(value, line[sign], version.calendars, back=sign == "minus")
        return value

    def _became_known(self, fact: str, holder: str | None, value: date, day: date) -> bool:
        """3.2: today, by an event; a starting one on the day of the first event."""
        first = self.world.events[0].day == day
        return first or self.world.own_value(fact, holder, Stand(day - DAY)) != value

    # What each of them counts from (3.6)

    def wait_missing(self, line: dict[str, Any], since: Event) -> Wait:
        types = frozenset({since.type})
        return Wait(since.stand, frozenset({since}), types, bool(line.get("survives")))

    def wait_longer(self, line: dict[str, Any], begun_by: Event) -> Wait:
        types = frozenset(self.book.states[line["state"]].begins)
        return Wait(begun_by.stand, frozenset({begun_by}), types, bool(line.get("survives")))

    def wait_date(self, line: dict[str, Any], holder: str | None, day: date) -> Wait:
        told = self.world.giver(line["date"], holder, Stand(day))
        survives = bool(line.get("survives"))
        if told is None:
            return Wait(None, survives=survives)
        giver = told[0]
        return Wait(giver.stand, frozenset({giver}), frozenset({giver.type}), survives)

    def wait_ahead(self, line: dict[str, Any], other: Obligation) -> Wait:
        # 2.6: what an answer opened was there when the day of the answer began.
        start = other.origin.stand if other.since == other.opened else Stand(other.opened - DAY)
        types = frozenset(triggering_types(other.version.id, self.book))
        return Wait(start, other.origin.doers, types, bool(line.get("survives")))

    # Ahead of

    def fire_ahead_of(self, day: date) -> None:
        """3.2: that span before the other's due date or at once where that is past; once for each obligation and rule.

        A due date whose day has come while no version of the rule was in force has passed it by (0001).
        """
        for other in sorted(self.live, key=lambda one: one.order):
            for version, line in self._ahead_lines(other):
                held = not other.open or other.is_paused(day)
                if held or not self._near(other, version, line["by"], day):
                    other.ahead_passed.pop(version, None)
                    continue
                due = other.moved_due(day)
                if not version.first <= day <= version.last:
                    other.ahead_passed[version] = due
                elif other.ahead_passed.get(version, NOT_YET) != due and version.id not in other.ahead_fired:
                    other.ahead_fired.add(version.id)
                    self.trigger(version, self._ahead_cause(line, other, due, day), day)

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

    def _ahead_cause(self, line: dict[str, Any], other: Obligation, due: date | None, day: date) -> Cause:
        """1.8: at the moment of the other, if that opened today; else without a clock."""
        origin = other.origin if other.since == day else Origin(Stand(day))
        wait = self.wait_ahead(line, other)
        return Cause("ahead_of", other.version.id, day, other.item, origin, other=other, other_due=due, wait=wait)
