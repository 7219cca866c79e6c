"""The whole trip on one screen: rule files to an Engine, a case and a day to an Evaluation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from os import PathLike
from typing import NamedTuple, NoReturn, TypeAlias
from zoneinfo import ZoneInfo

from rutinmotor.engine.evaluation import (
    CatalogueOrigin,
    Evaluation,
    Keyed,
    Origin,
    UnknownEvents,
    UnknownFacts,
    ended_with_case_in,
    first_change,
    judge,
    later_in,
    met_no_item_in,
    passed_dates_in,
    passed_over_in,
    undetermined_in,
    unknown_facts_in,
)
from rutinmotor.engine.eventlog import (
    Log,
    Unknown,
    counting_events,
    days_of,
    known_events,
    starting_facts,
    unknown_fact_faults,
    unknown_types,
)
from rutinmotor.engine.eventlog import unknown_facts as facts_unknown
from rutinmotor.engine.plan import Plan, make_plan
from rutinmotor.engine.replay import AT_MOST, Replay
from rutinmotor.ground.arguments import require_number, require_path, require_texts, require_word
from rutinmotor.ground.days import LAST_DAY
from rutinmotor.ground.diagnostics import CaseError, Diagnostic, RulesError, in_order
from rutinmotor.ground.version import VERSION
from rutinmotor.language.case import Case, Event
from rutinmotor.language.catalogue import Catalogue, Reading, read_texts
from rutinmotor.language.checks import check_reading
from rutinmotor.language.loading import load_catalogues
from rutinmotor.text.sources import shipped_rules

RulePath: TypeAlias = "str | PathLike[str]"


class Engine:
    """Catalogues ready to evaluate cases: it cannot be changed, may be shared between threads, and can be pickled."""

    __slots__ = ("_named", "_plan", "catalogues", "warnings")

    catalogues: tuple[Catalogue, ...]
    warnings: tuple[Diagnostic, ...]
    _plan: Plan
    _named: tuple[CatalogueOrigin, ...]

    def __init__(self, catalogues: Sequence[Catalogue], warnings: Sequence[Diagnostic] = ()) -> None:
        """Bind catalogues that the checks have passed; `load` makes them from files."""
        object.__setattr__(self, "catalogues", tuple(catalogues))
        object.__setattr__(self, "warnings", tuple(warnings))
        object.__setattr__(self, "_plan", make_plan(self.catalogues))
        named = tuple(CatalogueOrigin(one.id, one.digest) for one in self.catalogues)
        object.__setattr__(self, "_named", named)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"an engine cannot be changed: {name}")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"an engine cannot be changed: {name}")

    def __reduce__(self) -> tuple[type[Engine], tuple[object, ...]]:
        return Engine, (self.catalogues, self.warnings)

    @property
    def zone(self) -> ZoneInfo:
        """The time zone of the catalogues, in which a date-time has its day."""
        return self._plan.zone

    def evaluate(
        self,
        case: Case,
        at: date,
        known: date | None = None,
        unknown_events: UnknownEvents = "error",
        unknown_facts: UnknownFacts = None,
        *,
        at_most: int = AT_MOST,
    ) -> Evaluation:
        """Replay a case's log up to the end of the day `at`, and say what is due and overdue.

        With `known` only what was recorded on or before that day counts. An event of a type that no catalogue knows is
        an error, or with `unknown_events="list"` is passed over and listed. A fact that none knows is listed, and with
        `unknown_facts="error"` is an error; where `unknown_facts` is left out it is one only if the case starts with it
        and unknown events are errors. Of one rule and item, `at_most` so many obligations may have been opened since
        the last event by timers, series and fulfilments.

        Raises:
            CaseError: what only the vocabulary can tell of a case: an unknown event or fact, a fact of the wrong kind,
                a correction of nothing, one id with two contents, a day that cannot be counted; rules that set each
                other off without end.
            TypeError, ValueError: arguments that are no case or no days, another word for `unknown_events` or
                `unknown_facts`, an `at_most` below 1.
        """
        _require_case(case)
        day = _ordinal(at, "at")
        cut = None if known is None else _ordinal(known, "known")
        require_unknown(unknown_events, unknown_facts)
        require_number(at_most, 1, "at_most")
        replay, heard = replay_of(self, case, day, cut, unknown_events, unknown_facts, at_most=at_most)
        return Evaluation(
            case.id,
            at,
            known,
            judge(replay.instances, day, case, Keyed(replay.instances)),
            undetermined_in(replay),
            passed_over_in(heard.passed_over),
            unknown_facts_in(heard.unknown_facts),
            later_in(heard.log),
            met_no_item_in(replay),
            passed_dates_in(replay),
            ended_with_case_in(replay),
            origin_of(self, at, known),
        )

    def next_change(
        self,
        case: Case,
        at: date,
        known: date | None = None,
        unknown_events: UnknownEvents = "error",
        unknown_facts: UnknownFacts = None,
        *,
        at_most: int = AT_MOST,
    ) -> date | None:
        """Give the first later day on which the answer of `evaluate` differs, days left aside, if nothing more happens.

        None if it never will. A day on which `evaluate` raises is such a day. Raises as `evaluate`.
        """
        day = _ordinal(at, "at")
        _require_case(case)
        require_unknown(unknown_events, unknown_facts)
        require_number(at_most, 1, "at_most")
        cut = None if known is None else _ordinal(known, "known")
        replay, _ = replay_of(self, case, day, cut, unknown_events, unknown_facts, at_most=at_most)
        change = first_change(replay, day)
        return date.fromordinal(change) if change <= LAST_DAY else None


def load(*paths: RulePath) -> Engine:
    """Load rule files and folders of them (without any, the catalogues that are shipped), and what they use.

    Raises:
        RulesError: something cannot be read, or a catalogue has errors; it carries every diagnostic.
        TypeError: a path that is none.
    """
    for path in paths:
        require_path(path, "a path of rules")
    return _checked(load_catalogues(paths or (shipped_rules(),)))


def engine_from_texts(texts: Mapping[str, str]) -> Engine:
    """Make an engine from rule texts by name, such as `{"sol.yaml": "catalogue: sol ..."}`; the disk is not read.

    Raises:
        RulesError: a catalogue has errors; it carries every diagnostic.
        TypeError: what is no mapping of texts.
    """
    require_texts(texts, "texts")
    # Half a character cannot be written as UTF-8; the reader says so (RM006), and where.
    return _checked(read_texts([(name, text.encode("utf-8", "surrogatepass")) for name, text in texts.items()]))


def plan_of(engine: Engine) -> Plan:
    """Give the bound rules of an engine, for the rooms that look at rules and not at answers."""
    return engine._plan  # pyright: ignore[reportPrivateUsage]  # kept from callers, not from this room


def origin_of(engine: Engine, at: date, known: date | None) -> Origin:
    """Say what an answer of an engine rests on, for the rooms that answer in another shape."""
    return Origin(VERSION, at, known, engine._named)  # pyright: ignore[reportPrivateUsage]  # as the plan


class Heard(NamedTuple):
    """What was in a case's log beside what replay lives: the events passed over, the unknown facts, what lies later."""

    log: Log
    passed_over: list[Event]
    unknown_facts: list[Unknown]


