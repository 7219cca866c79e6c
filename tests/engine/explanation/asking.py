"""Short ways to write a rule and a case, and to ask why; for the tests of explanations."""

import json
from datetime import date
from typing import Any

from rutinmotor import Engine, read_case
from rutinmotor.engine.engine import engine_from_texts
from rutinmotor.engine.explanation.asking import explain
from rutinmotor.engine.explanation.explanation import Explanation
from rutinmotor.ground.diagnostics.diagnostic import Lang
from rutinmotor.workbench.explained import explained_text

VOCABULARY: dict[str, Any] = {
    "calendars": {
        "vardag": {
            "weekdays": ["mon", "tue", "wed", "thu", "fri"],
            "holidays": "SE",
            "eves_free": True,
            "extra_free": ["2025-05-30"],
        }
    },
    "actors": {"utforare": {"title": "Utförare"}, "chef": {"title": "Enhetschef"}},
    "events": {
        "start": {"title": "Insatsen har börjat"},
        "klar": {"title": "Planen är klar"},
        "slut": {"title": "Insatsen är slut"},
        "borta": {"title": "Frånvaron har börjat"},
        "hemma": {"title": "Frånvaron är slut"},
        "besked": {"title": "Besked har lämnats"},
    },
    "facts": {
        "regi": {"title": "Regi", "one_of": ["egen", "enskild"]},
        "iub": {"title": "Utan prövning", "type": "bool"},
        "antal": {"title": "Antal dagar", "type": "int"},
        "slutdatum": {"title": "Slutdatum", "type": "date"},
    },
    "states": {"franvaro": {"title": "Frånvaro", "begins": "borta", "ends": "hemma"}},
}


def rule(name: str = "plan", trigger: Any = "start", deadline: Any = None, **rest: Any) -> dict[str, Any]:
    """A rule that `klar` fulfils, unless it says otherwise."""
    found = {"id": name, "title": "Plan", "actor": "utforare", "trigger": trigger, "fulfilled_by": "klar"} | rest
    return found | ({"deadline": deadline} if deadline is not None else {})


def event(kind: str, at: str, item: str | None = "i1", **rest: Any) -> dict[str, Any]:
    """An event of the item, unless it says otherwise."""
    return {"type": kind, "at": at, **({"item": item} if item else {}), **rest}


def engine_of(*rules: dict[str, Any], **rest: Any) -> Engine:
    catalogue = {"catalogue": "sol", **VOCABULARY, **rest, "rules": list(rules)}
    return engine_from_texts({"sol.yaml": json.dumps(catalogue, ensure_ascii=False)})


def why(engine: Engine, events: list[dict[str, Any]], at: str, asked: str = "sol.plan", **rest: Any) -> Explanation:
    """Explain a rule; `rest` is `item` and `known` of the question, `facts` and `items` of the case."""
    item, known = rest.pop("item", None), rest.pop("known", None)
    case = read_case({"case": "1", "events": events, **rest})
    return explain(engine, case, asked, date.fromisoformat(at), date.fromisoformat(known) if known else None, item)


def lines(explanation: Explanation, lang: Lang = "sv") -> list[str]:
    """The explanation's text, its lines without their indents."""
    return [line.strip() for line in explained_text(explanation, lang).splitlines() if line]


def after(found: list[str], heading: str, until: str | tuple[str, ...]) -> list[str]:
    """The lines between two lines that begin so."""
    first = next(number for number, line in enumerate(found) if line.startswith(heading))
    rest = found[first + 1 :]
    last = next((number for number, line in enumerate(rest) if line.startswith(until)), len(rest))
    return rest[:last]
