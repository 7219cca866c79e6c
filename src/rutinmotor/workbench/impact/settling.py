"""A rule and its catalogue in, the rule out with what the catalogue says of all rules as its own; for `succession`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from rutinmotor.language.catalogue import CatalogueText, Condition, Deadline, Duration, Lead, Rule, Trigger


class Shared(NamedTuple):
    """What the old and the new text of a catalogue both say of all their rules; None where they differ."""

    scope: Condition | None
    warn: Duration | None


def shared_by(texts: Sequence[CatalogueText]) -> Shared:
    """Find what one or two texts of a catalogue agree on."""
    first, last = texts[0], texts[-1]
    return Shared(
        first.scope if first.scope == last.scope else None,
        first.warn if first.warn == last.warn else None,
    )


def settled(rule: Rule, text: CatalogueText, shared: Shared) -> Rule:
    """Give a rule that means the same without its catalogue's days in force and urgency words.

    So does it without the catalogue's scope and warning, where those are not shared.
    """
    changed: dict[str, object] = {"in_force": rule.in_force or text.in_force}
    if shared.scope is None and text.scope is not None:
        changed["only_if"] = _both(text.scope, rule.only_if)
    if shared.warn is None:
        changed["warn"] = rule.warn or text.warn
    if rule.deadline is not None and not (rule.repeat and rule.repeat.each):
        changed["deadline"] = _dated(rule.deadline, text.urgency)
    changed["trigger"] = tuple(_led(one, text.urgency) for one in rule.trigger)
    return rule.model_copy(update=changed)


def _both(scope: Condition, own: Condition | None) -> Condition:
    return scope if own is None else Condition.model_construct(all=(scope, own))


def _dated(deadline: Deadline, urgency: Mapping[str, Duration]) -> Deadline:
    """Give an urgency word that has a meaning its length of time as the latest day (semantics 4.5)."""
    defined = urgency.get(deadline.urgency or "")
    if defined is None or deadline.at_latest is not None:
        return deadline
    # Without validation, as the calendar may bear a name that no author can write.
    return deadline.model_copy(update={"at_latest": Deadline.model_construct(**_length(defined))})


def _led(trigger: Trigger, urgency: Mapping[str, Duration]) -> Trigger:
    """Give a span ahead that is said with an urgency word its length of time (semantics 3.2)."""
    changed: dict[str, Lead] = {}
    for field in trigger.model_fields_set:
        lead = getattr(trigger, field)
        if isinstance(lead, Lead) and (defined := urgency.get(lead.urgency or "")) is not None:
            changed[field] = Lead.model_construct(**_length(defined))
    return trigger.model_copy(update=changed) if changed else trigger


def _length(duration: Duration) -> dict[str, Any]:
    found: dict[str, Any] = {duration.unit: duration.number}
    return {**found, "calendar": duration.calendar} if duration.calendar else found
