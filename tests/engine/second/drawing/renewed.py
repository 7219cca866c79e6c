"""Drawn catalogues and a drawn case in, the same with the newest keys and with late facts out: where `new` is asked."""

from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from tests.engine.second.bearing import effective_deadline
from tests.engine.second.catalogues import full, many, rulebook
from tests.engine.second.drawing.times import has_bare_time
from tests.engine.second.drawing.words import EVENTS, VALUES, Draw, Mapping, chance, pick, short, some
from tests.parsed import is_list, is_mapping

NEW_FACTS: dict[str, Mapping] = {
    "samtycke": {"title": "Samtycke", "type": "bool", "only_forward": True},
    "belopp": {"title": "Belopp", "type": "int", "of": "event"},
}
TIMERS = ("missing", "longer_than", "date", "ahead_of")


def renewed_catalogues(draw: Draw, catalogues: list[Mapping]) -> list[Mapping]:
    """2.3, 2.7 to 2.9 in the vocabulary; 3.2, 3.6, 4.8, 5.2 and 5.4 in the rules."""
    overdue = _can_be_overdue(catalogues)
    found: list[Mapping] = []
    for one in catalogues:
        more: Mapping = {}
        if "facts" in one:
            more["facts"] = one["facts"] | NEW_FACTS
            more["events"] = {name: _event(draw, body) for name, body in one["events"].items()}
            more["states"] = {
                name: _state(draw, body, [each for each in overdue if name not in _pausing(catalogues, each)])
                for name, body in one["states"].items()
            }
        if "rules" in one:
            more["rules"] = [_rule(draw, one["catalogue"], body, overdue) for body in one["rules"]]
        found.append(one | more)
    return found


def _can_be_overdue(catalogues: list[Mapping]) -> list[str]:
    """The full ids of rules of which every version gives due dates."""
    found: list[str] = []
    for rule, versions in rulebook(catalogues).rules.items():
        if all(
            version.series in ("trigger", "each") or is_mapping(effective_deadline(version)) for version in versions
        ):
            found.append(rule)
    return found


def _pausing(catalogues: list[Mapping], full_id: str) -> set[str | None]:
    """The states that pause a rule: none of them may end by its being overdue."""
    return {version.body.get("paused_while") for version in rulebook(catalogues).rules[full_id]}


def _event(draw: Draw, body: Mapping) -> Mapping:
    return body | {"resets": some(draw, ("insats", "iub", "dagar", "slut"), 1, 2)} if chance(draw, 10) else body


def _state(draw: Draw, body: Mapping, overdue: list[str]) -> Mapping:
    ends = many(body["ends"])
    if chance(draw, 25):
        ends.append({"date": "slut"})
    if chance(draw, 15):
        ends.append({"after": short(draw, least=1)})
    if overdue and chance(draw, 15):
        ends.append({"overdue": pick(draw, overdue)})
    return body | {"ends": ends} if len(ends) > 1 else body


def _rule(draw: Draw, catalogue: str, body: Mapping, overdue: list[str]) -> Mapping:
    body = dict(body)
    others = [one for one in overdue if one != full(catalogue, body["id"])]
    _endings(draw, body, others)
    written = body["trigger"]
    lines = [_line(draw, line, ends="ends_with" in body) for line in many(written)]
    body["trigger"] = lines if is_list(written) else lines[0]
    if "each" in (body.get("repeat") or {}):
        body["repeat"] = body["repeat"] | ({"period_of": "slut"} if chance(draw, 40) else {})
        body["repeat"] |= {"first": "whole"} if chance(draw, 40) else {}
    dated = is_mapping(body.get("deadline")) and ("urgency" not in body["deadline"] or "at_latest" in body["deadline"])
    if dated and not has_bare_time(body["deadline"]) and chance(draw, 20):
        body["counts_within"] = short(draw)
    _conditions(draw, body, lines)
    return body


