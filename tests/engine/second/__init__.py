"""Catalogues, a case and a day in, the contract's answer out: a slow second evaluator, from the semantics alone."""

from datetime import date
from typing import Any

from tests.engine.second.answer import answer
from tests.engine.second.calendar import DAY
from tests.engine.second.catalogues import rulebook
from tests.engine.second.errors import SecondError
from tests.engine.second.facts import World
from tests.engine.second.log import Event, standing_events
from tests.engine.second.walk import Walk, walked

__all__ = ["SecondError", "evaluate", "next_change"]


def _walk(
    catalogues: list[dict[str, Any]],
    case: dict[str, Any],
    at: date,
    known: date | None,
    unknown_events: str,
) -> tuple[Walk, list[Event]]:
    """1.6, 1.7: only events on or before the day count; what the vocabulary lacks is an error, or passed over."""
    book = rulebook(catalogues)
    counted = [event for event in standing_events(case.get("events") or [], book.zone, known) if event.day <= at]
    unknown = [event for event in counted if event.type not in book.events]
    if unknown and unknown_events == "error":
        raise SecondError(f"an unknown event {unknown[0].type}")
    kept = [event for event in counted if event.type in book.events]
    return walked(book, World(book, case, kept, unknown_events == "list"), at), unknown


def evaluate(
    catalogues: list[dict[str, Any]],
    case: dict[str, Any],
    at: date,
    known: date | None = None,
    unknown_events: str = "error",
) -> dict[str, Any]:
    """The answer on the day `at`; its `next_change` is left null (see `next_change`)."""
    walk, passed_over = _walk(catalogues, case, at, known, unknown_events)
    return answer(case["case"], walk, passed_over, at)


def _without_days_left(told: dict[str, Any]) -> dict[str, Any]:
    return {
        **told,
        "obligations": [{**one, "days_left": None} for one in told["obligations"]],
    }


def next_change(
    catalogues: list[dict[str, Any]],
    case: dict[str, Any],
    at: date,
    known: date | None,
    horizon_days: int,
    unknown_events: str = "error",
) -> str | None:
    """6.2: the first later day within the horizon with another answer, days left aside, if nothing more happens.

    A day on which the answer would be an error is a change. The walk just goes on, as events after `at` are not in it.
    """
    walk, passed_over = _walk(catalogues, case, at, known, unknown_events)
    today = _without_days_left(answer(case["case"], walk, passed_over, at))
    day = at
    for _ in range(horizon_days):
        if day == date.max:
            return None
        day += DAY
        try:
            walk.through(day)
            later = _without_days_left(answer(case["case"], walk, passed_over, day))
        except (SecondError, OverflowError):
            return day.isoformat()
        if later != today:
            return day.isoformat()
    return None
