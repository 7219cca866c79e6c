"""What set a rule off, or never did, in; the line of its `trigger` and what is behind it out (semantics 3.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from rutinmotor.engine.explanation.explanation import AbsentTrigger, Trigger, TriggerLine
from rutinmotor.engine.explanation.replayed import Past, as_date, bears, event_named, fact_named, state_named
from rutinmotor.engine.explanation.terms import Named
from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay import Cause, Instance
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.language.case import Event
from rutinmotor.language.catalogue import Duration, Names, bind_span, calendar_finder
from rutinmotor.language.catalogue import Trigger as TriggerText
from rutinmotor.language.constructs import Length

Holder = str | None


def length_of(duration: Duration) -> Length:
    """Give a duration as a length."""
    return Length(duration.unit, duration.number, duration.calendar)


def came(past: Past, rule: BoundRule, cause: Event | Cause) -> Trigger:
    """Explain a trigger that came, by the first line of the rule's `trigger` that it matches."""
    line = line_of(past, rule, cause)
    day = as_date(cause.day or 0)
    if isinstance(cause, Event):
        return Trigger(line, day, cause.item, past.event(cause))
    event = cause.since or (cause.run.event if cause.run else None)
    if cause.kind == "fulfilled" and cause.source is not None:
        event = cause.source.closing
    value = past.world(cause.day).own(cause.item, cause.type) if cause.kind == "date" else None
    return Trigger(
        line, day, cause.item, past.event(event) if event else None, value if isinstance(value, date) else None
    )


def line_of(past: Past, rule: BoundRule, cause: Event | Cause) -> TriggerLine:
    """Find the line of a rule's `trigger` that a cause matches: of several, the first that gives its day."""
    names = past.names(rule)
    texts = [text for text in rule.version.rule.trigger if _matches(text, names, cause)]
    on_time = [text for text in texts if _gives(text, names, cause)]
    return _described(past, names, (on_time or texts)[0])


def lines_of(past: Past, rule: BoundRule) -> list[TriggerLine]:
    """Give every line of a version's `trigger`, in its order."""
    names = past.names(rule)
    return [_described(past, names, text) for text in rule.version.rule.trigger]


def _matches(text: TriggerText, names: Names, cause: Event | Cause) -> bool:
    if isinstance(cause, Event):
        return text.event == cause.type
    if text.kind != cause.kind:
        return False
    if cause.kind in ("overdue", "fulfilled", "ahead_of"):
        return names.rule(getattr(text, cause.kind)) == cause.type
    return getattr(text, cause.kind) == cause.type and (cause.since is None or text.since == cause.since.type)


def _gives(text: TriggerText, names: Names, cause: Event | Cause) -> bool:
    """Say whether a line's span leads to the day of the cause, where that can tell two lines apart."""
    if isinstance(cause, Event) or (cause.run is None and cause.since is None):
        return True
    first = cause.run.began if cause.run else (cause.since.day or 0) if cause.since else 0
    length = text.longer_than or text.for_
    return _shifted(first, length, names) + (1 if cause.since else 0) == cause.day


def _shifted(day: int, length: Duration | None, names: Names, *, back: bool = False) -> int:
    """Count a trigger's span from a day; 0, which is no day, where it leads to none."""
    if length is None:
        return day
    span = bind_span(length, calendar_finder(names))
    try:
        return span.before(day) if back else span.after(day)
    except DayOutOfRange:
        return 0


def _described(past: Past, names: Names, text: TriggerText) -> TriggerLine:
    match text.kind:
        case "event":
            return TriggerLine("event", event_named(names, text.event or ""))
        case "state":
            length = length_of(text.longer_than) if text.longer_than else None
            return TriggerLine("state", state_named(names, text.state or ""), length)
        case "missing":
            assert text.for_ is not None
            since = event_named(names, text.since or "")
            return TriggerLine("missing", event_named(names, text.missing or ""), length_of(text.for_), since)
        case "date":
            by = text.plus or text.minus
            length = length_of(by) if by else None
            return TriggerLine("date", fact_named(names, text.date or ""), length, back=text.minus is not None)
        case kind:
            return _of_other(past, names, text, kind)


def _of_other(past: Past, names: Names, text: TriggerText, kind: str) -> TriggerLine:
    other: Named = past.rule_named(names.rule(getattr(text, kind)))
    if text.by is None or text.by.urgency is not None:
        return TriggerLine(kind, other, urgency=text.by.urgency if text.by else None)
    return TriggerLine(kind, other, length_of(text.by))


