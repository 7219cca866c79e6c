"""Hypothesis's draw in; choices, spans, a vocabulary and conditions out, for all else that is drawn."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import strategies as st

from tests.parsed import is_list

Draw = Callable[[st.SearchStrategy[Any]], Any]
Mapping = dict[str, Any]

EVENTS = ("ansokan", "beslut", "start", "klar", "borta", "hemma")
ITEMS = ("i1", "i2", "i3")
WORDS = ("omgaende", "snarast", "skyndsamt", "i_god_tid")
FACTS: dict[str, Mapping] = {
    "dagar": {"title": "Dagar", "type": "int"},
    "insats": {"title": "Insats", "one_of": ["hemtjanst", "boendestod", "ledsagning"]},
    "iub": {"title": "Utan prövning", "type": "bool"},
    "orsak": {"title": "Orsak", "type": "text"},
    "slut": {"title": "Slutdatum", "type": "date"},
}
VALUES: dict[str, list[Any]] = {
    "dagar": [3, 0, 1, 5, 8, 20],
    "insats": ["hemtjanst", "boendestod", "ledsagning"],
    "iub": [False, True],
    "orsak": ["fall", "oro"],
}
ANCHORS = (
    date(2025, 4, 10),  # Easter on the 20th
    date(2025, 6, 10),  # midsommarafton on the 20th
    date(2025, 12, 15),
    date(2026, 1, 26),
    date(2024, 2, 22),  # the leap day
    date(2025, 3, 24),  # the clocks go forward on the 30th
    date(2025, 10, 20),  # and back on the 26th
    date(2026, 6, 24),
)


def chance(draw: Draw, percent: int) -> bool:
    """True in so many cases of a hundred; shrinks to False."""
    return bool(draw(st.integers(0, 99)) >= 100 - percent)


def pick(draw: Draw, options: Any) -> Any:
    return draw(st.sampled_from(list(options)))


def some(draw: Draw, options: Any, least: int, most: int) -> list[Any]:
    options = list(options)
    return list(draw(st.lists(st.sampled_from(options), min_size=least, max_size=min(most, len(options)), unique=True)))


def one_or_list(draw: Draw, chosen: list[Any]) -> Any:
    return chosen[0] if len(chosen) == 1 and not chance(draw, 20) else chosen


def as_list(value: Any) -> list[Any]:
    return value if is_list(value) else [value]


# Spans


def span(draw: Draw, least: int = 0) -> Mapping:
    unit = pick(draw, ("days", "days", "days", "working_days", "working_days", "weeks", "months", "years"))
    most = {"days": 9, "working_days": 6, "weeks": 2, "months": 2, "years": 1}[unit]
    found: Mapping = {unit: draw(st.integers(least, most))}
    if unit == "working_days":
        found["calendar"] = pick(draw, CALENDARS)
    return found


def short(draw: Draw, least: int = 0) -> Mapping:
    """A span in days or working days, so that much happens within a case."""
    if chance(draw, 25):
        return {"working_days": draw(st.integers(least, 5)), "calendar": pick(draw, CALENDARS)}
    return {"days": draw(st.integers(least, 9))}


# Vocabulary

CALENDARS = ("vardag", "arbetsdag", "butik")


def calendars(draw: Draw) -> Mapping:
    five = ["mon", "tue", "wed", "thu", "fri"]
    return {
        "vardag": {"weekdays": five, "holidays": "SE", "eves_free": True, "extra_free": ["2025-05-30", "2026-01-05"]},
        "arbetsdag": {
            "weekdays": five,
            "holidays": "SE",
            "eves_free": chance(draw, 50),
            "extra_free": [],
            "extra_working": ["2025-12-27", "2025-04-19", "2024-02-25"],
        },
        "butik": {"weekdays": [*five, "sat"]},
    }


def states(draw: Draw) -> Mapping:
    away: Mapping = {"title": "Frånvaro", "begins": ["borta"], "ends": "hemma"}
    ongoing: Mapping = {"title": "Pågående", "begins": pick(draw, ("start", ["start", "beslut"])), "ends": "klar"}
    if chance(draw, 20):
        ongoing["ends"] = ["klar", "hemma"]
    return {"franvaro": away, "pagaende": ongoing}


def vocabulary(draw: Draw) -> Mapping:
    return {
        "calendars": calendars(draw),
        "actors": {name: {"title": name.capitalize()} for name in ("utforare", "handlaggare", "enhetschef")},
        "events": {name: {"title": name.capitalize()} for name in EVENTS},
        "facts": FACTS,
        "states": states(draw),
    }


# Conditions


def fact_test(draw: Draw, depth: int) -> Mapping:
    kind = pick(
        draw,
        ("insats", "insats", "iub", "orsak", "dagar", "dagar", "known", "state", "state", "no_other_in", "any", "all"),
    )
    if kind in ("any", "all"):
        if depth > 1:
            return {"iub": False}
        return {kind: [condition(draw, depth + 1) for _ in range(draw(st.integers(1, 3)))]}
    if kind == "known":
        return {pick(draw, FACTS): {"known": chance(draw, 60)}}
    if kind == "state":
        return {"state": {pick(draw, ("franvaro", "pagaende")): chance(draw, 40)}}
    if kind == "no_other_in":
        return {"no_other_in": pick(draw, ("franvaro", "pagaende"))}
    if kind == "dagar" and chance(draw, 70):
        low = draw(st.integers(0, 6))
        return {
            "dagar": pick(
                draw,
                ({"under": low}, {"over": low}, {"at_least": low}, {"at_most": low}, {"over": low, "at_most": low + 5}),
            )
        }
    values = VALUES[kind]
    chosen = some(draw, values, 1, 2)
    test = one_or_list(draw, chosen)
    return {kind: {"not": test} if chance(draw, 30) else test}


def condition(draw: Draw, depth: int = 0) -> Mapping:
    found: Mapping = {}
    for _ in range(pick(draw, (1, 1, 1, 2))):
        found |= fact_test(draw, depth)
    return found
