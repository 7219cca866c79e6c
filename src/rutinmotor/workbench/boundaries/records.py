"""The boundaries of a rule in, plain data for JSON out, and a drafted scenario for each example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, Final, NamedTuple

from rutinmotor.engine.explanation import Counted, Rolled
from rutinmotor.ground.days import WEEKDAYS
from rutinmotor.ground.words import Lang, day_long, said
from rutinmotor.language.case import Case, FactValue
from rutinmotor.workbench.boundaries.boundary import Boundaries, DayStatus, Example, Kind, Trial
from rutinmotor.workbench.boundaries.notes import shown_by, within_a_sentence
from rutinmotor.workbench.scaffold import Draft, rows_of
from rutinmotor.workbench.telling import Titles

_FILES: Final[Mapping[Kind, str]] = {
    "ordinary": "vanlig_dag",
    "weekend": "helg",
    "easter": "pask",
    "midsummer": "midsommar",
    "christmas": "jul",
    "new_year": "nyar",
    "month_end": "manadsskifte",
    "period_end": "periodens_slut",
    "period_start": "periodens_borjan",
    "leap_month": "till_skottdagen",
    "leap_day": "skottar",
}


class Written(NamedTuple):
    """A scenario to be written: the name of its file, what it is called, and the scenario."""

    file: str
    title: str
    draft: Draft


def boundary_record(found: Boundaries) -> dict[str, object]:
    """Give the examples as one record, for JSON: weekdays as in the rule language, names of holidays in Swedish."""
    rule = found.version.rule
    return {
        "rule": found.version.full_id,
        "title": rule.title or found.version.full_id,
        "year": found.year,
        "timing": found.timing,
        "examples": [_example(one) for one in found.examples],
        "unshown": list(found.unshown),
        "series": [
            {
                "number": turn.number,
                "opened": turn.opened.isoformat(),
                "due": _iso(turn.due),
                "fulfilled_on": _iso(turn.fulfilled_on),
            }
            for turn in found.turns
        ],
        "trials": [_trial(one) for one in found.trials],
    }


def _trial(one: Trial) -> dict[str, object]:
    return {
        "shows": one.kind,
        "order": one.order,
        "name": one.name,
        "day": one.day.isoformat(),
        "weekday": _weekday(one.day),
        "case": case_record(one.case),
        "obligations": [
            {
                "opened": each.opened.isoformat(),
                "status": each.status,
                "due": _iso(each.due),
                "fulfilled_on": _iso(each.fulfilled_on),
            }
            for each in one.found
        ],
    }


def _example(one: Example) -> dict[str, object]:
    free = [day for step in one.explained.steps if isinstance(step, Counted) for day in step.free]
    moved = next((step.start for step in one.explained.steps if isinstance(step, Rolled)), None)
    return {
        "shows": list(one.kinds),
        "start": one.start.isoformat(),
        "start_weekday": _weekday(one.start),
        "due": _iso(one.due),
        "due_weekday": _weekday(one.due) if one.due else None,
        "due_name": one.special,
        "stepped_over": [
            {"day": day.day.isoformat(), "weekday": day.weekday, "name": day.name, "why": day.why} for day in free
        ],
        "moved_from": _iso(moved),
        "clipped": any(isinstance(step, Counted) and step.clipped for step in one.explained.steps),
        "days": [_day(day) for day in one.days],
        "case": case_record(one.case),
    }


def _day(one: DayStatus) -> dict[str, object]:
    return {
        "which": one.which,
        "day": one.day.isoformat(),
        "weekday": _weekday(one.day),
        "status": one.obligation.status,
        "light": one.obligation.light,
    }


def case_record(case: Case) -> dict[str, object]:
    """Give a case in the shape of a case file, without what it leaves out."""
    record: dict[str, Any] = {"case": case.id}
    if case.facts:
        record["facts"] = _facts(case.facts)
    if case.items:
        record["items"] = {item: _facts(facts) for item, facts in case.items.items()}
    record["events"] = [
        {
            key: value.isoformat() if isinstance(value, date) else value
            for key in ("id", "type", "at", "item", "about")
            if (value := getattr(event, key)) is not None
        }
        | ({"data": _facts(event.data)} if event.data else {})
        for event in case.events
    ]
    return record


def _facts(facts: Mapping[str, FactValue]) -> dict[str, FactValue]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in facts.items()}


def boundary_scenarios(found: Boundaries, titles: Titles, lang: Lang) -> Iterator[Written]:
    """Draft a scenario of each example: on the day after its due date, the first one on the due date too."""
    full_id = found.version.full_id
    for number, one in enumerate(found.examples):
        shown = {day.which: day for day in one.days}
        chosen = [shown[which] for which in (("due", "after") if number == 0 else ("after",)) if which in shown]
        for day in chosen or one.days[-1:]:
            yield _written(found, one, day, titles.rule(full_id), lang)
        if not one.days:
            yield _at_first(found, one, titles.rule(full_id), lang)


def _written(found: Boundaries, one: Example, day: DayStatus, title: str, lang: Lang) -> Written:
    label = within_a_sentence(shown_by(one, lang), lang)
    told = (
        said(lang, "sista dagen är", "the last day is")
        if day.which == "due"
        else said(lang, "dagen efter sista dagen är", "the day after the last day is")
    )
    end = "_sista_dagen" if day.which == "due" else ""
    return Written(
        f"{found.version.rule.id}_{_FILES[one.kinds[0]]}{end}.yaml",
        f"{title} – {label}: {told} {day_long(day.day, lang)}",
        Draft((found.version.owner.id,), one.case, day.day, expect=rows_of([day.obligation])),
    )


def _at_first(found: Boundaries, one: Example, title: str, lang: Lang) -> Written:
    obligation = one.explained.obligation
    told = said(lang, "uppstår", "arises")
    return Written(
        f"{found.version.rule.id}_{_FILES[one.kinds[0]]}.yaml",
        f"{title} – {told} {day_long(one.start, lang)}",
        Draft((found.version.owner.id,), one.case, one.start, expect=rows_of([obligation])),
    )


def _weekday(day: date) -> str:
    return WEEKDAYS[day.weekday()]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
