"""What became of a rule's triggers in, those that opened nothing out, each with its reason (semantics 6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rutinmotor.engine.explanation.endings import ended_by
from rutinmotor.engine.explanation.explanation import OpenOne, Refusal
from rutinmotor.engine.explanation.judged import Asking, judged, missing_facts, of_trigger
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, fact_named
from rutinmotor.engine.explanation.triggers import came
from rutinmotor.engine.replay import Asked, Cause, Instance
from rutinmotor.ground.days import last_of
from rutinmotor.language.case import Event, Holder


def refusals_of(replayed: ReplayedCase) -> list[Refusal]:
    """Give the triggers of the rule that came but opened nothing and started nothing anew, by day."""
    found = [
        _refusal(replayed, asked)
        for asked in replayed.asked
        if (asked.became in ("refused", "undetermined", "kept", "no_items") and not _was_closed(asked))
        or (asked.became == "waits" and not _has_opened(replayed, asked))
    ]
    found += [
        Refusal(
            as_date(off.day),
            off.item,
            came(replayed, off.rule, off.cause),
            "called_off",
            by=ended_by(replayed, off.rule, off.by),
        )
        for off in replayed.replay.called_off
    ]
    found += _not_in_force(replayed)
    found += _uncounted(replayed)
    return sorted(found, key=lambda one: one.day)


def _refusal(replayed: ReplayedCase, asked: Asked) -> Refusal:
    rule, item, day = asked.rule, asked.item, asked.day
    trigger = came(replayed, rule, asked.cause)
    match asked.became:
        case "kept":
            return Refusal(as_date(day), item, trigger, "kept", open=_open(replayed, item, day))
        case "waits":
            each = rule.repetition.each if rule.repetition is not None else None
            first = as_date(last_of(day, each or "month") + 1)
            return Refusal(as_date(day), item, trigger, "waits", first=first)
        case "no_items":
            return Refusal(as_date(day), item, trigger, "no_items")
        case "undetermined" if asked.question is not None and asked.question.became == "no":
            lines = judged(of_trigger(replayed, asked))
            return Refusal(as_date(day), item, trigger, "refused", lines, later=_is_later(asked))
        case "undetermined":
            return _undetermined(of_trigger(replayed, asked), asked.cause, later=_is_later(asked))
        case _:
            lines = judged(of_trigger(replayed, asked))
            return Refusal(as_date(day), item, trigger, "refused", lines, later=_is_later(asked))


def _has_opened(replayed: ReplayedCase, asked: Asked) -> bool:
    """Say whether the series that a trigger began has opened anything."""
    return any(one.item == asked.item and one.cause is asked.cause for one in replayed.instances)


def _was_closed(asked: Asked) -> bool:
    """Say whether a question has opened an obligation, or was closed without an answer."""
    return asked.question is not None and asked.question.became not in (None, "no")


def _is_later(asked: Asked) -> bool:
    return asked.later or asked.cause.day != asked.day


def _undetermined(asking: Asking, cause: Event | Cause | None, *, later: bool) -> Refusal:
    """Say which facts were missing, and whether the condition or the deadline needs them."""
    replayed, rule, item = asking.replayed, asking.rule, asking.item
    missing = missing_facts(asking)
    in_condition = bool(missing)
    if not in_condition:
        facts, names = asking.facts(asking.clock), replayed.names(rule)
        needed = rule.deadline.needs() if rule.deadline else ()
        missing = tuple(fact_named(names, fact) for fact in sorted(needed) if facts.get(fact) is None)
    return Refusal(
        as_date(asking.day),
        item,
        came(replayed, rule, cause) if cause is not None else None,
        "undetermined",
        judged(asking),
        missing,
        "condition" if in_condition else "deadline",
        later=later,
    )


def _uncounted(replayed: ReplayedCase) -> Iterator[Refusal]:
    """Give what could not be counted although no trigger failed: a later one of a series, or one to be started anew."""
    known = {(asked.day, asked.item) for asked in replayed.asked if asked.became == "undetermined"}
    restarted = {(asked.day, asked.item): asked for asked in replayed.asked if asked.became == "restarted"}
    for one in replayed.replay.undetermined:
        if one.rule.group == replayed.group and (one.day, one.item) not in known:
            again = restarted.get((one.day, one.item))
            asking = Asking(replayed, one.rule, one.item, one.day)
            if again is not None:
                asking = of_trigger(replayed, again._replace(rule=one.rule))
            yield _undetermined(asking, None if again is None else again.cause, later=again is None)


def _not_in_force(replayed: ReplayedCase) -> Iterator[Refusal]:
    """Give the triggers of versions that were not in force, where no other version took them up."""
    taken = {_happening(asked) for asked in replayed.asked if asked.became != "not_in_force"}
    found: dict[tuple[object, ...], list[Asked]] = {}
    for asked in replayed.asked:
        if asked.became == "not_in_force" and _happening(asked) not in taken:
            found.setdefault(_happening(asked), []).append(asked)
    for several in found.values():
        first = several[0]
        spans = dict.fromkeys(one.rule.version.in_force for one in several)
        in_force = tuple((span.from_, span.to) for span in spans if span is not None)
        yield Refusal(
            as_date(first.day), first.item, came(replayed, first.rule, first.cause), "not_in_force", in_force=in_force
        )


def _happening(asked: Asked) -> tuple[object, ...]:
    """Tell one happening from another: an event is itself, a timer is its kind, name and item on its day."""
    cause = asked.cause
    return (asked.day, id(cause)) if isinstance(cause, Event) else (asked.day, cause.kind, cause.type, cause.item)


def _open(replayed: ReplayedCase, item: Holder, day: int) -> OpenOne | None:
    """Find what was open of the rule for the very item: an obligation, or else the last of a series that runs on."""
    earlier = [instance for instance in replayed.instances if instance.item == item and instance.opened <= day]
    found = next((one for one in earlier if one.closed is None or one.closed > day), None)
    found = found or next((one for one in earlier if one.closed == day), None)
    series = found is None and bool(earlier)
    found = found or (earlier[-1] if earlier else None)
    return None if found is None else OpenOne(as_date(found.opened), _due(found), series)


def _due(instance: Instance) -> date | None:
    return None if instance.due is None else as_date(instance.due)
