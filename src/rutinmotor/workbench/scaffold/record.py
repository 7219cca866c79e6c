"""A real case and a day in, a scenario that says the same of nobody out; for `record`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from typing import Final, Literal, NamedTuple, TypeAlias

from rutinmotor.engine.engine import Engine
from rutinmotor.engine.evaluation import Evaluation, Obligation
from rutinmotor.engine.eventlog import canonical
from rutinmotor.ground.diagnostics import CaseError
from rutinmotor.language.case import Case, Event, FactValue, Moment
from rutinmotor.language.catalogue import names_of
from rutinmotor.workbench.scaffold.disguise import Disguise, asked_facts, disguised
from rutinmotor.workbench.scaffold.draft import Draft, rows_of, unjudged

# Whole weeks, so that every weekday stays; the nearer bands are tried first, each in an order that the case decides.
_BANDS: Final = ((2, 26), (27, 104), (105, 600))
# A date so far from all that happens in the case, or so long before it, says more of the person than of the case.
_FAR: Final = timedelta(days=10 * 365)
_LONG_BEFORE: Final = timedelta(days=365)

Coarseness: TypeAlias = Literal["year", "month", "day"]


class Coarsened(NamedTuple):
    """A date far from the rest, and what is left of it: the year, the month, or the day where a rule rests on it."""

    fact: str
    to: Coarseness


class Difference(NamedTuple):
    """A rule of which the moved case has another answer: what it said of the real one, and what it says now."""

    rule: str
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recorded:
    """A scenario made of a case: `draft` is None where no move gives the same answer; then `differences` say why.

    `weeks` is how far all days were moved, negative for back: of the last move tried, where none will do.
    `undisguised`: the answer is another already without what has to be left out, before any move.
    """

    draft: Draft | None
    weeks: int
    disguise: Disguise
    coarsened: tuple[Coarsened, ...] = ()
    differences: tuple[Difference, ...] = ()
    undisguised: bool = False


def recorded(engine: Engine, case: Case, at: date, known: date | None = None, weeks: int | None = None) -> Recorded:
    """Record a case as it stands at the end of the day `at`: with other names, other days, and the same answer.

    All days are moved by as many whole `weeks`, or by the first number of weeks with which every obligation has the
    same status, the same days left and opens as long before: holidays and the lengths of months differ from year to
    year. Dates far from the rest, such as a date of birth, and those that no rule asks for keep only their year or
    month unless a rule needs the day.

    Raises:
        CaseError: the case cannot be judged.
    """
    # What is wrong in the case is told with its places, which a disguise has not.
    real = engine.evaluate(case, at, known, "list")
    disguise = disguised(engine, case)
    wanted = _answer(real, timedelta(0), disguise.items)
    plain = _answer(engine.evaluate(disguise.case, at, known), timedelta(0))
    if plain != wanted:
        return Recorded(None, 0, disguise, differences=_differences(wanted, plain), undisguised=True)
    tried: Recorded | None = None
    for number in (weeks,) if weeks is not None else _moves(disguise.case):
        by = timedelta(weeks=number)
        moved = _moved(disguise.case, by)
        found = _judged(engine, moved, at, known, by)
        if found is None:
            continue
        now = _answer(found, by)
        if now == wanted:
            return _recorded(engine, disguise, moved, (at, known, by), wanted)
        differences = _differences(wanted, now)
        if tried is None or len(differences) < len(tried.differences):
            tried = Recorded(None, number, disguise, differences=differences)
    return tried or Recorded(None, weeks or 0, disguise)


def _moves(case: Case) -> Iterator[int]:
    """Give the moves to try, in weeks: no chance in it, and yet not the same for every case."""
    content = "\n".join(canonical(event) for event in case.events) + repr(sorted(case.facts)) + repr(sorted(case.items))
    for first, last in _BANDS:
        numbers = [sign * number for number in range(first, last + 1) for sign in (1, -1)]
        yield from sorted(numbers, key=lambda one: sha256(f"{content}{one}".encode()).digest())


def _judged(engine: Engine, case: Case | None, at: date, known: date | None, by: timedelta) -> Evaluation | None:
    try:
        return engine.evaluate(case, at + by, known + by if known else None) if case else None
    except (CaseError, OverflowError):
        return None


def _recorded(
    engine: Engine,
    disguise: Disguise,
    moved: Case | None,
    when: tuple[date, date | None, timedelta],
    wanted: Mapping[str, tuple[str, ...]],
) -> Recorded:
    """Take what can be taken from the dates that lie far off, and draft the scenario."""
    at, known, by = when
    assert moved is not None
    coarsened: list[Coarsened] = []
    for fact in _far_facts(moved, asked_facts(engine)):
        for to in ("year", "month"):
            coarser = _coarser(moved, fact, to)
            found = _judged(engine, coarser, at, known, by)
            if found is not None and _answer(found, by) == wanted:
                moved = coarser
                coarsened.append(Coarsened(fact, to))
                break
        else:
            coarsened.append(Coarsened(fact, "day"))
    evaluation = engine.evaluate(moved, at + by, known + by if known else None)
    draft = Draft(
        rules=_catalogues(engine, evaluation, moved),
        case=moved,
        at=at + by,
        known=known + by if known else None,
        expect=rows_of(evaluation.obligations),
        undetermined=unjudged(evaluation.undetermined, evaluation.obligations),
    )
    return Recorded(draft, by.days // 7, disguise, tuple(coarsened))


def _catalogues(engine: Engine, evaluation: Evaluation, case: Case) -> tuple[str, ...]:
    """Name the catalogues that the answer comes from, and those that know the rest of the case's words."""
    owners = [one.rule.partition(".")[0] for one in (*evaluation.obligations, *evaluation.undetermined)]
    needed = list(dict.fromkeys(owners))
    facts = {name for every in _holders(case) for name in every}
    names = names_of(engine.catalogues)
    for word, kind in [*((event.type, "events") for event in case.events), *((fact, "facts") for fact in facts)]:
        if word is None or any(word in getattr(names[one], kind) for one in needed):
            continue
        needed += [one for one, known in names.items() if word in getattr(known, kind)][:1]
    return tuple(sorted(needed))


