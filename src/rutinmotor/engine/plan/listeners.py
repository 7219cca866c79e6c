"""Bound rules' triggers in, what sets rules off by what it listens to out; as a plan is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

from rutinmotor.engine.plan.bound import BoundRule, Listener
from rutinmotor.language.constructs import On


class Listeners:
    """What sets rules off, gathered rule by rule: by what it listens to, whether its day is counted, and the name."""

    def __init__(self) -> None:
        self._found: dict[tuple[On, bool], dict[str, dict[object, Listener]]] = defaultdict(lambda: defaultdict(dict))

    def add(self, listener: Listener) -> None:
        """Enter a rule under one of its triggers; what two lines say without a length of their own fires once."""
        hook = listener.hook
        assert (hook.on, hook.timed) in _HEARD, hook.kind.key
        alike = (listener.rule, hook.kind, hook.what, listener.can_end)
        key = listener if hook.span is not None else alike
        self._found[hook.on, hook.timed][hook.name].setdefault(key, listener)

    def can_end(self) -> frozenset[int]:
        """Give the indices of the rules of which something waits that can be called off."""
        every = (one for by_name in self._found.values() for found in by_name.values() for one in found.values())
        return frozenset(one.rule.index for one in every if one.can_end)

    def on(self, on: On, *, timed: bool) -> Mapping[str, tuple[Listener, ...]]:
        """Give the listeners to one thing by its name, in the order of the rules."""
        return {name: tuple(listening.values()) for name, listening in self._found[on, timed].items()}

    def rules(self, on: On) -> Mapping[str, list[BoundRule]]:
        """Give the rules that open with a thing itself, by its name."""
        return {name: [one.rule for one in found] for name, found in self.on(on, timed=False).items()}


# What replay hears: the thing itself, and what has its day counted from it.
_HEARD = {
    (On.EVENT, False),
    (On.EVENT, True),
    (On.STATE, False),
    (On.STATE, True),
    (On.FACT, True),
    (On.FULFILMENT, False),
    (On.FULFILMENT, True),
    (On.DUE, True),
    (On.OPENING, True),
}
