"""A moment and a condition in, yes, no or unknown out: 2.4 to 2.7, at a trigger and whenever a question is asked."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from tests.engine.second.catalogues import many
from tests.engine.second.facts import World
from tests.engine.second.log import Event, Stand
from tests.parsed import is_mapping


@dataclass(frozen=True)
class View:
    """2.4, 2.6, 2.9: what is seen from a trigger's moment, of its item and of the event behind it.

    `until`: for a question asked again, the day through which first values since the trigger are known.
    """

    world: World
    item: str | None
    seen_from: Stand
    behind: Event | None = None
    until: date | None = None

    def known(self, fact: str) -> Any:
        """What was given then."""
        return self._value(fact, self.seen_from)

    def value(self, fact: str) -> Any:
        """What was given then, else the first value since: the one that stands when the first such day ends."""
        then = self.known(fact)
        if then is not None or self.until is None:
            return then
        only_forward = bool(self.world.book.facts[fact].get("only_forward"))
        last = self.seen_from.day if only_forward else self.until
        for day in sorted(self.world.by_day):
            if self.seen_from.day <= day <= last:
                since = self._value(fact, Stand(day))
                if since is not None:
                    return since
        return None

    def _value(self, fact: str, seen_from: Stand) -> Any:
        if self.world.book.of_event(fact):
            return self.world.value_of_event(fact, self.behind, seen_from)
        return self.world.value(fact, self.item, seen_from)

    def missing(self, facts: Iterable[str]) -> set[str]:
        return {fact for fact in facts if self.value(fact) is None}


@dataclass(frozen=True)
class Verdict:
    """2.5: true, false, or unknown (None) with the facts that would decide it."""

    value: bool | None
    missing: frozenset[str] = frozenset()


def _all(parts: list[Verdict]) -> Verdict:
    if any(part.value is False for part in parts):
        return Verdict(False)
    if all(part.value for part in parts):
        return Verdict(True)
    return Verdict(None, frozenset[str]().union(*(part.missing for part in parts if part.value is None)))


def _any(parts: list[Verdict]) -> Verdict:
    if any(part.value for part in parts):
        return Verdict(True)
    if all(part.value is False for part in parts):
        return Verdict(False)
    return Verdict(None, frozenset[str]().union(*(part.missing for part in parts if part.value is None)))


def _fact(view: View, name: str, test: Any) -> Verdict:
    if is_mapping(test) and "known" in test:
        return Verdict((view.known(name) is not None) == test["known"])
    value = view.value(name)
    if value is None:
        return Verdict(None, frozenset({name}))
    if not is_mapping(test):
        return Verdict(any(_same(value, one) for one in many(test)))
    compare: dict[str, Callable[[Any], bool]] = {
        "not": lambda bound: not any(_same(value, one) for one in many(bound)),
        "over": lambda bound: value > bound,
        "under": lambda bound: value < bound,
        "at_least": lambda bound: value >= bound,
        "at_most": lambda bound: value <= bound,
    }
    if isinstance(value, date):
        dated = {operator: bound for operator, bound in test.items() if operator != "not"}
        test = test | {operator: date.fromisoformat(str(bound)) for operator, bound in dated.items()}
    return Verdict(all(compare[operator](bound) for operator, bound in test.items()))


def _same(value: Any, written: Any) -> bool:
    if isinstance(value, date) and isinstance(written, str):
        return value.isoformat() == written
    return type(value) is type(written) and value == written


def asked(view: View, condition: dict[str, Any]) -> Verdict:
    """2.4, 2.5: a mapping, every line of which must hold."""
    world, item, seen_from = view.world, view.item, view.seen_from
    parts: list[Verdict] = []
    for key, test in condition.items():
        if key == "any":
            parts.append(_any([asked(view, one) for one in test]))
        elif key == "all":
            parts.append(_all([asked(view, one) for one in test]))
        elif key == "state":
            parts += [Verdict(world.holds(state, item, seen_from) == wanted) for state, wanted in test.items()]
        elif key == "no_other_in":
            others = [other for other in world.items(seen_from.day) if other != item]
            parts.append(Verdict(not any(world.holds(test, other, seen_from) for other in others)))
        else:
            parts.append(_fact(view, key, test))
    return _all(parts)
