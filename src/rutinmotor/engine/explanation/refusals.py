"""What became of a rule's triggers in, those that opened nothing out, each with its reason (semantics 6.3)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from rutinmotor.engine.explanation.asked_again import told_question
from rutinmotor.engine.explanation.asked_of import of_trigger
from rutinmotor.engine.explanation.endings import ended_by
from rutinmotor.engine.explanation.explanation import OpenOne, Refusal
from rutinmotor.engine.explanation.judged import judged, missing_then, together
from rutinmotor.engine.explanation.replayed import ReplayedCase, as_date, fact_named
from rutinmotor.engine.explanation.triggers import came
from rutinmotor.engine.replay import Asked, Instance, Question
from rutinmotor.ground.days import last_of
from rutinmotor.language.case import Event, Holder


def refusals_of(replayed: ReplayedCase) -> list[Refusal]:
    """Give the triggers of the rule that came but opened nothing and started nothing anew, by day."""
    found = [
        _refusal(replayed, asked)
        for asked in replayed.asked
        if asked.became in ("refused", "kept", "no_items")
        or (asked.became == "undetermined" and not _has_come(replayed, asked))
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
        case "undetermined" if asked.question is not None:
            return _undetermined(replayed, asked, asked.question)
        case _:
            lines = judged(of_trigger(replayed, asked))
            return Refusal(as_date(day), item, trigger, "refused", lines, later=_is_later(asked))


def _has_opened(replayed: ReplayedCase, asked: Asked) -> bool:
    """Say whether the series that a trigger began has opened anything."""
    return any(one.item == asked.item and one.cause is asked.cause for one in replayed.instances)


def _is_later(asked: Asked) -> bool:
    return asked.later or asked.cause.day != asked.day


def _undetermined(replayed: ReplayedCase, asked: Asked, question: Question) -> Refusal:
    """Say which facts leave it undecided, or did until it was closed, and whether the condition or deadline needs them.

    Its condition is told as it stood, with what has come since.
    """
    rule, asking = asked.rule, of_trigger(replayed, asked)
    lines, names, known = judged(asking), replayed.names(rule), asking.known
    missing = question.missing if question.became is None else missing_then(asking)
    in_condition = bool(missing) if question.became is not None else together(lines, "all") is None
    missing = missing or tuple(fact for fact in sorted(set(question.needs)) if known.get(fact) is None)
    return Refusal(
        as_date(asked.day),
        asked.item,
        came(replayed, rule, asked.cause),
        "refused" if question.became == "no" else "undetermined",
        lines,
        tuple(fact_named(names, fact) for fact in missing),
        "condition" if in_condition else "deadline",
        later=_is_later(asked),
        question=told_question(asking, question),
    )


def _has_come(replayed: ReplayedCase, asked: Asked) -> bool:
    """Say whether the answer to a question has opened something, with which it is told."""
    return any(one.question is asked.question for one in replayed.replay.by_answer)


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