def _endings(draw: Draw, body: Mapping, others: list[str]) -> None:
    entries = many(body.get("ends_with"))
    if chance(draw, 12):
        # What must be done before an event cannot end with it.
        others_than = (*entries, _before(body))
        entries.append({"event": pick(draw, [one for one in EVENTS if one not in others_than]), "of": "any_item"})
    if others and chance(draw, 15):
        entries.append({"overdue": pick(draw, others)})
    if chance(draw, 20):
        entries.append({"date": "slut"})
    if not entries:
        return
    if entries != many(body.get("ends_with")):
        body["ends_with"] = entries
    if chance(draw, 35):
        each = "each" in (body.get("repeat") or {})
        body["spares"] = some(draw, ("overdue", "running") if each else ("overdue",), 1, 2)


def _before(body: Mapping) -> str | None:
    deadline = body.get("deadline")
    latest = deadline.get("at_latest", deadline) if is_mapping(deadline) else None
    return latest.get("before") if is_mapping(latest) else None


def _line(draw: Draw, line: Any, *, ends: bool) -> Any:
    if not is_mapping(line):
        return line
    more: Mapping = {}
    if "date" in line and chance(draw, 70):
        more["if_past"] = pick(draw, ("open", "open", "pass"))
    if ends and any(kind in line for kind in TIMERS) and chance(draw, 20):
        more["survives"] = True
    return line | more


def _conditions(draw: Draw, body: Mapping, lines: list[Any]) -> None:
    """More that nobody has given: a consent, a fact of the event behind, and more of the old ones."""
    timed = any(is_mapping(line) and ("date" in line or "ahead_of" in line) for line in lines)
    tests: list[Mapping] = []
    if chance(draw, 8):
        tests.append({"samtycke": True})
    if "repeat" not in body and not timed and chance(draw, 12):
        tests.append({"belopp": {"over": pick(draw, (0, 1, 3))}})
    if chance(draw, 45):
        tests.append(pick(draw, ({"insats": ["hemtjanst", "boendestod"]}, {"iub": False}, {"orsak": {"not": "oro"}})))
    if not tests:
        return
    if "only_if" in body:
        tests.append(body["only_if"])
    body["only_if"] = tests[0] if len(tests) == 1 else {pick(draw, ("all", "all", "any")): tests}


# The case


def renewed_case(draw: Draw, case: Mapping, anchor: date) -> Mapping:
    """Fewer starting facts, and more that are given late, of their item, of an event, or by name."""
    facts = {name: value for name, value in case["facts"].items() if chance(draw, 30)}
    events = [_telling(draw, event, case["events"]) for event in case["events"]]
    for number in range(pick(draw, (3, 2, 4, 1))):
        events.append(_late(draw, case, anchor, number))
    return case | {"facts": facts, "events": events}


def _telling(draw: Draw, event: Mapping, events: list[Mapping]) -> Mapping:
    if "type" not in event:
        return event
    data = dict(event.get("data") or {})
    if chance(draw, 25):
        data["belopp"] = pick(draw, (5, 0, 2, None))
    if chance(draw, 10):
        data["samtycke"] = pick(draw, (True, True, False))
    found = event | ({"data": data} if data else {})
    ids = [one["id"] for one in events if "id" in one and one["id"] != event.get("id")]
    return found | {"about": pick(draw, ids)} if "belopp" in data and ids and chance(draw, 25) else found


def _late(draw: Draw, case: Mapping, anchor: date, number: int) -> Mapping:
    """An event, mostly after most others, that gives what was missing."""
    day = anchor + timedelta(days=draw(st.integers(*pick(draw, ((1, 8), (1, 20), (5, 40))))))
    clock = pick(draw, ("", "", "T08:00:00", "T12:30:00", "T15:00:00"))
    names = some(draw, ("insats", "iub", "dagar", "orsak", "slut"), 2, 5)
    data: Mapping = {
        name: (day + timedelta(days=draw(st.integers(-20, 20)))).isoformat()
        if name == "slut"
        else pick(draw, VALUES[name])
        for name in names
    }
    found: Mapping = {"type": pick(draw, EVENTS), "at": f"{day.isoformat()}{clock}", "id": f"l{number}", "data": data}
    items = sorted({one["item"] for one in case["events"] if "item" in one})
    return found | {"item": pick(draw, items)} if items and chance(draw, 40) else found
