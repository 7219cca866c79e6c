"""Catalogues in, a warning for each rule that can never be in time, or whose warning does nothing out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, diagnose
from rutinmotor.language.catalogue import Catalogue, Trigger
from rutinmotor.language.constructs import On
from rutinmotor.language.logic import (
    Known,
    deadline_length,
    known_versions,
    lead_of,
    length_of,
    longest_time,
    time_to_date,
    trigger_date,
)

# As a day of the month it is the last, whatever the month.
_LAST_OF_MONTH = 31


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find times that contradict each other whatever the day they are counted from.

    What only some days, facts or events would make impossible is not told, except where a month is left unsaid (RM316).
    """
    by_rule: dict[str, list[Known]] = {}
    for one in known_versions(catalogues):
        by_rule.setdefault(one.full_id, []).append(one)
    for versions in by_rule.values():
        for one in versions:
            yield from _not_before(one)
            yield from _counts_within(one)
            yield from _warning(one)
            yield from _month_unsaid(one)
            for row, trigger in enumerate(one.version.rule.trigger):
                yield from _before_its_trigger(one, row, trigger)
                yield from _after_what_it_precedes(one, row, trigger)
                yield from _before_what_it_waits_for(one, row, trigger, by_rule)


def _not_before(one: Known) -> Iterator[Diagnostic]:
    """Find a `not_before` that is longer than the time (semantics 4.8)."""
    earliest = one.version.rule.not_before
    if earliest is None:
        return
    early, time = length_of(earliest, one.calendars), longest_time(one)
    if early and time and early.surely_longer(time):
        place = one.key_place("not_before")
        yield diagnose("RM310", place, rule=one.own_id, early=early.written, time=time.written)


def _counts_within(one: Known) -> Iterator[Diagnostic]:
    """Find a `counts_within` that is longer than the time, so that no event comes too soon (semantics 4.8)."""
    within = one.version.rule.counts_within
    if within is None or one.version.rule.counts_from:
        return
    length, time = length_of(within, one.calendars), longest_time(one)
    if length and time and length.surely_longer(time):
        place = one.key_place("counts_within")
        yield diagnose("RM244", place, rule=one.own_id, within=length.written, time=time.written)


def _warning(one: Known) -> Iterator[Diagnostic]:
    """Find a rule's own `warn` that is longer than the time, or warns of a day that nobody knows (semantics 5.7).

    One that the file gives to all its rules is none's mistake.
    """
    rule = one.version.rule
    if rule.warn is None:
        return
    place = one.key_place("warn")
    if one.timed.timing in ("open", "standing"):
        yield diagnose("RM315", place, rule=one.own_id, word=one.word, urgency=one.urgency)
    elif one.timed.timing == "before" and one.timed.deadline:
        yield diagnose("RM315", place, rule=one.own_id, event=one.timed.deadline.awaits or "")
    elif time := longest_time(one):
        warn = length_of(rule.warn, one.calendars)
        if warn and warn.surely_longer(time):
            yield diagnose("RM314", place, rule=one.own_id, warn=warn.written, time=time.written)


def _month_unsaid(one: Known) -> Iterator[Diagnostic]:
    """Find a day of the month without a word of which month: it is the trigger's, of which most may be past.

    Where `months_ahead` stands, its author has said so; in `each`, it is counted from the period's last day.
    """
    deadline, repeat = one.timed.deadline, one.version.rule.repeat
    if deadline is None or deadline.day_of_month is None or deadline.months_ahead is not None:
        return
    if deadline.day_of_month < _LAST_OF_MONTH and not (repeat and repeat.each):
        yield diagnose("RM316", one.key_place("deadline"), rule=one.own_id, day=deadline.day_of_month)


def _before_its_trigger(one: Known, row: int, trigger: Trigger) -> Iterator[Diagnostic]:
    """Find a due date by a fact that lies before the day on which the same fact sets the rule off."""
    time = time_to_date(one, trigger)
    start = trigger_date(one, trigger)
    if time and start and time.surely_negative():
        yield diagnose(
            "RM311",
            one.key_place("deadline"),
            further=(one.place("trigger", row, trigger.kind),),
            rule=one.own_id,
            due=time.written,
            start=start.written(),
        )


def _after_what_it_precedes(one: Known, row: int, trigger: Trigger) -> Iterator[Diagnostic]:
    """Find a time of its own that lasts beyond the due date that a rule runs ahead of (semantics 3.2)."""
    deadline = one.timed.deadline
    if trigger.how.on is not On.DUE or deadline is None or one.version.rule.repeat:
        return
    lead, time = lead_of(one, trigger), deadline_length(deadline, one.calendars)
    if lead and time and time.surely_longer(lead):
        yield diagnose(
            "RM312",
            one.key_place("deadline"),
            further=(one.place("trigger", row, trigger.kind),),
            rule=one.own_id,
            other=one.called(one.other(trigger) or ""),
            time=time.written,
            by=lead.written,
        )


def _before_what_it_waits_for(
    one: Known, row: int, trigger: Trigger, by_rule: Mapping[str, Sequence[Known]]
) -> Iterator[Diagnostic]:
    """Find `before: E` in a rule that only an E sets off, by a fulfilment or the beginning of a state.

    What comes on the opening day settles the due date (semantics 4.4), so that there is nothing left to be before.
    """
    event = one.timed.deadline.awaits if one.timed.deadline else None
    if event is None:
        return
    values = {"other": "", "state": ""}
    how = trigger.how
    if how.on is On.FULFILMENT:
        causes = {name for other in by_rule[one.other(trigger) or ""] for name in other.version.rule.fulfilled_by}
        values["other"] = one.called(one.other(trigger) or "")
    elif how.on is On.STATE and trigger.parts.length is None:
        causes = set(one.names.states[trigger.name].text.begins)
        values["state"] = trigger.name
    else:
        return
    if causes == {event}:
        further = (one.place("trigger", row, trigger.kind),)
        yield diagnose("RM313", one.key_place("deadline"), further=further, rule=one.own_id, event=event, **values)