def absent(past: Past, item: Holder) -> tuple[AbsentTrigger, ...]:
    """Name the lines of the rule's `trigger`, in all its versions, that never came for the item, or for any if None."""
    seen = {line_of(past, asked.rule, asked.cause) for asked in past.asked if item is None or bears(asked.item, item)}
    found: dict[TriggerLine, AbsentTrigger] = {}
    for rule in past.versions:
        names = past.names(rule)
        for text, line in zip(rule.version.rule.trigger, lines_of(past, rule), strict=True):
            if line not in seen and line not in found:
                found[line] = _why(past, names, text, line, item)
    return tuple(found.values())


def _why(past: Past, names: Names, text: TriggerText, line: TriggerLine, item: Holder) -> AbsentTrigger:
    match text.kind:
        case "event":
            return AbsentTrigger(line, "never")
        case "state":
            return _state_absent(past, names, text, line, item)
        case "missing":
            return _missing_absent(past, names, text, line, item)
        case "date":
            return _date_absent(past, names, text, line, item)
        case _:
            return _other_absent(past, names, text, line, item)


def _of_type(past: Past, types: Iterable[str], item: Holder) -> list[Event]:
    return [event for event in past.events if (event.type or "") in types and bears(event.item, item)]


def _state_absent(past: Past, names: Names, text: TriggerText, line: TriggerLine, item: Holder) -> AbsentTrigger:
    state = text.state or ""
    begun = _of_type(past, names.states[state].text.begins, item)
    if not begun:
        return AbsentTrigger(line, "never")
    days = [
        _shifted(run.began, text.longer_than, names)
        for run in past.replay.world.running(state)
        if bears(run.holder, item)
    ]
    ahead = [day for day in days if day > past.at]
    return AbsentTrigger(line, "not_yet", as_date(min(ahead))) if ahead else AbsentTrigger(line, "too_short")


def _missing_absent(past: Past, names: Names, text: TriggerText, line: TriggerLine, item: Holder) -> AbsentTrigger:
    since = _of_type(past, (text.since or "",), item)
    if not since:
        return AbsentTrigger(line, "never")
    awaited = _of_type(past, (text.missing or "",), None)
    ahead: list[int] = []
    for event in since:
        first, last = event.day or 0, _shifted(event.day or 0, text.for_, names)
        if last >= past.at and not any(first <= (one.day or 0) and bears(one.item, event.item) for one in awaited):
            ahead.append(last + 1)
    return AbsentTrigger(line, "not_yet", as_date(min(ahead))) if ahead else AbsentTrigger(line, "in_time")


def _date_absent(past: Past, names: Names, text: TriggerText, line: TriggerLine, item: Holder) -> AbsentTrigger:
    world = past.replay.world
    holders = [holder for holder in world.holders() if bears(holder, item)]
    given = [value for holder in holders if isinstance(value := world.own(holder, text.date or ""), date)]
    length = text.plus or text.minus
    days = [_shifted(one.toordinal(), length, names, back=text.minus is not None) for one in given]
    days = [day for day in days if day]
    if not days:
        return AbsentTrigger(line, "no_fact")
    ahead = [day for day in days if day > past.at]
    return (
        AbsentTrigger(line, "not_yet", as_date(min(ahead)))
        if ahead
        else AbsentTrigger(line, "passed", as_date(max(days)))
    )


def _other_absent(past: Past, names: Names, text: TriggerText, line: TriggerLine, item: Holder) -> AbsentTrigger:
    others = [instance for instance in past.instances_of(line.name.name) if bears(instance.item, item)]
    if not others:
        return AbsentTrigger(line, "no_other")
    ahead = list(
        _coming(
            text, names, (instance for instance in others if instance.closed is None and not instance.paused(past.at))
        )
    )
    ahead = [day for day in ahead if day > past.at]
    return AbsentTrigger(line, "not_yet", as_date(min(ahead))) if ahead else AbsentTrigger(line, "not_so")


def _coming(text: TriggerText, names: Names, instances: Iterable[Instance]) -> Iterator[int]:
    """Give the days on which open obligations of the other rule will set this one off, if nothing happens first."""
    for instance in instances:
        if text.kind == "overdue" and instance.due is not None:
            yield instance.due + 1
        if text.kind == "ahead_of" and instance.due is not None and text.by is not None:
            word = text.by.urgency
            by = text.by if word is None else names.catalogue.text.urgency.get(word)
            if by is not None:
                yield _shifted(instance.due, by, names, back=True)
