"""What sets what off in, the rings in it out: enough to name each rule that stands in one; for check and lint."""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar

from rutinmotor.ground.diagnostics import Place

N = TypeVar("N", int, str)

# A knot of rules can hold more rings than anyone mends at once, and each costs a search.
_MOST_OF_A_GROUP = 20


def rings_in(edges: Mapping[N, Mapping[N, Place]]) -> Iterator[tuple[list[N], tuple[Place, ...]]]:
    """Yield rings: what stands in them, in the order in which they set each other off, and each one's trigger.

    `edges` say what each sets off, and where the trigger that says so stands. A ring begins with what has its trigger
    first in the text. Each that stands in one is named in some, save in a large knot.
    """
    for group in _entangled(edges):
        named: set[N] = set()
        inside = set(group)
        for _ in range(_MOST_OF_A_GROUP):
            first = min(inside - named, default=None)
            if first is None:
                break
            ring = _shortest(first, edges, inside)
            named.update(ring)
            yield _from_first(ring, edges)


def _from_first(ring: list[N], edges: Mapping[N, Mapping[N, Place]]) -> tuple[list[N], tuple[Place, ...]]:
    places = [edges[before][one] for before, one in zip([ring[-1], *ring], ring, strict=False)]
    first = places.index(min(places))
    return [*ring[first:], *ring[:first]], (*places[first:], *places[:first])


def _shortest(start: N, edges: Mapping[N, Mapping[N, Place]], inside: Collection[N]) -> list[N]:
    """Return a shortest way from `start` back to it, `start` first; there is one within the group."""
    came_from: dict[N, N] = {}
    waiting = deque([start])
    while waiting:
        one = waiting.popleft()
        if start in edges[one]:
            way = [one]
            while way[-1] != start:
                way.append(came_from[way[-1]])
            return way[::-1]
        for then in edges[one]:
            if then in inside and then != start and then not in came_from:
                came_from[then] = one
                waiting.append(then)
    raise AssertionError(f"{start} stands in no ring")


def _entangled(edges: Mapping[N, Mapping[N, Place]]) -> Iterator[list[N]]:
    """Yield the groups of those that can all reach each other, those of one only if it reaches itself.

    Tarjan's way with a stack of our own: a chain of rules may be longer than Python's.
    """
    number: dict[N, int] = {}
    low: dict[N, int] = {}
    path: list[N] = []
    on_path: set[N] = set()
    for root in edges:
        if root in number:
            continue
        work = [(root, iter(edges[root]))]
        number[root] = low[root] = len(number)
        path.append(root)
        on_path.add(root)
        while work:
            one, rest = work[-1]
            then = next(rest, None)
            if then is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[one])
                if low[one] == number[one]:
                    group = _popped(path, one)
                    on_path.difference_update(group)
                    if len(group) > 1 or one in edges[one]:
                        yield group
            elif then not in number:
                number[then] = low[then] = len(number)
                path.append(then)
                on_path.add(then)
                work.append((then, iter(edges[then])))
            elif then in on_path:
                low[one] = min(low[one], number[then])


def _popped(path: list[N], last: N) -> list[N]:
    group = [path.pop()]
    while group[-1] != last:
        group.append(path.pop())
    return group