def replay_of(
    engine: Engine,
    case: Case,
    at: int,
    known: int | None,
    unknown_events: UnknownEvents,
    unknown_facts: UnknownFacts = None,
    watched: int | None = None,
    at_most: int = AT_MOST,
) -> tuple[Replay, Heard]:
    """Live a case up to the day `at`, for the rooms that ask how an answer came about. Raises as `Engine.evaluate`."""
    plan = plan_of(engine)
    log = counting_events(case, at, known, plan.zone)
    events, passed_over = known_events(plan, log.events)
    facts, faults = starting_facts(plan, case)
    unknown = facts_unknown(plan, case, events)
    if unknown and unknown_facts != "list":
        if unknown_facts == "error":
            faults += unknown_fact_faults(plan, case, events)
        elif unknown_events == "error":
            faults += unknown_fact_faults(plan, case, ())
    if passed_over and unknown_events == "error":
        faults += unknown_types(plan, passed_over)
    if faults:
        raise CaseError(in_order(faults))
    replay = Replay(plan, case, facts, watched, at_most)
    replay.live(days_of(plan, events), at)
    return replay, Heard(log, passed_over, unknown)


def require_unknown(unknown_events: object, unknown_facts: object) -> None:
    """Raise a TypeError or ValueError unless they say what is to be done with what no catalogue knows."""
    require_word(unknown_events, ("error", "list"), "unknown_events")
    if unknown_facts is not None:
        require_word(unknown_facts, ("error", "list"), "unknown_facts")


def _checked(reading: Reading) -> Engine:
    """Check what was read, and bind it."""
    diagnostics = check_reading(reading)
    if any(one.is_error for one in diagnostics):
        raise RulesError(diagnostics)
    return Engine(reading.catalogues, diagnostics)


def _require_case(case: object) -> None:
    if not isinstance(case, Case):
        raise TypeError(f"case is a Case, which read_case makes from plain data, not {type(case).__name__}")


def _ordinal(day: object, name: str) -> int:
    if not isinstance(day, date) or isinstance(day, datetime):
        raise TypeError(f"{name} is a date, not {day!r}")
    return day.toordinal()
