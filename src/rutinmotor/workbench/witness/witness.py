"""An engine, a rule and a day in, a case out in which the rule opens on that day; the search, and what it finds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Final

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Obligation
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, FactValue
from rutinmotor.language.catalogue import Version, names_of, versions_of
from rutinmotor.language.constructs import On
from rutinmotor.workbench.witness.chains import Link, chains_to
from rutinmotor.workbench.witness.setting import Setting, settings_of, with_event

# Each rule is tried in so many settings: every choice of beginnings and branches would be too many for some.
_MOST_SETTINGS: Final = 60
# Calendar days in which a rule is looked for after its story begins, and by which that beginning is moved back where
# the rule cannot open from the day asked.
_WITHIN: Final = (0, 120, 1_500, 12_000)
_BACK: Final = (0, 40, 130, 400, 1_200)
_NEAR: Final = (-1, 1, -2, 2, -3, 3)
_STEPS: Final = 6


@dataclass(frozen=True, slots=True)
class Witness:
    """A case in which a rule has opened, and the obligation that it gave, judged at the end of its opening day.

    `version` is the version of the rule that governs it.
    """

    case: Case
    obligation: Obligation
    version: Version

    def then(self, kind: str, at: date | None = None) -> Case:
        """Give the same case with one more event, on the opening day of the obligation unless another is given."""
        return with_event(self.case, kind, at or self.obligation.opened)


def witness_for(
    engine: Engine, rule: str, day: date, *, line: int | None = None, facts: Mapping[str, FactValue] | None = None
) -> Witness | None:
    """Find a case in which the rule, by its full id, opens on `day`, made from nothing but the rules' own text.

    `line` is the row of the rule's trigger that is to open it, from 0; without it the first that can. `facts` stand as
    given, whatever else is chosen. None if no such case is found: not every day can be reached, and not every rule.

    Raises:
        ValueError: the engine has no such rule, or its trigger no such line.
    """
    return next(witnesses(engine, rule, day, line=line, facts=facts), None)


def witnesses(
    engine: Engine, rule: str, day: date, *, line: int | None = None, facts: Mapping[str, FactValue] | None = None
) -> Iterator[Witness]:
    """Give every case that `witness_for` chooses among, one for each setting. Raises as it."""
    names, versions = names_of(engine.catalogues), versions_of(engine.catalogues)
    if rule not in versions:
        raise ValueError(f"there is no rule {rule}")
    rows = [len(version.rule.trigger) for version in versions[rule]]
    if line is not None and not 0 <= line < max(rows):
        raise ValueError(f"{rule} has no line {line} in its trigger")
    links = [
        Link(version, trigger)
        for version in versions[rule]
        for row, trigger in enumerate(version.rule.trigger)
        if line in (None, row)
    ]
    settings = (
        setting
        for link in links
        for chain in chains_to(link, names, versions)
        for setting in settings_of(chain, names[chain[0].version.owner.id])
    )
    for setting in islice(settings, _MOST_SETTINGS):
        found = _opening_on(engine, setting, day, facts or {})
        if found is not None:
            yield found


def _opening_on(engine: Engine, setting: Setting, day: date, facts: Mapping[str, FactValue]) -> Witness | None:
    """Move the story's beginning until its last rule opens on the day asked; None if it never does."""
    last = setting.chain[-1]
    start = _start_for(engine, setting, day, facts)
    if start is None:
        return None
    case = _played(engine, setting, start, facts)
    found = _obligation(engine, case, last, day) if case is not None else None
    return (
        Witness(case, found, last.version) if case is not None and found is not None and found.opened == day else None
    )


def _start_for(engine: Engine, setting: Setting, day: date, facts: Mapping[str, FactValue]) -> date | None:
    """Find the day on which the story must begin."""
    at_once = len(setting.chain) == 1 and setting.chain[0].line.how.at_once
    for back in _BACK[:1] if at_once else _BACK:
        start = _moved(day, -back)
        tried: list[date] = []
        while start is not None and start not in tried and len(tried) < _STEPS:
            opened = _opened(engine, setting, start, facts)
            if opened == day:
                return start
            if opened is None:
                break
            tried.append(start)
            start = _moved(start, (day - opened).days)
        if tried:
            # Months and working days step over some days and come to others twice, so the sum may miss by a little.
            nearby = (_moved(tried[-1], days) for days in _NEAR)
            return next((one for one in nearby if one and _opened(engine, setting, one, facts) == day), None)
    return None


def _opened(engine: Engine, setting: Setting, start: date, facts: Mapping[str, FactValue]) -> date | None:
    """Say on which day the last rule opens in the story that begins on a day; None if it does not."""
    case = _played(engine, setting, start, facts)
    found = _found(engine, case, setting.chain[-1], start) if case is not None else None
    return found.opened if found else None


def _played(engine: Engine, setting: Setting, start: date, facts: Mapping[str, FactValue]) -> Case | None:
    """Let each rule of the chain lead to the next: fulfilled the day after it opened, or left alone."""
    try:
        case = setting.on(start, facts)
    except (OverflowError, ValueError):
        return None
    for link, following in zip(setting.chain, setting.chain[1:], strict=False):
        found = _found(engine, case, link, start) if case is not None else None
        if case is None or found is None:
            return None
        if following.line.how.on is On.FULFILMENT:
            if not link.version.rule.fulfilled_by:
                return None
            told = setting.told(start, facts)
            case = with_event(case, link.version.rule.fulfilled_by[0], _in_time(found), told)
    return case


def _in_time(found: Obligation) -> date:
    """Choose the day after the opening, or the opening day itself where there is no more time than that."""
    following = found.opened + timedelta(days=1)
    return following if found.due is None or following <= found.due else max(found.opened, found.due)


def _found(engine: Engine, case: Case, link: Link, start: date) -> Obligation | None:
    """Find what the link opened, soon after the story began or at last some decades on."""
    for within in _WITHIN:
        horizon = _moved(start, within)
        found = _obligation(engine, case, link, horizon) if horizon is not None else None
        if found is not None:
            return found
    return None


def _obligation(engine: Engine, case: Case, link: Link, at: date) -> Obligation | None:
    """Find the first obligation that the link's line has opened by the end of a day; None in a case that has faults.

    One that opened while another version of the rule was in force is that one's.
    """
    span = link.version.in_force
    first, last = (span.from_ if span else None) or date.min, (span.to if span else None) or date.max
    line, full_id = link.line, link.version.full_id
    known = {line.name, f"{link.version.owner.id}.{line.name}"}
    try:
        evaluation = engine.evaluate(case, at)
    except CaseError:
        return None
    found = [
        one
        for one in evaluation.obligations
        if one.rule == full_id
        and one.trigger.kind == line.kind
        and one.trigger.type in known
        and first <= one.opened <= last
    ]
    return min(found, key=lambda one: one.opened) if found else None


def _moved(day: date, days: int) -> date | None:
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