def _holders(case: Case) -> Iterator[Mapping[str, FactValue]]:
    yield case.facts
    yield from case.items.values()
    yield from (event.data for event in case.events)


def _answer(
    evaluation: Evaluation, by: timedelta, items: Mapping[str, str] | None = None
) -> Mapping[str, tuple[str, ...]]:
    """Give what is said of each rule, its days as they were before the move, its items by their new names."""
    named: dict[str | None, str] = {**items} if items else {}
    found: dict[str, list[str]] = {}
    for one in evaluation.obligations:
        found.setdefault(one.rule, []).append(f"{named.get(one.item, one.item)} {_said(one, by)}")
    for gap in evaluation.undetermined:
        item = named.get(gap.item, gap.item)
        found.setdefault(gap.rule, []).append(f"{item} undetermined {gap.day - by} {gap.missing}")
    return {rule: tuple(sorted(lines)) for rule, lines in found.items()}


def _said(one: Obligation, by: timedelta) -> str:
    days = (one.opened, one.due, one.fulfilled_on, one.ended_on)
    before = " ".join(str(day - by) if day else "-" for day in days)
    breaches = [(breach.kind, breach.day - by) for breach in one.breaches]
    reached = [step.reached for step in one.escalation]
    return f"{one.status} {one.light} {one.days_left} {before} {breaches} {reached}"


def _differences(wanted: Mapping[str, tuple[str, ...]], now: Mapping[str, tuple[str, ...]]) -> tuple[Difference, ...]:
    rules = sorted({*wanted, *now})
    found = (Difference(rule, wanted.get(rule, ()), now.get(rule, ())) for rule in rules)
    return tuple(one for one in found if one.was != one.now)


def _moved(case: Case, by: timedelta) -> Case | None:
    """Move every day of a case; None where one would leave the calendar."""
    try:
        return Case(
            case.id,
            tuple(_moved_event(event, by) for event in case.events),
            _moved_facts(case.facts, by),
            {item: _moved_facts(facts, by) for item, facts in case.items.items()},
        )
    except OverflowError:
        return None


def _moved_event(event: Event, by: timedelta) -> Event:
    at: Moment | None = event.at + by if event.at is not None else None
    noted: Moment | None = event.recorded + by if event.recorded is not None else None
    return replace(event, at=at, recorded=noted, data=_moved_facts(event.data, by))


def _moved_facts(facts: Mapping[str, FactValue], by: timedelta) -> dict[str, FactValue]:
    return {name: value + by if isinstance(value, date) else value for name, value in facts.items()}


def _far_facts(case: Case, asked: Collection[str]) -> list[str]:
    """Name the dates that lie far from everything that happens in the case or long before it, or that no rule asks."""
    days = [date(at.year, at.month, at.day) for event in case.events if (at := event.at) is not None]
    far: dict[str, None] = {}
    for facts in _holders(case):
        for name, value in facts.items():
            if isinstance(value, date) and (
                name not in asked
                or all(abs(value - day) > _FAR for day in days)
                or all(day - value > _LONG_BEFORE for day in days)
            ):
                far[name] = None
    return list(far)


def _coarser(case: Case, fact: str, to: Coarseness) -> Case:
    """Put a date at the beginning of its year or month, wherever the case has it."""

    def coarse(facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
        value = facts.get(fact)
        if not isinstance(value, date):
            return dict(facts)
        return {**facts, fact: value.replace(month=1, day=1) if to == "year" else value.replace(day=1)}

    return Case(
        case.id,
        tuple(replace(event, data=coarse(event.data)) for event in case.events),
        coarse(case.facts),
        {item: coarse(facts) for item, facts in case.items.items()},
    )
