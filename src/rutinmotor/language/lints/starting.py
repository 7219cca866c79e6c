"""Catalogues in, a warning for each rule, and each trigger, that nothing can ever set off out; a lint."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue, Condition, facts_of
from rutinmotor.language.constructs import On
from rutinmotor.language.logic import (
    NEVER,
    Known,
    Link,
    Lives,
    first_days,
    in_force,
    is_dead,
    known_versions,
    links_between,
    lives_of,
    satisfiable,
)

# One fault can keep hundreds of rules from starting; nobody reads more names than these in a sentence.
_MOST_NAMES = 5


@dataclass(slots=True)
class _Told:
    """One finding about a version, before it is known what else does not start because of it; `row` is a trigger's."""

    code: str
    place: Place
    row: int | None = None
    further: tuple[Place, ...] = ()
    values: dict[str, str | int] = field(default_factory=dict[str, "str | int"])


@dataclass(slots=True)
class _Web:
    """All versions, how they set each other off, and from which day on each can start."""

    versions: tuple[Known, ...]
    lives: Lives
    links: tuple[Link, ...]
    told: dict[int, list[_Told]]
    days: tuple[int, ...] = ()

    def onward(self, among: set[int]) -> dict[int, list[int]]:
        """Return what each version sets off, of those `among`."""
        found: dict[int, list[int]] = defaultdict(list)
        for link in self.links:
            if link.effect in among:
                found[link.cause].append(link.effect)
        return found


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find triggers that never fire, conditions that can never be met, and rules that only set off each other.

    A rule that does not start only because another does not is named there, and is no finding of its own.
    """
    web = _woven(catalogues)
    lost = {index for index, day in enumerate(web.days) if day == NEVER}
    roots = {index for index in lost if _all_told(web, index)}
    onward = web.onward(lost)
    silent = lost - roots
    for index in sorted(web.told):
        led = _led_to([index], onward, silent) if index in roots else set[int]()
        silent -= led
        for number, told in enumerate(web.told[index]):
            yield _said(web, index, told, led if number == 0 else set())
    yield from _rings(web, silent)


def _woven(catalogues: Sequence[Catalogue]) -> _Web:
    versions = tuple(known_versions(catalogues))
    lives = lives_of(versions)
    links = tuple(links_between(versions, lives))
    told: dict[int, list[_Told]] = {}
    impossible: set[tuple[int, int]] = set()
    by_rule: dict[str, list[Known]] = defaultdict(list)
    for one in versions:
        by_rule[one.full_id].append(one)
    empty_scopes: set[str] = set()
    for index, one in enumerate(versions):
        found = list(_of_version(one, by_rule, lives, empty_scopes))
        whole = one.version.owner.id in empty_scopes or any(each.row is None for each in found)
        if whole or found:
            told[index] = found
        rows = range(len(one.version.rule.trigger))
        impossible |= {(index, row) for row in rows if whole or any(each.row == row for each in found)}
    web = _Web(versions, lives, links, told)
    web.days = first_days(versions, links, frozenset(impossible))
    for index, late in _too_late(web, impossible):
        told.setdefault(index, []).append(late)
    return web


def _all_told(web: _Web, index: int) -> bool:
    """Say whether what is told of a version keeps it from starting, whatever happens to other rules."""
    if index not in web.told:
        return False
    rows = {each.row for each in web.told[index]}
    return None in rows or not rows or len(rows) == len(web.versions[index].version.rule.trigger)


def _of_version(
    one: Known, by_rule: Mapping[str, Sequence[Known]], lives: Lives, empty_scopes: set[str]
) -> Iterator[_Told]:
    """Say what keeps one version from starting, as its file tells; a scope that never holds is told only once."""
    owner = one.version.owner
    if owner.id in empty_scopes:
        return
    whole = _of_condition(one)
    if whole:
        if whole.code == "RM236":
            empty_scopes.add(owner.id)
        yield whole
    else:
        yield from _of_triggers(one)
        yield from _dead(one, by_rule, lives)


def _conditions(one: Known) -> list[Condition]:
    """Return the conditions that must all hold when a version is set off: its file's, then its own."""
    both = (one.version.owner.text.scope, one.version.rule.only_if)
    return [condition for condition in both if condition]


def _of_condition(one: Known) -> _Told | None:
    """Say that a version's condition can never be met, whatever sets it off."""
    conditions = _conditions(one)
    if not conditions:
        return None
    owner = one.version.owner
    rule = {"rule": one.own_id}
    if not satisfiable(conditions, one.names):
        if owner.text.scope and not satisfiable([owner.text.scope], one.names):
            return _Told("RM236", owner.key_place("scope"))
        alone = one.version.rule.only_if and satisfiable([one.version.rule.only_if], one.names)
        further = (owner.key_place("scope"),) if alone else ()
        return _Told("RM235", one.key_place("only_if"), None, further, {**rule, "scope": "scope" if alone else ""})
    fact = _counted_with(one)
    if fact and not satisfiable([*conditions, _given(fact)], one.names):
        return _Told("RM238", one.key_place("deadline"), None, (_where(one),), {**rule, "fact": fact})
    return None


