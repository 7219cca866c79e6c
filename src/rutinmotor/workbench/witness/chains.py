"""A rule's way in, led back to what no rule sets off, in order of time out; where the search for a witness begins."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from rutinmotor.language.catalogue import Names, Trigger, Version

# How many part-chains are looked at before the rest is given up: rules may lead to each other without end.
_MOST = 400


class Link(NamedTuple):
    """One version of a rule, and the line of its trigger that is to open it."""

    version: Version
    line: Trigger

    def same(self, other: Link) -> bool:
        """Say whether it is the very same line of the same rule; what is merely written alike is another."""
        return self.line is other.line and self.version.rule is other.version.rule


Chain = tuple[Link, ...]


def chains_to(last: Link, names: Mapping[str, Names], versions: Mapping[str, tuple[Version, ...]]) -> Iterator[Chain]:
    """Give the chains of rules that end in a link, the shortest first; a link stands but once in each."""
    waiting: deque[Chain] = deque([(last,)])
    for _ in range(_MOST):
        if not waiting:
            return
        chain = waiting.popleft()
        first = chain[0].line
        if not first.how.on.of_rule:
            yield chain
            continue
        full_id = names[chain[0].version.owner.id].rule(first.name)
        for version in versions.get(full_id, ()):
            for line in version.rule.trigger:
                link = Link(version, line)
                if not any(link.same(one) for one in chain):
                    waiting.append((link, *chain))
