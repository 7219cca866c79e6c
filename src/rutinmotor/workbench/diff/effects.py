"""A value before and now in, what the change does out: longer or shorter, wider or narrower; asked for each change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from rutinmotor.language.catalogue import (
    CalendarText,
    Condition,
    Deadline,
    Duration,
    Fact,
    InForce,
    Names,
    unbound_span,
)
from rutinmotor.language.constructs import Length, Range, Span, UnboundWorkingDays
from rutinmotor.language.logic import Every, Formula, Space, opposite, possible, space_of
from rutinmotor.workbench.diff.difference import Effect

_ROLLS = {"previous_working_day": -1, None: 0, "next_working_day": 1}


class Moved(NamedTuple):
    """Which way a time moved, and by how much where that can be said in one unit."""

    effect: Effect | None
    by: Length | None = None


class Time(NamedTuple):
    """A time as it is written, and what stands for the days of the calendars that it can name."""

    text: Deadline | Duration | None
    calendars: Mapping[str, str]

    @property
    def span(self) -> Span | UnboundWorkingDays | None:
        """The time where it is so many of one unit; None for what is counted otherwise."""
        return unbound_span(self.text, self.calendars) if self.text is not None else None


UNSAID = Moved(None)


def time_moved(old: Time, new: Time) -> Moved:
    """Say whether a time has become longer or shorter, if that is certain whatever the day and the case.

    From no due date at all (`none`) to one is shorter; working days of calendars that differ are not compared.
    """
    one, other = old.span, new.span
    if one is None or other is None:
        return _limited(old, new)
    was, now = one.range(), other.range()
    if was is None or now is None:
        return UNSAID
    same = (was.unit, was.number) == (now.unit, now.number)
    return _rolled(old, new) if same else _compared(one.length, was, other.length, now)


def _limited(old: Time, new: Time) -> Moved:
    """Compare times that are no lengths: none against some, and the utmost days of one urgency word."""
    if not isinstance(old.text, Deadline) or not isinstance(new.text, Deadline):
        return UNSAID
    kinds = {old.text.kind, new.text.kind}
    timings = {old.text.deadline_kind.timing, new.text.deadline_kind.timing}
    if "none" in kinds and "counted" in timings:
        return Moved("shorter" if old.text.kind == "none" else "longer")
    if old.text.urgency is None or old.text.urgency != new.text.urgency:
        return UNSAID
    if old.text.at_latest is None or new.text.at_latest is None:
        return Moved("shorter" if new.text.at_latest else "longer")
    return time_moved(old._replace(text=old.text.at_latest), new._replace(text=new.text.at_latest))


def _compared(old: Length, was: Range, new: Length, now: Range) -> Moved:
    """Compare two lengths that are not the same: to the number in one unit, else by all the days that they can be."""
    if was.unit != now.unit:
        longer, shorter = now.surely_longer(was), was.surely_longer(now)
        return Moved("longer") if longer else Moved("shorter") if shorter else UNSAID
    effect: Effect = "longer" if now.surely_longer(was) else "shorter"
    if old.unit == new.unit:
        return Moved(effect, Length(old.unit, abs(new.number - old.number)))
    return Moved(effect, Length(now.unit, abs(now.number - was.number)))


def _rolled(old: Time, new: Time) -> Moved:
    if not isinstance(old.text, Deadline) or not isinstance(new.text, Deadline) or old.text.roll == new.text.roll:
        return UNSAID
    return Moved("longer" if _ROLLS[new.text.roll] > _ROLLS[old.text.roll] else "shorter")


def condition_moved(
    old: tuple[Condition | None, ...], new: tuple[Condition | None, ...], before: Names, now: Names
) -> Effect | None:
    """Say whether conditions that must all hold do so in more or fewer combinations of facts, or in the same.

    None where neither can be said, and where a fact that they mention is declared otherwise than before.
    """
    was, is_ = [one for one in old if one], [one for one in new if one]
    space = space_of((*was, *is_), now)
    facts = [variable.name for variable in space.variables if variable.sort == "fact"]
    if any(not _declared_alike(name, before, now) for name in facts):
        return None
    fewer = not _somewhere(space, _true(space, is_), opposite(_true(space, was), space.whole))
    more = not _somewhere(space, _true(space, was), opposite(_true(space, is_), space.whole))
    if fewer and more:
        same = not _somewhere(space, _false(space, is_), opposite(_false(space, was), space.whole))
        same = same and not _somewhere(space, _false(space, was), opposite(_false(space, is_), space.whole))
        return "same" if same else None
    return "narrower" if fewer else "wider" if more else None


def _declared_alike(name: str, before: Names, now: Names) -> bool:
    one, other = before.facts.get(name), now.facts.get(name)
    if one is None or other is None:
        return one is other
    return _meant(one.text) == _meant(other.text)


def _meant(fact: Fact) -> tuple[object, ...]:
    return fact.type, set(fact.one_of or ()), fact.of, fact.only_forward


def _true(space: Space, conditions: list[Condition]) -> Formula:
    return Every(tuple(space.where_true(one) for one in conditions))


def _false(space: Space, conditions: list[Condition]) -> Formula:
    return opposite(Every(tuple(opposite(space.where_false(one), space.whole) for one in conditions)), space.whole)


def _somewhere(space: Space, one: Formula, other: Formula) -> bool:
    return possible(Every((one, other)), space.whole)


def in_force_moved(old: InForce | None, new: InForce | None) -> Effect | None:
    """Say whether a rule is in force on more or fewer days."""
    (first, last), (first_now, last_now) = _days(old), _days(new)
    if (first, last) == (first_now, last_now):
        return None
    if first_now <= first and last_now >= last:
        return "wider"
    return "narrower" if first_now >= first and last_now <= last else None


def _days(in_force: InForce | None) -> tuple[date, date]:
    first, last = (in_force.from_, in_force.to) if in_force else (None, None)
    return first or date.min, last or date.max


def calendar_moved(old: CalendarText, new: CalendarText) -> Effect | None:
    """Say whether a count of working days becomes longer, for want of them, or shorter."""
    if _fewer(old, new):
        return None if _fewer(new, old) else "longer"
    return "shorter" if _fewer(new, old) else None


def _fewer(old: CalendarText, new: CalendarText) -> bool:
    return (
        set(new.weekdays) <= set(old.weekdays)
        and (old.holidays is None or new.holidays == old.holidays)
        and (new.eves_free or not old.eves_free)
        and set(old.extra_free) <= set(new.extra_free)
        and set(new.extra_working) <= set(old.extra_working)
    )