def _of_triggers(one: Known) -> Iterator[_Told]:
    """Say which triggers come only on days when the condition does not hold (semantics 2.4, 3.2).

    The condition is asked of the obligation's item: with `per: case` not of what the state or the fact stands on.
    """
    conditions = _conditions(one)
    if not conditions or one.version.rule.per == "case":
        return
    for row, trigger in enumerate(one.version.rule.trigger):
        if trigger.how.on is On.FACT:
            implied, values = _given(trigger.name), {"date": trigger.name}
        elif trigger.how.on is On.STATE and trigger.parts.length:
            implied, values = _holding(trigger.name), {"state": trigger.name}
        else:
            continue
        if not satisfiable([*conditions, implied], one.names):
            place = one.place("trigger", row, trigger.kind)
            yield _Told("RM237", place, row, (_where(one),), {"rule": one.own_id, **values})


def _dead(one: Known, by_rule: Mapping[str, Sequence[Known]], lives: Lives) -> Iterator[_Told]:
    """Say which triggers wait for what another rule never does."""
    for row, trigger in enumerate(one.version.rule.trigger):
        if not is_dead(one, trigger, lives):
            continue
        others = by_rule[one.other(trigger) or ""]
        code = trigger.how.code_if_dead
        values: dict[str, str | int] = {"rule": one.own_id, "other": one.called(others[0].full_id)}
        if code == "RM231":
            further = tuple(other.place("id") for other in others)
        else:
            further = tuple(other.place("deadline") for other in others)
            values |= {"word": others[0].word, "urgency": others[0].urgency}
        yield _Told(code, one.place("trigger", row, trigger.kind), row, further, values)


def _too_late(web: _Web, impossible: set[tuple[int, int]]) -> Iterator[tuple[int, _Told]]:
    """Say which triggers can first fire when their version is no longer in force (semantics 3.5)."""
    soonest: dict[tuple[int, int], int] = {}
    for link in web.links:
        key = link.effect, link.trigger
        soonest[key] = min(soonest.get(key, NEVER), web.days[link.cause] + link.wait)
    for (index, row), day in sorted(soonest.items()):
        one = web.versions[index]
        last = in_force(one)[1]
        if last < day < NEVER and (index, row) not in impossible:
            trigger = one.version.rule.trigger[row]
            values: dict[str, str | int] = {
                "rule": one.own_id,
                "other": one.called(one.other(trigger) or ""),
                "first": date.fromordinal(day).isoformat(),
                "last": date.fromordinal(last).isoformat(),
            }
            yield index, _Told("RM234", one.place("trigger", row, trigger.kind), row, (), values)


def _said(web: _Web, index: int, told: _Told, led: set[int]) -> Diagnostic:
    one = web.versions[index]
    only = one.own_id if told.row is not None and web.days[index] == NEVER and _all_told(web, index) else ""
    values = {**told.values, "only": only, "also": _listed(one, led, web)}
    return diagnose(told.code, told.place, further=told.further, **values)


def _rings(web: _Web, lost: set[int]) -> Iterator[Diagnostic]:
    """Find the circles among what is left that never starts: what sets each off lies in one, or behind one."""
    lost = set(lost)
    causes: dict[int, list[int]] = defaultdict(list)
    for link in web.links:
        if link.cause in lost and link.effect in lost:
            causes[link.effect].append(link.cause)
    onward = web.onward(lost)
    for index in sorted(lost):
        if index not in lost:
            continue
        ring = _ring_behind(index, causes, lost)
        led = _led_to(ring, onward, lost - set(ring))
        lost -= led | set(ring)
        first = web.versions[ring[0]]
        shown = ring[:_MOST_NAMES]
        names = [first.called(web.versions[at].full_id) for at in [*shown, ring[0]]]
        if len(ring) > len(shown):
            names.insert(-1, "…")
        yield diagnose(
            "RM233",
            first.key_place("trigger"),
            further=tuple(web.versions[at].key_place("trigger") for at in shown[1:]),
            ring=" → ".join(names),
            also=_listed(first, led, web),
        )


def _ring_behind(index: int, causes: dict[int, list[int]], lost: set[int]) -> list[int]:
    """Walk back from a version over what sets it off until one comes again; give that circle, the first in it first."""
    at: dict[int, int] = {}
    way: list[int] = []
    while index not in at:
        at[index] = len(way)
        way.append(index)
        index = next(cause for cause in causes[index] if cause in lost)
    ring = way[at[index] :][::-1]
    first = ring.index(min(ring))
    return [*ring[first:], *ring[:first]]


def _led_to(start: Sequence[int], onward: dict[int, list[int]], among: set[int]) -> set[int]:
    """Return what cannot start because these cannot."""
    found: set[int] = set()
    waiting = list(start)
    while waiting:
        for effect in onward[waiting.pop()]:
            if effect in among and effect not in found:
                found.add(effect)
                waiting.append(effect)
    return found


def _listed(one: Known, led: set[int], web: _Web) -> str:
    names = list(dict.fromkeys(one.called(web.versions[index].full_id) for index in sorted(led)))
    return ", ".join(names[:_MOST_NAMES]) + (" …" if len(names) > _MOST_NAMES else "")


def _where(one: Known) -> Place:
    return one.key_place("only_if") if one.version.rule.only_if else one.version.owner.key_place("scope")


def _counted_with(one: Known) -> str | None:
    """Return the fact that a version's time is counted with, if there is one: without it nothing opens."""
    deadline = one.timed.deadline
    return next(iter(facts_of(deadline)), None) if deadline else None


def _given(fact: str) -> Condition:
    return Condition.model_validate({"<facts>": {fact: {"known": True}}})


def _holding(state: str) -> Condition:
    return Condition.model_validate({"<facts>": {}, "state": {state: True}})
