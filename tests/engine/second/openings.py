"""A cause in; what it opens, restarts or leaves undetermined out: 3.3 to 3.5, 5.3 and 5.4, all through the walk."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.engine.second.calendar import last_of_period, plus_days, shift
from tests.engine.second.catalogues import Rulebook, Version, many
from tests.engine.second.deadlines import Time, effective_deadline, facts_needed, time_by, time_of_span
from tests.engine.second.facts import World, asked, bears
from tests.engine.second.log import Stand
from tests.engine.second.obligation import Cause, Obligation, Origin, Series
from tests.parsed import is_mapping


class Openings:
    """The obligations and series that have come to be, in order of opening."""

    def __init__(self, book: Rulebook, world: World) -> None:
        self.book = book
        self.world = world
        self.obligations: list[Obligation] = []
        self.live: list[Obligation] = []  # open, or closed today
        self.series: list[Series] = []
        self.undetermined: dict[tuple[str, str | None, date], set[str]] = {}
        self.begun = 0  # what was opened or started again, counted
        self.new: list[Obligation] = []  # opened today, and not yet served

    def fire(self, cause: Cause, line_matches: Callable[[Any], bool], day: date) -> None:
        """One happening, and the rules that it triggers by full id, each by the version in force on the day (3.5)."""
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            if version is not None and any(line_matches(line) for line in version.triggers):
                self.trigger(version, cause, day)

    def trigger(self, version: Version, cause: Cause, day: date) -> None:
        """3.3: the items that obligations are opened for."""
        per = version.body.get("per")
        if per == "case":
            items: list[str | None] = [None]
        elif per == "item" and cause.item is None:
            items = list(self.world.items(day))
        else:
            items = [cause.item]
        for item in items:
            self._trigger_one(version, cause, item, day)

    def _trigger_one(self, version: Version, cause: Cause, item: str | None, day: date) -> None:
        """3.4: keep is asked before the condition, add and restart after it."""
        moment = cause.origin.stand
        found = [one for one in self.live if one.key == (version.id, item) and one.open]
        running = [one for one in self.series if one.key == (version.id, item) and one.running]
        again = bool(found or running)
        if again and version.on_repeat == "keep":
            return
        if not self._may_open(version, item, moment):
            return
        if again and version.on_repeat == "restart":
            self._restart(found, running, cause, day)
        elif not self._lacks(version, item, moment):
            self._begin(version, cause, item, day)

    def _may_open(self, version: Version, item: str | None, moment: Stand) -> bool:
        """2.4, 2.5: scope and only_if, both, seen from the trigger's moment; unknown is listed."""
        both = {"all": [version.scope, version.body.get("only_if") or {}]}
        verdict = asked(self.world, both, item, moment)
        if verdict.value is None:
            self._list_undetermined(version, item, moment.day, verdict.missing)
        return verdict.value is True

    def _lacks(self, version: Version, item: str | None, moment: Stand) -> bool:
        """2.5: does the deadline need a fact that is missing then? Then every such fact is listed."""
        needed = facts_needed(effective_deadline(version))
        missing = {fact for fact in needed if self.world.value(fact, item, moment) is None}
        if missing:
            self._list_undetermined(version, item, moment.day, missing)
        return bool(missing)

    def _list_undetermined(self, version: Version, item: str | None, day: date, missing: Any) -> None:
        self.undetermined.setdefault((version.id, item, day), set()).update(missing)

    def _begin(self, version: Version, cause: Cause, item: str | None, day: date) -> None:
        series = None
        if version.series is not None:
            series = Series(len(self.series), version, item, cause, cause.origin, day)
            self.series.append(series)
            self._set_turn(series, day)
        time = self._first_time(version, cause, item, day)
        self._open(version, cause, item, day, series, time, cause.origin, by_trigger=True)

    def _open(
        self,
        version: Version,
        cause: Cause,
        item: str | None,
        day: date,
        series: Series | None,
        time: Time,
        origin: Origin,
        by_trigger: bool,
    ) -> None:
        later = version.series == "fulfilment" and not by_trigger
        one = Obligation(
            number=len(self.obligations),
            version=version,
            item=item,
            cause=cause,
            origin=origin,
            opened=day,
            start=day,
            time_from=origin.stand,
            time=time,
            series=series,
            by_trigger=by_trigger,
            fulfil_from=plus_days(day, 1) if later else day,
        )
        self.obligations.append(one)
        self.begun += 1
        self.live.append(one)
        self.new.append(one)
        self.extend(one, day)

    # The time of each kind of obligation

    def _first_time(self, version: Version, cause: Cause, item: str | None, day: date) -> Time:
        """The time of what a trigger opens or starts again on the day."""
        repeat: Any = version.body.get("repeat")
        if version.series == "each":
            return self._each_time(version, item, cause.origin.stand)
        if version.series == "trigger" or (version.series == "fulfilment" and version.deadline is None):
            return time_of_span(repeat["every"], version, day)
        if version.deadline is None:
            return Time(cause.other_due)  # 3.2: the other's due date of that day
        return time_by(effective_deadline(version), version, self.world, item, cause.origin.stand, day)

    def _each_time(self, version: Version, item: str | None, moment: Stand) -> Time:
        """5.4: the period's last day, or the deadline counted from it; an urgency word alone only marks it."""
        last = last_of_period(moment.day, version.body["repeat"]["each"])
        deadline = version.deadline
        if deadline is None or (is_mapping(deadline) and "urgency" in deadline and not deadline.get("at_latest")):
            return Time(last)
        return time_by(effective_deadline(version), version, self.world, item, moment, last)

    # Series

    def _set_turn(self, series: Series, day: date) -> None:
        """5.3, 5.4: the day on which the next one opens, where it is not a fulfilment that opens it."""
        repeat = series.version.body["repeat"]
        if series.version.series == "trigger":
            due = shift(series.start, repeat["every"], series.version.calendars, series.count)
            series.next_opens = plus_days(due, 1)
        elif series.version.series == "each":
            series.next_opens = plus_days(last_of_period(day, repeat["each"]), 1)

    def turn(self, series: Series, day: date) -> None:
        """5.3, 5.4: the next of a series `from: trigger` or `each`; false or unknown leaves this one out."""
        version = series.version
        series.count += 1
        self._set_turn(series, day)
        moment = Stand(day)
        if not self._may_open(version, series.item, moment):
            return
        if version.series == "trigger":
            time = time_of_span(version.body["repeat"]["every"], version, series.start, series.count)
        elif self._each_lacks(version, series.item, moment):
            return
        else:
            time = self._each_time(version, series.item, moment)
        self._open(version, series.cause, series.item, day, series, time, Origin(moment), by_trigger=False)

    def _each_lacks(self, version: Version, item: str | None, moment: Stand) -> bool:
        word_alone = version.urgent_word is not None and not version.deadline.get("at_latest")
        return not word_alone and self._lacks(version, item, moment)

    def after_fulfilment(self, one: Obligation, day: date) -> None:
        """5.3: `from: fulfilment` opens the next on that day, unless the series has ended or its condition says no."""
        series = one.series
        if series is None or one.version.series != "fulfilment" or not series.running:
            return
        moment = Stand(day)
        if not self._may_open(one.version, one.item, moment):
            series.running = False
            return
        time = time_of_span(one.version.body["repeat"]["every"], one.version, day)
        assert one.fulfilled_by is not None
        origin = one.brings_about(one.fulfilled_by, moment, day)
        self._open(one.version, series.cause, one.item, day, series, time, origin, by_trigger=False)

    # Starting again

    def _restart(self, found: list[Obligation], running: list[Series], cause: Cause, day: date) -> None:
        """3.4: due date, not_before, pauses and extensions anew; opened, trigger and breaches as they were."""
        moment = cause.origin.stand
        for one in found:
            version, series = one.version, one.series
            if version.series == "fulfilment" and one.is_next:
                time = time_of_span(version.body["repeat"]["every"], version, day)
            elif self._lacks(version, one.item, moment):
                continue
            else:
                time = self._first_time(version, cause, one.item, day)
            one.time, one.start, one.time_from = time, day, moment
            self.begun += 1
            one.extensions, one.paused, one.overdue_fired = 0, [], False
            one.before_day, one.before_start = None, []
            self.extend(one, day)
        for series in running:
            if series.version.series == "trigger":
                series.start, series.count = day, 1
                self._set_turn(series, day)
                if not any(one.series is series for one in found):
                    series.cause = cause
                    time = self._first_time(series.version, cause, series.item, day)
                    version = series.version
                    self._open(version, cause, series.item, day, series, time, cause.origin, by_trigger=True)

    # Extensions

    def extend(self, one: Obligation, day: date) -> None:
        """4.10: each E of the day in order; on or before the rolled due date as it stood before the day's pause."""
        body = one.version.body.get("extended_by")
        if body is None:
            return
        for event in self.world.by_day.get(day, ()):
            if event.type not in many(body["event"]) or not bears(event.item, one.item):
                continue
            due = one.moved_due(day)
            if (due is None or due >= day) and one.extensions < (body.get("at_most") or 1):
                one.extensions += 1
            else:
                one.breaches.append({"kind": "bad_extension", "event": event.id, "day": day.isoformat()})
