"""The books that one replay keeps: what is open, what will fire when, what has been found; every step writes here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappush, merge
from itertools import count
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from rutinmotor.engine.plan import BoundRule, Plan
from rutinmotor.engine.replay.course import Course, Run, Series, Undecided
from rutinmotor.engine.replay.world import Happening, World
from rutinmotor.ground.days import DayOutOfRange
from rutinmotor.ground.diagnostics import CaseError, diagnose
from rutinmotor.language.case import Case, Event
from rutinmotor.language.constructs import NegativeNumber

Holder = str | None

# The order of timers within a day (semantics 1.8): the last kind belongs to (f), all others to (a).
OVERDUE, MISSING, LASTING, DATED, NEXT, AHEAD = range(6)


# Something that may fire: day, kind, names, item, day it counts from, number, what it is set for. The parts stand in
# the order in which timers fire; it is a bare tuple because there are many and they are compared all the time.
Timer: TypeAlias = tuple[int, int, tuple[str, ...], str, int, int, tuple[Any, ...]]
DAY, KIND, WHAT = 0, 1, 6


class Turns(NamedTuple):
    """The runs that each event of a day begins and ends, by the event's identity; states that they turn, of whom."""

    begun: dict[int, list[Run]]
    ended: dict[int, list[Run]]
    states: dict[str, dict[Holder, None]]


# More events than this on one day are looked up and not walked over.
_MANY = 16
_number = itemgetter(0)
# Stands for whatever item, or none, where today's events are looked up.
_ANY = object()
NO_TURNS = Turns({}, {}, {})


class Asked(NamedTuple):
    """What became of one trigger of a rule that is watched.

    Opened, kept, restarted, refused, undetermined, not_in_force, or no_items where there is no item to open for.
    """

    day: int
    rule: BoundRule
    item: Holder
    cause: Any
    became: str


