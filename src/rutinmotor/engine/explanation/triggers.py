"""What set a rule off, or never did, in; the line of its `trigger` and what is behind it out (semantics 3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from rutinmotor.engine.explanation.endings import ended_by
from rutinmotor.engine.explanation.explanation import AbsentTrigger, Trigger, TriggerLine
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, bears, event_named, named
from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay import NEVER, Cause
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event, Holder
from rutinmotor.language.catalogue import Duration, Names, bind_span, binder_of, calendar_finder
from rutinmotor.language.catalogue import Trigger as TriggerText
from rutinmotor.language.constructs import TRIGGERS, Length, On, Other


def length_of(duration: Duration) -> Length:
    """Give a duration as a length."""
    return Length(duration.unit, duration.number, duration.calendar)


def came(replayed: ReplayedCase, rule: BoundRule, cause: Event | Cause) -> Trigger:
    """Explain a trigger that came, by the first line of the rule's `trigger` that it matches."""
    line = line_of(replayed, rule, cause)
    day = as_date(cause.day or 0)
    if isinstance(cause, Event):
        return Trigger(line, day, cause.item, replayed.event(cause))
    on = TRIGGERS[cause.kind].on
    event = cause.since or (cause.run.event if cause.run else None)
    if on is On.FULFILMENT and cause.source is not None:
        event = cause.source.closing_event
    value = replayed.world(cause.day).own(cause.item, cause.type) if on is On.FACT else None
    return Trigger(
        line, day, cause.item, replayed.event(event) if event else None, value if isinstance(value, date) else None
    )


def line_of(replayed: ReplayedCase, rule: BoundRule, cause: Event | Cause) -> TriggerLine:
    """Find the line of a rule's `trigger` that a cause matches: of several, the first that gives its day."""
    names = replayed.names(rule)
    texts = [text for text in rule.version.rule.trigger if _matches(text, names, cause)]
    on_time = [text for text in texts if _gives(text, names, cause)]
    return _described(replayed, names, (on_time or texts)[0])


def lines_of(replayed: ReplayedCase, rule: BoundRule) -> list[TriggerLine]:
    """Give every line of a version's `trigger`, in its order."""
    names = replayed.names(rule)
    return [_described(replayed, names, text) for text in rule.version.rule.trigger]


def _matches(text: TriggerText, names: Names, cause: Event | Cause) -> bool:
    if isinstance(cause, Event):
        return text.how.as_is and text.name == cause.type
    if text.kind != cause.kind:
        return False
    if text.how.on.of_rule:
        return names.rule(text.name) == cause.type
    return text.name == cause.type and (cause.since is None or text.parts.since in (None, cause.since.type))


def _gives(text: TriggerText, names: Names, cause: Event | Cause) -> bool:
    """Say whether a line's span leads to the day of the cause, where that can tell two lines apart."""
    if isinstance(cause, Event):
        return True
    first = cause.run.began if cause.run else cause.since.day if cause.since else None
    return first is None or _counted(first, text, names) == cause.day


def _counted(first: int, text: TriggerText, names: Names) -> int:
    """Count the day on which a line fires from that of what it waits for; 0, which is no day, where there is none."""
    try:
        return text.how.bind(text, binder_of(names)).day(first)
    except DayOutOfRange:
        return 0


def _described(replayed: ReplayedCase, names: Names, text: TriggerText) -> TriggerLine:
    """Give a line with the titles of what it names."""
    parts = text.parts
    name = (
        replayed.rule_named(names.rule(text.name)) if text.how.on.of_rule else named(names, text.how.names, text.name)
    )
    return TriggerLine(
        text.kind,
        name,
        length_of(parts.length) if parts.length else None,
        event_named(names, parts.since) if parts.since else None,
        parts.back,
        parts.urgency,
    )


