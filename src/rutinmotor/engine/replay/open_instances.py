"""A new instance or series in, what is open of a rule for a holder out; the first of replay's five parts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from rutinmotor.engine.plan import BoundRule
from rutinmotor.engine.replay.instance import Instance, Series
from rutinmotor.language.case import Holder


class OpenInstances:
    """What is open now, and the series that run: all of it by rule, then by holder."""

    __slots__ = ("by_rule", "series")

    def __init__(self) -> None:
        # By version's index, then holder. A holder's list stands in the order of opening.
        self.by_rule: dict[int, dict[Holder, list[Instance]]] = {}
        # By group, then holder.
        self.series: dict[int, dict[Holder, Series]] = {}

    def enter(self, instance: Instance) -> None:
        """Enter an instance as open."""
        index = instance.rule.index
        by_item = self.by_rule.get(index)
        if by_item is None:
            by_item = self.by_rule[index] = {}
        found = by_item.get(instance.item)
        if found is None:
            by_item[instance.item] = [instance]
        else:
            found.append(instance)

    def opened_among(self, rules: Mapping[int, BoundRule]) -> list[BoundRule]:
        """Give those of some versions, by index, that have opened anything, in their order; the others cost nothing."""
        opened = self.by_rule
        if len(rules) <= len(opened):
            return [rule for index, rule in rules.items() if index in opened]
        return [rules[index] for index in sorted(opened) if index in rules]

    def lists_of(self, rule: BoundRule, item: Holder) -> list[list[Instance]]:
        """Give the lists of open instances of a version on which an event of that item bears (semantics 3.3)."""
        by_item = self.by_rule.get(rule.index)
        if not by_item:
            return []
        if item is None:
            return list(by_item.values())
        return [by_item[holder] for holder in (item, None) if holder in by_item]

    def of_versions(self, versions: Iterable[BoundRule], item: Holder) -> Iterator[Instance]:
        """Give what is open of any version of a rule for that very item or the case, and no ending has spared."""
        for rule in versions:
            by_item = self.by_rule.get(rule.index)
            if by_item:
                found = by_item.get(item, ())
                yield from (one for one in found if not one.is_spared) if rule.spares else found

    def running_series(self, group: int, item: Holder) -> Series | None:
        """Give the rule's series that runs for that very item or the case."""
        return self.series.get(group, {}).get(item)

    def end_series(self, series: Series) -> None:
        """Let nothing of a series come again."""
        series.running = False
        running = self.series.get(series.rule.group)
        if running is not None and running.get(series.item) is series:
            del running[series.item]


def holders_in(by_item: Mapping[Holder, object], item: Holder) -> tuple[Holder, ...]:
    """Give the holders of what may be there on which an event of that item bears (semantics 3.3)."""
    return tuple(by_item) if item is None else (item, None)