class Ledger:
    """One replay's state. `day` is the day being lived, `happenings` its events; `fresh` has just opened."""

    __slots__ = (
        "_numbers",
        "asked",
        "awaiting",
        "by_type",
        "case",
        "changed",
        "courses",
        "dated",
        "day",
        "ended_today",
        "extended",
        "fresh",
        "frozen",
        "happenings",
        "held",
        "late",
        "open",
        "plan",
        "series",
        "standing",
        "timers",
        "turns",
        "undetermined",
        "watched",
        "world",
    )

    def __init__(self, plan: Plan, world: World, case: Case, watched: int | None = None) -> None:
        """Open empty books; `watched` is the group of the rule whose triggers and extensions are to be noted."""
        self.plan = plan
        self.world = world
        self.case = case
        self.watched = watched
        self.asked: list[Asked] = []
        self.extended: list[tuple[Course, Event]] = []
        self.day = 0
        self.happenings: Sequence[Happening] = ()
        # Made when first asked for, on a day of many events.
        self.by_type: dict[tuple[str, object], list[tuple[int, Happening]]] | None = None
        self.courses: list[Course] = []
        # By version's index, then item.
        self.open: dict[int, dict[Holder, list[Course]]] = {}
        # By group, then item.
        self.series: dict[int, dict[Holder, Series]] = {}
        # Open ones that wait for an event type or that a state can pause, by item; those that end with a run.
        self.awaiting: dict[str, dict[Holder, list[Course]]] = {}
        self.held: dict[str, dict[Holder, list[Course]]] = {}
        self.standing: dict[int, list[Course]] = {}
        self.timers: list[Timer] = []
        self.undetermined: dict[tuple[int, int, Holder], Undecided] = {}
        self.fresh: list[Course] = []
        # As `open`.
        self.ended_today: dict[int, dict[Holder, list[Course]]] = {}
        self.turns = NO_TURNS
        # Which rules a fact's date has opened: rule, fact, holder, day.
        self.dated: set[tuple[int, str, Holder, int]] = set()
        # True from the day's fulfilments (d) on, after its extensions.
        self.late = False
        # True when no event can come any more.
        self.frozen = False
        # Set by whatever the answer would show.
        self.changed = False
        self._numbers = count()

    def set_timer(
        self, day: int, kind: int, name: tuple[str, ...], item: Holder, since: int, what: tuple[Any, ...]
    ) -> None:
        """Let something fire on a day, this one included."""
        heappush(self.timers, (day, kind, name, item or "", since, next(self._numbers), what))

    def register(self, course: Course) -> None:
        """Enter an obligation as open."""
        self.courses.append(course)
        self.changed = True
        rule = course.rule
        by_item = self.open.get(rule.index)
        if by_item is None:
            by_item = self.open[rule.index] = {}
        found = by_item.get(course.item)
        if found is None:
            by_item[course.item] = [course]
        else:
            found.append(course)

    def opened_among(self, rules: Mapping[int, BoundRule]) -> list[BoundRule]:
        """Give those of some versions, by index, that have opened anything, in their order; the others cost nothing."""
        opened = self.open
        if len(rules) <= len(opened):
            return [rule for index, rule in rules.items() if index in opened]
        return [rules[index] for index in sorted(opened) if index in rules]

    def open_lists(self, rule: BoundRule, item: Holder) -> list[list[Course]]:
        """Give the lists of open obligations of a version on which an event of that item bears (semantics 3.3)."""
        by_item = self.open.get(rule.index)
        if not by_item:
            return []
        if item is None:
            return list(by_item.values())
        return [by_item[holder] for holder in (item, None) if holder in by_item]

    def open_of_group(self, group: int, item: Holder) -> Iterator[Course]:
        """Give what is open of any version of a rule for that very item or the case."""
        for rule in self.plan.versions[group]:
            by_item = self.open.get(rule.index)
            if by_item:
                yield from by_item.get(item, ())

    def running_series(self, group: int, item: Holder) -> Series | None:
        """Give the rule's series that runs for that very item or the case."""
        return self.series.get(group, {}).get(item)

    def undecided(self, rule: BoundRule, item: Holder, missing: set[str]) -> None:
        """Note that a rule could not be judged today."""
        key = (self.day, rule.group, item)
        known = self.undetermined.get(key)
        names = set(known.missing) | missing if known else missing
        self.undetermined[key] = Undecided(self.day, rule, item, tuple(sorted(names)))
        self.changed = True

    def note(self, rule: BoundRule, item: Holder, cause: Any, became: str) -> None:
        """Note what became of a trigger, if the rule is watched."""
        if rule.group == self.watched:
            self.asked.append(Asked(self.day, rule, item, cause, became))

    def note_extension(self, course: Course, event: Event) -> None:
        """Note that an event has moved a due date, if the rule is watched."""
        if course.rule.group == self.watched:
            self.extended.append((course, event))

    def end_with(self, run: Run, course: Course) -> None:
        """Let a standing obligation end with the run of a state that opened it."""
        self.standing.setdefault(id(run), []).append(course)

    def outside(self, rule: BoundRule, reason: DayOutOfRange) -> CaseError:
        """Make the error for a day that the engine cannot count (semantics 4.2, 4.11)."""
        return uncountable(self.case, rule, reason)

    def negative(self, rule: BoundRule, wrong: NegativeNumber) -> CaseError:
        """Make the error for a fact below zero where it counts a deadline."""
        place, case = self.case.place, self.case.id
        return CaseError([diagnose("RM608", place, rule=rule.id, case=case, fact=wrong.fact, number=wrong.number)])

    def bearing(self, types: Sequence[str], item: Holder) -> Iterator[Event]:
        """Give today's events of some types that bear on the item or the case, in order."""
        happenings: Iterable[Happening] = self.happenings
        if len(happenings) > _MANY:
            happenings = self._looked_up(types, item)
        return (
            event
            for event, _ in happenings
            if event.type in types and (item is None or event.item is None or event.item == item)
        )

    def _looked_up(self, types: Sequence[str], item: Holder) -> Iterable[Happening]:
        """Give today's events of some types for an item and the case, or of all, without walking over the others."""
        if self.by_type is None:
            self.by_type = {}
            for numbered in enumerate(self.happenings):
                event = numbered[1][0]
                for holder in (event.item, _ANY):
                    self.by_type.setdefault((event.type or "", holder), []).append(numbered)
        holders = (_ANY,) if item is None else (item, None)
        found = [self.by_type.get((type_, holder), ()) for type_ in types for holder in holders]
        return (happening for _, happening in merge(*found, key=_number))


def holders_in(by_item: Mapping[Holder, object], item: Holder) -> tuple[Holder, ...]:
    """Give the holders of what may be there on which an event of that item bears (semantics 3.3)."""
    return tuple(by_item) if item is None else (item, None)


def uncountable(case: Case, rule: BoundRule, reason: DayOutOfRange) -> CaseError:
    """Make the error for a day of a rule in a case that lies outside the calendar or the years 1 to 9999."""
    return CaseError([diagnose("RM607", case.place, rule=rule.id, case=case.id, reason=str(reason))])
