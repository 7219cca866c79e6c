"""Versions of rules in, the first day that each can be set off on out: a least fixpoint from the log outward."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from heapq import heappop, heappush
from typing import NamedTuple

from rutinmotor.ground.days import FIRST_DAY, LAST_DAY
from rutinmotor.language.catalogue import Trigger
from rutinmotor.language.constructs import On
from rutinmotor.language.logic.versions import Known

NEVER = LAST_DAY + 1


class Link(NamedTuple):
    """A trigger by which one version sets off another: `wait` is the fewest calendar days that lie between."""

    cause: int
    effect: int
    trigger: int
    wait: int


class Lives(NamedTuple):
    """What can become of rules, by full id: those with a last day, and those that something fulfils."""

    dated: frozenset[str]
    fulfillable: frozenset[str]


def lives_of(versions: Sequence[Known]) -> Lives:
    """Say which rules have, in some version, a due date, and which an event that fulfils."""
    dated = {one.full_id for one in versions if one.timed.timing in ("counted", "before")}
    heirs: dict[str, list[str]] = defaultdict(list)
    for one in versions:
        if one.timed.timing == "inherited":
            heirs[one.other(one.version.rule.trigger[0]) or ""].append(one.full_id)
    waiting = list(dated)
    while waiting:
        for heir in heirs[waiting.pop()]:
            if heir not in dated:
                dated.add(heir)
                waiting.append(heir)
    return Lives(frozenset(dated), frozenset(one.full_id for one in versions if one.version.rule.fulfilled_by))


def is_dead(one: Known, trigger: Trigger, lives: Lives) -> bool:
    """Say whether a trigger waits for what never comes: an overdue, a fulfilment or a due date that cannot be.

    Ahead of a rule by a word of urgency without meaning is on the day that the rule opens (semantics 3.2).
    """
    other = one.other(trigger) or ""
    match trigger.how.source(trigger, one.version.owner.text.urgency)[0]:
        case On.DUE:
            return other not in lives.dated
        case On.FULFILMENT:
            return other not in lives.fulfillable
        case _:
            return False


def links_between(versions: Sequence[Known], lives: Lives) -> Iterator[Link]:
    """Yield every way in which one version can set off another, whatever their conditions."""
    by_rule: Mapping[str, list[int]] = defaultdict(list)
    for index, one in enumerate(versions):
        by_rule[one.full_id].append(index)
    for index, one in enumerate(versions):
        for row, trigger in enumerate(one.version.rule.trigger):
            other = one.other(trigger)
            if other is not None and not is_dead(one, trigger, lives):
                for cause in by_rule[other]:
                    if _can(versions[cause], trigger, lives):
                        yield Link(cause, index, row, trigger.how.wait)


def _can(cause: Known, trigger: Trigger, lives: Lives) -> bool:
    """Say whether this very version of the cause can do what the trigger waits for."""
    if trigger.how.on is On.FULFILMENT:
        return bool(cause.version.rule.fulfilled_by)
    # What runs ahead of a due date opens at once with a version that has none, by a word without a meaning.
    return trigger.how.wait == 0 or cause.timed.timing in ("counted", "before", "inherited")


def in_force(one: Known) -> tuple[int, int]:
    """Return the first and the last day on which a version can be set off, as ordinals, both included."""
    days = one.version.in_force
    first = days.from_.toordinal() if days and days.from_ else FIRST_DAY
    return first, days.to.toordinal() if days and days.to else LAST_DAY


def first_days(
    versions: Sequence[Known], links: Sequence[Link], impossible: frozenset[tuple[int, int]]
) -> tuple[int, ...]:
    """Return for each version a day before which nothing can set it off, as an ordinal; NEVER if nothing ever can.

    `impossible` names triggers, by version and row, that the condition never lets through. What comes from the log (an
    event, a state, something missing, a date) can come on any day that the version is in force.
    """
    days = [NEVER] * len(versions)
    waiting: list[tuple[int, int]] = []

    def reach(index: int, day: int) -> None:
        first, last = in_force(versions[index])
        day = max(day, first)
        if day <= last and day < days[index]:
            days[index] = day
            heappush(waiting, (day, index))

    onward: dict[int, list[Link]] = defaultdict(list)
    for link in links:
        if (link.effect, link.trigger) not in impossible:
            onward[link.cause].append(link)
    for index, one in enumerate(versions):
        for row, trigger in enumerate(one.version.rule.trigger):
            if one.other(trigger) is None and (index, row) not in impossible:
                reach(index, FIRST_DAY)
    while waiting:
        day, index = heappop(waiting)
        if day == days[index]:
            for link in onward[index]:
                reach(link.effect, day + link.wait)
    return tuple(days)
