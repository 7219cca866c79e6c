"""Short ways to write a rule, a case and a question for the worked cases of the second evaluator."""

from datetime import date
from typing import Any

from tests.engine import second
from tests.parsed import is_list

FIVE = ["mon", "tue", "wed", "thu", "fri"]
VOCABULARY: dict[str, Any] = {
    "calendars": {"vardag": {"weekdays": FIVE, "holidays": "SE", "eves_free": True}},
    "actors": {"utforare": {"title": "Utförare"}},
    "events": {name: {"title": name} for name in ("start", "klar", "slut", "borta", "hemma", "besked")},
    "facts": {
        "regi": {"title": "Regi", "one_of": ["egen", "extern"]},
        "iub": {"title": "Utan prövning", "type": "bool"},
        "antal": {"title": "Antal", "type": "int"},
        "dag": {"title": "Dag", "type": "date"},
        "orsak": {"title": "Orsak", "type": "text"},
    },
    "states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}},
}
IN_A_WEEK = {"days": 7}
MONTH = {"days": 30}


def rule(name: str, trigger: Any = "start", deadline: Any = None, **rest: Any) -> dict[str, Any]:
    """A rule that `klar` fulfils, unless it says otherwise."""
    found = {"id": name, "title": name, "actor": "utforare", "trigger": trigger, "fulfilled_by": "klar"} | rest
    return found | ({"deadline": deadline} if deadline is not None else {})


def catalogue(*rules: dict[str, Any], **rest: Any) -> dict[str, Any]:
    return {"catalogue": "sol", "title": "SoL", **VOCABULARY, **rest, "rules": list(rules)}


def event(kind: str, at: str, item: str | None = None, **rest: Any) -> dict[str, Any]:
    return {"type": kind, "at": at, **({"item": item} if item else {}), **rest}


def gives(at: str, item: str | None = None, kind: str = "besked", **data: Any) -> dict[str, Any]:
    """A message of 2026 ("MM-DD" or "MM-DDTHH:MM") that gives facts."""
    return event(kind, f"2026-{at}", item, data=data)


START = event("start", "2025-03-03", id="e1")  # a Monday


def on_2026(*events: tuple[str, str], item: str | None = None) -> list[dict[str, Any]]:
    """Events of 2026, as (type, "MM-DD" or "MM-DDTHH:MM"), each with an id of its own."""
    written = [(kind, f"2026-{at}" + (":00" if "T" in at else "")) for kind, at in events]
    return [event(kind, at, item, id=f"e{n}") for n, (kind, at) in enumerate(written)]


def answer(rules: Any, events: list[dict[str, Any]], at: str, known: str | None = None, **rest: Any) -> dict[str, Any]:
    """`rules`: one rule, several, or a whole catalogue; `rest`: the case's facts and items, and unknown_events."""
    many = rules if is_list(rules) else [rules]
    catalogues = many if "catalogue" in many[0] else [catalogue(*many)]
    unknown = rest.pop("unknown_events", "error")
    case = {"case": "1", "events": events, **rest}
    return second.evaluate(
        catalogues, case, date.fromisoformat(at), date.fromisoformat(known) if known else None, unknown
    )


def asked(rules: Any, events: list[dict[str, Any]], at: str, *keys: str, **rest: Any) -> list[Any]:
    """These keys of every obligation, in the answer's order; one key gives bare values."""
    found = answer(rules, events, at, **rest)["obligations"]
    return [one[keys[0]] if len(keys) == 1 else tuple(one[key] for key in keys) for one in found]
