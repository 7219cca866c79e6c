"""A cause in; what it opens, restarts or leaves a question out: 3.3 to 3.5, 5.3 and 5.4, all through the walk."""

from collections.abc import Callable
from datetime import date
from typing import Any

from tests.engine.second.bearing import effective_deadline
from tests.engine.second.calendar import first_of_period, last_of_period, plus_days, shift
from tests.engine.second.catalogues import Version, many
from tests.engine.second.conditions import View
from tests.engine.second.deadlines import Time, time_by, time_of_span
from tests.engine.second.facts import bears
from tests.engine.second.judging import Judging
from tests.engine.second.log import Stand
from tests.engine.second.obligation import Cause, Obligation, Origin, Series
from tests.parsed import is_mapping


class Openings(Judging):
    """The obligations and series that come to be, in order of opening."""

    def called_off(self, _version: Version, _cause: Cause, _item: str | None, _day: date) -> bool:
        """3.6, see CallingOff."""
        return False

    def is_off(self, version: Version, cause: Cause, day: date) -> bool:
        """3.6: for every item that it would open one for, or, where none is named, for the case."""
        items = self.items_of(version, cause.item, day) or [None]
        return all(self.called_off(version, cause, item, day) for item in items)

    def fire(self, cause: Cause, line_matches: Callable[[Any], bool], day: date) -> None:
        """One happening, and the rules that it triggers by full id, each by the version in force on the day (3.5)."""
        if self.alone:
            self.set_off.append(cause)
            return
        for rule in self.book.rules:
            version = self.book.in_force(rule, day)
            if version is not None and any(line_matches(line) for line in version.triggers):
                self.trigger(version, cause, day)

    def items_of(self, version: Version, item: str | None, day: date) -> list[str | None]:
        """3.3: the items that a trigger of this item opens for."""
        per = version.body.get("per")
        if per == "case":
            return [None]
        return list(self.world.items(day)) if per == "item" and item is None else [item]

    def trigger(self, version: Version, cause: Cause, day: date) -> None:
        """3.3: the items that obligations are opened for."""
        items = self.items_of(version, cause.item, day)
        if not items and not self.is_off(version, cause, day):
            self.without_items.append((version, cause))
        for item in items:
            self._trigger_one(version, cause, item, day)

    def found(self, version: Version, item: str | None) -> tuple[list[Obligation], list[Series]]:
        """3.4: what is open of that rule (any version) and item, and which series run."""
        key = (version.id, item)
        found = [one for one in self.live if one.key == key and one.open and one.spared_at is None]
        return found, [one for one in self.series if one.key == key and one.running]

    def _trigger_one(self, version: Version, cause: Cause, item: str | None, day: date) -> None:
        """3.4: keep is asked before the condition, add and restart after it."""
        if self.called_off(version, cause, item, day):
            return
        found, running = self.found(version, item)
        again = bool(found or running)
        if again and version.on_repeat == "keep":
            return
        view = View(self.world, item, cause.origin.stand, cause.behind)
        verdict = self.verdict(version, view)
        if verdict.value is None:
            self.ask("trigger", version, cause, view, set(verdict.missing))
        elif verdict.value is False:
            self.judged(version, item)
        elif again and version.on_repeat == "restart":
            self.judged(version, item)
            self._restart_or_ask(found, running, version, cause, view)
        else:
            missing = self.missing_for(version, view)
            if missing:
                self.ask("trigger", version, cause, view, missing)
                return
            self.judged(version, item)
            self.begin(version, cause, view, day)

    # Opening

    def begin(self, version: Version, cause: Cause, view: View, day: date) -> None:
        """What a trigger opens: one, or a series with its first."""
        series = None
        if version.series is not None:
            series = Series(len(self.series), version, view.item, cause, cause.origin, day, day)
            series.ahead_of = cause.other
            self.series.append(series)
            self._set_turn(series, day)
        if series is not None and self.begins_later(version, day):
            self.begun += 1
            self.new_series.append(series)
            return
        time = self._first_time(version, cause, view, day)
        self.open(version, cause, view.item, day, series, time, cause.origin, by_trigger=True)

    def open(
        self,
        version: Version,
        cause: Cause,
        item: str | None,
        day: date,
        series: Series | None,
        time: Time,
        origin: Origin,
        by_trigger: bool,
    ) -> Obligation:
        later = version.series == "fulfilment" and not by_trigger
        one = Obligation(
            number=len(self.obligations),
            world=self.world,
            version=version,
            item=item,
            cause=cause,
            origin=origin,
            opened=day,
            since=day,
            start=day,
            time_from=origin.stand,
            time=time,
            series=series,
            by_trigger=by_trigger,
            fulfil_from=plus_days(day, 1) if later else day,
            behind=cause.behind,
        )
        if version.series == "each":
            each = version.body["repeat"]["each"]
            one.period = (first_of_period(day, each), last_of_period(day, each))
        self.run_ahead(one, cause)
        if series is not None:
            one.ahead_of = series.ahead_of
        self.obligations.append(one)
        self.begun += 1
        self.live.append(one)
        self.new.append(one)
        self.extend(one, day)
        return one

    def run_ahead(self, one: Obligation, cause: Cause) -> None:
        """3.2: what runs ahead of another follows its due date, where the rule gives no deadline."""
        one.follows = False
        if cause.other is not None:
            one.ahead_of = cause.other
            one.follows = one.by_trigger and one.version.deadline is None and one.version.series is None

    # The time of each kind of obligation

    def _first_time(self, version: Version, cause: Cause, view: View, day: date) -> Time:
        """The time of what a trigger opens or starts again on the day."""
        repeat: Any = version.body.get("repeat")
        if version.series == "each":
            return self._each_time(version, view, day)
        if version.series == "trigger" or (version.series == "fulfilment" and version.deadline is None):
            return time_of_span(repeat["every"], version, day)
        if version.deadline is None:
            return Time(cause.other_due)  # 3.2: the other's due date of that day
        return time_by(effective_deadline(version), version, view, day)

    def _each_time(self, version: Version, view: View, day: date) -> Time:
        """5.4: the period's last day, or the deadline counted from it; an urgency word alone only marks it."""
        last = last_of_period(day, version.body["repeat"]["each"])
        deadline = version.deadline
        if deadline is None or (is_mapping(deadline) and "urgency" in deadline and not deadline.get("at_latest")):
            return Time(last)
        return time_by(effective_deadline(version), version, view, last)

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
        """5.3, 5.4: the next `from: trigger` or of `each`; false leaves this one out, unknown is a question."""
        version = series.version
        series.count += 1
        self._set_turn(series, day)
        view = View(self.world, series.item, Stand(day), series.cause.behind, self.until)
        verdict = self.verdict(version, view)
        missing = set(verdict.missing) if verdict.value is None else set[str]()
        if verdict.value is True and version.series == "each":
            missing = self.missing_for(version, view)
        if missing:
            self.ask("turn", version, series.cause, view, missing, series, Origin(Stand(day)))
        elif verdict.value is True:
            self.open_turn(series, view, day, series.count)

    def open_turn(self, series: Series, view: View, day: date, count: int) -> Obligation:
        version = series.version
        if version.series == "trigger":
            time = time_of_span(version.body["repeat"]["every"], version, series.start, count)
        else:
            time = self._each_time(version, view, day)
        return self.open(version, series.cause, series.item, day, series, time, Origin(Stand(day)), by_trigger=False)

    def after_fulfilment(self, one: Obligation, day: date) -> None:
        """5.3: `from: fulfilment` opens the next on that day, unless the series has ended or its condition says no."""
        series = one.series
        if series is None or one.version.series != "fulfilment" or not series.running:
            return
        assert one.fulfilled_by is not None
        origin = one.brings_about(one.fulfilled_by, Stand(day), day)
        view = View(self.world, one.item, Stand(day), series.cause.behind, self.until)
        verdict = self.verdict(one.version, view)
        if verdict.value is True:
            self.open_next(series, origin, day)
        elif verdict.value is None:
            self.ask("next", one.version, series.cause, view, set(verdict.missing), series, origin)
        else:
            series.end(day)

    def open_next(self, series: Series, origin: Origin, day: date) -> Obligation:
        """5.3: due D after it."""
        time = time_of_span(series.version.body["repeat"]["every"], series.version, day)
        return self.open(series.version, series.cause, series.item, day, series, time, origin, by_trigger=False)

    # Starting again

    def _restart_or_ask(
        self, found: list[Obligation], running: list[Series], version: Version, cause: Cause, view: View
    ) -> None:
        """2.5: what lacks a fact for its own deadline is a question, and stays as it was."""
        lacking = [one for one in found if self.missing_for_restart(one, view)]
        missing = {fact for one in lacking for fact in self.missing_for_restart(one, view)}
        if lacking:
            self.ask("restart", version, cause, view, missing, found=lacking)
        self.restart([one for one in found if one not in lacking], running, cause, view, view.seen_from.day)

    def missing_for_restart(self, one: Obligation, view: View) -> set[str]:
        if one.version.series == "fulfilment" and one.is_next:
            return set()
        return self.missing_for(one.version, view)

    def restart(self, found: list[Obligation], running: list[Series], cause: Cause, view: View, day: date) -> None:
        """3.4: due date, not_before, pauses and extensions anew; opened, trigger and breaches as they were."""
        for one in found:
            version = one.version
            if version.series == "fulfilment" and one.is_next:
                time = time_of_span(version.body["repeat"]["every"], version, day)
            else:
                time = self._first_time(version, cause, view, day)
            one.time, one.start, one.time_from = time, day, view.seen_from
            self.run_ahead(one, cause)
            self.begun += 1
            one.extensions, one.paused, one.overdue_fired = 0, [], False
            one.before_day, one.before_start = None, []
            self.extend(one, day)
        for series in running:
            series.ahead_of = cause.other or series.ahead_of
            if series.version.series == "trigger":
                self.questions = [one for one in self.questions if one.series is not series]
                series.start, series.count, series.waits = day, 1, False
                self._set_turn(series, day)
                if not any(one.series is series for one in self.live if one.open):
                    series.cause = cause
                    time = self._first_time(series.version, cause, view, day)
                    self.open(series.version, cause, series.item, day, series, time, cause.origin, by_trigger=True)

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
            elif event not in one.extended_badly:
                one.extended_badly.add(event)
                one.breach("bad_extension", event.id, day)