def absent(replayed: ReplayedCase, item: Holder) -> tuple[AbsentTrigger, ...]:
    """Name the lines of the rule's `trigger`, in all its versions, that never came for the item, or for any if None."""
    seen = {
        line_of(replayed, asked.rule, asked.cause)
        for asked in (*replayed.asked, *replayed.replay.called_off)
        if item is None or bears(asked.item, item)
    }
    found: dict[TriggerLine, AbsentTrigger] = {}
    for rule in replayed.versions:
        about = _About(replayed, replayed.names(rule), item)
        for row, (text, line) in enumerate(zip(rule.version.rule.trigger, lines_of(replayed, rule), strict=True)):
            if line not in seen and line not in found:
                why, day = text.how.why_absent(text, about)
                absent = AbsentTrigger(line, why, None if day is None else as_date(day))
                found[line] = _not_yet(replayed, absent, rule, row, item) if why == "not_yet" else absent
    return tuple(found.values())


def _not_yet(replayed: ReplayedCase, absent: AbsentTrigger, rule: BoundRule, row: int, item: Holder) -> AbsentTrigger:
    """Say that a line will come, on its day, or that what ends the rule has called off all that waits for it."""
    waiting = [
        (one.fires, off)
        for one, holder, off in replayed.replay.waiters
        if one.listener.rule is rule
        and one.listener.row == row
        and one.fires > replayed.at
        and (item is None or bears(holder, item))
    ]
    left = [fires for fires, off in waiting if off is None]
    off = next((off for _, off in waiting if off is not None), None)
    if off is None:
        return absent
    if left:
        return absent if min(left) == NEVER else replace(absent, day=as_date(min(left)))
    return AbsentTrigger(absent.line, "called_off", by=ended_by(replayed, rule, off))


@dataclass(frozen=True, slots=True)
class _About:
    """A case up to the day asked, as the kinds of trigger ask about it: for one item, and as one catalogue names it."""

    replayed: ReplayedCase
    names: Names
    item: Holder

    @property
    def at(self) -> int:
        """The day asked."""
        return self.replayed.at

    def came(self, types: Iterable[str]) -> Iterator[tuple[int, Holder]]:
        """Give the events of some types that bear on the item."""
        for event in self.replayed.events:
            if (event.type or "") in types and bears(event.item, self.item):
                yield event.day or 0, event.item

    def came_for(self, type_: str, item: Holder) -> Iterator[int]:
        """Give the events of a type that bear on any item."""
        return (event.day or 0 for event in self.replayed.events if event.type == type_ and bears(event.item, item))

    def begins(self, state: str) -> Iterable[str]:
        """Give what a state begins with."""
        return self.names.states[state].text.begins

    def running(self, state: str) -> Iterator[int]:
        """Give when the runs that last began."""
        return (run.began for run in self.replayed.replay.world.running(state) if bears(run.holder, self.item))

    def dates(self, fact: str) -> Iterator[date]:
        """Give the dates of a fact, on the case and on the items."""
        world = self.replayed.replay.world
        for holder in world.holders():
            if bears(holder, self.item) and isinstance(value := world.own(holder, fact), date):
                yield value

    def passed(self, fact: str) -> set[int]:
        """Give the days of the rule that were past when the fact became known."""
        return {
            self.counted(one.date.toordinal(), text.parts.length, back=text.parts.back)
            for one in self.replayed.replay.passed_dates
            if one.rule.group == self.replayed.group and one.fact == fact and bears(one.item, self.item)
            for text in one.rule.version.rule.trigger
            if text.how.on is On.FACT and text.name == fact
        }

    def others(self, rule: str) -> Iterator[Other]:
        """Give the obligations of another rule."""
        for one in self.replayed.instances_of(self.names.rule(rule)):
            if bears(one.item, self.item):
                yield Other(one.closed is None and not one.paused(self.at), one.due)

    def counted(self, day: int, length: Duration | None, *, back: bool = False) -> int:
        """Count a length by the catalogue's calendars."""
        if length is None:
            return day
        span = bind_span(length, calendar_finder(self.names))
        try:
            return span.before(day) if back else span.after(day)
        except DayOutOfRange:
            return 0

    def meaning(self, word: str) -> Duration | None:
        """Give what an urgency word means."""
        return self.names.catalogue.text.urgency.get(word)
