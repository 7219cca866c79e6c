"""A walk and the day asked in, one element of the contract's `cases` out: 5.6, 5.7 and section 6, after the walk."""

from datetime import date
from typing import Any

from tests.engine.second.calendar import shift
from tests.engine.second.catalogues import many
from tests.engine.second.log import Event, canonical
from tests.engine.second.obligation import Obligation
from tests.engine.second.timers import none_first
from tests.engine.second.walk import Walk


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def status(one: Obligation, walk: Walk, at: date, due: date | None) -> str:
    """6.1, 4.7: overdue from the day after the due date (but 4.4)."""
    if one.fulfilled_on is not None:
        by = one.fulfilled_by
        late = due is not None and (one.fulfilled_on > due or (by is not None and walk.late_on_the_day(one, by)))
        return "fulfilled_late" if late else "fulfilled"
    if one.ended_on is not None:
        return "ended"
    if one.standing:
        return "standing"
    if one.is_paused(at):
        return "paused"
    if due is not None and (due < at or (due == at and walk.overdue_on_the_day(one, due))):
        return "overdue"
    return "due"


def light(one: Obligation, judged: str, at: date, due: date | None) -> str | None:
    """5.7: what is no longer open has none."""
    if not one.open:
        return None
    if judged == "overdue":
        return "red"
    if due is None:
        return "yellow" if one.version.urgent_word is not None else "green"
    warn = one.version.warn
    return "yellow" if warn is not None and at >= shift(due, warn, one.version.calendars, back=True) else "green"


def escalation(one: Obligation, walk: Walk, at: date, due: date | None) -> list[dict[str, Any]]:
    """5.6: what was reached stays told with its day; the steps of the due date as it stands are added."""
    steps: list[dict[str, Any]] = []
    for number, (step, day) in enumerate(zip(one.version.body.get("escalation") or (), one.steps(due), strict=True)):
        told = {each for of, each in one.told if of == number}
        if day is not None and day <= at and (one.closed_on is None or one.closed_on > day):
            told.add(day)
        to = {"to": step["to"], "action": step["action"]}
        steps += [{"day": _iso(each), **to, "reached": True} for each in sorted(told)]
        if day not in told:
            steps.append({"day": _iso(day), **to, "reached": False})
    return steps


def entry(one: Obligation, walk: Walk, at: date) -> dict[str, Any]:
    """6.1: one obligation; a closed one keeps the due date of the day on which it was closed."""
    body = one.version.body
    due = one.due(one.closing_day or at)
    judged = status(one, walk, at, due)
    source: dict[str, Any] = body.get("source") or {}
    return {
        "rule": one.version.id,
        "title": body["title"],
        "item": one.item,
        "actor": many(body.get("actor")),
        "norm": body.get("norm") or "routine",
        "status": judged,
        "light": light(one, judged, at, due),
        "urgency": one.version.urgent_word,
        "trigger": one.cause.told(),
        "opened": one.opened.isoformat(),
        "answered": one.answered,
        "due": _iso(due),
        "days_left": None if due is None else (due - at).days,
        "fulfilled_on": _iso(one.fulfilled_on),
        "fulfilled_by": one.fulfilled_by.id if one.fulfilled_by is not None else None,
        "ended_on": _iso(one.ended_on),
        "escalation": escalation(one, walk, at, due),
        "breaches": sorted(one.breaches, key=lambda breach: (breach["day"], breach["kind"])),
        "source": {"section": source.get("section"), "duties": many(source.get("duties"))},
        "interpretation": body.get("interpretation"),
    }


def _place(told: dict[str, Any], number: int) -> tuple[Any, ...]:
    """6.4: overdue by due date, then due by due date (none last), then the rest; ties by rule, item, opened."""
    ties = (told["rule"], *none_first(told["item"]), told["opened"], number)
    group = {"overdue": 0, "due": 1}.get(told["status"], 2)
    by_due = (told["due"] is None, told["due"] or "") if group < 2 else ()
    return (group, *by_due, *ties)


def undetermined(walk: Walk) -> list[dict[str, Any]]:
    """6.2: the questions that are open; one entry for each rule, item and day."""
    found: dict[tuple[str, str | None, date], set[str]] = {}
    for one in walk.questions:
        found.setdefault((*one.key, one.day), set()).update(one.missing)
    in_order = sorted(found.items(), key=lambda one: (one[0][2], one[0][0], *none_first(one[0][1])))
    return [
        {"rule": rule, "item": item, "day": day.isoformat(), "missing": sorted(missing)}
        for (rule, item, day), missing in in_order
    ]


def passed_dates(walk: Walk) -> list[dict[str, Any]]:
    """6.2: the dates that were past when they became known, and opened nothing (3.2)."""
    told = [
        {"rule": version.id, "item": cause.item, "fact": cause.type, "date": _iso(value), "known": _iso(cause.day)}
        for version, cause, value in walk.passed_dates
    ]
    keys = ("rule", "item", "fact", "date")
    return sorted(told, key=lambda one: (str(one["known"]), *(none_first(one[key]) for key in keys)))


def met_no_item(walk: Walk) -> list[dict[str, Any]]:
    """6.2: the triggers that met no item (3.3)."""
    told = [{"rule": version.id, "trigger": cause.told()} for version, cause in walk.without_items]
    return sorted(told, key=lambda one: (one["trigger"]["day"], one["rule"], canonical(one["trigger"])))


def answer(case: str, walk: Walk, passed_over: list[Event], at: date) -> dict[str, Any]:
    """6.1, 6.2 and 6.4: the whole answer at the end of the day, next_change aside."""
    told = [(entry(one, walk, at), one.number) for one in walk.obligations]
    return {
        "case": case,
        "obligations": [one for one, _ in sorted(told, key=lambda pair: _place(*pair))],
        "undetermined": undetermined(walk),
        "passed_dates": passed_dates(walk),
        "met_no_item": met_no_item(walk),
        "passed_over": [{"event": one.id, "type": one.type, "day": one.day.isoformat()} for one in passed_over],
        "next_change": None,
        "error": None,
    }
