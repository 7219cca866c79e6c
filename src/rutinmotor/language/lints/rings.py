"""Catalogues in, a warning for each ring of rules that time alone drives round for ever out; a lint."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rutinmotor.ground.days import LAST_DAY
from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue, Trigger
from rutinmotor.language.constructs import On
from rutinmotor.language.logic import (
    NEVER,
    Known,
    first_days,
    in_force,
    known_versions,
    links_between,
    lives_of,
    rings_in,
    satisfiable,
)


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rings of rules over days: each sets off the next though nothing happens, and the last the first.

    Within one day that is an error (RM220). What never starts goes round no ring, nor does what is in force for a time.
    """
    versions = tuple(known_versions(catalogues))
    links = tuple(links_between(versions, lives_of(versions)))
    days = first_days(versions, links, frozenset())
    lasting = {index for index, one in enumerate(versions) if days[index] < NEVER and in_force(one)[1] == LAST_DAY}
    edges: dict[int, dict[int, Place]] = {index: {} for index in sorted(lasting)}
    for link in links:
        cause, effect = versions[link.cause], versions[link.effect]
        trigger = effect.version.rule.trigger[link.trigger]
        if {link.cause, link.effect} <= lasting and _goes_on(cause, effect, trigger) and _at_once(cause, effect):
            edges[link.cause].setdefault(link.effect, effect.place("trigger", link.trigger, trigger.kind))
    for ring, places in rings_in(edges):
        first = versions[ring[0]]
        names = [first.called(versions[index].full_id) for index in (*ring, ring[0])]
        yield diagnose("RM259", places[0], further=places[1:], ring=" → ".join(names))


def _goes_on(cause: Known, effect: Known, trigger: Trigger) -> bool:
    """Say whether a rule sets another off without an event, and can itself be set off again after that.

    What keeps is not set off again while it is open, and without an event it stays open: it is fulfilled without one
    only as it opens, by what was done before (semantics 3.4, 5.1).
    """
    rule = cause.version.rule
    on, _ = trigger.how.source(trigger, effect.version.owner.text.urgency)
    if on is On.FULFILMENT:
        return rule.counts_from is not None and rule.repeat is None
    if (rule.on_repeat or ("keep" if rule.repeat else "add")) == "keep":
        return False
    return on is On.OPENING or not _waits_for_an_event(cause)


def _waits_for_an_event(one: Known) -> bool:
    """Say whether there is no due date until an event comes that gives it (semantics 4.4)."""
    deadline = one.timed.deadline
    return one.timed.timing == "before" and (deadline is None or deadline.since is None)


def _at_once(cause: Known, effect: Known) -> bool:
    """Say whether the conditions of both can hold together, as they must where nothing happens in between.

    Of one item, that is; and by the names of one catalogue.
    """
    owner = cause.version.owner
    if effect.version.owner.id != owner.id or cause.version.rule.per or effect.version.rule.per:
        return True
    conditions = (owner.text.scope, cause.version.rule.only_if, effect.version.rule.only_if)
    return satisfiable([one for one in conditions if one is not None], cause.names)
