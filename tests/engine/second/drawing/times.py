"""What the rules so far allow in; the triggers, deadlines and steps of one rule out, when a rule is drawn."""

from typing import Any

from hypothesis import strategies as st

from tests.engine.second.drawing.words import CALENDARS, EVENTS, WORDS, Draw, Mapping, chance, pick, short, span
from tests.parsed import is_mapping


class Sketch:
    """What the rules drawn so far allow the next one to refer to."""

    def __init__(self, urgency: Mapping) -> None:
        self.urgency = urgency
        self.ids: list[str] = []
        self.fulfilled_by: dict[str, Any] = {}
        self.can_be_overdue: set[str] = set()
        self.due_or_urgent: set[str] = set()


def trigger_line(draw: Draw, sketch: Sketch, own: str, bounded: bool) -> Any:
    """One line; `bounded` is a rule that opens at most one at a time, which may refer to itself becoming overdue."""
    kind = pick(
        draw,
        ("event",) * 6
        + ("overdue", "fulfilled", "state", "longer", "missing", "date", "ahead_of", "overdue", "fulfilled"),
    )
    overdue = [one for one in sketch.ids if one in sketch.can_be_overdue]
    ahead = [one for one in sketch.ids if one in sketch.due_or_urgent]
    if kind == "overdue" and (overdue or bounded):
        return {"overdue": pick(draw, [*overdue, own] if bounded else overdue)}
    if kind == "fulfilled" and sketch.ids:
        return {"fulfilled": pick(draw, sketch.ids)}
    if kind == "state":
        return {"state": pick(draw, ("franvaro", "pagaende"))}
    if kind == "longer":
        return {"state": pick(draw, ("franvaro", "pagaende")), "longer_than": short(draw)}
    if kind == "missing":
        awaited, since = pick(draw, EVENTS), pick(draw, EVENTS)
        if awaited != since:
            return {"missing": awaited, "since": since, "for": short(draw)}
    if kind == "date":
        return {"date": "slut"} | pick(draw, ({}, {"plus": short(draw)}, {"minus": short(draw)}))
    if kind == "ahead_of" and ahead:
        by = {"urgency": pick(draw, WORDS)} if chance(draw, 25) else short(draw)
        return {"ahead_of": pick(draw, ahead), "by": by}
    return pick(draw, EVENTS)


def same_sort(one: Any, other: Any) -> bool:
    """Two lines of one list that one happening could match at once for the same reason."""
    if not is_mapping(one) or not is_mapping(other):
        return bool(one == other)
    kinds = ("overdue", "fulfilled", "missing", "date", "ahead_of")
    if any(kind in one and one.get(kind) == other.get(kind) for kind in kinds):
        return True
    return "state" in one and one["state"] == other.get("state") and ("longer_than" in one) == ("longer_than" in other)


def triggers(draw: Draw, sketch: Sketch, own: str, bounded: bool) -> list[Any]:
    lines: list[Any] = []
    for _ in range(pick(draw, (1, 1, 1, 2, 2, 3))):
        line = trigger_line(draw, sketch, own, bounded)
        if not any(same_sort(line, other) for other in lines):
            lines.append(line)
    return lines


def rolled(draw: Draw, deadline: Mapping) -> Mapping:
    if chance(draw, 35):
        deadline["roll"] = pick(draw, ("next_working_day", "next_working_day", "previous_working_day"))
        deadline.setdefault("calendar", pick(draw, CALENDARS))
    return deadline


def forward_roll(deadline: Any) -> None:
    """A pause and a roll backwards are refused together (0001 on 4.9)."""
    if is_mapping(deadline):
        if deadline.get("roll") == "previous_working_day":
            deadline["roll"] = "next_working_day"
        forward_roll(deadline.get("at_latest"))


def dated_deadline(draw: Draw) -> Mapping:
    """A deadline that gives a due date (4.1 to 4.4), with or without a roll."""
    kind = pick(draw, ("span", "span", "span", "span", "month", "end", "fact", "number"))
    if kind == "month":
        found: Mapping = {"day_of_month": pick(draw, (5, 1, 28, 30, 31)), "months_ahead": draw(st.integers(0, 2))}
    elif kind == "end":
        found = {"end_of": pick(draw, ("week", "month", "quarter", "half_year", "year"))}
    elif kind == "fact":
        found = {"date": "slut"} | pick(draw, ({}, {"plus": short(draw)}, {"minus": short(draw)}))
    elif kind == "number":
        unit = pick(draw, ("days", "days", "weeks", "working_days", "months", "years"))
        found = {unit: "dagar"} | ({"calendar": pick(draw, CALENDARS)} if unit == "working_days" else {})
    else:
        found = span(draw)
    return rolled(draw, found)


def before_event(draw: Draw, taken: set[str]) -> Mapping | None:
    free = [event for event in EVENTS if event not in taken]
    if not free:
        return None
    found: Mapping = {"before": pick(draw, free)}
    if chance(draw, 40):
        found["since"] = pick(draw, [event for event in EVENTS if event != found["before"]])
    return found


def deadline(draw: Draw, taken: set[str], repeat: str | None) -> Any:
    """Any form that the rule may have (language.md and the readings)."""
    kinds = ["dated"] * 6 + ["word", "word", "word_at_latest", "word_at_latest"]
    if repeat is None:
        kinds += ["before", "before", "before", "none", "continuous", "continuous"]
    kind = pick(draw, kinds)
    if kind == "before":
        return before_event(draw, taken) or dated_deadline(draw)
    if kind in ("none", "continuous"):
        return kind
    if kind == "word":
        return {"urgency": pick(draw, WORDS)}
    if kind == "word_at_latest":
        at_latest = before_event(draw, taken) if repeat is None and chance(draw, 15) else None
        return {"urgency": pick(draw, WORDS), "at_latest": at_latest or dated_deadline(draw)}
    return dated_deadline(draw)


def escalations(draw: Draw) -> list[Mapping]:
    found: list[Mapping] = []
    for _ in range(draw(st.integers(1, 2))):
        side = pick(draw, ("after", "before"))
        found.append({side: short(draw), "to": pick(draw, ("enhetschef", "handlaggare")), "action": "Påminn"})
    return found


def events_of(lines: list[Any], vocab: Mapping) -> set[str]:
    """The event types that these triggers may be set off by."""
    found: set[str] = set()
    for line in lines:
        if isinstance(line, str):
            found.add(line)
        elif "state" in line:
            begins = vocab["states"][line["state"]]["begins"]
            found |= {begins} if isinstance(begins, str) else set(begins)
        elif "missing" in line:
            found |= {line["missing"], line["since"]}
    return found


def repeats(draw: Draw) -> Mapping | None:
    kind = pick(draw, (None,) * 6 + ("fulfilment", "fulfilment", "trigger", "trigger", "each"))
    if kind is None:
        return None
    if kind == "each":
        return {"each": pick(draw, ("month", "month", "quarter", "half_year", "year"))}
    return {"every": span(draw, least=1), "from": kind}


def has_bare_time(found: Any) -> bool:
    """none, continuous or before: no roll, pause or extension."""
    if is_mapping(found) and "urgency" in found:
        found = found.get("at_latest")
    return isinstance(found, str) or (is_mapping(found) and "before" in found)


def gives_due(found: Any, sketch: Sketch) -> bool:
    if is_mapping(found) and "urgency" in found:
        return "at_latest" in found or found["urgency"] in sketch.urgency
    return not isinstance(found, str)
