"""Catalogues in, a diagnostic for each circle of rules that set each other off, or wait, out; a check."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence

from rutinmotor.ground.diagnostics import Diagnostic, Place, diagnose
from rutinmotor.language.catalogue import Catalogue, Names, Version, names_of, versions_of
from rutinmotor.language.constructs import On

# A knot of rules can hold more circles than anyone mends at once, and each costs a search.
_MOST_OF_A_GROUP = 20

# Rule, then what it sets off, then where the trigger that says so stands.
Edges = Mapping[str, Mapping[str, Place]]


def find(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find circles of rules: enough to name each rule that stands in one, save in a large knot.

    What fires on a later day than that of the other rule makes no circle, as `overdue` (semantics 3.2). A state that a
    rule's being overdue ends is none either; but a rule that such a state pauses waits for it, as it for the rule.
    """
    yield from _waiting(catalogues)
    edges = _edges(catalogues)
    for group in _entangled(edges):
        named: set[str] = set()
        inside = set(group)
        for _ in range(_MOST_OF_A_GROUP):
            rule = min(inside - named, default=None)
            if rule is None:
                break
            circle = _shortest_circle(rule, edges, inside)
            named.update(circle)
            yield _said(circle, edges)


def _waiting(catalogues: Sequence[Catalogue]) -> Iterator[Diagnostic]:
    """Find rules that are paused while a state holds which ends when they are overdue (semantics 2.3, 4.9)."""
    names = names_of(catalogues)
    ended = {
        (state, names[one.id].rule(end.by_rule)): one.place("states", state, "ends", row)
        for one in catalogues
        for state, declared in one.text.states.items()
        for row, end in enumerate(declared.ends)
        if end.by_rule is not None
    }
    for full_id, of_rule in versions_of(catalogues).items() if ended else ():
        for version in of_rule:
            state = version.rule.paused_while
            if state is not None and (state, full_id) in ended:
                place = version.owner.place("rules", version.row, "paused_while")
                yield diagnose("RM163", place, further=(ended[state, full_id],), rule=version.rule.id, state=state)


def _said(circle: Sequence[str], edges: Edges) -> Diagnostic:
    """Say one circle: the rules in the order in which they set each other off, and each one's trigger in that order.

    It begins with the rule whose trigger stands first.
    """
    places = [edges[before][rule] for before, rule in zip([circle[-1], *circle], circle, strict=False)]
    first = places.index(min(places))
    rules = [*circle[first:], *circle[: first + 1]]
    return diagnose("RM220", places[first], further=(*places[first + 1 :], *places[:first]), rules=" → ".join(rules))


def _edges(catalogues: Sequence[Catalogue]) -> Edges:
    names = names_of(catalogues)
    versions = versions_of(catalogues)
    fulfillable = {rule for rule, of_rule in versions.items() if any(version.rule.fulfilled_by for version in of_rule)}
    edges: dict[str, dict[str, Place]] = {rule: {} for rule in versions}
    for rule, of_rule in versions.items():
        for version in of_rule:
            for cause, place in _causes(version, names[version.owner.id], fulfillable):
                if cause in edges:
                    edges[cause].setdefault(rule, place)
    return edges


def _causes(version: Version, names: Names, fulfillable: set[str]) -> Iterator[tuple[str, Place]]:
    for index, trigger in enumerate(version.rule.trigger):
        how = trigger.how
        if not how.on.of_rule or how.wait:
            continue
        cause = names.rule(trigger.name)
        if how.on is not On.FULFILMENT or cause in fulfillable:
            yield cause, version.owner.place("rules", version.row, "trigger", index, trigger.kind)


def _shortest_circle(start: str, edges: Edges, inside: set[str]) -> list[str]:
    """Return the rules of a shortest way from `start` back to it, `start` first; there is one within the group."""
    came_from: dict[str, str] = {}
    waiting = deque([start])
    while waiting:
        rule = waiting.popleft()
        if start in edges[rule]:
            way = [rule]
            while way[-1] != start:
                way.append(came_from[way[-1]])
            return way[::-1]
        for then in edges[rule]:
            if then in inside and then != start and then not in came_from:
                came_from[then] = rule
                waiting.append(then)
    raise AssertionError(f"{start} stands in no circle")


def _entangled(edges: Edges) -> Iterator[list[str]]:
    """Yield the groups of rules that can all reach each other, those of one rule only if it reaches itself.

    Tarjan's way with a stack of our own: a chain of rules may be longer than Python's.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    for root in edges:
        if root in number:
            continue
        work = [(root, iter(edges[root]))]
        number[root] = low[root] = len(number)
        path.append(root)
        on_path.add(root)
        while work:
            rule, rest = work[-1]
            then = next(rest, None)
            if then is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[rule])
                if low[rule] == number[rule]:
                    group = _popped(path, rule)
                    on_path.difference_update(group)
                    if len(group) > 1 or rule in edges[rule]:
                        yield group
            elif then not in number:
                number[then] = low[then] = len(number)
                path.append(then)
                on_path.add(then)
                work.append((then, iter(edges[then])))
            elif then in on_path:
                low[rule] = min(low[rule], number[then])


def _popped(path: list[str], last: str) -> list[str]:
    group = [path.pop()]
    while group[-1] != last:
        group.append(path.pop())
    return group
